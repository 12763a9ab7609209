//! Source text to paragraphs: lines without the blanks around them, with what Markdown says of each.

use std::ops::Range;

use super::glued;
use super::shape::LONGEST;
use crate::text::chars::{is_blank, is_han};
use crate::text::marks::{self, Mark};
use crate::text::placeholder::{Kind, placeholders};

/// What Markdown makes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    /// A paragraph or heading.
    Paragraph,
    /// A line of a list, table or quotation.
    List,
    /// Stands inside a fenced block or front matter, or is a fence.
    Fenced,
}

/// A paragraph of the source that has something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Para {
    /// Bytes that stay where the paragraph is text; the indentation of list lines and of fenced lines included.
    pub span: Range<usize>,
    /// Bytes without Markdown's `#` before it and `**` around it.
    pub core: Range<usize>,
    /// Depth of Markdown's `#` heading; 0 where it is none.
    pub hashes: u8,
    /// The paragraph is bold as a whole.
    pub bold: bool,
    /// The opening `**` of a bold title behind its number.
    pub bold_start: Option<Range<usize>>,
    /// The closing `**` of a bold numbered title that the body goes on behind.
    pub bold_end: Option<Range<usize>>,
    /// What Markdown makes of it.
    pub block: Block,
    /// Was cut out of a longer line.
    pub cut: bool,
    /// Characters of `core`, blanks aside.
    pub chars: usize,
    /// The mark that `core` begins with.
    pub mark: Option<Mark>,
}

impl Para {
    /// The words, without Markdown's syntax.
    pub fn text<'a>(&self, source: &'a str) -> &'a str {
        &source[self.core.clone()]
    }
}

/// All paragraphs of `source` from byte `from` on; those before byte `verbatim` are taken as they stand.
pub(super) fn paragraphs(source: &str, from: usize, verbatim: usize) -> Vec<Para> {
    let mut out = Vec::new();
    let lined = has_lines_of_level_one(&source[from..]);
    let mut fence = None;
    let mut at = from;
    while at < source.len() {
        let end = line_end(&source.as_bytes()[at..]).map_or(source.len(), |i| at + i);
        let line = trimmed(source, at..end);
        if !line.is_empty() {
            let text = &source[line.clone()];
            let marker = ["```", "~~~"].into_iter().find(|m| text.starts_with(m));
            let is_fence = marker.is_some() && (fence.is_none() || fence == marker);
            if is_fence {
                fence = if fence.is_some() { None } else { marker };
            }
            if is_fence || fence.is_some() || at < verbatim {
                out.push(fenced(source, at..end, line));
            } else {
                plain(source, at, line, lined, &mut out);
            }
        }
        at = end + source[end..].chars().next().map_or(1, char::len_utf8);
    }
    out
}

/// Whether at least two lines begin with a mark of level 1.
fn has_lines_of_level_one(text: &str) -> bool {
    let one = |line: &&str| {
        let line = line.trim_start_matches(is_blank);
        line.starts_with(is_han) && marks::parse(line).is_some_and(|m| m.level == 1)
    };
    text.split(['\n', '\r']).filter(one).nth(1).is_some()
}

/// First byte of the first line end: \n, \r, vertical tab, form feed, next line, and Unicode's two separators.
fn line_end(bytes: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let step = bytes[from..]
            .iter()
            .position(|b| matches!(b, 0x0A..=0x0D | 0xC2 | 0xE2))?;
        let at = from + step;
        if bytes[at] < 0x80
            || bytes[at..].starts_with("\u{85}".as_bytes())
            || bytes[at..].starts_with("\u{2028}".as_bytes())
            || bytes[at..].starts_with("\u{2029}".as_bytes())
        {
            return Some(at);
        }
        from = at + 1;
    }
}

/// The range without the blanks at both ends.
pub(super) fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let text = &source[range.clone()];
    let start = range.start + (text.len() - text.trim_start_matches(is_blank).len());
    let end = start + source[start..range.end].trim_end_matches(is_blank).len();
    start..end
}

fn fenced(source: &str, line: Range<usize>, text: Range<usize>) -> Para {
    Para {
        span: indented(source, line.start, text.clone()),
        block: Block::Fenced,
        ..para(source, text)
    }
}

fn plain(source: &str, line_start: usize, line: Range<usize>, lined: bool, out: &mut Vec<Para>) {
    let text = &source[line.clone()];
    if text.starts_with(['|', '>']) || is_list_line(text) {
        let nested = out.last().is_some_and(|p| p.block == Block::List);
        let span = if nested {
            indented(source, line_start, line.clone())
        } else {
            line.clone()
        };
        out.push(Para {
            span,
            block: Block::List,
            ..para(source, line)
        });
        return;
    }
    if let Some(found) = hash_heading(source, &line) {
        out.push(found);
        return;
    }
    let parts = glued::split(source, &line, lined);
    let cut = parts.len() > 1;
    out.extend(parts.into_iter().map(|part| Para {
        cut,
        ..bold_aside(source, part)
    }));
}

pub(super) fn para(source: &str, range: Range<usize>) -> Para {
    let text = &source[range.clone()];
    Para {
        span: range.clone(),
        core: range,
        hashes: 0,
        bold: false,
        bold_start: None,
        bold_end: None,
        block: Block::Paragraph,
        cut: false,
        chars: text.chars().filter(|c| !is_blank(*c)).count(),
        mark: marks::parse(text),
    }
}

/// Keeps indentation of plain spaces, which nests a list line and is content in a fenced block.
pub(super) fn indented(source: &str, line_start: usize, text: Range<usize>) -> Range<usize> {
    let indent = &source[line_start..text.start];
    if indent.bytes().all(|b| b == b' ' || b == b'\t') {
        line_start..text.end
    } else {
        text
    }
}

fn is_list_line(text: &str) -> bool {
    text.starts_with("- ")
        || text.starts_with("* ")
        || text.starts_with("+ ")
        || text.starts_with("-\t")
}

/// `## words ##`: one to six `#`, a blank, words.
fn hash_heading(source: &str, line: &Range<usize>) -> Option<Para> {
    let text = &source[line.clone()];
    let depth = text.bytes().take_while(|b| *b == b'#').count();
    if depth == 0 || depth > 6 || !text[depth..].starts_with(is_blank) {
        return None;
    }
    let mut inner = trimmed(source, line.start + depth..line.end);
    let closing = source[inner.clone()].trim_end_matches('#');
    if closing.len() < inner.len() && closing.ends_with(is_blank) {
        inner = trimmed(source, inner.start..inner.start + closing.len());
    }
    if source[inner.clone()].starts_with('#') || inner.is_empty() {
        return None;
    }
    let hashes = u8::try_from(depth).unwrap_or(6);
    let mut found = bold_aside(source, inner.clone());
    if found.bold_end.is_some() {
        // Only a part of the line is bold: those stars are the heading's own.
        found = para(source, inner);
    }
    Some(Para {
        span: line.clone(),
        hashes,
        ..found
    })
}

/// Leaves the `**` around a whole paragraph, or around the heading that it begins with, out of `core`.
fn bold_aside(source: &str, range: Range<usize>) -> Para {
    let text = &source[range.clone()];
    for pair in ["**", "__"] {
        let Some(inner) = text.strip_prefix(pair).and_then(|t| t.strip_suffix(pair)) else {
            continue;
        };
        let short = inner.len() <= 240 && !inner.contains(pair);
        if short
            && inner.contains(is_han)
            && !inner.starts_with(is_blank)
            && !inner.ends_with(is_blank)
        {
            let core = range.start + pair.len()..range.end - pair.len();
            return Para {
                span: range,
                bold: true,
                ..para(source, core)
            };
        }
    }
    if let Some(inner) = text
        .strip_prefix("**")
        .filter(|t| marks::parse(t).is_some())
        && let Some(at) = closing_stars(inner)
    {
        let start = range.start + 2;
        let bold_end = Some(start + at..start + at + 2);
        return Para {
            span: range.clone(),
            bold_end,
            ..para(source, start..range.end)
        };
    }
    let plain = para(source, range);
    bold_behind_mark(source, &plain).unwrap_or(plain)
}

/// Where the `**` stands that closes a title.
fn closing_stars(inner: &str) -> Option<usize> {
    let window = inner
        .char_indices()
        .nth(LONGEST + 15)
        .map_or(inner.len(), |(i, _)| i);
    inner[..window].find("**")
}

/// `1. **Title**`, `1. **Title。**Body`, `1. **Title** Body`; in `1. **局开会**次` the stars are values left open.
fn bold_behind_mark(source: &str, plain: &Para) -> Option<Para> {
    let text = plain.text(source);
    let behind = text[plain.mark?.len..].trim_start_matches(is_blank);
    let inner = behind.strip_prefix("**")?;
    let at = closing_stars(inner).filter(|at| *at > 0)?;
    let (title, rest) = (&inner[..at], &inner[at + 2..]);
    let ends = rest.is_empty()
        || rest.starts_with('。')
        || rest.starts_with(is_blank)
        || title.ends_with(['。', '：']);
    let masked = || placeholders(text).iter().any(|p| p.kind == Kind::Asterisk);
    if !ends || !title.starts_with(is_han) || masked() {
        return None;
    }
    let open = plain.core.end - behind.len();
    let close = open + 2 + at;
    Some(Para {
        bold_start: Some(open..open + 2),
        bold_end: Some(close..close + 2),
        ..plain.clone()
    })
}
