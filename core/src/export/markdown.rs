//! Markdown with front matter.

use crate::facts::Facts;
use crate::report::Report;

/// The report as a Markdown file.
pub fn file(report: &Report, _facts: &Facts) -> String {
    report.plain_text()
}
