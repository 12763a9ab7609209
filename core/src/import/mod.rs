//! Opens a text as a report: lines, then headings and parts, then sections. Text is never an error.

use std::ops::Range;

use crate::facts::Facts;
use crate::report::{Report, SectionId};

/// A heading's level in the outline of an opened text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Level {
    /// 一、（一）1.（1）: 1 to 4.
    Official(u8),
    /// A newspaper's section head (■ or a bare line).
    News1,
    /// A newspaper's sub-head.
    News2,
}

/// A heading as it stands in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineEntry {
    /// Its level.
    pub level: Level,
    /// Its words with its mark, up to its first 。.
    pub text: String,
    /// Bytes in the source.
    pub span: Range<usize>,
}

/// Where a piece of a section's text or heading stands in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The section.
    pub section: SectionId,
    /// Whether the piece is of the heading's words (`true`) or of the text.
    pub heading: bool,
    /// First byte in that field.
    pub at: usize,
    /// Bytes in the source; the field has the same bytes at `at`.
    pub source: Range<usize>,
}

/// A text opened as a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The report; its template is the genre that was recognised.
    pub report: Report,
    /// Facts from front matter.
    pub facts: Facts,
    /// Headings as they stand in the source.
    pub outline: Vec<OutlineEntry>,
    /// From sections back to the source, in source order.
    pub pieces: Vec<Piece>,
    /// What the reader should know, in Chinese.
    pub notes: Vec<String>,
}

/// Opens `source` (plain text or Markdown, decoded).
pub fn import_text(source: &str) -> Imported {
    use crate::report::{Node, Role, Section};
    let id = SectionId("lead".into());
    let node = Node { id: id.clone(), slot: Some("lead".into()), role: Role::Lead, heading: None };
    Imported {
        report: Report { template: "blank".into(), sections: vec![Section { node, text: source.to_owned() }] },
        facts: Facts::default(),
        outline: Vec::new(),
        pieces: vec![Piece { section: id, heading: false, at: 0, source: 0..source.len() }],
        notes: Vec::new(),
    }
}
