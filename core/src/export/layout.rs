//! The laid-out document: a report's sections as blocks in reading order, facts filled in, marks computed.

use crate::facts::Facts;
use crate::report::{Node, Report};

/// One block of the laid-out document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph of Markdown (CommonMark after the dialect of sections was resolved).
    Paragraph(String),
}

/// Lays out one section; `mark` is the mark shown before its heading.
pub fn section(_node: &Node, _mark: &str, text: &str, facts: &Facts) -> Vec<Block> {
    vec![Block::Paragraph(facts.fill(text))]
}

/// Lays out a whole report.
pub fn document(report: &Report, facts: &Facts) -> Vec<Block> {
    report.sections.iter().zip(report.marks()).flat_map(|(s, mark)| section(&s.node, &mark, &s.text, facts)).collect()
}
