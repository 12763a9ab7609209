//! A bare …… where text is due: after a number (（二）……), after 一是, or as the only words of a text or under a heading.

use std::ops::Range;

use crate::text::chars::is_blank;
use crate::text::items::items;
use crate::text::paragraph::{Lead, lead};

/// What may close the line after the dots.
const CLOSERS: [char; 4] = ['。', '；', ';', '，'];

/// The dots that are all that `line` says, where that is after a number or an item's marker.
///
/// `heads_text` says that nothing but blanks or a heading stands before the line.
pub(super) fn scan(line: &str, heads_text: bool) -> Option<Range<usize>> {
    let body = line.trim_matches(is_blank);
    let last = body
        .trim_end_matches(|c| is_blank(c) || CLOSERS.contains(&c))
        .chars()
        .next_back();
    if !(matches!(last, Some('…' | '.')) || body.ends_with("。。")) {
        return None;
    }
    let mut start = line.len() - line.trim_start_matches(is_blank).len();
    let mut marked = false;
    if let Some((kind, end)) = lead(line) {
        start = end;
        marked = kind == Lead::Number;
    }
    let rest = &line[start..];
    if let Some(item) = items(rest.get(..rest.len().min(60)).unwrap_or("")).first()
        && rest[..item.marker.start].chars().all(is_blank)
    {
        start += item.marker.end;
        marked = true;
    }
    let rest = &line[start..];
    let dots = rest.trim_start_matches(is_blank);
    let from = start + rest.len() - dots.len();
    let len = dots_len(dots);
    let closed = dots[len..]
        .chars()
        .all(|c| is_blank(c) || CLOSERS.contains(&c));
    (len > 0 && closed && (marked || heads_text)).then_some(from..from + len)
}

/// Dots right after an item's marker in running text: 一是……；二是…….
pub(super) fn after_items(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let found = if text.contains('…') {
        items(text)
    } else {
        Vec::new()
    };
    found.into_iter().filter_map(|item| {
        let dots = &text[item.marker.end..];
        let len = if dots.starts_with('…') {
            dots_len(dots)
        } else {
            0
        };
        (len > 0).then_some(item.marker.end..item.marker.end + len)
    })
}

/// Bytes of the dots that `text` begins with: … or more, `...`, or 。。。.
fn dots_len(text: &str) -> usize {
    let run = |dot: char| text.chars().take_while(|c| *c == dot).count();
    match (run('…'), run('.'), run('。')) {
        (n @ 1.., _, _) => n * 3,
        (_, n @ 3.., _) => n,
        (_, _, n @ 3..) => n * 3,
        _ => 0,
    }
}
