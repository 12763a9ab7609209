//! Opening files and texts: telling what they are, reading them, and what is said when they are not opened.

use leptos::prelude::*;
use leptos::task::spawn_local;
use nigao_core::draft::{self, Draft};
use nigao_core::export::html;
use nigao_core::import::Review;
use nigao_core::import::source::{self, Source, SourceError};
use nigao_core::template::builtin;
use nigao_core::text::chars::is_blank;
use nigao_core::text::marks;

use super::app::AppState;
use super::words::{describe, refusal};
use super::workspace::Tab;
use crate::web::{files, page};

/// From this many bytes on opening may be felt: it is said that it goes on.
const FELT: usize = 300_000;

/// The measure of opening a text: from its bytes to its structure.
pub const IMPORT: &str = "nigao:import";

/// A text that was read and is looked at before it becomes a draft.
#[derive(Debug, Clone, Default)]
pub struct Opened {
    /// Names it among all texts that were looked at; never used again.
    pub id: usize,
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

/// Reads a text that nobody sees. Browsers compile a program's functions when they are first called; the first report
/// that a person opens should not wait for that.
pub fn warm_up() {
    let mut text = String::new();
    for template in builtin() {
        for (i, slot) in template.sections.iter().enumerate() {
            let mark = marks::official(slot.level.max(1), i + 1);
            let skeletons = slot.skeletons.iter().map(|s| s.text.as_str());
            text.push_str(&mark);
            for line in [slot.name.as_str(), &slot.guidance]
                .into_iter()
                .chain(skeletons)
            {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    let read = source::open("", text.as_bytes(), files::decode);
    if let Ok(source::Content::Text(source)) = read {
        Review::new(&source.text).read();
    }
}

impl AppState {
    /// Opens the file that was chosen in an `<input type=file>`.
    pub fn open_chosen(self, event: &leptos::ev::Event) {
        self.open_files(files::all_chosen(event));
    }

    /// Opens the files that were dropped on the window; beside a draft that is on the desk.
    pub fn open_dropped(self, event: &leptos::ev::DragEvent) {
        match self.desk.get_untracked() {
            Some(workspace) if !self.is_reviewing() => workspace.drop_contributions(event),
            _ => self.open_files(files::all_dropped(event)),
        }
    }

    /// Opens what a paste brings: a file, rich text, or plain text. `plain` says whether plain text counts.
    ///
    /// Returns whether it was taken.
    pub fn open_pasted(self, event: &leptos::ev::Event, plain: bool) -> bool {
        if let Some(file) = files::pasted(event) {
            self.open_files(vec![file]);
        } else if let Some(html) = page::pasted(event, "text/html") {
            spawn_local(self.open_html(html));
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
        self.take_in("粘贴的文字", Source { text, notes });
    }

    async fn open_html(self, html: String) {
        if html.len() > source::LARGEST_FILE {
            self.say("粘贴的内容超过 20 MB，没有打开。请分几次粘贴。");
            return;
        }
        if html.len() > FELT {
            self.say("正在打开粘贴的内容……");
            page::painted().await;
        }
        page::begin();
        self.take_in("粘贴的内容", source::html::read(&html));
    }

    /// Opens files one after the other.
    fn open_files(self, chosen: Vec<files::Handle>) {
        spawn_local(async move {
            let mut refused = Vec::new();
            for file in chosen {
                match self.fetch_and_read(file).await {
                    Ok((name, content)) => {
                        self.toast.set(None);
                        self.open_content(&name, content);
                    }
                    Err(said) => refused.push(said),
                }
            }
            if !refused.is_empty() {
                self.say(refused.join("\n"));
            }
        });
    }

    /// Opens what a file holds: a draft goes onto the desk, a text up for review.
    pub fn open_content(self, name: &str, content: Content) {
        match content {
            Content::Text(source) => self.look_at(name, source),
            Content::Draft(draft) => self.show_new(draft),
        }
    }

    /// Takes in a text: up for review, or beside the draft where the desk shows what lies there.
    fn take_in(self, name: &str, source: Source) {
        let beside = self.desk.get_untracked().is_some() && self.takes_pastes();
        if beside {
            self.toast.set(None);
            self.lay_beside(name.to_owned(), Content::Text(source));
        } else {
            self.look_at(name, source);
        }
    }

    /// A file's name and what it holds, or why it is not opened. Where there is much to read, it is said that it is being
    /// opened, and the page is painted first.
    pub(super) async fn fetch_and_read(
        self,
        file: files::Handle,
    ) -> Result<(String, Content), String> {
        let name = file.name();
        let about = |said: String| format!("“{name}”：{said}");
        let file = files::read(file).await.map_err(|error| {
            about(match error {
                files::ReadError::TooLarge => refusal(SourceError::TooLarge),
                files::ReadError::Failed => {
                    "浏览器读不出它。它可能是文件夹，或被别的程序占用，或已移走；请关闭占用它的程序后再试。"
                        .to_owned()
                }
            })
        })?;
        if file.bytes.len() > FELT {
            self.say(format!("正在打开“{name}”……"));
            page::painted().await;
        }
        page::begin();
        let content = read(&file).map_err(about)?;
        Ok((file.name, content))
    }

    /// Whether a paste outside a field is opened: on the start page, and where the desk shows what lies beside the draft.
    pub fn takes_pastes(self) -> bool {
        match self.desk.get_untracked() {
            Some(desk) => desk.tab.get_untracked() == Tab::Contributions,
            None => true,
        }
    }

    /// Whether a text is under review.
    pub fn is_reviewing(self) -> bool {
        self.reviews.with_untracked(|all| !all.is_empty())
    }

    /// Puts a text up for review, behind those that are.
    fn look_at(self, name: &str, source: Source) {
        self.toast.set(None);
        if source.text.chars().all(is_blank) {
            self.say(format!("“{name}”里没有文字，没有打开。"));
            return;
        }
        match source::within(source) {
            Ok(source) => self.reviews.update(|all| {
                let id = self.opened.with_value(|count| *count);
                self.opened.set_value(id + 1);
                all.push(Opened {
                    id,
                    name: name.to_owned(),
                    source,
                });
            }),
            Err(error) => self.say(refusal(error)),
        }
    }
}
