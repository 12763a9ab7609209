//! Paragraphs to the text in the dialect, with bold where it says something.

use super::story::{Kind, Para};
use crate::text::chars::{count, is_blank, is_han};

/// The longest paragraph that may be bold as a whole, in characters without blanks: a heading or a catchword.
const LONGEST_BOLD: usize = 60;

/// The words alone, on one line: for what is shown in a note.
pub(super) fn plain(paras: &[Para]) -> String {
    let mut out = String::new();
    for para in paras {
        for line in para.text.split('\n').map(|l| l.trim_matches(is_blank)) {
            if !(out.is_empty() || line.is_empty()) {
                out.push(' ');
            }
            out.push_str(line);
        }
    }
    out
}

/// The paragraphs, one a line.
pub(super) fn text(paras: &[Para]) -> String {
    let mut out = String::new();
    let mut bold = Vec::new();
    let mut in_title = false;
    for (i, para) in paras.iter().enumerate() {
        let title = para.kind == Kind::Heading(1);
        // A title over several paragraphs is one title.
        if !(title && in_title) {
            if i > 0 {
                out.push('\n');
            }
            if let Kind::Heading(hashes) = para.kind {
                out.push_str(&"######"[..usize::from(hashes.min(6))]);
                out.push(' ');
            }
        }
        in_title = title;
        if para.kind == Kind::Body {
            let shift = out.len();
            bold.extend(para.bold.iter().map(|b| (b.0 + shift, b.1 + shift)));
        }
        out.push_str(&para.text);
    }
    let size: usize = bold.iter().map(|b| count(&out[b.0..b.1])).sum();
    if size * 2 > count(&out) {
        return out;
    }
    let mut marks = Vec::new();
    for (start, end) in bold {
        add_bold(&out, start, end, &mut marks);
    }
    with_stars(&out, &marks)
}

/// Adds the pieces of a bold range to `marks`: each within its line, without the blanks around it.
fn add_bold(text: &str, start: usize, end: usize, marks: &mut Vec<(usize, usize)>) {
    let mut at = start;
    for piece in text[start..end].split('\n') {
        let from = at + (piece.len() - piece.trim_start_matches(is_blank).len());
        let to = from + piece.trim_matches(is_blank).len();
        at += piece.len() + 1;
        if from == to {
            continue;
        }
        match marks.last_mut() {
            Some(last) if text[last.1..from].chars().all(is_gap) => last.1 = to,
            _ => marks.push((from, to)),
        }
    }
}

/// Whether `c` is a blank inside one line.
fn is_gap(c: char) -> bool {
    is_blank(c) && c != '\n'
}

fn with_stars(text: &str, marks: &[(usize, usize)]) -> String {
    let mut out = String::with_capacity(text.len() + marks.len() * 4);
    let mut at = 0;
    for (from, to) in marks {
        let (words, before, after) = (&text[*from..*to], &text[..*from], &text[*to..]);
        let before_blanks = before.trim_end_matches(is_gap);
        let after_blanks = after.trim_start_matches(is_gap);
        let line_start = before_blanks.is_empty() || before_blanks.ends_with('\n');
        let line_end = after_blanks.is_empty() || after_blanks.starts_with('\n');
        let says_something = words
            .chars()
            .any(|c| is_han(c) || c.is_ascii_alphanumeric());
        let clashes = words.contains('*') || before.ends_with('*') || after.starts_with('*');
        let whole = line_start && line_end && count(words) > LONGEST_BOLD;
        out.push_str(&text[at..*from]);
        at = *to;
        if clashes || whole || !says_something {
            out.push_str(words);
        } else {
            out.push_str("**");
            out.push_str(words);
            out.push_str("**");
        }
    }
    out.push_str(&text[at..]);
    out
}
