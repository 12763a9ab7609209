//! What an importer must survive.

use super::*;
use crate::import::tests::lossless::check;

#[test]
fn four_levels_alone_and_run_in() {
    let text = format!(
        "某某镇工作总结\n{0}\n一、主要做法\n（一）抓产业。{0}\n1.建基地。{0}\n2.育龙头。{0}\n（二）抓民生\n{0}\n（1）修路\n{0}\n（2）通水\n{0}\n二、不足\n{0}",
        prose(0)
    );
    let expected = [
        "1 一、主要做法",
        "2 （一）抓产业",
        "3 1.建基地",
        "3 2.育龙头",
        "2 （二）抓民生",
        "4 （1）修路",
        "4 （2）通水",
        "1 二、不足",
    ];
    assert_eq!(outline(&text), expected);
    let imported = check(&text);
    assert_eq!(imported.report.title(), "某某镇工作总结");
    let run_in: Vec<bool> = imported
        .report
        .sections
        .iter()
        .filter_map(|s| s.node.heading.as_ref())
        .map(|h| h.run_in)
        .collect();
    assert_eq!(
        run_in,
        [false, true, true, true, false, false, false, false]
    );
}

#[test]
fn a_stop_does_not_make_a_heading_run_in() {
    let text = format!(
        "一、总体要求\n（一）指导思想。\n{0}\n（二）工作目标。\n{0}\n二、任务\n{0}",
        prose(1)
    );
    assert_eq!(
        outline(&text),
        [
            "1 一、总体要求",
            "2 （一）指导思想",
            "2 （二）工作目标",
            "1 二、任务"
        ]
    );
    let imported = check(&text);
    assert!(
        imported
            .report
            .plain_text()
            .contains("（一）指导思想。\n今年")
            || imported
                .report
                .plain_text()
                .contains("（一）指导思想。\n镇")
    );
}

#[test]
fn numbers_before_years_and_levels_left_out() {
    let text = format!(
        "一、2011年度工作\n1.2018年任务。{0}\n2．2019年任务。{0}\n二、下步打算\n{0}",
        prose(2)
    );
    assert_eq!(
        outline(&text),
        [
            "1 一、2011年度工作",
            "3 1.2018年任务",
            "3 2．2019年任务",
            "1 二、下步打算"
        ]
    );
}

#[test]
fn items_stay_text() {
    let text = "一、报名条件\n1．年满十八周岁。\n2．身体健康。\n3．从事本工作满3年。\n二、报名材料\n（一）凡符合条件的人员，应当在规定的时间之内携带本人的有效身份证件以及相关材料的原件和复印件到现场办理。\n（二）2012年5月16日起可登录网站打印准考证，逾期不再受理。\n三、其他\n请按时参加。";
    assert_eq!(
        outline(text),
        ["1 一、报名条件", "1 二、报名材料", "1 三、其他"]
    );
    let list = format!(
        "# 工作要点\n## 一、任务\n1. 建章立制\n2. 选树典型\n3. 督促检查\n\n## 二、要求\n{}",
        prose(0)
    );
    assert_eq!(outline(&list), ["1 一、任务", "1 二、要求"]);
}

#[test]
fn marks_as_typed_are_kept_and_right_ones_are_not() {
    let text = format!(
        "一、甲方面\n(一)抓学习。{0}\n（二）抓落实。{0}\n三、乙方面\n{0}",
        prose(0)
    );
    let imported = check(&text);
    let kept: Vec<Option<&str>> = imported
        .report
        .sections
        .iter()
        .filter_map(|s| s.node.heading.as_ref())
        .map(|h| h.source_mark.as_deref())
        .collect();
    assert_eq!(kept, [None, Some("(一)"), None, Some("三、")]);
}

#[test]
fn a_report_on_one_line_opens_with_its_headings() {
    let parts = [
        "某某局学习教育总结".to_owned(),
        prose(0),
        "一、主要做法".into(),
        format!("（一）抓实学习。{}", prose(1)),
        format!("（二）办好实事。{}", prose(2)),
        "二、存在问题和不足".into(),
        prose(3),
        "三、下步工作打算".into(),
        prose(0),
    ];
    let expected = [
        "1 一、主要做法",
        "2 （一）抓实学习",
        "2 （二）办好实事",
        "1 二、存在问题和不足",
        "1 三、下步工作打算",
    ];
    for gap in ["\u{3000}\u{3000}", "\u{A0}\u{A0}\u{A0}\u{A0}", "    "] {
        let line = parts.join(gap);
        assert_eq!(outline(&line), expected, "{gap:?}");
        assert_eq!(check(&line).report.title(), "某某局学习教育总结", "{gap:?}");
    }
    let glued = parts[1..].concat();
    assert_eq!(outline(&glued), expected);
    check(&glued);
    // One blank between, and level 2 alone.
    let spaced = parts[1..].join(" ");
    assert_eq!(outline(&spaced), expected);
}

#[test]
fn gaps_in_a_sentence_and_counting_in_it_part_nothing() {
    let text = "现有在职人员\u{3000}\u{3000}人，其中党员\u{3000}\u{3000}人，占比\u{3000}\u{3000}%，主要承担全市的规划、建设和管理工作，下设三个科室。";
    let imported = check(text);
    assert_eq!(imported.report.sections.len(), 1);
    assert_eq!(imported.report.sections[0].text, text);
    let text = "要抓好三件事：一、二、三产业融合；（一）、（二）两项并行；1、2号楼改造，做到进度、质量、安全三不误，并于年底之前全部完成验收工作。";
    assert!(outline(text).is_empty());
}

#[test]
fn a_table_of_contents_is_text() {
    let toc = "目录\n一、工作背景\n二、工作安排\n1.前期准备\n三、经费预算\n";
    let text = format!(
        "{toc}一、工作背景\n{0}\n二、工作安排\n1.前期准备\n{0}\n2.现场组织\n{0}\n三、经费预算\n{0}",
        prose(0)
    );
    let expected = [
        "1 一、工作背景",
        "1 二、工作安排",
        "3 1.前期准备",
        "3 2.现场组织",
        "1 三、经费预算",
    ];
    assert_eq!(outline(&text), expected);
    assert_eq!(outline(text.strip_prefix("目录\n").unwrap()), expected);
    check(&text);
}

#[test]
fn titles_over_lines_late_and_absent() {
    let wrapped = format!(
        "某某市人民政府办公室\n关于进一步加强校外托管\n机构管理工作的通知\n某政办发〔2020〕12号\n各县（区）人民政府，市直各部门：\n{0}\n一、提高认识。{0}\n二、落实责任。{0}\n某某市人民政府办公室\n2020年5月6日",
        prose(0)
    );
    let imported = check(&wrapped);
    assert_eq!(
        parts(&imported, Role::Title),
        ["某某市人民政府办公室\n关于进一步加强校外托管\n机构管理工作的通知"]
    );
    assert_eq!(
        parts(&imported, Role::Addressee),
        ["各县（区）人民政府，市直各部门："]
    );
    assert_eq!(parts(&imported, Role::Signature), ["某某市人民政府办公室"]);
    assert_eq!(parts(&imported, Role::Date), ["2020年5月6日"]);

    let late = format!(
        "{0}\n{0}\n{0}\n春潮涌动 万象更新\n——某某区推进城市更新工作纪实\n凝心聚力 绘就新蓝图\n{0}\n真抓实干 展现新作为\n{0}",
        prose(1)
    );
    let imported = check(&late);
    assert_eq!(imported.report.title(), "春潮涌动 万象更新");
    assert_eq!(
        parts(&imported, Role::Subtitle),
        ["——某某区推进城市更新工作纪实"]
    );
    assert_eq!(
        outline(&late),
        ["N1 凝心聚力 绘就新蓝图", "N1 真抓实干 展现新作为"]
    );

    let none = format!("{0}\n一、主要工作\n{0}", prose(2));
    assert_eq!(check(&none).report.title(), "");
}

#[test]
fn signature_and_date_before_an_attached_plan() {
    let text = format!(
        "关于印发工作方案的通知\n各村（社区）：\n{0}\n某某镇人民政府\n2022年3月1日\n某某镇环境整治工作方案\n{0}\n一、目标\n{0}\n二、步骤\n{0}",
        prose(0)
    );
    let imported = check(&text);
    assert_eq!(
        parts(&imported, Role::Title),
        ["关于印发工作方案的通知", "某某镇环境整治工作方案"]
    );
    assert_eq!(parts(&imported, Role::Date), ["2022年3月1日"]);
    assert_eq!(parts(&imported, Role::Signature), ["某某镇人民政府"]);
}

#[test]
fn markdown_headings_lists_and_front_matter() {
    let text = "---\ntemplate: blank\nfacts:\n  次数: \"3\"\n---\n\n# 活动方案\n\n## 背景\n\n开会{{次数}}次。\n\n- 甲\n  - 乙\n\n| a | b |\n| - | - |\n\n### 细节 ###\n\n```\n# 不是标题\n  缩进\n```\n\n## 预算\n\n略。\n";
    let imported = check(text);
    assert_eq!(imported.facts.value("次数"), Some("3"));
    assert_eq!(imported.report.title(), "活动方案");
    assert_eq!(outline(text), ["1 背景", "2 细节", "1 预算"]);
    let texts: Vec<&str> = imported
        .report
        .sections
        .iter()
        .map(|s| s.text.as_str())
        .collect();
    assert_eq!(
        texts,
        [
            "活动方案",
            "开会{{次数}}次。\n- 甲\n  - 乙\n| a | b |\n| - | - |",
            "```\n# 不是标题\n  缩进\n```",
            "略。"
        ]
    );
    let unknown = "---\ntags: [x]\n---\n# 题目\n\n正文在这里。";
    assert!(
        check(unknown).report.sections[0]
            .text
            .starts_with("---\ntags: [x]\n---")
    );
}

#[test]
fn masks_are_no_bold() {
    let text = format!(
        "**局坚持把学习放在首位，开会**次。\n一、做法\n**将学习抓在日常。{0}\n**期，内容**项\n二、不足\n{0}",
        prose(0)
    );
    assert_eq!(outline(&text), ["1 一、做法", "1 二、不足"]);
    assert!(
        check(&text)
            .report
            .plain_text()
            .contains("**局坚持把学习放在首位，开会**次。")
    );
}

#[test]
fn long_texts_open_fast() {
    let whole = format!("一、情况\n（一）抓学习。{0}\n1.排查。{0}\n{0}\n", prose(0));
    let line = format!(
        "一、情况　　（一）抓学习。{0}1.排查。{0}二、问题{0}",
        prose(0)
    );
    let texts = [
        whole.repeat(1_000),
        line.repeat(1_000),
        "（".repeat(400_000),
        "一".repeat(400_000),
        "1.".repeat(300_000),
        "零".repeat(400_000),
        "“".repeat(400_000),
        " ".repeat(400_000),
        "一、\u{3000}\u{3000}".repeat(100_000),
        "**1.".repeat(200_000),
        "# ".repeat(300_000),
        "一、甲\n".repeat(60_000),
        "（一）甲\n".repeat(60_000),
        "目录\n一、甲\n".repeat(30_000),
        "甲乙 丙丁\n".repeat(60_000),
        "2021年1月1日\n".repeat(60_000),
        "。（一）".repeat(100_000),
        "■甲\n■乙\n".repeat(40_000),
        "#".repeat(400_000),
        "----".repeat(100_000),
    ];
    for text in texts {
        let begin = std::time::Instant::now();
        let sections = import_text(&text).report.sections.len();
        let spent = begin.elapsed();
        let head: String = text.chars().take(12).collect();
        // Generous for a build without optimisation on a busy machine: what is not linear takes minutes.
        assert!(
            spent.as_secs() < 20,
            "{head}: {sections} sections, {spent:?}"
        );
    }
}

#[test]
fn counting_inside_a_paragraph_of_a_lined_report_is_text() {
    let text = format!(
        "一、总体情况\n主要做了三件事。一、修路。投入资金五十万元，修通村道三公里。二、通水。铺设管网五公里，解决两百户饮水问题。\n二、下步打算\n{0}",
        prose(0)
    );
    assert_eq!(outline(&text), ["1 一、总体情况", "1 二、下步打算"]);
    check(&text);
}

#[test]
fn numbered_statements_are_items() {
    let text = format!(
        "一、完成情况\n（一）今年以来完成投资五亿元。{0}\n（二）截至目前已开工三个项目。{0}\n二、下步打算\n（一）抓前期。{0}\n（二）抓进度。{0}",
        prose(0)
    );
    let expected = [
        "1 一、完成情况",
        "1 二、下步打算",
        "2 （一）抓前期",
        "2 （二）抓进度",
    ];
    assert_eq!(outline(&text), expected);
    check(&text);
}
