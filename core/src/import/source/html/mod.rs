//! A web page, or what Word and WPS save or put on the clipboard, as text in the dialect of sections.

use super::Source;

/// Reads a page or a fragment of one.
pub fn read(_html: &str) -> Source {
    Source::default()
}
