use super::dialect::resolve;
use super::*;
use crate::report::SectionId;
use crate::text::placeholder::{Kind, Placeholder};

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn paragraphs(typed: &str) -> Vec<String> {
    parse::blocks(&to_commonmark(typed))
        .iter()
        .map(|block| {
            if let Block::Paragraph(line) = block {
                plain(line)
            } else {
                format!("{block:?}")
            }
        })
        .collect()
}

/// Spans of asterisks right before one of these words, as the placeholder scanner gives them.
fn masked(typed: &str) -> Vec<std::ops::Range<usize>> {
    let before = |i: usize| {
        ["次", "项", "期"]
            .iter()
            .any(|unit| typed[i + 2..].starts_with(unit))
    };
    typed
        .match_indices("**")
        .map(|(i, _)| i)
        .filter(|i| before(*i))
        .map(|i| i..i + 2)
        .collect()
}

#[test]
fn every_line_is_a_paragraph_whatever_stands_before_it() {
    let typed = "\u{3000}\u{3000}第一段。\n    第二段。\r\n\t第三段。\n\n\n第四段。\u{3000}";
    assert_eq!(
        paragraphs(typed),
        ["第一段。", "第二段。", "第三段。", "第四段。"]
    );
    assert!(paragraphs(" \n\u{3000}\n").is_empty());
}

#[test]
fn what_a_clerk_types_at_the_start_of_a_line_is_text() {
    for line in [
        "____",
        "***",
        "* * *",
        "---",
        "- - -",
        "- ",
        "===",
        "# 题",
        "##",
        "> 引",
        "+ 加",
        "3. 三",
        "1) 一",
        "2.",
        "~~~",
        "```",
        "<div>",
        "[a]: b",
        "| a |",
        "|---|",
        "____次",
        "12. 十二",
        "<!-- x",
        "&nbsp;甲",
        "[ ] 办",
    ] {
        assert_eq!(
            paragraphs(&format!("前\n{line}\n后")),
            ["前", line.trim_end(), "后"],
            "{line}"
        );
    }
}

#[test]
fn numbers_stay_as_typed_even_out_of_order() {
    assert_eq!(
        paragraphs("3. 三\n3. 又三\n1．一\n2、二"),
        ["3. 三", "3. 又三", "1．一", "2、二"]
    );
}

#[test]
fn marks_within_a_line_that_are_no_markup_stay() {
    for line in [
        "长5*8米、宽3*4米",
        "张*明、李*华",
        "3~5天，2~3次",
        "~~删~~",
        "某_某_某",
        "__粗__",
        "C:\\材料\\a",
        "\\\\10.0.0.1\\共享",
        "[2021](3号)",
        "![图](a.png)",
        "[危](javascript:alert(1))",
        "<http://a.cn>",
        "AT&amp;T",
        "&#35;",
        "a ` b",
        "**",
        "**重点",
        "重点**",
        "** 重点 **",
        "****重点****",
        "x<5，y<z",
        "{{次数}}",
        "末尾\\",
    ] {
        assert_eq!(paragraphs(line), [line], "{line}");
    }
}

#[test]
fn masked_numbers_are_no_bold() {
    for line in [
        "开会**次",
        "编发**期，内容**项",
        "**次**项",
        "共**次、**期和**重点",
    ] {
        let out = resolve(line, &masked(line));
        assert_eq!(out.trim_end(), line.replace('*', "\\*"));
        assert_eq!(parse::seen(&out), line);
    }
    let mixed = "**重点**编发**期，内容**项";
    assert_eq!(
        resolve(mixed, &masked(mixed)),
        "**重点**编发\\*\\*期，内容\\*\\*项\n"
    );
}

#[test]
fn bold_emphasis_code_and_links_work() {
    let blocks = parse::blocks(&to_commonmark(
        "要**抓重点**，*务必* `a*b`，见[网站](https://a.cn/x_y_z)。",
    ));
    let want = vec![
        text("要"),
        Inline::Strong(vec![text("抓重点")]),
        text("，"),
        Inline::Emphasis(vec![text("务必")]),
        text(" "),
        Inline::Code("a*b".into()),
        text("，见"),
        Inline::Link {
            url: "https://a.cn/x_y_z".into(),
            content: vec![text("网站")],
        },
        text("。"),
    ];
    assert_eq!(blocks, [Block::Paragraph(want)]);
}

#[test]
fn a_line_may_begin_with_a_mark() {
    let strong = || vec![Inline::Strong(vec![text("甲")])];
    let blocks = parse::blocks(&to_commonmark("**甲**\n- **甲**\n|**甲**|\n|---|"));
    let [
        Block::Paragraph(line),
        Block::List(items),
        Block::Table { head, .. },
    ] = blocks.as_slice()
    else {
        panic!("{blocks:?}")
    };
    assert_eq!(
        (line, &items[0].line, &head[0]),
        (&strong(), &strong(), &strong())
    );
}

#[test]
fn bold_beside_chinese_punctuation_is_bold() {
    assert_eq!(to_commonmark("**一是：**抓学习"), "**一是**：抓学习\n");
    assert_eq!(to_commonmark("突出**“重点”**内容"), "突出“**重点**”内容\n");
    assert_eq!(to_commonmark("**“重点”**"), "**“重点”**\n");
    assert_eq!(to_commonmark("甲**，**乙"), "甲\\*\\*，\\*\\*乙\n");
}

#[test]
fn lists_keep_their_nesting() {
    let blocks = parse::blocks(&to_commonmark("甲\n- 一\n  * 一之一\n\n- 二\n乙"));
    let item = |depth, words: &str| ListItem {
        depth,
        line: vec![text(words)],
    };
    assert_eq!(
        blocks,
        [
            Block::Paragraph(vec![text("甲")]),
            Block::List(vec![item(0, "一"), item(1, "一之一"), item(0, "二")]),
            Block::Paragraph(vec![text("乙")]),
        ]
    );
}

#[test]
fn a_table_keeps_cells_beyond_its_head() {
    let blocks = parse::blocks(&to_commonmark(
        "| 项目 | 数 |\n|:--|--:|\n| 会议 | `a\\|b` | 多 |\n| 学习 |\n后",
    ));
    let cell = |words: &str| {
        if words.is_empty() {
            Line::new()
        } else {
            vec![text(words)]
        }
    };
    assert_eq!(
        blocks[0],
        Block::Table {
            align: vec![Align::Left, Align::Right, Align::Auto],
            head: vec![cell("项目"), cell("数"), cell("")],
            rows: vec![
                vec![cell("会议"), vec![Inline::Code("a|b".into())], cell("多")],
                vec![cell("学习"), cell(""), cell("")],
            ],
        }
    );
    assert_eq!(blocks[1], Block::Paragraph(vec![text("后")]));
}

fn body(run_in: bool, words: &str, mark: &str, typed: &str) -> Vec<Block> {
    let heading = Heading {
        text: words.into(),
        level: 2,
        numbering: Numbering::Official,
        run_in,
        source_mark: None,
    };
    let node = Node {
        id: SectionId("a".into()),
        slot: None,
        role: Role::Body,
        heading: Some(heading),
        origin: None,
    };
    section(
        &node,
        mark,
        typed,
        &Facts([("次数".to_owned(), "12".to_owned())].into()),
    )
}

#[test]
fn a_run_in_heading_takes_the_first_paragraph_only() {
    let blocks = body(true, "强化领导", "（一）", "开会{{次数}}次。\n第二段。");
    let Block::Heading {
        words,
        body: Some(run_in),
        ..
    } = &blocks[0]
    else {
        panic!("{blocks:?}")
    };
    assert_eq!(
        (plain(words).as_str(), plain(run_in).as_str()),
        ("强化领导。", "开会12次。")
    );
    assert_eq!(blocks[1], Block::Paragraph(vec![text("第二段。")]));
}

#[test]
fn a_run_in_heading_before_a_list_or_nothing_stands_alone() {
    for typed in ["", "- 甲"] {
        let blocks = body(true, "强化领导", "（一）", typed);
        assert!(
            matches!(&blocks[0], Block::Heading { body: None, .. }),
            "{blocks:?}"
        );
    }
    assert!(body(false, " ", "", "").is_empty());
    assert!(
        matches!(&body(true, "", "（一）", "")[0], Block::Heading { words, .. } if words.is_empty())
    );
}

#[test]
fn parts_are_plain_lines() {
    let node = Node {
        id: SectionId("title".into()),
        slot: None,
        role: Role::Title,
        heading: None,
        origin: None,
    };
    let blocks = section(&node, "", "\u{3000}**局\n\n # 总结 \n", &Facts::default());
    let [
        Block::Part {
            role: Role::Title,
            lines,
        },
    ] = blocks.as_slice()
    else {
        panic!("{blocks:?}")
    };
    assert_eq!(
        lines.iter().map(|line| plain(line)).collect::<Vec<_>>(),
        ["**局", "# 总结"]
    );
}

#[test]
fn placeholders_are_cut_out_across_marks() {
    let line = vec![
        text("共X"),
        Inline::Strong(vec![text("X次")]),
        text("，{{甲}}"),
    ];
    let found = [(3..5, Kind::LetterX), (11..18, Kind::Fact)]
        .map(|(span, kind)| Placeholder { span, kind });
    let hole = |words: &str| Inline::Placeholder(words.to_owned());
    assert_eq!(
        parse::mark_placeholders(line, &found),
        [
            text("共"),
            hole("X"),
            Inline::Strong(vec![hole("X"), text("次")]),
            text("，"),
            hole("{{甲}}")
        ]
    );
}

#[test]
fn a_hundred_thousand_marks_do_not_hurt() {
    for piece in [
        "**a ",
        "[",
        "[a](http://",
        "`",
        "- ",
        "*a* ",
        "**(",
        "|",
        "\\",
        "![",
        "``` `",
    ] {
        let line = piece.repeat(100_000 / piece.len());
        let _ = parse::blocks(&to_commonmark(&line));
    }
    let nested = (0..2_000)
        .map(|i| " ".repeat(i * 2) + "- x")
        .collect::<Vec<_>>()
        .join(
            "
",
        );
    assert!(
        matches!(&parse::blocks(&to_commonmark(&nested))[0], Block::List(items) if items.len() == 2_000)
    );
}

#[test]
fn only_four_schemes_are_safe() {
    for url in ["http://a", "HTTPS://a", "mailto:a@b", "tel:1"] {
        assert!(is_safe_link(url), "{url}");
    }
    for url in [
        "javascript:a",
        " http://a",
        "data:x",
        "//a.cn",
        "a.html",
        "#a",
        "",
        "file:///a",
        "java\nscript:a",
        "http:a",
    ] {
        assert!(!is_safe_link(url), "{url}");
    }
}
