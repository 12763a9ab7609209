//! A short message at the foot of the page.

use leptos::prelude::*;

use crate::state::app::AppState;

/// The toast; screen readers hear it politely.
#[component]
pub fn Toast() -> impl IntoView {
    let app = expect_context::<AppState>();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {move || {
                app.toast.get().map(|text| {
                    view! {
                        <div class="toast" data-testid="toast">
                            <span>{text}</span>
                            <Show when=move || app.can_undo()>
                                <button class="plain" on:click=move |_| app.undo()>"撤销"</button>
                            </Show>
                            <button class="plain" aria-label="关闭" on:click=move |_| app.toast.set(None)>"×"</button>
                        </div>
                    }
                })
            }}
        </div>
    }
}
