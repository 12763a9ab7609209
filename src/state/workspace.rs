//! The draft on the desk: its structure, one [`SectionState`] a section, and what the checks say of it.

use std::collections::HashMap;
use std::ops::Range;

use leptos::prelude::*;
use nigao_core::check::{
    Completeness, Finding, ReportInput, SectionCheck, Severity, Summary, check_section,
    check_structure, completeness,
};
use nigao_core::draft::Draft;
use nigao_core::facts::{Facts, references};
use nigao_core::report::{self, Node, Report, Role, Section, SectionId};
use nigao_core::template::{Skeleton, Slot, Template, by_id};

use super::app::{AppState, OpenDraft};
use super::autosave::Autosave;
use super::structure::Snapshot;
use crate::web::{page, text_area};

/// The panel at the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// What the checks found.
    Findings,
    /// How to write the section.
    Guidance,
    /// Named values.
    Facts,
    /// The typeset report.
    Preview,
}

/// One section on the desk. Its text is the one source of truth; the rest is derived from it.
#[derive(Debug, Clone)]
pub struct SectionState {
    /// Its text, exactly as typed.
    pub text: ArcRwSignal<String>,
    /// Its place in the structure.
    pub node: ArcMemo<Node>,
    /// What the section rules say; costs what this section costs.
    pub check: ArcMemo<SectionCheck>,
    /// Names of the facts that it uses.
    pub fact_names: ArcMemo<Vec<String>>,
}

/// The draft on the desk. Made once by the desk and handed down by context.
#[derive(Debug, Clone, Copy)]
pub struct Workspace {
    /// The app around it.
    pub app: AppState,
    /// The kind of report, where it is known.
    pub template: Option<&'static Template>,
    /// The structure.
    pub nodes: RwSignal<Vec<Node>>,
    /// Section ids in reading order; changes only when sections come, go or move.
    pub order: Memo<Vec<SectionId>>,
    /// Marks before the headings, in reading order.
    pub marks: Memo<Vec<String>>,
    /// Named values.
    pub facts: RwSignal<Facts>,
    /// Small summaries of all sections, in reading order.
    pub summaries: Memo<Vec<Summary>>,
    /// Findings about the report as a whole.
    pub structure_findings: Memo<Vec<Finding>>,
    /// The share of the template's requirements that are met.
    pub completeness: Memo<Completeness>,
    /// The section that is written in.
    pub active: RwSignal<Option<SectionId>>,
    /// The panel at the right.
    pub tab: RwSignal<Tab>,
    /// When and what is saved.
    pub autosave: Autosave,
    pub(super) sections: StoredValue<HashMap<SectionId, SectionState>>,
    pub(super) undo: RwSignal<Vec<Snapshot>>,
    /// Id of the template that the draft names, also where this program does not know it.
    kind: StoredValue<String>,
}

impl Workspace {
    /// Puts a draft on the desk.
    pub fn new(app: AppState, open: OpenDraft) -> Self {
        let OpenDraft {
            id,
            draft,
            revision,
        } = open;
        let kind = draft.report.template.clone();
        let template = by_id(&kind);
        let (nodes, texts): (Vec<_>, Vec<_>) = draft
            .report
            .sections
            .into_iter()
            .map(|s| (s.node, s.text))
            .unzip();
        let ids: Vec<_> = nodes.iter().map(|n| n.id.clone()).collect();
        let nodes = RwSignal::new(nodes);
        let facts = RwSignal::new(draft.facts);
        let states = ids
            .iter()
            .zip(texts)
            .map(|(id, text)| (id.clone(), section_state(nodes, facts, id, text)))
            .collect();
        let sections: StoredValue<HashMap<SectionId, SectionState>> = StoredValue::new(states);
        let order = Memo::new(move |_| {
            nodes.with(|nodes| nodes.iter().map(|n| n.id.clone()).collect::<Vec<_>>())
        });
        let summaries = Memo::new(move |_| {
            order.with(|order| {
                sections.with_value(|all| {
                    order
                        .iter()
                        .filter_map(|id| all.get(id))
                        .map(|s| s.check.with(|c| c.summary.clone()))
                        .collect::<Vec<_>>()
                })
            })
        });
        let structure_findings = Memo::new(move |_| {
            nodes.with(|nodes| {
                summaries.with(|summaries| {
                    check_structure(&ReportInput {
                        template,
                        nodes,
                        summaries,
                    })
                })
            })
        });
        let completeness = Memo::new(move |_| {
            nodes.with(|nodes| {
                summaries.with(|summaries| {
                    completeness(&ReportInput {
                        template,
                        nodes,
                        summaries,
                    })
                })
            })
        });
        Self {
            app,
            template,
            nodes,
            order,
            marks: Memo::new(move |_| nodes.with(|nodes| report::marks(nodes))),
            facts,
            summaries,
            structure_findings,
            completeness,
            active: RwSignal::new(None),
            tab: RwSignal::new(Tab::Findings),
            autosave: Autosave::new(id, revision, ids),
            sections,
            undo: RwSignal::new(Vec::new()),
            kind: StoredValue::new(kind),
        }
    }

    /// The state of a section, if the report has it. None once the desk is gone: late events still come in.
    pub fn section(self, id: &SectionId) -> Option<SectionState> {
        self.sections
            .try_with_value(|sections| sections.get(id).cloned())
            .flatten()
    }

    /// Makes the state of a section that is new on the desk.
    pub(super) fn ensure_section(self, id: &SectionId) {
        let (nodes, facts) = (self.nodes, self.facts);
        self.sections.update_value(|sections| {
            sections
                .entry(id.clone())
                .or_insert_with(|| section_state(nodes, facts, id, String::new()));
        });
    }

    /// Where a section stands in the report now.
    pub(super) fn index_of(self, id: &SectionId) -> Option<usize> {
        self.nodes
            .with_untracked(|nodes| nodes.iter().position(|n| n.id == *id))
    }

    /// Id of the template that the draft names.
    pub fn kind(self) -> String {
        self.kind.get_value()
    }

    /// The id of a section's textarea in the page.
    pub fn area_id(id: &SectionId) -> String {
        format!("text-{id}")
    }

    /// Takes what was typed in a section.
    pub fn type_text(self, id: &SectionId, text: String) {
        let Some(section) = self.section(id) else {
            return;
        };
        if section.text.with_untracked(|old| *old == text) {
            return;
        }
        section.text.set(text);
        self.autosave.text_changed(self, id.clone());
    }

    /// Takes what was typed in a heading.
    pub fn type_heading(self, id: &SectionId, words: String) {
        let changed = self.nodes.try_maybe_update(|nodes| {
            let heading = nodes
                .iter_mut()
                .find(|n| n.id == *id)
                .and_then(|n| n.heading.as_mut())
                .filter(|heading| heading.text != words);
            let changed = heading.is_some();
            if let Some(heading) = heading {
                heading.text = words;
            }
            (changed, changed)
        });
        if changed == Some(true) {
            self.autosave.structure_changed(self);
        }
    }

    /// Sets a fact.
    pub fn set_fact(self, name: &str, value: String) {
        let changed = self.facts.try_maybe_update(|facts| {
            let changed = facts.0.get(name) != Some(&value);
            facts.0.insert(name.to_owned(), value);
            (changed, changed)
        });
        if changed == Some(true) {
            self.autosave.structure_changed(self);
        }
    }

    /// Names of the facts that the texts use, in reading order.
    pub fn fact_names(self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for id in self.order.get() {
            let Some(section) = self.section(&id) else {
                continue;
            };
            section.fact_names.with(|used| {
                for name in used {
                    if !names.contains(name) {
                        names.push(name.clone());
                    }
                }
            });
        }
        names
    }

    /// The draft as it stands.
    pub fn draft(self) -> Draft {
        let sections = self.nodes.with_untracked(|nodes| {
            nodes
                .iter()
                .map(|node| Section {
                    node: node.clone(),
                    text: self
                        .section(&node.id)
                        .map(|s| s.text.get_untracked())
                        .unwrap_or_default(),
                })
                .collect()
        });
        let template = self.kind();
        Draft {
            report: Report { template, sections },
            facts: self.facts.get_untracked(),
        }
    }

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
        named.unwrap_or_else(|| {
            match node.role {
                Role::Kicker => "引题",
                Role::Title => "标题",
                Role::Subtitle => "副题",
                Role::Addressee => "主送",
                Role::Byline => "署名",
                Role::Lead => "导语",
                Role::Body => "正文",
                Role::Captions => "图片说明",
                Role::Signature => "落款",
                Role::Date => "日期",
            }
            .to_owned()
        })
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

    /// How many findings there are.
    pub fn finding_count(self) -> usize {
        let (errors, warnings, hints) = self.finding_counts();
        errors + warnings + hints
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

fn section_state(
    nodes: RwSignal<Vec<Node>>,
    facts: RwSignal<Facts>,
    id: &SectionId,
    text: String,
) -> SectionState {
    let text = ArcRwSignal::new(text);
    let own = id.clone();
    let node = ArcMemo::new(move |former: Option<&Node>| {
        let found = nodes.with(|nodes| nodes.iter().find(|n| n.id == own).cloned());
        // A section that was just removed keeps its last place until its view is gone.
        found.or_else(|| former.cloned()).unwrap_or_else(|| Node {
            id: own.clone(),
            slot: None,
            role: Role::Lead,
            heading: None,
        })
    });
    let (text_of, node_of) = (text.clone(), node.clone());
    let check = ArcMemo::new(move |_| {
        node_of
            .with(|node| text_of.with(|text| facts.with(|facts| check_section(node, text, facts))))
    });
    let (text_of, node_of) = (text.clone(), node.clone());
    let fact_names = ArcMemo::new(move |_| {
        let names_in = |text: &str| {
            let found = references(text);
            found
                .iter()
                .map(|reference| reference.name(text).to_owned())
                .collect::<Vec<_>>()
        };
        let mut names = node_of.with(|node| {
            node.heading
                .as_ref()
                .map_or_else(Vec::new, |h| names_in(&h.text))
        });
        names.extend(text_of.with(|text| names_in(text)));
        names
    });
    SectionState {
        text,
        node,
        check,
        fact_names,
    }
}
