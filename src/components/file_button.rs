//! A button that lets the person choose files.

use crate::web::dom::{El, Event, el};

/// Kinds of file that are opened.
const ACCEPTED: &str =
    ".docx,.txt,.md,.markdown,.html,.htm,.json,text/plain,text/markdown,text/html";

/// The button; `chosen` is called with the event that brings the files. `attributes` are for the field in it.
pub fn file_button(words: &str, attributes: &[&str], chosen: impl Fn(&Event) + 'static) -> El {
    let field = el("input.visually-hidden")
        .attr("type", "file")
        .attrs(attributes)
        .attr("accept", ACCEPTED)
        .on("change", chosen);
    el("label.button outlined").child(words).child(field)
}
