//! Turns the placeholders of one kind into findings. Shared by the placeholder rules, since rules never import rules.

use std::ops::Range;

use super::{Field, Finding, Meta, Place, SectionInput};
use crate::facts;
use crate::text::chars::is_han;
use crate::text::placeholder::{self, Kind, Placeholder};

/// Adds a finding for each placeholder of `kind` in the section; facts that have a value are passed over.
pub(super) fn add(
    meta: &'static Meta,
    kind: Kind,
    advice: &str,
    section: &SectionInput<'_>,
    out: &mut Vec<Finding>,
) {
    let heading = section
        .node
        .heading
        .as_ref()
        .map_or("", |h| h.text.as_str());
    let fields = [
        (Field::Heading, heading, section.heading_placeholders),
        (Field::Text, section.text, section.text_placeholders),
    ];
    for (field, text, found) in fields {
        for Placeholder { span, .. } in found
            .iter()
            .filter(|p| p.kind == kind && !has_value(section, text, p))
        {
            out.push(Finding {
                rule: meta,
                place: Some(Place {
                    section: section.node.id.clone(),
                    field,
                    span: span.clone(),
                }),
                slot: section.node.slot.clone(),
                message: message(kind, text, span),
                advice: advice.to_owned(),
                fix: None,
            });
        }
    }
}

fn has_value(section: &SectionInput<'_>, text: &str, found: &Placeholder) -> bool {
    let reference = facts::Reference {
        span: found.span.clone(),
    };
    found.kind == Kind::Fact && section.facts.value(reference.name(text)).is_some()
}

/// What is left open, named with the measure word or noun after it: “X余次”还没有填。
fn message(kind: Kind, text: &str, span: &Range<usize>) -> String {
    let written = &text[span.clone()];
    match kind {
        Kind::Fact => {
            let name = facts::Reference { span: span.clone() }
                .name(text)
                .to_owned();
            format!("事实“{name}”还没有填")
        }
        Kind::Bracket => format!("“{written}”还没有填"),
        Kind::TodoWord => format!("这里写着“{written}”"),
        Kind::Ellipsis => "这里只有省略号，还没有写内容".to_owned(),
        Kind::Mou => format!("“{}”没有写明", named(text, span)),
        Kind::Gap => format!("“{}”缺了数字", gap_named(text, span)),
        Kind::LetterX | Kind::Asterisk | Kind::Cross | Kind::Circle | Kind::Underscore => {
            format!("“{}”还没有填", named(text, span))
        }
    }
}

/// The placeholder with its measure words, or with the one character that says what kind of name is missing.
fn named<'a>(text: &'a str, span: &Range<usize>) -> &'a str {
    const NAMES_END: &str = "省市县区旗州盟乡镇村局委厅部办院校所站队组处科室司厂店社会年月日";
    let after = &text[span.end..];
    let len = match placeholder::measure_len(after) {
        0 => after
            .chars()
            .next()
            .filter(|c| NAMES_END.contains(*c))
            .map_or(0, char::len_utf8),
        len => len,
    };
    &text[span.start..span.end + len]
}

/// The few characters before the gap, one blank, and its measure words.
fn gap_named(text: &str, span: &Range<usize>) -> String {
    let before: usize = text[..span.start]
        .chars()
        .rev()
        .take(4)
        .take_while(|c| is_han(*c))
        .map(char::len_utf8)
        .sum();
    let after = named(text, &(span.end..span.end));
    format!("{} {after}", &text[span.start - before..span.start])
}
