//! Buttons that look alike everywhere.

use crate::web::dom::{El, el};

/// A button with words on it.
pub fn button(class: &str, testid: &str, words: &str, act: impl Fn() + 'static) -> El {
    labelled(class, testid, words).click(act)
}

/// A button with a sign on it; `name` is what it does, for the tip and for screen readers.
pub fn icon_button(testid: &str, sign: &str, name: &str, act: impl Fn() + 'static) -> El {
    labelled("icon", testid, sign)
        .attr("title", name)
        .attr("aria-label", name)
        .click(act)
}

fn labelled(class: &str, testid: &str, words: &str) -> El {
    el("button")
        .attr("class", class)
        .testid(testid)
        .child(words)
}

/// An entry of a menu: what it is called, and a few words about it.
pub fn menu_item(testid: &str, name: &str, about: &str, act: impl Fn() + 'static) -> El {
    el("button")
        .testid(testid)
        .child(el("b").child(name))
        .child(el("span.faint").child(about))
        .click(act)
}
