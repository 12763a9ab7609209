//! Styles (ECMA-376 part 1, 17.7): what each means after all that it is based on.

use super::super::SourceError;
use super::props::{ParaProps, RunProps};
use super::xml::{Tag, Xml};

/// More styles than Word keeps in a document (4,079); further ones are not looked at.
const MOST_STYLES: usize = 4_096;
/// How many styles may stand behind one another; Word allows 11.
const LONGEST_CHAIN: usize = 32;
/// The outline level of body text.
pub(super) const BODY: u32 = 9;

/// What a style says of the text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Style<'a> {
    id: &'a str,
    based_on: &'a str,
    /// `#` before a heading of this style: 1 for a title, 2 to 6 for headings, 0 for body text.
    pub hashes: Option<u8>,
    pub bold: Option<bool>,
    pub hidden: Option<bool>,
    /// The list that its paragraphs belong to.
    pub list: Option<u32>,
    /// Their level in it.
    pub level: Option<u32>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles<'a> {
    /// In the order of their ids.
    list: Vec<Style<'a>>,
    /// The style of a paragraph that names none.
    default: &'a str,
    /// All text is bold unless a style says otherwise.
    pub bold: bool,
}

/// `#` before a heading of an outline level.
pub(super) fn hashes_of(outline: u32) -> u8 {
    match outline {
        BODY.. => 0,
        _ => u8::try_from(outline + 2).map_or(6, |n| n.min(6)),
    }
}

impl<'a> Styles<'a> {
    /// Reads `styles.xml`.
    pub fn read(text: &'a str) -> Result<Self, SourceError> {
        let mut all = Self::default();
        let mut xml = Xml::new(text);
        let root = xml.root()?;
        while let Some(tag) = xml.child(root.level)? {
            match tag.name() {
                "docDefaults" => all.bold = bold_by_default(&mut xml, tag.level)?,
                "style" if all.list.len() < MOST_STYLES => all.add(&mut xml, &tag)?,
                _ => {}
            }
        }
        all.list = (0..all.list.len()).map(|i| all.flat(i)).collect();
        Ok(all)
    }

    fn add(&mut self, xml: &mut Xml<'a>, tag: &Tag<'a>) -> Result<(), SourceError> {
        let Some(id) = tag.attr("styleId") else {
            return Ok(());
        };
        let of_paragraphs = tag.attr("type").is_none_or(|kind| kind == "paragraph");
        if of_paragraphs && matches!(tag.attr("default"), Some("1" | "true" | "on")) {
            self.default = id;
        }
        let mut style = Style {
            id,
            ..Style::default()
        };
        let mut named = None;
        while let Some(child) = xml.child(tag.level)? {
            match child.name() {
                "name" if of_paragraphs => named = named_level(child.val()),
                "basedOn" => style.based_on = child.val(),
                "pPr" => {
                    let props = ParaProps::read(xml, &child)?;
                    style.hashes = props.outline.map(hashes_of);
                    style.list = props.list;
                    style.level = props.level;
                }
                "rPr" => {
                    let props = RunProps::read(xml, &child)?;
                    style.bold = props.bold;
                    style.hidden = props.hidden;
                }
                _ => {}
            }
        }
        style.hashes = named.or(style.hashes);
        if let Err(place) = self.place(style.id) {
            self.list.insert(place, style);
        }
        Ok(())
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.list.binary_search_by(|s| s.id.cmp(id))
    }

    /// The style with all that it takes from those it is based on.
    fn flat(&self, i: usize) -> Style<'a> {
        let mut style = self.list[i];
        let mut base = self.get(style.based_on);
        for _ in 0..LONGEST_CHAIN {
            let Some(from) = base else { break };
            style.hashes = style.hashes.or(from.hashes);
            style.bold = style.bold.or(from.bold);
            style.hidden = style.hidden.or(from.hidden);
            style.list = style.list.or(from.list);
            style.level = style.level.or(from.level);
            base = self.get(from.based_on);
        }
        style
    }

    /// The style with this id.
    pub fn get(&self, id: &str) -> Option<&Style<'a>> {
        self.place(id).ok().map(|i| &self.list[i])
    }

    /// The style of a paragraph that names this one, or none.
    pub fn of_paragraph(&self, id: Option<&str>) -> Option<&Style<'a>> {
        self.get(id.unwrap_or(self.default))
    }
}

impl<'a> Style<'a> {
    /// Its id.
    pub fn id(&self) -> &'a str {
        self.id
    }
}

fn bold_by_default(xml: &mut Xml<'_>, level: usize) -> Result<bool, SourceError> {
    let mut bold = false;
    while let Some(tag) = xml.child(level)? {
        match tag.name() {
            "rPrDefault" => bold |= bold_by_default(xml, tag.level)?,
            "rPr" => bold |= RunProps::read(xml, &tag)?.bold == Some(true),
            _ => {}
        }
    }
    Ok(bold)
}

/// The `#` for a style with this name: Word keeps the English names of its own styles in every language, other programs
/// write what is shown.
fn named_level(name: &str) -> Option<u8> {
    let mut name = name.to_ascii_lowercase();
    name.retain(|c| c != ' ');
    if name == "title" || name == "标题" {
        return Some(1);
    }
    let level = ["heading", "标题"]
        .into_iter()
        .find_map(|word| name.strip_prefix(word))?;
    match level.as_bytes() {
        [digit @ b'1'..=b'9'] => Some((digit - b'0' + 1).min(6)),
        _ => None,
    }
}
