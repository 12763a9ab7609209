use super::read;

#[test]
fn changes_under_review_are_taken_as_accepted() {
    let source = read(
        "<p>全<del cite=\"x\">县</del><ins>镇</ins>工<span class=msoDel>不</span>作<s>旧</s><del> </del></p>",
    );
    assert_eq!(source.text, "全镇工作旧");
    assert_eq!(
        source.notes,
        ["原文有修订痕迹，已按“接受修订”处理，删去的2处文字没有带过来。"]
    );
}

#[test]
fn comments_are_left_out_and_counted() {
    let source = read(
        "<p>全镇<a style='mso-comment-reference:甲_1;mso-comment-date:20230102T0304'>上下</a><span style='mso-comment-continuation:1'>团结</span>\
         <span class=MsoCommentReference><span lang=EN-US><![if !supportAnnotations]><a class=msocomanchor href=\"#_msocom_1\">[甲1]</a><![endif]>\
         <span style='mso-special-character:comment'>&nbsp;</span></span></span>奋斗</p>\
         <div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id=\"_com_1\" class=msocomtxt>\
         <p class=MsoCommentText>请核对</p></div></div></div>",
    );
    assert_eq!(source.text, "全镇上下团结奋斗");
    assert_eq!(source.notes, ["有1条批注没有带过来，请在原文件中查看。"]);
}

#[test]
fn footnotes_are_named() {
    let note = |n: usize, words: &str| {
        format!(
            "<div style='mso-element:footnote' id=ftn{n}><p class=MsoFootnoteText><a style='mso-footnote-id:ftn{n}'>[{n}]</a> {words}</p></div>"
        )
    };
    let notes: String = (1..=6).map(|n| note(n, &"注".repeat(30 * n))).collect();
    let source = read(&format!(
        "<p>正文<a style='mso-footnote-id:ftn1' href=\"#_ftn1\"><span class=MsoFootnoteReference>[1]</span></a>继续</p>\
         <div style='mso-element:footnote-list'><hr>{notes}</div>"
    ));
    assert_eq!(source.text, "正文继续");
    assert_eq!(source.notes.len(), 1);
    assert!(
        source.notes[0].starts_with("有6条脚注或尾注没有放进正文"),
        "{:?}",
        source.notes
    );
    assert_eq!(
        source.notes[0].matches('注').count(),
        30 + 37 * 4 + 2,
        "{:?}",
        source.notes
    );
    assert!(source.notes[0].ends_with("”等。"));
}

#[test]
fn hidden_words_pictures_and_page_furniture_are_named() {
    let source = read(
        "<p>甲<span style='DISPLAY: none'>隐</span><span style='mso-hide:all'>藏</span><i hidden></i><img src=a><img src=b hidden></p>\
         <div style='visibility:hidden'><p>段</p></div><div style='mso-element:header'><p>页眉</p></div>乙",
    );
    assert_eq!(source.text, "甲\n乙");
    assert_eq!(
        source.notes,
        [
            "有1张图片没有带过来，图片的文字说明已保留；需要图片时，请在导出后另行插入。",
            "有3处在原页面上看不见的隐藏文字没有带过来。",
            "有1处页眉、页脚没有带过来，导出时会另行生成页码。"
        ]
    );
    assert_eq!(read("<body style='display:none'>甲").text, "甲");
    assert!(read("<p>甲<a href=x>乙</a></p>").notes.is_empty());
}
