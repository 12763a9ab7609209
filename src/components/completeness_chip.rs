//! How much of what the template asks for is there; a click shows the parts.

use leptos::prelude::*;
use nigao_core::check::{Completeness, Requirement};

use super::menu::menu;
use crate::state::workspace::Workspace;
use crate::web::dom::{El, dynamic, el, svg};

/// The chip in the top bar and its list.
pub fn completeness_chip(workspace: Workspace) -> El {
    let open = RwSignal::new(false);
    let percent = move || workspace.completeness.with(Completeness::percent);
    let circle = || svg("circle").attrs(&["cx=9", "cy=9", "r=7", "fill=none", "stroke-width=3"]);
    let ring = svg("svg")
        .attrs(&[
            "width=18",
            "height=18",
            "viewBox=0 0 18 18",
            "aria-hidden=true",
        ])
        .child(circle().attr("stroke", "var(--line-strong)"))
        .child(
            circle()
                .attrs(&[
                    "stroke=var(--ok)",
                    "pathLength=100",
                    "transform=rotate(-90 9 9)",
                ])
                .live("stroke-dasharray", move || format!("{} 100", percent())),
        );
    let chip = el("button.chip")
        .testid("completeness")
        .live("data-percent", move || percent().to_string())
        .says("aria-expanded", move || open.get())
        .click(move || open.update(|open| *open = !*open))
        .child(ring)
        .child("完成 ")
        .child(el("b").text(move || format!("{}%", percent())));
    let list = move || {
        el("div").testid("requirements").child(dynamic(move || {
            let requirements = workspace.completeness.get().requirements;
            let entries = requirements.into_iter();
            entries
                .map(|entry| requirement(workspace, open, entry))
                .collect::<Vec<_>>()
        }))
    };
    el("div.menu-anchor")
        .child(chip)
        .child(menu(open, "menu requirements", list))
}

fn requirement(workspace: Workspace, open: RwSignal<bool>, entry: Requirement) -> El {
    let slot = entry.slot;
    el("button")
        .attr("class", if entry.met { "met" } else { "" })
        .click(move || {
            open.set(false);
            if let Some(slot) = &slot {
                workspace.go_to_slot(slot);
            }
        })
        .child(
            el("span")
                .attr("aria-hidden", "true")
                .child(if entry.met { "✓" } else { "○" }),
        )
        .child(entry.label)
}
