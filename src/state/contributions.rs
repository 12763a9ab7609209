//! Putting together: other people's files beside the draft, from which sections are taken.

use leptos::prelude::*;
use leptos::task::spawn_local;
use nigao_core::import::import_text;
use nigao_core::report::{self, Node, Report, Role, Section, SectionId};
use nigao_core::text::chars;

use super::opening::Content;
use super::workspace::{Tab, Workspace};
use crate::web::files;

/// A file that lies beside the draft.
#[derive(Debug, Clone)]
pub struct Contribution {
    /// As the computer names it.
    pub name: String,
    /// What it is as a report.
    pub report: Report,
    content: Content,
}

/// What a person can take: its place among the contribution's sections, what it is called, its level and its length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The file's place in the list.
    pub file: usize,
    /// The section's place in the file.
    pub section: usize,
    /// Its heading with its mark, or the name of the part.
    pub name: String,
    /// The heading's level; 0 for a part without one.
    pub level: u8,
    /// Characters, with what is nested in it.
    pub chars: usize,
}

impl Contribution {
    fn new(name: String, content: Content) -> Self {
        let report = match &content {
            Content::Text(source) => import_text(&source.text).report,
            Content::Draft(draft) => draft.report.clone(),
        };
        Self {
            name,
            report,
            content,
        }
    }

    /// What can be taken: sections under a heading, and leads.
    pub fn offers(&self, file: usize) -> Vec<Offer> {
        let nodes = nodes(&self.report);
        let marks = report::marks(&nodes);
        let offer = |(section, node): (usize, &Node)| {
            let within = subtree(&nodes, section);
            let texts = self.report.sections[within].iter();
            let chars = texts.map(|s| chars::count(&s.text)).sum();
            matches!(node.role, Role::Body | Role::Lead).then(|| Offer {
                file,
                section,
                name: name_of(node, &marks[section]),
                level: node.level(),
                chars,
            })
        };
        nodes.iter().enumerate().filter_map(offer).collect()
    }

    /// The section with what is nested in it.
    fn part(&self, section: usize) -> &[Section] {
        let nodes = nodes(&self.report);
        &self.report.sections[subtree(&nodes, section)]
    }
}

fn nodes(report: &Report) -> Vec<Node> {
    report.sections.iter().map(|s| s.node.clone()).collect()
}

fn subtree(nodes: &[Node], index: usize) -> std::ops::Range<usize> {
    if index < nodes.len() {
        report::subtree(nodes, index)
    } else {
        0..0
    }
}

fn name_of(node: &Node, mark: &str) -> String {
    match &node.heading {
        Some(heading) => format!("{mark}{}", heading.text),
        None => node.role.name().to_owned(),
    }
}

impl Workspace {
    /// Puts the chosen files beside the draft.
    pub fn open_contributions(self, event: &leptos::ev::Event) {
        for file in files::all_chosen(event) {
            spawn_local(self.open_contribution(file));
        }
    }

    /// Puts dropped files beside the draft.
    pub fn drop_contributions(self, event: &leptos::ev::DragEvent) {
        self.tab.set(Tab::Contributions);
        for file in files::all_dropped(event) {
            spawn_local(self.open_contribution(file));
        }
    }

    async fn open_contribution(self, file: files::Handle) {
        let Some((name, content)) = self.app.fetch_and_read(file).await else {
            return;
        };
        // The desk may be gone by now.
        self.contributions
            .try_update(|all| all.push(Contribution::new(name, content)));
    }

    /// Takes a file away from beside the draft. What was taken from it stays.
    pub fn close_contribution(self, file: usize) {
        self.contributions.update(|all| {
            if file < all.len() {
                all.remove(file);
            }
        });
    }

    /// Opens a file that lies beside the draft as a draft of its own.
    pub fn open_apart(self, file: usize) {
        let found = self
            .contributions
            .with_untracked(|all| all.get(file).map(|c| (c.name.clone(), c.content.clone())));
        if let Some((name, content)) = found {
            self.app.open_content(&name, content);
        }
    }

    /// Takes a section, with what is nested in it, behind the one that is written in.
    pub fn take(self, file: usize, section: usize) {
        let Some(contribution) = self
            .contributions
            .with_untracked(|all| all.get(file).cloned())
        else {
            return;
        };
        let part = contribution.part(section);
        let Some(first) = part.first() else {
            return;
        };
        let taken: Vec<Node> = part.iter().map(|s| s.node.clone()).collect();
        let now = self.nodes.get_untracked();
        let active = self.active.get_untracked();
        let behind = active
            .and_then(|id| self.index_of(&id))
            .unwrap_or(now.len().saturating_sub(1));
        let (at, level) = super::structure::place_after(&now, behind);
        let name = name_of(&first.node, "");
        let keeps_slot = |slot: &str| {
            self.template
                .and_then(|t| t.slot(slot))
                .is_some_and(|slot| {
                    slot.role == Role::Body
                        && (slot.repeatable
                            || now.iter().all(|n| n.slot.as_deref() != Some(&slot.id)))
                })
        };
        let grafted = report::graft(
            &taken,
            level,
            (&contribution.name, &contribution.report.title()),
            &|id| self.is_taken(&now, id),
            &keeps_slot,
        );
        let ids: Vec<SectionId> = grafted.iter().map(|n| n.id.clone()).collect();
        let texts = part.iter().map(|s| s.text.clone());
        self.add_written(
            format!("取用“{name}”"),
            at,
            grafted,
            ids.iter().cloned().zip(texts).collect(),
        );
        if let Some(id) = ids.first() {
            self.go_to_section(id);
        }
        self.app
            .say_undoable(format!("已从“{}”取用“{name}”。", contribution.name));
    }

    /// Takes off a section the note of where it came from.
    pub fn forget_origin(self, id: &SectionId) {
        self.nodes.update(|nodes| {
            if let Some(node) = nodes.iter_mut().find(|n| n.id == *id) {
                node.origin = None;
            }
        });
        self.autosave.structure_changed(self);
    }
}
