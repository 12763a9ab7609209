//! A place to paste a text that is to be opened as a report.

use leptos::prelude::*;

use super::button::button;
use super::modal::modal;
use crate::state::app::AppState;

/// The dialog; `open` closes it. Escape does not, once there is a text in it: that would lose it.
pub fn paste_dialog(app: AppState, open: RwSignal<bool>) -> AnyView {
    let text = RwSignal::new(String::new());
    let is_blank = move || text.with(|t| t.trim().is_empty());
    let close = Callback::new(move |()| {
        if untrack(is_blank) {
            open.set(false);
        }
    });
    let content = view! {
        <h2>"粘贴文字"</h2>
        <p class="soft">"从 Word、WPS 或网页复制整篇文字，粘贴在这里。标题、各级小标题会分成节，看不懂的原样留在正文里。"</p>
        <textarea
            rows="12"
            aria-label="要打开的文字"
            data-testid="paste-area"
            on:input=move |event| text.set(event_target_value(&event))
            on:paste=move |event| if app.open_pasted(&event, false) {
                event.prevent_default();
                open.set(false);
            }
        ></textarea>
        <div class="dialog-act">
            <button class="primary" data-testid="paste-open" disabled=is_blank on:click=move |_| {
                open.set(false);
                app.open_text(text.get_untracked());
            }>"打开"</button>
            {button("plain", "paste-cancel", "取消", move || open.set(false))}
        </div>
    };
    modal(
        "粘贴文字",
        "paste-dialog",
        "[data-testid=paste-text]",
        close,
        content.into_any(),
    )
}
