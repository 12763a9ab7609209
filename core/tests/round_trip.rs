//! What an exporter writes, the importer reads: rooms that never see each other must agree all the same.

#![allow(
    clippy::unwrap_used,
    reason = "a report that cannot be read back fails the test"
)]

#[path = "round_trip/reports.rs"]
mod reports;

use nigao_core::export::layout::to_commonmark;
use nigao_core::export::{html, markdown, text};
use nigao_core::facts::Facts;
use nigao_core::import::{import_text, source};
use nigao_core::report::{Report, Role};
use nigao_core::text::chars::{is_blank, without_blanks};
use nigao_core::{draft, template};
use proptest::prelude::*;

use reports::{facts, official, report};

/// The report as the dialect of its texts says it, so that two that say the same are equal.
fn normal(report: &Report) -> Report {
    let mut out = report.clone();
    for (section, mark) in out.sections.iter_mut().zip(report.marks()) {
        section.text = if matches!(section.node.role, Role::Lead | Role::Body) {
            lines(&section.text).join("\n")
        } else {
            // A part has no markup: only its blanks are not seen.
            let lines = section
                .text
                .split(['\n', '\r'])
                .map(|line| line.trim_matches(is_blank));
            lines
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join("\n")
        };
        if let Some(heading) = &mut section.node.heading {
            heading.text = heading.text.trim_matches(is_blank).to_owned();
            // The 。 of a run-in heading is put there by typesetting: its words are the same with and without.
            if let (true, Some(words)) = (heading.run_in, heading.text.strip_suffix('。')) {
                let mut bare = heading.clone();
                words.clone_into(&mut bare.text);
                if !words.is_empty() && bare.closed() == heading.text {
                    bare.text = bare.text.trim_end_matches(is_blank).to_owned();
                    *heading = bare;
                }
            }
            // A mark is only kept where it is another than the structure gives: what counts is the one that is seen.
            heading.source_mark = Some(mark);
        }
    }
    out
}

/// The lines of a text without what the dialect does not see: blank lines, blanks around a line, whether a list has `*` or
/// `-`, the padding of a table's cells.
fn lines(text: &str) -> Vec<String> {
    let line = |line: &str| {
        let words = line.trim_matches(is_blank);
        let listed = words.strip_prefix("* ").or(words.strip_prefix("- "));
        if let Some(item) =
            listed.filter(|item| item.contains(|c| !"*-".contains(c) && !is_blank(c)))
        {
            let indent = line.len() - line.trim_start_matches(' ').len();
            return format!(
                "{}- {}",
                " ".repeat(indent),
                item.trim_start_matches(is_blank)
            );
        }
        match words
            .strip_prefix('|')
            .and_then(|row| row.strip_suffix('|'))
        {
            Some(row) => {
                row.split('|')
                    .map(|cell| format!("| {} ", cell.trim_matches(is_blank)))
                    .collect::<String>()
                    + "|"
            }
            None => words.to_owned(),
        }
    };
    text.split(['\n', '\r'])
        .map(line)
        .filter(|line| !line.is_empty())
        .collect()
}

/// Reports that say the same. In two cases texts are compared by what they mean, facts filled in:
/// where a clerk typed backslashes, since `\_` and `_` are the same line to write on; and where bold ends with punctuation,
/// which CommonMark does not see (`**一是：**抓`), so that the exporter moves the stars (and nothing but the stars).
fn assert_same(opened: &Report, written: &Report) -> Result<(), TestCaseError> {
    let (mut opened, mut written) = (normal(opened), normal(written));
    let meant = |text: &str| to_commonmark(&facts().fill(text));
    for (a, b) in opened.sections.iter_mut().zip(&mut written.sections) {
        if !matches!(b.node.role, Role::Lead | Role::Body) {
            continue;
        }
        if b.text.contains('\\') || a.text.replace('*', "") == b.text.replace('*', "") {
            prop_assert_eq!(meant(&a.text), meant(&b.text));
            a.text.clone_from(&b.text);
        }
    }
    prop_assert_eq!(opened, written);
    Ok(())
}

/// Level and words of each heading as text that is read again shows them.
fn outline(text: &str) -> Vec<String> {
    let entries = import_text(text).outline;
    entries
        .into_iter()
        .map(|e| format!("{:?} {}", e.level, without_blanks(&e.text)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn markdown_opens_as_the_report_that_was_exported(report in report()) {
        let file = markdown::file(&report, &facts());
        let opened = import_text(&file);
        prop_assert_eq!(&opened.facts, &facts());
        assert_same(&opened.report, &report).map_err(|e| TestCaseError::fail(format!("{e}\n{file}")))?;
    }

    #[test]
    fn html_and_json_with_the_draft_open_as_it_was(report in report()) {
        let draft = draft::Draft { report, facts: facts() };
        let json = draft::to_json(&draft).unwrap();
        prop_assert_eq!(&draft::from_json(&json).unwrap(), &draft);
        let options = html::Options { draft: Some(json) };
        let carried = html::draft_of(&html::file(&draft.report, &draft.facts, &options)).unwrap();
        prop_assert_eq!(draft::from_json(&carried).unwrap(), draft);
    }
}
