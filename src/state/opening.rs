//! Opening files and texts: telling what they are, reading them, and what is said when they are not opened.

use leptos::prelude::*;
use leptos::task::spawn_local;
use nigao_core::draft::{self, Draft};
use nigao_core::export::html;
use nigao_core::import::source::{self, Source, SourceError};

use super::app::AppState;
use super::words::{describe, refusal};
use crate::web::{files, page};

/// From this many bytes on opening may be felt: it is said that it goes on.
const FELT: usize = 300_000;

/// The measure of opening a text: from its bytes to its structure.
pub const IMPORT: &str = "nigao:import";

/// A text that was read and is looked at before it becomes a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The file's name, or where the text comes from.
    pub name: String,
    /// The text and what is to be known of it.
    pub source: Source,
}

/// What a file holds, as the desk takes it.
#[derive(Debug, Clone)]
pub enum Content {
    /// A report as text.
    Text(Source),
    /// A draft of ours, also when a typeset page carries it.
    Draft(Draft),
}

/// Reads a file, or says in Chinese why not.
pub fn read(file: &files::Opened) -> Result<Content, String> {
    let json = match source::open(&file.name, &file.bytes, files::decode) {
        Ok(source::Content::Text(source)) => return Ok(Content::Text(source)),
        Ok(source::Content::Page(page)) => match html::draft_of(&page.text) {
            Some(json) => json,
            None => return source::read_page(page).map(Content::Text).map_err(refusal),
        },
        Ok(source::Content::Draft(json)) => json,
        Err(error) => return Err(refusal(error)),
    };
    draft::from_json(&json)
        .map(Content::Draft)
        .map_err(|error| describe(&error))
}

impl AppState {
    /// Opens the file that was chosen in an `<input type=file>`.
    pub fn open_chosen(self, event: &leptos::ev::Event) {
        if let Some(file) = files::all_chosen(event).into_iter().next() {
            spawn_local(self.open_file(file));
        }
    }

    /// Opens the file that was dropped on the window; beside a draft that is on the desk.
    pub fn open_dropped(self, event: &leptos::ev::DragEvent) {
        if let Some(workspace) = self.desk.get_untracked() {
            workspace.drop_contributions(event);
        } else if let Some(file) = files::all_dropped(event).into_iter().next() {
            spawn_local(self.open_file(file));
        }
    }

    /// Opens what a paste brings: a file, rich text, or plain text. `plain` says whether plain text counts.
    ///
    /// Returns whether it was opened.
    pub fn open_pasted(self, event: &leptos::ev::Event, plain: bool) -> bool {
        if let Some(file) = files::pasted(event) {
            spawn_local(self.open_file(file));
        } else if let Some(html) = page::pasted(event, "text/html") {
            self.look_at("粘贴的内容", source::html::read(&html));
        } else if let Some(text) = page::pasted(event, "text/plain").filter(|_| plain) {
            self.open_text(text);
        } else {
            return false;
        }
        true
    }

    /// Opens text that was pasted.
    pub fn open_text(self, text: String) {
        let notes = Vec::new();
        self.look_at("粘贴的文字", Source { text, notes });
    }

    async fn open_file(self, file: files::Handle) {
        if let Some((name, content)) = self.fetch_and_read(file).await {
            self.open_content(&name, content);
        }
    }

    /// Opens what a file holds: a draft goes onto the desk, a text up for review.
    pub fn open_content(self, name: &str, content: Content) {
        match content {
            Content::Text(source) => self.look_at(name, source),
            Content::Draft(draft) => self.show_new(draft),
        }
    }

    /// A file's name and what it holds; where it cannot be read, that is said.
    pub(super) async fn fetch_and_read(self, file: files::Handle) -> Option<(String, Content)> {
        let file = self.fetch(file).await?;
        page::begin(IMPORT);
        match read(&file) {
            Ok(content) => Some((file.name, content)),
            Err(said) => {
                self.say(said);
                None
            }
        }
    }

    /// A file's bytes; where there are many it is said that the file is being opened, and the page is painted first.
    async fn fetch(self, file: files::Handle) -> Option<files::Opened> {
        self.toast.set(None);
        match files::read(file).await {
            Ok(opened) => {
                if opened.bytes.len() > FELT {
                    self.say(format!("正在打开“{}”……", opened.name));
                    page::painted().await;
                }
                Some(opened)
            }
            Err(files::ReadError::TooLarge) => {
                self.say(refusal(SourceError::TooLarge));
                None
            }
            Err(files::ReadError::Failed) => {
                self.say("浏览器读不出这个文件。它可能被别的程序占用，或已移走；请关闭占用它的程序后再试。");
                None
            }
        }
    }

    /// Puts a text up for review.
    fn look_at(self, name: &str, source: Source) {
        self.toast.set(None);
        match source::within(source) {
            Ok(source) => self.review.set(Some(Opened {
                name: name.to_owned(),
                source,
            })),
            Err(error) => self.say(refusal(error)),
        }
    }
}
