//! The outline at the left: every section with its mark and what is to be done in it.

use leptos::prelude::*;
use nigao_core::check::Severity;
use nigao_core::report::SectionId;

use super::button::button;
use super::keyed::each_section;
use super::live::live;
use crate::state::workspace::Workspace;
use crate::web::page;

/// The outline.
#[component]
pub fn Outline() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let absent = Memo::new(move |_| {
        let slots = workspace.absent_slots();
        slots
            .into_iter()
            .map(|slot| slot.id.clone())
            .collect::<Vec<_>>()
    });
    view! {
        <nav class="outline" aria-label="提纲" data-testid="outline">
            <div class="outline-head">
                <h2>"提纲"</h2>
                <span class="grow"></span>
                {move || workspace.has_source_marks().then(|| {
                    button("plain small", "renumber", "重新编号", move || workspace.renumber())
                })}
                {move || workspace.undoable().map(|what| view! {
                    <button class="plain small" title=format!("撤销：{what}") data-testid="undo" on:click=move |_| workspace.undo()>"撤销"</button>
                })}
            </div>
            {each_section(workspace, move |id| entry(workspace, id))}
            <h3 class="faint small">"还可以加"</h3>
            <div class="absent">
                {move || absent.get().into_iter().filter_map(|id| {
                    let slot = workspace.template.and_then(|t| t.slot(&id))?;
                    Some(view! {
                        <button
                            class="plain small"
                            data-testid=format!("add-{id}")
                            on:click=move |_| workspace.add_slot(slot)
                        >"＋ "{slot.name.as_str()}</button>
                    })
                }).collect_view()}
            </div>
        </nav>
    }
}

fn entry(workspace: Workspace, id: SectionId) -> AnyView {
    let Some(section) = workspace.section(&id) else {
        return ().into_any();
    };
    let (node, check) = (section.node, section.check);
    let own = StoredValue::new(id.clone());
    let row = move || own.with_value(|id| workspace.active.with(|a| a.as_ref() == Some(id)));
    let level = node.clone();
    let class = live(move || {
        let now = if row() { " now" } else { "" };
        format!("node l{}{now}", level.with(nigao_core::report::Node::level))
    });
    let name = live(move || {
        node.with(|node| match &node.heading {
            Some(heading) if heading.text.trim().is_empty() => "（无标题）".to_owned(),
            Some(heading) => heading.text.clone(),
            None => workspace.part_name(node),
        })
    });
    let to_do = move || check.with(|check| own.with_value(|id| workspace.to_do(id, check)));
    let spoken = {
        let to_do = to_do.clone();
        live(move || {
            let words = match to_do() {
                ToDo::Findings(count, _) => format!("，{count} 处要改"),
                ToDo::Unwritten => "，未写".to_owned(),
                ToDo::Nothing | ToDo::Blank => String::new(),
            };
            own.with_value(|id| format!("{}{words}", workspace.label(id)))
        })
    };
    let dot = {
        let to_do = to_do.clone();
        live(move || {
            let kind = match to_do() {
                ToDo::Findings(_, Severity::Error) => "dot e",
                ToDo::Findings(..) => "dot w",
                ToDo::Unwritten => "dot o",
                ToDo::Nothing => "dot k",
                ToDo::Blank => "",
            };
            kind.to_owned()
        })
    };
    let sign = live(move || match to_do() {
        ToDo::Findings(count, _) => count.to_string(),
        ToDo::Unwritten => "未写".to_owned(),
        ToDo::Nothing => "✓".to_owned(),
        ToDo::Blank => String::new(),
    });
    view! {
        <button
            class=class
            data-testid="outline-item"
            aria-label=spoken
            aria-current=live(move || row().to_string())
            on:click=move |_| own.with_value(|id| {
                workspace.activate(id);
                page::go_to(&format!("section-{id}"), "textarea");
            })
        >
            <span class="n">{live(move || workspace.mark_of(&id))}</span>
            <span class="node-name">{name}</span>
            <span class=dot>{sign}</span>
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
