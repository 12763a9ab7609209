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
use nigao_core::report::{
    self, Heading, Node, Numbering, Report, Role, Section, SectionId, fresh_id,
};
use nigao_core::template::{Skeleton, Slot, Template, by_id};

use super::app::{AppState, OpenDraft};
use super::autosave::Autosave;
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
}

/// What a structural change can be taken back to.
#[derive(Debug, Clone)]
struct Snapshot {
    said: String,
    nodes: Vec<Node>,
    /// Texts of the sections that the change removed.
    removed: Vec<(SectionId, String)>,
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
    sections: StoredValue<HashMap<SectionId, SectionState>>,
    undo: RwSignal<Vec<Snapshot>>,
}

impl Workspace {
    /// Puts a draft on the desk.
    pub fn new(app: AppState, open: OpenDraft) -> Self {
        let OpenDraft {
            id,
            draft,
            revision,
        } = open;
        let template = by_id(&draft.report.template);
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
            autosave: Autosave::new(id, revision),
            sections,
            undo: RwSignal::new(Vec::new()),
        }
    }

    /// The state of a section, if the report has it.
    pub fn section(self, id: &SectionId) -> Option<SectionState> {
        self.sections
            .with_value(|sections| sections.get(id).cloned())
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
        self.nodes.update(|nodes| {
            if let Some(heading) = nodes
                .iter_mut()
                .find(|n| n.id == *id)
                .and_then(|n| n.heading.as_mut())
            {
                heading.text = words;
            }
        });
        self.autosave.structure_changed(self);
    }

    /// Sets a fact.
    pub fn set_fact(self, name: &str, value: String) {
        self.facts.update(|facts| {
            facts.0.insert(name.to_owned(), value);
        });
        self.autosave.structure_changed(self);
    }

    /// Names of the facts that the texts use, in reading order.
    pub fn fact_names(self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for id in self.order.get() {
            let Some(section) = self.section(&id) else {
                continue;
            };
            let mut add = |text: &str| {
                for reference in references(text) {
                    let name = reference.name(text);
                    if names.iter().all(|n| n != name) {
                        names.push(name.to_owned());
                    }
                }
            };
            section
                .node
                .with(|node| node.heading.iter().for_each(|h| add(&h.text)));
            section.text.with(|text| add(text));
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
        let template = self
            .template
            .map_or_else(|| "blank".to_owned(), |t| t.id.clone());
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

    /// Changes the structure; `said` names the change for «undo».
    fn restructure(self, said: String, change: impl FnOnce(&mut Vec<Node>) -> bool) -> bool {
        let before = self.nodes.get_untracked();
        let mut after = before.clone();
        if !change(&mut after) {
            return false;
        }
        // Marks that came with an opened file would contradict the new order.
        report::settle_marks(&mut after);
        let removed = before
            .iter()
            .filter(|node| after.iter().all(|n| n.id != node.id))
            .map(|node| {
                (
                    node.id.clone(),
                    self.section(&node.id)
                        .map(|s| s.text.get_untracked())
                        .unwrap_or_default(),
                )
            })
            .collect();
        for node in &after {
            self.ensure_section(&node.id, String::new());
        }
        self.undo.update(|undo| {
            undo.push(Snapshot {
                said,
                nodes: before,
                removed,
            })
        });
        self.nodes.set(after);
        self.autosave.structure_changed(self);
        true
    }

    fn ensure_section(self, id: &SectionId, text: String) {
        let (nodes, facts) = (self.nodes, self.facts);
        self.sections.update_value(|sections| {
            sections
                .entry(id.clone())
                .or_insert_with(|| section_state(nodes, facts, id, text));
        });
    }

    /// Takes back the last structural change. Words typed since then stay.
    pub fn undo(self) {
        let Some(snapshot) = self.undo.try_update(Vec::pop).flatten() else {
            return;
        };
        for (id, text) in snapshot.removed {
            // The section may still be in memory with its text; a fresh state is made where it is not.
            self.ensure_section(&id, text);
            self.autosave.text_changed(self, id);
        }
        let now = self.nodes.get_untracked();
        let mut nodes = snapshot.nodes;
        for node in &mut nodes {
            if let Some(current) = now.iter().find(|n| n.id == node.id)
                && let (Some(heading), Some(typed)) = (&mut node.heading, &current.heading)
            {
                heading.text.clone_from(&typed.text);
            }
        }
        // A section added since then goes, unless something was written in it.
        let written = now.into_iter().filter(|n| {
            nodes.iter().all(|old| old.id != n.id)
                && self
                    .section(&n.id)
                    .is_some_and(|s| s.text.with_untracked(|t| !t.trim().is_empty()))
        });
        let written: Vec<_> = written.collect();
        nodes.extend(written);
        self.nodes.set(nodes);
        self.autosave.structure_changed(self);
        self.app.say(format!("已撤销：{}。", snapshot.said));
    }

    /// What «undo» would take back.
    pub fn undoable(self) -> Option<String> {
        self.undo
            .with(|undo| undo.last().map(|snapshot| snapshot.said.clone()))
    }

    fn index_of(self, id: &SectionId) -> Option<usize> {
        self.nodes
            .with_untracked(|nodes| nodes.iter().position(|n| n.id == *id))
    }

    /// Moves a section with what is nested in it.
    pub fn shift(self, id: &SectionId, up: bool) {
        let label = untrack(|| self.label(id));
        if let Some(index) = self.index_of(id) {
            let step = if up {
                report::move_up
            } else {
                report::move_down
            };
            self.restructure(format!("移动“{label}”"), |nodes| {
                step(nodes, index).is_some()
            });
        }
    }

    /// Nests a section deeper or lifts it.
    pub fn nest(self, id: &SectionId, deeper: bool) {
        let label = untrack(|| self.label(id));
        if let Some(index) = self.index_of(id) {
            let step = if deeper {
                report::indent
            } else {
                report::outdent
            };
            self.restructure(format!("调整“{label}”的层级"), |nodes| {
                step(nodes, index)
            });
        }
    }

    /// Removes a section; what is nested in it stays and moves up to its place.
    pub fn remove(self, id: &SectionId) {
        let label = untrack(|| self.label(id));
        let Some(index) = self.index_of(id) else {
            return;
        };
        let removed = self.restructure(format!("删去“{label}”"), |nodes| {
            nodes.remove(index);
            true
        });
        if removed {
            self.app.say(format!("已删去“{label}”，可以撤销。"));
        }
    }

    /// Shows the computed numbers in place of those that came with the file.
    pub fn renumber(self) {
        self.restructure("重新编号".into(), |nodes| {
            report::settle_marks(&mut nodes.clone())
        });
    }

    /// Whether a heading still has a number that came with the file.
    pub fn has_source_marks(self) -> bool {
        self.nodes.with(|nodes| {
            nodes
                .iter()
                .any(|n| n.heading.as_ref().is_some_and(|h| h.source_mark.is_some()))
        })
    }

    /// Adds a section after another, at its level, and puts the caret in its heading.
    pub fn add_after(self, id: &SectionId) {
        let Some(index) = self.index_of(id) else {
            return;
        };
        let (at, level) = self.nodes.with_untracked(|nodes| place_after(nodes, index));
        let alike = self.nodes.with_untracked(|nodes| nodes[index].clone());
        let node = self.nodes.with_untracked(|nodes| {
            let taken = |id: &str| {
                nodes.iter().any(|n| n.id.0 == id)
                    || self
                        .sections
                        .with_value(|s| s.contains_key(&SectionId(id.to_owned())))
            };
            self.new_node(&alike, level, taken)
        });
        self.insert(at, node);
    }

    fn new_node(self, alike: &Node, level: u8, taken: impl Fn(&str) -> bool) -> Node {
        let slot = self
            .template
            .and_then(|t| t.slot_of(alike))
            .filter(|slot| slot.repeatable && slot.level == level);
        let slot = slot.or_else(|| {
            self.template
                .and_then(|t| t.sections.iter().find(|s| s.repeatable && s.level == level))
        });
        if let Some(slot) = slot {
            return Template::further(slot, taken);
        }
        let numbering = alike
            .heading
            .as_ref()
            .map_or(Numbering::Official, |h| h.numbering);
        let heading = Heading {
            text: String::new(),
            level,
            numbering,
            run_in: false,
            source_mark: None,
        };
        Node {
            id: fresh_id("part", taken),
            slot: None,
            role: Role::Body,
            heading: Some(heading),
        }
    }

    /// Adds a section that the template has and the report has not, where the template puts it.
    pub fn add_slot(self, slot: &Slot) {
        let Some(template) = self.template else {
            return;
        };
        let rank = |node: &Node| {
            node.slot
                .as_deref()
                .and_then(|id| template.sections.iter().position(|s| s.id == id))
        };
        let own = template.sections.iter().position(|s| s.id == slot.id);
        let (at, node) = self.nodes.with_untracked(|nodes| {
            let before = nodes
                .iter()
                .rposition(|n| rank(n).is_some_and(|r| Some(r) < own));
            let at = before.map_or(0, |i| {
                if slot.level == 0 || nodes[i].level() >= slot.level {
                    report::subtree(nodes, i).end
                } else {
                    i + 1
                }
            });
            let taken = |id: &str| nodes.iter().any(|n| n.id.0 == id);
            (at, Template::further(slot, taken))
        });
        self.insert(at, node);
    }

    fn insert(self, at: usize, node: Node) {
        let id = node.id.clone();
        // A removed section of this name may still be in memory: the new one starts blank.
        self.sections.update_value(|sections| {
            sections.remove(&id);
        });
        let name = node
            .heading
            .as_ref()
            .map_or_else(|| self.part_name(&node), |h| h.text.clone());
        self.restructure(format!("增加“{name}”"), |nodes| {
            nodes.insert(at.min(nodes.len()), node);
            true
        });
        self.active.set(Some(id.clone()));
        // The new section is in the page only after the view has been updated.
        page::later(30, move || {
            page::go_to(&format!("section-{id}"), "input, textarea")
        });
    }

    /// Optional or missing sections of the template that the report has not.
    pub fn absent_slots(self) -> Vec<&'static Slot> {
        let Some(template) = self.template else {
            return Vec::new();
        };
        self.nodes.with(|nodes| {
            template
                .sections
                .iter()
                .filter(|slot| nodes.iter().all(|n| n.slot.as_deref() != Some(&slot.id)))
                .collect()
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
            self.insert_text(&id, &skeleton.text);
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
                page::go_to(&format!("section-{section}"), "textarea")
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

    /// Puts `text` into a section at the caret, as if typed.
    pub fn insert_text(self, id: &SectionId, text: &str) {
        let Some(area) = text_area::find(&Self::area_id(id)) else {
            return;
        };
        let at = text_area::selection(&area);
        let before = self.section(id).is_some_and(|s| {
            s.text.with_untracked(|t| {
                t.get(..at.start)
                    .is_some_and(|b| !b.is_empty() && !b.ends_with('\n'))
            })
        });
        let text = if before {
            format!("\n{text}")
        } else {
            text.to_owned()
        };
        text_area::replace(&area, &at, &text);
    }

    /// Puts the caret on a span of a section's text or heading.
    pub fn point_at(self, id: &SectionId, in_heading: bool, span: &Range<usize>) {
        self.active.set(Some(id.clone()));
        if in_heading {
            page::go_to(&format!("section-{id}"), "input");
        } else if let Some(area) = text_area::find(&Self::area_id(id)) {
            text_area::select(&area, span);
        }
    }
}

/// Where a new section goes when it is asked for at `index`, and at which level.
fn place_after(nodes: &[Node], index: usize) -> (usize, u8) {
    let level = nodes[index].level();
    if level > 0 {
        return (report::subtree(nodes, index).end, level);
    }
    // Asked for at a part such as title or date: before the first heading, or after the last one.
    let first = nodes.iter().position(|n| n.role == Role::Body);
    let last = nodes.iter().rposition(|n| n.role == Role::Body);
    match (first, last) {
        (Some(first), _) if index < first => (first, 1),
        (_, Some(last)) => (last + 1, 1),
        _ => {
            let lead = nodes
                .iter()
                .rposition(|n| !matches!(n.role, Role::Signature | Role::Date | Role::Captions));
            (lead.map_or(0, |i| i + 1), 1)
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
    SectionState { text, node, check }
}
