//! Automatic numbers.

use super::*;

fn item(list: u32, level: u32, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
        r(words)
    )
}

fn level(level: u32, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/>{more}</w:lvl>"
    )
}

fn scheme(id: u32, levels: &str) -> String {
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum>")
}

fn num(id: u32, scheme: u32, more: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{scheme}\"/>{more}</w:num>")
}

fn listed(numbering: &str, styles: &str, body: &str) -> String {
    let parts = [("styles", styles), ("numbering", numbering)];
    Package::body(body).with(&parts).read().unwrap().text
}

fn official() -> String {
    let levels = [
        level(0, "chineseCountingThousand", "%1、", ""),
        level(1, "chineseCounting", "（%2）", ""),
        level(2, "decimal", "%3.", ""),
        level(3, "decimal", "%1.%4", "<w:isLgl/>"),
    ];
    scheme(0, &levels.concat()) + &num(1, 0, "")
}

#[test]
fn levels_count_and_begin_again_under_the_next() {
    let body = [
        item(1, 0, "总体"),
        item(1, 1, "目标"),
        item(1, 2, "甲"),
        item(1, 2, "乙"),
        item(1, 1, "要求"),
        item(1, 2, "丙"),
        item(1, 0, "保障"),
        item(1, 1, "组织"),
        item(1, 3, "法"),
    ];
    assert_eq!(
        listed(&official(), "", &body.concat()),
        "一、总体\n（一）目标\n1. 甲\n2. 乙\n（二）要求\n1. 丙\n二、保障\n（一）组织\n2.1 法"
    );
}

#[test]
fn lists_of_one_scheme_go_on_unless_they_begin_anew() {
    let anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    let numbering = scheme(0, &level(0, "decimal", "%1)", ""))
        + &num(1, 0, "")
        + &num(2, 0, "")
        + &num(3, 0, anew);
    let body = [
        item(1, 0, "a"),
        item(2, 0, "b"),
        item(3, 0, "c"),
        item(3, 0, "d"),
        item(9, 0, "e"),
        item(0, 0, "f"),
    ];
    assert_eq!(
        listed(&numbering, "", &body.concat()),
        "1) a\n2) b\n5) c\n6) d\ne\nf"
    );
}

#[test]
fn a_level_may_be_rewritten_start_elsewhere_or_never_begin_again() {
    let other = format!(
        "<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>",
        level(0, "upperRoman", "%1．", "<w:suff w:val=\"nothing\"/>")
    );
    let levels = level(0, "decimal", "%1", "").replace("start w:val=\"1\"", "start w:val=\"3\"")
        + &level(
            1,
            "lowerLetter",
            "%2",
            "<w:lvlRestart w:val=\"0\"/><w:suff w:val=\"space\"/>",
        );
    let numbering = scheme(0, &levels)
        + &num(1, 0, "")
        + &scheme(1, &level(0, "decimal", "%1", ""))
        + &num(2, 1, &other);
    let body = [
        item(1, 0, "x"),
        item(1, 1, "y"),
        item(1, 0, "x"),
        item(1, 1, "y"),
        item(2, 0, "z"),
    ];
    assert_eq!(
        listed(&numbering, "", &body.concat()),
        "3 x\na y\n4 x\nb y\nI．z"
    );
}

#[test]
fn bullets_become_entries_by_depth() {
    let levels = level(0, "bullet", "\u{F0B7}", "")
        + &level(1, "bullet", "", "")
        + &level(2, "none", "", "");
    let numbering = scheme(0, &levels) + &num(1, 0, "");
    let body = [
        item(1, 0, "甲"),
        item(1, 1, "乙"),
        item(1, 2, "丙"),
        item(1, 0, ""),
    ];
    assert_eq!(listed(&numbering, "", &body.concat()), "- 甲\n  - 乙\n丙\n");
}

#[test]
fn a_style_brings_its_list_and_level() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"h1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"h1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"by\"><w:name w:val=\"y\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let numbering = official().replace(
        "<w:lvl w:ilvl=\"2\">",
        "<w:lvl w:ilvl=\"2\"><w:pStyle w:val=\"by\"/>",
    );
    let none = "<w:p><w:pPr><w:pStyle w:val=\"h1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>前言</w:t></w:r></w:p>";
    let body = [
        none.into(),
        styled("h1", "总体"),
        styled("h2", "目标"),
        styled("by", "甲"),
        styled("h1", "保障"),
    ];
    assert_eq!(
        listed(&numbering, styles, &body.concat()),
        "## 前言\n## 一、总体\n### （一）目标\n1. 甲\n## 二、保障"
    );
}

#[test]
fn a_numbering_style_stands_for_its_list() {
    let styles = "<w:style w:type=\"numbering\" w:styleId=\"ns\"><w:name w:val=\"n\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let link = scheme(7, "<w:numStyleLink w:val=\"ns\"/>") + &num(4, 7, "");
    let numbering = official().replace("<w:num ", &(link + "<w:num "));
    let body = [item(1, 0, "甲"), item(4, 0, "乙")];
    assert_eq!(listed(&numbering, styles, &body.concat()), "一、甲\n二、乙");
    // A style that stands for itself ends somewhere.
    let round = scheme(7, "<w:numStyleLink w:val=\"ns\"/>") + &num(1, 7, "");
    assert_eq!(listed(&round, styles, &item(1, 0, "甲")), "甲");
}

#[test]
fn a_custom_format_falls_back_to_the_known_one() {
    let levels = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"001\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimalZero\"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"%1\"/></w:lvl>";
    assert_eq!(
        listed(&(scheme(0, levels) + &num(1, 0, "")), "", &item(1, 0, "甲")),
        "01 甲"
    );
}

#[test]
fn a_number_is_bold_with_its_words_and_deleted_paragraphs_are_not_counted() {
    let bold = format!(
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>{}{}</w:p>",
        b("总体。"),
        r(&"正文".repeat(9))
    );
    let gone = "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>";
    let text = listed(
        &official(),
        "",
        &format!("{gone}{bold}{}", item(1, 0, "保障")),
    );
    assert_eq!(
        text,
        format!("**一、总体。**{}\n二、保障", "正文".repeat(9))
    );
}
