//! Buttons that look alike everywhere. Plain functions over boxed actions: one piece of code for all of them in the wasm.

use leptos::prelude::*;

type Action = Box<dyn Fn()>;

/// A button with words on it.
pub fn button(
    class: &'static str,
    testid: &'static str,
    words: &'static str,
    act: impl Fn() + 'static,
) -> AnyView {
    labelled(class, testid, words, "", Box::new(act))
}

/// A button with a sign on it; `name` is what it does, for the tip and for screen readers.
pub fn icon_button(
    testid: &'static str,
    sign: &'static str,
    name: &'static str,
    act: impl Fn() + 'static,
) -> AnyView {
    labelled("icon", testid, sign, name, Box::new(act))
}

fn labelled(
    class: &'static str,
    testid: &'static str,
    words: &'static str,
    name: &'static str,
    act: Action,
) -> AnyView {
    let name = (!name.is_empty()).then_some(name);
    view! {
        <button class=class data-testid=testid title=name aria-label=name on:click=move |_| act()>{words}</button>
    }
    .into_any()
}

/// An entry of a menu: what it is called, and a few words about it.
pub fn menu_item(
    testid: &'static str,
    name: &'static str,
    about: &'static str,
    act: impl Fn() + 'static,
) -> AnyView {
    let act: Action = Box::new(act);
    view! {
        <button data-testid=testid on:click=move |_| act()>
            <b>{name}</b>
            <span class="faint">{about}</span>
        </button>
    }
    .into_any()
}
