//! Markdown with front matter: the template and the facts, then the report as CommonMark with pipe tables.
//!
//! Facts are filled in, as in every other file; their values are in the front matter as well. A heading that is run in
//! is a paragraph with its text, since Markdown knows no heading inside a paragraph. What Markdown cannot say of the
//! sections is in one line of the front matter ([`Carried`]), so that the file opens as the report that it was.

use std::fmt::Write as _;

use super::layout::{block_start, literal, plain_lines, to_commonmark};
use crate::facts::Facts;
use crate::report::carried::{Carried, STOPS};
use crate::report::{Heading, Report, Role, Section};
use crate::text::escapes::unescaped;

/// The report as a Markdown file.
pub fn file(report: &Report, facts: &Facts) -> String {
    let mut out = String::new();
    let mut sections = String::from("sections:");
    for (section, mark) in report.sections.iter().zip(report.marks()) {
        let mut carried = Carried::new(&section.node);
        let text = filled(&section.text, facts, 'f', &mut carried.said);
        match section.node.role {
            Role::Lead | Role::Body => body(section, &mark, &text, facts, &mut carried, &mut out),
            Role::Title => {
                let mut title = String::new();
                for line in plain_lines(&text) {
                    if !title.is_empty() {
                        let last = title.rfind('\n').unwrap_or_default();
                        carried.said.push(('v', title[last..].matches(' ').count()));
                        title.push('\n');
                    }
                    title.push_str(line);
                }
                let title = literal(&title.replace('\n', " "));
                carried.said.push(('n', heading_line(1, &title, &mut out)));
            }
            _ => {
                let mut lines = 0;
                for line in plain_lines(&text) {
                    block(&block_start(literal(line)), &mut out);
                    lines += 1;
                }
                carried.said.push(('n', lines));
            }
        }
        carried.write(&mut sections);
    }
    front_matter(report, facts, &sections) + &out
}

fn body(
    section: &Section,
    mark: &str,
    typed: &str,
    facts: &Facts,
    carried: &mut Carried,
    out: &mut String,
) {
    let mut text = to_commonmark(typed);
    let lines = text.lines().filter(|line| !line.is_empty()).count();
    carried.said.push(('n', lines));
    if typed.contains('\\') {
        // Without the backslashes that were put here it must mean the same.
        let same = |kept: &usize| to_commonmark(&unescaped(&text, *kept)) == text;
        carried
            .said
            .push(('e', (0..3).find(same).unwrap_or_default()));
    }
    if let Some(heading) = &section.node.heading {
        let words = filled(&heading.text, facts, 'w', &mut carried.said);
        let words = Heading {
            text: plain_lines(&words).collect::<Vec<_>>().join(" "),
            ..heading.clone()
        }
        .closed();
        let mut line = literal(&format!("{mark}{words}"));
        if let Some(mark) = &heading.source_mark {
            carried.said.push(('m', mark.chars().count()));
        }
        if heading.run_in && !matches!(text.as_bytes().first(), None | Some(b'|' | b'-')) {
            carried.said.push(('i', words.matches(STOPS).count()));
            // It would make a picture of a link.
            if line.ends_with('!') {
                line.insert(line.len() - 1, '\\');
            }
            text.insert_str(0, &line);
            text = block_start(text);
        } else {
            let level = usize::from(heading.level.clamp(1, 4)) + 1;
            if heading_line(level, &line, out) == 0 {
                carried.said.push(('z', 0));
            }
            if heading.run_in {
                carried.said.push(('r', 0));
            }
        }
    }
    block(text.trim_end(), out);
}

/// The text with facts filled in, and which they are: for each the places since the last that read the same without
/// naming it, and the fact's number.
fn filled(text: &str, facts: &Facts, letter: char, said: &mut Vec<(char, usize)>) -> String {
    let (out, places) = facts.filled(text);
    let mut last = 0;
    for (place, name) in places {
        let value = &out[place.clone()];
        let same = |i: &usize| out.is_char_boundary(*i) && out[*i..].starts_with(value);
        let before = (last..place.start).filter(same).count();
        if before > 0 {
            said.push(('x', before));
        }
        let fact = facts.0.keys().position(|key| key == name);
        said.push((letter, fact.unwrap_or_default()));
        last = place.end;
    }
    out
}

fn block(text: &str, out: &mut String) {
    if !text.is_empty() {
        out.push('\n');
        out.push_str(text);
        out.push('\n');
    }
}

/// Writes a heading and returns its lines.
fn heading_line(level: usize, words: &str, out: &mut String) -> usize {
    if words.is_empty() {
        return 0;
    }
    let mut line = format!("{} {words}", "#".repeat(level));
    // A row of # at the end would close the heading and not be seen.
    if line.ends_with('#') && line.trim_end_matches('#').ends_with([' ', '\t']) {
        line.insert(line.len() - 1, '\\');
    }
    block(&line, out);
    1
}

fn front_matter(report: &Report, facts: &Facts, sections: &str) -> String {
    let mut out = String::from("---\nnigao: 1\n");
    if !report.template.is_empty() {
        let plain = report
            .template
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b == b'-');
        let id = if plain {
            report.template.clone()
        } else {
            quoted(&report.template)
        };
        out.push_str("template: ");
        out.push_str(&id);
        out.push('\n');
    }
    if !facts.0.is_empty() {
        out.push_str("facts:\n");
        for (name, value) in &facts.0 {
            out.push_str("  ");
            out.push_str(&quoted(name));
            out.push_str(": ");
            out.push_str(&quoted(value));
            out.push('\n');
        }
    }
    if !report.sections.is_empty() {
        out.push_str(sections);
        out.push('\n');
    }
    out.push_str("---\n");
    out
}

/// A YAML double-quoted scalar on one line; it is a JSON string as well.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}') => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::html::markdown;
    use crate::export::samples::{facts, news, study};
    use crate::report::{Node, Numbering, SectionId};

    #[test]
    fn study_summary() {
        insta::assert_snapshot!(file(&study(), &facts()));
    }

    #[test]
    fn news_feature() {
        insta::assert_snapshot!(file(&news(), &Facts::default()));
    }

    #[test]
    fn front_matter_is_quoted() {
        let facts = Facts([("a\": 1".to_owned(), "x\n---\n\u{2028}\"\\".to_owned())].into());
        let report = Report {
            template: "a: b".into(),
            sections: Vec::new(),
        };
        let text = file(&report, &facts);
        let want = "---\nnigao: 1\ntemplate: \"a: b\"\nfacts:\n  \"a\\\": 1\": \"x\\n---\\n\\u2028\\\"\\\\\"\n---\n";
        assert_eq!(text, want);
    }

    fn heading(words: &str, run_in: bool, mark: &str) -> Section {
        let heading = Heading {
            text: words.into(),
            level: 3,
            numbering: Numbering::Official,
            run_in,
            source_mark: Some(mark.to_owned()),
        };
        let node = Node {
            id: SectionId("a".into()),
            slot: None,
            role: Role::Body,
            heading: Some(heading),
            origin: None,
        };
        Section {
            node,
            text: "正文".into(),
        }
    }

    #[test]
    fn any_heading_is_read_as_typed() {
        for words in [
            "**次",
            "# x",
            "x #",
            "x ##",
            "#",
            "##",
            "a#",
            "<b>",
            "[x](http://a)",
            "_x_",
            "`x`",
            "&amp;",
            "x\\",
        ] {
            let report = Report {
                template: String::new(),
                sections: vec![heading(words, false, "")],
            };
            let text = file(&report, &Facts::default());
            let html = markdown(text.split_once("---\n\n").unwrap().1);
            let seen = words
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;");
            assert_eq!(html, format!("<h4>{seen}</h4>\n<p>正文</p>\n"));
        }
    }

    #[test]
    fn a_run_in_heading_is_no_list() {
        let report = Report {
            template: String::new(),
            sections: vec![heading(" 抓好学习", true, "1. ")],
        };
        assert_eq!(
            file(&report, &Facts::default()),
            "---\nnigao: 1\nsections: a=:o3n1m3i1\n---\n\n1\\. 抓好学习。正文\n"
        );
    }
}
