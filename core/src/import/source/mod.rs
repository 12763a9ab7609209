//! What stands before [`import_text`](super::import_text): a file's bytes to text.
//!
//! Each reader writes the dialect of section texts: a line is a paragraph, `#` marks a heading by style, `- ` an entry of
//! a list, `| … |` a table's row. What a file has beyond that is named in the notes, never dropped without a word.

mod decode;
pub mod docx;
pub mod html;
mod kind;

pub use decode::{Legacy, decode};
pub use kind::{Foreign, Kind, identify};

/// The largest file that is opened, in bytes.
pub const LARGEST_FILE: usize = 20_000_000;
/// The longest text that is opened, in characters.
pub const LONGEST_TEXT: usize = 1_000_000;

/// A file's content as text in the dialect of sections.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// Paragraphs, one a line.
    pub text: String,
    /// What the reader should know of what did not come along, in Chinese.
    pub notes: Vec<String>,
}

/// Why a file is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceError {
    /// A kind of file that this program does not read.
    Foreign(Foreign),
    /// Larger than [`LARGEST_FILE`].
    TooLarge,
    /// Has more characters than [`LONGEST_TEXT`]: this many.
    TooLong(usize),
    /// Is cut off, or is not what its beginning says.
    Damaged,
    /// Would unfold to more than a report can hold, or names parts that no word processor writes: not read further.
    Hostile,
    /// Is no text in any encoding that is known.
    NoText,
}
