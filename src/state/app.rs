//! The app as a whole: which screen is shown, what is said to the person, and opening, making and deleting drafts.

use leptos::prelude::*;
use nigao_core::draft::{Draft, DraftError, Entry, Store};
use nigao_core::template::Template;

use super::contributions::Contribution;
use super::exports::Format;
use super::opening::Opened;
use super::settings::Settings;
use super::words::describe;
use super::workspace::Workspace;
use crate::web::storage::BrowserStorage;
use crate::web::{files, page};

/// What fills the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    /// Kinds of report and the drafts.
    Start,
    /// One draft on the desk.
    Desk(Box<OpenDraft>),
}

/// A draft as it goes onto the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDraft {
    /// Its id in the store.
    pub id: String,
    /// Report and facts.
    pub draft: Draft,
    /// The manifest's revision; 0 for one that was never saved.
    pub revision: u64,
}

/// A message that stays until what it says is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// What happened, why, what to do.
    pub text: String,
    /// Whether «save to a file now» is offered.
    pub offers_file: bool,
}

/// A short message that goes away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// Offers «undo» as long as this many changes can be taken back: a later change is not what it speaks of.
    pub undo: Option<usize>,
}

/// The app's state, handed to every view.
#[derive(Debug, Clone, Copy)]
pub struct AppState {
    /// The browser's storage.
    pub storage: BrowserStorage,
    /// Drafts in it.
    pub store: Store<BrowserStorage>,
    /// What fills the window.
    pub screen: RwSignal<Screen>,
    /// The message that stays, if any.
    pub banner: RwSignal<Option<Banner>>,
    /// A short message that goes away.
    pub toast: RwSignal<Option<Toast>>,
    /// What is remembered between two openings.
    pub settings: RwSignal<Settings>,
    /// Drafts as last listed.
    pub drafts: RwSignal<Vec<Entry>>,
    /// The desk, while a draft is on it.
    pub desk: RwSignal<Option<Workspace>>,
    /// Texts that are looked at before they become drafts; the first is on the screen.
    pub reviews: RwSignal<Vec<Opened>>,
    /// How many texts have been up for review.
    pub(super) opened: StoredValue<usize>,
    /// Other people's files beside the draft.
    pub contributions: RwSignal<Vec<Contribution>>,
}

impl AppState {
    /// Looks at the storage and opens what was open.
    pub fn new() -> Self {
        let storage = BrowserStorage::probe();
        let settings = Settings::load(storage);
        let app = Self {
            storage,
            store: Store::new(storage),
            screen: RwSignal::new(Screen::Start),
            banner: RwSignal::new(None),
            toast: RwSignal::new(None),
            settings: RwSignal::new(settings.clone()),
            drafts: RwSignal::new(Vec::new()),
            desk: RwSignal::new(None),
            reviews: RwSignal::new(Vec::new()),
            opened: StoredValue::new(0),
            contributions: RwSignal::new(Vec::new()),
        };
        if !storage.available() {
            app.banner.set(Some(Banner {
                text: "这个浏览器不让网页保存内容（可能是隐私模式或单位策略）。稿子只在本页打开期间有效，离开前请存到文件。".into(),
                offers_file: true,
            }));
        }
        app.list();
        if !settings.open.is_empty() {
            app.open(&settings.open);
        }
        app
    }

    /// Reads the list of drafts again.
    pub fn list(self) {
        match self.store.list() {
            Ok(entries) => self.drafts.set(entries),
            Err(error) => self.say(describe(&error)),
        }
    }

    /// Shows a short message.
    pub fn say(self, text: impl Into<String>) {
        self.show_toast(Toast {
            text: text.into(),
            undo: None,
        });
    }

    /// Shows a short message about the structural change just made, with «undo» in it.
    pub fn say_undoable(self, text: String) {
        let undo = self
            .desk
            .get_untracked()
            .map(|workspace| untrack(|| workspace.undo_depth()));
        self.show_toast(Toast { text, undo });
    }

    fn show_toast(self, toast: Toast) {
        self.toast.set(Some(toast.clone()));
        let shown = self.toast;
        page::later(8_000, move || {
            // A later message stays its own time.
            if shown.try_get_untracked().flatten().as_ref() == Some(&toast) {
                shown.try_set(None);
            }
        });
    }

    /// Says in a banner that stays that something could not be kept.
    pub fn warn_of_refusal(self, error: &DraftError) {
        if !self
            .banner
            .with_untracked(|b| b.as_ref().is_some_and(|b| b.offers_file))
        {
            self.banner.set(Some(Banner {
                text: describe(error),
                offers_file: true,
            }));
        }
    }

    /// Takes away the banner about something that could not be kept.
    pub fn all_is_kept(self) {
        if self.storage.available()
            && self
                .banner
                .with_untracked(|b| b.as_ref().is_some_and(|b| b.offers_file))
        {
            self.banner.set(None);
        }
    }

    /// Changes what is remembered.
    pub fn remember(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.settings
            .with_untracked(|settings| settings.save(self.storage));
    }

    /// Goes to the list of drafts. The desk saves when it is left.
    pub fn go_to_start(self) {
        self.leave_desk();
        self.remember(|settings| settings.open.clear());
        self.toast.set(None);
        self.screen.set(Screen::Start);
        page::set_title("拟稿");
        self.list();
    }

    /// Opens a stored draft.
    pub fn open(self, id: &str) {
        match self.store.load(id) {
            Ok(loaded) => {
                if !loaded.unreadable.is_empty() {
                    self.banner.set(Some(Banner {
                        text: format!(
                            "这份稿子有 {} 节的内容读不出来，可能是保存时断了电。原文已另存在浏览器里，没有覆盖；其余各节照常打开。",
                            loaded.unreadable.len()
                        ),
                        offers_file: false,
                    }));
                }
                self.show(OpenDraft {
                    id: id.to_owned(),
                    draft: loaded.draft,
                    revision: loaded.revision,
                });
            }
            Err(DraftError::Missing) => self.remember(|settings| settings.open.clear()),
            Err(error) => {
                self.remember(|settings| settings.open.clear());
                self.say(describe(&error));
            }
        }
    }

    /// Starts a report of a kind.
    pub fn start(self, template: &Template) {
        self.show_new(Draft {
            report: template.start(),
            ..Draft::default()
        });
    }

    /// Puts a draft that is not stored yet on the desk.
    pub(super) fn show_new(self, draft: Draft) {
        let id = format!("{}-{:08x}", page::now(), page::random());
        self.show(OpenDraft {
            id,
            draft,
            revision: 0,
        });
    }

    /// Takes and saves what was typed last, before the desk goes.
    fn leave_desk(self) {
        if let Some(workspace) = self.desk.get_untracked() {
            page::leave_field();
            workspace.autosave.flush(workspace);
        }
    }

    fn show(self, open: OpenDraft) {
        self.leave_desk();
        let id = open.id.clone();
        self.screen.set(Screen::Desk(Box::new(open)));
        self.remember(|settings| {
            if settings.open != id {
                settings.section.clear();
            }
            settings.open = id;
        });
    }

    /// Deletes a stored draft.
    pub fn delete(self, id: &str) {
        if let Err(error) = self.store.delete(id) {
            self.say(describe(&error));
        }
        if self.storage.retry() {
            self.all_is_kept();
        }
        self.list();
    }

    /// Whether something that was to be kept is only in memory.
    pub fn holds_back() -> bool {
        BrowserStorage::holds_back()
    }

    /// Whether a draft is on the desk.
    pub fn has_desk(self) -> bool {
        self.desk.with(Option::is_some)
    }

    /// Hands the draft on the desk to the downloads.
    pub fn save_to_file(self) {
        if let Some(workspace) = self.desk.get_untracked() {
            workspace.export(Format::Draft);
        }
    }

    /// Hands a stored record that cannot be read to the downloads.
    pub fn save_raw(self, name: &str, raw: &str) {
        if !files::download(name, "text/plain;charset=utf-8", raw) {
            self.say("浏览器没有接受这个文件，可能是单位策略禁止下载。");
        }
    }

    /// Whether the toast's change is the last one and can be taken back.
    pub fn can_undo(self) -> bool {
        let depth = self.desk.get().map(super::workspace::Workspace::undo_depth);
        self.toast.with(|toast| {
            toast
                .as_ref()
                .is_some_and(|t| t.undo.is_some() && t.undo == depth)
        })
    }

    /// Takes back the last structural change on the desk.
    pub fn undo(self) {
        if let Some(workspace) = self.desk.get_untracked() {
            workspace.undo();
        }
    }
}
