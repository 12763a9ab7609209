//! Each kind in sentences of its own: what is expected stands between ⟦ and ⟧.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// The sentence without its marks, and the expected spans.
fn read(marked: &str) -> (String, Vec<Range<usize>>) {
    let (mut text, mut spans, mut open) = (String::new(), Vec::new(), 0);
    for c in marked.chars() {
        match c {
            '⟦' => open = text.len(),
            '⟧' => spans.push(open..text.len()),
            c => text.push(c),
        }
    }
    (text, spans)
}

fn shown(text: &str, found: &[Placeholder]) -> String {
    let mut out = text.to_owned();
    for Placeholder { span, .. } in found.iter().rev() {
        out.insert(span.end, '⟧');
        out.insert(span.start, '⟦');
    }
    out
}

#[test]
fn every_sentence_gives_what_is_marked_in_it() {
    let mut wrong = Vec::new();
    let mut seen = BTreeMap::new();
    let mut kind = "";
    for line in include_str!("cases.txt")
        .lines()
        .skip(3)
        .filter(|l| !l.is_empty())
    {
        if let Some(id) = line.strip_prefix("# ").filter(|id| id.is_ascii()) {
            kind = id;
            continue;
        }
        let (text, spans) = read(&unescape(line));
        *seen.entry((kind, spans.is_empty())).or_insert(0) += 1;
        let found = placeholders(&text);
        let as_expected =
            found.iter().map(|p| &p.span).eq(&spans) && found.iter().all(|p| p.kind.id() == kind);
        if !as_expected {
            let kinds: Vec<_> = found.iter().map(|p| p.kind.id()).collect();
            wrong.push(format!(
                "{kind}: {line}\n  found {} {kinds:?}",
                shown(&text, &found)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for kind in Kind::ALL {
        for empty in [false, true] {
            assert!(
                seen.get(&(kind.id(), empty)).is_some_and(|n| *n >= 4),
                "too few sentences for {}",
                kind.id()
            );
        }
    }
}

fn unescape(line: &str) -> String {
    line.replace("\\\\", "\u{0}")
        .replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace("\\u{A0}", "\u{A0}")
        .replace('\u{0}', "\\")
}

#[test]
fn kinds_have_ids_of_their_own() {
    let mut ids: Vec<_> = Kind::ALL.iter().map(|k| k.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), Kind::ALL.len());
}

/// Doubling the text about doubles the work: hostile texts of that size are done at once.
#[test]
fn repeated_signs_stay_linear() {
    let signs = [
        "X",
        "*",
        "** ",
        "**甲",
        "_",
        "{",
        "{{",
        "【",
        "【甲】",
        "（",
        "（ ",
        " ",
        "　人",
        "…",
        "待",
        "某",
        "×",
        "○",
        "一是",
        "第一",
        "1.",
        "\n",
        "\\",
        "X.",
        "9",
        "（一",
        "[",
        "  【甲",
        "甲__",
    ];
    for sign in signs {
        let text = sign.repeat(200_000 / sign.len());
        let start = std::time::Instant::now();
        placeholders(&text);
        crate::text::items::count(&text);
        assert!(
            start.elapsed().as_secs() < 5,
            "{sign:?} took {:?}",
            start.elapsed()
        );
    }
}

proptest! {
    #[test]
    fn spans_are_ordered_apart_and_on_boundaries(
        text in "[XxＸ×○〇某*＊_＿【】〔〕［］\\[\\]{}（）() 　\\u{A0}….。，0-9年月日人次市局一二是第待补充定TODO此处填写重点\\\\\\n\\ta-c\u{200B}😀]{0,60}|\\PC{0,60}"
    ) {
        let mut end = 0;
        for found in placeholders(&text) {
            prop_assert!(found.span.start >= end);
            prop_assert!(!text[found.span.clone()].is_empty());
            end = found.span.end;
        }
    }
}

#[test]
fn a_numbered_heading_in_brackets_asks_for_a_value() {
    let found = in_heading("【问题表现】", true);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].span, 0.."【问题表现】".len());
    assert!(in_heading("【传闻】", false).is_empty());
    assert!(in_heading("抓好学习", true).is_empty());
}
