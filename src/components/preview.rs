//! The typeset report, from the same laid-out blocks as every export.

use leptos::prelude::*;
use nigao_core::export::{html, layout};
use nigao_core::report::SectionId;

use crate::state::workspace::Workspace;

/// The preview; each section is laid out again only when it changes.
#[component]
pub fn Preview() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    view! {
        <div class="preview" data-testid="preview">
            <style>{html::STYLE}</style>
            <article class=format!("report {}", workspace.template.map_or("", |t| t.id.as_str()))>
                <For each=move || workspace.order.get() key=Clone::clone let:id>
                    <SectionPreview id/>
                </For>
            </article>
        </div>
    }
}

#[component]
fn SectionPreview(id: SectionId) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let Some(section) = workspace.section(&id) else { return ().into_any() };
    let index = workspace.index_memo(&id);
    // `fragment` builds this from escaped text only; nothing in it can run.
    let markup = Memo::new(move |_| {
        let mark = workspace.marks.with(|marks| marks.get(index.get()).cloned().unwrap_or_default());
        let blocks = section.node.with(|node| {
            section.text.with(|text| workspace.facts.with(|facts| layout::section(node, &mark, text, facts)))
        });
        html::fragment(&blocks)
    });
    view! {
        <div class="preview-section" on:click=move |_| workspace.point_at(&id, false, &(0..0)) inner_html=move || markup.get()></div>
    }
    .into_any()
}
