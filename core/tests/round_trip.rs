//! What an exporter writes, the importer reads: rooms that never see each other must agree all the same.

#![allow(
    clippy::unwrap_used,
    reason = "a report that cannot be read back fails the test"
)]

#[path = "round_trip/reports.rs"]
mod reports;

use nigao_core::draft;
use nigao_core::export::layout::to_commonmark;
use nigao_core::export::{html, markdown, text};
use nigao_core::import::{Level, OutlineEntry, import_text, source};
use nigao_core::report::{Heading, Report, Role};
use nigao_core::text::chars::{is_blank, without_blanks};
use proptest::prelude::*;

use reports::{facts, ordinary, report};

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
                    let words = words.trim_end_matches(is_blank);
                    words.clone_into(&mut bare.text);
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
                row.split('|').fold(String::new(), |row, cell| {
                    row + "| " + cell.trim_matches(is_blank) + " "
                }) + "|"
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

/// Level and words of each heading of a text that is opened.
fn opened_outline(text: &str) -> Vec<String> {
    let entry = |entry: OutlineEntry| {
        let level = match entry.level {
            Level::Official(level) => level,
            Level::News1 => 1,
            Level::News2 => 2,
        };
        format!("{level} {}", entry.text)
    };
    import_text(text).outline.into_iter().map(entry).collect()
}

/// Level and words of each heading of a report, facts filled in.
fn outline(report: &Report) -> Vec<String> {
    let headings = report.sections.iter().zip(report.marks());
    let line = |heading: &Heading, mark: String| {
        format!("{} {mark}{}", heading.level, facts().fill(&heading.text))
    };
    headings
        .filter_map(|(section, mark)| section.node.heading.as_ref().map(|h| line(h, mark)))
        .collect()
}

/// What is seen of a Markdown file of ours: the texts here have no `#` and no backslash of their own.
fn seen(file: &str) -> String {
    let (_, body) = file.split_once("\n---\n").unwrap();
    without_blanks(&body.replace(['#', '\\'], ""))
}

/// Every word of the file is in the report, and every line with `##` is a heading of its level.
fn keeps_all(file: &str) -> Result<(), TestCaseError> {
    let opened = import_text(file);
    let text = opened.facts.fill(&opened.report.plain_text());
    prop_assert_eq!(without_blanks(&text), seen(file));
    let found = opened_outline(file);
    for line in file.lines().filter(|line| line.starts_with("##")) {
        let (hashes, words) = line.split_once(' ').unwrap();
        let (words, _) = words.split_once('。').unwrap_or((words, ""));
        let entry = format!("{} {words}", hashes.len() - 1);
        prop_assert!(found.contains(&entry), "{entry} is not in {found:?}");
    }
    prop_assert_eq!(&opened.facts, &facts());
    Ok(())
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

    // A page says which lines are headings and how deep they are; a run-in heading is known by its number, as in plain text.
    #[test]
    fn a_page_without_the_draft_has_the_same_outline(report in prop_oneof![ordinary(true), ordinary(false)]) {
        let page = html::file(&report, &facts(), &html::Options::default());
        prop_assert_eq!(html::draft_of(&page), None);
        let text = source::html::read(&page).text;
        prop_assert_eq!(opened_outline(&text), outline(&report), "{}", text);
    }

    // Plain text has nothing but its numbers. It cannot tell a heading without a number from a line, a number without text
    // below it from an entry of a list, a table's row from a short line, nor which section of the template it was; and it has neither template nor facts.
    #[test]
    fn plain_text_has_the_same_outline(mut report in ordinary(true)) {
        for section in &mut report.sections {
            let lines = section.text.lines().filter(|line| !line.starts_with('|'));
            section.text = lines.collect::<Vec<_>>().join("\n");
        }
        let text = text::file(&report, &facts());
        prop_assert_eq!(opened_outline(&text), outline(&report), "{}", text);
    }

    #[test]
    fn markdown_edited_by_hand_loses_nothing(report in ordinary(true), at in any::<prop::sample::Index>()) {
        let file = markdown::file(&report, &facts());
        let body = file.find("\n---\n").unwrap() + 5;
        let gaps: Vec<usize> = file.match_indices("\n\n").map(|(i, _)| i).filter(|i| *i > body).collect();
        let at = gaps[at.index(gaps.len())];

        // A word more at the end of a line: the sections are what they were.
        let mut edited = file.clone();
        edited.insert_str(at, "补记");
        let opened = import_text(&edited);
        let nodes = |report: &Report| report.sections.iter().map(|s| (s.node.id.clone(), s.node.role)).collect::<Vec<_>>();
        prop_assert_eq!(nodes(&opened.report), nodes(&report));
        keeps_all(&edited)?;

        // A paragraph more.
        let mut edited = file.clone();
        edited.insert_str(at, "\n\n另外补充一段。");
        keeps_all(&edited)?;

        // A heading less.
        if let Some(start) = file[..at].rfind("\n## ") {
            let end = start + 1 + file[start + 1..].find('\n').unwrap();
            let mut edited = file.clone();
            edited.replace_range(start..end, "");
            keeps_all(&edited)?;
        }
    }
}
