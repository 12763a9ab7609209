//! The registry of rules. One rule a file; rules never import rules.
//!
//! A rule's file is named after its id and begins with its manual (see [`super::manual`]).

pub mod completeness;
pub mod placeholder;
#[cfg(test)]
mod tests;

use super::{Meta, ReportRule, SectionRule};

/// All rules that see one section alone.
pub fn section_rules() -> &'static [&'static dyn SectionRule] {
    use placeholder as p;
    &[
        &p::letter_x::LetterX,
        &p::asterisk::Asterisk,
        &p::cross::Cross,
        &p::circle::Circle,
        &p::mou::Mou,
        &p::bracket::Bracket,
        &p::todo_word::TodoWord,
        &p::underscore::Underscore,
        &p::ellipsis::Ellipsis,
        &p::gap::Gap,
        &p::fact::Fact,
    ]
}

/// All rules that look across sections.
pub fn report_rules() -> &'static [&'static dyn ReportRule] {
    use completeness as c;
    &[
        &c::missing_section::MissingSection,
        &c::empty_section::EmptySection,
        &c::section_too_short::SectionTooShort,
        &c::section_too_long::SectionTooLong,
        &c::too_few_items::TooFewItems,
    ]
}

/// What is known of every rule, in the order of the manual.
pub fn metas() -> impl Iterator<Item = &'static Meta> {
    report_rules()
        .iter()
        .map(|r| r.meta())
        .chain(section_rules().iter().map(|r| r.meta()))
}
