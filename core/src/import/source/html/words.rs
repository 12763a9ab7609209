//! Words and blanks to lines.

use super::blocks::Builder;
use super::entity;
use super::page::Line;
use super::style::Aside;
use crate::text::chars::{count, is_blank, is_han};

/// Bytes of a line up to which a line break in a heading does not end it.
const TITLE_BYTES: usize = 240;

/// Blanks before the words that come next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Gap {
    #[default]
    None,
    Space,
    /// Has a line end in it.
    Break,
    /// Not any, whatever comes.
    Shut,
}

impl Builder<'_> {
    /// Whether words are taken into the text.
    pub fn shown(&self) -> bool {
        self.live && self.now.aside == Aside::No
    }

    pub fn line_break(&mut self) {
        let bytes = self.page.text.len() - self.line;
        if !self.shown() {
        } else if self.now.heading > 0 && (1..=TITLE_BYTES).contains(&bytes) {
            self.gap = Gap::Break;
        } else if bytes > 0 {
            self.end_line();
        } else {
            self.page.blank_line();
        }
    }

    pub fn end_line(&mut self) {
        if self.now.aside != Aside::No {
            return;
        }
        self.gap = Gap::None;
        let page = &mut self.page;
        let (start, end) = (self.line, page.text.len());
        if start == end {
            return;
        }
        let chars = count(&page.text[start..]);
        if chars == 0 {
            page.text.truncate(start);
            while page.bold.pop_if(|bold| bold.0 >= start).is_some() {}
            page.blank_line();
            return;
        }
        let line = Line {
            start,
            end: start + page.text[start..].trim_end_matches(' ').len(),
            chars,
            heading: self.now.heading,
            entry: self.entry.take(),
        };
        if let Some(table) = self.tables.last_mut() {
            table.line(chars, line.is_heading() || line.entry.is_some());
        }
        page.lines.push(line);
        page.text.push('\n');
        self.line = page.text.len();
    }

    /// Text between tags. `references`: with character references.
    pub fn text(&mut self, text: &str, references: bool) {
        let mut found = String::new();
        let mut rest = text;
        loop {
            let at = rest.find(is_special).unwrap_or(rest.len());
            self.words(&rest[..at]);
            let mut chars = rest[at..].chars();
            let Some(c) = chars.next() else { return };
            rest = chars.as_str();
            if c != '&' {
                self.blank(c);
                continue;
            }
            found.clear();
            let len = if references {
                entity::read(rest, &mut found)
            } else {
                0
            };
            if len == 0 {
                found.push('&');
            }
            rest = &rest[len..];
            match found.chars().next().filter(|c| *c != '&' && is_special(*c)) {
                Some(c) => self.blank(c),
                None => self.words(&found),
            }
        }
    }

    /// A blank that HTML collapses, or a character that would end the line.
    fn blank(&mut self, c: char) {
        let is_break = !matches!(c, ' ' | '\t' | '\x0C' | '\0');
        if c == '\0' || !self.shown() {
        } else if self.now.mark {
            self.mark.0.push(' ');
        } else if !self.now.preformatted {
            self.gap = match self.gap {
                Gap::Shut => Gap::Shut,
                _ if is_break => Gap::Break,
                Gap::Break => Gap::Break,
                _ => Gap::Space,
            };
        } else if !is_break {
            self.words(c.encode_utf8(&mut [0; 4]));
        } else if c != '\r' {
            let last = self.stack.last().map_or(0, |o| o.lines);
            if self.page.text.len() > self.line {
                self.end_line();
            } else if self.page.lines.len() > last {
                self.page.blank_line();
            }
        }
    }

    /// Words without collapsible blanks.
    pub fn words(&mut self, words: &str) {
        let Some(first) = words.chars().next().filter(|_| self.live) else {
            return;
        };
        if self.now.aside != Aside::No {
            // A note quotes no more.
            if self.aside.len() < 200 {
                self.aside.extend(words.chars().take(60));
            }
            return;
        }
        if self.now.mark {
            if self.mark.0.chars().all(is_blank) {
                self.mark.1 = self.now.symbols;
            }
            self.mark.0.push_str(words);
            return;
        }
        let text = &mut self.page.text;
        let before = text[self.line..].chars().next_back();
        let joined = match self.gap {
            Gap::None | Gap::Shut => true,
            Gap::Space => before.is_none(),
            // Word breaks the lines of its files in the middle of Chinese sentences.
            Gap::Break => before.is_none_or(|c| is_wide(c) && is_wide(first)),
        };
        if !joined {
            text.push(' ');
        }
        self.gap = Gap::None;
        let start = text.len();
        text.push_str(words);
        if self.now.bold {
            match self.page.bold.last_mut() {
                // At most the one blank from above stands between.
                Some(last) if last.1 > self.line && text[last.1..start].trim().is_empty() => {
                    last.1 = text.len();
                }
                _ => self.page.bold.push((start, text.len())),
            }
        }
    }
}

/// Characters that do not go into the text as they stand.
fn is_special(c: char) -> bool {
    matches!(
        c,
        '\0' | ' ' | '&' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Chinese characters and their punctuation, between which a line end is no blank.
fn is_wide(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF60}')
        || "“”‘’…—·".contains(c)
}
