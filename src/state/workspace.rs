//! The draft on the desk: its structure, one [`SectionState`] a section, and what the checks say of it.

use std::collections::HashMap;

use leptos::prelude::*;
use nigao_core::check::{
    Completeness, Finding, ReportInput, SectionCheck, Summary, check_section, check_structure,
    completeness,
};
use nigao_core::draft::Draft;
use nigao_core::facts::{Facts, references};
use nigao_core::report::{self, Node, Report, Role, Section, SectionId};
use nigao_core::template::{Template, by_id};

use super::app::{AppState, OpenDraft};
use super::autosave::Autosave;
use super::structure::Snapshot;

/// The panel at the right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// What the checks found.
    Findings,
    /// How to write the section.
    Guidance,
    /// Named values.
    Facts,
    /// Other people's files.
    Contributions,
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

/// The draft on the desk. Made once by the desk and handed to its views.
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
    pub(super) undo: RwSignal<Vec<Snapshot>>,
    held: StoredValue<Held>,
}

/// What nothing on the screen follows.
#[derive(Debug)]
struct Held {
    sections: HashMap<SectionId, SectionState>,
    /// Id of the template that the draft names, also where this program does not know it.
    kind: String,
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
        let held = StoredValue::new(Held {
            sections: states,
            kind,
        });
        let order = Memo::new(move |_| {
            nodes.with(|nodes| nodes.iter().map(|n| n.id.clone()).collect::<Vec<_>>())
        });
        let summaries = Memo::new(move |_| {
            order.with(|order| {
                held.with_value(|held| {
                    order
                        .iter()
                        .filter_map(|id| held.sections.get(id))
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
            undo: RwSignal::new(Vec::new()),
            held,
        }
    }

    /// The state of a section, if the report has it. None once the desk is gone: late events still come in.
    pub fn section(self, id: &SectionId) -> Option<SectionState> {
        self.held
            .try_with_value(|held| held.sections.get(id).cloned())
            .flatten()
    }

    /// Makes the state of a section that is new on the desk.
    pub(super) fn ensure_section(self, id: &SectionId, text: &str) {
        let (nodes, facts) = (self.nodes, self.facts);
        self.held.update_value(|held| {
            held.sections
                .entry(id.clone())
                .or_insert_with(|| section_state(nodes, facts, id, text.to_owned()));
        });
    }

    /// Where a section stands in the report now.
    pub(super) fn index_of(self, id: &SectionId) -> Option<usize> {
        self.nodes
            .with_untracked(|nodes| nodes.iter().position(|n| n.id == *id))
    }

    /// Id of the template that the draft names.
    pub fn kind(self) -> String {
        self.held.with_value(|held| held.kind.clone())
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
            origin: None,
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
