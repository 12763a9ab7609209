//! The bar over the desk: what is being written, whether it is kept, how far it is, and the way out.

use leptos::prelude::*;

use super::button::{button, icon_button};
use super::completeness_chip::completeness_chip;
use super::export_menu::export_menu;
use crate::state::autosave::SaveState;
use crate::state::workspace::{Tab, Workspace};
use crate::web::dom::{El, el, svg};
use crate::web::page;

/// The top bar.
pub fn top_bar(workspace: Workspace) -> El {
    let title = move || match workspace.title() {
        title if title.is_empty() => "未命名".to_owned(),
        title => title,
    };
    let said = move || match workspace.autosave.state.get() {
        SaveState::Saved => ("saved", "已保存"),
        SaveState::Saving => ("saving", "正在保存"),
        SaveState::Failed => ("failed", "没有存进去"),
    };
    let kind = workspace.template.map_or("未知的种类", |t| t.name.as_str());
    let home = el("button.mark")
        .attrs(&[
            "title=回到稿子列表",
            "aria-label=回到稿子列表",
            "data-testid=home",
        ])
        .click(move || {
            workspace.autosave.flush(workspace);
            workspace.app.go_to_start();
        })
        .child("拟");
    let report = el("div.top-title")
        .child(el("div.title").text(title))
        .child(el("div.faint small").child(kind));
    let save_state = el("span.save-state")
        .testid("save-state")
        .live("data-state", move || said().0.to_owned())
        .attr("role", "status")
        .text(move || said().1.to_owned());
    let previewed = move || workspace.tab.get() == Tab::Preview;
    let preview = button("outlined", "show-preview", "预览", move || {
        let tab = if untrack(previewed) {
            Tab::Findings
        } else {
            Tab::Preview
        };
        workspace.tab.set(tab);
    })
    .says("aria-pressed", previewed);
    el("header.top-bar")
        .child(home)
        .child(report)
        .child(save_state)
        .child(el("span.grow"))
        .child(completeness_chip(workspace))
        .child(placeholder_chip(workspace))
        .child(theme_button(workspace))
        .child(preview)
        .child(export_menu(workspace))
}

/// How many placeholders are left; a click goes to the next.
fn placeholder_chip(workspace: Workspace) -> El {
    let left = move || {
        workspace
            .summaries
            .with(|all| all.iter().map(|s| s.placeholders).sum::<usize>())
    };
    let count = el("b")
        .testid("placeholder-count")
        .text(move || left().to_string());
    el("button")
        .class_if("chip", "warn", move || left() > 0)
        .attr("title", "下一处待填（F8）")
        .keeps_focus()
        .click(move || workspace.walk(true))
        .child("待填 ")
        .child(count)
}

fn theme_button(workspace: Workspace) -> El {
    let change = move || {
        workspace.app.remember(|settings| {
            let dark = match settings.theme.as_str() {
                "" => page::prefers_dark(),
                theme => theme == "dark",
            };
            settings.theme = String::from(if dark { "light" } else { "dark" });
        });
    };
    let outer = [
        "cx=9",
        "cy=9",
        "r=6.5",
        "fill=none",
        "stroke=currentColor",
        "stroke-width=1.5",
    ];
    let half = ["d=M9 2.5a6.5 6.5 0 0 1 0 13z", "fill=currentColor"];
    let picture = svg("svg")
        .attrs(&[
            "viewBox=0 0 18 18",
            "width=18",
            "height=18",
            "aria-hidden=true",
        ])
        .child(svg("circle").attrs(&outer))
        .child(svg("path").attrs(&half));
    icon_button("theme", "", "换明暗", change).child(picture)
}
