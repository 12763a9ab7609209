//! Classified paragraphs to sections, with the way back to the source.

use std::ops::Range;

use super::classify::{Classified, Kind};
use super::lines::Para;
use super::shape::Head;
use super::{Level, OutlineEntry};
use crate::report::{Heading, Role};
use crate::text::escapes::escapes;

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
    /// In any order.
    pub consumed: Vec<Range<usize>>,
    /// The source is Markdown of ours: backslashes of CommonMark's are left out.
    own: bool,
    /// Which of them are the clerk's.
    pub typed: usize,
}

/// Builds the sections.
pub(super) fn build(all: &Classified<'_>) -> Built {
    let mut built = Built::new(all.own);
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
    pub fn new(own: bool) -> Self {
        Self {
            own,
            ..Self::default()
        }
    }

    pub fn start(&mut self, role: Role, heading: Option<Heading>) {
        self.drafts.push(Draft {
            role,
            heading,
            text: String::new(),
            pieces: Vec::new(),
        });
    }

    /// Adds a paragraph to the last section.
    pub fn text(&mut self, source: &str, range: Range<usize>) {
        let Some(draft) = self.drafts.last_mut() else {
            return;
        };
        let mut text = std::mem::take(&mut draft.text);
        if !text.is_empty() {
            text.push('\n');
        }
        self.field(source, range, &mut text, false);
        if let Some(draft) = self.drafts.last_mut() {
            draft.text = text;
        }
    }

    /// Adds the words at `range` to a heading's words or a text of the last section.
    fn field(&mut self, source: &str, range: Range<usize>, field: &mut String, heading: bool) {
        let words = &source[range.clone()];
        let mut left_out = Vec::new();
        if self.own {
            left_out = escapes(words, if heading { 0 } else { self.typed });
        }
        left_out.push(words.len());
        let mut from = range.start;
        for at in left_out {
            let (end, piece) = (range.start + at, from..range.start + at);
            if let (false, Some(draft)) = (piece.is_empty(), self.drafts.last_mut()) {
                draft.pieces.push((heading, field.len(), piece.clone()));
                field.push_str(&source[piece]);
            }
            from = end + 1;
            if end < range.end {
                self.consumed.push(end..from);
            }
        }
    }

    pub fn heading(&mut self, source: &str, para: &Para, head: &Head) {
        self.consume(para);
        let (mut text, mut mark) = (String::new(), String::new());
        self.start(Role::Body, None);
        self.field(source, head.mark.clone(), &mut mark, true);
        if let Some(draft) = self.drafts.last_mut() {
            draft.pieces.clear();
        }
        self.field(source, head.title.clone(), &mut text, true);
        if let Some(draft) = self.drafts.last_mut() {
            draft.heading = Some(Heading {
                text,
                level: head.level,
                numbering: head.numbering,
                run_in: head.run_in,
                source_mark: Some(mark),
            });
        }
        if !head.rest.is_empty() {
            self.text(source, head.rest.clone());
        }
        self.outline.push(outline_entry(source, head));
    }

    /// Notes Markdown's syntax around a paragraph's words as left out.
    pub fn consume(&mut self, para: &Para) {
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
