//! Opens a text as a report: lines, then headings and parts, then sections. Text is never an error.

mod build;
mod chapters;
mod classify;
mod contents;
mod flaws;
mod front_matter;
mod genre;
mod glued;
mod lines;
mod news;
mod notes;
mod own;
mod parts;
mod review;
mod run_on;
mod shape;
pub mod source;
#[cfg(test)]
mod tests;
mod vote;
mod words;

pub use flaws::{Flaw, Proposal};
pub use review::{Line, LineRole, Reading, Review};

use std::ops::Range;

use crate::facts::Facts;
use crate::report::{Ids, Node, Report, Section, SectionId, marks};
use crate::template;

use classify::Classified;
use front_matter::FrontMatter;

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
///
/// Nothing is lost: [`Report::plain_text`] equals the source, blanks aside, but for what Markdown needs to say what a
/// line is: the `#` of a line that became a title or heading (a closing run of `#` too), the pair of `**` or `__` around
/// such a line or around a numbered run-in title, and a front matter block that was understood as a whole (`template:`,
/// `nigao:`, `sections:`, `facts:`). Of Markdown that this program wrote (`nigao:`) the backslashes are left out too that it
/// put before characters which would be markup, and values of facts are the facts' names again. Whatever is not understood stays in the text.
pub fn import_text(source: &str) -> Imported {
    open(source).0
}

/// The opened text, and the bytes of Markdown's syntax that are not in the report.
fn open(source: &str) -> (Imported, Vec<Range<usize>>) {
    let (front, all) = read(source);
    finish(front, &all, None, true)
}

/// What the front matter says, and what each paragraph is.
fn read(source: &str) -> (FrontMatter, Classified<'_>) {
    let front = front_matter::read(source).unwrap_or_default();
    if front.understood && front.own {
        let all = own::classify(source, &front);
        return (front, all);
    }
    let from = if front.understood { front.end } else { 0 };
    let paras = lines::paragraphs(source, from, front.end);
    (front, classify::classify(source, paras))
}

/// Sections of what was read, as a report of the kind `template`, or of the one that is named or recognised. `unchanged`:
/// nobody changed what the lines are, so that what the file says of its sections holds.
fn finish(
    front: FrontMatter,
    all: &Classified<'_>,
    template: Option<&str>,
    unchanged: bool,
) -> (Imported, Vec<Range<usize>>) {
    let plan = all.plan.as_ref().filter(|_| unchanged);
    let mut built = match plan {
        Some(plan) => own::build(all, plan, &front.facts),
        None => build::build(all),
    };
    if front.understood && front.end > 0 {
        built.consumed.insert(0, 0..front.end);
    }
    let mut notes = notes::notes(all, &built.drafts, front.understood || front.end == 0);
    // Slots are those of the kind that the file names.
    let plan = plan.filter(|_| template.is_none() || template == front.template.as_deref());
    let template = match template.map(str::to_owned).or(front.template) {
        Some(id) => {
            if template::by_id(&id).is_none() {
                notes.push(format!(
                    "文件标明的报告种类“{id}”不在本机的种类之中，请自行选择种类。"
                ));
            }
            id
        }
        None => genre::recognise(&built.drafts, news::is_news(all)).to_owned(),
    };
    let slots = match (plan, template::by_id(&template)) {
        (Some(plan), _) => plan
            .iter()
            .map(|s| Some(s.slot.clone()).filter(|slot| !slot.is_empty()))
            .collect(),
        (None, Some(known)) => genre::lay_out(&built.drafts, known),
        (None, None) => vec![None; built.drafts.len()],
    };
    let mut ids = genre::names(&built.drafts, &slots);
    if let Some(plan) = plan {
        let mut given = Ids::default();
        for (id, section) in ids.iter_mut().zip(plan) {
            let stem = Some(&section.id).filter(|id| !id.is_empty());
            *id = given.give(stem.unwrap_or(&id.0));
        }
    }
    let mut pieces = Vec::new();
    let mut sections = Vec::with_capacity(ids.len());
    for ((draft, id), slot) in built.drafts.into_iter().zip(ids).zip(slots) {
        let own = draft.pieces.into_iter();
        pieces.extend(own.map(|(heading, at, source)| Piece {
            section: id.clone(),
            heading,
            at,
            source,
        }));
        sections.push(Section {
            node: Node {
                id,
                slot,
                role: draft.role,
                heading: draft.heading,
                origin: None,
            },
            text: draft.text,
        });
    }
    keep_other_marks(&mut sections);
    let report = Report { template, sections };
    (
        Imported {
            report,
            facts: front.facts,
            outline: built.outline,
            pieces,
            notes,
        },
        built.consumed,
    )
}

/// Keeps the marks as typed only where the structure gives others.
fn keep_other_marks(sections: &mut [Section]) {
    let typed: Vec<_> = sections
        .iter_mut()
        .map(|s| s.node.heading.as_mut().and_then(|h| h.source_mark.take()))
        .collect();
    let computed = marks(sections.iter().map(|s| &s.node));
    for ((section, typed), computed) in sections.iter_mut().zip(typed).zip(computed) {
        if let Some(heading) = &mut section.node.heading {
            heading.source_mark = typed.filter(|mark| *mark != computed);
        }
    }
}
