//! Plain text with numbering, as one would paste it into a plain form: one line a paragraph.

use super::layout::{Block, Inline, document, plain};
use crate::facts::Facts;
use crate::report::Report;

/// The report as plain text. Table cells are parted by tabs, so that they paste into a spreadsheet.
pub fn file(report: &Report, facts: &Facts) -> String {
    let mut out = String::new();
    for block in document(report, facts) {
        match &block {
            Block::Part { lines, .. } => lines.iter().for_each(|line| push_line(&[line], &mut out)),
            Block::Heading {
                mark, words, body, ..
            } => {
                out.push_str(mark);
                push_line(&[words, body.as_deref().unwrap_or_default()], &mut out);
            }
            Block::Paragraph(line) => push_line(&[line], &mut out),
            Block::List(items) => {
                for item in items {
                    out.push_str(&"  ".repeat(item.depth));
                    out.push_str("- ");
                    push_line(&[&item.line], &mut out);
                }
            }
            Block::Table { head, rows, .. } => {
                for row in std::iter::once(head).chain(rows) {
                    let cells: Vec<_> = row.iter().map(|cell| words(cell)).collect();
                    out.push_str(&cells.join("\t"));
                    out.push('\n');
                }
            }
        }
    }
    out
}

fn push_line(pieces: &[&[Inline]], out: &mut String) {
    for piece in pieces {
        out.push_str(&words(piece));
    }
    out.push('\n');
}

/// What is seen of a line, with the addresses of its links in brackets.
fn words(line: &[Inline]) -> String {
    let mut out = String::new();
    for inline in line {
        match inline {
            Inline::Link { url, content } => {
                let content = plain(content);
                out.push_str(&content);
                if content != *url {
                    out.push('（');
                    out.push_str(url);
                    out.push('）');
                }
            }
            Inline::Strong(content) | Inline::Emphasis(content) => out.push_str(&words(content)),
            Inline::Text(text) | Inline::Placeholder(text) | Inline::Code(text) => {
                out.push_str(text);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::samples::{facts, news, study};

    #[test]
    fn study_summary() {
        insta::assert_snapshot!(file(&study(), &facts()));
    }

    #[test]
    fn news_feature() {
        insta::assert_snapshot!(file(&news(), &Facts::default()));
    }
}
