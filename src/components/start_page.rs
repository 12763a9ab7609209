//! The first page: kinds of report, opening a file, and the drafts.

use leptos::prelude::*;

use super::draft_list::DraftList;
use super::template_chooser::TemplateChooser;
use crate::state::app::AppState;
use crate::web::page;

/// The start page; `pasting` opens the dialog for pasted text.
#[component]
pub fn StartPage(pasting: RwSignal<bool>) -> impl IntoView {
    let app = expect_context::<AppState>();
    view! {
        <main class="start">
            <header class="start-top">
                <span class="mark" aria-hidden="true">"拟"</span>
                <div>
                    <h1>"拟稿"</h1>
                    <p class="soft">"在浏览器里写报告。内容只存在这台电脑上，不连网。"</p>
                </div>
                <span class="grow"></span>
                <button class="outlined" data-testid="paste-text" on:click=move |_| pasting.set(true)>"粘贴文字"</button>
                <label class="button outlined">
                    "打开文件"
                    <input
                        type="file"
                        class="visually-hidden"
                        data-testid="open-file"
                        accept=".docx,.txt,.md,.markdown,.html,.htm,.json,text/plain,text/markdown,text/html"
                        on:change=move |event| app.open_chosen(&event)
                    />
                </label>
                <button class="primary" data-testid="new-report" on:click=|_| page::focus(".kind")>"新建报告"</button>
            </header>
            <h2>"写什么"</h2>
            <TemplateChooser/>
            <DraftList/>
        </main>
    }
}
