//! The bar over the desk: what is being written, whether it is kept, how far it is, and the way out.

use leptos::prelude::*;

use super::completeness_chip::CompletenessChip;
use super::export_menu::ExportMenu;
use super::live::{class, live};
use crate::state::autosave::SaveState;
use crate::state::workspace::{Tab, Workspace};
use crate::web::page;

/// The top bar.
#[component]
pub fn TopBar() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let app = workspace.app;
    let kind = workspace.template.map_or("未知的种类", |t| t.name.as_str());
    let title = Memo::new(move |_| workspace.title());
    let placeholders = Memo::new(move |_| {
        workspace
            .summaries
            .with(|all| all.iter().map(|s| s.placeholders).sum::<usize>())
    });
    let said = move || match workspace.autosave.state.get() {
        SaveState::Saved => ("saved", "已保存"),
        SaveState::Saving => ("saving", "正在保存"),
        SaveState::Failed => ("failed", "没有存进去"),
    };
    let (state, words) = (
        live(move || said().0.to_owned()),
        live(move || said().1.to_owned()),
    );
    view! {
        <header class="top-bar">
            <button class="mark" title="回到稿子列表" aria-label="回到稿子列表" data-testid="home" on:click=move |_| {
                workspace.autosave.flush(workspace);
                app.go_to_start();
            }>"拟"</button>
            <div class="top-title">
                <div class="title">{live(move || title.with(|t| if t.is_empty() { "未命名".to_owned() } else { t.clone() }))}</div>
                <div class="faint small">{kind}</div>
            </div>
            <span class="save-state" data-testid="save-state" data-state=state role="status">{words}</span>
            <span class="grow"></span>
            <CompletenessChip/>
            <button
                class=class("chip", "warn", move || { placeholders.get() > 0 })
                title="下一处待填（F8）"
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| workspace.walk(true)
            >
                "待填 " <b data-testid="placeholder-count">{live(move || placeholders.get().to_string())}</b>
            </button>
            <button
                class="icon"
                title="换明暗"
                aria-label="换明暗"
                data-testid="theme"
                on:click=move |_| app.remember(|settings| {
                    let dark = if settings.theme.is_empty() { page::prefers_dark() } else { settings.theme == "dark" };
                    settings.theme = String::from(if dark { "light" } else { "dark" });
                })
            >
                <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
                    <circle cx="9" cy="9" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5"/>
                    <path d="M9 2.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/>
                </svg>
            </button>
            <button
                class="outlined"
                data-testid="show-preview"
                aria-pressed=live(move || (workspace.tab.get() == Tab::Preview).to_string())
                on:click=move |_| workspace.tab.update(|tab| *tab = if *tab == Tab::Preview { Tab::Findings } else { Tab::Preview })
            >"预览"</button>
            <ExportMenu/>
        </header>
    }
}
