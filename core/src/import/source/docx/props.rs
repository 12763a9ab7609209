//! Properties of runs and paragraphs, as far as they change the text (ECMA-376 part 1, 17.3).

use super::super::SourceError;
use super::xml::{Tag, Xml};

/// `w:rPr`.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct RunProps<'a> {
    pub style: Option<&'a str>,
    pub bold: Option<bool>,
    pub hidden: Option<bool>,
    /// Highlighted, or in a colour other than black.
    pub coloured: bool,
    /// Of a paragraph's mark: deleted in a tracked change, so that the next paragraph goes on in this one.
    pub deleted: bool,
}

/// `w:pPr`.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ParaProps<'a> {
    pub style: Option<&'a str>,
    /// `w:numId`; 0 takes a list away.
    pub list: Option<u32>,
    /// Level in the list, from 0.
    pub level: Option<u32>,
    /// `w:outlineLvl`: 0 to 8 for headings, 9 for body text.
    pub outline: Option<u32>,
    /// Of the paragraph's mark.
    pub mark: RunProps<'a>,
}

impl<'a> RunProps<'a> {
    /// Reads the element that `tag` begins.
    pub fn read(xml: &mut Xml<'a>, tag: &Tag<'a>) -> Result<Self, SourceError> {
        let mut props = Self::default();
        while let Some(child) = xml.child(tag.level)? {
            match child.name() {
                "rStyle" => props.style = Some(child.val()),
                "b" => props.bold = Some(child.is_on()),
                "vanish" => props.hidden = Some(child.is_on()),
                "color" => props.coloured |= !matches!(child.val(), "" | "auto" | "000000"),
                "highlight" => props.coloured |= child.val() != "none",
                "del" | "moveFrom" => props.deleted = true,
                _ => {}
            }
        }
        Ok(props)
    }
}

impl<'a> ParaProps<'a> {
    /// Reads the element that `tag` begins.
    pub fn read(xml: &mut Xml<'a>, tag: &Tag<'a>) -> Result<Self, SourceError> {
        let mut props = Self::default();
        while let Some(child) = xml.child(tag.level)? {
            match child.name() {
                "pStyle" => props.style = Some(child.val()),
                "outlineLvl" => props.outline = child.number(),
                "rPr" => props.mark = RunProps::read(xml, &child)?,
                "numPr" => {
                    while let Some(part) = xml.child(child.level)? {
                        match part.name() {
                            "numId" => props.list = part.number(),
                            "ilvl" => props.level = part.number(),
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(props)
    }
}
