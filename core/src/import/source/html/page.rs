//! What is read of a page, before it is written as text.

use super::list::Style;
use super::notes::Seen;
use super::table::Grid;

/// The longest heading, in characters without blanks; what is longer was only made to look like one.
pub(super) const LONGEST_HEADING: usize = 60;

/// A page's lines.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The words of all lines, each with a line end.
    pub text: String,
    pub lines: Vec<Line>,
    /// Bold words: first and last byte in `text`, in order.
    pub bold: Vec<(usize, usize)>,
    /// Tables, in order; none holds another.
    pub tables: Vec<Grid>,
    pub seen: Seen,
}

/// A paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// First byte in the page's text.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// Characters, blanks aside.
    pub chars: usize,
    /// Level of a heading: 1 to 6, or [`TITLE`](super::style::TITLE).
    pub heading: u8,
    pub entry: Option<Entry>,
}

impl Line {
    /// Whether it is marked as a heading and short enough for one.
    pub fn is_heading(&self) -> bool {
        self.heading > 0 && (1..=LONGEST_HEADING).contains(&self.chars)
    }
}

/// An entry of a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub style: Style,
    pub number: i32,
    /// Lists of bullets around that of the entry.
    pub depth: usize,
    /// The list, among those that were open: 1 for the outermost; 0 for one of Word's.
    pub list: usize,
}

impl Page {
    /// A line without words.
    pub fn blank_line(&mut self) {
        let at = self.text.len();
        self.lines.push(Line {
            start: at,
            end: at,
            chars: 0,
            heading: 0,
            entry: None,
        });
    }

    /// The words of a line.
    pub fn words(&self, line: &Line) -> &str {
        &self.text[line.start..line.end]
    }
}
