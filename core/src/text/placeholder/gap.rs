//! A number that was deleted so that only a gap is left: `收缴 万元`, `率达 %`, `检查（  ）次`, `年  月  日`.

use std::ops::Range;

use super::around::is_chinese;
use super::units;
use crate::text::chars::{is_blank, is_han};

/// Units that no word begins with and no layout parts from its noun, so that one blank is enough.
const SURE: [&str; 24] = [
    "%",
    "％",
    "‰",
    "个百分点",
    "万元",
    "亿元",
    "余万元",
    "余亿元",
    "万人",
    "万户",
    "余人",
    "余名",
    "余次",
    "余项",
    "余个",
    "余件",
    "余家",
    "余户",
    "人次",
    "场次",
    "平方米",
    "平方公里",
    "公里",
    "公顷",
];

/// The blanks that begin at `at` and where they end; `None` as span where they ask for nothing.
pub(super) fn scan(text: &str, at: usize) -> (Option<Range<usize>>, usize) {
    let (mut end, mut width, mut tab) = (at, 0, false);
    for c in text[at..].chars() {
        match c {
            '\u{3000}' => width += 2,
            ' ' | '\u{A0}' | '\u{2002}' | '\u{2003}' => width += 1,
            '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
            '\t' => tab = true,
            _ => break,
        }
        end += c.len_utf8();
    }
    let before = text[..at].chars().next_back();
    let fits = width > 0 && !tab && asks(text, before, at, &text[end..], width);
    (fits.then_some(at..end), end)
}

fn asks(text: &str, before: Option<char>, at: usize, after: &str, width: usize) -> bool {
    let Some(before) = before else { return false };
    if date_gap(&text[..at], before, after, width) || year_gap(before, after, width) {
        return true;
    }
    if !(is_han(before) || matches!(before, '》' | '”' | '）' | '〕'))
        || "第单每".contains(before) && before != '第'
    {
        return false;
    }
    if before == '第' || before == '〕' {
        return after.starts_with(['号', '期', '次', '届', '条', '批'])
            && clause_ends(&after[3..], width);
    }
    if "位".contains(before) && text[..at].ends_with("单位") {
        return false;
    }
    if let Some(unit) = SURE.iter().find(|u| after.starts_with(**u)) {
        return clause_ends(&after[unit.len()..], width);
    }
    let len = units::measure_len(after);
    let rest = &after[len..];
    // 「姓　　名」 is set wide to fill a column; a number's noun has two characters or more.
    let word_before = text[..at].chars().rev().nth(1).is_some_and(is_han);
    let set_wide = !word_before && rest.chars().next().is_none_or(|c| matches!(c, '\n' | '\r'));
    width >= 2 && len > 0 && !set_wide && clause_ends(rest, width)
}

/// `2021年  月  日`: the unit of the next part follows the gap.
fn date_gap(before_text: &str, before: char, after: &str, width: usize) -> bool {
    let expected = match before {
        '年' => '月',
        '月' => '日',
        _ => return false,
    };
    let Some(rest) = after.strip_prefix(expected) else {
        return false;
    };
    let mut earlier = before_text.chars().rev().skip(1).take(16).peekable();
    let dated = match earlier.peek() {
        // `2021年 月 日`: the day's gap after the month's.
        Some(c) if is_blank(*c) => before == '月' && earlier.find(|c| !is_blank(*c)) == Some('年'),
        Some(c) => c.is_ascii_digit() || "Xx×*＊○〇一二三四五六七八九十".contains(*c),
        None => false,
    };
    (dated || width >= 2) && !rest.starts_with(['份', '度', '底', '初', '均', '常'])
}

/// `日期：    年  月`: the year's gap before the month's.
fn year_gap(before: char, after: &str, width: usize) -> bool {
    let Some(rest) = after
        .strip_prefix('年')
        .filter(|_| width >= 2 && !is_blank(before))
    else {
        return false;
    };
    let mut rest = rest
        .chars()
        .take(16)
        .skip_while(|c| is_blank(*c) && *c != '\n');
    after["年".len()..].starts_with(is_blank) && rest.next() == Some('月')
}

/// Whether the sentence pauses here, so that the unit was the whole word.
fn clause_ends(rest: &str, width: usize) -> bool {
    let Some(next) = rest.chars().next() else {
        return width >= 2;
    };
    if matches!(next, '\n' | '\r') {
        return width >= 2;
    }
    "，。；、,;）)！？".contains(next)
        || ["以上", "以下", "左右", "以内"]
            .iter()
            .any(|w| rest.starts_with(w))
}

/// `（  ）` `【  】` `[  ]`: brackets with nothing but blanks inside; `at` stands on the opening one.
pub(super) fn empty_brackets(text: &str, at: usize) -> Option<Range<usize>> {
    let open = text[at..].chars().next()?;
    let mut width = 0;
    let mut end = at + open.len_utf8();
    for c in text[end..].chars().take(64) {
        end += c.len_utf8();
        match c {
            '\u{3000}' => width += 2,
            ' ' | '\u{A0}' => width += 1,
            '）' | ')' | '】' | '〕' | '］' | ']' => {
                let before = text[..at].chars().next_back();
                let counted = units::counted(&text[end..]) && before.is_some_and(is_chinese);
                let wide = width >= 2 && before.is_some_and(|c| is_han(c) || c == '：');
                return (counted || wide).then_some(at..end);
            }
            _ => return None,
        }
    }
    None
}
