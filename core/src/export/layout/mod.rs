//! The laid-out document: a report's sections as blocks in reading order, facts filled in, marks computed.
//!
//! Preview, HTML, text and Word all read these blocks, so that they cannot differ in what they contain. How a block
//! looks (fonts, indents, sizes) is each exporter's own matter.

mod dialect;
mod inline;
mod parse;

pub(super) use dialect::block_start;
pub use dialect::to_commonmark;
pub use inline::literal;

use crate::facts::Facts;
use crate::report::{Heading, Node, Numbering, Report, Role};
use crate::text::chars::is_blank;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Characters as they are to be seen.
    Text(String),
    /// Characters that are left to be filled in, as typed.
    Placeholder(String),
    /// `code`, without its backticks.
    Code(String),
    /// **Bold**.
    Strong(Vec<Inline>),
    /// *Emphasis*.
    Emphasis(Vec<Inline>),
    /// A link whose scheme is on the allow-list ([`is_safe_link`]).
    Link {
        /// Where it leads.
        url: String,
        /// What is seen of it.
        content: Vec<Inline>,
    },
}

/// A line or paragraph: its pieces in order.
pub type Line = Vec<Inline>;

/// One entry of a bullet list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// How deep it is nested, from 0; at most one more than the entry above.
    pub depth: usize,
    /// Its words.
    pub line: Line,
}

/// Where the text of a table's column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Not said.
    Auto,
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// One block of the laid-out document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A part of the genre that is no running text, such as the title: never [`Role::Lead`] or [`Role::Body`].
    Part {
        /// Which part.
        role: Role,
        /// Its lines, at least one, with no markup in them.
        lines: Vec<Line>,
    },
    /// A heading.
    Heading {
        /// 1 to 4.
        level: u8,
        /// How its mark is made, which tells an official heading from a newspaper's.
        numbering: Numbering,
        /// The mark before the words; may be empty.
        mark: String,
        /// The words; a run-in heading's with their closing 。.
        words: Line,
        /// The body that goes on in the heading's paragraph, where the heading is run in.
        body: Option<Line>,
    },
    /// A paragraph.
    Paragraph(Line),
    /// A bullet list.
    List(Vec<ListItem>),
    /// A table; every row has as many cells as `align`.
    Table {
        /// One for each column.
        align: Vec<Align>,
        /// The cells of the head row.
        head: Vec<Line>,
        /// The other rows.
        rows: Vec<Vec<Line>>,
    },
}

/// Lays out one section; `mark` is the mark shown before its heading.
pub fn section(node: &Node, mark: &str, text: &str, facts: &Facts) -> Vec<Block> {
    let text = facts.fill(text);
    if !matches!(node.role, Role::Lead | Role::Body) {
        let lines: Vec<_> = plain_lines(&text).map(parse::literal_line).collect();
        return if lines.is_empty() {
            Vec::new()
        } else {
            vec![Block::Part {
                role: node.role,
                lines,
            }]
        };
    }
    let body = parse::blocks(&to_commonmark(&text));
    match &node.heading {
        Some(heading) => with_heading(heading, mark, body, facts),
        None => body,
    }
}

/// Lays out a whole report.
pub fn document(report: &Report, facts: &Facts) -> Vec<Block> {
    report
        .sections
        .iter()
        .zip(report.marks())
        .flat_map(|(s, mark)| section(&s.node, &mark, &s.text, facts))
        .collect()
}

/// Puts the heading before its body, or into the body's first paragraph where it is run in.
fn with_heading(heading: &Heading, mark: &str, mut body: Vec<Block>, facts: &Facts) -> Vec<Block> {
    let filled = facts.fill(&heading.text);
    let text = plain_lines(&filled).collect::<Vec<_>>().join(" ");
    if text.is_empty() && mark.is_empty() {
        return body;
    }
    let named = !text.is_empty();
    let heading = Heading {
        text,
        ..heading.clone()
    };
    let words = if named {
        parse::literal_line(&heading.closed())
    } else {
        Line::new()
    };
    let run_in = heading.run_in && matches!(body.first(), Some(Block::Paragraph(_)));
    let first = if run_in { Some(body.remove(0)) } else { None };
    let body_line = first.and_then(|block| {
        if let Block::Paragraph(line) = block {
            Some(line)
        } else {
            None
        }
    });
    let block = Block::Heading {
        level: heading.level.clamp(1, 4),
        numbering: heading.numbering,
        mark: mark.to_owned(),
        words,
        body: body_line,
    };
    body.insert(0, block);
    body
}

/// The lines of a text that have anything on them, without the blanks around them.
pub(super) fn plain_lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r'])
        .map(|line| line.trim_matches(is_blank))
        .filter(|line| !line.is_empty())
}

/// What is seen of a line.
pub fn plain(line: &[Inline]) -> String {
    let mut out = String::new();
    push_plain(line, &mut out);
    out
}

fn push_plain(line: &[Inline], out: &mut String) {
    for inline in line {
        match inline {
            Inline::Text(text) | Inline::Placeholder(text) | Inline::Code(text) => {
                out.push_str(text);
            }
            Inline::Strong(content) | Inline::Emphasis(content) | Inline::Link { content, .. } => {
                push_plain(content, out);
            }
        }
    }
}

/// Whether a link may be followed: only `http:`, `https:`, `mailto:` and `tel:`.
///
/// Links without a scheme are not safe either: an exported file stands in another folder than the one they meant.
pub fn is_safe_link(url: &str) -> bool {
    ["http://", "https://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| {
            url.get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        })
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
