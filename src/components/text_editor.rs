//! The text of a section: a native textarea, with a layer behind it that marks what is left to fill in.

use leptos::html;
use leptos::prelude::*;
use nigao_core::check::{Field, SectionCheck, Severity};
use nigao_core::report::SectionId;

use super::live::live;
use crate::state::workspace::{SectionState, Workspace};
use crate::web::{page, text_area};

/// The text field of `section`.
pub fn text_editor(workspace: Workspace, id: &SectionId, section: SectionState) -> AnyView {
    let area = NodeRef::<html::Textarea>::new();
    let text = section.text.clone();
    // Writes back only what came from elsewhere (undo); what was typed is there already.
    Effect::new(move || {
        if let Some(area) = area.get() {
            text.with(|text| text_area::show(&area, text));
        }
    });
    let take = {
        let id = id.clone();
        move |text: String| workspace.type_text(&id, text)
    };
    let (typed, composed, left) = (take.clone(), take.clone(), take);
    let label = {
        let id = id.clone();
        live(move || workspace.label(&id))
    };
    view! {
        <div class="paper">
            {layer(section)}
            <textarea
                id=Workspace::area_id(id)
                node_ref=area
                data-testid="section-text"
                aria-label=label
                rows="1"
                spellcheck="false"
                placeholder="直接动笔，或插入句式再改"
                on:input=move |event| if !page::is_composing(&event) { typed(event_target_value(&event)) }
                on:compositionend=move |event| composed(event_target_value(&event))
                on:blur=move |event| left(event_target_value(&event))
            ></textarea>
        </div>
    }
    .into_any()
}

/// The same text without ink, with what was found marked. It also gives the textarea its height.
fn layer(section: SectionState) -> AnyView {
    let SectionState { text, check, .. } = section;
    let pieces = move || text.with(|text| check.with(|check| pieces(text, check)));
    view! {
        <div class="layer" aria-hidden="true">
            {move || pieces().into_iter().map(|(piece, severity)| {
                let class = match severity {
                    None => "",
                    Some(Severity::Error) => "e",
                    Some(_) => "w",
                };
                view! { <span class=class>{piece}</span> }
            }).collect_view()}
            // A last line that is empty has height only where something stands on it.
            "\u{200B}"
        </div>
    }
    .into_any()
}

/// The text cut where findings begin and end; where two overlap the first one counts.
fn pieces(text: &str, check: &SectionCheck) -> Vec<(String, Option<Severity>)> {
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
            pieces.push((before.to_owned(), None));
        }
        pieces.push((marked.to_owned(), Some(finding.rule.severity)));
        from = end;
    }
    if let Some(rest) = text.get(from..).filter(|rest| !rest.is_empty()) {
        pieces.push((rest.to_owned(), None));
    }
    pieces
}
