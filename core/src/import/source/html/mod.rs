//! A web page, or what Word and WPS save or put on the clipboard, as text in the dialect of sections.
//!
//! Nothing is built but lines: a page is read once from its beginning to its end, so that its nesting costs nothing.
//! What a browser would not show is left out, and said in the notes where it is text.

mod blocks;
mod encoding;
mod entity;
mod list;
mod notes;
mod page;
mod style;
mod table;
mod tags;
#[cfg(test)]
mod tests;
mod token;
mod words;
mod write;

pub use encoding::declared_encoding;

use super::Source;

/// Reads a page or a fragment of one.
///
/// Of the clipboard's HTML, with `<!--StartFragment-->` in it, only what was copied is read.
pub fn read(html: &str) -> Source {
    let mut page = None;
    // What Windows writes before the HTML on its clipboard has no tags.
    let html = match html.find('<').filter(|_| html.starts_with("Version:")) {
        Some(start) => &html[start..],
        None => html,
    };
    if html.contains("<!--StartFragment") {
        page = blocks::read(html, false);
    }
    let page = page
        .or_else(|| blocks::read(html, true))
        .unwrap_or_default();
    Source {
        text: write::text(&page),
        notes: page.seen.notes(),
    }
}
