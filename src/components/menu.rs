//! What drops down from a button; a click beside it or Escape closes it.

use leptos::prelude::*;

use crate::web::page;

/// The menu, where `open` says so.
#[component]
pub fn Menu(open: RwSignal<bool>, class: &'static str, children: ChildrenFn) -> impl IntoView {
    page::on_key(move |key| {
        let closes = key.key == "escape" && open.get_untracked();
        if closes {
            open.set(false);
        }
        closes
    });
    move || {
        open.get().then(|| {
            view! {
                <div class="backdrop" on:click=move |_| open.set(false)></div>
                <div class=format!("menu {class}")>{children()}</div>
            }
        })
    }
}
