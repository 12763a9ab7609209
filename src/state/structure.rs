//! Changing the structure on the desk: adding, removing, moving and nesting sections, each to be taken back.

use leptos::prelude::*;
use nigao_core::report::{self, Heading, Node, Numbering, Role, Section, SectionId, fresh_id};
use nigao_core::template::{Slot, Template};

use super::workspace::Workspace;
use crate::web::page;

/// What a structural change can be taken back to.
#[derive(Debug, Clone)]
pub struct Snapshot {
    said: String,
    nodes: Vec<Node>,
    /// Sections that came with their text: they go with «undo» as long as the text is this one.
    written: Vec<Section>,
}

impl Workspace {
    /// Changes the structure; `said` names the change for «undo». Returns whether anything changed.
    ///
    /// Texts of removed sections stay in memory, so that undo has them.
    fn restructure(self, said: String, change: impl FnOnce(&mut Vec<Node>) -> bool) -> bool {
        let before = self.nodes.get_untracked();
        let mut after = before.clone();
        if !change(&mut after) {
            return false;
        }
        // Marks that came with an opened file would contradict the new order.
        report::settle_marks(&mut after);
        for node in &after {
            self.ensure_section(&node.id, "");
        }
        self.undo.update(|undo| {
            undo.push(Snapshot {
                said,
                nodes: before,
                written: Vec::new(),
            });
        });
        self.nodes.set(after);
        self.autosave.structure_changed(self);
        true
    }

    /// Takes back the last structural change. Words typed since then stay.
    pub fn undo(self) {
        let Some(snapshot) = self.undo.try_update(Vec::pop).flatten() else {
            return;
        };
        let now = self.nodes.get_untracked();
        let mut nodes = snapshot.nodes;
        for node in &mut nodes {
            match now.iter().find(|n| n.id == node.id) {
                Some(current) => {
                    if let (Some(heading), Some(typed)) = (&mut node.heading, &current.heading) {
                        heading.text.clone_from(&typed.text);
                    }
                }
                // Its record went with the manifest that did not name it any more.
                None => self.autosave.text_changed(self, node.id.clone()),
            }
        }
        // A section added since then goes, unless something was written in it.
        for (index, node) in now.iter().enumerate() {
            let as_it_came = || {
                let mut came = snapshot.written.iter().filter(|s| s.node.id == node.id);
                came.any(|came| {
                    let words = |node: &Node| node.heading.as_ref().map(|h| h.text.clone());
                    let state = self.section(&node.id);
                    words(&came.node) == words(node)
                        && state.is_some_and(|s| s.text.with_untracked(|now| *now == came.text))
                })
            };
            if nodes.iter().all(|old| old.id != node.id) && self.is_written(node) && !as_it_came() {
                let former = index
                    .checked_sub(1)
                    .and_then(|i| nodes.iter().position(|n| n.id == now[i].id));
                nodes.insert(former.map_or(0, |i| i + 1), node.clone());
            }
        }
        self.nodes.set(nodes);
        self.autosave.structure_changed(self);
        self.app.say(format!("已撤销：{}。", snapshot.said));
    }

    fn is_written(self, node: &Node) -> bool {
        let text = self
            .section(&node.id)
            .is_some_and(|s| s.text.with_untracked(|text| !text.trim().is_empty()));
        let usual = self
            .template
            .and_then(|t| t.slot_of(node))
            .map_or("", |slot| slot.heading.as_str());
        let heading = node
            .heading
            .as_ref()
            .is_some_and(|h| !h.text.trim().is_empty() && h.text != usual);
        text || heading
    }

    /// What «undo» would take back.
    pub fn undoable(self) -> Option<String> {
        self.undo
            .with(|undo| undo.last().map(|snapshot| snapshot.said.clone()))
    }

    /// How many changes can be taken back.
    pub fn undo_depth(self) -> usize {
        self.undo.with(Vec::len)
    }

    /// Moves a section with what is nested in it.
    pub fn shift(self, id: &SectionId, up: bool) {
        let label = untrack(|| self.label(id));
        let step = if up {
            report::move_up
        } else {
            report::move_down
        };
        let moved = self.index_of(id).is_some_and(|index| {
            self.restructure(format!("移动“{label}”"), |nodes| {
                step(nodes, index).is_some()
            })
        });
        if moved {
            // The row was taken out of the page and put in again, which costs its button the focus.
            let tool = if up { "section-up" } else { "section-down" };
            let selector = format!("[id='section-{id}'] [data-testid={tool}]");
            page::later(30, move || page::focus_and_reveal(&selector));
        }
    }

    /// Nests a section deeper or lifts it.
    pub fn nest(self, id: &SectionId, deeper: bool) {
        let label = untrack(|| self.label(id));
        let step = if deeper {
            report::indent
        } else {
            report::outdent
        };
        if let Some(index) = self.index_of(id) {
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
            let neighbour = self.order.with_untracked(|order| {
                order
                    .get(index)
                    .or(index.checked_sub(1).and_then(|i| order.get(i)))
                    .cloned()
            });
            self.active.set(neighbour);
            self.app.say_undoable(format!("已删去“{label}”。"));
        }
    }

    /// Shows the computed numbers in place of those that came with the file.
    pub fn renumber(self) {
        self.restructure("重新编号".into(), |nodes| report::settle_marks(nodes));
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
        let nodes = self.nodes.get_untracked();
        let (at, level) = place_after(&nodes, index);
        let node = self.new_node(&nodes, index, level);
        self.insert(at, node);
    }

    fn new_node(self, nodes: &[Node], index: usize, level: u8) -> Node {
        let alike = &nodes[index];
        let fits = |slot: &&Slot| slot.repeatable && slot.level == level;
        let slot = self
            .template
            .and_then(|t| t.slot_of(alike))
            .filter(fits)
            .or_else(|| self.template.and_then(|t| t.sections.iter().find(fits)));
        if let Some(slot) = slot {
            return Template::further(slot, |id| self.is_taken(nodes, id));
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
            id: fresh_id("part", |id| self.is_taken(nodes, id)),
            slot: None,
            role: Role::Body,
            heading: Some(heading),
            origin: None,
        }
    }

    /// Whether a section has this id, or had it and may come back by «undo» with its text.
    pub(super) fn is_taken(self, nodes: &[Node], id: &str) -> bool {
        nodes.iter().any(|n| n.id.0 == id)
            || self
                .section(&SectionId(id.to_owned()))
                .is_some_and(|s| s.text.with_untracked(|text| !text.trim().is_empty()))
    }

    /// Adds a section that the template has and the report has not, where the template puts it.
    pub fn add_slot(self, slot: &Slot) {
        let Some(template) = self.template else {
            return;
        };
        let nodes = self.nodes.get_untracked();
        let at = place_of(template, &nodes, slot);
        let node = Template::further(slot, |id| self.is_taken(&nodes, id));
        self.insert(at, node);
    }

    fn insert(self, at: usize, node: Node) {
        let id = node.id.clone();
        let name = node
            .heading
            .as_ref()
            .map_or_else(|| self.part_name(&node), |h| h.text.clone());
        self.restructure(format!("增加“{name}”"), |nodes| {
            nodes.insert(at.min(nodes.len()), node);
            true
        });
        // A section of this name may have been removed a moment ago: its record must not come back with a reload.
        self.autosave.text_changed(self, id.clone());
        self.go_to_section(&id);
    }

    /// Adds sections at `at` that come with their texts; their names must be new.
    pub(super) fn add_written(self, said: String, at: usize, written: Vec<Section>) {
        for section in &written {
            self.ensure_section(&section.node.id, &section.text);
        }
        self.restructure(said, |nodes| {
            let at = at.min(nodes.len());
            nodes.splice(at..at, written.iter().map(|s| s.node.clone()));
            true
        });
        for section in &written {
            self.autosave.text_changed(self, section.node.id.clone());
        }
        self.undo.update(|undo| {
            if let Some(last) = undo.last_mut() {
                last.written = written;
            }
        });
    }

    /// Puts the caret into a section that was just added.
    pub(super) fn go_to_section(self, id: &SectionId) {
        self.activate(id);
        let id = id.clone();
        // The new section is in the page only after the view has been updated.
        page::later(30, move || {
            page::go_to(&format!("section-{id}"), "input, textarea");
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
                .filter(|slot| {
                    nodes
                        .iter()
                        .all(|n| n.slot.as_deref() != Some(slot.id.as_str()))
                })
                .collect()
        })
    }
}

/// Where a new section goes when it is asked for at `index`, and at which level.
pub(super) fn place_after(nodes: &[Node], index: usize) -> (usize, u8) {
    if nodes.is_empty() {
        return (0, 1);
    }
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
            let lead = nodes.iter().rposition(|n| {
                !matches!(
                    n.role,
                    Role::Attachments | Role::Signature | Role::Date | Role::Captions
                )
            });
            (lead.map_or(0, |i| i + 1), 1)
        }
    }
}

/// Where the template puts `slot` among `nodes`. Sections of no slot belong to what stands before them.
fn place_of(template: &Template, nodes: &[Node], slot: &Slot) -> usize {
    let rank = |node: &Node| {
        node.slot
            .as_deref()
            .and_then(|id| template.sections.iter().position(|s| s.id == id))
    };
    let own = template.sections.iter().position(|s| s.id == slot.id);
    let before = nodes
        .iter()
        .rposition(|n| rank(n).is_some_and(|r| Some(r) < own));
    let mut at = match before {
        None => 0,
        // A nested section goes right under its parent where no sister stands before it.
        Some(i) if slot.level > nodes[i].level() && nodes[i].level() > 0 => return i + 1,
        Some(i) => report::subtree(nodes, i).end,
    };
    if before.is_some() || slot.role == Role::Signature || slot.role == Role::Date {
        while nodes.get(at).is_some_and(|n| rank(n).is_none()) {
            at += 1;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use nigao_core::template::by_id;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn nodes() -> Vec<Node> {
        let report = by_id("study-summary").unwrap().start();
        report.sections.into_iter().map(|s| s.node).collect()
    }

    fn id_before(nodes: &[Node], slot: &str) -> String {
        let template = by_id("study-summary").unwrap();
        let at = place_of(template, nodes, template.slot(slot).unwrap());
        at.checked_sub(1)
            .map_or_else(String::new, |i| nodes[i].id.0.clone())
    }

    #[wasm_bindgen_test]
    fn a_missing_section_goes_where_the_template_puts_it() {
        let all = nodes();
        assert_eq!(id_before(&all, "addressee"), "title");
        for missing in [
            "lead",
            "work",
            "organisation",
            "problems",
            "signature",
            "date",
        ] {
            let index = all.iter().position(|n| n.id.0 == missing).unwrap();
            let rest: Vec<_> = all.iter().filter(|n| n.id.0 != missing).cloned().collect();
            assert_eq!(id_before(&rest, missing), all[index - 1].id.0, "{missing}");
        }
    }

    #[wasm_bindgen_test]
    fn a_signature_goes_behind_sections_that_no_slot_names() {
        let mut opened = nodes();
        opened.truncate(3);
        for node in &mut opened[2..] {
            node.slot = None;
        }
        assert_eq!(id_before(&opened, "signature"), opened[2].id.0);
        assert_eq!(id_before(&opened, "title"), "");
    }
}
