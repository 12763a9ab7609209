//! How much of what the template asks for is there; a click shows the parts.

use leptos::prelude::*;
use nigao_core::check::Completeness;

use super::live::live;
use super::menu::menu;
use crate::state::workspace::Workspace;

/// The chip in the top bar and its list.
#[component]
pub fn CompletenessChip() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let open = RwSignal::new(false);
    let percent = move || workspace.completeness.with(Completeness::percent);
    view! {
        <div class="menu-anchor">
            <button
                class="chip"
                data-testid="completeness"
                data-percent=live(move || percent().to_string())
                aria-expanded=live(move || open.get().to_string())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
                    <circle cx="9" cy="9" r="7" fill="none" stroke="var(--line-strong)" stroke-width="3"/>
                    <circle
                        cx="9" cy="9" r="7" fill="none" stroke="var(--ok)" stroke-width="3"
                        pathLength="100" stroke-dasharray=live(move || format!("{} 100", percent())) transform="rotate(-90 9 9)"
                    />
                </svg>
                "完成 " <b>{live(move || format!("{}%", percent()))}</b>
            </button>
            {menu(open, "menu requirements", move || view! {
                <div data-testid="requirements">
                    {move || workspace.completeness.get().requirements.into_iter().map(|requirement| {
                        let slot = requirement.slot;
                        view! {
                            <button class=if requirement.met { "met" } else { "" } on:click=move |_| {
                                open.set(false);
                                if let Some(slot) = &slot { workspace.go_to_slot(slot) }
                            }>
                                <span aria-hidden="true">{if requirement.met { "✓" } else { "○" }}</span>
                                {requirement.label}
                            </button>
                        }
                    }).collect_view()}
                </div>
            }.into_any())}
        </div>
    }
}
