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
