//! Section text as clerks type it, resolved into CommonMark.
//!
//! Each line is a paragraph, whatever stands before it: Enter is pressed once for a new paragraph, and blanks at its
//! start are indentation. Lines `- x` and `* x` are lists and lines with pipes above a delimiter row are tables; nothing
//! else that Markdown makes of a line's start (`#`, `>`, `+`, `1.`, `====`, `____`) is markup here.
//!
//! A backslash before a character that this module escapes is not seen, so that an exported file reads back the same;
//! two backslashes are two (`\\server\share`).

use std::ops::Range;

use super::inline;
use crate::text::chars::is_blank;
use crate::text::placeholder::{Kind, placeholders};

/// How deep lists nest at most; deeper entries stay at this depth.
const MAX_DEPTH: usize = 4;

/// Section text as CommonMark with pipe tables: every CommonMark renderer shows it as the clerk meant it.
pub fn to_commonmark(text: &str) -> String {
    let masked: Vec<_> = placeholders(text)
        .into_iter()
        .filter(|p| p.kind == Kind::Asterisk)
        .map(|p| p.span)
        .collect();
    resolve(text, &masked)
}

/// A line without the blanks around it.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    /// Its first byte in the section's text.
    at: usize,
    /// How far it is indented, in half-width columns.
    indent: usize,
}

/// As [`to_commonmark`]; `masked` are the spans of masked numbers, in order.
pub(super) fn resolve(text: &str, masked: &[Range<usize>]) -> String {
    let lines = lines(text);
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut indents: Vec<usize> = Vec::new();
    let mut i = 0;
    while let Some(line) = lines.get(i) {
        i += 1;
        if line.text.is_empty() {
            continue;
        }
        if let Some(rows) = table_at(&lines[i - 1..]) {
            push_gap(&mut out, false);
            push_table(&mut out, &lines[i - 1..i - 1 + rows], masked);
            indents.clear();
            i += rows - 1;
        } else if let Some(words) = bullet(line.text) {
            push_gap(&mut out, !indents.is_empty());
            let depth = depth_of(&mut indents, line.indent);
            let at = line.at + (line.text.len() - words.len());
            out.push_str(&"  ".repeat(depth));
            out.push_str("- ");
            out.push_str(&block_start(inline::resolve(words, at, masked)));
        } else {
            push_gap(&mut out, false);
            indents.clear();
            out.push_str(&block_start(inline::resolve(line.text, line.at, masked)));
        }
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut at = 0;
    text.split_inclusive(['\n', '\r'])
        .map(|raw| {
            let start = at;
            at += raw.len();
            let from_text = raw.trim_start_matches(is_blank);
            let blanks = &raw[..raw.len() - from_text.len()];
            let indent = blanks
                .chars()
                .map(|c| {
                    if c == '\t' {
                        4
                    } else {
                        1 + usize::from(c == '\u{3000}')
                    }
                })
                .sum();
            Line {
                text: from_text.trim_end_matches(is_blank),
                at: start + blanks.len(),
                indent,
            }
        })
        .collect()
}

fn push_gap(out: &mut String, tight: bool) {
    if !out.is_empty() {
        out.push_str(if tight { "\n" } else { "\n\n" });
    }
}

/// The words of a list's line. A line of nothing but such marks (`* * *`) is no list.
fn bullet(line: &str) -> Option<&str> {
    let words = line.strip_prefix(['-', '*'])?;
    let bare = line.chars().all(|c| matches!(c, '-' | '*') || is_blank(c));
    (words.starts_with([' ', '\t']) && !bare).then(|| words.trim_start_matches(is_blank))
}

/// The depth of an entry indented by `indent`, given the indents of the entries that it may be nested in.
fn depth_of(indents: &mut Vec<usize>, indent: usize) -> usize {
    while indents.len() > 1 && indents.last().is_some_and(|last| *last > indent) {
        indents.pop();
    }
    if indents.last().is_none_or(|last| indent >= last + 2) && indents.len() <= MAX_DEPTH {
        indents.push(indent);
    }
    indents.len() - 1
}

/// Escapes what CommonMark would make a block of at a line's start.
pub(in crate::export) fn block_start(line: String) -> String {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let at = match line.as_bytes().first() {
        Some(b'#') if ends(line.trim_start_matches('#')) => Some(0),
        Some(b'>') => Some(0),
        Some(b'-' | b'+') if ends(&line[1..]) || line.bytes().all(|b| b"- \t".contains(&b)) => {
            Some(0)
        }
        Some(b'0'..=b'9')
            if line[digits..].starts_with(['.', ')']) && ends(&line[digits + 1..]) =>
        {
            Some(digits)
        }
        _ => None,
    };
    let Some(at) = at else { return line };
    let mut out = line;
    out.insert(at, '\\');
    out
}

/// How many lines a table at the start of `lines` has; `None` where there is none.
fn table_at(lines: &[Line<'_>]) -> Option<usize> {
    let [head, delimiter, ..] = lines else {
        return None;
    };
    if !head.text.contains('|') || !is_delimiter(delimiter.text) {
        return None;
    }
    Some(
        2 + lines[2..]
            .iter()
            .take_while(|line| line.text.contains('|'))
            .count(),
    )
}

fn is_delimiter(line: &str) -> bool {
    let cell = |cell: &str| {
        let dashes = cell.strip_prefix(':').unwrap_or(cell);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.bytes().all(|b| b == b'-')
    };
    let all = cells(line);
    line.contains('|') && !all.is_empty() && all.iter().all(|(_, text)| cell(text))
}

/// The cells of a row, each with its first byte in the row. A pipe after a backslash is no border.
fn cells(row: &str) -> Vec<(usize, &str)> {
    let from = usize::from(row.starts_with('|'));
    let mut start = from;
    let mut out = Vec::new();
    let mut escaped = false;
    for (i, c) in row.char_indices().skip(from) {
        if c == '|' && !escaped {
            out.push((start, &row[start..i]));
            start = i + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    if start < row.len() {
        out.push((start, &row[start..]));
    }
    let trim = |(at, cell): (usize, &'_ str)| {
        let trimmed = cell.trim_start_matches(is_blank);
        (at + cell.len() - trimmed.len(), trimmed.len())
    };
    out.into_iter()
        .map(trim)
        .map(|(at, len)| (at, row[at..at + len].trim_end_matches(is_blank)))
        .collect()
}

fn push_table(out: &mut String, lines: &[Line<'_>], masked: &[Range<usize>]) {
    let rows: Vec<_> = lines.iter().map(|line| cells(line.text)).collect();
    // Renderers drop cells beyond the head's last: the table is as wide as its widest row.
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    for (r, (row, line)) in rows.iter().zip(lines).enumerate() {
        if r > 0 {
            out.push('\n');
        }
        out.push('|');
        for c in 0..width {
            let cell = row.get(c).map(|(at, text)| match r {
                1 => (*text).to_owned(),
                _ => inline::resolve(text, line.at + at, masked),
            });
            out.push(' ');
            out.push_str(cell.as_deref().unwrap_or(if r == 1 { "---" } else { "" }));
            out.push_str(" |");
        }
    }
}
