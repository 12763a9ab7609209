//! Putting together: other people's files beside the draft, from which sections are taken.

use leptos::prelude::*;
use leptos::task::spawn_local;
use nigao_core::facts::Facts;
use nigao_core::import::import_text;
use nigao_core::report::{self, Node, Report, Role, Section};
use nigao_core::text::chars;

use super::app::AppState;
use super::opening::Content;
use super::workspace::{Tab, Workspace};
use crate::web::files;

/// A file that lies beside the draft. It stays there as long as the page is open, whichever draft is on the desk.
#[derive(Debug, Clone)]
pub struct Contribution {
    /// Names it among all files that ever lay there; never used again.
    pub id: usize,
    /// As the computer names it.
    pub name: String,
    /// What did not come along, and what was not found.
    pub notes: Vec<String>,
    /// What can be taken, in order.
    pub offers: Vec<Offer>,
    report: Report,
    facts: Facts,
    content: Content,
}

/// What a person can take from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The section's place in the file.
    pub section: usize,
    /// Its heading with its mark, or the name of the part.
    pub name: String,
    /// The heading's level; 0 for a part without one.
    pub level: u8,
    /// Characters, with what is nested in it.
    pub chars: usize,
}

/// Sections as they go into the draft.
struct Taken {
    file: String,
    /// What a part without a heading is called in the draft.
    unnamed: String,
    name: String,
    nodes: Vec<Node>,
    texts: Vec<String>,
}

impl Contribution {
    fn new(id: usize, name: String, content: Content) -> Self {
        let (report, facts, notes) = match &content {
            Content::Text(source) => {
                let imported = import_text(&source.text);
                let mut notes = source.notes.clone();
                notes.extend(imported.notes);
                (imported.report, imported.facts, notes)
            }
            Content::Draft(draft) => (draft.report.clone(), draft.facts.clone(), Vec::new()),
        };
        Self {
            id,
            name,
            notes,
            offers: offers(&report),
            report,
            facts,
            content,
        }
    }

    /// A section with what is nested in it. Its facts are filled in: in the draft their names may have other values.
    fn take(&self, section: usize) -> Option<Taken> {
        let nodes = nodes(&self.report);
        nodes.get(section)?;
        let within = report::subtree(&nodes, section);
        let mut taken: Vec<Node> = nodes[within.clone()].to_vec();
        for heading in taken.iter_mut().filter_map(|n| n.heading.as_mut()) {
            heading.text = self.facts.fill(&heading.text);
        }
        let texts = self.report.sections[within].iter();
        let stem = self
            .name
            .rsplit_once('.')
            .map_or(&*self.name, |(stem, _)| stem);
        let title = self.facts.fill(&self.report.title());
        Some(Taken {
            file: self.name.clone(),
            unnamed: if title.is_empty() {
                stem.to_owned()
            } else {
                title
            },
            name: name_of(&taken[0], ""),
            nodes: taken,
            texts: texts.map(|s| self.facts.fill(&s.text)).collect(),
        })
    }
}

/// Sections under a heading, and leads.
fn offers(report: &Report) -> Vec<Offer> {
    let nodes = nodes(report);
    let marks = report::marks(&nodes);
    let chars: Vec<usize> = report
        .sections
        .iter()
        .map(|s| chars::count(&s.text))
        .collect();
    let offer = |(section, node): (usize, &Node)| {
        matches!(node.role, Role::Body | Role::Lead).then(|| Offer {
            section,
            name: name_of(node, &marks[section]),
            level: node.level(),
            chars: chars[report::subtree(&nodes, section)].iter().sum(),
        })
    };
    nodes.iter().enumerate().filter_map(offer).collect()
}

fn nodes(report: &Report) -> Vec<Node> {
    report.sections.iter().map(|s| s.node.clone()).collect()
}

fn name_of(node: &Node, mark: &str) -> String {
    match &node.heading {
        Some(heading) => format!("{mark}{}", heading.text),
        None => node.role.name().to_owned(),
    }
}

impl AppState {
    /// Puts the chosen files beside the draft.
    pub fn put_beside_chosen(self, event: &leptos::ev::Event) {
        self.put_beside(files::all_chosen(event));
    }

    /// Puts files beside the draft, one after the other; what could not be opened is said for all of them at the end.
    fn put_beside(self, chosen: Vec<files::Handle>) {
        spawn_local(async move {
            let mut refused = Vec::new();
            for file in chosen {
                match self.fetch_and_read(file).await {
                    Ok((name, content)) => self.lay_beside(name, content),
                    Err(said) => refused.push(said),
                }
            }
            self.toast.set(None);
            if !refused.is_empty() {
                self.say(refused.join("\n"));
            }
        });
    }

    /// Puts what was read beside the draft.
    pub(super) fn lay_beside(self, name: String, content: Content) {
        self.contributions.update(|all| {
            let id = all.last().map_or(0, |last| last.id + 1);
            all.push(Contribution::new(id, name, content));
        });
    }

    /// Takes a file away from beside the draft. What was taken from it stays.
    pub fn close_contribution(self, id: usize) {
        self.contributions.update(|all| all.retain(|c| c.id != id));
    }

    /// Opens a file that lies beside the draft as a draft of its own.
    pub fn open_apart(self, id: usize) {
        let found = self.contributions.with_untracked(|all| {
            let found = all.iter().find(|c| c.id == id);
            found.map(|c| (c.name.clone(), c.content.clone()))
        });
        if let Some((name, content)) = found {
            self.open_content(&name, content);
        }
    }
}

impl Workspace {
    /// Puts dropped files beside the draft.
    pub fn drop_contributions(self, event: &leptos::ev::DragEvent) {
        self.tab.set(Tab::Contributions);
        self.app.put_beside(files::all_dropped(event));
    }

    /// Takes a section, with what is nested in it, behind the one that is written in.
    pub fn take(self, file: usize, section: usize) {
        let taken = self.app.contributions.with_untracked(|all| {
            let found = all.iter().find(|c| c.id == file);
            found.and_then(|c| c.take(section))
        });
        let Some(taken) = taken else {
            return;
        };
        let now = self.nodes.get_untracked();
        let behind = self
            .active
            .get_untracked()
            .and_then(|id| self.index_of(&id))
            .unwrap_or(now.len().saturating_sub(1));
        let (at, level) = super::structure::place_after(&now, behind);
        let keeps_slot = |slot: &str| {
            self.template
                .and_then(|t| t.slot(slot))
                .is_some_and(|slot| {
                    slot.role == Role::Body
                        && (slot.repeatable
                            || now.iter().all(|n| n.slot.as_deref() != Some(&slot.id)))
                })
        };
        // A section that was removed may come back by «undo»: its name is not given to another text.
        let is_used = |id: &str| self.section(&report::SectionId(id.to_owned())).is_some();
        let nodes = report::graft(
            &taken.nodes,
            level,
            (&taken.file, &taken.unnamed),
            &is_used,
            &keeps_slot,
        );
        let sections: Vec<Section> = nodes
            .into_iter()
            .zip(taken.texts)
            .map(|(node, text)| Section { node, text })
            .collect();
        let first = sections.first().map(|s| s.node.id.clone());
        self.add_written(format!("取用“{}”", taken.name), at, sections);
        if let Some(id) = first {
            self.go_to_section(&id);
        }
        self.app
            .say_undoable(format!("已从“{}”取用“{}”。", taken.file, taken.name));
    }

    /// Takes off a section the note of where it came from.
    pub fn forget_origin(self, id: &report::SectionId) {
        self.nodes.update(|nodes| {
            if let Some(node) = nodes.iter_mut().find(|n| n.id == *id) {
                node.origin = None;
            }
        });
        self.autosave.structure_changed(self);
    }
}
