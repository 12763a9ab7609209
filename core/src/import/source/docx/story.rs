//! A story (ECMA-376 part 1, 17.2): blocks one after another, in the body, a cell, a text box or a note.

use super::super::{LONGEST_TEXT, SourceError};
use super::notes::Seen;
use super::numbering::{Mark, Numbering};
use super::props::ParaProps;
use super::run::Format;
use super::styles::{BODY, Style, Styles, hashes_of};
use super::table::CellProps;
use super::xml::{Tag, Xml};
use crate::text::chars;

/// The longest heading by style, in characters without blanks; a longer paragraph runs in.
const LONGEST_HEADING: usize = 60;
/// Characters after which reading stops.
const ENOUGH: usize = 2 * LONGEST_TEXT;

/// What a paragraph is in the dialect.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Body,
    /// With this many `#`.
    Heading(u8),
    /// A row of a table.
    Row,
}

/// A paragraph of the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Para {
    pub kind: Kind,
    /// Line breaks inside are line ends.
    pub text: String,
    /// Bytes of `text` that are bold, in order.
    pub bold: Vec<(usize, usize)>,
}

/// Reads the blocks of one part.
pub(super) struct Story<'a> {
    pub xml: Xml<'a>,
    pub styles: &'a Styles<'a>,
    numbering: &'a mut Numbering<'a>,
    pub seen: &'a mut Seen,
    /// Text before a deleted paragraph mark: the next paragraph goes on with it.
    carry: Option<Para>,
    /// Paragraphs of text boxes in the paragraph that is read.
    pub boxes: Vec<Para>,
    /// Open fields, each with whether its instruction still goes on.
    pub fields: Vec<bool>,
    /// A page or column break that parts the text so far from what follows.
    pub parted: bool,
    /// Hidden text was left out of the paragraph that is read.
    pub left_out: bool,
    /// Characters so far.
    size: usize,
    /// Tables so far.
    pub tables: usize,
    pub cell: CellProps,
}

impl<'a> Story<'a> {
    pub fn new(
        text: &'a str,
        styles: &'a Styles<'a>,
        numbering: &'a mut Numbering<'a>,
        seen: &'a mut Seen,
    ) -> Self {
        Self {
            xml: Xml::new(text),
            styles,
            numbering,
            seen,
            carry: None,
            boxes: Vec::new(),
            fields: Vec::new(),
            parted: false,
            left_out: false,
            size: 0,
            tables: 0,
            cell: CellProps::default(),
        }
    }

    /// The paragraphs of the element at `level`.
    pub fn read(&mut self, level: usize) -> Result<Vec<Para>, SourceError> {
        let mut out = Vec::new();
        let outer = (
            self.carry.take(),
            std::mem::take(&mut self.fields),
            self.parted,
            self.left_out,
        );
        self.parted = false;
        self.blocks(level, &mut out)?;
        out.extend(self.carry.take().filter(|p| !p.text.is_empty()));
        (self.carry, self.fields, self.parted, self.left_out) = outer;
        Ok(out)
    }

    fn blocks(&mut self, level: usize, out: &mut Vec<Para>) -> Result<(), SourceError> {
        while let Some(tag) = self.xml.child(level)? {
            match tag.name() {
                "p" => self.paragraph(&tag, out)?,
                "tbl" => {
                    out.extend(self.carry.take().filter(|p| !p.text.is_empty()));
                    self.table(&tag, out)?;
                }
                "AlternateContent" => {
                    if let Some(first) = self.xml.child(tag.level)? {
                        self.blocks(first.level, out)?;
                    }
                }
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "smartTag" => {
                    self.blocks(tag.level, out)?;
                }
                "tcPr" => self.cell_props(tag.level)?,
                "altChunk" => self.seen.objects += 1,
                _ => {}
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, tag: &Tag<'a>, out: &mut Vec<Para>) -> Result<(), SourceError> {
        let mut para = self.carry.take().unwrap_or_default();
        let outer = std::mem::take(&mut self.boxes);
        (self.parted, self.left_out) = (false, false);
        let revisions = self.seen.revisions;
        let mut props = ParaProps::default();
        let mut style = self.styles.of_paragraph(None);
        let mut format = Format::of_style(style, self.styles.bold);
        while let Some(child) = self.xml.child(tag.level)? {
            if child.name() == "pPr" {
                props = ParaProps::read(&mut self.xml, &child)?;
                style = self.styles.of_paragraph(props.style);
                format = Format::of_style(style, self.styles.bold);
            } else {
                self.inline(&child, &mut para, format)?;
            }
        }
        // An instruction does not outlast its paragraph: what follows would be lost with it.
        self.fields.iter_mut().for_each(|open| *open = false);
        let boxes = std::mem::replace(&mut self.boxes, outer);
        if props.mark.deleted {
            self.seen.revisions += usize::from(self.seen.revisions == revisions);
            self.carry = Some(para);
            out.extend(boxes);
            return Ok(());
        }
        let hidden = props.mark.hidden.or(style.and_then(|s| s.hidden));
        let unseen = hidden == Some(true) && self.left_out && para.text.is_empty();
        if !unseen {
            self.finish(&mut para, &props, style);
            self.add_size(chars_of(&para.text) + 1)?;
            out.push(para);
        }
        out.extend(boxes);
        Ok(())
    }

    /// Counts characters that were written.
    pub fn add_size(&mut self, chars: usize) -> Result<(), SourceError> {
        self.size += chars;
        if self.size > ENOUGH {
            return Err(SourceError::TooLong(self.size));
        }
        Ok(())
    }

    /// Puts the automatic number before the paragraph and tells a heading from text.
    fn finish(&mut self, para: &mut Para, props: &ParaProps<'_>, style: Option<&Style<'_>>) {
        let mark = self.mark(props, style);
        let direct = props.outline.map(hashes_of);
        let hashes = match style.and_then(|s| s.hashes) {
            // A title stays one whatever its outline level is, unless it is body text.
            Some(1) if props.outline.is_none_or(|level| level < BODY) => 1,
            by_style => direct.or(by_style).unwrap_or(0),
        };
        let length = chars::count(&para.text);
        if hashes > 0 && (1..=LONGEST_HEADING).contains(&length) {
            para.kind = Kind::Heading(hashes);
            para.text = one_line(&para.text);
        }
        let before = match mark {
            None => return,
            Some(Mark::Bullet(level)) => {
                if para.kind != Kind::Body || length == 0 {
                    return;
                }
                ["  ".repeat(level).as_str(), "- "].concat()
            }
            Some(Mark::Number(number)) => number,
        };
        let bullet = before.ends_with("- ");
        for (start, end) in &mut para.bold {
            // A number is as bold as the words it stands before.
            *start = if *start == 0 && !bullet {
                0
            } else {
                *start + before.len()
            };
            *end += before.len();
        }
        para.text.insert_str(0, &before);
    }

    fn mark(&mut self, props: &ParaProps<'_>, style: Option<&Style<'_>>) -> Option<Mark> {
        let id = props.list.or(style.and_then(|s| s.list))?;
        let level = props.level.or_else(|| {
            let style = style.filter(|_| props.list.is_none())?;
            let own = self.numbering.level_of_style(id, style.id());
            own.or(style.level)
        });
        self.numbering.next(id, level.unwrap_or(0))
    }
}

fn chars_of(text: &str) -> usize {
    text.chars().count()
}

/// A heading's words on one line: a break between Chinese characters is for the looks.
fn one_line(text: &str) -> String {
    let mut out = String::new();
    for line in text.split('\n') {
        if out.ends_with(|c: char| c.is_ascii()) && line.starts_with(|c: char| c.is_ascii()) {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}
