//! A thin layer over quick-xml: children of an element one after another, by local name.
//!
//! No tree is built. [`Xml::child`] skips whatever of the child before was not read, so a reader names only what it
//! wants. Names are compared without their namespace, which is another one in ISO/IEC 29500 Strict.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::SourceError;
use super::package::damaged;

/// How deep elements may nest.
pub(super) const DEEPEST: usize = 256;

/// The text of a part: UTF-8, or UTF-16 with its mark of byte order.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, SourceError> {
    let units: fn([u8; 2]) -> u16 = match bytes.get(..2) {
        Some([0xFF, 0xFE]) => u16::from_le_bytes,
        Some([0xFE, 0xFF]) => u16::from_be_bytes,
        _ => return String::from_utf8(bytes).map_err(damaged),
    };
    let pairs = bytes[2..].chunks_exact(2).map(|b| units([b[0], b[1]]));
    let mut out = String::with_capacity(bytes.len());
    for c in char::decode_utf16(pairs) {
        out.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    Ok(out)
}

/// The beginning of an element.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag<'a> {
    name: &'a str,
    attributes: &'a str,
    /// How deep it stands; the root at 1.
    pub level: usize,
}

impl<'a> Tag<'a> {
    /// Its name without the prefix.
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// The value of an attribute as it is written, by its name without the prefix.
    ///
    /// quick-xml's own list of attributes looks for repeated names with a hash set, which is 2 kB of the program.
    pub fn attr(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        loop {
            let (key, after) = rest.split_once('=')?;
            let after = after.trim_ascii_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, next) = after[1..].split_once(quote)?;
            let key = key.trim_ascii();
            if key.rsplit(':').next() == Some(name) {
                return Some(value);
            }
            rest = next;
        }
    }

    /// `w:val` as it is written; empty where there is none.
    pub fn val(&self) -> &'a str {
        self.attr("val").unwrap_or_default()
    }

    /// `w:val` as a number.
    pub fn number(&self) -> Option<u32> {
        self.val().parse().ok()
    }

    /// A property that is on by standing there (ECMA-376 part 1, 17.17.4).
    pub fn is_on(&self) -> bool {
        !matches!(self.val(), "0" | "false" | "off")
    }
}

/// A part while it is read.
pub(super) struct Xml<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    pub fn new(text: &'a str) -> Self {
        let text = text.trim_start_matches('\u{FEFF}');
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self {
            text,
            reader,
            depth: 0,
        }
    }

    /// The root element.
    pub fn root(&mut self) -> Result<Tag<'a>, SourceError> {
        self.child(0)?.ok_or(SourceError::Damaged)
    }

    /// The next child of the element at `level`; `None` at its end.
    pub fn child(&mut self, level: usize) -> Result<Option<Tag<'a>>, SourceError> {
        while self.depth >= level {
            match self.event()? {
                Event::Start(start) if self.depth == level + 1 => {
                    return self.tag(&start).map(Some);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        Ok(None)
    }

    /// Adds the characters of the element at `level` to `out`, up to its end.
    pub fn text(&mut self, level: usize, out: &mut String) -> Result<(), SourceError> {
        while self.depth >= level {
            match self.event()? {
                Event::Text(text) => push(out, &text),
                Event::CData(text) => push(out, &text),
                Event::GeneralRef(name) => reference(&name, out),
                Event::Eof => break,
                _ => {}
            }
        }
        Ok(())
    }

    /// The tag that was just read, as a part of the text: nothing of it has to be freed.
    fn tag(&self, start: &BytesStart<'a>) -> Result<Tag<'a>, SourceError> {
        let end = usize::try_from(self.reader.buffer_position()).map_err(damaged)?;
        let read = self.text.get(..end).and_then(|t| t.strip_suffix('>'));
        let read = read.ok_or(SourceError::Damaged)?;
        let read = read.strip_suffix('/').unwrap_or(read);
        let content = read.len().checked_sub(start.len());
        let content = content.and_then(|at| read.get(at..));
        let content = content.ok_or(SourceError::Damaged)?;
        let (name, attributes) = content.split_at(start.name().0.len());
        Ok(Tag {
            name: name.rsplit(':').next().unwrap_or(name),
            attributes,
            level: self.depth,
        })
    }

    fn event(&mut self) -> Result<Event<'a>, SourceError> {
        let event = self.reader.read_event().map_err(damaged)?;
        match &event {
            Event::Start(_) if self.depth == DEEPEST => return Err(SourceError::Hostile),
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::DocType(_) => return Err(SourceError::Hostile),
            Event::Eof if self.depth > 0 => return Err(SourceError::Damaged),
            _ => {}
        }
        Ok(event)
    }
}

/// Adds characters; line ends inside them are blanks, and what XML does not allow is shown as �.
fn push(out: &mut String, text: &str) {
    if text.bytes().all(|b| b >= b' ') {
        out.push_str(text);
    } else {
        for c in text.chars() {
            out.push(allowed(c));
        }
    }
}

fn allowed(c: char) -> char {
    match c {
        '\t' => '\t',
        '\n' | '\r' => ' ',
        '\0'..'\u{20}' => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

/// What `&name;` means. Without a DOCTYPE there are no other names than XML's five; an unknown one stays as it is.
fn reference(name: &str, out: &mut String) {
    let code = |digits: &str, radix| u32::from_str_radix(digits, radix).ok();
    let c = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => name
            .strip_prefix('#')
            .and_then(|n| match n.strip_prefix(['x', 'X']) {
                Some(hex) => code(hex, 16),
                None => code(n, 10),
            })
            .and_then(char::from_u32),
    };
    if let Some(c) = c {
        out.push(allowed(c));
    } else {
        out.push('&');
        out.push_str(name);
        out.push(';');
    }
}

/// The value of an attribute as it is meant.
pub(super) fn unescape(raw: &str) -> String {
    let mut out = String::new();
    let mut pieces = raw.split('&');
    push(&mut out, pieces.next().unwrap_or_default());
    for piece in pieces {
        if let Some((name, rest)) = piece.split_once(';') {
            reference(name, &mut out);
            push(&mut out, rest);
        } else {
            out.push('&');
            push(&mut out, piece);
        }
    }
    out
}
