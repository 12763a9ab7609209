//! Heads without a number, chapters, and titles that nothing but a sign parts from their text.

use super::*;
use crate::import::tests::lossless::check;

/// A feature: its title, then each line with a paragraph below it; a `/` parts two lines that stand right
/// below one another.
fn feature(lines: &[&str]) -> String {
    let mut text = format!("春到某某\n——某某县发展纪实\n{}\n", prose(0));
    for (n, line) in lines.iter().enumerate() {
        text.push_str(&line.replace('/', "\n"));
        text.push('\n');
        text.push_str(&prose(n));
        text.push('\n');
    }
    check(&text);
    text
}

#[test]
fn a_single_head_is_two_balanced_clauses() {
    assert_eq!(
        outline(&feature(&["管护有方，水渠焕新颜"])),
        ["N1 管护有方，水渠焕新颜"]
    );
    // A caption, and a line that is quoted after a colon.
    assert!(outline(&feature(&["村民在新渠边浇地"])).is_empty());
    assert!(outline(&feature(&["各位代表，同志们"])).is_empty());
    let quoted = format!(
        "春到某某\n{}碑上写着：\n渠水长流，恩情难忘\n{}",
        prose(0),
        prose(1)
    );
    assert!(outline(&quoted).is_empty());
}

#[test]
fn even_lines_are_heads_although_each_has_one_paragraph() {
    let even = ["产业振兴有“钱”景", "乡风文明有“颜值”", "治理有效有“温度”"];
    assert_eq!(outline(&feature(&even)).len(), 3);
    assert_eq!(outline(&feature(&["把脉", "开方", "除病"])).len(), 3);
    assert_eq!(
        outline(&feature(&["产业兴 百姓富", "生态美 家园秀"])).len(),
        2
    );
    // Captions are as long as they need to be, and names are no heads.
    assert!(outline(&feature(&["丰收", "合作社社员分拣土豆"])).is_empty());
    assert!(outline(&feature(&["王某某 李小四", "张小三 刘小五"])).is_empty());
}

#[test]
fn bare_section_heads_and_sub_heads_are_told_apart() {
    let lines = [
        "优化环境，当好店小二",
        "一份建议解难题",
        "一次走访送温暖",
        "保障民生，做好守护人",
        "追回血汗钱",
        "守住餐桌安全",
    ];
    let levels = |lines: &[&str]| -> String {
        let heads = outline(&feature(lines));
        heads.iter().map(|h| h[..2].to_owned() + " ").collect()
    };
    assert_eq!(levels(&lines), "N1 N2 N2 N1 N2 N2 ");
    let stacked = [
        "一餐热饭/从“吃饱”到“吃好”",
        "从“送餐”到“送暖”",
        "一张病床/家门口看病不难",
        "医养结合更安心",
    ];
    assert_eq!(levels(&stacked), "N1 N2 N2 N1 N2 N2 ");
    // One line of another kind below each head is a caption as likely.
    let captions = [
        "优化环境，当好店小二",
        "干警走访",
        "保障民生，做好守护人",
        "庭审现场",
    ];
    assert_eq!(levels(&captions), "N1 N1 ");
}

#[test]
fn a_label_and_a_clause_make_a_head_unless_people_speak() {
    assert_eq!(
        outline(&feature(&["选择：回到大山", "坚守：三尺讲台"])),
        ["N1 选择：回到大山", "N1 坚守：三尺讲台"]
    );
    let talk = ["老张：今年收成好", "小李：路也修通了", "老张：日子有奔头"];
    assert!(outline(&feature(&talk)).is_empty());
}

#[test]
fn a_caption_may_part_a_head_from_its_text() {
    let lines = ["白衣执甲 逆行出征/图为医疗队出发现场", "党旗飘扬 冲锋在前"];
    assert_eq!(
        outline(&feature(&lines)),
        ["N1 白衣执甲 逆行出征", "N1 党旗飘扬 冲锋在前"]
    );
}

#[test]
fn a_square_before_the_reporter_is_no_head() {
    let text = format!(
        "春到某某\n■本报记者 林某\n{0}\n守住一江清水\n{0}{0}\n换来满山新绿\n{0}{0}\n{0}",
        prose(0)
    );
    assert_eq!(outline(&text), ["N1 守住一江清水", "N1 换来满山新绿"]);
    assert_eq!(parts(&check(&text), Role::Byline), ["■本报记者 林某"]);
}

#[test]
fn chapters_are_level_one_and_articles_are_text() {
    let text = format!(
        "某某学院管理办法\n目录\n第一章 总则1\n第二章 附则2\n第一章 总则\n第一条 为规范管理，制定本办法。\n第二章 附则\n第二条 本办法自发布之日起施行。\n第三章工作已经开展，请各单位落实\n{}",
        prose(0)
    );
    assert_eq!(outline(&text), ["1 第一章 总则", "1 第二章 附则"]);
    check(&text);
    let speech = format!(
        "讲话\n{0}\n第一部分　认清形势，增强信心\n{0}\n一、成绩\n{0}\n第二部分　狠抓落实\n第1节 措施\n{0}",
        prose(0)
    );
    assert_eq!(
        outline(&speech),
        [
            "1 第一部分　认清形势，增强信心",
            "1 一、成绩",
            "1 第二部分　狠抓落实",
            "2 第1节 措施"
        ]
    );
    check(&speech);
    assert!(outline("第一编队抵达\n第二编队返航\n第一章程\n第二章程").is_empty());
    let once = format!("{0}\n第一部分　情况\n{0}", prose(0));
    assert!(outline(&once).is_empty());
}

#[test]
fn decimal_numbers_of_a_plan_are_heads() {
    let text = format!(
        "某某县应急预案\n1 总则\n1.1 编制目的\n{0}\n1.2 适用范围\n{0}\n2 组织体系\n2.1 领导机构\n2.1.1 县应急委\n{0}\n1.5 倍以上的，{0}",
        prose(0)
    );
    let expected = [
        "1 1 总则",
        "2 1.1 编制目的",
        "2 1.2 适用范围",
        "1 2 组织体系",
        "2 2.1 领导机构",
        "3 2.1.1 县应急委",
    ];
    assert_eq!(outline(&text), expected);
    check(&text);
    // A table that was copied.
    assert!(outline("1 农业 12\n1.1 种植业 10\n1.2 养殖业 2\n2 工业 30").is_empty());
    assert!(outline("1 张某\n2 李某\n1.1 版本更新\n1.5 倍增长").is_empty());
    assert!(outline("1 张某\n2 李某\n3 王某").is_empty());
}

#[test]
fn a_long_level_one_has_a_title_before_its_colon_or_blank() {
    let long = prose(2).replace('。', "，");
    let text = format!("一、思想建设：{long}很好。\n二、作风建设　{long}很好。\n三、{long}很好。");
    let heads = outline(&text);
    assert_eq!(heads[..2], ["1 一、思想建设：", "1 二、作风建设"]);
    assert_eq!(heads.len(), 2);
    check(&text);
}

#[test]
fn items_end_the_title_of_a_cut_line() {
    let text = format!(
        "一、主要工作{0}二、存在问题一是进度不快。二是质量不高。三、下步打算{0}",
        prose(0)
    );
    assert_eq!(
        outline(&text),
        ["1 一、主要工作", "1 二、存在问题", "1 三、下步打算"]
    );
    check(&text);
}

#[test]
fn a_bold_title_behind_its_number() {
    let text = format!(
        "## 一、任务\n1. **加强领导。** {0}\n2. **健全制度**。{0}\n3. **狠抓落实**\n{0}\n## 二、清单\n1.**局牵头开会**次。\n2.**局配合检查**家。",
        prose(0)
    );
    let expected = [
        "1 一、任务",
        "3 1. **加强领导",
        "3 2. **健全制度",
        "3 3. **狠抓落实",
        "1 二、清单",
    ];
    assert_eq!(outline(&text), expected);
    let imported = check(&text);
    let heading = |n: usize| {
        imported.report.sections[n]
            .node
            .heading
            .as_ref()
            .map(|h| h.text.as_str())
    };
    assert_eq!(
        (heading(1), heading(3)),
        (Some("加强领导"), Some("狠抓落实"))
    );
}

#[test]
fn leads_of_the_same_make_head_their_paragraphs() {
    let text = format!(
        "某某局帮扶工作见成效\n{0}\n送政策上门，解思想之惑。{0}\n送岗位上门，解就业之忧。{0}\n送温暖上门，解生活之难。{0}",
        prose(0)
    );
    assert_eq!(outline(&text).len(), 3);
    let uneven = text.replace("解就业之忧", "帮助就业");
    assert_eq!(outline(&uneven).len(), 0);
    check(&text);
}
