//! A table of contents repeats the headings; its lines are text.

use std::collections::HashMap;
use std::ops::Range;

use super::lines::Para;
use crate::text::chars::without_blanks;

/// The longest line of a table of contents, in characters.
const LONGEST: usize = 50;

/// The paragraphs of the table of contents; empty where there is none.
pub(super) fn find(source: &str, paras: &[Para]) -> Range<usize> {
    announced(source, paras)
        .or_else(|| repeated(source, paras))
        .unwrap_or(0..0)
}

fn short(source: &str, para: &Para) -> bool {
    para.chars <= LONGEST && !para.text(source).contains('。')
}

/// The lines below 目录, up to the one that begins the numbering anew.
fn announced(source: &str, paras: &[Para]) -> Option<Range<usize>> {
    let head = paras.iter().take(60).position(|p| {
        p.chars <= 4 && matches!(without_blanks(p.text(source)).as_str(), "目录" | "目次")
    })?;
    let first = paras.get(head + 1)?.mark?;
    let mut end = head + 2;
    while let Some(para) = paras.get(end) {
        let anew = para
            .mark
            .is_some_and(|m| m.level == first.level && m.number == first.number);
        let other_hash = para.hashes > 0 && paras[head + 1].hashes == 0;
        if anew || other_hash || !short(source, para) {
            return Some(head..end);
        }
        end += 1;
    }
    None
}

/// Three or more numbered lines without any text between, the first of which comes again.
fn repeated(source: &str, paras: &[Para]) -> Option<Range<usize>> {
    let words = |para: &Para| {
        let mark = para
            .mark
            .filter(|m| m.level == 1 && m.number == 1 && !m.square && para.chars <= LONGEST)?;
        let text = without_blanks(&para.text(source)[mark.len..]);
        Some(
            text.trim_end_matches(|c: char| c == '.' || c == '…' || c == '·' || c.is_ascii_digit())
                .to_owned(),
        )
    };
    let mut last = HashMap::new();
    for (i, para) in paras.iter().enumerate() {
        if let Some(words) = words(para) {
            last.insert(words, i);
        }
    }
    let start = paras
        .iter()
        .enumerate()
        .position(|(i, p)| words(p).is_some_and(|w| last.get(&w).is_some_and(|l| *l > i)))?;
    let more = paras[start + 1..]
        .iter()
        .take_while(|p| p.mark.is_some_and(|m| m.level > 1 || m.number > 1) && short(source, p));
    let end = start + 1 + more.count();
    let ones = paras[start..end]
        .iter()
        .filter(|p| p.mark.is_some_and(|m| m.level == 1))
        .count();
    (end - start >= 3 && ones >= 2).then_some(start..end)
}
