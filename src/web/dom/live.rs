//! What follows the state.

use leptos::prelude::{RenderEffect, on_cleanup};
use leptos::wasm_bindgen::JsValue;
use web_sys::{Document, Element, HtmlInputElement, Node};

use super::{El, PAGE, View, append};

/// Runs `act` now and again whenever what it read has changed, as long as the current owner lives.
pub fn effect(act: impl FnMut() + 'static) {
    run(Box::new(act));
}

fn run(mut act: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| act());
    on_cleanup(move || drop(effect));
}

/// What is written into an element when the state changes.
enum Slot {
    Attribute(&'static str),
    Text,
    Value,
    Markup,
}

/// Writes only what is new: a screen reader speaks what is written, and a caret would move.
fn follow(node: Node, slot: Slot, words: Box<dyn Fn() -> String>) {
    let mut shown = None;
    effect(move || {
        let now = words();
        if shown.as_ref() == Some(&now) {
            return;
        }
        write(&node, &slot, &now);
        shown = Some(now);
    });
}

fn write(node: &Node, slot: &Slot, words: &str) {
    use leptos::wasm_bindgen::JsCast;
    match slot {
        Slot::Attribute(name) => {
            let _ = node.unchecked_ref::<Element>().set_attribute(name, words);
        }
        Slot::Text => node.set_text_content(Some(words)),
        Slot::Value => {
            // Text areas and selects have the same property.
            let field: &HtmlInputElement = node.unchecked_ref();
            if field.value() != words {
                field.set_value(words);
            }
        }
        Slot::Markup => node.unchecked_ref::<Element>().set_inner_html(words),
    }
}

impl El {
    /// An attribute that follows the state.
    pub fn live(self, name: &'static str, words: impl Fn() -> String + 'static) -> Self {
        self.follows(Slot::Attribute(name), Box::new(words))
    }

    /// Its class follows the state: `base`, and `extra` behind it as long as `holds` says so.
    pub fn class_if(
        self,
        base: &'static str,
        extra: &'static str,
        holds: impl Fn() -> bool + 'static,
    ) -> Self {
        let extra = format!("{base} {extra}");
        self.either("class", extra, base, Box::new(holds))
    }

    /// An attribute that says `true` or `false`.
    pub fn says(self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.either(name, "true".to_owned(), "false", Box::new(holds))
    }

    fn either(
        self,
        name: &'static str,
        so: String,
        not_so: &'static str,
        holds: Box<dyn Fn() -> bool>,
    ) -> Self {
        self.live(name, move || {
            String::from(if holds() { so.as_str() } else { not_so })
        })
    }

    /// A text that follows the state, behind what is in the element.
    pub fn text(self, words: impl Fn() -> String + 'static) -> Self {
        self.ends_with(Box::new(words))
    }

    fn ends_with(self, words: Box<dyn Fn() -> String>) -> Self {
        let text = View::from("");
        follow(text.0.clone(), Slot::Text, words);
        append(&self.0, &text);
        self
    }

    /// What stands in a field follows the state.
    pub fn value(self, words: impl Fn() -> String + 'static) -> Self {
        self.follows(Slot::Value, Box::new(words))
    }

    /// What is in the element follows the state; `markup` is taken as it is.
    pub fn markup(self, markup: impl Fn() -> String + 'static) -> Self {
        self.follows(Slot::Markup, Box::new(markup))
    }

    fn follows(self, slot: Slot, words: Box<dyn Fn() -> String>) -> Self {
        follow(self.0.clone().into(), slot, words);
        self
    }

    /// A property that is on or off: `disabled`, `checked`, `selected`. It is set again at every change of what `holds`
    /// reads, since the person may have changed it meanwhile.
    pub fn flag(self, name: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        set_flag(self.0.clone(), name, Box::new(holds));
        self
    }
}

fn set_flag(element: Element, name: &'static str, holds: Box<dyn Fn() -> bool>) {
    effect(move || {
        let _ = js_sys::Reflect::set(&element, &name.into(), &JsValue::from_bool(holds()));
    });
}

/// Two marks that nobody sees, with room for a view between them; and both in a fragment.
pub(super) fn room() -> (Node, Node, View) {
    let mark = || Node::from(PAGE.with(|page: &Document| page.create_comment("")));
    let (start, end, both) = (mark(), mark(), View::nothing());
    let _ = both.0.append_child(&start);
    let _ = both.0.append_child(&end);
    (start, end, both)
}

/// Puts a view before a node of the page.
pub(super) fn insert(view: &Node, before: &Node) {
    if let Some(parent) = before.parent_node() {
        let _ = parent.insert_before(view, Some(before));
    }
}

/// Calls `act` for each node from `first` to `last`.
pub(super) fn each_between(first: Option<Node>, last: &Node, act: &dyn Fn(&Node)) {
    let mut next = first;
    while let Some(node) = next {
        let is_last = node == *last;
        next = node.next_sibling().filter(|_| !is_last);
        act(&node);
    }
}

/// Takes a node out of the page.
pub(super) fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}

/// A view that is made again whenever what `make` read has changed.
pub fn dynamic<V: Into<View>>(make: impl Fn() -> V + 'static) -> View {
    made_again(Box::new(move || make().into()))
}

fn made_again(make: Box<dyn Fn() -> View>) -> View {
    let (start, end, both) = room();
    effect(move || {
        let view = make();
        let mut former = start.next_sibling().filter(|node| *node != end);
        while let Some(node) = former {
            former = node.next_sibling().filter(|node| *node != end);
            remove(&node);
        }
        insert(&view.0, &end);
    });
    both
}
