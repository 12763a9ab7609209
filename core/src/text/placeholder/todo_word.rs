//! （待补充） （待核实） TODO 待定 此处填写; never 有待完善, 待…后, 填写说明.

use std::ops::Range;

use super::around::Around;
use crate::text::chars::is_han;

/// What is still to be done with a value.
const PENDING: [&str; 14] = [
    "待补充完善",
    "待补充",
    "待补",
    "待填写",
    "待填",
    "待核实",
    "待核对",
    "待核",
    "待确认",
    "待定",
    "待完善",
    "待更新",
    "待提供",
    "待明确",
];

const HERE: [&str; 8] = [
    "此处填写",
    "此处填",
    "此处补充",
    "此处插入",
    "此处输入",
    "此处待",
    "此处请",
    "此处添加",
];

/// The words at `at`, which stands on 待, 此, T or t; with the round brackets around them.
pub(super) fn scan(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at..];
    if let Some(word) = HERE.iter().find(|w| rest.starts_with(**w)) {
        return Some(at..at + word.len());
    }
    if let Some(word) = ["TODO", "TBD", "Todo", "todo"]
        .iter()
        .find(|w| rest.starts_with(**w))
    {
        let span = at..at + word.len();
        let around = Around::new(text, &span);
        let joined = |c: Option<char>| {
            c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/'))
        };
        let shouted = word.starts_with("TO")
            || word.starts_with("TB")
            || matches!(around.next(), Some(':' | '：'));
        return (shouted && !joined(around.previous()) && !joined(around.next())).then_some(span);
    }
    let word = PENDING.iter().find(|w| rest.starts_with(**w))?;
    let span = at..at + word.len();
    let around = Around::new(text, &span);
    if around
        .previous()
        .is_some_and(|c| "有亟尚仍还急等期对接招优款看留".contains(c))
    {
        return None;
    }
    let ends_clause = around
        .next()
        .is_none_or(|c| !is_han(c) && !c.is_alphanumeric());
    // 「情况待核实。」 is a finished sentence; in brackets, after a label or alone it is a note to the writer.
    let noted = opened(&around) && ends_clause;
    (noted
        || *word == "待定"
            && ends_clause
            && !around.previous().is_some_and(|c| matches!(c, '“' | '《')))
    .then_some(span)
}

/// Whether a bracket, a label's colon or the line begins a few characters before.
fn opened(around: &Around<'_>) -> bool {
    for c in around.before().chars().rev().take(8) {
        match c {
            '（' | '(' | '【' | '［' | '[' | '〔' | '：' | ':' | '{' | '<' | '＜' => {
                return true;
            }
            c if is_han(c) => {}
            _ => return false,
        }
    }
    around
        .before()
        .chars()
        .next_back()
        .is_none_or(char::is_whitespace)
}

/// `（填写单位名称）`: round brackets that begin with a request; `at` stands on the opening one.
pub(super) fn request(text: &str, at: usize) -> Option<Range<usize>> {
    let open = text[at..]
        .chars()
        .next()
        .filter(|c| matches!(c, '（' | '('))?
        .len_utf8();
    let inner = &text[at + open..];
    let words = [
        "请填写",
        "请填",
        "填写",
        "请补充",
        "请输入",
        "请插入",
        "此处填",
        "此处补",
        "此处插",
        "此处写",
        "此处待",
        "此处加",
    ];
    let word = words.iter().find(|w| inner.starts_with(**w))?;
    let (len, close) = inner
        .char_indices()
        .take(20)
        .find(|(_, c)| matches!(c, '）' | ')' | '\n'))?;
    let asked = &inner[word.len()..len];
    let speaks_of_forms = [
        "说明", "人", "日期", "要求", "范", "须", "附件", "表", "注意", "指南", "时间",
    ]
    .iter()
    .any(|w| asked.contains(w));
    (close != '\n' && !speaks_of_forms && !asked.contains(['，', '。']))
        .then(|| at..at + open + len + close.len_utf8())
}
