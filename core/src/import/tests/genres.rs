//! Kinds of report, and the template's sections that the found ones fulfil.

use super::*;
use crate::import::tests::lossless::check;
use crate::report::Numbering;

fn slots(imported: &Imported) -> Vec<(&str, &str)> {
    imported
        .report
        .sections
        .iter()
        .map(|s| (s.node.id.0.as_str(), s.node.slot.as_deref().unwrap_or("-")))
        .collect()
}

#[test]
fn a_feature_with_squares_and_sub_heads() {
    let text = format!(
        "潮起东方处 奋楫正当时\n乘风破浪 再启新程\n——某某市深入推进改革开放综述\n本报记者 甲某某 乙某\n{0}\n■高站位谋划开新局\n{0}\n谋定而动 蓝图绘到底\n{0}\n聚力攻坚 项目见真章\n{0}\n■暖民心实事惠万家\n{0}\n问需于民 办好身边事\n{0}\n请继续阅读A2版",
        prose(0)
    );
    let imported = check(&text);
    assert_eq!(imported.report.template, "news-feature");
    assert_eq!(parts(&imported, Role::Kicker), ["潮起东方处 奋楫正当时"]);
    assert_eq!(parts(&imported, Role::Byline), ["本报记者 甲某某 乙某"]);
    let expected = [
        "N1 ■高站位谋划开新局",
        "N2 谋定而动 蓝图绘到底",
        "N2 聚力攻坚 项目见真章",
        "N1 ■暖民心实事惠万家",
        "N2 问需于民 办好身边事",
    ];
    assert_eq!(outline(&text), expected);
    let numbering: Vec<_> = imported
        .report
        .sections
        .iter()
        .filter_map(|s| s.node.heading.as_ref())
        .map(|h| h.numbering)
        .collect();
    assert_eq!(
        numbering,
        [
            Numbering::Square,
            Numbering::Plain,
            Numbering::Plain,
            Numbering::Square,
            Numbering::Plain
        ]
    );
}

#[test]
fn captions_and_broken_lines_are_no_heads() {
    let text = format!(
        "春风又绿江南岸\n——某某县乡村振兴纪实\n{0}\n党建引领 筑牢战斗堡垒\n{0}\n干部群众一起修水渠\n某某村的新茶园\n产业兴旺 拓宽致富门路\n某某乡邀请农业大学的专家教授到田间地头为种植户讲课并且现场示范剪枝技\n\n术要领，很受欢迎。\n{0}\n某村文化广场\n本报记者 甲某 文/图\n图书下乡活动现场",
        prose(1)
    );
    assert_eq!(
        outline(&text),
        ["N1 党建引领 筑牢战斗堡垒", "N1 产业兴旺 拓宽致富门路"]
    );
    let imported = check(&text);
    assert_eq!(parts(&imported, Role::Byline), ["本报记者 甲某 文/图"]);
    assert_eq!(parts(&imported, Role::Captions), ["图书下乡活动现场"]);
}

#[test]
fn first_sentences_that_head_their_paragraphs() {
    let text = format!(
        "扬帆奋进正当时\n——某某区作风建设纪实\n{0}\n压实责任 上下齐动\n{0}\n领导带头学。{0}\n支部跟进学。{0}\n党员主动学。{0}\n为民服务 实事办好\n{0}\n入户走访解难题。{0}\n便民窗口优服务。{0}",
        prose(2)
    );
    let expected = [
        "N1 压实责任 上下齐动",
        "N2 领导带头学",
        "N2 支部跟进学",
        "N2 党员主动学",
        "N1 为民服务 实事办好",
        "N2 入户走访解难题",
        "N2 便民窗口优服务",
    ];
    assert_eq!(outline(&text), expected);
    check(&text);
    // In an official paper such sentences are text.
    let official = format!(
        "一、任务\n{0}\n抓好春耕。{0}\n抓好防汛。{0}\n抓好秋收。{0}\n二、要求\n{0}",
        prose(0)
    );
    assert_eq!(outline(&official), ["1 一、任务", "1 二、要求"]);
}

#[test]
fn bold_lines_head_a_post() {
    let text = format!(
        "红色小院里的课堂\n{0}\n**把课堂搬到田间**\n{0}\n**把故事讲进心里**\n{0}\n文字：甲某\n编辑：乙某",
        prose(3)
    );
    assert_eq!(outline(&text), ["N1 把课堂搬到田间", "N1 把故事讲进心里"]);
    let imported = check(&text);
    assert_eq!(imported.report.template, "news-feature");
    assert_eq!(parts(&imported, Role::Byline), ["文字：甲某\n编辑：乙某"]);
}

#[test]
fn a_study_summary_by_title_and_by_parts() {
    let body = format!(
        "{0}\n一、工作开展情况\n（一）加强组织领导。{0}\n（二）抓实学习研讨。{0}\n二、存在问题和不足\n{0}\n三、下步工作打算\n{0}\n某某局\n2021年12月30日",
        prose(0)
    );
    let titled = check(&format!("某某局学习教育总结\n{body}"));
    assert_eq!(titled.report.template, "study-summary");
    let parts_only = check(&format!("学习教育开展以来，我局高度重视。{body}"));
    assert_eq!(parts_only.report.template, "study-summary");
    assert_eq!(check(&body).report.template, "blank");
    let names: Vec<&str> = slots(&titled).iter().map(|(id, _)| *id).collect();
    assert_eq!(names.first(), Some(&"title"));
    assert_eq!(
        names.iter().collect::<std::collections::HashSet<_>>().len(),
        names.len()
    );
}

#[test]
fn a_speech_and_a_reply() {
    let speech = format!(
        "在全县工作会议上的讲话\n（2023年2月10日）\n同志们：\n{0}\n一、认清形势，增强信心。{0}\n二、突出重点，狠抓落实。{0}\n三、加强领导，务求实效。{0}\n谢谢大家！",
        prose(0)
    );
    assert_eq!(
        outline(&speech),
        [
            "1 一、认清形势，增强信心",
            "1 二、突出重点，狠抓落实",
            "1 三、加强领导，务求实效"
        ]
    );
    let imported = check(&speech);
    assert_eq!(parts(&imported, Role::Addressee), ["同志们："]);
    let reply = format!(
        "对县政协十届二次会议第15号提案的答复\n甲某某委员：\n您提出的关于加强校园周边管理的提案收悉，现答复如下：\n一、加强巡查，规范经营。{0}\n二、疏堵结合，方便群众。{0}\n感谢您对我们工作的关心和支持。\n某某县城市管理局\n二〇二二年六月八日",
        prose(1)
    );
    let imported = check(&reply);
    assert_eq!(parts(&imported, Role::Addressee), ["甲某某委员："]);
    assert_eq!(parts(&imported, Role::Signature), ["某某县城市管理局"]);
    assert_eq!(outline(&reply).len(), 2);
}

#[test]
fn section_heads_over_sub_heads_without_squares() {
    let text = format!(
        "山乡巨变谱新篇\n——某某县乡村建设纪实\n{0}\n产业为基 富了口袋\n一村一品 特色立起来\n{0}\n龙头带动 链条长起来\n{0}\n文化为魂 亮了脑袋\n书屋进村 学习有去处\n{0}",
        prose(0)
    );
    let expected = [
        "N1 产业为基 富了口袋",
        "N2 一村一品 特色立起来",
        "N2 龙头带动 链条长起来",
        "N1 文化为魂 亮了脑袋",
        "N2 书屋进村 学习有去处",
    ];
    assert_eq!(outline(&text), expected);
    check(&text);
}

#[test]
fn heads_may_end_with_a_quoted_word_and_talk_is_none() {
    let text = format!(
        "小院里的大变化\n本报记者 甲某某\n{0}\n“快来看！”\n{0}\n念活绿色“生意经”\n{0}\n走好致富“振兴路”\n{0}",
        prose(1)
    );
    assert_eq!(
        outline(&text),
        ["N1 念活绿色“生意经”", "N1 走好致富“振兴路”"]
    );
    check(&text);
}

#[test]
fn lists_of_attachments_and_values_are_no_headings() {
    let text = format!(
        "关于开展技能竞赛的通知\n各有关单位：\n{0}\n一、竞赛安排\n（一）报名时间：5月3日至5月10日\n（二）竞赛地点：某某职业学校\n二、有关要求\n{0}\n附件：1.报名表\n2.竞赛日程\n某某县总工会\n2021年4月28日",
        prose(2)
    );
    assert_eq!(outline(&text), ["1 一、竞赛安排", "1 二、有关要求"]);
    let imported = check(&text);
    assert_eq!(parts(&imported, Role::Signature), ["某某县总工会"]);
    assert_eq!(
        parts(&imported, Role::Attachments),
        ["附件：1.报名表\n2.竞赛日程"]
    );
    assert_eq!(imported.report.template, "blank");
    // Behind who signs; one alone; and a word in the text, which is none.
    let below = text.replace("附件：1.报名表\n2.竞赛日程\n", "") + "\n附件：竞赛日程";
    assert_eq!(parts(&check(&below), Role::Attachments), ["附件：竞赛日程"]);
    let within = text.replace("附件：1.报名表", &format!("附件：另发。\n{0}{0}", prose(1)));
    assert_eq!(parts(&check(&within), Role::Attachments), [""; 0]);
}

#[test]
fn minutes_and_a_survey() {
    let minutes = format!(
        "某某局办公会议纪要\n时间：2022年6月2日上午\n地点：三楼会议室\n主持：甲某\n出席：乙某、丙某某\n{0}\n一、关于防汛工作。{0}\n二、关于经费使用。会议同意有关意见。{0}\n三、关于人员培训。{0}\n发：各科室",
        prose(0)
    );
    assert_eq!(
        outline(&minutes),
        [
            "1 一、关于防汛工作",
            "1 二、关于经费使用",
            "1 三、关于人员培训"
        ]
    );
    assert_eq!(check(&minutes).report.title(), "某某局办公会议纪要");
    let survey = format!(
        "关于农村养老服务情况的调研报告\n{0}\n一、基本情况\n{0}\n二、存在的主要问题\n（一）设施建设有短板。{0}\n（二）队伍力量较薄弱。{0}\n三、对策建议\n1、加大投入。{0}\n2、建强队伍。{0}",
        prose(3)
    );
    let expected = [
        "1 一、基本情况",
        "1 二、存在的主要问题",
        "2 （一）设施建设有短板",
        "2 （二）队伍力量较薄弱",
        "1 三、对策建议",
        "3 1、加大投入",
        "3 2、建强队伍",
    ];
    assert_eq!(outline(&survey), expected);
    check(&survey);
}

#[test]
fn a_web_page_around_a_notice() {
    let text = format!(
        "当前位置：首页 > 通知公告\n发布时间：2020-03-05  来源：某某网\n关于做好春季防火工作的通知\n各村：\n{0}\n一、加强巡查\n{0}\n二、严格值守\n{0}\n某某镇人民政府\n2020年3月5日\n打印本页 关闭窗口",
        prose(0)
    );
    let imported = check(&text);
    assert_eq!(imported.report.title(), "关于做好春季防火工作的通知");
    assert_eq!(parts(&imported, Role::Addressee), ["各村："]);
    assert_eq!(parts(&imported, Role::Date), ["2020年3月5日"]);
    assert_eq!(outline(&text), ["1 一、加强巡查", "1 二、严格值守"]);
}

#[test]
fn slots_are_found_by_words_and_each_but_once() {
    let text = format!(
        "# 某某局主题教育总结\n{0}\n## 一、主要做法\n{0}\n## 二、存在的问题\n{0}\n## 三、下一步打算\n{0}\n## 四、意见建议\n{0}",
        prose(1)
    );
    let imported = check(&text);
    let template = crate::template::by_id(&imported.report.template).unwrap();
    let mut seen = std::collections::HashSet::new();
    for section in &imported.report.sections {
        let Some(slot) = template.slot_of(&section.node) else {
            assert_eq!(section.node.slot, None);
            continue;
        };
        assert_eq!(
            (slot.role, slot.level),
            (section.node.role, section.node.level())
        );
        assert!(slot.repeatable || seen.insert(&slot.id), "{}", slot.id);
    }
    for (heading, slot) in [
        ("主要做法", "work"),
        ("存在的问题", "problems"),
        ("下一步打算", "plans"),
    ] {
        let section = imported
            .report
            .sections
            .iter()
            .find(|s| s.node.heading.as_ref().is_some_and(|h| h.text == heading));
        if template.slot(slot).is_some() {
            assert_eq!(section.unwrap().node.slot.as_deref(), Some(slot));
        }
    }
}

#[test]
fn the_title_of_a_bulletin_stands_below_its_head() {
    let text = format!(
        "工作简报\n第12期\n某某县委办公室　　　2021年6月3日\n某某镇“三个抓实”推进乡村振兴\n{0}\n抓实组织领导。{0}\n抓实项目建设。{0}\n抓实作风转变。{0}\n报：县委、县政府领导",
        prose(0)
    );
    assert_eq!(check(&text).report.title(), "某某镇“三个抓实”推进乡村振兴");
    assert_eq!(
        outline(&text),
        ["N2 抓实组织领导", "N2 抓实项目建设", "N2 抓实作风转变"]
    );
}

#[test]
fn a_bold_report_in_markdown() {
    let text = format!(
        "**某某局关于工作情况的报告**\n\n某某市人民政府：\n\n{0}\n\n**一、基本情况**\n\n**（一）机构设置。**{0}\n\n**（二）人员情况**。{0}\n\n**二、存在问题**\n\n1. {0}\n2. {0}\n\n特此报告。\n\n某某局\n\n2022年5月5日\n",
        prose(1)
    );
    let imported = check(&text);
    assert_eq!(imported.report.title(), "某某局关于工作情况的报告");
    let expected = [
        "1 一、基本情况",
        "2 （一）机构设置",
        "2 （二）人员情况",
        "1 二、存在问题",
    ];
    assert_eq!(outline(&text), expected);
    assert_eq!(parts(&imported, Role::Signature), ["某某局"]);
}
