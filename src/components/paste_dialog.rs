//! A place to paste a text that is to be opened as a report.

use leptos::prelude::*;

use super::button::button;
use super::modal::modal;
use crate::state::app::AppState;
use crate::web::dom::{El, el};
use crate::web::page;

/// The dialog; `open` closes it. Its `text` stays until it is opened, also when the dialog is closed meanwhile.
pub fn paste_dialog(app: AppState, open: RwSignal<bool>, text: RwSignal<String>) -> El {
    let is_blank = move || text.with(|t| t.trim().is_empty());
    let close = move || open.set(false);
    let about = "从 Word、WPS 或网页复制整篇文字，粘贴在这里。标题、各级小标题会分成节，看不懂的原样留在正文里。";
    let area = el("textarea")
        .attrs(&[
            "rows=12",
            "aria-label=要打开的文字",
            "data-testid=paste-area",
        ])
        .value(move || text.get())
        .on("input", move |event| text.set(page::value(event)))
        .on("paste", move |event| {
            // Beside what is there already, the browser puts in the plain text.
            if untrack(is_blank) && app.open_pasted(event, false) {
                event.prevent_default();
                open.set(false);
            }
        });
    let accept = move || {
        open.set(false);
        app.open_text(text.get_untracked());
        text.set(String::new());
    };
    modal(
        "粘贴文字",
        "paste-dialog",
        "[data-testid=paste-text]",
        close,
    )
    .child(el("h2").child("粘贴文字"))
    .child(el("p.soft").child(about))
    .child(area)
    .child(
        el("div.dialog-act")
            .child(button("primary", "paste-open", "打开", accept).flag("disabled", is_blank))
            .child(button("plain", "paste-cancel", "取消", move || {
                open.set(false);
            })),
    )
}
