//! What holds for any text: nothing is lost, every piece leads back to its bytes, names are unique.

use std::collections::HashSet;
use std::ops::Range;

use proptest::prelude::*;

use crate::facts::references;
use crate::import::{Imported, front_matter, open};
use crate::text::chars::{is_blank, without_blanks};

/// Checks everything that must hold of an opened text.
pub(super) fn check(source: &str) -> Imported {
    let (imported, mut consumed) = open(source);
    consumed.sort_by_key(|range| range.start);
    let own = front_matter::read(source).is_some_and(|front| front.understood && front.own);
    let mut kept = source.to_owned();
    let mut last = source.len();
    for range in consumed.iter().rev() {
        assert!(range.end <= last, "{consumed:?}");
        last = range.start;
        assert!(
            is_syntax(source, range) || (own && is_escape(source, range)),
            "{:?} was left out",
            &source[range.clone()]
        );
        kept.replace_range(range.clone(), "");
    }
    let mut text = imported.report.plain_text();
    if own {
        // Values of facts are the facts' names again.
        (text, kept) = (imported.facts.fill(&text), imported.facts.fill(&kept));
    }
    assert_eq!(without_blanks(&text), without_blanks(&kept), "{source:?}");
    pieces_lead_back(source, &imported);
    let names: HashSet<_> = imported
        .report
        .sections
        .iter()
        .map(|s| &s.node.id)
        .collect();
    assert_eq!(names.len(), imported.report.sections.len());
    for entry in &imported.outline {
        assert_eq!(&source[entry.span.clone()], entry.text);
    }
    for section in &imported.report.sections {
        assert_eq!(
            section.node.heading.is_some(),
            section.node.role == crate::report::Role::Body
        );
    }
    imported
}

/// Only Markdown's own characters, or a front matter block, may be left out.
fn is_syntax(source: &str, range: &Range<usize>) -> bool {
    let text = &source[range.clone()];
    text.chars().all(|c| is_blank(c) || "#*_".contains(c))
        || (range.start == 0 && without_blanks(text).starts_with("---"))
}

/// In Markdown of ours also a backslash before a mark.
fn is_escape(source: &str, range: &Range<usize>) -> bool {
    &source[range.clone()] == "\\"
        && source[range.end..].starts_with(|c: char| c.is_ascii_punctuation())
}

/// Pieces cover every heading and text but for line ends and names of facts, in source order, with the same bytes.
fn pieces_lead_back(source: &str, imported: &Imported) {
    let mut last = 0;
    for piece in &imported.pieces {
        assert!(piece.source.start >= last, "{piece:?}");
        last = piece.source.end;
    }
    let mut pieces = imported.pieces.iter().peekable();
    for section in &imported.report.sections {
        let heading = section
            .node
            .heading
            .as_ref()
            .map(|h| (true, h.text.as_str()));
        for (is_heading, field) in heading.into_iter().chain([(false, section.text.as_str())]) {
            let mut at = 0;
            while let Some(piece) =
                pieces.next_if(|p| p.section == section.node.id && p.heading == is_heading)
            {
                assert!(between(field, at..piece.at), "{field:?}");
                at = piece.at + piece.source.len();
                assert_eq!(&field[piece.at..at], &source[piece.source.clone()]);
            }
            assert!(between(field, at..field.len()), "{field:?}");
        }
    }
    assert_eq!(pieces.next(), None);
}

/// What may stand between two pieces: a line end, names of facts.
fn between(field: &str, range: Range<usize>) -> bool {
    let mut rest = field[range.clone()].to_owned();
    for reference in references(&rest.clone()).iter().rev() {
        rest.replace_range(reference.span.clone(), "");
    }
    rest.is_empty()
        || (range.start > 0
            && rest.bytes().all(|b| b == b'\n')
            && rest.len() <= 1 + field[range].matches("}}").count())
}

const FRAGMENTS: [&str; 69] = [
    "一、",
    "二、",
    "三、",
    "十一、",
    "（一）",
    "（二）",
    "(三)",
    "（四)",
    "1.",
    "2．",
    "3、",
    "（1）",
    "(2)",
    "■",
    "◆",
    "㈠",
    "⑴",
    "# ",
    "## ",
    "### ",
    "**",
    "__",
    "---\n",
    "```\n",
    "| a | b |\n",
    "- ",
    "> ",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "　　",
    "　",
    " ",
    "\t",
    "\u{A0}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{2028}",
    "。",
    "！",
    "？",
    "：",
    "；",
    "，",
    "……",
    "”",
    "“",
    "（",
    "）",
    "主要做法",
    "存在问题和不足",
    "下步工作打算",
    "关于开展学习教育的总结",
    "——某某县推进工作综述",
    "本报记者 甲某 文/图",
    "各位代表：",
    "某某县人民政府",
    "2021年12月3日",
    "二〇二一年十二月三日",
    "今年以来，全县上下围绕年初定下的目标任务，一件接着一件办，各项工作都有了新的进展",
    "目录",
    "template: blank\n",
    "facts:\n  甲: 1\n",
    "nigao: 1\n",
    "sections: title:t1 lead:l1f0 part=:o1n1f0x1f0\n",
    "\\",
    "\\*",
    "1",
];

fn report_like() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        8 => prop::sample::select(&FRAGMENTS[..]).prop_map(str::to_owned),
        1 => "\\PC{0,8}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(fragment, 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_of_a_text_like_a_report(source in report_like()) {
        check(&source);
    }

    #[test]
    fn nothing_is_lost_of_a_file_like_ours(text in report_like(), words in "[a-z:=]{0,3}( [a-z]{0,2}[=:]{1,2}([oikteltrzvxfmnw][0-3]?){1,5}){0,5}") {
        check(&format!("---\nnigao: 1\nfacts:\n  一: 一\n  甲: 1\nsections: title:t1{words}\n---\n# 题\n{text}"));
    }

    #[test]
    fn nothing_is_lost_of_any_text(source in any::<String>()) {
        check(&source);
    }
}

#[test]
fn nothing_is_lost_where_it_is_hard() {
    let texts = [
        "",
        "\n",
        "\u{FEFF}",
        "---",
        "---\n",
        "---\na: b\n---\n# 题\n文。",
        "---\ntemplate: blank\n---\n# 题 #\n文。",
        "# #",
        "# **一、**。",
        "## **一、甲** 乙\n文。",
        "## ## ##",
        "####### 七",
        "一、。内容",
        "一、！内容",
        "（一）抓产业！。新建大棚。",
        "（一）坚持“学用结合。”今年以来抓得紧。",
        "（一）抓产业 。新建。\n（二）抓民生。办实事。",
        "**（一）抓产业。**新建。\n**（二）抓民生**。办实事。\n**（三）抓党建** 办活动。",
        "**一、总体要求**\n文。",
        "__二、保障__\n文。",
        "**局",
        "1. **加强领导。** 成立专班。\n2. **健全制度**\n文。\n（三）**抓落实**。逐项督办。",
        "1.**局开会**次。\n2. ** **\n3. ****\n4. **甲",
        "第一章 总则\n文。\n第二章　附则\n文。\n1 总则\n1.1 目的\n2 附则\n2.1 解释\n",
        "一、思想建设：今年以来，支部组织集中学习十二次，撰写心得体会三十余篇，党员的党性观念得到增强，服务群众更加主动。",
        "一、\n二、\n",
        "■\n■高\n",
        "（一）抓产业。。新建",
        "1.\u{200B}排查。全县排查一遍。",
        "一、情况\u{3000}\u{3000}文。\u{3000}\u{3000}二、问题\u{3000}\u{3000}文。",
    ];
    for text in texts {
        check(text);
    }
}
