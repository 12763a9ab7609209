//! A short message at the foot of the page.

use leptos::prelude::*;

use super::button::{button, icon_button};
use crate::state::app::AppState;

/// The toast; screen readers hear it politely.
#[component]
pub fn Toast() -> impl IntoView {
    let app = expect_context::<AppState>();
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {move || app.toast.get().map(|toast| view! {
                <div class="toast" data-testid="toast">
                    <span>{toast.text}</span>
                    {move || app.can_undo().then(|| button("plain", "toast-undo", "撤销", move || app.undo()))}
                    {icon_button("toast-close", "×", "关闭", move || app.toast.set(None))}
                </div>
            })}
        </div>
    }
}
