//! What an exporter writes, the importer reads: rooms that never see each other must agree all the same.

#![allow(
    clippy::unwrap_used,
    reason = "a report that cannot be read back fails the test"
)]

use nigao_core::export::{html, markdown};
use nigao_core::facts::Facts;
use nigao_core::import::import_text;
use nigao_core::report::Report;
use nigao_core::{draft, template};

fn written() -> (Report, Facts) {
    let mut report = template::by_id("study-summary").unwrap().start();
    for section in &mut report.sections {
        section.text = match section.node.id.0.as_str() {
            "title" => "青石县档案馆读书月学习总结".into(),
            "lead" => "读书月活动开展以来，{{单位}}召开会议12次，编发简报**期，内容**项。\n现将情况总结如下。".into(),
            "work" => String::new(),
            "problems" => "一是学得不深。二是用得不够。".into(),
            "plans" => "一是再学。二是再用。三是再改。".into(),
            "signature" => "青石县档案馆".into(),
            "date" => "2030年6月5日".into(),
            other => format!("这一部分写{other}的做法，共办实事3件。"),
        };
    }
    let mut facts = Facts::default();
    facts.0.insert("单位".into(), "青石县档案馆".into());
    (report, facts)
}

/// Role, slot, heading and text of every section, facts filled in.
fn shape(report: &Report, facts: &Facts) -> Vec<String> {
    report
        .sections
        .iter()
        .zip(report.marks())
        .map(|(section, mark)| {
            let heading = section
                .node
                .heading
                .as_ref()
                .map_or("", |h| h.text.as_str());
            let text = facts.fill(&section.text);
            format!(
                "{:?} {:?} {mark}{heading}|{text}",
                section.node.role, section.node.slot
            )
        })
        .collect()
}

#[test]
fn markdown_opens_as_the_report_that_was_exported() {
    let (report, facts) = written();
    let opened = import_text(&markdown::file(&report, &facts));
    assert_eq!(opened.report.template, report.template);
    assert_eq!(opened.facts, facts);
    let unescaped: Vec<_> = shape(&opened.report, &facts)
        .into_iter()
        .map(|line| line.replace("\\*", "*"))
        .collect();
    assert_eq!(unescaped, shape(&report, &facts));
}

#[test]
fn html_carries_the_draft_whole_or_not_at_all() {
    let (report, facts) = written();
    let draft = draft::Draft { report, facts };
    let json = draft::to_json(&draft).unwrap();
    let options = html::Options { draft: Some(json) };
    let carried = html::draft_of(&html::file(&draft.report, &draft.facts, &options)).unwrap();
    assert_eq!(draft::from_json(&carried).unwrap(), draft);
    let bare = html::file(&draft.report, &draft.facts, &html::Options::default());
    assert_eq!(html::draft_of(&bare), None);
}
