//! A place to paste a text that is to be opened as a report.

use leptos::prelude::*;

use crate::state::app::AppState;
use crate::web::page;

/// The dialog; `open` closes it.
#[component]
pub fn PasteDialog(open: RwSignal<bool>) -> impl IntoView {
    let app = expect_context::<AppState>();
    let text = RwSignal::new(String::new());
    page::later(30, || page::focus(".dialog textarea"));
    view! {
        <div class="veil">
            <div
                class="dialog"
                role="dialog"
                aria-modal="true"
                aria-label="粘贴文字"
                on:keydown=move |event| if event.key() == "Escape" { open.set(false) }
            >
                <h2>"粘贴文字"</h2>
                <p class="soft">"从 Word、WPS 或网页复制整篇文字，粘贴在这里。标题、各级小标题会分成节，看不懂的原样留在正文里。"</p>
                <textarea
                    rows="12"
                    aria-label="要打开的文字"
                    data-testid="paste-area"
                    on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
                <div class="dialog-act">
                    <button class="plain" on:click=move |_| open.set(false)>"取消"</button>
                    <button
                        class="primary"
                        data-testid="paste-open"
                        disabled=move || text.with(|t| t.trim().is_empty())
                        on:click=move |_| {
                            open.set(false);
                            app.open_text(&text.get_untracked());
                        }
                    >"打开"</button>
                </div>
            </div>
        </div>
    }
}
