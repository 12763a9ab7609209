//! The kinds of report as cards.

use leptos::prelude::*;
use nigao_core::template::builtin;

use crate::state::app::AppState;

/// A card for each built-in template; a click starts a report.
#[component]
pub fn TemplateChooser() -> impl IntoView {
    let app = expect_context::<AppState>();
    let cards = builtin().iter().enumerate().map(|(index, template)| {
        view! {
            <button class="kind" data-testid=format!("template-{}", template.id) on:click=move |_| app.start(template)>
                {sheet_picture(index)}
                <span>
                    <b>{template.name.as_str()}</b>
                    <span class="faint">{template.summary.as_str()}</span>
                </span>
            </button>
        }
    });
    view! { <div class="kinds">{cards.collect_view()}</div> }
}

/// A small sheet with a red title and grey lines, drawn a little differently for each kind.
fn sheet_picture(seed: usize) -> AnyView {
    let lines = (0..7_usize).map(|row| {
        let ends_paragraph = (row + seed).is_multiple_of(3);
        let (x, width) = if ends_paragraph {
            (11, (row * 7 + seed * 5) % 14 + 18)
        } else {
            (8, 36)
        };
        view! { <rect x=x y=20 + row * 6 width=width height="2.4" rx="1" class="sheet-line"/> }
    });
    view! {
        <svg viewBox="0 0 52 68" aria-hidden="true">
            <rect x="14" y="9" width="24" height="4" rx="1" class="sheet-title"/>
            {lines.collect_view()}
        </svg>
    }
    .into_any()
}
