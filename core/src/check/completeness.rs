//! The share of the template's requirements that are met.

use super::ReportInput;

/// One thing that the template asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// What is asked for, in Chinese.
    pub label: String,
    /// The template's section that it is about.
    pub slot: Option<String>,
    /// Whether the report has it.
    pub met: bool,
}

/// What the template asks for and how much of it is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Completeness {
    /// All requirements, in the template's order.
    pub requirements: Vec<Requirement>,
}

impl Completeness {
    /// Whole per cent, rounded down, so that 100 means all; 100 where nothing is asked for.
    pub fn percent(&self) -> usize {
        let all = self.requirements.len();
        if all == 0 { 100 } else { self.requirements.iter().filter(|r| r.met).count() * 100 / all }
    }
}

/// Weighs a report against its template.
pub fn completeness(_input: &ReportInput<'_>) -> Completeness {
    Completeness::default()
}
