//! The caret and program-made changes in a textarea. UTF-16 offsets stay in here; callers speak bytes.

use std::ops::Range;

use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDocument, HtmlElement, HtmlTextAreaElement};

/// Bytes of `text` before its UTF-16 unit `units`.
fn to_bytes(text: &str, units: usize) -> usize {
    let mut seen = 0;
    for (at, c) in text.char_indices() {
        if seen >= units {
            return at;
        }
        seen += c.len_utf16();
    }
    text.len()
}

/// UTF-16 units of `text` before its byte `byte`.
fn to_units(text: &str, byte: usize) -> u32 {
    let units: usize = text
        .char_indices()
        .take_while(|(at, _)| *at < byte)
        .map(|(_, c)| c.len_utf16())
        .sum();
    u32::try_from(units).unwrap_or(u32::MAX)
}

/// The textarea of a section on the screen, found by its element id.
pub fn find(element_id: &str) -> Option<HtmlTextAreaElement> {
    web_sys::window()?
        .document()?
        .get_element_by_id(element_id)?
        .dyn_into()
        .ok()
}

/// The selection in bytes of the textarea's own text.
pub fn selection(area: &HtmlTextAreaElement) -> Range<usize> {
    let text = area.value();
    let at = |units: Option<u32>| to_bytes(&text, units.map_or(0, |u| u as usize));
    at(area.selection_start().ok().flatten())..at(area.selection_end().ok().flatten())
}

/// Puts the focus and the selection on `span` (bytes) and scrolls it into view.
pub fn select(area: &HtmlTextAreaElement, span: &Range<usize>) {
    let text = area.value();
    let element: &HtmlElement = area;
    let _ = element.focus();
    let _ = area.set_selection_range(to_units(&text, span.start), to_units(&text, span.end));
    if reveal(area, to_units(&text, span.start)).is_none() {
        super::page::reveal(area);
    }
}

/// Scrolls the line with this UTF-16 unit into view. A textarea cannot tell where its lines are; the layer behind it,
/// which holds the same text in the same place, can.
fn reveal(area: &HtmlTextAreaElement, unit: u32) -> Option<()> {
    /// Pixels kept free above and below the line.
    const MARGIN: f64 = 96.0;
    let layer = area.previous_element_sibling()?;
    let pieces = layer.children();
    let mut left = unit;
    for index in 0..pieces.length() {
        let node = pieces.item(index)?.first_child()?;
        let length = js_sys::JsString::from(node.text_content()?).length();
        if left < length {
            let range = web_sys::Range::new().ok()?;
            range.set_start(&node, left).ok()?;
            range.set_end(&node, left + 1).ok()?;
            let line = range.get_bounding_client_rect();
            let scroller = area.closest(".write").ok()??;
            let window = scroller.get_bounding_client_rect();
            if line.top() < window.top() + MARGIN || line.bottom() > window.bottom() - MARGIN {
                let middle = window.top() + window.height() / 2.0;
                scroller.scroll_by_with_x_and_y(0.0, line.top() - middle);
            }
            return Some(());
        }
        left -= length;
    }
    None
}

/// Replaces `span` (bytes) as if it had been typed, so that the browser's own undo takes it back.
pub fn replace(area: &HtmlTextAreaElement, span: &Range<usize>, with: &str) {
    select(area, span);
    let typed = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.dyn_into::<HtmlDocument>().ok())
        .is_some_and(|document| {
            document
                .exec_command_with_show_ui_and_value("insertText", false, with)
                .unwrap_or(false)
        });
    if !typed {
        // Refused (Firefox refuses it in some states): the value is set and the page told, at the price of native undo.
        let text = area.value();
        if let (Some(before), Some(after)) = (text.get(..span.start), text.get(span.end..)) {
            area.set_value(&format!("{before}{with}{after}"));
            if let Ok(event) = Event::new("input") {
                let _ = area.dispatch_event(&event);
            }
        }
    }
}

/// Puts `text` behind the selection on lines of its own.
pub fn insert_lines(area: &HtmlTextAreaElement, text: &str) {
    let at = selection(area).end;
    let typed = area.value();
    let before = &typed[..at];
    let after = &typed[at..];
    let open = if before.is_empty() || before.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    let close = if after.is_empty() || after.starts_with('\n') {
        ""
    } else {
        "\n"
    };
    replace(area, &(at..at), &format!("{open}{text}{close}"));
}

/// Selects `span` (bytes) in the first text input of the element with this id.
pub fn select_in_heading(element_id: &str, span: &Range<usize>) {
    let input = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(element_id))
        .and_then(|element| element.query_selector("input").ok().flatten())
        .and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(input) = input {
        let text = input.value();
        let _ = input.set_selection_range(to_units(&text, span.start), to_units(&text, span.end));
    }
}

/// Whether the section with this element id has the focus in its heading rather than in its text.
pub fn heading_has_focus(element_id: &str) -> bool {
    web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.active_element())
        .is_some_and(|active| {
            active.tag_name() == "INPUT"
                && active
                    .closest("section")
                    .ok()
                    .flatten()
                    .is_some_and(|section| section.id() == element_id)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn offsets_count_emoji_as_two_units() {
        let text = "字😀X";
        assert_eq!(to_units(text, text.find('X').unwrap_or(0)), 3);
        assert_eq!(to_bytes(text, 3), 7);
        assert_eq!(to_bytes(text, 99), text.len());
    }
}
