//! Markdown with front matter: the template and the facts, then the report as CommonMark with pipe tables.
//!
//! Facts are filled in, as in every other file; their values are in the front matter as well. A heading that is run in
//! is a paragraph with its text, since Markdown knows no heading inside a paragraph.

use std::fmt::Write as _;

use super::layout::{block_start, literal, plain_lines, to_commonmark};
use crate::facts::Facts;
use crate::report::{Heading, Report, Role, Section};

/// The report as a Markdown file.
pub fn file(report: &Report, facts: &Facts) -> String {
    let mut out = front_matter(report, facts);
    for (section, mark) in report.sections.iter().zip(report.marks()) {
        let text = facts.fill(&section.text);
        match section.node.role {
            Role::Lead | Role::Body => body(section, &mark, &text, facts, &mut out),
            Role::Title => {
                let title = plain_lines(&text)
                    .map(literal)
                    .collect::<Vec<_>>()
                    .join(" ");
                heading_line(1, &title, &mut out);
            }
            _ => plain_lines(&text).for_each(|line| block(&block_start(literal(line)), &mut out)),
        }
    }
    out
}

fn body(section: &Section, mark: &str, text: &str, facts: &Facts, out: &mut String) {
    let mut text = to_commonmark(text);
    if let Some(heading) = &section.node.heading {
        let words = facts.fill(&heading.text);
        let words = plain_lines(&words).collect::<Vec<_>>().join(" ");
        let closed = if words.is_empty() {
            words
        } else {
            Heading {
                text: words,
                ..heading.clone()
            }
            .closed()
        };
        let line = literal(&format!("{mark}{closed}"));
        if heading.run_in && !matches!(text.as_bytes().first(), None | Some(b'|' | b'-')) {
            text.insert_str(0, &line);
            text = block_start(text);
        } else {
            heading_line(usize::from(heading.level.clamp(1, 4)) + 1, &line, out);
        }
    }
    block(text.trim_end(), out);
}

fn block(text: &str, out: &mut String) {
    if !text.is_empty() {
        out.push('\n');
        out.push_str(text);
        out.push('\n');
    }
}

fn heading_line(level: usize, words: &str, out: &mut String) {
    if words.is_empty() {
        return;
    }
    let mut line = format!("{} {words}", "#".repeat(level));
    // A row of # at the end would close the heading and not be seen.
    if line.ends_with('#') && line.trim_end_matches('#').ends_with([' ', '\t']) {
        line.insert(line.len() - 1, '\\');
    }
    block(&line, out);
}

fn front_matter(report: &Report, facts: &Facts) -> String {
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
            let html = markdown(
                file(&report, &Facts::default()).trim_start_matches("---\nnigao: 1\n---\n"),
            );
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
            "---\nnigao: 1\n---\n\n1\\. 抓好学习。正文\n"
        );
    }
}
