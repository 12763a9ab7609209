//! What each paragraph is: a heading, a part of the report such as its title or date, or text.

use super::lines::{Block, Para};
use super::shape::Head;
use super::{chapters, contents, news, parts, vote};
use crate::report::Role;
use crate::report::carried::Carried;

/// What a paragraph is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Belongs to the section above it.
    Text,
    /// A part without a heading.
    Part(Role),
    /// Opens a section.
    Heading(Head),
    /// Left out, because a person said so.
    Dropped,
}

/// The paragraphs of a source and what each is.
#[derive(Debug)]
pub(super) struct Classified<'a> {
    pub source: &'a str,
    pub paras: Vec<Para>,
    pub kinds: Vec<Kind>,
    /// The source is Markdown of ours.
    pub own: bool,
    /// The sections that it says it has, where that fits.
    pub plan: Option<Vec<Carried>>,
}

impl Classified<'_> {
    /// The words of paragraph `i`.
    pub fn text(&self, i: usize) -> &str {
        self.paras[i].text(self.source)
    }

    /// Characters of paragraph `i`, blanks aside.
    pub fn chars(&self, i: usize) -> usize {
        self.paras[i].chars
    }

    /// Whether paragraph `i` is text that no mark, list or fence sets apart.
    pub fn is_free(&self, i: usize) -> bool {
        let para = &self.paras[i];
        self.kinds[i] == Kind::Text && para.block == Block::Paragraph && para.hashes == 0
    }

    /// The first heading from paragraph `from` on, or the number of paragraphs.
    pub fn first_heading(&self) -> usize {
        self.kinds
            .iter()
            .position(|k| matches!(k, Kind::Heading(_)))
            .unwrap_or(self.kinds.len())
    }

    /// Numbered headings of level 1, as official papers have them.
    pub fn official(&self) -> usize {
        let one = |k: &Kind| matches!(k, Kind::Heading(h) if h.level == 1 && !h.news);
        self.kinds.iter().filter(|k| one(k)).count()
    }
}

/// Says of each paragraph what it is.
pub(super) fn classify(source: &str, paras: Vec<Para>) -> Classified<'_> {
    let contents = contents::find(source, &paras);
    let kinds = vote::headings(source, &paras, |i| contents.contains(&i))
        .into_iter()
        .map(|head| head.map_or(Kind::Text, Kind::Heading))
        .collect();
    let mut all = Classified {
        source,
        paras,
        kinds,
        own: false,
        plan: None,
    };
    parts::hash_lines(&mut all, &contents);
    chapters::heads(&mut all, &contents);
    parts::opening(&mut all, contents.end);
    parts::attached(&mut all);
    parts::tail(&mut all);
    parts::attachments(&mut all);
    news::heads(&mut all);
    news::leads(&mut all);
    parts::captions(&mut all);
    all
}
