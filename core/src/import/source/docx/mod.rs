//! Word's document (ECMA-376, WordprocessingML; also ISO/IEC 29500 Strict) as text in the dialect of sections.
//!
//! Read are the document itself, styles, lists, notes, comments (their number), headers and footers. Nothing outside the
//! file is ever asked for.

mod format;
mod notes;
mod numbering;
mod package;
mod props;
mod run;
mod story;
mod styles;
mod table;
#[cfg(test)]
mod tests;
mod write;
mod xml;

use self::notes::Seen;
use self::numbering::Numbering;
use self::package::Package;
use self::story::{Para, Story};
use self::styles::Styles;
use super::{LONGEST_TEXT, Source, SourceError};

/// Reads a document.
pub fn read(bytes: &[u8]) -> Result<Source, SourceError> {
    let archive = package::open(bytes)?;
    let mut package = Package::new(&archive)?;
    let main = package.relations("")?;
    let main = first(&main, "officeDocument").unwrap_or("word/document.xml");
    let document = package.text(main)?.ok_or(SourceError::Damaged)?;
    let related = package.relations(main)?;
    let mut part = |kind| match first(&related, kind) {
        Some(path) => package.text(path),
        None => Ok(None),
    };
    let (styles, lists) = (part("styles")?, part("numbering")?);
    let styles = match &styles {
        Some(text) => Styles::read(text)?,
        None => Styles::default(),
    };
    let mut numbering = match &lists {
        Some(text) => Numbering::read(text, &styles)?,
        None => Numbering::default(),
    };
    let mut seen = Seen::default();
    let mut story = Story::new(&document, &styles, &mut numbering, &mut seen);
    let text = write::text(&body(&mut story)?);
    let length = text.chars().count();
    if length > LONGEST_TEXT {
        return Err(SourceError::TooLong(length));
    }
    for (i, (kind, path)) in related.iter().enumerate() {
        let known = ["footnotes", "endnotes", "comments", "header", "footer"];
        let again = related[..i].iter().any(|(_, earlier)| earlier == path);
        if again || !known.contains(&kind.as_str()) {
            continue;
        }
        if let Some(text) = package.text(path)? {
            beside(kind, &text, &styles, &mut seen)?;
        }
    }
    let notes = seen.notes();
    Ok(Source { text, notes })
}

/// The path of the first part that is related as `kind`.
fn first<'a>(related: &'a [(String, String)], kind: &str) -> Option<&'a str> {
    let found = related.iter().find(|(k, _)| k == kind)?;
    Some(&found.1)
}

fn body(story: &mut Story<'_>) -> Result<Vec<Para>, SourceError> {
    let root = story.xml.root()?;
    if root.name() != "document" {
        return Err(SourceError::Damaged);
    }
    let mut paras = Vec::new();
    while let Some(tag) = story.xml.child(root.level)? {
        if tag.name() == "body" {
            paras.append(&mut story.read(tag.level)?);
        }
    }
    Ok(paras)
}

/// Reads a part that stands beside the text: notes, comments, headers and footers.
fn beside(kind: &str, text: &str, styles: &Styles<'_>, seen: &mut Seen) -> Result<(), SourceError> {
    // What they hold besides text says nothing about the document's text.
    let (mut numbering, mut unseen) = (Numbering::default(), Seen::default());
    let mut story = Story::new(text, styles, &mut numbering, &mut unseen);
    let root = story.xml.root()?;
    if matches!(kind, "header" | "footer") {
        seen.add_header(&write::plain(&story.read(root.level)?));
        return Ok(());
    }
    while let Some(tag) = story.xml.child(root.level)? {
        match tag.name() {
            "comment" => seen.comments += 1,
            // Those with a type are the lines that part notes from the text.
            "footnote" | "endnote" if matches!(tag.attr("type"), None | Some("normal")) => {
                let paras = story.read(tag.level)?;
                seen.footnotes.push(write::plain(&paras));
            }
            _ => {}
        }
    }
    Ok(())
}
