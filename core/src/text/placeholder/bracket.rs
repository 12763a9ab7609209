//! 【…】 〔…〕 ［…］ {…} that ask for a value; never a head like 【传闻】, nor the year of a document number.

use std::ops::Range;

use super::around::Around;
use super::units;
use crate::text::chars::{is_blank, is_han};
use crate::text::paragraph::lead;

/// The most characters between the brackets.
const LONGEST: usize = 60;

/// Bytes from the line's beginning within which a bracket can be a head.
const NEAR: usize = 200;

/// Words that only a request has, wherever the bracket stands.
const REQUESTS: [&str; 17] = [
    "填写",
    "填入",
    "此处",
    "请输入",
    "请补充",
    "请插入",
    "请说明",
    "插入",
    "待补",
    "待填",
    "待定",
    "待核",
    "待确认",
    "待完善",
    "如有",
    "示例",
    "自行",
];

/// Words that name a value to be put in; a head seldom has them.
const VALUES: [&str; 21] = [
    "名称",
    "姓名",
    "职务",
    "年度",
    "年份",
    "单位名",
    "具体",
    "人数",
    "数量",
    "金额",
    "文号",
    "编号",
    "联系电话",
    "联系人",
    "全称",
    "简称",
    "某某",
    "日期",
    "署名",
    "几月",
    "X月",
];

/// Whether `c` opens such a bracket, and what closes it.
pub(super) fn closing(c: char) -> Option<char> {
    Some(match c {
        '【' => '】',
        '〔' => '〕',
        '［' => '］',
        '[' => ']',
        '{' => '}',
        '｛' => '｝',
        _ => return None,
    })
}

/// The bracket that opens at `at`, where it asks for a value.
pub(super) fn scan(text: &str, at: usize, line_start: usize) -> Option<Range<usize>> {
    let open = text[at..].chars().next()?;
    let close = closing(open)?;
    let from = at + open.len_utf8();
    let (len, _) = text[from..]
        .char_indices()
        .take(LONGEST + 1)
        .take_while(|(_, c)| !matches!(c, '\n' | '\r'))
        .find(|(_, c)| {
            *c == close || closing(*c).is_some() || matches!(c, '】' | '〕' | '］' | '}' | '｝')
        })?;
    let inner = &text[from..from + len];
    if !text[from + len..].starts_with(close) || !could_name_a_value(inner) {
        return None;
    }
    let span = at..from + len + close.len_utf8();
    let around = Around::new(text, &span);
    let asks = match open {
        '【' => lenticular(inner, &around, &text[line_start..at]),
        '〔' | '［' => has(inner, &REQUESTS) || has(inner, &VALUES),
        '[' => {
            has(inner, &REQUESTS) && !around.after().starts_with('(')
                || has(inner, &VALUES) && plain_link(&around)
        }
        _ => {
            inner.chars().all(|c| is_han(c) || "/／、X".contains(c))
                && inner.chars().count() <= 20
                && around.previous() != Some('\\')
        }
    };
    asks.then_some(span)
}

fn plain_link(around: &Around<'_>) -> bool {
    !around.after().starts_with(['(', '[', ':', '：']) && around.previous().is_some_and(is_han)
}

fn has(inner: &str, words: &[&str]) -> bool {
    words.iter().any(|w| inner.contains(w))
}

fn could_name_a_value(inner: &str) -> bool {
    let named = inner.chars().any(is_han) && inner.chars().nth(1).is_some();
    let credits = [
        "编辑",
        "责编",
        "作者",
        "来源",
        "记者",
        "打印",
        "关闭",
        "字号",
        "附件",
        "注释",
        "新华社",
        "本报",
        "电头",
        "快讯",
    ];
    named
        && !inner.contains(['〔', '：', ':', '"', '=', '@'])
        && !credits.iter().any(|w| inner.contains(w))
}

/// 【…】 is a head at the beginning of a line, and a value in the middle of a sentence.
fn lenticular(inner: &str, around: &Around<'_>, before: &str) -> bool {
    if has(inner, &REQUESTS) {
        return true;
    }
    let label = around.next().is_some_and(|c| matches!(c, '：' | ':'));
    // So far from the line's beginning it is in the middle of a sentence; looking back further would cost time.
    let before = if before.len() > NEAR {
        "……"
    } else {
        before
    };
    let marked = lead(before).is_some_and(|(_, end)| before[end..].chars().all(is_blank));
    let begins = before
        .chars()
        .all(|c| is_blank(c) || matches!(c, '#' | '>'));
    if marked {
        // A head or an entry of a list that is nothing but the bracket.
        return around.at_line_end() || !label && has(inner, &VALUES);
    }
    if begins {
        // 【上级机关】： is who is addressed.
        const OFFICES: [&str; 9] = [
            "机关",
            "单位",
            "部门",
            "委员会",
            "党委",
            "党组",
            "支部",
            "政府",
            "局",
        ];
        if label && !inner.contains(is_blank) && OFFICES.iter().any(|w| inner.ends_with(w)) {
            let mut behind = around.after().chars();
            return behind.nth(1).is_none_or(|c| matches!(c, '\n' | '\r'));
        }
        let instruction = inner.ends_with('。') || inner.contains(['/', '／']);
        return !label && (instruction || has(inner, &VALUES) && !is_label_list(around));
    }
    if pressed(around) {
        return false;
    }
    match around.previous() {
        Some(c) if is_han(c) || "《“（、〔".contains(c) || c.is_ascii_digit() => {
            !inner.contains('。') || has(inner, &VALUES)
        }
        // 【甲】【乙】: the second goes with the first.
        Some('】') => !label && has(inner, &VALUES) || units::organ(around.after()),
        Some('，' | '：' | ':' | '；' | ',') => {
            has(inner, &VALUES)
                || !around.at_line_end()
                    && around.next().is_some_and(is_han)
                    && inner.chars().count() <= 12
        }
        _ => has(inner, &VALUES) && !label,
    }
}

/// 点击【保存】按钮: the name of a thing on a screen.
fn pressed(around: &Around<'_>) -> bool {
    let verbs = [
        "点击", "单击", "双击", "选择", "选中", "按下", "进入", "打开", "搜索", "关注", "回复",
        "点选", "勾选", "登录", "点开",
    ];
    let things = [
        "按钮", "键", "菜单", "选项", "页面", "栏", "图标", "标签", "窗口", "模块",
    ];
    verbs.iter().any(|v| around.before().ends_with(v))
        || things.iter().any(|t| around.after().starts_with(t))
}

/// 【活动名称】…\n【活动时间】…: heads of a form that has been filled in.
fn is_label_list(around: &Around<'_>) -> bool {
    let next_line = around
        .after()
        .find('\n')
        .map(|i| around.after()[i..].trim_start());
    let here = around
        .after()
        .chars()
        .next()
        .is_some_and(|c| c != '\n' && c != '\r');
    here && next_line.is_some_and(|l| l.starts_with('【'))
}
