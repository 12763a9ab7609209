//! X, XX, x in every width and case beside Chinese text or a measure word.

use super::around::{Around, is_chinese};
use super::mask::Mask;
use super::units;

pub(super) fn is_sign(c: char) -> bool {
    matches!(c, 'X' | 'x' | 'Ｘ' | 'ｘ')
}

/// What ends a name with a letter in it: X光, XX染色体.
const NAMES: [&str; 4] = ["染色体", "综合征", "染色", "连锁"];

/// What a single X never stands for a value before.
const LETTER_NAMES: &str = "光轴射线型形战坐衍因染档";

/// Whether the mask asks for a value.
pub(super) fn asks(text: &str, mask: &Mask) -> bool {
    let around = mask.around(text);
    if around.latin_touches() || around.next().is_some_and(char::is_numeric) || is_formula(&around)
    {
        return false;
    }
    let after = around.after();
    if mask.is_year(text) {
        return !after.starts_with(is_sign);
    }
    if mask.digits > 0 {
        return units::counted(after) && !is_product(mask, &around);
    }
    if NAMES.iter().any(|name| after.starts_with(name)) {
        return false;
    }
    if mask.signs > 1 {
        let number = mask.signs > 2 && around.before().ends_with('-') || in_date(&around);
        return around.near_chinese() || around.alone_on_line() || number;
    }
    single(&around)
}

/// One X: only what follows, or a label before it, makes it a value.
fn single(around: &Around<'_>) -> bool {
    let after = around.after();
    let (previous, next) = (around.previous(), around.next());
    if next.is_some_and(|c| LETTER_NAMES.contains(c)) {
        return false;
    }
    let drawn = previous.is_some_and(|c| "打画划标写".contains(c));
    let dimension = previous.is_some_and(|c| "长宽高厚深".contains(c))
        && next.is_some_and(|c| "长宽高厚深".contains(c));
    if drawn || dimension {
        return false;
    }
    if units::masked_before(after) || after.starts_with("某") {
        return !(previous.is_some_and(|c| c.is_ascii_digit()) || multiplies(around));
    }
    // `X-X人`, `X至X个`, `X、X`: a range of masked numbers.
    let mut following = after.chars();
    if following
        .next()
        .is_some_and(|c| "-—–~～至到、/／:：".contains(c))
        && following.next().is_some_and(is_sign)
    {
        return around.near_chinese();
    }
    // 地点：X。 or 排名第X。 or （星期X）, （周X）
    let labelled = previous.is_some_and(|c| matches!(c, '：' | ':' | '第'))
        || ["星期", "周"]
            .iter()
            .any(|day| around.before().ends_with(day));
    labelled && (around.at_line_end() || next.is_some_and(|c| "。，；、）)".contains(c)))
        || parted(around)
}

/// `高于全市 X 个百分点`: blanks part the value from the words around it, as some typesetting does.
fn parted(around: &Around<'_>) -> bool {
    let blank = |c: char| matches!(c, ' ' | '\u{A0}');
    let before = around.before().strip_suffix(blank).unwrap_or("");
    let Some(after) = around.after().strip_prefix(blank) else {
        return false;
    };
    // 「变量 X 时」, 「类型 X 级」: a name.
    before.ends_with(is_chinese)
        && units::counted(after)
        && !after.starts_with(['时', '点', '级', '层'])
}

/// The month and the day of `202X-XX-XX`, `20XX/XX/XX`.
fn in_date(around: &Around<'_>) -> bool {
    let joined = |c: char| matches!(c, '-' | '/' | '.');
    let sign = |c: char| is_sign(c) || c.is_ascii_digit();
    let year = |text: &str| {
        let mut signs = text.chars().rev();
        signs.by_ref().take(4).filter(|c| sign(*c)).count() == 4 && !signs.next().is_some_and(sign)
    };
    let Some(before) = around.before().strip_suffix(joined) else {
        return false;
    };
    let after = around.after().strip_prefix(joined);
    let month = before
        .strip_suffix(sign)
        .map(|b| b.strip_suffix(sign).unwrap_or(b));
    year(before) && after.is_some_and(|a| a.starts_with(sign))
        || month.and_then(|b| b.strip_suffix(joined)).is_some_and(year)
}

/// 人数×单价, 工资×月数: a sign of multiplication.
pub(super) fn multiplies(around: &Around<'_>) -> bool {
    around
        .after()
        .chars()
        .nth(1)
        .is_some_and(|c| "数均价量率".contains(c))
}

/// `2x天数`, `8x人`: a number and a factor.
fn is_product(mask: &Mask, around: &Around<'_>) -> bool {
    multiplies(around)
        || around.after().starts_with('倍')
        || mask.signs == 1 && around.before_end().is_some_and(char::is_lowercase)
}

/// `1+X`, `X=5`, `X、Y`: a variable.
pub(super) fn is_formula(around: &Around<'_>) -> bool {
    let operator = |c: char| "+＋=＝<>＜＞≤≥*/^".contains(c);
    if around.previous().is_some_and(|c| "+＋=＝^".contains(c))
        || around
            .next()
            .is_some_and(|c| operator(c) && c != '*' && c != '/')
    {
        return true;
    }
    let mut after = around.after().chars();
    let joined = after.next().is_some_and(|c| "、，,与和及或 ".contains(c));
    let variable = |c: char| matches!(c, 'Y' | 'y' | 'Ｙ' | 'Z' | 'z');
    joined
        && after.next().is_some_and(variable)
        && !after
            .next()
            .is_some_and(|c| c.is_alphabetic() && !is_chinese(c))
}
