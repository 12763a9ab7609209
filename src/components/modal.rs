//! A dialog over the page. The browser's own: it keeps the focus in, and Escape closes it.

use leptos::html;
use leptos::prelude::*;

use crate::web::page;

/// A modal dialog named `label` with `content` in it. `close` is called for Escape; when the dialog is gone the focus goes
/// to `opener`, a selector.
pub fn modal(
    label: &'static str,
    testid: &'static str,
    opener: &'static str,
    close: Callback<()>,
    content: AnyView,
) -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            page::show_modal(&dialog);
        }
    });
    on_cleanup(move || page::later(30, move || page::focus(opener)));
    view! {
        <dialog
            node_ref=dialog
            class="dialog"
            aria-label=label
            data-testid=testid
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                close.run(());
            }
        >
            {content}
        </dialog>
    }
    .into_any()
}
