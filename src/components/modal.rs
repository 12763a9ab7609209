//! A dialog over the page. The browser's own: it keeps the focus in, and Escape closes it.

use std::rc::Rc;

use leptos::prelude::*;

use crate::web::dom::{El, el};
use crate::web::page;

/// A modal dialog named `label`, for its content to be put in. `close` is called for Escape; when the dialog is gone the
/// focus goes to `opener`, a selector.
pub fn modal(label: &str, testid: &str, opener: &'static str, close: impl Fn() + 'static) -> El {
    named(label, testid, opener, Box::new(close))
}

fn named(label: &str, testid: &str, opener: &'static str, close: Box<dyn Fn()>) -> El {
    on_cleanup(move || page::later(30, move || page::focus(opener)));
    let (close, dialog) = (Rc::new(close), el("dialog.dialog"));
    let (by_key, again) = (close.clone(), dialog.clone());
    let dialog = dialog
        .attr("aria-label", label)
        .testid(testid)
        // New browsers ask by «cancel» only every other time; a key is always asked about.
        .on("keydown", move |event| {
            if page::is_escape(event) {
                event.prevent_default();
                by_key();
            }
        })
        .on("cancel", move |event| {
            event.prevent_default();
            close();
        })
        // It is open as long as it is in the page, whatever closed it.
        .on("close", move |_| page::show_modal(again.clone()));
    page::show_modal(dialog.clone());
    dialog
}
