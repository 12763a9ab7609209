//! What stands around a stretch of text. Every look is bounded, so that scanning stays linear.

use std::ops::Range;

use crate::text::chars::{is_blank, is_han};

/// The surroundings of a span.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Around<'a> {
    pub(super) fn new(text: &'a str, span: &Range<usize>) -> Self {
        Around {
            text,
            start: span.start,
            end: span.end,
        }
    }

    /// What comes after.
    pub(super) fn after(&self) -> &'a str {
        &self.text[self.end..]
    }

    /// What comes before.
    pub(super) fn before(&self) -> &'a str {
        &self.text[..self.start]
    }

    pub(super) fn next(&self) -> Option<char> {
        self.after().chars().next()
    }

    pub(super) fn previous(&self) -> Option<char> {
        self.before().chars().next_back()
    }

    /// The last character of the span itself.
    pub(super) fn before_end(&self) -> Option<char> {
        self.text[self.start..self.end].chars().next_back()
    }

    /// Whether Chinese text or punctuation stands within three characters on the same line.
    pub(super) fn near_chinese(&self) -> bool {
        let same_line = |c: &char| !matches!(c, '\n' | '\r');
        self.before()
            .chars()
            .rev()
            .take_while(same_line)
            .take(3)
            .any(is_chinese)
            || self
                .after()
                .chars()
                .take_while(same_line)
                .take(3)
                .any(is_chinese)
    }

    /// Whether nothing but a line end or blanks before one stands on both sides (looking at a few characters).
    pub(super) fn alone_on_line(&self) -> bool {
        ends_line(self.before().chars().rev()) && ends_line(self.after().chars())
    }

    /// Whether the line ends here, blanks aside.
    pub(super) fn at_line_end(&self) -> bool {
        ends_line(self.after().chars())
    }

    /// Whether a Latin word touches it, or stands before it with a blank between: `iPhone X`, `Windows XX`.
    pub(super) fn latin_touches(&self) -> bool {
        if self.previous().is_some_and(is_latin) || self.next().is_some_and(is_latin) {
            return true;
        }
        let blanks = self
            .before()
            .chars()
            .rev()
            .take_while(|c| matches!(c, ' ' | '\u{A0}'))
            .take(2)
            .map(char::len_utf8)
            .sum::<usize>();
        let word = self.before()[..self.start - blanks]
            .chars()
            .rev()
            .take_while(char::is_ascii_alphanumeric)
            .take(12);
        blanks > 0 && word.clone().any(is_latin) && !word.clone().all(|c| matches!(c, 'X' | 'x'))
    }
}

fn ends_line(chars: impl Iterator<Item = char>) -> bool {
    for c in chars.take(16) {
        if matches!(c, '\n' | '\r') {
            return true;
        }
        if !is_blank(c) {
            return false;
        }
    }
    true
}

/// Chinese characters and the punctuation that is set with them.
pub(super) fn is_chinese(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{3001}'..='\u{3020}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '“' | '”' | '‘' | '’' | '—' | '…')
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && !is_han(c) && !matches!(c, 'Ｘ' | 'ｘ')
}
