use super::text;

#[test]
fn a_line_is_a_paragraph() {
    assert_eq!(text("<p>甲</p><p>乙<br>丙"), "甲\n乙\n丙");
    assert_eq!(
        text("<P>甲<P>乙</P>丙<DIV>丁</DIV>戊"),
        "甲\n乙\n丙\n丁\n戊"
    );
    assert_eq!(
        text(
            "<center>甲</center><dl><dt>乙<dd>丙</dl><hr><figure><img src=a><figcaption>丁</figcaption></figure><address>戊</address>"
        ),
        "甲\n乙\n丙\n丁\n戊"
    );
    assert_eq!(
        text(
            "<header>首页</header><nav><a>新闻</a> <a>公告</a></nav><main>正文</main><aside>旁注</aside><footer>页底</footer>"
        ),
        "首页\n新闻 公告\n正文\n旁注\n页底"
    );
}

#[test]
fn inline_elements_break_no_line() {
    assert_eq!(
        text("<p>甲<span>乙</span><a href=x>丙</a><o:p>丁</o:p><font>戊</font><x-y>己</x-y></p>"),
        "甲乙丙丁戊己"
    );
    assert_eq!(
        text("<w:sdt><p>甲</p></w:sdt><v:shape>乙</v:shape>"),
        "甲\n乙"
    );
    assert_eq!(
        text("<p>x<math><mi>a</mi><mo>=</mo><annotation>tex</annotation></math></p>"),
        "xa="
    );
}

#[test]
fn blanks_collapse_as_browsers_do() {
    assert_eq!(text("<p>\n  甲 \t 乙  </p>\n  <p> 丙</p>"), "甲 乙\n丙");
    assert_eq!(text("<p>a\nb <i> c</i></p>"), "a b c");
    assert_eq!(
        text("<p>全镇\r\n上下，\n</span>团结\n2023 年\nend</p>"),
        "全镇上下，团结 2023 年 end"
    );
    assert_eq!(text("<p>全镇 上下</p>"), "全镇 上下");
    assert_eq!(
        text("<p>\u{3000}\u{3000}甲&nbsp;&nbsp;乙\u{200B}丙&emsp;</p>"),
        "\u{3000}\u{3000}甲\u{A0}\u{A0}乙\u{200B}丙\u{2003}"
    );
    assert_eq!(
        text("<p>甲&#10;&#32;乙&#8232;丙\u{B}丁\0戊</p>"),
        "甲乙丙丁戊"
    );
}

#[test]
fn empty_paragraphs_are_empty_lines() {
    assert_eq!(
        text("<p>甲</p><p>&nbsp;</p><p></p><p><o:p></o:p></p><p>乙</p>"),
        "甲\n\n\n\n乙"
    );
    assert_eq!(
        text("<div>甲</div><div><br></div><div></div><div>乙</div>"),
        "甲\n\n乙"
    );
    assert_eq!(text("甲<br><br>乙<br></br>丙"), "甲\n\n乙\n\n丙");
    assert_eq!(text("<p></p><p>甲</p><p> </p>"), "甲");
}

#[test]
fn what_is_preformatted_keeps_its_lines() {
    assert_eq!(
        text("<pre>\n甲  乙\r\n\n  丙\n</pre>丁"),
        "甲  乙\n\n  丙\n丁"
    );
    assert_eq!(text("<textarea>甲\n<b>&lt;</textarea>"), "甲\n<b><");
}

#[test]
fn entities_are_characters() {
    assert_eq!(
        text(
            "<p>&ldquo;甲&rdquo;&hellip;&mdash;&lt;b&gt;&amp;lt;&#x4E00;&#150;&#xD800;&nosuch;&</p>"
        ),
        "“甲”…—<b>&lt;一–\u{FFFD}&nosuch;&"
    );
}

#[test]
fn what_is_no_text_is_left_out() {
    assert_eq!(
        text(
            "<!DOCTYPE html><head><title>某页</title><style>p{}</style><script>alert('<p>')</script></head>\
             <body>甲<!-- 注 --><script>1</script><template><p>模</template><noscript>开</noscript><iframe>框</iframe>\
             <svg><text>图</text></svg><object>物</object><select><option>选</select><button>按</button>乙"
        ),
        "甲乙"
    );
    assert_eq!(text("<script/>甲<title/>乙"), "甲乙");
    assert_eq!(
        text("甲<input value=乙><input type=hidden value=丙><input type=submit value=丁>"),
        "甲乙"
    );
}

#[test]
fn conditional_comments_show_what_they_show_in_browsers() {
    assert_eq!(
        text(
            "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><p><![if !supportLists]>甲<![endif]><!--[if !mso]>-->乙<!--[endif]--></p>"
        ),
        "甲乙"
    );
}

#[test]
fn only_the_copied_fragment_is_read() {
    assert_eq!(
        text(
            "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nStartFragment:0000000141\r\nEndFragment:0000000164\r\n\
             <html><body>\r\n<!--StartFragment--><p>甲</p><!--EndFragment-->\r\n</body></html>\0"
        ),
        "甲"
    );
    assert_eq!(
        text("<ul>外<!--StartFragment--><li>甲<li>乙<!--EndFragment--></ul>外"),
        "- 甲\n- 乙"
    );
    assert_eq!(text("<script>'<!--StartFragment-->'</script>甲"), "甲");
    assert_eq!(text("Version:1.0\r\nStartHTML:1\r\n<p>甲</p>"), "甲");
}

#[test]
fn headings_are_marked_by_their_depth() {
    assert_eq!(
        text(
            "<h1>某某镇\n工作<br>总结</h1><h2>一、做法</h2><h6>六</h6><p style='mso-outline-level:3'>三</p><p class=MsoHeading7>七</p>"
        ),
        "# 某某镇工作总结\n## 一、做法\n###### 六\n### 三\n###### 七"
    );
    let long = "长".repeat(61);
    assert_eq!(
        text(&format!("<h2>{long}</h2><h3> </h3><h2>短</h2>")),
        format!("{long}\n## 短")
    );
}

#[test]
fn a_title_in_word_puts_headings_one_level_lower() {
    assert_eq!(
        text("<p class=MsoTitle>总结</p><h1>一、做法</h1><h6>末</h6>"),
        "# 总结\n## 一、做法\n###### 末"
    );
    let title = |words: &str| format!("<p class=MsoTitle>{words}</p>");
    assert_eq!(
        text(&(title("某某镇") + &title("2023年") + &title("总结") + "正文")),
        "# 某某镇2023年总结\n正文"
    );
    assert_eq!(text(&(title("Plan") + &title("2023"))), "# Plan 2023");
    let long = "长".repeat(40);
    assert_eq!(
        text(&(title(&long) + &title(&long))),
        format!("# {long}\n# {long}")
    );
}

#[test]
fn styles_of_word_say_which_paragraphs_are_headings() {
    assert_eq!(
        text(
            "<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {mso-style-parent:\"\";}\n\
             p.a3, li.a3 {mso-style-name:一级标题;mso-outline-level:2;font-weight:bold}\n p.web {font-weight:bold}--></style>\
             <p class=a3>一、做法</p><p class=\"x a3\">二、不足</p><p class=web>正文</p>\
             <p style='mso-style-name:\"标题 1\"'>三、打算</p>"
        ),
        "## 一、做法\n## 二、不足\n正文\n# 三、打算"
    );
}

#[test]
fn bold_words_are_marked_in_body_text() {
    let tail = "其余的文字都不加粗，这样加粗的字就不到一半。".repeat(4);
    let seen = |html: &str| {
        let all = text(&format!("{html}<p>{tail}</p>"));
        all.split('\n').next().unwrap().to_owned()
    };
    for (html, expected) in [
        ("<p><b>重点</b>工作", "**重点**工作"),
        ("<p>抓<strong> 重点 </strong>工作", "抓 **重点** 工作"),
        (
            "<p><b>重</b><span style='font-weight:700'>点</span>工作",
            "**重点**工作",
        ),
        ("<p><b>重</b>点<b>工作</b>好", "**重**点**工作**好"),
        ("<p><b style='font-weight:normal'>重点</b>工作", "重点工作"),
        (
            "<p><b>重<span style='font-weight:400'>点</span></b>工作",
            "**重**点工作",
        ),
        ("<p><b>5**次</b>工作", "5**次工作"),
        ("<p>*<b>次</b>工作", "*次工作"),
        ("<p>甲<b>：</b>乙", "甲：乙"),
        ("<p><b>整段都加粗</b></p>", "**整段都加粗**"),
        ("<h2><b>标题</b></h2>", "## 标题"),
    ] {
        assert_eq!(seen(html), expected, "{html}");
    }
    let long = "长".repeat(61);
    assert_eq!(seen(&format!("<p><b>{long}</b></p>")), long);
    assert_eq!(text("<p><b>多数都粗</b>少</p>"), "多数都粗少");
}

#[test]
fn mended_nesting_keeps_the_words_in_order() {
    assert_eq!(
        text("<h1><p>甲</p></h1><h2>乙<h2>丙</h2><p>丁<h3>戊"),
        "# 甲\n## 乙\n## 丙\n丁\n### 戊"
    );
    assert_eq!(
        text("<div><b><p>甲</b>乙</div>丙</p></i>丁</td>"),
        "**甲**乙\n丙丁"
    );
    assert_eq!(text("1 < 2 <> <3 </ > a</p"), "1 < 2 <> <3 a");
}
