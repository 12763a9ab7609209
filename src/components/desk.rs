//! The desk: outline, sections, and the panel at the right.

use leptos::prelude::*;

use super::contributions_panel::contributions_panel;
use super::facts_panel::facts_panel;
use super::findings_panel::findings_panel;
use super::guidance_panel::guidance_panel;
use super::keyed::each_section;
use super::outline::outline;
use super::preview::preview;
use super::section_editor::section_editor;
use super::top_bar::top_bar;
use crate::state::app::{AppState, OpenDraft};
use crate::state::workspace::{Tab, Workspace};
use crate::web::dom::{El, dynamic, effect, el, when};
use crate::web::page;

/// The desk with a draft on it.
pub fn desk(app: AppState, open: OpenDraft) -> El {
    let fresh = open.revision == 0;
    let workspace = Workspace::new(app, open);
    app.desk.set(Some(workspace));
    // A draft that was never saved, or one of which something could not be kept, is written whole.
    if fresh || AppState::holds_back() {
        workspace.autosave.save_all(workspace);
    }
    on_cleanup(move || app.desk.set(None));
    page::on_leaving(move || workspace.autosave.flush(workspace));
    page::on_key(move |key| match (key.name.as_str(), key.command) {
        _ if page::has_dialog() => false,
        ("f8", false) => {
            workspace.walk(!key.shift);
            true
        }
        ("s", true) => {
            workspace.autosave.save_all(workspace);
            true
        }
        ("j", true) => {
            workspace.insert_first_skeleton();
            true
        }
        _ => false,
    });
    effect(move || {
        let title = workspace.title();
        page::set_title(&if title.is_empty() {
            "未命名 · 拟稿".to_owned()
        } else {
            format!("{title} · 拟稿")
        });
    });
    workspace.return_to_section();

    let sections = each_section(workspace, move |id| section_editor(workspace, id));
    let previewed = move || workspace.tab.get() == Tab::Preview;
    el("div")
        .class_if("desk", "wide", previewed)
        .child(top_bar(workspace))
        .child(outline(workspace))
        .child(el("main.write").child(el("div.sheet").child(sections)))
        .child(panel(workspace))
        .child(when(
            move || !previewed(),
            || el("p.print-hint").child("要打印报告，请先按“预览”，再打印。"),
        ))
}

fn panel(workspace: Workspace) -> El {
    let shown = workspace.tab;
    let counts = Memo::new(move |_| workspace.finding_counts());
    let tabs = [
        (Tab::Findings, "tab-findings", "检查"),
        (Tab::Guidance, "tab-guidance", "写法"),
        (Tab::Facts, "tab-facts", "事实"),
        (Tab::Contributions, "tab-contributions", "来稿"),
        (Tab::Preview, "tab-preview", "预览"),
    ];
    let tabs = tabs.map(|(tab, testid, name)| {
        el("button")
            .attr("role", "tab")
            .class_if("", "on", move || shown.get() == tab)
            .says("aria-selected", move || shown.get() == tab)
            .testid(testid)
            .click(move || shown.set(tab))
            .child(name)
            .text(move || match tab {
                Tab::Findings => match counts.get() {
                    (0, 0, 0) => String::new(),
                    (errors, warnings, hints) => format!(" {}", errors + warnings + hints),
                },
                _ => String::new(),
            })
    });
    el("aside.panel")
        .child(el("div.tabs").attr("role", "tablist").children(tabs))
        .child(dynamic(move || match shown.get() {
            Tab::Findings => findings_panel(workspace, counts),
            Tab::Guidance => guidance_panel(workspace),
            Tab::Facts => facts_panel(workspace),
            Tab::Contributions => contributions_panel(workspace),
            Tab::Preview => preview(workspace),
        }))
}
