//! The first page: kinds of report, opening a file, and the drafts.

use leptos::prelude::*;

use super::button::button;
use super::draft_list::draft_list;
use super::file_button::file_button;
use super::template_chooser::template_chooser;
use crate::state::app::AppState;
use crate::web::dom::{El, el};
use crate::web::page;

/// The start page; `pasting` opens the dialog for pasted text.
pub fn start_page(app: AppState, pasting: RwSignal<bool>) -> El {
    let about = el("div")
        .child(el("h1").child("拟稿"))
        .child(el("p.soft").child("在浏览器里写报告。内容只存在这台电脑上，不连网。"));
    let open = file_button("打开文件", &["data-testid=open-file"], move |event| {
        app.open_chosen(event);
    });
    let top = el("header.start-top")
        .child(el("span.mark").attr("aria-hidden", "true").child("拟"))
        .child(about)
        .child(el("span.grow"))
        .child(button(
            "outlined",
            "paste-text",
            "粘贴文字",
            move || pasting.set(true),
        ))
        .child(open)
        .child(button("primary", "new-report", "新建报告", || {
            page::focus(".kind");
        }));
    el("main.start")
        .child(top)
        .child(el("h2").child("写什么"))
        .child(template_chooser(app))
        .child(draft_list(app))
}
