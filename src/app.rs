//! The frame of the screen: which page is shown, what lies over it, and keys and drops that belong to the window.

use leptos::prelude::*;

use crate::components::{Banner, Desk, StartPage, Toast, import_review, paste_dialog};
use crate::state::app::{AppState, Screen};
use crate::web::storage::BrowserStorage;
use crate::web::{files, page};

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let app = AppState::new();
    provide_context(app);
    let pasting = RwSignal::new(false);
    let dragging = RwSignal::new(false);

    Effect::new(move || {
        let chosen = app.settings.with(|s| s.theme.clone());
        let theme = if chosen.is_empty() {
            if page::prefers_dark() {
                "dark"
            } else {
                "light"
            }
        } else {
            &chosen
        };
        page::set_theme(theme);
    });
    page::on_closing(BrowserStorage::holds_back);
    page::on_window("paste", move |event| {
        if app.screen.with_untracked(|s| *s == Screen::Start)
            && !page::field_has_focus()
            && app.open_pasted(event, true)
        {
            pasting.set(false);
        }
    });

    view! {
        <div
            class="app"
            on:dragover=move |event| {
                if files::carries_files(&event) {
                    event.prevent_default();
                    dragging.set(true);
                }
            }
            on:dragleave=move |event| {
                if files::leaves_window(&event) {
                    dragging.set(false);
                }
            }
            on:drop=move |event| {
                dragging.set(false);
                if files::carries_files(&event) {
                    event.prevent_default();
                    pasting.set(false);
                    app.open_dropped(&event);
                }
            }
        >
            <Banner/>
            {move || match app.screen.get() {
                Screen::Start => view! { <StartPage pasting/> }.into_any(),
                Screen::Desk(open) => view! { <Desk open=*open/> }.into_any(),
            }}
            {move || pasting.get().then(|| paste_dialog(app, pasting))}
            {move || app.review.get().map(|opened| import_review(app, opened))}
            {move || dragging.get().then(|| view! { <div class="drop-hint">{if app.has_desk() { "松开鼠标，放在旁边取用" } else { "松开鼠标，打开这个文件" }}</div> })}
            <Toast/>
        </div>
    }
}
