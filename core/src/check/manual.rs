//! The manual of checks: read from the heads of the rules' files, written as `docs/rules.md`.
//!
//! A rule's file begins with `//!` lines under five headings: 检查什么, 为什么, 反例, 正例, 例外. The lines of 反例 and 正例
//! begin with `- `, are run as tests, and write a line end as `⏎`. Nothing here reads files, and the program itself
//! carries none of it.
//!
//! An example of a rule across sections is a whole report: its sections are parted by ` / `, each is `NAME：TEXT`, where
//! NAME is a heading with its mark (`一、` or `（一）`) or the name of a part without a heading (标题, 导语). The template of
//! these examples asks for a title of at most 30 characters, for 工作情况 of at least 10 characters and two items, and for
//! 存在问题.

use std::fmt::Write as _;

use super::{Group, Meta, Severity};

/// The head of a rule's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manual {
    /// 检查什么.
    pub what: String,
    /// 为什么.
    pub why: String,
    /// 反例: each gives just one finding of the rule.
    pub wrong: Vec<String>,
    /// 正例: none gives a finding of the rule.
    pub right: Vec<String>,
    /// 例外.
    pub exceptions: String,
}

const HEADINGS: [&str; 5] = ["检查什么", "为什么", "反例", "正例", "例外"];

impl Manual {
    /// Reads the head of a rule's file; the error says what is missing.
    pub fn parse(source: &str) -> Result<Self, String> {
        let mut parts: Vec<Vec<&str>> = Vec::new();
        for line in source
            .lines()
            .map_while(|l| l.strip_prefix("//!"))
            .map(str::trim)
        {
            if let Some(heading) = line.strip_prefix("# ") {
                match HEADINGS.get(parts.len()) {
                    Some(expected) if *expected == heading => parts.push(Vec::new()),
                    Some(expected) => {
                        return Err(format!(
                            "「{heading}」 stands where 「{expected}」 was expected"
                        ));
                    }
                    None => return Err(format!("「{heading}」 is one heading too many")),
                }
            } else if let Some(part) = parts.last_mut().filter(|_| !line.is_empty()) {
                part.push(line);
            }
        }
        if let Some(missing) = HEADINGS.get(parts.len()) {
            return Err(format!("「{missing}」 is missing"));
        }
        if let Some(empty) = parts.iter().position(Vec::is_empty) {
            return Err(format!("「{}」 says nothing", HEADINGS[empty]));
        }
        let examples = |lines: &[&str]| {
            lines
                .iter()
                .map(|l| {
                    l.strip_prefix("- ")
                        .map(str::to_owned)
                        .ok_or_else(|| format!("「{l}」 is no list line"))
                })
                .collect::<Result<Vec<_>, _>>()
        };
        Ok(Manual {
            what: parts[0].concat(),
            why: parts[1].concat(),
            wrong: examples(&parts[2])?,
            right: examples(&parts[3])?,
            exceptions: parts[4].concat(),
        })
    }
}

/// A rule's file, from the folder of the crate: `src/check/rules/placeholder/letter_x.rs`.
pub fn file(meta: &Meta) -> String {
    format!(
        "src/check/rules/{}/{}.rs",
        group_folder(meta.group),
        meta.id.replace('-', "_")
    )
}

/// The page `docs/rules.md`, from the rules in the order given.
pub fn page(rules: &[(&Meta, Manual)]) -> String {
    let mut out = String::from(
        "# 检查规则\n\n本页由 `cargo xtask codegen` 从规则源文件生成，请勿手改。\n\n\
         每条规则的反例恰好引出一处提示，正例不引出提示；例子都作为测试运行。“⏎”表示换行。\
         整篇的例子用“ / ”隔开各部分，每部分写作“名称：内容”；所用的模板要求标题不超过30字，\
         “工作情况”不少于10字、分成两条，还要有“存在问题”。\n",
    );
    let mut group = None;
    for (meta, manual) in rules {
        if group != Some(meta.group) {
            group = Some(meta.group);
            let _ = write!(out, "\n## {}\n", group_name(meta.group));
        }
        let _ = write!(
            out,
            "\n### {}\n\n`{}` · {}\n\n**检查什么**　{}\n\n**为什么**　{}\n",
            meta.name,
            meta.id,
            severity_name(meta.severity),
            escaped(&manual.what),
            escaped(&manual.why)
        );
        for (heading, examples) in [("反例", &manual.wrong), ("正例", &manual.right)] {
            let _ = write!(out, "\n**{heading}**\n\n");
            for example in examples {
                let _ = writeln!(out, "- `{example}`");
            }
        }
        let _ = write!(out, "\n**例外**　{}\n", escaped(&manual.exceptions));
    }
    out
}

/// The text with Markdown's own signs shown as they are.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '*' | '_' | '[' | ']' | '<' | '`' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

const fn group_folder(group: Group) -> &'static str {
    match group {
        Group::Completeness => "completeness",
        Group::Placeholder => "placeholder",
        Group::Consistency => "consistency",
        Group::Wording => "wording",
        Group::Punctuation => "punctuation",
        Group::Privacy => "privacy",
    }
}

const fn group_name(group: Group) -> &'static str {
    match group {
        Group::Completeness => "结构是否完整",
        Group::Placeholder => "是否还有没填的内容",
        Group::Consistency => "前后是否一致",
        Group::Wording => "用词",
        Group::Punctuation => "标点和数字",
        Group::Privacy => "不宜外传的内容",
    }
}

const fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "必错",
        Severity::Warning => "疑似",
        Severity::Hint => "提示",
    }
}
