//! The text of a section: a native textarea, with a layer behind it that marks what is left to fill in.

use leptos::prelude::*;
use nigao_core::check::{Field, SectionCheck, Severity};
use nigao_core::report::SectionId;

use crate::state::workspace::{SectionState, Workspace};
use crate::web::dom::{El, el, keyed};

/// The text field of `section`.
pub fn text_editor(workspace: Workspace, id: &SectionId, section: SectionState) -> El {
    let text = section.text.clone();
    let (own, labelled) = (id.clone(), id.clone());
    let area = el("textarea")
        .attr("id", &Workspace::area_id(id))
        .testid("section-text")
        .live("aria-label", move || workspace.label(&labelled))
        .attrs(&[
            "rows=1",
            "spellcheck=false",
            "placeholder=直接动笔，或插入句式再改",
        ])
        // Writes back only what came from elsewhere (undo); what was typed is there already.
        .value(move || text.get())
        .typed("blur", move |text| workspace.type_text(&own, text));
    el("div.paper").child(layer(section)).child(area)
}

/// The same text without ink, with what was found marked. It also gives the textarea its height.
fn layer(section: SectionState) -> El {
    let SectionState { text, check, .. } = section;
    let pieces = move || text.with(|text| check.with(|check| pieces(text, check)));
    let piece = |piece: String| {
        let (class, text) = piece.split_once(' ').unwrap_or_default();
        el("span").attr("class", class).child(text).into()
    };
    el("div.layer")
        .attr("aria-hidden", "true")
        .child(keyed(pieces, piece))
        // A last line that is empty has height only where something stands on it.
        .child("\u{200B}")
}

/// The text cut where findings begin and end, each piece behind its class and a blank; where two findings overlap the
/// first one counts.
fn pieces(text: &str, check: &SectionCheck) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for finding in &check.findings {
        let Some(place) = finding
            .place
            .as_ref()
            .filter(|p| p.field == Field::Text && !p.span.is_empty())
        else {
            continue;
        };
        let (start, end) = (place.span.start, place.span.end);
        let (Some(before), Some(marked)) = (text.get(from..start), text.get(start..end)) else {
            continue;
        };
        if !before.is_empty() {
            pieces.push([" ", before].concat());
        }
        let class = match finding.rule.severity {
            Severity::Error => "e ",
            _ => "w ",
        };
        pieces.push([class, marked].concat());
        from = end;
    }
    if let Some(rest) = text.get(from..).filter(|rest| !rest.is_empty()) {
        pieces.push([" ", rest].concat());
    }
    pieces
}
