//! A dialog over the page. The browser's own: it keeps the focus in, and Escape closes it.

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
    let dialog = el("dialog.dialog")
        .attr("aria-label", label)
        .testid(testid)
        .on("cancel", move |event| {
            event.prevent_default();
            close();
        });
    page::show_modal(dialog.clone());
    dialog
}
