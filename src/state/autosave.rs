//! Saves what changed, shortly after typing stops and at once when the page may end.

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use nigao_core::draft::{DraftError, FORMAT, Manifest};
use nigao_core::report::SectionId;

use super::workspace::Workspace;
use crate::web::page;

/// Milliseconds after the last change.
const PAUSE: u64 = 300;

/// Whether what is on the screen is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is kept.
    Saved,
    /// Something changed and is about to be kept.
    Saving,
    /// The browser refused.
    Failed,
}

/// What is not saved yet, and the timer that will save it.
#[derive(Debug, Clone, Copy)]
pub struct Autosave {
    /// For the top bar.
    pub state: RwSignal<SaveState>,
    draft: StoredValue<String>,
    revision: StoredValue<u64>,
    texts: StoredValue<Vec<SectionId>>,
    pending: StoredValue<bool>,
    /// Sections that have a record.
    kept: StoredValue<Vec<SectionId>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Autosave {
    /// For the draft with this id, last saved with this revision (0: never) and these sections.
    pub fn new(draft: String, revision: u64, kept: Vec<SectionId>) -> Self {
        Self {
            state: RwSignal::new(SaveState::Saved),
            draft: StoredValue::new(draft),
            revision: StoredValue::new(revision),
            texts: StoredValue::new(Vec::new()),
            pending: StoredValue::new(false),
            kept: StoredValue::new(kept),
            timer: StoredValue::new(None),
        }
    }

    /// A section's text changed.
    pub fn text_changed(self, workspace: Workspace, section: SectionId) {
        self.texts.update_value(|texts| {
            if !texts.contains(&section) {
                texts.push(section);
            }
        });
        self.structure_changed(workspace);
    }

    /// Something other than a text changed.
    pub fn structure_changed(self, workspace: Workspace) {
        self.pending.set_value(true);
        if self.state.get_untracked() != SaveState::Failed {
            self.state.set(SaveState::Saving);
        }
        if let Some(former) = self.timer.get_value() {
            former.clear();
        }
        self.timer
            .set_value(page::timer(PAUSE, move || self.flush(workspace)));
    }

    /// Saves everything again, whatever changed: a draft that was never saved, or one whose saves were refused.
    pub fn save_all(self, workspace: Workspace) {
        let ids = workspace.order.get_untracked();
        self.texts.set_value(ids);
        self.pending.set_value(true);
        self.flush(workspace);
    }

    /// Saves what is not saved yet. Does nothing once the desk is gone.
    pub fn flush(self, workspace: Workspace) {
        if self.pending.try_get_value() != Some(true) {
            return;
        }
        let written = self.write(workspace);
        // Something refused earlier, here or in another draft, may fit by now.
        let all_kept = workspace.app.storage.retry();
        match written {
            Ok(()) => {
                self.pending.set_value(false);
                self.state.set(SaveState::Saved);
                if all_kept {
                    workspace.app.all_is_kept();
                }
            }
            Err(error) => {
                self.state.set(SaveState::Failed);
                workspace.app.warn_of_refusal(&error);
            }
        }
    }

    fn write(self, workspace: Workspace) -> Result<(), DraftError> {
        let store = workspace.app.store;
        let draft = self.draft.get_value();
        let mut refused = None;
        for id in self.texts.get_value() {
            let Some(section) = workspace.section(&id) else {
                continue;
            };
            match section
                .text
                .with_untracked(|text| store.save_text(&draft, &id, text))
            {
                Ok(()) => self.texts.update_value(|texts| {
                    texts.retain(|other| *other != id);
                }),
                // The others are tried all the same: a shorter one may still fit.
                Err(error) => refused = Some(error),
            }
        }
        self.revision.update_value(|revision| *revision += 1);
        let manifest = manifest(workspace, self.revision.get_value());
        store.save_manifest(&draft, &manifest)?;
        let ids: Vec<_> = manifest.nodes.into_iter().map(|node| node.id).collect();
        let former = self.kept.get_value();
        let gone = former.iter().filter(|id| !ids.contains(id));
        store.forget_texts(&draft, gone)?;
        self.kept.set_value(ids);
        refused.map_or(Ok(()), Err)
    }
}

fn manifest(workspace: Workspace, revision: u64) -> Manifest {
    let title = workspace.title_untracked();
    Manifest {
        nigao: FORMAT,
        revision,
        title,
        template: workspace.kind(),
        updated: page::now(),
        chars: workspace
            .summaries
            .with_untracked(|all| all.iter().map(|s| s.chars).sum()),
        percent: workspace
            .completeness
            .with_untracked(nigao_core::check::Completeness::percent),
        nodes: workspace.nodes.get_untracked(),
        facts: workspace.facts.get_untracked(),
    }
}
