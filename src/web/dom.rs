//! Making the page: elements, texts, and the parts of both that follow the state.
//!
//! Everything is made when the program runs, by the same few functions for all views, and every view has the same type.
//! Views as types, one for each shape, made up 40 % of the program. What a view follows, it follows as long as its owner
//! lives: the part of the page that it was made in.

mod list;
mod live;

pub use list::{keyed, when};
pub use live::{dynamic, effect};

use std::rc::Rc;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::StoredValue;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Comment, Document, Element, EventTarget, HtmlElement, Node};

pub use web_sys::Event;

use super::page;

thread_local! {
    static PAGE: Document = web_sys::window()
        .and_then(|window| window.document())
        .expect("views are made in a page");
}

/// A finished piece of the page: an element, a text, or several of them in a fragment.
#[derive(Debug)]
pub struct View(Node);

impl View {
    /// Several pieces, one behind the other.
    pub fn many<V: Into<Self>>(pieces: impl IntoIterator<Item = V>) -> Self {
        let all = Self::nothing();
        for piece in pieces {
            append(&all.0, &piece.into());
        }
        all
    }

    /// Nothing at all.
    pub fn nothing() -> Self {
        Self(PAGE.with(Document::create_document_fragment).into())
    }
}

impl From<El> for View {
    fn from(element: El) -> Self {
        Self(element.0.into())
    }
}

impl From<&str> for View {
    fn from(text: &str) -> Self {
        Self(PAGE.with(|page| page.create_text_node(text)).into())
    }
}

impl From<String> for View {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl<V: Into<Self>> From<Option<V>> for View {
    fn from(view: Option<V>) -> Self {
        view.map_or_else(Self::nothing, Into::into)
    }
}

impl<V: Into<Self>> From<Vec<V>> for View {
    fn from(views: Vec<V>) -> Self {
        Self::many(views)
    }
}

impl<V: Into<Self>, const N: usize> From<[V; N]> for View {
    fn from(views: [V; N]) -> Self {
        Self::many(views)
    }
}

/// Makes the view of the app and puts it into `root`; what is returned holds it there.
pub fn mount(root: &HtmlElement, view: impl FnOnce() -> View + 'static) -> UnmountHandle<Comment> {
    let parent = root.clone();
    mount_to(root.clone(), move || append(&parent, &view()))
}

fn append(parent: &Node, view: &View) {
    // The browser refuses only what cannot be: a node inside itself.
    let _ = parent.append_child(&view.0);
}

/// An element under construction.
#[derive(Debug, Clone)]
pub struct El(Element);

/// A new element: `"span"`, or with its classes, `"span.faint small"`.
pub fn el(kind: &str) -> El {
    make("http://www.w3.org/1999/xhtml", kind)
}

/// A new element of a drawing.
pub fn svg(kind: &str) -> El {
    make("http://www.w3.org/2000/svg", kind)
}

fn make(namespace: &str, kind: &str) -> El {
    let (tag, class) = kind.split_once('.').unwrap_or((kind, ""));
    let element = PAGE
        .with(|page| page.create_element_ns(Some(namespace), tag))
        .map(El)
        .expect("the tag is a name");
    if class.is_empty() {
        element
    } else {
        element.attr("class", class)
    }
}

impl El {
    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        // The browser refuses only what is not a name.
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Sets attributes, each written `name=value`; one without a value is only there.
    pub fn attrs(mut self, attributes: &[&str]) -> Self {
        for attribute in attributes {
            let (name, value) = attribute.split_once('=').unwrap_or((attribute, ""));
            self = self.attr(name, value);
        }
        self
    }

    /// Names the element for those who look for it in the page.
    pub fn testid(self, name: &str) -> Self {
        self.attr("data-testid", name)
    }

    /// Puts something into the element, behind what is in it.
    pub fn child(self, view: impl Into<View>) -> Self {
        append(&self.0, &view.into());
        self
    }

    /// Puts one of each into the element.
    pub fn children<V: Into<View>>(self, views: impl IntoIterator<Item = V>) -> Self {
        for view in views {
            append(&self.0, &view.into());
        }
        self
    }

    /// Calls `act` for an event, as long as the current owner lives.
    pub fn on(self, event: &'static str, act: impl Fn(&Event) + 'static) -> Self {
        self.hears(event, Box::new(act))
    }

    fn hears(self, event: &'static str, act: Box<dyn Fn(&Event)>) -> Self {
        listen(self.0.clone().into(), event, act);
        self
    }

    /// Calls `act` for a click.
    pub fn click(self, act: impl Fn() + 'static) -> Self {
        self.on("click", move |_| act())
    }

    /// Presses of the mouse leave the focus where it is.
    pub fn keeps_focus(self) -> Self {
        self.on("mousedown", Event::prevent_default)
    }

    /// Calls `take` with what was typed, and once more at the event `last`. Nothing is taken out of an unfinished
    /// composition of an input method: its text comes when it has ended.
    pub fn typed(self, last: &'static str, take: impl Fn(String) + 'static) -> Self {
        self.hands_over(last, Rc::new(take))
    }

    fn hands_over(self, last: &'static str, take: Rc<dyn Fn(String)>) -> Self {
        let (composed, left) = (take.clone(), take.clone());
        self.on("input", move |event| {
            if !page::is_composing(event) {
                take(page::value(event));
            }
        })
        .on("compositionend", move |event| composed(page::value(event)))
        .on(last, move |event| left(page::value(event)))
    }

    /// The element as what it is known to be.
    pub(super) fn cast<T: JsCast>(&self) -> &T {
        self.0.unchecked_ref()
    }
}

/// Hears one kind of event until it is dropped.
struct Listener {
    target: EventTarget,
    event: &'static str,
    act: Closure<dyn Fn(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let act = self.act.as_ref().unchecked_ref();
        let _ = self
            .target
            .remove_event_listener_with_callback(self.event, act);
    }
}

/// Calls `act` for every event of this name that reaches `target`, as long as the current owner lives.
pub(super) fn listen(target: EventTarget, event: &'static str, act: Box<dyn Fn(&Event)>) {
    let act = Closure::<dyn Fn(Event)>::new(move |event| act(&event));
    let _ = target.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
    StoredValue::new_local(Listener { target, event, act });
}
