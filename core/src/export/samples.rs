//! Two invented reports that the exporters' snapshots are made of.

use crate::facts::Facts;
use crate::report::{Heading, Node, Numbering, Report, Role, Section, SectionId};

fn part(role: Role, text: &str) -> Section {
    let node = Node {
        id: SectionId(format!("{role:?}").to_lowercase()),
        slot: None,
        role,
        heading: None,
        origin: None,
    };
    Section {
        node,
        text: text.to_owned(),
    }
}

fn body(numbering: Numbering, level: u8, words: &str, run_in: bool, text: &str) -> Section {
    let heading = Heading {
        text: words.to_owned(),
        level,
        numbering,
        run_in,
        source_mark: None,
    };
    let node = Node {
        id: SectionId(words.to_owned()),
        slot: None,
        role: Role::Body,
        heading: Some(heading),
        origin: None,
    };
    Section {
        node,
        text: text.to_owned(),
    }
}

/// The facts that [`study`] uses, but for one.
pub fn facts() -> Facts {
    Facts(
        [
            ("会议次数".to_owned(), "12".to_owned()),
            ("单位".to_owned(), "青石县档案馆".to_owned()),
        ]
        .into(),
    )
}

/// In the manner of a study summary.
pub fn study() -> Report {
    let official = |level, words: &str, run_in, text: &str| {
        body(Numbering::Official, level, words, run_in, text)
    };
    let table = "整改情况见下表：\n| 问题 | 措施 | 完成数 |\n|---|:-:|--:|\n| 台账不全 | **补录** | 3 |\n| 借阅不便 | 延长开放 | X |";
    Report {
        template: "study-summary".into(),
        sections: vec![
            part(Role::Title, "{{单位}}读书学习活动\n总 结 报 告"),
            part(Role::Addressee, "县读书学习活动办公室："),
            part(
                Role::Lead,
                "\u{3000}\u{3000}活动开展以来，{{单位}}召开专题会议{{会议次数}}次，编发简报**期，内容**项，参加{{人数}}人次。\n    现将有关情况报告如下：",
            ),
            official(1, "工作开展情况", false, ""),
            official(
                2,
                "强化组织领导",
                true,
                "制定方案，明确分工。一是**领导带头**，二是全员参与。\n# 这一行不是标题，____也不是横线。",
            ),
            official(3, "领学", false, "3. 先讲第三点\n1. 再讲第一点"),
            official(
                2,
                "办好实事",
                false,
                "- 延长开放时间\n- 送档进村\n  - 北坡村5*8米展板2块\n详见[专栏](https://archive.example.cn/a_b_c)，联系人张*明。",
            ),
            official(1, "存在问题和不足", false, table),
            official(1, "下步工作打算", false, ""),
            part(Role::Signature, "{{单位}}"),
            part(Role::Date, "2021年7月1日"),
        ],
    }
}

/// In the manner of a newspaper's feature.
pub fn news() -> Report {
    let head = |level, words: &str, text: &str| {
        let numbering = if level == 1 {
            Numbering::Square
        } else {
            Numbering::Plain
        };
        body(numbering, level, words, false, text)
    };
    Report {
        template: "news-feature".into(),
        sections: vec![
            part(Role::Kicker, "青石县探索山区阅读新路"),
            part(Role::Title, "书声起处是乡村"),
            part(Role::Subtitle, "——北坡村农家书屋见闻"),
            part(Role::Byline, "本报记者 某某"),
            part(
                Role::Lead,
                "清晨，北坡村的书屋已经亮灯。“来晚了没座位。”管理员说。",
            ),
            head(1, "一间小屋聚起全村读书人", "小屋原是仓库，XX平方米。"),
            head(2, "夜读", "晚上七点，村民陆续到来。"),
            head(
                1,
                "一册好书带活一方好产业",
                "书里学来的技术，让茶园增收**万元。",
            ),
            part(Role::Captions, "村民在书屋读书。\n茶园里的技术课。"),
            part(Role::Byline, "本报记者 某某 文/图"),
        ],
    }
}
