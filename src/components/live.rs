//! Words and classes that follow the state.

use leptos::prelude::*;

/// A text that follows the state. One type for all of them: each closure type of its own costs the wasm 1 to 2 kB.
pub fn live(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// `base`, and `extra` behind it as long as `when` says so.
pub fn class(
    base: &'static str,
    extra: &'static str,
    when: impl Fn() -> bool + Send + Sync + 'static,
) -> Signal<String> {
    live(move || {
        if when() {
            format!("{base} {extra}")
        } else {
            base.to_owned()
        }
    })
}
