//! The kinds of report as cards.

use nigao_core::template::builtin;

use crate::state::app::AppState;
use crate::web::dom::{El, el, svg};

/// A card for each built-in template; a click starts a report.
pub fn template_chooser(app: AppState) -> El {
    let cards = builtin().iter().enumerate().map(|(index, template)| {
        let words = el("span")
            .child(el("b").child(template.name.as_str()))
            .child(el("span.faint").child(template.summary.as_str()));
        el("button.kind")
            .testid(&format!("template-{}", template.id))
            .click(move || app.start(template))
            .child(sheet_picture(index))
            .child(words)
    });
    el("div.kinds").children(cards)
}

/// A small sheet with a red title and grey lines, drawn a little differently for each kind.
fn sheet_picture(seed: usize) -> El {
    let lines = (0..7_usize).map(|row| {
        let ends_paragraph = (row + seed).is_multiple_of(3);
        let (x, width) = if ends_paragraph {
            (11, (row * 7 + seed * 5) % 14 + 18)
        } else {
            (8, 36)
        };
        svg("rect.sheet-line")
            .attr("x", &x.to_string())
            .attr("y", &(20 + row * 6).to_string())
            .attr("width", &width.to_string())
            .attrs(&["height=2.4", "rx=1"])
    });
    svg("svg")
        .attrs(&["viewBox=0 0 52 68", "aria-hidden=true"])
        .child(svg("rect.sheet-title").attrs(&["x=14", "y=9", "width=24", "height=4", "rx=1"]))
        .children(lines)
}
