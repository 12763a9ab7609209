//! Export: choosing a kind of file, and the question that is asked first where the report is not finished.

use leptos::prelude::*;

use super::button::{button, menu_item};
use super::live::live;
use super::menu::menu;
use super::modal::modal;
use crate::state::exports::{Format, Unfinished};
use crate::state::workspace::Workspace;

/// The export button with its menu and the question before export.
#[component]
pub fn ExportMenu() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let open = RwSignal::new(false);
    let with_draft = RwSignal::new(true);
    let asking = RwSignal::new(None::<(Format, Unfinished)>);
    let choose = move |format: Format| {
        open.set(false);
        let unfinished = workspace.unfinished();
        if unfinished == Unfinished::default() || format == Format::Draft {
            workspace.export(format);
        } else {
            asking.set(Some((format, unfinished)));
        }
    };
    view! {
        <div class="menu-anchor">
            <button
                class="primary"
                data-testid="export-menu"
                aria-expanded=live(move || open.get().to_string())
                on:click=move |_| open.update(|open| *open = !*open)
            >"导出"</button>
            {menu(open, "menu", move || view! {
                {menu_item("export-html", "排版网页", "按公文版式，可打印、可在手机上看", move || {
                    choose(Format::Html { with_draft: with_draft.get_untracked() });
                })}
                <label class="menu-option">
                    <input
                        type="checkbox"
                        data-testid="export-with-draft"
                        prop:checked=move || with_draft.get()
                        on:change=move |event| with_draft.set(event_target_checked(&event))
                    />
                    "带上稿子，以后可以再打开修改（拿到文件的人也能看到稿子）"
                </label>
                {menu_item("export-markdown", "Markdown", "纯文本，便于再用", move || choose(Format::Markdown))}
                {menu_item("export-text", "纯文字", "带编号，可贴进办公系统", move || choose(Format::Text))}
                {menu_item("export-draft", "稿子文件", "换一台电脑接着写", move || choose(Format::Draft))}
            }.into_any())}
            {move || asking.get().map(|(format, unfinished)| {
                let answer = Callback::new(move |go_on: bool| {
                    asking.set(None);
                    if go_on {
                        workspace.export(format);
                    }
                });
                question(unfinished, answer)
            })}
        </div>
    }
}

/// Names what is missing or open, and lets the person go on all the same.
fn question(unfinished: Unfinished, answer: Callback<bool>) -> AnyView {
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
    let content = view! {
        <h2>"还没有写完，要导出吗？"</h2>
        {named_list("还缺".to_owned(), unfinished.missing)}
        {named_list(format!("还有 {open} 处待填"), lines)}
        <div class="dialog-act">
            {button("primary", "export-cancel", "返回修改", move || answer.run(false))}
            {button("outlined", "export-anyway", "仍要导出", move || answer.run(true))}
        </div>
    };
    let close = Callback::new(move |()| answer.run(false));
    modal(
        "还没有写完",
        "export-question",
        "[data-testid=export-menu]",
        close,
        content.into_any(),
    )
}

fn named_list(name: String, lines: Vec<String>) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let items = lines.into_iter().map(|line| view! { <li>{line}</li> });
    Some(view! { <h3>{name}</h3><ul>{items.collect_view()}</ul> }.into_any())
}
