//! Checks: rules read a report and say what is missing, left open or wrong.
//!
//! There are two kinds of rule. A [`SectionRule`] sees one section alone, so that a keystroke costs what its section
//! costs. A [`ReportRule`] sees a small [`Summary`] of every section and never their texts.

mod completeness;
#[cfg(test)]
mod fixture;
pub mod manual;
mod measure;
mod placeholder_findings;
pub mod rules;
#[cfg(test)]
mod tests;

pub use completeness::{Completeness, Requirement, completeness};

use std::ops::Range;

use serde::Serialize;

use crate::facts::Facts;
use crate::report::{Heading, Node, Report, SectionId};
use crate::template::Template;
use crate::text::order::ordered;
use crate::text::placeholder::Placeholder;
use crate::text::{chars, items, placeholder};

/// How sure a rule is that something must be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum Severity {
    /// Certainly wrong or missing.
    #[serde(rename = "必错")]
    Error,
    /// Probably wrong.
    #[serde(rename = "疑似")]
    Warning,
    /// Worth a look.
    #[serde(rename = "提示")]
    Hint,
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Missing and unfinished parts.
    Completeness,
    /// Values left open.
    Placeholder,
    /// Statements that contradict each other.
    Consistency,
    /// Words.
    Wording,
    /// Punctuation and numbers.
    Punctuation,
    /// What must not leave the office.
    Privacy,
}

/// What is known of a rule without running it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meta {
    /// Stable id, kebab-case; names the fault.
    pub id: &'static str,
    /// A short Chinese name.
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// How sure it is.
    pub severity: Severity,
}

/// The part of a section that a finding points into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The heading's words.
    Heading,
    /// The text.
    Text,
}

/// Where a finding points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The section.
    pub section: SectionId,
    /// Heading or text of it.
    pub field: Field,
    /// Bytes in that field; empty where the whole section is meant.
    pub span: Range<usize>,
}

/// What a rule found: what, why and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that says it.
    pub rule: &'static Meta,
    /// Where; `None` where something is missing from the report as a whole.
    pub place: Option<Place>,
    /// The template's section that is missing or unfinished, where the finding is about one.
    pub slot: Option<String>,
    /// What is wrong.
    pub message: String,
    /// Why it matters, and what to do.
    pub advice: String,
    /// What to put in the span's place, only where that is certain.
    pub fix: Option<String>,
}

/// One section as a [`SectionRule`] sees it.
#[derive(Debug, Clone, Copy)]
pub struct SectionInput<'a> {
    /// Its place in the structure.
    pub node: &'a Node,
    /// Its text.
    pub text: &'a str,
    /// Placeholders in the heading's words.
    pub heading_placeholders: &'a [Placeholder],
    /// Placeholders in the text.
    pub text_placeholders: &'a [Placeholder],
    /// The filled facts.
    pub facts: &'a Facts,
}

/// What rules across sections know of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Characters of its own text, blanks aside.
    pub chars: usize,
    /// Items in its own text: 一是/第一/一要, numbered paragraphs, or lines of a list; the largest of the three.
    pub items: usize,
    /// Findings about placeholders in it.
    pub placeholders: usize,
}

/// The report as a [`ReportRule`] sees it.
#[derive(Debug, Clone, Copy)]
pub struct ReportInput<'a> {
    /// The template that the report follows, if it is known.
    pub template: Option<&'a Template>,
    /// The structure.
    pub nodes: &'a [Node],
    /// One summary for each node.
    pub summaries: &'a [Summary],
}

/// A rule that sees one section alone.
pub trait SectionRule: Sync {
    /// What is known of it without running it.
    fn meta(&self) -> &'static Meta;
    /// Adds what it finds.
    fn check(&self, section: &SectionInput<'_>, out: &mut Vec<Finding>);
}

/// A rule that looks across sections.
pub trait ReportRule: Sync {
    /// What is known of it without running it.
    fn meta(&self) -> &'static Meta;
    /// Adds what it finds.
    fn check(&self, report: &ReportInput<'_>, out: &mut Vec<Finding>);
}

/// What the checks say of one section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionCheck {
    /// For the rules across sections.
    pub summary: Summary,
    /// Findings in reading order, the heading's first.
    pub findings: Vec<Finding>,
}

/// Runs all section rules over one section.
pub fn check_section(node: &Node, text: &str, facts: &Facts) -> SectionCheck {
    let heading = node.heading.as_ref().map_or("", |h| h.text.as_str());
    let numbered = node.heading.as_ref().is_some_and(Heading::is_numbered);
    let heading_placeholders = placeholder::in_heading(heading, numbered);
    let text_placeholders = placeholder::placeholders(text);
    let input = SectionInput {
        node,
        text,
        heading_placeholders: &heading_placeholders,
        text_placeholders: &text_placeholders,
        facts,
    };
    let mut findings = Vec::new();
    for rule in rules::section_rules() {
        rule.check(&input, &mut findings);
    }
    let findings = ordered(findings, |f| {
        f.place.as_ref().map_or([0; 3], |p| {
            [
                1 + usize::from(p.field == Field::Text),
                p.span.start,
                p.span.end,
            ]
        })
    });
    let placeholders = findings
        .iter()
        .filter(|f| f.rule.group == Group::Placeholder)
        .count();
    let summary = Summary {
        chars: chars::count(text),
        items: items::count(text),
        placeholders,
    };
    SectionCheck { summary, findings }
}

/// Runs all rules across sections.
pub fn check_structure(input: &ReportInput<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules::report_rules() {
        rule.check(input, &mut findings);
    }
    findings
}

/// Everything the checks say of a report, section by section, then of the whole.
pub fn check_report(
    report: &Report,
    facts: &Facts,
    template: Option<&Template>,
) -> (Vec<Finding>, Completeness) {
    let checks: Vec<_> = report
        .sections
        .iter()
        .map(|s| check_section(&s.node, &s.text, facts))
        .collect();
    let nodes: Vec<_> = report.sections.iter().map(|s| s.node.clone()).collect();
    let summaries: Vec<_> = checks.iter().map(|c| c.summary.clone()).collect();
    let input = ReportInput {
        template,
        nodes: &nodes,
        summaries: &summaries,
    };
    let mut findings: Vec<_> = checks.into_iter().flat_map(|c| c.findings).collect();
    findings.extend(check_structure(&input));
    (findings, completeness(&input))
}
