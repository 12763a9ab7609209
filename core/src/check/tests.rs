use proptest::prelude::*;

use super::*;
use crate::report::Section;

const FULL: &str = "标题：年度总结 / 导语：今年以来，成效明显。 / 一、工作情况：一是抓学习，二是抓落实。 / 二、存在问题：力量不足。";

fn weigh(report: &Report) -> Completeness {
    check_report(report, &Facts::default(), Some(&fixture::template())).1
}

#[test]
fn a_new_report_is_near_nothing_and_a_full_one_is_complete() {
    let empty = weigh(&fixture::template().start());
    assert_eq!(empty.percent(), 0, "{empty:?}");
    assert_eq!(empty.requirements.len(), 6);
    let full = weigh(&fixture::report(FULL));
    assert_eq!(full.percent(), 100, "{full:?}");
}

#[test]
fn what_is_left_open_lowers_the_completeness() {
    let report = fixture::report(&FULL.replace("年度", "20XX年度"));
    let unmet: Vec<_> = weigh(&report)
        .requirements
        .into_iter()
        .filter(|r| !r.met)
        .collect();
    assert_eq!(unmet.len(), 1, "{unmet:?}");
    assert_eq!(
        (unmet[0].label.as_str(), unmet[0].slot.as_deref()),
        ("“标题”没有待填的内容", Some("title"))
    );
    let report = fixture::report(&FULL.replace("，二是抓落实", "，抓了落实"));
    let unmet: Vec<_> = weigh(&report)
        .requirements
        .into_iter()
        .filter(|r| !r.met)
        .map(|r| r.label)
        .collect();
    assert_eq!(unmet, ["“工作情况”不少于2条"]);
}

#[test]
fn without_a_template_nothing_is_asked_for_but_filled_values() {
    let report = fixture::report(FULL);
    let (findings, completeness) = check_report(&report, &Facts::default(), None);
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(completeness.percent(), 100);
    assert_eq!(
        check_report(&Report::default(), &Facts::default(), None)
            .1
            .percent(),
        100
    );
}

#[test]
fn messages_name_what_is_open() {
    let messages = |text: &str| -> Vec<String> {
        let section = fixture::section(text);
        check_section(&section.node, &section.text, &Facts::default())
            .findings
            .into_iter()
            .map(|f| f.message)
            .collect()
    };
    assert_eq!(
        messages("开会X余次，到××局；收缴 万元。"),
        ["“X余次”还没有填", "“××局”还没有填", "“收缴 万元”缺了数字"]
    );
    assert_eq!(
        messages("{{ 会议次数 }}【具体内容】"),
        ["事实“会议次数”还没有填", "“【具体内容】”还没有填"]
    );
}

#[test]
fn the_heading_comes_before_the_text_and_filled_facts_are_silent() {
    let mut section = fixture::report("一、{{单位}}XX工作：全年X次，{{次数}}次。")
        .sections
        .remove(0);
    section.node.slot = Some("work".into());
    let mut facts = Facts::default();
    facts.0.insert("次数".into(), "3".into());
    let check = check_section(&section.node, &section.text, &facts);
    let found: Vec<_> = check
        .findings
        .iter()
        .filter_map(|f| f.place.as_ref().map(|p| (p.field, f.rule.id)))
        .collect();
    assert_eq!(
        found,
        [
            (Field::Heading, "fact"),
            (Field::Heading, "letter-x"),
            (Field::Text, "letter-x")
        ]
    );
    assert_eq!(
        check.summary,
        Summary {
            chars: 13,
            items: 0,
            placeholders: 3
        }
    );
}

#[test]
fn a_required_section_left_empty_is_certain_another_only_likely() {
    let report = fixture::report(
        "标题：总结 / 一、工作情况：一是抓学习，二是抓落实。 / 二、存在问题： / 三、其他：",
    );
    let severities: Vec<_> = fixture::findings(&report)
        .iter()
        .map(|f| (f.rule.id, f.rule.severity))
        .collect();
    assert_eq!(
        severities,
        [
            ("empty-section", Severity::Error),
            ("empty-section", Severity::Warning)
        ]
    );
}

proptest! {
    #[test]
    fn any_text_is_checked_without_a_panic_and_findings_point_at_characters(
        heading in "[XX次*某【】（）a 一]{0,10}",
        text in "[Xx×○某*_【】（） 　{}….。，0-9年月日人次局一二是第待补充\\n\u{200B}😀]{0,60}|\\PC{0,60}",
    ) {
        let mut report = fixture::report("一、工作情况：");
        report.sections[0].node.heading.as_mut().unwrap().text.clone_from(&heading);
        let Section { node, .. } = &report.sections[0];
        let check = check_section(node, &text, &Facts::default());
        for finding in check.findings {
            let place = finding.place.unwrap();
            let field = if place.field == Field::Heading { &heading } else { &text };
            prop_assert!(field.get(place.span).is_some_and(|s| !s.is_empty()));
        }
        report.sections[0].text = text;
        let (_, completeness) = check_report(&report, &Facts::default(), Some(&fixture::template()));
        prop_assert!(completeness.percent() <= 100);
    }
}
