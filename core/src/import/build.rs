//! Classified paragraphs to sections, with the way back to the source.

use std::ops::Range;

use super::classify::{Classified, Kind};
use super::lines::Para;
use super::shape::Head;
use super::{Level, OutlineEntry};
use crate::report::{Heading, Role};

/// A piece of a section: of its heading's words or its text, first byte there, bytes of the source.
pub(super) type LocalPiece = (bool, usize, Range<usize>);

/// A section without its name.
#[derive(Debug)]
pub(super) struct Draft {
    pub role: Role,
    pub heading: Option<Heading>,
    pub text: String,
    pub pieces: Vec<LocalPiece>,
}

/// Sections in source order, the outline, and the bytes of Markdown's syntax that were left out.
#[derive(Debug, Default)]
pub(super) struct Built {
    pub drafts: Vec<Draft>,
    pub outline: Vec<OutlineEntry>,
    pub consumed: Vec<Range<usize>>,
}

/// Builds the sections.
pub(super) fn build(all: &Classified<'_>) -> Built {
    let mut built = Built::default();
    let mut open = None;
    for (para, kind) in all.paras.iter().zip(&all.kinds) {
        match kind {
            Kind::Text => {
                let takes = built
                    .drafts
                    .last()
                    .is_some_and(|d| matches!(d.role, Role::Lead | Role::Body));
                if !takes {
                    built.start(Role::Lead, None);
                }
                // What is no heading after all has no use for a heading's `#`.
                if para.hashes > 0 {
                    built.consume(para);
                    built.text(all.source, para.core.clone());
                } else {
                    built.text(all.source, para.span.clone());
                }
                open = None;
            }
            Kind::Part(role) => {
                if open != Some(*role) {
                    built.start(*role, None);
                }
                let words = matches!(role, Role::Title | Role::Kicker | Role::Subtitle);
                let range = if words {
                    para.core.clone()
                } else {
                    para.span.clone()
                };
                if words {
                    built.consume(para);
                }
                built.text(all.source, range);
                open = Some(*role);
            }
            Kind::Dropped => built.consumed.push(para.span.clone()),
            Kind::Heading(head) => {
                built.heading(all.source, para, head);
                open = None;
            }
        }
    }
    built
}

impl Built {
    fn start(&mut self, role: Role, heading: Option<Heading>) {
        self.drafts.push(Draft {
            role,
            heading,
            text: String::new(),
            pieces: Vec::new(),
        });
    }

    /// Adds a paragraph to the last section.
    fn text(&mut self, source: &str, range: Range<usize>) {
        let Some(draft) = self.drafts.last_mut() else {
            return;
        };
        if !draft.text.is_empty() {
            draft.text.push('\n');
        }
        draft.pieces.push((false, draft.text.len(), range.clone()));
        draft.text.push_str(&source[range]);
    }

    fn heading(&mut self, source: &str, para: &Para, head: &Head) {
        self.consume(para);
        let heading = Heading {
            text: source[head.title.clone()].to_owned(),
            level: head.level,
            numbering: head.numbering,
            run_in: head.run_in,
            source_mark: Some(source[head.mark.clone()].to_owned()),
        };
        self.start(Role::Body, Some(heading));
        if let Some(draft) = self.drafts.last_mut() {
            draft.pieces.push((true, 0, head.title.clone()));
        }
        if !head.rest.is_empty() {
            self.text(source, head.rest.clone());
        }
        self.outline.push(outline_entry(source, head));
    }

    /// Notes Markdown's syntax around a paragraph's words as left out.
    fn consume(&mut self, para: &Para) {
        let around = [
            Some(para.span.start..para.core.start),
            para.bold_start.clone(),
            para.bold_end.clone(),
            Some(para.core.end..para.span.end),
        ];
        self.consumed
            .extend(around.into_iter().flatten().filter(|r| !r.is_empty()));
    }
}

fn outline_entry(source: &str, head: &Head) -> OutlineEntry {
    let words = &source[head.title.clone()];
    let end = head.title.start + words.find('。').unwrap_or(words.len());
    let span = head.mark.start..end;
    let level = match (head.news, head.level) {
        (true, 1) => Level::News1,
        (true, _) => Level::News2,
        (false, level) => Level::Official(level),
    };
    OutlineEntry {
        level,
        text: source[span.clone()].to_owned(),
        span,
    }
}
