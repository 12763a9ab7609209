//! Handing the report over as a file.

use leptos::prelude::*;
use nigao_core::check::Group;
use nigao_core::draft;
use nigao_core::export::{self, html, markdown, text};

use super::workspace::Workspace;
use crate::web::files;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown.
    Markdown,
    /// One typeset page; whether it carries the draft for reopening.
    Html {
        /// Whether the draft goes with it.
        with_draft: bool,
    },
    /// Plain text.
    Text,
    /// The draft itself.
    Draft,
}

/// What is still missing or open in a report that is to be handed over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unfinished {
    /// Missing or empty sections, and other requirements not met.
    pub missing: Vec<String>,
    /// Each placeholder: where it stands and what it says.
    pub placeholders: Vec<(String, String)>,
}

impl Workspace {
    /// What «export» asks about first; empty where the report is finished.
    pub fn unfinished(self) -> Unfinished {
        let mut unfinished = Unfinished::default();
        untrack(|| {
            for finding in self.structure_findings.get() {
                if finding.rule.severity != nigao_core::check::Severity::Hint {
                    unfinished.missing.push(finding.message);
                }
            }
            for id in self.order.get() {
                let Some(section) = self.section(&id) else {
                    continue;
                };
                for finding in section.check.get().findings {
                    if finding.rule.group == Group::Placeholder {
                        unfinished
                            .placeholders
                            .push((self.label(&id), finding.message));
                    }
                }
            }
        });
        unfinished
    }

    /// The title, or an empty string.
    pub fn title_untracked(self) -> String {
        untrack(|| self.title())
    }

    /// The title as it stands, or an empty string.
    pub fn title(self) -> String {
        let id = self.nodes.with(|nodes| {
            nodes
                .iter()
                .find(|n| n.role == nigao_core::report::Role::Title)
                .map(|n| n.id.clone())
        });
        let title = id
            .and_then(|id| self.section(&id))
            .map(|s| s.text.get())
            .unwrap_or_default();
        self.facts
            .with(|facts| facts.fill(&title))
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Makes the file and hands it to the downloads.
    pub fn export(self, format: Format) {
        let draft = self.draft();
        let name = |extension: &str| export::file_name(&self.title_untracked(), extension);
        let json = || draft::to_json(&draft).ok();
        let (name, mime, content) = match format {
            Format::Markdown => (
                name("md"),
                "text/markdown;charset=utf-8",
                Some(markdown::file(&draft.report, &draft.facts)),
            ),
            Format::Html { with_draft } => {
                let options = html::Options {
                    draft: if with_draft { json() } else { None },
                };
                (
                    name("html"),
                    "text/html;charset=utf-8",
                    Some(html::file(&draft.report, &draft.facts, &options)),
                )
            }
            Format::Text => (
                name("txt"),
                "text/plain;charset=utf-8",
                Some(text::file(&draft.report, &draft.facts)),
            ),
            Format::Draft => (name("json"), "application/json", json()),
        };
        let handed = content.is_some_and(|content| files::download(&name, mime, &content));
        self.app.say(if handed {
            format!("已导出“{name}”，在浏览器的下载文件夹里。")
        } else {
            "浏览器没有接受这个文件，可能是单位策略禁止下载。请复制预览里的文字，粘贴到别处保存。"
                .to_owned()
        });
    }
}
