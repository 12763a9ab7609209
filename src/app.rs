//! The frame of the screen: which page is shown, what lies over it, and keys and drops that belong to the window.

use leptos::prelude::*;

use crate::components::{banner, desk, import_review, paste_dialog, start_page, toast};
use crate::state::app::{AppState, Screen};
use crate::state::opening::warm_up;
use crate::web::dom::{El, dynamic, effect, el, keyed, when};
use crate::web::storage::BrowserStorage;
use crate::web::{files, page};

/// The whole app.
pub fn app() -> El {
    let app = AppState::new();
    let pasting = RwSignal::new(false);
    let pasted = RwSignal::new(String::new());
    let dragging = RwSignal::new(false);

    effect(move || {
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
    // Behind the first picture of the page.
    page::later(100, warm_up);
    page::on_closing(BrowserStorage::holds_back);
    page::on_window("paste", move |event| {
        let taken = event.default_prevented() || page::has_dialog() || page::field_has_focus();
        if !taken && app.takes_pastes() && app.open_pasted(event, true) {
            event.prevent_default();
        }
    });

    el("div.app")
        .on("dragover", move |event| {
            if files::drag_of_files(event).is_some() {
                event.prevent_default();
                dragging.set(true);
            }
        })
        .on("dragleave", move |event| {
            if files::leaves_window(event) {
                dragging.set(false);
            }
        })
        .on("drop", move |event| {
            dragging.set(false);
            if let Some(drag) = files::drag_of_files(event) {
                event.prevent_default();
                app.open_dropped(drag);
            }
        })
        .child(banner(app))
        .child(dynamic(move || match app.screen.get() {
            Screen::Start => start_page(app, pasting),
            Screen::Desk(open) => desk(app, *open),
        }))
        .child(when(
            move || pasting.get(),
            move || paste_dialog(app, pasting, pasted),
        ))
        .child(keyed(
            move || {
                let first = app.reviews.with(|all| all.first().map(|opened| opened.id));
                first.map(|id| id.to_string()).into_iter().collect()
            },
            move |_| import_review(app).into(),
        ))
        .child(when(
            move || dragging.get(),
            move || {
                el("div.drop-hint").child(if app.has_desk() {
                    "松开鼠标，放在旁边取用"
                } else {
                    "松开鼠标，打开这个文件"
                })
            },
        ))
        .child(toast(app))
}
