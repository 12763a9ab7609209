//! The registry of rules. One rule a file; rules never import rules.

pub mod completeness;
pub mod placeholder;

use super::{ReportRule, SectionRule};

/// All rules that see one section alone.
pub fn section_rules() -> &'static [&'static dyn SectionRule] {
    &[]
}

/// All rules that look across sections.
pub fn report_rules() -> &'static [&'static dyn ReportRule] {
    &[]
}
