//! What is named rather than brought along.

use super::*;

#[test]
fn pictures_and_objects_are_counted() {
    let picture =
        "<w:r><w:drawing><wp:inline><a:blip r:embed=\"x\"/><a:blip/></wp:inline></w:drawing></w:r>";
    let old = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>";
    let object = "<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>";
    let line = "<w:r><w:pict><v:line/></w:pict></w:r>";
    let (text, notes) = both(&format!(
        "<w:p>{picture}{old}{object}{line}</w:p>{}",
        p("图1 现场")
    ));
    assert_eq!(text, "\n图1 现场");
    assert_eq!(
        notes,
        [
            "文件里有 2 幅图片或图表，没有带入；图题仍在正文中。",
            "文件里有 1 个嵌入的对象（如表格、公式、附件），没有带入。"
        ]
    );
}

#[test]
fn colour_is_noted_unless_it_is_black() {
    let run = |props: &str| format!("<w:p><w:r><w:rPr>{props}</w:rPr><w:t>词</w:t></w:r></w:p>");
    for plain in [
        "<w:color w:val=\"auto\"/>",
        "<w:color w:val=\"000000\"/>",
        "<w:highlight w:val=\"none\"/>",
    ] {
        assert_eq!(both(&run(plain)).1, [""; 0], "{plain}");
    }
    for colour in [
        "<w:color w:val=\"FF0000\"/>",
        "<w:highlight w:val=\"yellow\"/>",
    ] {
        assert_eq!(
            both(&run(colour)).1,
            ["文字颜色和突出显示没有带入。"],
            "{colour}"
        );
    }
}

#[test]
fn comments_footnotes_and_headers_are_named() {
    let note = |words: &str| format!("<w:footnote w:id=\"2\">{}</w:footnote>", p(words));
    let footnotes = format!(
        "<w:footnote w:type=\"separator\">{}</w:footnote>{}",
        p("线"),
        note("数据来自统计部门。")
    );
    let header = p("内部资料");
    let footer = "<w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>3</w:t></w:r></w:fldSimple><w:r><w:t> —</w:t></w:r></w:p>";
    let parts = [
        ("comments", "<w:comment/><w:comment><w:p/></w:comment>"),
        ("footnotes", footnotes.as_str()),
        ("header", header.as_str()),
        ("header", header.as_str()),
        ("footer", footer),
    ];
    let body = "<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    let source = Package::body(body).with(&parts).read().unwrap();
    assert_eq!(source.text, "正文");
    assert_eq!(
        source.notes,
        [
            "文件里有 2 条批注，没有带入。",
            "文件里有 1 条脚注或尾注，没有带入：“数据来自统计部门。”。",
            "页眉、页脚没有带入：“内部资料”。"
        ]
    );
}

#[test]
fn many_and_long_footnotes_are_shortened() {
    let one = format!("<w:endnote>{}</w:endnote>", p(&"字".repeat(41)));
    let parts = [("endnotes", one.repeat(6))];
    let parts = [(parts[0].0, parts[0].1.as_str())];
    let notes = Package::body(&p("正文")).with(&parts).read().unwrap().notes;
    let shown = format!("“{}…”", "字".repeat(40)).repeat(5);
    assert_eq!(
        notes,
        [format!("文件里有 6 条脚注或尾注，没有带入：{shown}等。")]
    );
}
