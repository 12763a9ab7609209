//! Which template files load, and what is said of those that do not.

use super::super::*;
use crate::report::Numbering;

/// The smallest template: one section without a heading, one with.
const SMALL: &str = r#"nigao = 1
id = "small"
name = "小样"
summary = "测试用"
version = 1

[[sections]]
id = "title"
name = "标题"
role = "title"
guidance = "写标题。"

[[sections]]
id = "part"
name = "部分"
role = "body"
level = 1
guidance = "写正文。"
"#;

fn parse(old: &str, new: &str) -> Result<Template, TemplateError> {
    assert_eq!(
        SMALL.matches(old).count(),
        1,
        "{old} must stand once in the sample"
    );
    Template::parse(&SMALL.replace(old, new))
}

fn form(result: Result<Template, TemplateError>) -> (Option<usize>, String) {
    match result {
        Err(TemplateError::Form { line, detail }) => (line, detail),
        other => panic!("a refusal of the form was due: {other:?}"),
    }
}

#[test]
fn keys_that_are_left_out_have_plain_defaults() {
    let template = Template::parse(SMALL).unwrap();
    let slot = template.slot("part").unwrap();
    assert!(slot.present && !slot.required && !slot.repeatable);
    assert_eq!(
        (slot.chars, slot.min_items, slot.numbering),
        ((0, 0), 0, Numbering::Official)
    );
    assert!(slot.heading.is_empty() && slot.aliases.is_empty() && slot.skeletons.is_empty());
}

#[test]
fn what_is_no_toml_is_refused_with_its_line() {
    assert_eq!(form(parse("version = 1", "version = ")).0, Some(5));
    assert_eq!(
        form(Template::parse("关于开展检查的通知\n各单位：\n")).0,
        Some(1)
    );
    assert!(Template::parse("").is_err());
}

#[test]
fn a_missing_key_is_named_with_its_line() {
    let (line, detail) = form(parse("guidance = \"写正文。\"\n", ""));
    assert!(detail.contains("guidance"), "{detail}");
    assert_eq!(line, Some(13), "the section that lacks it begins there");
}

#[test]
fn an_unknown_key_is_named_with_its_line() {
    let (line, detail) = form(parse("level = 1", "levels = 1"));
    assert!(detail.contains("levels"), "{detail}");
    assert_eq!(line, Some(17));
}

#[test]
fn a_value_of_the_wrong_kind_is_refused_with_its_line() {
    assert_eq!(form(parse("level = 1", "level = \"一\"")).0, Some(17));
    let (line, detail) = form(parse("role = \"body\"", "role = \"chapter\""));
    assert_eq!(line, Some(16));
    assert!(detail.contains("chapter"), "{detail}");
}

#[test]
fn two_sections_with_one_id_are_refused() {
    assert_eq!(
        parse("id = \"part\"", "id = \"title\""),
        Err(TemplateError::DuplicateId("title".to_owned()))
    );
}

#[test]
fn level_and_role_must_agree() {
    let refused = |id: &str| Err(TemplateError::Level(id.to_owned()));
    assert_eq!(parse("level = 1\n", ""), refused("part"));
    assert_eq!(parse("level = 1\n", "level = 5\n"), refused("part"));
    assert_eq!(
        parse("role = \"title\"\n", "role = \"title\"\nlevel = 1\n"),
        refused("title")
    );
}

#[test]
fn a_newer_form_is_told_by_its_number_whatever_else_is_new_in_it() {
    assert_eq!(
        parse("nigao = 1", "nigao = 2"),
        Err(TemplateError::Newer(2))
    );
    assert_eq!(
        parse("nigao = 1", "nigao = 7\ncolour = \"红\""),
        Err(TemplateError::Newer(7))
    );
}

#[test]
fn the_example_in_the_manual_loads() {
    let manual = include_str!("../../../../docs/templates.md");
    let example = manual
        .split("```toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap();
    let template = Template::parse(example).unwrap();
    assert!(template.start().sections.len() > 2);
    // Every key of the form is explained.
    for key in [
        "nigao",
        "id",
        "name",
        "summary",
        "version",
        "facts",
        "hint",
        "sections",
        "role",
        "level",
        "heading",
        "numbering",
        "aliases",
        "required",
        "present",
        "repeatable",
        "chars",
        "min_items",
        "guidance",
        "skeletons",
        "text",
    ] {
        assert!(manual.contains(&format!("| `{key}` |")), "{key}");
    }
}
