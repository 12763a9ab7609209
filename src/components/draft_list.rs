//! The drafts kept in this browser.

use leptos::prelude::*;
use nigao_core::draft::{Entry, Manifest};
use nigao_core::template::by_id;

use super::button::button;
use crate::state::app::AppState;
use crate::web::dom::{El, View, dynamic, el, when};
use crate::web::page;

/// The list of drafts, the last edited first.
pub fn draft_list(app: AppState) -> View {
    let asked = RwSignal::new(None::<String>);
    let rows = move || {
        let entries = app.drafts.get();
        if entries.is_empty() {
            let none = "还没有稿子。选一种报告开始写，或打开一份旧稿。";
            return el("p.row-empty soft").child(none).into();
        }
        View::many(entries.into_iter().map(|entry| row(app, entry, asked)))
    };
    View::many([
        el("h2").child("最近的稿子"),
        el("div.rows").testid("draft-list").child(dynamic(rows)),
    ])
}

fn row(app: AppState, entry: Entry, asked: RwSignal<Option<String>>) -> El {
    let (id, body) = match entry {
        Entry::Readable { id, manifest } => (id.clone(), readable(app, id, *manifest)),
        Entry::Unreadable { id, raw, newer } => (id.clone(), unreadable(app, &id, raw, newer)),
    };
    el("div.row")
        .testid("draft-item")
        .child(body)
        .child(deletion(app, id, asked))
}

/// The button that asks, and asked once, deletes: the same one, so that the focus stays on it.
fn deletion(app: AppState, id: String, asked: RwSignal<Option<String>>) -> El {
    let own = StoredValue::new(id);
    let is_asked = move || own.with_value(|id| asked.with(|a| a.as_ref() == Some(id)));
    let either = move |asked: &str, not_asked: &str| {
        String::from(if is_asked() { asked } else { not_asked })
    };
    let act = el("button")
        .live("class", move || either("danger", "plain"))
        .live("data-testid", move || {
            either("draft-delete-confirm", "draft-delete")
        })
        .text(move || either("确定删去", "删去"))
        .click(move || {
            let id = own.get_value();
            if untrack(is_asked) {
                app.delete(&id);
                asked.set(None);
            } else {
                asked.set(Some(id));
            }
        });
    el("span.row-act").child(act).child(when(is_asked, move || {
        button("plain", "draft-delete-cancel", "不删", move || {
            asked.set(None);
        })
    }))
}

fn unreadable(app: AppState, id: &str, raw: String, newer: bool) -> View {
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
    View::many([
        el("div.row-main")
            .child(el("b").child(what))
            .child(el("small").child(about)),
        button("outlined", "draft-save-raw", "存为文件", move || {
            app.save_raw(&name, &raw);
        }),
    ])
}

fn readable(app: AppState, id: String, manifest: Manifest) -> View {
    let kind = by_id(&manifest.template).map_or("未知的种类", |t| t.name.as_str());
    let title = if manifest.title.is_empty() {
        "未命名".to_owned()
    } else {
        manifest.title
    };
    let percent = manifest.percent.min(100);
    let done = if percent == 100 {
        "完成".to_owned()
    } else {
        format!("完成 {percent}%")
    };
    let bar = el("i").attr("style", &format!("width:{percent}%"));
    View::many([
        el("button.row-main plain")
            .click(move || app.open(&id))
            .child(el("b").testid("draft-title").child(title))
            .child(el("small").child(format!("{kind} · {} 字", manifest.chars))),
        el("div.row-progress")
            .child(el("div.bar").child(bar))
            .child(el("small").child(done)),
        el("small.row-time").child(page::ago(manifest.updated)),
    ])
}
