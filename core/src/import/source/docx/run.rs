//! What stands in a line: runs, fields, tracked changes, pictures.

use super::super::SourceError;
use super::props::RunProps;
use super::story::{Para, Story};
use super::styles::Style;
use super::xml::Tag;
use crate::text::chars::is_blank;

/// Fields inside fields; further ones are taken as text.
const DEEPEST_FIELD: usize = 32;

/// How a run looks.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Format {
    bold: bool,
    hidden: bool,
    coloured: bool,
}

impl Format {
    /// Of a paragraph in `style`, in a document that is `bold` by default.
    pub fn of_style(style: Option<&Style<'_>>, bold: bool) -> Self {
        Self {
            bold: style.and_then(|s| s.bold).unwrap_or(bold),
            hidden: style.and_then(|s| s.hidden).unwrap_or(false),
            coloured: false,
        }
    }
}

impl<'a> Story<'a> {
    /// Reads the element that `tag` begins into `para`.
    pub fn inline(
        &mut self,
        tag: &Tag<'a>,
        para: &mut Para,
        format: Format,
    ) -> Result<(), SourceError> {
        match tag.name() {
            "t" => self.text(tag, para, format)?,
            "tab" | "ptab" => self.push(para, "\t", format),
            "cr" => self.push(para, "\n", format),
            "br" => match tag.attr("type") {
                Some("page" | "column") => self.parted = !para.text.is_empty(),
                _ => self.push(para, "\n", format),
            },
            "noBreakHyphen" => self.push(para, "-", format),
            "sym" => self.symbol(tag, para, format),
            "fldChar" => self.field(tag),
            "del" => self.seen.revisions += 1,
            "drawing" | "pict" => {
                let mut picture = false;
                self.drawing(tag.level, &mut picture)?;
                self.seen.pictures += usize::from(picture);
            }
            "object" => {
                self.seen.objects += 1;
                self.drawing(tag.level, &mut false)?;
            }
            "AlternateContent" => {
                if let Some(first) = self.xml.child(tag.level)? {
                    self.inlines(&first, para, format)?;
                }
            }
            "ins" | "moveTo" => {
                self.seen.revisions += 1;
                self.inlines(tag, para, format)?;
            }
            // The reading of characters, properties of what stands around, and what is counted where it was moved to.
            "moveFrom" | "rt" | "rPr" | "sdtPr" | "sdtEndPr" | "instrText" | "delText"
            | "delInstrText" => {}
            _ => self.inlines(tag, para, format)?,
        }
        Ok(())
    }

    fn inlines(
        &mut self,
        tag: &Tag<'a>,
        para: &mut Para,
        format: Format,
    ) -> Result<(), SourceError> {
        let is_run = tag.name() == "r";
        let mut own = format;
        while let Some(child) = self.xml.child(tag.level)? {
            if is_run && child.name() == "rPr" {
                let props = RunProps::read(&mut self.xml, &child)?;
                own = self.formatted(format, &props);
            } else {
                self.inline(&child, para, own)?;
            }
        }
        Ok(())
    }

    /// Toggle properties of paragraph and character style cancel each other; a run's own count alone (ECMA-376 part 1,
    /// 17.7.3).
    fn formatted(&self, of_para: Format, props: &RunProps<'_>) -> Format {
        let style = props.style.and_then(|id| self.styles.get(id));
        let toggled = |para: bool, style: Option<bool>| para ^ style.unwrap_or(false);
        let bold = toggled(of_para.bold, style.and_then(|s| s.bold));
        let hidden = toggled(of_para.hidden, style.and_then(|s| s.hidden));
        Format {
            bold: props.bold.unwrap_or(bold),
            hidden: props.hidden.unwrap_or(hidden),
            coloured: props.coloured,
        }
    }

    fn text(&mut self, tag: &Tag<'a>, para: &mut Para, format: Format) -> Result<(), SourceError> {
        let kept = tag.attr("space") == Some("preserve");
        let mut text = String::new();
        self.xml.text(tag.level, &mut text)?;
        let shown = if kept {
            text.as_str()
        } else {
            text.trim_matches([' ', '\t'])
        };
        self.push(para, shown, format);
        Ok(())
    }

    fn push(&mut self, para: &mut Para, text: &str, format: Format) {
        if text.is_empty() || self.fields.contains(&true) {
            return;
        }
        if format.hidden {
            self.seen.hidden = true;
            self.left_out = true;
            return;
        }
        if std::mem::take(&mut self.parted) {
            para.text.push('\n');
        }
        self.seen.coloured |= format.coloured && !text.chars().all(is_blank);
        let start = para.text.len();
        para.text.push_str(text);
        if !format.bold {
            return;
        }
        let end = para.text.len();
        match para.bold.last_mut() {
            Some(last) if last.1 == start => last.1 = end,
            _ => para.bold.push((start, end)),
        }
    }

    /// A character of a certain font. Those of symbol fonts are pictures under numbers of their own.
    fn symbol(&mut self, tag: &Tag<'a>, para: &mut Para, format: Format) {
        let code = tag.attr("char");
        let c = code
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .and_then(char::from_u32)
            .filter(|c| *c >= ' ' && !matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{7F}'..='\u{9F}'));
        if c.is_none() {
            self.seen.symbols += 1;
        }
        self.push(para, c.unwrap_or('□').encode_utf8(&mut [0; 4]), format);
    }

    fn field(&mut self, tag: &Tag<'a>) {
        match tag.attr("fldCharType") {
            Some("begin") if self.fields.len() < DEEPEST_FIELD => self.fields.push(true),
            Some("separate") => {
                if let Some(open) = self.fields.last_mut() {
                    *open = false;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// Looks through a drawing for pictures and text boxes.
    fn drawing(&mut self, level: usize, picture: &mut bool) -> Result<(), SourceError> {
        while let Some(tag) = self.xml.child(level)? {
            match tag.name() {
                "txbxContent" => {
                    let paras = self.read(tag.level)?;
                    self.boxes.extend(paras);
                }
                "blip" | "imagedata" | "chart" | "relIds" => *picture = true,
                "AlternateContent" => {
                    if let Some(first) = self.xml.child(tag.level)? {
                        self.drawing(first.level, picture)?;
                    }
                }
                _ => self.drawing(tag.level, picture)?,
            }
        }
        Ok(())
    }
}
