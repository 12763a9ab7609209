//! Export: choosing a kind of file, and the question that is asked first where the report is not finished.

use leptos::prelude::*;

use crate::state::exports::{Format, Unfinished};
use crate::state::workspace::Workspace;
use crate::web::page;

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
            page::later(30, || page::focus(".dialog .primary"));
        }
    };
    view! {
        <div class="menu-anchor">
            <button
                class="primary"
                data-testid="export-menu"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >"导出"</button>
            <Show when=move || open.get()>
                <div class="backdrop" on:click=move |_| open.set(false)></div>
                <div class="menu">
                    <button data-testid="export-html" on:click=move |_| choose(Format::Html { with_draft: with_draft.get_untracked() })>
                        <b>"排版网页"</b>
                        <span class="faint">"按公文版式，可打印、可在手机上看"</span>
                    </button>
                    <label class="menu-option">
                        <input
                            type="checkbox"
                            data-testid="export-with-draft"
                            prop:checked=move || with_draft.get()
                            on:change=move |event| with_draft.set(event_target_checked(&event))
                        />
                        "带上稿子，以后可以再打开修改（拿到文件的人也能看到稿子）"
                    </label>
                    <button data-testid="export-markdown" on:click=move |_| choose(Format::Markdown)>
                        <b>"Markdown"</b>
                        <span class="faint">"纯文本，便于再用"</span>
                    </button>
                    <button data-testid="export-text" on:click=move |_| choose(Format::Text)>
                        <b>"纯文字"</b>
                        <span class="faint">"带编号，可贴进办公系统"</span>
                    </button>
                    <button data-testid="export-draft" on:click=move |_| choose(Format::Draft)>
                        <b>"稿子文件"</b>
                        <span class="faint">"换一台电脑接着写"</span>
                    </button>
                </div>
            </Show>
            {move || asking.get().map(|(format, unfinished)| view! {
                <Question unfinished answer=move |go_on: bool| {
                    asking.set(None);
                    if go_on {
                        workspace.export(format);
                    }
                }/>
            })}
        </div>
    }
}

/// Names what is missing or open, and lets the person go on all the same.
#[component]
fn Question(
    unfinished: Unfinished,
    answer: impl Fn(bool) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    const SHOWN: usize = 12;
    let left_out = unfinished.placeholders.len().saturating_sub(SHOWN);
    let missing = unfinished.missing;
    let placeholders = unfinished.placeholders;
    view! {
        <div class="veil">
            <div
                class="dialog"
                role="alertdialog"
                aria-modal="true"
                aria-label="还没有写完"
                data-testid="export-question"
                on:keydown=move |event| if event.key() == "Escape" { answer(false) }
            >
                <h2>"还没有写完，要导出吗？"</h2>
                {(!missing.is_empty()).then(|| view! {
                    <h3>"还缺"</h3>
                    <ul>{missing.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                })}
                {(!placeholders.is_empty()).then(|| view! {
                    <h3>{format!("还有 {} 处待填", placeholders.len())}</h3>
                    <ul>
                        {placeholders.into_iter().take(SHOWN).map(|(place, what)| view! {
                            <li>{what}<span class="faint">"　"{place}</span></li>
                        }).collect_view()}
                        {(left_out > 0).then(|| view! { <li class="faint">{format!("另有 {left_out} 处")}</li> })}
                    </ul>
                })}
                <div class="dialog-act">
                    <button class="outlined" data-testid="export-anyway" on:click=move |_| answer(true)>"仍要导出"</button>
                    <button class="primary" data-testid="export-cancel" on:click=move |_| answer(false)>"返回修改"</button>
                </div>
            </div>
        </div>
    }
}
