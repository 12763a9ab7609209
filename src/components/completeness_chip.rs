//! How much of what the template asks for is there; a click shows the parts.

use leptos::prelude::*;

use crate::state::workspace::Workspace;

/// The chip in the top bar and its list.
#[component]
pub fn CompletenessChip() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let open = RwSignal::new(false);
    let percent = Memo::new(move |_| {
        workspace
            .completeness
            .with(nigao_core::check::Completeness::percent)
    });
    view! {
        <div class="menu-anchor">
            <button
                class="chip"
                data-testid="completeness"
                data-percent=move || percent.get().to_string()
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
                    <circle cx="9" cy="9" r="7" fill="none" stroke="var(--line-strong)" stroke-width="3"/>
                    <circle
                        cx="9" cy="9" r="7" fill="none" stroke="var(--ok)" stroke-width="3"
                        pathLength="100" stroke-dasharray=move || format!("{} 100", percent.get()) transform="rotate(-90 9 9)"
                    />
                </svg>
                "完成 " <b>{move || percent.get()}"%"</b>
            </button>
            <Show when=move || open.get()>
                <div class="backdrop" on:click=move |_| open.set(false)></div>
                <div class="menu requirements" data-testid="requirements">
                    {move || workspace.completeness.get().requirements.into_iter().map(|requirement| {
                        let slot = requirement.slot.clone();
                        view! {
                            <button class:met=requirement.met on:click=move |_| {
                                open.set(false);
                                if let Some(slot) = &slot { workspace.go_to_slot(slot) }
                            }>
                                <span aria-hidden="true">{if requirement.met { "✓" } else { "○" }}</span>
                                {requirement.label}
                            </button>
                        }
                    }).collect_view()}
                </div>
            </Show>
        </div>
    }
}
