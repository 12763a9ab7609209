//! What drops down from a button; a click beside it or Escape closes it.

use leptos::prelude::*;

use crate::web::page;

/// The menu with what `content` makes, where `open` says so.
pub fn menu(
    open: RwSignal<bool>,
    class: &'static str,
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    page::on_key(move |key| {
        let closes = key.name == "escape" && open.get_untracked();
        if closes {
            open.set(false);
        }
        closes
    });
    (move || {
        open.get().then(|| {
            view! {
                <div class="backdrop" on:click=move |_| open.set(false)></div>
                <div class=class>{content()}</div>
            }
        })
    })
    .into_any()
}
