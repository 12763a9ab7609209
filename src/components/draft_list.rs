//! The drafts kept in this browser.

use leptos::prelude::*;
use nigao_core::draft::{Entry, Manifest};
use nigao_core::template::by_id;

use super::button::button;
use crate::state::app::AppState;
use crate::web::page;

/// The list of drafts, the last edited first.
#[component]
pub fn DraftList() -> impl IntoView {
    let app = expect_context::<AppState>();
    let asked = RwSignal::new(None::<String>);
    view! {
        <h2>"最近的稿子"</h2>
        <div class="rows" data-testid="draft-list">
            {move || {
                let entries = app.drafts.get();
                if entries.is_empty() {
                    return view! { <p class="row-empty soft">"还没有稿子。选一种报告开始写，或打开一份旧稿。"</p> }.into_any();
                }
                entries.into_iter().map(|entry| row(app, entry, asked)).collect_view().into_any()
            }}
        </div>
    }
}

fn row(app: AppState, entry: Entry, asked: RwSignal<Option<String>>) -> AnyView {
    let (id, body) = match entry {
        Entry::Readable { id, manifest } => (id.clone(), readable(app, id, *manifest)),
        Entry::Unreadable { id, raw, newer } => {
            let (what, about) = if newer {
                (
                    "一份较新版本写的稿子",
                    "由较新的拟稿写成，这个版本打不开，也没有改动它。请换用新版本。",
                )
            } else {
                (
                    "一份读不出来的稿子",
                    "记录不完整，原文还在。可以存为文件，交给会修的人。",
                )
            };
            let name = format!("读不出来的稿子-{id}.txt");
            let body = view! {
                <div class="row-main">
                    <b>{what}</b>
                    <small>{about}</small>
                </div>
                {button("outlined", "draft-save-raw", "存为文件", move || app.save_raw(&name, &raw))}
            };
            (id, body.into_any())
        }
    };
    let (ask, confirm) = (id.clone(), id.clone());
    view! {
        <div class="row" data-testid="draft-item">
            {body}
            <span class="row-act">
                {move || if asked.with(|a| a.as_deref() == Some(id.as_str())) {
                    let confirm = confirm.clone();
                    let delete = move || {
                        app.delete(&confirm);
                        asked.set(None);
                    };
                    [
                        button("danger", "draft-delete-confirm", "确定删去", delete),
                        button("plain", "draft-delete-cancel", "不删", move || asked.set(None)),
                    ]
                    .collect_view()
                } else {
                    let ask = ask.clone();
                    [button("plain", "draft-delete", "删去", move || asked.set(Some(ask.clone())))].collect_view()
                }}
            </span>
        </div>
    }
    .into_any()
}

fn readable(app: AppState, id: String, manifest: Manifest) -> AnyView {
    let kind = by_id(&manifest.template).map_or("未知的种类", |t| t.name.as_str());
    let title = if manifest.title.is_empty() {
        "未命名".to_owned()
    } else {
        manifest.title
    };
    let percent = manifest.percent.min(100);
    view! {
        <button class="row-main plain" on:click=move |_| app.open(&id)>
            <b data-testid="draft-title">{title}</b>
            <small>{format!("{kind} · {} 字", manifest.chars)}</small>
        </button>
        <div class="row-progress">
            <div class="bar"><i style=format!("width:{percent}%")></i></div>
            <small>{if percent == 100 { "完成".to_owned() } else { format!("完成 {percent}%") }}</small>
        </div>
        <small class="row-time">{page::ago(manifest.updated)}</small>
    }
    .into_any()
}
