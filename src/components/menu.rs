//! What drops down from a button; a click beside it or Escape closes it.

use leptos::prelude::*;

use crate::web::dom::{View, el, when};
use crate::web::page;

/// The menu with what `content` makes, where `open` says so.
pub fn menu<V: Into<View>>(
    open: RwSignal<bool>,
    class: &'static str,
    content: impl Fn() -> V + 'static,
) -> View {
    menu_of(open, class, Box::new(move || content().into()))
}

fn menu_of(open: RwSignal<bool>, class: &'static str, content: Box<dyn Fn() -> View>) -> View {
    page::on_key(move |key| {
        let closes = key.name == "escape" && open.get_untracked();
        if closes {
            open.set(false);
        }
        closes
    });
    when(
        move || open.get(),
        move || {
            View::many([
                el("div.backdrop").click(move || open.set(false)),
                el("div").attr("class", class).child(content()),
            ])
        },
    )
}
