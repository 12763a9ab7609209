//! Names and places on the desk: what sections are called, where they stand, and going to them.

use std::ops::Range;

use leptos::prelude::*;
use nigao_core::check::{Finding, ReportInput, Severity};
use nigao_core::report::{Node, SectionId};
use nigao_core::template::{Skeleton, Slot};

use super::workspace::Workspace;
use crate::web::{page, text_area};

impl Workspace {
    /// What the section is called: its heading with the mark, or its name in the template.
    pub fn label(self, id: &SectionId) -> String {
        let index = self
            .nodes
            .with(|nodes| nodes.iter().position(|n| n.id == *id));
        let Some(index) = index else {
            return String::new();
        };
        let mark = self
            .marks
            .with(|marks| marks.get(index).cloned().unwrap_or_default());
        self.nodes.with(|nodes| match &nodes[index].heading {
            Some(heading) if heading.text.trim().is_empty() => format!("{mark}（无标题）"),
            Some(heading) => format!("{mark}{}", heading.text),
            None => self.part_name(&nodes[index]),
        })
    }

    /// The name of a part without a heading.
    pub fn part_name(self, node: &Node) -> String {
        let named = self
            .template
            .and_then(|t| t.slot_of(node))
            .map(|slot| slot.name.clone());
        named.unwrap_or_else(|| node.role.name().to_owned())
    }

    /// Characters in a section and in everything nested in it, as the checks count them.
    pub fn chars_within(self, index: usize) -> usize {
        self.nodes.with(|nodes| {
            self.summaries.with(|summaries| {
                let input = ReportInput {
                    template: self.template,
                    nodes,
                    summaries,
                };
                if index < nodes.len().min(summaries.len()) {
                    input.chars(index)
                } else {
                    0
                }
            })
        })
    }

    /// The template's section that a section fulfils.
    pub fn slot_of(self, id: &SectionId) -> Option<&'static Slot> {
        let template = self.template?;
        self.nodes.with(|nodes| {
            nodes
                .iter()
                .find(|n| n.id == *id)
                .and_then(|n| template.slot_of(n))
        })
    }

    /// Sentences to start a section from.
    pub fn skeletons(self, id: &SectionId) -> &'static [Skeleton] {
        self.slot_of(id).map_or(&[], |slot| &slot.skeletons)
    }

    /// Puts the first sentence to start from into the section that is written in.
    pub fn insert_first_skeleton(self) {
        let Some(id) = self.active.get_untracked() else {
            return;
        };
        if let Some(skeleton) = untrack(|| self.skeletons(&id)).first() {
            Self::insert_text(&id, &skeleton.text);
        }
    }

    /// The mark before a section's heading.
    pub fn mark_of(self, id: &SectionId) -> String {
        let index = self.order.with(|order| order.iter().position(|i| i == id));
        self.marks.with(|marks| {
            index
                .and_then(|i| marks.get(i).cloned())
                .unwrap_or_default()
        })
    }

    /// Where a section stands in the report, following it when it moves.
    pub fn index_memo(self, id: &SectionId) -> Memo<usize> {
        let id = id.clone();
        Memo::new(move |_| {
            self.order
                .with(|order| order.iter().position(|i| *i == id).unwrap_or(usize::MAX))
        })
    }

    /// The caret went into a section.
    pub fn activate(self, id: &SectionId) {
        if self.active.with_untracked(|a| a.as_ref() != Some(id)) {
            self.active.set(Some(id.clone()));
        }
        if self
            .app
            .settings
            .with_untracked(|settings| settings.section != id.0)
        {
            self.app
                .remember(|settings| settings.section.clone_from(&id.0));
        }
    }

    /// Goes back to the section that was written in when the page was left.
    pub fn return_to_section(self) {
        let section = SectionId(self.app.settings.with_untracked(|s| s.section.clone()));
        if self.index_of(&section).is_some() {
            self.active.set(Some(section.clone()));
            page::later(30, move || {
                page::go_to(&format!("section-{section}"), "textarea");
            });
        }
    }

    /// Goes to the first section that fulfils a slot.
    pub fn go_to_slot(self, slot: &str) {
        let id = self.nodes.with_untracked(|nodes| {
            nodes
                .iter()
                .find(|n| n.slot.as_deref() == Some(slot))
                .map(|n| n.id.clone())
        });
        if let Some(id) = id {
            self.active.set(Some(id.clone()));
            page::go_to(&format!("section-{id}"), "textarea");
        }
    }

    /// Findings by severity: certain, probable, hints.
    pub fn finding_counts(self) -> (usize, usize, usize) {
        let mut counts = (0, 0, 0);
        let mut add = |findings: &[Finding]| {
            for finding in findings {
                match finding.rule.severity {
                    Severity::Error => counts.0 += 1,
                    Severity::Warning => counts.1 += 1,
                    Severity::Hint => counts.2 += 1,
                }
            }
        };
        self.structure_findings.with(|findings| add(findings));
        for id in self.order.get() {
            if let Some(section) = self.section(&id) {
                section.check.with(|check| add(&check.findings));
            }
        }
        counts
    }

    /// Puts `text` into a section behind the caret, on lines of its own, as if typed.
    pub fn insert_text(id: &SectionId, text: &str) {
        if let Some(area) = text_area::find(&Self::area_id(id)) {
            text_area::insert_lines(&area, text);
        }
    }

    /// Puts the caret on a span of a section's text or heading.
    pub fn point_at(self, id: &SectionId, in_heading: bool, span: &Range<usize>) {
        self.active.set(Some(id.clone()));
        if in_heading {
            page::go_to(&format!("section-{id}"), "input");
            text_area::select_in_heading(&format!("section-{id}"), span);
        } else if let Some(area) = text_area::find(&Self::area_id(id)) {
            text_area::select(&area, span);
        }
    }
}
