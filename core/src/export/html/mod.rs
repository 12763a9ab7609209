//! HTML: fragments for the preview, and one standalone file without a script.
//!
//! Whatever was typed is only ever written as escaped text; tags, attributes and classes come from this folder alone,
//! and links only with a scheme from [`is_safe_link`](super::layout::is_safe_link). Nothing makes a request.

mod carrier;
mod commonmark;
mod writer;

pub use carrier::draft_of;
pub use commonmark::markdown;

use super::layout::{Block, document};
use crate::facts::Facts;
use crate::report::{Numbering, Report, Role};

/// What an exported file carries besides the report.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The draft as JSON, for reopening; `None` leaves it out.
    pub draft: Option<String>,
}

/// The style sheet of a typeset report (GB/T 9704-2012), for preview and file alike. Every rule is under `.report`,
/// but for `@page`, which cannot be.
///
/// All lengths are multiples of `--mm`: where a smaller sheet with the same line breaks is wanted, set `--mm` on
/// `.report` to less than `1mm`.
pub const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));

/// The page around the sheet in a file of its own.
const PAGE_STYLE: &str = "html{background:#e6e6e3}body{margin:0;padding:24px 0}\
    @media screen and (max-width:800px){body{padding:0}}@media print{html{background:none}body{padding:0}}";

/// No script, no request, no form: the file is a sheet of paper.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The blocks as HTML, to be put inside an element of the classes that [`class`] names.
///
/// Safe to show: nothing in it runs, whatever was typed. What is left to be filled in is in `<mark>` elements.
///
/// `after_text`: running text stands before these blocks, which puts writers named here at its end.
pub fn fragment(blocks: &[Block], after_text: bool) -> String {
    writer::write(blocks, true, after_text)
}

/// The classes of the element around a [`fragment`]: `report`, and `news-feature` where it is set like
/// a newspaper.
pub fn class(blocks: &[Block]) -> &'static str {
    let news = |block: &Block| match block {
        Block::Part { role, .. } => matches!(role, Role::Kicker | Role::Subtitle | Role::Captions),
        Block::Heading { numbering, .. } => *numbering == Numbering::Square,
        _ => false,
    };
    if blocks.iter().any(news) {
        "report news-feature"
    } else {
        "report"
    }
}

/// One HTML file.
pub fn file(report: &Report, facts: &Facts, options: &Options) -> String {
    let blocks = document(report, facts);
    let title = facts.fill(&report.title());
    let mut out = String::with_capacity(STYLE.len() + 4096);
    out.push_str("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"");
    out.push_str(POLICY);
    out.push_str("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"nigao\">\n<title>");
    writer::escape(
        if title.is_empty() {
            super::UNTITLED
        } else {
            &title
        },
        &mut out,
    );
    out.push_str("</title>\n<style>\n");
    out.push_str(PAGE_STYLE);
    out.push('\n');
    out.push_str(STYLE);
    out.push_str("</style>\n");
    if let Some(draft) = &options.draft {
        carrier::write(draft, &mut out);
    }
    out.push_str("</head>\n<body>\n<article class=\"");
    out.push_str(class(&blocks));
    out.push_str("\">\n");
    out.push_str(&writer::write(&blocks, false, false));
    out.push_str("</article>\n</body>\n</html>\n");
    out
}

#[cfg(test)]
mod tests;
