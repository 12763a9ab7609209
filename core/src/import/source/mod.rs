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

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A report as text.
    Text(Source),
    /// A web page, not read yet: it may carry a draft. Its text is HTML; [`html::read`] makes the report's text of it.
    Page(Source),
    /// A draft of this program, as JSON.
    Draft(String),
}

/// Reads a file's bytes. `name` is as the computer names it.
pub fn open(name: &str, bytes: &[u8], legacy: Legacy) -> Result<Content, SourceError> {
    if bytes.len() > LARGEST_FILE {
        return Err(SourceError::TooLarge);
    }
    match identify(name, bytes) {
        Kind::Docx => docx::read(bytes).and_then(within).map(Content::Text),
        Kind::Text => decode(bytes, None, legacy)
            .and_then(within)
            .map(Content::Text),
        Kind::Json => decode(bytes, None, legacy).map(|json| Content::Draft(json.text)),
        Kind::Html => {
            let declared = html::declared_encoding(bytes);
            decode(bytes, declared.as_deref(), legacy).map(Content::Page)
        }
        Kind::Foreign(kind) => Err(SourceError::Foreign(kind)),
    }
}

/// The report's text of a page without a draft in it.
pub fn read_page(page: Source) -> Result<Source, SourceError> {
    let mut read = html::read(&page.text);
    read.notes.extend(page.notes);
    within(read)
}

/// The source, unless its text is too long.
pub fn within(source: Source) -> Result<Source, SourceError> {
    match source.text.chars().count() {
        chars if chars > LONGEST_TEXT => Err(SourceError::TooLong(chars)),
        _ => Ok(source),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_characters_open_and_no_more() {
        let open = |count: usize| open("a.txt", "字".repeat(count).as_bytes(), |_, _| None);
        assert!(matches!(open(1_000_000), Ok(Content::Text(_))));
        assert_eq!(open(1_000_001), Err(SourceError::TooLong(1_000_001)));
        assert_eq!(open(6_666_667), Err(SourceError::TooLarge));
        // A draft has its text more than once: only its bytes are bounded.
        let draft = format!("{{\"nigao\":1,\"x\":\"{}\"}}", "字".repeat(1_100_000));
        assert!(matches!(
            super::open("a.json", draft.as_bytes(), |_, _| None),
            Ok(Content::Draft(_))
        ));
        let page = Source {
            text: format!("<p>{}</p>", "字".repeat(1_000_001)),
            notes: Vec::new(),
        };
        assert_eq!(read_page(page), Err(SourceError::TooLong(1_000_001)));
    }
}
