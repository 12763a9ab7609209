use super::text;

#[test]
fn bullets_nest_by_two_blanks() {
    assert_eq!(
        text("<ul><li>甲<ul><li>乙</li><li>丙</ul><li>丁</ul>戊"),
        "- 甲\n  - 乙\n  - 丙\n- 丁\n戊"
    );
    assert_eq!(text("<ul><li><p>甲</p><p>续</p><li></ul>"), "- 甲\n续");
    assert_eq!(text("<li>甲"), "- 甲");
}

#[test]
fn numbers_are_computed() {
    assert_eq!(
        text("<ol><li>甲<li>乙<li value=7>丙<li>丁</ol>"),
        "1. 甲\n2. 乙\n7. 丙\n8. 丁"
    );
    assert_eq!(text("<ol start=3 type=a><li>甲<li>乙</ol>"), "c. 甲\nd. 乙");
    assert_eq!(
        text("<ol reversed><li>甲<ol reversed start=9><li>子<li>丑</ol><li>乙</ol>"),
        "2. 甲\n9. 子\n8. 丑\n1. 乙"
    );
    assert_eq!(
        text("<ol style='list-style-type:simp-chinese-informal'><li>甲<li>乙</ol>"),
        "一、甲\n二、乙"
    );
    assert_eq!(
        text("<ol style='list-style:upper-roman inside'><li>甲</ol>"),
        "I. 甲"
    );
    assert_eq!(
        text("<ul><li>甲<ol><li>乙</ol><ul><li>丙</ul></ul>"),
        "- 甲\n1. 乙\n  - 丙"
    );
    assert_eq!(
        text("<ol><li style='list-style-type:lower-alpha'>甲</ol>"),
        "a. 甲"
    );
    assert_eq!(
        text("<ol start=99999999999><li>甲</ol><ol start=2147483647><li>乙<li>丙</ol>"),
        "1. 甲\n2147483647. 乙\n2147483647. 丙"
    );
}

#[test]
fn lists_without_marks_have_none() {
    assert_eq!(
        text("<ol style='list-style-type: none'><li>（一）甲<li>乙</ol>"),
        "（一）甲\n乙"
    );
    assert_eq!(
        text("<ul style='list-style:none'><li>甲<ul><li>乙</ul></ul>"),
        "甲\n- 乙"
    );
}

#[test]
fn a_heading_in_a_list_is_a_heading() {
    assert_eq!(
        text("<ul><li><h3>甲</h3>乙</ul><ol><li><h3>丙</h3></ol>"),
        "### 甲\n乙\n### 1. 丙"
    );
}

#[test]
fn marks_that_word_typed_stay_without_their_padding() {
    let entry = |mark: &str, words: &str| {
        format!(
            "<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US>\
             <span style='mso-list:Ignore'>{mark}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;\n </span></span></span><![endif]>\n{words}</p>"
        )
    };
    assert_eq!(text(&entry("一、", "总体要求")), "一、总体要求");
    assert_eq!(text(&entry("（一）", "目标")), "（一）目标");
    assert_eq!(text(&entry("1.", "修路")), "1. 修路");
    assert_eq!(text(&entry("第一章", "总则")), "第一章 总则");
    assert_eq!(text(&entry("·", "修路")), "- 修路");
    assert_eq!(text(&entry("", "修路")), "修路");
}

#[test]
fn signs_of_symbol_fonts_are_bullets() {
    let entry = |level: u8, sign: &str| {
        format!(
            "<p style='mso-list:l1 level{level} lfo2;'><span style='font-family:Wingdings;mso-fareast-font-family:Wingdings'>\
             <span style='mso-list:Ignore'>{sign}<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span></span>修路</p>"
        )
    };
    assert_eq!(
        text(&(entry(1, "l") + &entry(2, "n") + &entry(3, "&Oslash;"))),
        "- 修路\n  - 修路\n    - 修路"
    );
}
