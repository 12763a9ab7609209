//! Export: choosing a kind of file, and the question that is asked first where the report is not finished.

use leptos::prelude::*;

use super::button::{button, menu_item};
use super::menu::menu;
use super::modal::modal;
use crate::state::exports::{Format, Unfinished};
use crate::state::workspace::Workspace;
use crate::web::dom::{El, View, dynamic, el};
use crate::web::page;

/// A choice that waits for the answer to the question.
type Asking = RwSignal<Option<(Format, Unfinished)>>;

/// The export button with its menu and the question before export.
pub fn export_menu(workspace: Workspace) -> El {
    let open = RwSignal::new(false);
    let with_draft = RwSignal::new(true);
    let asking: Asking = RwSignal::new(None);
    let choose = move |format: Format| {
        open.set(false);
        let unfinished = workspace.unfinished();
        if unfinished == Unfinished::default() || format == Format::Draft {
            workspace.export(format);
        } else {
            asking.set(Some((format, unfinished)));
        }
    };
    let item = move |testid: &str, name: &str, about: &str, format: fn(bool) -> Format| {
        menu_item(testid, name, about, move || {
            choose(format(with_draft.get_untracked()));
        })
    };
    let option = move || {
        el("label.menu-option")
            .child(
                el("input")
                    .attrs(&["type=checkbox", "data-testid=export-with-draft"])
                    .flag("checked", move || with_draft.get())
                    .on("change", move |event| {
                        with_draft.set(page::is_checked(event));
                    }),
            )
            .child("带上稿子，以后可以再打开修改（拿到文件的人也能看到稿子）")
    };
    let entries = move || {
        View::many([
            item(
                "export-html",
                "排版网页",
                "按公文版式，可打印、可在手机上看",
                |with_draft| Format::Html { with_draft },
            ),
            option(),
            item(
                "export-markdown",
                "Markdown",
                "纯文本，便于再用",
                |_| Format::Markdown,
            ),
            item(
                "export-text",
                "纯文字",
                "带编号，可贴进办公系统",
                |_| Format::Text,
            ),
            item(
                "export-draft",
                "稿子文件",
                "换一台电脑接着写",
                |_| Format::Draft,
            ),
        ])
    };
    let button = el("button.primary")
        .testid("export-menu")
        .says("aria-expanded", move || open.get())
        .click(move || open.update(|open| *open = !*open))
        .child("导出");
    el("div.menu-anchor")
        .child(button)
        .child(menu(open, "menu", entries))
        .child(dynamic(move || {
            let (format, unfinished) = asking.get()?;
            Some(question(unfinished, move |go_on| {
                asking.set(None);
                if go_on {
                    workspace.export(format);
                }
            }))
        }))
}

/// Names what is missing or open, and lets the person go on all the same.
fn question(unfinished: Unfinished, answer: impl Fn(bool) + Copy + 'static) -> El {
    const SHOWN: usize = 12;
    let left_out = unfinished.placeholders.len().saturating_sub(SHOWN);
    let open = unfinished.placeholders.len();
    let mut lines: Vec<String> = unfinished
        .placeholders
        .into_iter()
        .take(SHOWN)
        .map(|(place, what)| format!("{place}：{what}"))
        .collect();
    if left_out > 0 {
        lines.push(format!("另有 {left_out} 处"));
    }
    modal(
        "还没有写完",
        "export-question",
        "[data-testid=export-menu]",
        move || answer(false),
    )
    .child(el("h2").child("还没有写完，要导出吗？"))
    .child(named_list("还缺".to_owned(), unfinished.missing))
    .child(named_list(format!("还有 {open} 处待填"), lines))
    .child(
        el("div.dialog-act")
            .child(button(
                "primary",
                "export-cancel",
                "返回修改",
                move || answer(false),
            ))
            .child(button(
                "outlined",
                "export-anyway",
                "仍要导出",
                move || answer(true),
            )),
    )
}

fn named_list(name: String, lines: Vec<String>) -> Option<View> {
    if lines.is_empty() {
        return None;
    }
    let items = lines.into_iter().map(|line| el("li").child(line));
    Some(View::many([el("h3").child(name), el("ul").children(items)]))
}
