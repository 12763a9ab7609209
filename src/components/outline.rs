//! The outline at the left: every section with its mark and what is to be done in it.

use leptos::prelude::*;
use nigao_core::check::Severity;
use nigao_core::report::SectionId;

use crate::state::workspace::Workspace;
use crate::web::page;

/// The outline.
#[component]
pub fn Outline() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let absent = Memo::new(move |_| {
        workspace
            .absent_slots()
            .into_iter()
            .map(|slot| (slot.id.clone(), slot.name.clone()))
            .collect::<Vec<_>>()
    });
    view! {
        <nav class="outline" aria-label="提纲" data-testid="outline">
            <div class="outline-head">
                <h2>"提纲"</h2>
                <span class="grow"></span>
                <Show when=move || workspace.has_source_marks()>
                    <button class="plain small" title="按顺序重新编写标题的序号" data-testid="renumber" on:click=move |_| workspace.renumber()>
                        "重新编号"
                    </button>
                </Show>
                {move || workspace.undoable().map(|what| view! {
                    <button class="plain small" title=format!("撤销：{what}") data-testid="undo" on:click=move |_| workspace.undo()>"撤销"</button>
                })}
            </div>
            <For each=move || workspace.order.get() key=Clone::clone let:id>
                <Entry id/>
            </For>
            <Show when=move || absent.with(|a| !a.is_empty())>
                <h3 class="faint small">"还可以加"</h3>
                <div class="absent">
                    {move || absent.get().into_iter().map(|(id, name)| view! {
                        <button
                            class="plain small"
                            data-testid=format!("add-{id}")
                            on:click=move |_| {
                                if let Some(slot) = workspace.template.and_then(|t| t.slot(&id)) { workspace.add_slot(slot) }
                            }
                        >"＋ "{name}</button>
                    }).collect_view()}
                </div>
            </Show>
        </nav>
    }
}

#[component]
fn Entry(id: SectionId) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let Some(section) = workspace.section(&id) else {
        return ().into_any();
    };
    let index = workspace.index_memo(&id);
    let mark = move || {
        workspace
            .marks
            .with(|marks| marks.get(index.get()).cloned().unwrap_or_default())
    };
    let (node, check) = (section.node, section.check);
    let (level, name) = (node.clone(), node.clone());
    let is_active = {
        let id = id.clone();
        move || workspace.active.with(|a| a.as_ref() == Some(&id))
    };
    let to_do = {
        let id = id.clone();
        Memo::new(move |_| workspace.to_do(&id, &check.get()))
    };
    view! {
        <button
            class=move || format!("node l{}", level.with(nigao_core::report::Node::level))
            class:now=is_active
            data-testid="outline-item"
            on:click=move |_| {
                workspace.active.set(Some(id.clone()));
                page::go_to(&format!("section-{id}"), "textarea");
            }
        >
            <span class="n">{mark}</span>
            <span class="node-name">{move || name.with(|node| match &node.heading {
                Some(heading) if heading.text.trim().is_empty() => "（无标题）".to_owned(),
                Some(heading) => heading.text.clone(),
                None => workspace.part_name(node),
            })}</span>
            {move || match to_do.get() {
                ToDo::Findings(count, severity) => view! {
                    <span class=if severity == Severity::Error { "dot e" } else { "dot w" } aria-label=format!("{count} 处要改")>{count}</span>
                }.into_any(),
                ToDo::Unwritten => view! { <span class="dot o">"未写"</span> }.into_any(),
                ToDo::Nothing => view! { <span class="dot k" aria-label="已写">"✓"</span> }.into_any(),
                ToDo::Blank => view! { <span></span> }.into_any(),
            }}
        </button>
    }
    .into_any()
}

/// What is to be done in a section, as the outline shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToDo {
    /// Findings in it, and the gravest of them.
    Findings(usize, Severity),
    /// Nothing is written yet, though the template asks for it.
    Unwritten,
    /// Written, and nothing was found.
    Nothing,
    /// Nothing is written and nothing need be.
    Blank,
}

impl Workspace {
    fn to_do(self, id: &SectionId, check: &nigao_core::check::SectionCheck) -> ToDo {
        if let Some(gravest) = check.findings.iter().map(|f| f.rule.severity).min() {
            return ToDo::Findings(check.findings.len(), gravest);
        }
        if check.summary.chars > 0 {
            return ToDo::Nothing;
        }
        let nested = self.nodes.with(|nodes| {
            nodes
                .iter()
                .position(|n| n.id == *id)
                .is_some_and(|i| nigao_core::report::subtree(nodes, i).len() > 1)
        });
        let required = self.nodes.with(|nodes| {
            nodes.iter().find(|n| n.id == *id).is_some_and(|n| {
                n.heading.is_some()
                    || self
                        .template
                        .and_then(|t| t.slot_of(n))
                        .is_some_and(|slot| slot.required)
            })
        });
        if nested || !required {
            ToDo::Blank
        } else {
            ToDo::Unwritten
        }
    }
}
