//! ○○, △△ where a name is due; never the zero of a year (二○一二年) nor a bullet.

use super::around::Around;
use super::mask::Mask;
use super::units;

pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '○' | '◯' | '〇' | '△')
}

/// Whether the mask asks for a value.
pub(super) fn asks(text: &str, mask: &Mask) -> bool {
    let around = mask.around(text);
    let beside = |c: Option<char>| {
        c.is_some_and(|c| {
            is_numeral(c) || "●◎★☆▲□■Ｏ".contains(c) || c.is_alphabetic() && c.is_ascii()
        })
    };
    if beside(around.previous())
        || beside(around.next())
        || around.previous().is_some_and(|c| "+=∠".contains(c))
    {
        return mask.is_year(text);
    }
    if mask.signs > 1 {
        return around.near_chinese() && mask.signs <= 8 && !at_line_start_of_list(&around);
    }
    let begins = around.previous().is_none_or(char::is_whitespace);
    !begins && units::masked_before(around.after())
}

/// `○○ 内容`: a bullet.
fn at_line_start_of_list(around: &Around<'_>) -> bool {
    around.previous().is_none_or(char::is_whitespace) && around.next() == Some(' ')
}

fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十百千零壹贰叁肆伍陆柒捌玖".contains(c)
        || c.is_ascii_digit()
        || matches!(c, '０'..='９')
}
