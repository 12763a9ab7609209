//! What every built-in template must have.

use std::collections::BTreeSet;

use super::super::*;
use crate::facts::references;
use crate::report::{Numbering, Role};
use crate::text::chars::count;

fn each_slot(check: impl Fn(&Template, &Slot)) {
    for template in builtin() {
        for slot in &template.sections {
            check(template, slot);
        }
    }
}

#[test]
fn every_built_in_template_loads_and_is_lean() {
    for template in builtin() {
        let file = format!(
            "{}/templates/{}.toml",
            env!("CARGO_MANIFEST_DIR"),
            template.id
        );
        let source = std::fs::read_to_string(&file).unwrap();
        assert_eq!(
            &Template::parse(&source).unwrap(),
            template,
            "{file} and what build.rs made of it"
        );
        assert!(
            source.len() < 15_000,
            "{} bytes are carried by every copy of the app",
            source.len()
        );
    }
    let ids: Vec<_> = builtin().iter().map(|t| t.id.as_str()).collect();
    assert_eq!(ids, ["study-summary", "news-feature", "blank"]);
    for id in ids {
        assert_eq!(by_id(id).unwrap().id, id);
    }
    assert!(by_id("nothing").is_none());
}

#[test]
fn ids_are_kebab_case_and_leave_room_for_further_sections() {
    each_slot(|template, slot| {
        let plain = slot.id.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            && !slot.id.starts_with('-');
        assert!(
            plain,
            "{}/{}: digits are kept for `-2`, `-3`",
            template.id, slot.id
        );
        assert_eq!(
            template.sections.iter().filter(|s| s.id == slot.id).count(),
            1,
            "{}/{}",
            template.id,
            slot.id
        );
    });
}

#[test]
fn headings_and_numbering_belong_to_body_sections() {
    each_slot(|template, slot| {
        let name = format!("{}/{}", template.id, slot.id);
        assert_eq!(slot.level > 0, slot.role == Role::Body, "{name}");
        if slot.role != Role::Body {
            assert!(
                slot.heading.is_empty()
                    && slot.numbering == Numbering::Official
                    && slot.aliases.is_empty(),
                "{name}"
            );
        }
    });
    for template in builtin() {
        let levels: Vec<_> = template
            .sections
            .iter()
            .map(|s| s.level)
            .filter(|level| *level > 0)
            .collect();
        assert_eq!(levels.first(), Some(&1), "{}", template.id);
        assert!(
            levels.windows(2).all(|w| w[1] <= w[0] + 1),
            "{}: a level is skipped",
            template.id
        );
    }
}

#[test]
fn bounds_can_be_met() {
    each_slot(|template, slot| {
        let (least, most) = slot.chars;
        assert!(
            most == 0 || least < most,
            "{}/{}: {least} to {most}",
            template.id,
            slot.id
        );
    });
    // What is nested in a section counts for it: its parts at their shortest must not be too long for it.
    for template in builtin() {
        for (i, slot) in template
            .sections
            .iter()
            .enumerate()
            .filter(|(_, s)| s.level > 0 && s.chars.1 > 0)
        {
            let nested = template.sections[i + 1..]
                .iter()
                .take_while(|s| s.level > slot.level);
            let shortest: usize = nested.filter(|s| s.present).map(|s| s.chars.0).sum();
            assert!(shortest <= slot.chars.1, "{}/{}", template.id, slot.id);
        }
    }
}

#[test]
fn every_section_says_what_to_write_in_two_to_five_short_lines() {
    each_slot(|template, slot| {
        let name = format!("{}/{}", template.id, slot.id);
        assert!(count(&slot.guidance) >= 30, "{name}: {}", slot.guidance);
        assert!((2..=5).contains(&slot.guidance.lines().count()), "{name}");
        for line in slot.guidance.lines() {
            assert!(
                (5..=80).contains(&count(line)) && line.ends_with('。'),
                "{name}: {line}"
            );
        }
    });
}

#[test]
fn every_section_has_sentences_to_start_from() {
    each_slot(|template, slot| {
        let name = format!("{}/{}", template.id, slot.id);
        assert!((1..=3).contains(&slot.skeletons.len()), "{name}");
        let names: BTreeSet<_> = slot.skeletons.iter().map(|s| s.name.as_str()).collect();
        assert_eq!(
            names.len(),
            slot.skeletons.len(),
            "{name}: two skeletons look the same in the menu"
        );
        for skeleton in &slot.skeletons {
            let text = &skeleton.text;
            assert!(
                text.contains(['X', '【']) || !references(text).is_empty(),
                "{name}: nothing to fill in: {text}"
            );
            assert_eq!(
                text.matches('【').count(),
                text.matches('】').count(),
                "{name}: {text}"
            );
            assert!(
                !text.lines().any(|line| line.starts_with('【')),
                "{name}: reads like a bracketed heading: {text}"
            );
            assert!(
                !text.contains([',', ';', ':', '(', ')', '"', '*']),
                "{name}: a half-width mark: {text}"
            );
            assert!(
                !text.ends_with('\n') && text.lines().all(|line| !line.trim().is_empty()),
                "{name}: {text}"
            );
            assert!(
                slot.chars.1 == 0 || count(text) <= slot.chars.1,
                "{name}: longer than the section may be"
            );
        }
    });
}

#[test]
fn one_line_parts_get_one_line() {
    each_slot(|template, slot| {
        if matches!(
            slot.role,
            Role::Kicker
                | Role::Title
                | Role::Subtitle
                | Role::Addressee
                | Role::Byline
                | Role::Date
        ) {
            assert!(
                slot.skeletons.iter().all(|s| !s.text.contains('\n')),
                "{}/{}",
                template.id,
                slot.id
            );
        }
    });
}

#[test]
fn facts_are_declared_exactly_where_they_are_used() {
    for template in builtin() {
        let declared: BTreeSet<_> = template.facts.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(
            declared.len(),
            template.facts.len(),
            "{}: a fact is declared twice",
            template.id
        );
        let texts = template
            .sections
            .iter()
            .flat_map(|s| &s.skeletons)
            .map(|s| s.text.as_str());
        let used: BTreeSet<_> = texts
            .flat_map(|text| references(text).into_iter().map(move |r| r.name(text)))
            .collect();
        assert_eq!(used, declared, "{}", template.id);
        assert!(
            template.facts.iter().all(|f| count(&f.hint) >= 4),
            "{}",
            template.id
        );
    }
}

#[test]
fn no_words_lead_to_two_sections() {
    for template in builtin() {
        let mut seen = BTreeSet::new();
        for slot in &template.sections {
            let words = slot
                .aliases
                .iter()
                .chain(Some(&slot.heading).filter(|h| !h.is_empty()));
            for word in words {
                assert!(
                    seen.insert(word.as_str()),
                    "{}/{}: {word}",
                    template.id,
                    slot.id
                );
            }
        }
    }
}

#[test]
fn a_new_report_has_the_sections_that_are_present_in_order() {
    for template in builtin() {
        let report = template.start();
        assert_eq!(report.template, template.id);
        let slots: Vec<_> = report
            .sections
            .iter()
            .filter_map(|s| s.node.slot.as_deref())
            .collect();
        let present: Vec<_> = template
            .sections
            .iter()
            .filter(|s| s.present)
            .map(|s| s.id.as_str())
            .collect();
        assert_eq!(slots, present, "{}", template.id);
        let ids: BTreeSet<_> = report.sections.iter().map(|s| &s.node.id).collect();
        assert_eq!(ids.len(), report.sections.len(), "{}", template.id);
        assert!(
            template.sections.iter().all(|s| s.present || !s.required),
            "{}: required yet left out",
            template.id
        );
        for section in &report.sections {
            let slot = template.slot_of(&section.node).unwrap();
            assert_eq!(
                (section.node.role, section.node.level()),
                (slot.role, slot.level)
            );
            assert!(section.text.is_empty());
        }
    }
}

#[test]
fn a_new_study_summary_is_numbered_like_one() {
    let report = by_id("study-summary").unwrap().start();
    let heads: Vec<_> = report
        .sections
        .iter()
        .zip(report.marks())
        .filter_map(|(s, mark)| s.node.heading.as_ref().map(|h| format!("{mark}{}", h.text)))
        .collect();
    assert_eq!(
        heads,
        [
            "一、工作开展情况",
            "（一）加强组织领导",
            "（二）抓实学习研讨",
            "（三）办好惠民实事",
            "（四）营造浓厚氛围",
            "二、存在问题和不足",
            "三、下步工作打算",
        ]
    );
}

#[test]
fn a_news_feature_has_squares_and_bare_sub_heads() {
    let report = by_id("news-feature").unwrap().start();
    let body = report
        .sections
        .iter()
        .zip(report.marks())
        .filter(|(s, _)| s.node.role == Role::Body);
    let marks: Vec<_> = body.map(|(s, mark)| (s.node.level(), mark)).collect();
    assert_eq!(marks, [(1, "■".to_owned()), (2, String::new())]);
}

#[test]
fn a_further_section_takes_the_next_free_name() {
    let slot = by_id("study-summary").unwrap().slot("study").unwrap();
    let node = Template::further(slot, |id| id == "study" || id == "study-2");
    assert_eq!(
        (node.id.0.as_str(), node.slot.as_deref(), node.level()),
        ("study-3", Some("study"), 2)
    );
}
