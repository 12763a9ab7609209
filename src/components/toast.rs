//! A short message at the foot of the page.

use leptos::prelude::*;

use super::button::{button, icon_button};
use crate::state::app::AppState;
use crate::web::dom::{El, dynamic, el, when};

/// The toast; screen readers hear it politely.
pub fn toast(app: AppState) -> El {
    let undo = move || button("plain", "toast-undo", "撤销", move || app.undo());
    let shown = move || {
        let text = app.toast.get()?.text;
        let toast = el("div.toast")
            .testid("toast")
            .child(el("span").child(text))
            .child(when(move || app.can_undo(), undo))
            .child(icon_button("toast-close", "×", "关闭", move || {
                app.toast.set(None);
            }));
        Some(toast)
    };
    el("div.toasts")
        .attrs(&["role=status", "aria-live=polite"])
        .child(dynamic(shown))
}
