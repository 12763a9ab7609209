//! A whole report, from the file to its outline.

use super::*;
use crate::import::{Level, import_text};

/// An invented report as a clerk makes it in Word: headings by style, automatic numbers, a table, a footnote.
pub(super) fn report() -> Package {
    let style = |id: &str, name: &str, ppr: &str| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:pPr>{ppr}</w:pPr></w:style>"
        )
    };
    let list =
        |level: u8| format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>");
    let styles = [
        style("a", "Normal", ""),
        style("ti", "Title", ""),
        style("1", "heading 1", &list(0)),
        style("2", "heading 2", &list(1)),
        style("3", "heading 3", &list(2)),
    ]
    .concat();
    let level = |i: u8, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{i}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}{}{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "chineseCountingThousand", "（%2）"),
        level(2, "decimal", "%3.")
    );
    let prose = "全年共组织集中学习，参加人员覆盖各科室，学习成效明显提升，各项工作有序推进。";
    let body = [
        styled("ti", "青禾局学习教育工作总结"),
        p(prose),
        styled("1", "主要做法"),
        styled("2", "加强组织领导"),
        p(prose),
        styled("3", "成立工作专班"),
        p(prose),
        styled("3", "排查风险隐患"),
        format!("<w:p>{}{}</w:p>", b("一是建立台账。"), r(prose)),
        styled("2", "抓好学习培训"),
        p(prose),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>次数</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".into(),
        styled("1", "存在问题"),
        p(prose),
        styled("1", "下步打算"),
        p(prose),
    ];
    let notes = format!("<w:footnote>{}</w:footnote>", p("据年报。"));
    Package::body(&body.concat()).with(&[
        ("styles", &styles),
        ("numbering", &numbering),
        ("footnotes", &notes),
    ])
}

#[test]
fn automatic_numbers_become_the_outline() {
    let source = report().read().unwrap();
    let imported = import_text(&source.text);
    let outline: Vec<(Level, &str)> = imported
        .outline
        .iter()
        .map(|e| (e.level, e.text.as_str()))
        .collect();
    assert_eq!(
        outline,
        [
            (Level::Official(1), "一、主要做法"),
            (Level::Official(2), "（一）加强组织领导"),
            (Level::Official(3), "1. 成立工作专班"),
            (Level::Official(3), "2. 排查风险隐患"),
            (Level::Official(2), "（二）抓好学习培训"),
            (Level::Official(1), "二、存在问题"),
            (Level::Official(1), "三、下步打算"),
        ]
    );
    assert!(
        imported
            .report
            .plain_text()
            .starts_with("青禾局学习教育工作总结")
    );
    assert!(source.text.contains("\n**一是建立台账。**全年"));
    assert!(source.text.contains("\n| 项目 | 次数 |\n| --- | --- |\n"));
}
