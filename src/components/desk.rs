//! The desk: outline, sections, and the panel at the right.

use leptos::prelude::*;

use super::contributions_panel::ContributionsPanel;
use super::facts_panel::FactsPanel;
use super::findings_panel::FindingsPanel;
use super::guidance_panel::GuidancePanel;
use super::keyed::each_section;
use super::live::{class, live};
use super::outline::Outline;
use super::preview::Preview;
use super::section_editor::section_editor;
use super::top_bar::TopBar;
use crate::state::app::{AppState, OpenDraft};
use crate::state::workspace::{Tab, Workspace};
use crate::web::page;

/// The desk with a draft on it.
#[component]
pub fn Desk(open: OpenDraft) -> impl IntoView {
    let app = expect_context::<AppState>();
    let fresh = open.revision == 0;
    let workspace = Workspace::new(app, open);
    provide_context(workspace);
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
    Effect::new(move || {
        let title = workspace.title();
        page::set_title(&if title.is_empty() {
            "未命名 · 拟稿".to_owned()
        } else {
            format!("{title} · 拟稿")
        });
    });
    workspace.return_to_section();

    view! {
        <div class=class("desk", "wide", move || workspace.tab.get() == Tab::Preview)>
            <TopBar/>
            <Outline/>
            <main class="write">
                <div class="sheet">
                    {each_section(workspace, move |id| section_editor(workspace, id))}
                </div>
            </main>
            {panel(workspace)}
            {move || (workspace.tab.get() != Tab::Preview).then(|| view! {
                <p class="print-hint">"要打印报告，请先按“预览”，再打印。"</p>
            })}
        </div>
    }
}

fn panel(workspace: Workspace) -> AnyView {
    let tab = workspace.tab;
    let tabs = [
        (Tab::Findings, "检查"),
        (Tab::Guidance, "写法"),
        (Tab::Facts, "事实"),
        (Tab::Contributions, "来稿"),
        (Tab::Preview, "预览"),
    ];
    let count = Memo::new(move |_| workspace.finding_count());
    view! {
        <aside class="panel">
            <div class="tabs" role="tablist">
                {tabs.map(|(this, name)| view! {
                    <button
                        role="tab"
                        class=class("", "on", move || tab.get() == this)
                        aria-selected=live(move || (tab.get() == this).to_string())
                        data-testid=match this {
                            Tab::Findings => "tab-findings",
                            Tab::Guidance => "tab-guidance",
                            Tab::Facts => "tab-facts",
                            Tab::Contributions => "tab-contributions",
                            Tab::Preview => "tab-preview",
                        }
                        on:click=move |_| tab.set(this)
                    >
                        {name}
                        {live(move || match count.get() {
                            found if this == Tab::Findings && found > 0 => format!(" {found}"),
                            _ => String::new(),
                        })}
                    </button>
                })}
            </div>
            {move || match tab.get() {
                Tab::Findings => view! { <FindingsPanel/> }.into_any(),
                Tab::Guidance => view! { <GuidancePanel/> }.into_any(),
                Tab::Facts => view! { <FactsPanel/> }.into_any(),
                Tab::Contributions => view! { <ContributionsPanel/> }.into_any(),
                Tab::Preview => view! { <Preview/> }.into_any(),
            }}
        </aside>
    }
    .into_any()
}
