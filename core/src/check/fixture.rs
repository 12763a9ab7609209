//! Reports in the notation of the manual's examples (see [`super::manual`]), for tests.

use crate::facts::Facts;
use crate::report::{Heading, Node, Numbering, Report, Role, Section};
use crate::template::Template;

const TEMPLATE: &str = r#"
nigao = 1
id = "example"
name = "总结"
summary = "例子用"
version = 1

[[sections]]
id = "title"
name = "标题"
role = "title"
required = true
chars = [0, 30]
guidance = "写明单位和文种。"

[[sections]]
id = "lead"
name = "导语"
role = "lead"
guidance = "可以不写。"

[[sections]]
id = "work"
name = "工作情况"
role = "body"
level = 1
heading = "工作情况"
required = true
chars = [10, 0]
min_items = 2
guidance = "分条写。"

[[sections]]
id = "problems"
name = "存在问题"
role = "body"
level = 1
heading = "存在问题"
required = true
guidance = "写实在。"

[[sections]]
id = "plan"
name = "下步打算"
role = "body"
level = 1
heading = "下步打算"
present = false
guidance = "可以不写。"
"#;

pub(super) fn template() -> Template {
    Template::parse(TEMPLATE).unwrap()
}

/// The report that `notation` describes.
pub(super) fn report(notation: &str) -> Report {
    let template = template();
    let mut report = Report {
        template: template.id.clone(),
        sections: Vec::new(),
    };
    for piece in notation.split(" / ") {
        let (name, text) = piece
            .split_once('：')
            .unwrap_or_else(|| panic!("{piece}: no ：in it"));
        let (level, words) = match name.split_once('、') {
            Some((_, words)) => (1, words),
            None => name
                .split_once('）')
                .map_or((0, name), |(_, words)| (2, words)),
        };
        let slot = template
            .sections
            .iter()
            .find(|s| s.level == level && s.name == words);
        let role = slot.map_or(if level > 0 { Role::Body } else { Role::Lead }, |s| s.role);
        let heading = (level > 0).then(|| Heading {
            text: words.to_owned(),
            level,
            numbering: Numbering::Official,
            run_in: false,
            source_mark: None,
        });
        let id = report.fresh_id(slot.map_or("section", |s| s.id.as_str()));
        let node = Node {
            id,
            slot: slot.map(|s| s.id.clone()),
            role,
            heading,
            origin: None,
        };
        report.sections.push(Section {
            node,
            text: text.replace('⏎', "\n"),
        });
    }
    report
}

/// One section without a heading.
pub(super) fn section(text: &str) -> Section {
    let node = Node {
        id: crate::report::SectionId("lead".into()),
        slot: None,
        role: Role::Lead,
        heading: None,
        origin: None,
    };
    Section {
        node,
        text: text.replace('⏎', "\n"),
    }
}

pub(super) fn findings(report: &Report) -> Vec<super::Finding> {
    super::check_report(report, &Facts::default(), Some(&template())).0
}
