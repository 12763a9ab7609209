//! The page around the app: its title, theme, clock, focus, timers and the moments at which it may end.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::queue_microtask;
use leptos::wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, InputEvent,
    KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::dom::{self, El};

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Milliseconds since 1970 by the computer's clock. For show only: clocks are set back.
pub fn now() -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since 1970 are whole and small"
    )]
    let now = js_sys::Date::now() as u64;
    now
}

/// A number that no earlier call in this browser is likely to have given.
pub fn random() -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "scaled to the range of u32"
    )]
    let random = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    random
}

/// How long ago a moment was, as one says it: 刚刚, 10 分钟前, 昨天 16:20, 11 月 12 日.
pub fn ago(then: u64) -> String {
    let minutes = now().saturating_sub(then) / 60_000;
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds since 1970 fit a double"
    )]
    let date = js_sys::Date::new(&leptos::wasm_bindgen::JsValue::from_f64(then as f64));
    let today = js_sys::Date::new_0();
    let clock = format!("{:02}:{:02}", date.get_hours(), date.get_minutes());
    let same_day = date.get_date() == today.get_date() && date.get_month() == today.get_month();
    match minutes {
        0 => "刚刚".to_owned(),
        1..=59 => format!("{minutes} 分钟前"),
        60..=1439 if same_day => format!("今天 {clock}"),
        60..=1439 => format!("昨天 {clock}"),
        _ if date.get_full_year() == today.get_full_year() => {
            format!("{} 月 {} 日", date.get_month() + 1, date.get_date())
        }
        _ => format!(
            "{} 年 {} 月 {} 日",
            date.get_full_year(),
            date.get_month() + 1,
            date.get_date()
        ),
    }
}

/// The element that the app is mounted in.
pub fn root() -> Option<HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// Sets the window's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Whether the system asks for dark colours.
pub fn prefers_dark() -> bool {
    web_sys::window()
        .and_then(|w| w.match_media("(prefers-color-scheme: dark)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Switches the colours: `light` or `dark`.
pub fn set_theme(theme: &str) {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        let _ = root.set_attribute("data-theme", theme);
    }
}

/// Scrolls an element into view where it is not.
pub fn reveal(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls the element with this id to the top of its scroller and puts the focus on the first field in it.
pub fn go_to(element_id: &str, field: &str) {
    let Some(element) = document().and_then(|d| d.get_element_by_id(element_id)) else {
        return;
    };
    element.scroll_into_view();
    if let Some(field) = element
        .query_selector(field)
        .ok()
        .flatten()
        .and_then(|e| e.dyn_into::<HtmlElement>().ok())
    {
        let _ = field.focus();
    }
}

/// Puts the focus on the first match of a selector.
pub fn focus(selector: &str) {
    let found = document().and_then(|d| d.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Puts the focus on the first match of a selector and scrolls it into view.
pub fn focus_and_reveal(selector: &str) {
    focus(selector);
    if let Some(element) = document().and_then(|d| d.query_selector(selector).ok().flatten()) {
        reveal(&element);
    }
}

/// Takes the focus from the field that has it, so that what was typed there is handed over.
pub fn leave_field() {
    let active = document().and_then(|d| d.active_element());
    if let Some(active) = active.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = active.blur();
    }
}

/// Opens a dialog over the page as soon as it is in the page.
pub fn show_modal(dialog: El) {
    queue_microtask(move || {
        // An error says that it is open already, or gone again.
        let _ = dialog.cast::<HtmlDialogElement>().show_modal();
    });
}

/// Whether a dialog lies over the page.
pub fn has_dialog() -> bool {
    document().is_some_and(|d| d.query_selector("dialog[open]").ok().flatten().is_some())
}

/// Whether some text of the page outside a field is selected.
pub fn has_selection() -> bool {
    web_sys::window()
        .and_then(|w| w.get_selection().ok().flatten())
        .is_some_and(|selection| !selection.is_collapsed())
}

/// Whether a text field has the focus, so that a paste belongs to it.
pub fn field_has_focus() -> bool {
    document()
        .and_then(|d| d.active_element())
        .is_some_and(|e| matches!(e.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT"))
}

/// Whether a field or a button has the focus, so that Enter belongs to it.
pub fn control_has_focus() -> bool {
    field_has_focus()
        || document()
            .and_then(|d| d.active_element())
            .is_some_and(|e| matches!(e.tag_name().as_str(), "BUTTON" | "SUMMARY" | "A"))
}

/// What a paste event brings of a type such as `text/plain`.
pub fn pasted(event: &Event, mime: &str) -> Option<String> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    data.get_data(mime).ok().filter(|text| !text.is_empty())
}

/// Waits until the page has been painted.
pub async fn painted() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        // A timer behind a frame: the frame's own callback runs before painting.
        later(50, move || {
            let _ = resolve.call0(&leptos::wasm_bindgen::JsValue::NULL);
        });
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Where a measure of the browser's performance tools begins.
const BEGIN: &str = "nigao:begin";

/// Begins a measure for the browser's performance tools (User Timing).
pub fn begin() {
    if let Some(clock) = web_sys::window().and_then(|w| w.performance()) {
        let _ = clock.mark(BEGIN);
    }
}

/// Ends a measure that was begun.
pub fn end(measure: &str) {
    if let Some(clock) = web_sys::window().and_then(|w| w.performance()) {
        // An error says that it was not begun.
        let _ = clock.measure_with_start_mark(measure, BEGIN);
    }
}

/// What stands in the field that an event came from.
pub fn value(event: &Event) -> String {
    field(event).map_or_else(String::new, |field| field.value())
}

/// Whether the box that an event came from is checked.
pub fn is_checked(event: &Event) -> bool {
    field(event).is_some_and(|field| field.checked())
}

/// Text areas and selects have the property `value` as well.
fn field(event: &Event) -> Option<HtmlInputElement> {
    event.target().map(JsCast::unchecked_into)
}

/// Whether a key event is Escape, and not one that ends a composition.
pub fn is_escape(event: &Event) -> bool {
    event
        .dyn_ref::<KeyboardEvent>()
        .is_some_and(|pressed| pressed.key() == "Escape" && !pressed.is_composing())
}

/// Whether a key event is Enter, and not one that ends a composition.
pub fn is_enter(event: &Event) -> bool {
    event
        .dyn_ref::<KeyboardEvent>()
        .is_some_and(|pressed| pressed.key() == "Enter" && !pressed.is_composing())
}

/// Whether an input event belongs to an unfinished composition of an input method.
pub fn is_composing(event: &Event) -> bool {
    event
        .dyn_ref::<InputEvent>()
        .is_some_and(InputEvent::is_composing)
        || event
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(KeyboardEvent::is_composing)
}

/// Runs `task` once after `milliseconds`; the handle stops it.
pub fn timer(milliseconds: u64, task: impl FnOnce() + 'static) -> Option<TimeoutHandle> {
    let task: Box<dyn FnOnce()> = Box::new(task);
    set_timeout_with_handle(task, Duration::from_millis(milliseconds)).ok()
}

/// Runs `task` once after `milliseconds`.
pub fn later(milliseconds: u64, task: impl FnOnce() + 'static) {
    let _ = timer(milliseconds, task);
}

/// Calls `save` whenever the page may be about to end: hidden, left or closed.
pub fn on_leaving(save: impl Fn() + Clone + 'static) {
    let hidden = save.clone();
    on_window("pagehide", move |_| save());
    on_window("visibilitychange", move |_| {
        if document().is_some_and(|d| d.visibility_state() == web_sys::VisibilityState::Hidden) {
            hidden();
        }
    });
}

/// Asks before the page is closed as long as `unsaved` says so.
pub fn on_closing(unsaved: impl Fn() -> bool + 'static) {
    on_window("beforeunload", move |event| {
        if unsaved() {
            event.prevent_default();
            // Older Chromium asks only where a return value is set.
            let _ = js_sys::Reflect::set(event, &"returnValue".into(), &"".into());
        }
    });
}

/// Calls `act` for every event of this name in the window, as long as the current owner lives.
pub fn on_window(name: &'static str, act: impl Fn(&Event) + 'static) {
    if let Some(window) = web_sys::window() {
        dom::listen(window.into(), name, Box::new(act));
    }
}

/// A key pressed in the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// As `KeyboardEvent.key`, letters in lower case.
    pub name: String,
    /// Ctrl, or Command on a Mac.
    pub command: bool,
    /// Shift.
    pub shift: bool,
    /// Comes again because it is held down.
    pub repeat: bool,
}

/// Calls `act` for every key pressed outside a composition; where it returns `true` the browser's own action is left out.
pub fn on_key(act: impl Fn(&Key) -> bool + 'static) {
    hear_keys(Box::new(act));
}

fn hear_keys(act: Box<dyn Fn(&Key) -> bool>) {
    on_window("keydown", move |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if pressed.is_composing() {
            return;
        }
        let key = Key {
            name: pressed.key().to_ascii_lowercase(),
            command: pressed.ctrl_key() || pressed.meta_key(),
            shift: pressed.shift_key(),
            repeat: pressed.repeat(),
        };
        if act(&key) {
            event.prevent_default();
        }
    });
}
