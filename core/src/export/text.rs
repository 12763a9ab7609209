//! Plain text with numbering, as one would paste it into a plain form.

use crate::facts::Facts;
use crate::report::Report;

/// The report as plain text.
pub fn file(report: &Report, facts: &Facts) -> String {
    facts.fill(&report.plain_text())
}
