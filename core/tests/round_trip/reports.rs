//! Reports as people might leave them: of every kind, with sections taken out, added, moved and nested, and with whatever
//! looks like markup in headings and texts.

use nigao_core::facts::Facts;
use nigao_core::report::{Heading, Node, Numbering, Report, Role, Section, SectionId};
use nigao_core::template::{self, Slot};
use nigao_core::text::chars::is_blank;
use proptest::prelude::*;
use proptest::sample::select;

/// Two that are filled and one that is not; the text has the values in other places too.
pub fn facts() -> Facts {
    Facts(
        [("次数", "12"), ("单位", "青石县档案馆"), ("空着", " ")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
    )
}

/// What could be taken for markup, for a mark or for the end of a title.
const NASTY: [&str; 44] = [
    "**次",
    "编发**期",
    "# ",
    "#",
    " ##",
    "1.",
    "1. ",
    "2) ",
    "（一）",
    "一、",
    "■",
    "|",
    "| a |",
    "- ",
    "* ",
    "+ ",
    "> ",
    "`",
    "~",
    "_",
    "____",
    "[",
    "](",
    "<b>",
    "&amp;",
    "!",
    "{{单位}}",
    "{{次数}}",
    "{{人数}}",
    "{{空着}}",
    "12",
    "青石县档案馆",
    "“学”",
    "。",
    "，",
    "：",
    "？",
    ".",
    " ",
    "\u{3000}",
    "——",
    "……",
    "5*8米",
    "张*明",
];
/// What texts have besides.
const WORDS: [&str; 12] = [
    "抓好学习",
    "办好实事",
    "开会",
    "**重点**工作",
    "*务必*",
    "[专栏](https://a.example.cn/x_y)",
    "`a*b`",
    "一是学。二是用。",
    "C:\\材料",
    "\\\\10.0.0.1\\共享",
    "\\*",
    "\\_",
];

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![2 => select(&NASTY[..]), 2 => select(&WORDS[..3])];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![2 => select(&NASTY[..]), 2 => select(&WORDS[..])];
    let blanks = select(&["", "\u{3000}\u{3000}", "    "][..]);
    (blanks, prop::collection::vec(piece, 1..6)).prop_map(|(blanks, pieces)| {
        let words = pieces.concat();
        let bare = words.trim_start_matches(is_blank);
        // Odd blanks nest a list's entry where others are above it, and come back as two spaces for each level.
        if bare.starts_with(['-', '*']) {
            bare.to_owned()
        } else {
            blanks.to_owned() + &words
        }
    })
}

fn text() -> impl Strategy<Value = String> {
    let block = prop_oneof![
        6 => line(),
        1 => (line(), line()).prop_map(|(a, b)| format!("- {}甲\n  - {}乙\n* {}丙", a.trim(), b.trim(), a.trim())),
        // A line with a pipe right below a table is a row of it, whether a blank line parted them or not.
        1 => select(&["| 项目 | 数 |\n|---|--:|\n|会议|{{次数}}|\n| **次 | 12 |\n后文。", "|a|\n| :-: |\n|张*明|\n后文。"][..]).prop_map(str::to_owned),
    ];
    (
        prop::collection::vec(block, 0..5),
        select(&["\n", "\n\n", "\r\n", " \n"][..]),
    )
        .prop_map(|(blocks, end)| blocks.join(end))
}

fn heading() -> impl Strategy<Value = Heading> {
    let numbering = select(
        &[
            Numbering::Official,
            Numbering::Official,
            Numbering::Square,
            Numbering::Plain,
        ][..],
    );
    let mark = select(
        &[
            None,
            None,
            None,
            Some("三、"),
            Some("（四）"),
            Some("5．"),
            Some("1."),
            Some("◆"),
            Some(""),
        ][..],
    );
    (words(), 1..=4_u8, numbering, any::<bool>(), mark).prop_map(
        |(text, level, numbering, run_in, mark)| Heading {
            text,
            level,
            numbering,
            run_in,
            source_mark: mark.map(str::to_owned),
        },
    )
}

fn section(slot: Option<&'static Slot>) -> impl Strategy<Value = Section> {
    let role = slot.map_or(Role::Body, |slot| slot.role);
    (heading(), text(), any::<bool>()).prop_map(move |(mut heading, text, usual)| {
        if let (true, Some(slot)) = (usual, slot) {
            heading = Heading {
                text: slot.heading.clone(),
                level: slot.level.max(1),
                numbering: slot.numbering,
                source_mark: None,
                ..heading
            };
        }
        let node = Node {
            id: SectionId(String::new()),
            slot: slot.map(|slot| slot.id.clone()),
            role,
            heading: (role == Role::Body).then_some(heading),
            origin: None,
        };
        Section { node, text }
    })
}

/// A report of one of the built-in kinds, or of a kind that is not known here.
pub fn report() -> impl Strategy<Value = Report> {
    let kinds: Vec<_> = template::builtin().iter().collect();
    select(kinds).prop_flat_map(|kind| {
        let slots = prop::sample::subsequence(
            kind.sections.iter().collect::<Vec<_>>(),
            0..=kind.sections.len(),
        );
        let taken = slots.prop_flat_map(|slots| {
            slots
                .into_iter()
                .map(|slot| section(Some(slot)).boxed())
                .collect::<Vec<_>>()
        });
        let again = select(kind.sections.iter().collect::<Vec<_>>())
            .prop_flat_map(|slot| section(Some(slot)));
        let added = prop::collection::vec(prop_oneof![section(None), again], 0..4);
        let moved = prop_oneof![Just(None), any::<prop::sample::Index>().prop_map(Some)];
        (
            taken,
            added,
            moved,
            select(vec![kind.id.clone(), "另一种".to_owned()]),
        )
            .prop_map(|(mut sections, added, moved, template)| {
                sections.extend(added);
                if let Some(index) = moved.filter(|_| !sections.is_empty()) {
                    let at = index.index(sections.len());
                    sections.rotate_left(at);
                }
                named(Report { template, sections })
            })
    })
}

/// The same with ids as the app gives them.
fn named(mut report: Report) -> Report {
    for i in 0..report.sections.len() {
        let node = &report.sections[i].node;
        let id = report.fresh_id(node.slot.as_deref().unwrap_or("part"));
        report.sections[i].node.id = id;
    }
    report
}

/// Words of headings as people write them.
const HEADINGS: [&str; 8] = [
    "主要做法",
    "加强组织领导",
    "抓实学习研讨，入脑入心",
    "在“实”字上下功夫",
    "办好{{次数}}件实事",
    "存在问题和不足",
    "开会**次、编发**期",
    "下步工作打算",
];
/// Paragraphs as people write them; each is a sentence, or more.
const PROSE: [&str; 7] = [
    "读书月活动开展以来，{{单位}}召开会议{{次数}}次，编发简报**期，参加12人次。",
    "\u{3000}\u{3000}一是领导**带头**学。二是干部跟着学。三是大家一起学。",
    "一是学得不深。\n二是用得不够。",
    "- 延长开放时间\n- 送档进村\n  - 北坡村5*8米展板2块",
    "情况见下表：\n| 项目 | 数 |\n| --- | --: |\n| 会议 | {{次数}} |\n以上数字截至月底。",
    "某干部张*明说：“办事比过去方便了。”",
    "联系人见____，网址见[专栏](https://a.example.cn/x_y)。",
];

/// A report of an ordinary form: one heading under another, each with text or with headings under it.
///
/// `numbered`: an official paper with 一、（一）1.（1）and headings that may run in; else a newspaper's with ■ and bare lines.
pub fn ordinary(numbered: bool) -> impl Strategy<Value = Report> {
    let texts =
        || prop::collection::vec(select(&PROSE[..]), 1..4).prop_map(|lines| lines.join("\n"));
    let deepest = if numbered { 4 } else { 2_u8 };
    let section = (
        select(&HEADINGS[..]),
        1..=deepest,
        texts(),
        any::<bool>(),
        any::<bool>(),
    );
    (texts(), prop::collection::vec(section, 1..9)).prop_map(move |(lead, found)| {
        let mut sections = vec![
            part("title", Role::Title, "{{单位}}读书月学习总结"),
            part("lead", Role::Lead, &lead),
        ];
        let mut level = 0;
        for (i, (words, wanted, text, run_in, silent)) in found.iter().enumerate() {
            level = (*wanted).min(level + 1);
            let has_children = found.get(i + 1).is_some_and(|next| next.1 > level);
            let numbering = match (numbered, level) {
                (true, _) => Numbering::Official,
                (false, 1) => Numbering::Square,
                (false, _) => Numbering::Plain,
            };
            let mut section = part(
                "section",
                Role::Body,
                if has_children && *silent { "" } else { text },
            );
            section.node.heading = Some(Heading {
                text: (*words).to_owned(),
                level,
                numbering,
                run_in: numbered && *run_in && level > 1,
                source_mark: None,
            });
            sections.push(section);
        }
        sections.push(part("signature", Role::Signature, "{{单位}}"));
        sections.push(part("date", Role::Date, "2030年6月5日"));
        let template = if numbered { "blank" } else { "news-feature" }.to_owned();
        named(Report { template, sections })
    })
}

fn part(slot: &str, role: Role, text: &str) -> Section {
    let node = Node {
        id: SectionId(String::new()),
        slot: Some(slot.to_owned()),
        role,
        heading: None,
        origin: None,
    };
    Section {
        node,
        text: text.to_owned(),
    }
}
