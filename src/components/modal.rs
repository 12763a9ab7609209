//! A dialog over the page. The browser's own: it keeps the focus in, and Escape closes it.

use leptos::html;
use leptos::prelude::*;

use crate::web::page;

/// A modal dialog named `label`. `close` is called for Escape; the focus then goes to `opener`, a selector.
#[component]
pub fn Modal(
    label: &'static str,
    testid: &'static str,
    opener: &'static str,
    close: Callback<()>,
    children: Children,
) -> impl IntoView {
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
            {children()}
        </dialog>
    }
}
