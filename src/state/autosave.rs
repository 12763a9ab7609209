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
#[derive(Debug, Clone, Default)]
struct Ledger {
    /// The draft's id.
    draft: String,
    /// The manifest's revision as last saved; 0 where it never was.
    revision: u64,
    /// Sections whose text changed since it was saved.
    texts: Vec<SectionId>,
    /// Something changed since the last save.
    pending: bool,
    /// Sections that have a record.
    kept: Vec<SectionId>,
    timer: Option<TimeoutHandle>,
}

/// Saves what changes on one desk.
#[derive(Debug, Clone, Copy)]
pub struct Autosave {
    /// For the top bar.
    pub state: RwSignal<SaveState>,
    ledger: StoredValue<Ledger>,
}

impl Autosave {
    /// For the draft with this id, last saved with this revision (0: never) and these sections.
    pub fn new(draft: String, revision: u64, kept: Vec<SectionId>) -> Self {
        Self {
            state: RwSignal::new(SaveState::Saved),
            ledger: StoredValue::new(Ledger {
                draft,
                revision,
                kept,
                ..Ledger::default()
            }),
        }
    }

    /// A section's text changed.
    pub fn text_changed(self, workspace: Workspace, section: SectionId) {
        self.ledger.update_value(|ledger| {
            if !ledger.texts.contains(&section) {
                ledger.texts.push(section);
            }
        });
        self.structure_changed(workspace);
    }

    /// Something other than a text changed.
    pub fn structure_changed(self, workspace: Workspace) {
        if self.state.get_untracked() != SaveState::Failed {
            self.state.set(SaveState::Saving);
        }
        let timer = page::timer(PAUSE, move || self.flush(workspace));
        self.ledger.update_value(|ledger| {
            ledger.pending = true;
            if let Some(former) = std::mem::replace(&mut ledger.timer, timer) {
                former.clear();
            }
        });
    }

    /// Saves everything again, whatever changed: a draft that was never saved, or one whose saves were refused.
    pub fn save_all(self, workspace: Workspace) {
        let ids = workspace.order.get_untracked();
        self.ledger.update_value(|ledger| {
            ledger.texts = ids;
            ledger.pending = true;
        });
        self.flush(workspace);
    }

    /// Saves what is not saved yet. Does nothing once the desk is gone.
    pub fn flush(self, workspace: Workspace) {
        let Some(mut ledger) = self.ledger.try_get_value().filter(|ledger| ledger.pending) else {
            return;
        };
        let written = write(&mut ledger, workspace);
        // Something refused earlier, here or in another draft, may fit by now.
        let all_kept = workspace.app.storage.retry();
        match written {
            Ok(()) => {
                ledger.pending = false;
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
        self.ledger.set_value(ledger);
    }
}

/// Writes the changed texts, then the manifest, then forgets the texts of sections that are gone.
fn write(ledger: &mut Ledger, workspace: Workspace) -> Result<(), DraftError> {
    let store = workspace.app.store;
    let mut refused = None;
    let draft = &ledger.draft;
    ledger.texts.retain(|id| {
        let Some(section) = workspace.section(id) else {
            return false;
        };
        // The others are tried all the same: a shorter one may still fit.
        let written = section
            .text
            .with_untracked(|text| store.save_text(draft, id, text));
        let failed = written.is_err();
        refused = refused.take().or(written.err());
        failed
    });
    ledger.revision += 1;
    let manifest = manifest(workspace, ledger.revision);
    store.save_manifest(draft, &manifest)?;
    let ids: Vec<_> = manifest.nodes.into_iter().map(|node| node.id).collect();
    let gone = ledger.kept.iter().filter(|id| !ids.contains(id));
    store.forget_texts(draft, gone)?;
    ledger.kept = ids;
    refused.map_or(Ok(()), Err)
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
