//! Automatic numbers (ECMA-376 part 1, 17.9) as the text that Word shows before a paragraph.

use super::super::SourceError;
use super::format;
use super::styles::Styles;
use super::xml::{Tag, Xml, unescape};

/// Levels of a list.
const LEVELS: usize = 9;
/// Lists that are looked at; Word's own documents stay below this.
const MOST_LISTS: usize = 5_000;
/// Characters of a level's text that are looked at; Word allows 31 placeholders and characters.
const LONGEST_MARK: usize = 60;

#[derive(Debug, Clone, Copy, Default)]
struct Level<'a> {
    start: Option<u32>,
    format: &'a str,
    /// As it is written in the file.
    text: &'a str,
    /// Nothing stands between mark and words.
    tight: bool,
    /// All numbers are shown in Arabic digits.
    legal: bool,
    /// From 1: the level that a number of which makes this one begin again; 0 for never.
    restart: Option<u32>,
    /// The paragraph style that this level belongs to.
    style: &'a str,
}

/// `w:abstractNum`: the levels, and how far each has been counted.
#[derive(Debug, Default)]
struct Scheme<'a> {
    id: u32,
    levels: [Level<'a>; LEVELS],
    /// The numbering style whose list this one stands for.
    link: Option<&'a str>,
    counts: [Option<u32>; LEVELS],
}

/// `w:num`: what paragraphs name.
#[derive(Debug)]
struct List<'a> {
    id: u32,
    scheme: usize,
    /// Levels that begin at another number, and levels that are written otherwise.
    starts: [Option<u32>; LEVELS],
    levels: Vec<(usize, Level<'a>)>,
}

/// What stands before a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    /// An entry of a list without numbers, with its level from 0.
    Bullet(usize),
    /// The number as shown, with the blank after it.
    Number(String),
}

/// The lists of a document, with their counts so far.
#[derive(Debug, Default)]
pub(super) struct Numbering<'a> {
    schemes: Vec<Scheme<'a>>,
    /// In the order of their ids.
    lists: Vec<List<'a>>,
}

impl<'a> Numbering<'a> {
    /// Reads `numbering.xml`.
    pub fn read(text: &'a str, styles: &Styles<'_>) -> Result<Self, SourceError> {
        let mut all = Self::default();
        let mut xml = Xml::new(text);
        let root = xml.root()?;
        while let Some(tag) = xml.child(root.level)? {
            match tag.name() {
                "abstractNum" if all.schemes.len() < MOST_LISTS => {
                    let scheme = read_scheme(&mut xml, &tag)?;
                    all.schemes.push(scheme);
                }
                "num" if all.lists.len() < MOST_LISTS => all.add_list(&mut xml, &tag)?,
                _ => {}
            }
        }
        for i in 0..all.lists.len() {
            all.lists[i].scheme = all.linked(all.lists[i].scheme, styles);
        }
        Ok(all)
    }

    fn add_list(&mut self, xml: &mut Xml<'a>, tag: &Tag<'a>) -> Result<(), SourceError> {
        let mut list = List {
            id: id_of(tag, "numId"),
            scheme: self.schemes.len(),
            starts: [None; LEVELS],
            levels: Vec::new(),
        };
        while let Some(child) = xml.child(tag.level)? {
            match child.name() {
                "abstractNumId" => {
                    let id = child.number();
                    let place = self.schemes.iter().position(|s| Some(s.id) == id);
                    list.scheme = place.unwrap_or(self.schemes.len());
                }
                "lvlOverride" => {
                    let level = id_of(&child, "ilvl") as usize;
                    while let Some(part) = xml.child(child.level)? {
                        match (part.name(), list.starts.get_mut(level)) {
                            ("startOverride", Some(start)) => *start = part.number(),
                            ("lvl", Some(_)) if list.levels.len() < LEVELS => {
                                list.levels.push((level, read_level(xml, &part)?));
                            }
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        if let Err(place) = self.lists.binary_search_by(|l| l.id.cmp(&list.id)) {
            self.lists.insert(place, list);
        }
        Ok(())
    }

    /// The scheme that one with `numStyleLink` stands for.
    fn linked(&self, scheme: usize, styles: &Styles<'_>) -> usize {
        let list_of = |scheme: usize| {
            let link = self.schemes.get(scheme)?.link?;
            self.list(styles.get(link)?.list?)
        };
        let mut at = scheme;
        for _ in 0..4 {
            match list_of(at) {
                Some(list) => at = list.scheme,
                None => break,
            }
        }
        at
    }

    fn place(&self, id: u32) -> Option<usize> {
        self.lists.binary_search_by(|l| l.id.cmp(&id)).ok()
    }

    fn list(&self, id: u32) -> Option<&List<'a>> {
        self.place(id).map(|i| &self.lists[i])
    }

    /// The level of list `id` that belongs to a paragraph style.
    pub fn level_of_style(&self, id: u32, style: &str) -> Option<u32> {
        let scheme = self.schemes.get(self.list(id)?.scheme)?;
        let place = scheme.levels.iter().position(|l| l.style == style)?;
        u32::try_from(place).ok()
    }

    /// Counts one more paragraph of list `id` at `level`; `None` where nothing stands before it.
    pub fn next(&mut self, id: u32, level: u32) -> Option<Mark> {
        let level = (level as usize).min(LEVELS - 1);
        let place = self.place(id)?;
        let list = &mut self.lists[place];
        let scheme = self.schemes.get_mut(list.scheme)?;
        let of = |i: usize| {
            let own = list.levels.iter().find(|(at, _)| *at == i);
            own.map_or(&scheme.levels[i], |(_, level)| level)
        };
        let begin = |i: usize| of(i).start.unwrap_or(0);
        // The first paragraph of a list that begins anew does so; later ones go on.
        let count = match (list.starts[level].take(), scheme.counts[level]) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => begin(level),
        };
        scheme.counts[level] = Some(count);
        for deeper in level + 1..LEVELS {
            let again = match of(deeper).restart {
                None => true,
                Some(after) => after > 0 && level < after as usize,
            };
            if again {
                scheme.counts[deeper] = None;
            }
        }
        let this = of(level);
        if this.format == "bullet" {
            return Some(Mark::Bullet(level));
        }
        let mut text = String::new();
        let written = unescape(this.text);
        let mut chars = written.chars().take(LONGEST_MARK).peekable();
        while let Some(c) = chars.next() {
            let shown = chars
                .peek()
                .filter(|_| c == '%')
                .and_then(|d| d.to_digit(10))
                .and_then(|d| (d as usize).checked_sub(1));
            let Some(shown) = shown else {
                text.push(c);
                continue;
            };
            chars.next();
            let count = scheme.counts[shown].unwrap_or_else(|| begin(shown));
            let format = if this.legal {
                "decimal"
            } else {
                of(shown).format
            };
            text.push_str(&format::number(format, count));
        }
        if text.trim().is_empty() {
            return None;
        }
        if !this.tight && !text.ends_with(['、', '）', ' ', '\u{3000}']) {
            text.push(' ');
        }
        Some(Mark::Number(text))
    }
}

/// A number in an attribute; one that is no number names nothing.
fn id_of(tag: &Tag<'_>, name: &str) -> u32 {
    tag.attr(name)
        .and_then(|id| id.parse().ok())
        .unwrap_or(u32::MAX)
}

fn read_scheme<'a>(xml: &mut Xml<'a>, tag: &Tag<'a>) -> Result<Scheme<'a>, SourceError> {
    let mut scheme = Scheme {
        id: id_of(tag, "abstractNumId"),
        ..Scheme::default()
    };
    while let Some(child) = xml.child(tag.level)? {
        match child.name() {
            "numStyleLink" => scheme.link = Some(child.val()),
            "lvl" => {
                let level = read_level(xml, &child)?;
                if let Some(place) = scheme.levels.get_mut(id_of(&child, "ilvl") as usize) {
                    *place = level;
                }
            }
            _ => {}
        }
    }
    Ok(scheme)
}

fn read_level<'a>(xml: &mut Xml<'a>, tag: &Tag<'a>) -> Result<Level<'a>, SourceError> {
    let mut level = Level::default();
    while let Some(child) = xml.child(tag.level)? {
        match child.name() {
            "start" => level.start = child.number(),
            "numFmt" => level.format = child.val(),
            "lvlText" => {
                let text = child.val();
                let end = text.char_indices().nth(LONGEST_MARK * 8);
                level.text = end.map_or(text, |(end, _)| &text[..end]);
            }
            "lvlRestart" => level.restart = child.number(),
            "isLgl" => level.legal = child.is_on(),
            "suff" => level.tight = child.val() == "nothing",
            "pStyle" => level.style = child.val(),
            // A custom format stands beside one that every program knows.
            "AlternateContent" => {
                while let Some(way) = xml.child(child.level)? {
                    if way.name() == "Fallback" {
                        while let Some(format) = xml.child(way.level)? {
                            level.format = format.val();
                        }
                    }
                }
            }
            _ => {}
        }
    }
    Ok(level)
}
