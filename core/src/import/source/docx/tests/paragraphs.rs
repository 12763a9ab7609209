//! What stands in a line.

use super::*;

#[test]
fn each_paragraph_is_a_line_and_empty_ones_stay() {
    let body = [
        p("第一段。"),
        "<w:p/>".into(),
        p("第二段 &amp; &lt;附&gt; &#x4E00;"),
    ]
    .concat();
    assert_eq!(both(&body), ("第一段。\n\n第二段 & <附> 一".into(), vec![]));
}

#[test]
fn signs_inside_a_run_become_characters() {
    let run = "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t>\
               <w:softHyphen/><w:cr/><w:t>戊</w:t><w:sym w:font=\"宋体\" w:char=\"2103\"/></w:r>";
    assert_eq!(text(&format!("<w:p>{run}</w:p>")), "甲\t乙\n丙-丁\n戊℃");
}

#[test]
fn a_symbol_font_s_sign_is_shown_as_a_box_and_noted() {
    let (text, notes) = both(&format!(
        "<w:p>{}<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>",
        r("已办")
    ));
    assert_eq!(text, "已办□");
    assert_eq!(
        notes,
        ["文件里有 1 个特殊符号认不出来，已用“□”代替，请对照原文件改正。"]
    );
}

#[test]
fn a_page_break_only_parts_paragraphs() {
    let page = "<w:r><w:br w:type=\"page\"/></w:r>";
    let body = [
        format!("<w:p>{}{page}</w:p>", r("上页")),
        format!("<w:p>{page}{}</w:p>", r("下页")),
        format!("<w:p>{}{page}{}</w:p>", r("前"), r("后")),
    ];
    assert_eq!(text(&body.concat()), "上页\n下页\n前\n后");
}

#[test]
fn blanks_are_kept_where_the_file_keeps_them() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">\u{3000}\u{3000}甲\u{A0}乙\u{200B} </w:t></w:r><w:r><w:t>\n  丙\n</w:t></w:r></w:p>";
    assert_eq!(text(body), "\u{3000}\u{3000}甲\u{A0}乙\u{200B} 丙");
}

#[test]
fn a_field_shows_its_result_only() {
    let field = |instruction: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let nested = field("IF", &[r("共"), field("PAGE", &r("3")), r("页")].concat());
    // A field inside an instruction is part of the instruction.
    let inside = format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        field("=1", &r("不见")),
        r("是")
    );
    let simple = format!("<w:fldSimple w:instr=\"DATE\">{}</w:fldSimple>", r("今日"));
    assert_eq!(
        text(&format!("<w:p>{nested}{inside}{simple}</w:p>")),
        "共3页是今日"
    );
    let open = format!(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>{}",
        p("不丢")
    );
    assert_eq!(text(&open), "\n不丢");
}

#[test]
fn containers_give_their_text_once() {
    let cases = [
        (format!("<w:hyperlink r:id=\"x\">{}</w:hyperlink>", r("链接")), "链接"),
        (format!("<w:smartTag><w:smartTagPr/>{}</w:smartTag>", r("地名")), "地名"),
        (format!("<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", r("控件")), "控件"),
        (format!("<w:r><w:ruby><w:rubyPr/><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>", r("pin"), r("拼")), "拼"),
        ("<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>".into(), "ab"),
        (format!("<mc:AlternateContent><mc:Choice Requires=\"x\">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>", r("新"), r("旧")), "新"),
        (format!("<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>", r("旧")), "旧"),
    ];
    for (xml, expected) in cases {
        assert_eq!(text(&format!("<w:p>{xml}</w:p>")), expected, "{xml}");
    }
    let block = format!(
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>{}",
        p("甲"),
        p("乙")
    );
    assert_eq!(text(&block), "甲\n乙");
}

#[test]
fn a_text_box_follows_its_paragraph() {
    let content =
        |words: &str| format!("<w:txbxContent>{}{}</w:txbxContent>", p(words), p("第二行"));
    let body = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice><w:drawing>{}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{}</w:p>{}",
        r("前"),
        content("框内"),
        content("框内"),
        r("后"),
        p("下一段")
    );
    assert_eq!(both(&body), ("前后\n框内\n第二行\n下一段".into(), vec![]));
}

#[test]
fn tracked_changes_are_accepted() {
    let body = format!(
        "<w:p>{}<w:del>{}</w:del><w:ins>{}</w:ins></w:p>",
        r("甲"),
        "<w:r><w:delText>删</w:delText><w:delInstrText>X</w:delInstrText></w:r>",
        r("增")
    );
    let moved = format!(
        "<w:p><w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo></w:p>",
        r("旧处"),
        r("新处")
    );
    let note = "文件里有 3 处修订，已按接受修订后的文字打开。";
    assert_eq!(
        both(&(body + &moved)),
        ("甲增\n新处".into(), vec![note.into()])
    );
}

#[test]
fn a_deleted_paragraph_mark_joins_two_paragraphs() {
    let mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";
    let body = format!(
        "<w:p>{mark}{}</w:p><w:p>{mark}{}</w:p>{}",
        r("前半，"),
        b("中段，"),
        p("后半。")
    );
    let (text, notes) = both(&body);
    assert_eq!(text, "前半，**中段，**后半。");
    assert_eq!(notes, ["文件里有 2 处修订，已按接受修订后的文字打开。"]);
    let last = format!("<w:p>{mark}{}</w:p>", r("没有下文"));
    assert_eq!(super::text(&last), "没有下文");
}

#[test]
fn hidden_text_is_left_out_and_noted() {
    let hidden = |words: &str| format!("<w:r><w:rPr><w:vanish/></w:rPr><w:t>{words}</w:t></w:r>");
    let whole = format!(
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{}</w:p>",
        hidden("整段")
    );
    let body = format!("<w:p>{}{}</w:p>{whole}{}", r("见"), hidden("不见"), p("完"));
    assert_eq!(
        both(&body),
        ("见\n完".into(), vec!["文件里有隐藏文字，没有带入。".into()])
    );
    let styles =
        "<w:style w:type=\"character\" w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style>";
    let by_style = format!(
        "<w:p>{}<w:r><w:rPr><w:rStyle w:val=\"h\"/></w:rPr><w:t>不见</w:t></w:r></w:p>",
        r("见")
    );
    assert_eq!(
        Package::body(&by_style)
            .with(&[("styles", styles)])
            .read()
            .unwrap()
            .text,
        "见"
    );
}

const HEADINGS: &str = "<w:style w:type=\"paragraph\" w:styleId=\"a0\" w:default=\"1\"><w:name w:val=\"Normal\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"t\"><w:name w:val=\"Title\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a0\"/><w:rPr><w:b/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"own\"><w:name w:val=\"我的标题\"/><w:basedOn w:val=\"1\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"标题 2\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"9\"><w:name w:val=\"Heading 9\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"lvl\"><w:name w:val=\"三级\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>";

fn with_headings(body: &str) -> String {
    Package::body(body)
        .with(&[("styles", HEADINGS)])
        .read()
        .unwrap()
        .text
}

#[test]
fn headings_are_told_by_the_style_s_name_or_outline_level() {
    let cases = [
        ("t", "# 题目"),
        ("1", "## 题目"),
        ("own", "## 题目"),
        ("2", "### 题目"),
        ("9", "###### 题目"),
        ("lvl", "#### 题目"),
        ("a0", "题目"),
        ("none", "题目"),
    ];
    for (style, expected) in cases {
        assert_eq!(with_headings(&styled(style, "题目")), expected, "{style}");
    }
    let outline = |style: &str, level: u8| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/><w:outlineLvl w:val=\"{level}\"/></w:pPr>{}</w:p>",
            r("题目")
        )
    };
    assert_eq!(with_headings(&outline("a0", 1)), "### 题目");
    assert_eq!(with_headings(&outline("1", 9)), "题目");
    assert_eq!(with_headings(&outline("t", 0)), "# 题目");
}

#[test]
fn a_heading_that_is_long_or_empty_is_text() {
    let long = "长".repeat(61);
    assert_eq!(with_headings(&styled("2", &long)), long);
    let just = "长".repeat(60);
    assert_eq!(with_headings(&styled("2", &just)), format!("### {just}"));
    assert_eq!(with_headings(&styled("2", " ")), " ");
}

#[test]
fn a_heading_s_line_break_does_not_split_it() {
    let broken = "<w:p><w:pPr><w:pStyle w:val=\"t\"/></w:pPr><w:r><w:t>某局关于</w:t><w:br/><w:t>学习情况的报告</w:t></w:r></w:p>";
    assert_eq!(with_headings(broken), "# 某局关于学习情况的报告");
    let two = [
        styled("t", "某局关于"),
        styled("t", "学习情况的报告"),
        p("正文。"),
    ]
    .concat();
    assert_eq!(with_headings(&two), "# 某局关于学习情况的报告\n正文。");
}

#[test]
fn bold_runs_are_marked_in_text_and_not_in_headings() {
    let rest = "这是一段不加粗的正文，写得长一些，好让加粗的只占一小半。";
    let para = format!(
        "<w:p>{}{}{}{}</w:p>",
        b(" 一是"),
        b("抓学习。 "),
        r(rest),
        b("重点")
    );
    let heading = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"2\"/></w:pPr>{}</w:p>",
        b("标题")
    );
    let body = para + &heading + &p(rest);
    assert_eq!(
        with_headings(&body),
        format!(" **一是抓学习。** {rest}**重点**\n### 标题\n{rest}")
    );
}

#[test]
fn bold_is_left_out_where_stars_would_be_misread() {
    let rest = r("这是一段不加粗的正文，写得长一些，好让加粗的只占一小半。");
    let cases = [
        (format!("<w:p>{}{rest}</w:p>", b("第**次")), "第**次"),
        (
            format!("<w:p>{}{}{rest}</w:p>", b("会议"), r("**次")),
            "会议**次",
        ),
        (format!("<w:p>{}{}{rest}</w:p>", b("："), r("词")), "：词"),
    ];
    for (body, expected) in cases {
        assert!(text(&body).starts_with(expected), "{}", text(&body));
    }
}

#[test]
fn a_whole_bold_paragraph_is_marked_if_it_is_short() {
    let rest = p(&"正文".repeat(100));
    let short = format!("<w:p>{}</w:p>", b("保障措施"));
    assert!(text(&(short.clone() + &rest)).starts_with("**保障措施**\n"));
    let long = format!("<w:p>{}</w:p>", b(&"长".repeat(61)));
    assert!(text(&(long + &rest)).starts_with("长长"));
    assert_eq!(text(&(short + &p("正文"))), "保障措施\n正文");
    let lines = format!(
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>{rest}"
    );
    assert!(text(&lines).starts_with("**上**\n**下**\n"));
}

#[test]
fn bold_by_style_counts_and_two_styles_cancel_each_other() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"pb\"><w:name w:val=\"x\"/><w:rPr><w:b/></w:rPr></w:style>\
                  <w:style w:type=\"character\" w:styleId=\"cb\"><w:name w:val=\"y\"/><w:rPr><w:b w:val=\"1\"/></w:rPr></w:style>";
    let para = |style: &str, props: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:rPr>{props}</w:rPr><w:t>词</w:t></w:r></w:p>{}",
            p(&"正文".repeat(20))
        )
    };
    let cases = [
        ("pb", "", true),
        ("pb", "<w:rStyle w:val=\"cb\"/>", false),
        ("", "<w:rStyle w:val=\"cb\"/>", true),
        ("pb", "<w:b w:val=\"0\"/>", false),
        ("pb", "<w:rStyle w:val=\"cb\"/><w:b/>", true),
    ];
    for (style, props, bold) in cases {
        let text = Package::body(&para(style, props))
            .with(&[("styles", styles)])
            .read()
            .unwrap()
            .text;
        assert_eq!(text.starts_with("**词**"), bold, "{style} {props}");
    }
}

/// One paragraph with most of what a line can hold, for the seeds.
pub(super) fn everything() -> String {
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    let inner = "<w:r><mc:AlternateContent><mc:Choice><w:drawing><a:blip/><w:txbxContent><w:p/></w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>";
    let table = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>";
    let signs = "<w:r><w:rPr><w:vanish/><w:color w:val=\"FF0000\"/></w:rPr><w:tab/><w:sym w:char=\"F0FC\"/><w:br w:type=\"page\"/></w:r>";
    [
        "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/><w:rPr><w:del/></w:rPr></w:pPr>",
        field,
        &b("粗"),
        "<w:del/><w:ins>",
        signs,
        inner,
        "</w:ins><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>",
        table,
        &p("末段&amp;"),
    ]
    .concat()
}
