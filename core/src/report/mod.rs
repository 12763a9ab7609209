//! The report: sections in order, each with its place in the structure and its text.

pub mod carried;
mod structure;

use std::collections::{HashMap, HashSet};

pub use structure::{
    Counters, graft, indent, marks, move_down, move_up, outdent, settle_marks, subtree,
};

use serde::{Deserialize, Serialize};

/// Names a section within its report; stable for the section's life, since drafts and findings refer to it.
///
/// It is the template's section id (`lead`), with `-2`, `-3` … for further ones of the same kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SectionId(pub String);

impl std::fmt::Display for SectionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a section is in the report; decides how it is typeset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// 引题: the line above a newspaper's main title.
    Kicker,
    /// 标题, 主题.
    Title,
    /// 副题: the dash line under the title.
    Subtitle,
    /// 主送机关 or 称谓.
    Addressee,
    /// 署名 of a newspaper's writers under the title or after the text.
    Byline,
    /// 导语: text before the first heading.
    Lead,
    /// Text under a heading. The only role that carries a heading.
    Body,
    /// 图片说明, one a line.
    Captions,
    /// 附件说明: 「附件：1.…」 under the text, one a line.
    Attachments,
    /// 落款 of an official paper.
    Signature,
    /// 成文日期.
    Date,
}

impl Role {
    /// What a part of this role is called where the template has no name for it.
    pub const fn name(self) -> &'static str {
        match self {
            Role::Kicker => "引题",
            Role::Title => "标题",
            Role::Subtitle => "副题",
            Role::Addressee => "主送",
            Role::Byline => "署名",
            Role::Lead => "导语",
            Role::Body => "正文",
            Role::Captions => "图片说明",
            Role::Attachments => "附件说明",
            Role::Signature => "落款",
            Role::Date => "日期",
        }
    }
}

/// How the mark before a heading is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
pub enum Numbering {
    /// 一、（一）1.（1）by level (GB/T 9704-2012, 7.3.3), counted within the heading above.
    #[default]
    Official,
    /// The newspaper's ■.
    Square,
    /// No mark.
    Plain,
}

/// The heading of a body section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The words, without the mark. A run-in heading's own final 。 is left out too: it is put back when laid out.
    pub text: String,
    /// 1 to 4.
    pub level: u8,
    /// How its mark is made.
    #[serde(default)]
    pub numbering: Numbering,
    /// The body goes on in the heading's paragraph.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub run_in: bool,
    /// The mark as it came with an opened file where it differs from the computed one, until it is renumbered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_mark: Option<String>,
}

impl Heading {
    /// Whether a number stands before its words.
    pub fn is_numbered(&self) -> bool {
        self.numbering == Numbering::Official || self.source_mark.is_some()
    }

    /// The heading as typeset after its mark: a run-in heading is closed with 。 unless it ends with a mark of its own.
    pub fn closed(&self) -> String {
        let open = self.run_in && !self.text.is_empty() && !self.text.ends_with(carried::STOPS);
        if open {
            format!("{}。", self.text)
        } else {
            self.text.clone()
        }
    }
}

/// A section's place in the structure: everything but its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Its name in the report.
    pub id: SectionId,
    /// The section of the template that it fulfils, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot: Option<String>,
    /// What it is in the report.
    pub role: Role,
    /// Present exactly where `role` is [`Role::Body`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Heading>,
    /// The file that it was taken from, where somebody else wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
}

impl Node {
    /// The heading's level; 0 where there is no heading.
    pub fn level(&self) -> u8 {
        self.heading.as_ref().map_or(0, |h| h.level)
    }
}

/// A section: its place and its text (Markdown; each line is a paragraph unless it belongs to a list or a table).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its place in the structure.
    pub node: Node,
    /// Its text, exactly as typed or opened.
    pub text: String,
}

/// A report: a template's id and the sections in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Id of the template that it follows.
    pub template: String,
    /// Sections in reading order; nesting is told by heading levels.
    pub sections: Vec<Section>,
}

impl Report {
    /// The first section of a role, if any.
    pub fn part(&self, role: Role) -> Option<&Section> {
        self.sections.iter().find(|s| s.node.role == role)
    }

    /// The title as one line, or an empty string.
    pub fn title(&self) -> String {
        self.part(Role::Title)
            .map(|s| s.text.split_whitespace().collect::<Vec<_>>().join(" "))
            .unwrap_or_default()
    }

    /// The marks shown before each section's heading; empty where there is none.
    pub fn marks(&self) -> Vec<String> {
        marks(self.sections.iter().map(|s| &s.node))
    }

    /// Everything a reader sees, one line a paragraph, with headings' marks.
    pub fn plain_text(&self) -> String {
        let mut out = String::new();
        for (section, mark) in self.sections.iter().zip(self.marks()) {
            if let Some(heading) = &section.node.heading {
                out.push_str(&mark);
                out.push_str(&heading.closed());
                if !heading.run_in {
                    out.push('\n');
                }
            }
            out.push_str(&section.text);
            if !section.text.ends_with('\n') {
                out.push('\n');
            }
        }
        out
    }

    /// A section id that is not taken yet: `stem`, or `stem-2`, `stem-3` …
    pub fn fresh_id(&self, stem: &str) -> SectionId {
        fresh_id(stem, |id| self.sections.iter().any(|s| s.node.id.0 == id))
    }
}

/// Gives out section ids, none twice. Costs the same for each, however many are alike.
#[derive(Debug, Default)]
pub struct Ids {
    taken: HashSet<String>,
    /// The next number to try for a stem.
    next: HashMap<String, usize>,
}

impl Ids {
    /// The first of `stem`, `stem-2`, `stem-3` … that was not given out yet.
    pub fn give(&mut self, stem: &str) -> SectionId {
        if self.taken.insert(stem.to_owned()) {
            return SectionId(stem.to_owned());
        }
        let mut n = self.next.get(stem).copied().unwrap_or(2);
        let mut id = format!("{stem}-{n}");
        while !self.taken.insert(id.clone()) {
            n += 1;
            id = format!("{stem}-{n}");
        }
        self.next.insert(stem.to_owned(), n + 1);
        SectionId(id)
    }
}

/// The first of `stem`, `stem-2`, `stem-3` … that is not `taken`.
pub fn fresh_id(stem: &str, taken: impl Fn(&str) -> bool) -> SectionId {
    if !taken(stem) {
        return SectionId(stem.to_owned());
    }
    let mut n = 2_usize;
    loop {
        let id = format!("{stem}-{n}");
        if !taken(&id) {
            return SectionId(id);
        }
        n += 1;
    }
}
