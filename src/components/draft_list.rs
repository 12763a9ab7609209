//! The drafts kept in this browser.

use leptos::prelude::*;
use nigao_core::draft::{Entry, Manifest};
use nigao_core::template::by_id;

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
                entries.into_iter().map(|entry| view! { <Row entry asked/> }).collect_view().into_any()
            }}
        </div>
    }
}

#[component]
fn Row(entry: Entry, asked: RwSignal<Option<String>>) -> impl IntoView {
    let app = expect_context::<AppState>();
    let (id, body) = match entry {
        Entry::Readable { id, manifest } => (
            id.clone(),
            view! { <Readable id manifest=*manifest/> }.into_any(),
        ),
        Entry::Unreadable { id, raw } => {
            let name = format!("读不出来的稿子-{id}.txt");
            let body = view! {
                <div class="row-main">
                    <b>"一份读不出来的稿子"</b>
                    <small>"记录不完整，原文还在。可以存为文件，交给会修的人。"</small>
                </div>
                <button class="outlined" on:click=move |_| app.save_raw(&name, &raw)>"存为文件"</button>
            };
            (id, body.into_any())
        }
    };
    let (ask, confirm) = (id.clone(), id.clone());
    view! {
        <div class="row" data-testid="draft-item">
            {body}
            {move || {
                if asked.with(|a| a.as_deref() == Some(id.as_str())) {
                    let confirm = confirm.clone();
                    view! {
                        <span class="row-act">
                            <button class="danger" data-testid="draft-delete-confirm" on:click=move |_| {
                                app.delete(&confirm);
                                asked.set(None);
                            }>"确定删去"</button>
                            <button class="plain" on:click=move |_| asked.set(None)>"不删"</button>
                        </span>
                    }.into_any()
                } else {
                    let ask = ask.clone();
                    view! {
                        <span class="row-act">
                            <button class="plain" data-testid="draft-delete" on:click=move |_| asked.set(Some(ask.clone()))>"删去"</button>
                        </span>
                    }.into_any()
                }
            }}
        </div>
    }
}

#[component]
fn Readable(id: String, manifest: Manifest) -> impl IntoView {
    let app = expect_context::<AppState>();
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
}
