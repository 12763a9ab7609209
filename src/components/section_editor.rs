//! One section on the desk: heading, length, text, and what can be done with it.

use leptos::prelude::*;
use nigao_core::report::{Node, SectionId};

use super::button::{button, icon_button};
use super::live::{class, live};
use super::text_editor::text_editor;
use crate::state::workspace::{Tab, Workspace};
use crate::web::page;

/// The section with this id.
pub fn section_editor(workspace: Workspace, id: SectionId) -> AnyView {
    let Some(section) = workspace.section(&id) else {
        return ().into_any();
    };
    let own = StoredValue::new(id.clone());
    let level = section.node.clone();
    let class = live(move || {
        let is_active =
            own.with_value(|id| workspace.active.with(|active| active.as_ref() == Some(id)));
        let now = if is_active { " now" } else { "" };
        format!("section l{}{now}", level.with(Node::level))
    });
    let name = format!("section-{id}");
    view! {
        <section
            id=name.clone()
            class=class
            data-testid=name
            aria-label=live(move || own.with_value(|id| workspace.label(id)))
            on:focusin=move |_| own.with_value(|id| workspace.activate(id))
        >
            {head(workspace, &id, &section.node)}
            {length(workspace, &id, &section.node)}
            {text_editor(workspace, &id, section)}
            {tips(workspace, id)}
        </section>
    }
    .into_any()
}

fn head(workspace: Workspace, id: &SectionId, node: &ArcMemo<Node>) -> AnyView {
    let id = id.clone();
    let mark = {
        let id = id.clone();
        live(move || workspace.mark_of(&id))
    };
    // A section's role and slot stay what they are; only the words change.
    let has_heading = node.with_untracked(|n| n.heading.is_some());
    let heading_id = id.clone();
    let words = node.clone();
    let own = StoredValue::new(id);
    let act =
        move |what: fn(Workspace, &SectionId)| move || own.with_value(|id| what(workspace, id));
    view! {
        <div class="section-head">
            {if has_heading {
                let (id, area) = (heading_id.clone(), Workspace::area_id(&heading_id));
                let words = words.clone();
                view! {
                    <span class="n">{mark}</span>
                    <input
                        class="section-heading"
                        data-testid="section-heading"
                        aria-label="标题"
                        placeholder="写标题"
                        autocomplete="off"
                        prop:value=live(move || words.with(|n| n.heading.as_ref().map(|h| h.text.clone()).unwrap_or_default()))
                        on:input={
                            let id = id.clone();
                            move |event| if !page::is_composing(&event) {
                                workspace.type_heading(&id, event_target_value(&event));
                            }
                        }
                        on:compositionend={
                            let id = id.clone();
                            move |event| workspace.type_heading(&id, event_target_value(&event))
                        }
                        on:change=move |event| workspace.type_heading(&id, event_target_value(&event))
                        on:keydown=move |event| if event.key() == "Enter" && !event.is_composing() {
                            event.prevent_default();
                            page::focus(&format!("[id='{area}']"));
                        }
                    />
                }.into_any()
            } else {
                let words = words.clone();
                view! { <h3 class="part-name">{live(move || words.with(|n| workspace.part_name(n)))}</h3> }.into_any()
            }}
            <span class="section-tools" on:mousedown=|event| event.prevent_default()>
                {has_heading.then(|| [
                    icon_button("section-up", "↑", "上移", act(|w, id| w.shift(id, true))),
                    icon_button("section-down", "↓", "下移", act(|w, id| w.shift(id, false))),
                    icon_button("section-outdent", "←", "升一级", act(|w, id| w.nest(id, false))),
                    icon_button("section-indent", "→", "降一级", act(|w, id| w.nest(id, true))),
                ].collect_view())}
                {icon_button("section-add", "＋", "在后面加一节", act(Workspace::add_after))}
                {icon_button("section-remove", "×", "删去这一节", act(Workspace::remove))}
            </span>
        </div>
    }
    .into_any()
}

/// How long the section is against the template's bounds.
fn length(workspace: Workspace, id: &SectionId, node: &ArcMemo<Node>) -> AnyView {
    let index = workspace.index_memo(id);
    let slot = node.with_untracked(|node| workspace.template.and_then(|t| t.slot_of(node)));
    let bounds = slot.map_or((0, 0), |slot| slot.chars);
    let chars = Memo::new(move |_| workspace.chars_within(index.get()));
    let words = move || {
        let chars = chars.get();
        let (required, items) = slot.map_or((false, 0), |slot| (slot.required, slot.min_items));
        let written = match (chars, required) {
            (0, true) => "必写".to_owned(),
            (0, false) if slot.is_some() => "可写可不写".to_owned(),
            _ => format!("{chars} 字"),
        };
        let bounds = match bounds {
            (0, 0) => String::new(),
            (0, most) => format!("，不超过 {most} 字"),
            (least, 0) => format!("，不少于 {least} 字"),
            (least, most) => format!("，宜 {least} 至 {most} 字"),
        };
        let items = if items > 0 {
            format!("，至少 {items} 项")
        } else {
            String::new()
        };
        format!("{written}{bounds}{items}")
    };
    let (least, most) = bounds;
    let full = if least > 0 { least } else { most };
    let bar = (full > 0).then(|| {
        let share = move || (chars.get() * 100 / full).min(100);
        view! {
            <span class="bar">
                <i class=class("", "done", move || share() == 100) style=live(move || format!("width:{}%", share()))></i>
            </span>
        }
    });
    view! {
        <div class="meta">
            {bar}
            <span>{live(words)}</span>
            {origin(workspace, id, node)}
        </div>
    }
    .into_any()
}

/// The file that the section was taken from.
fn origin(workspace: Workspace, id: &SectionId, node: &ArcMemo<Node>) -> AnyView {
    let (id, node) = (id.clone(), node.clone());
    (move || {
        let id = id.clone();
        node.with(|n| n.origin.clone()).map(|file| view! {
            <span class="origin" data-testid="section-origin">
                {format!("取自“{file}”")}
                {icon_button("forget-origin", "×", "去掉出处", move || workspace.forget_origin(&id))}
            </span>
        })
    })
    .into_any()
}

/// Sentences to start from. They keep their place when the section is not written in, so that nothing moves under a click.
fn tips(workspace: Workspace, id: SectionId) -> AnyView {
    let own = id.clone();
    let skeletons = workspace.skeletons(&id).iter().map(move |skeleton| {
        let id = id.clone();
        view! {
            <button
                class="outlined small"
                title=skeleton.text.as_str()
                data-testid="insert-skeleton"
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| Workspace::insert_text(&id, &skeleton.text)
            >"插入："{skeleton.name.as_str()}</button>
        }
    });
    let how = move || {
        workspace.activate(&own);
        workspace.tab.set(Tab::Guidance);
    };
    view! {
        <div class="tip">
            {skeletons.collect_view()}
            {button("plain small", "how-to-write", "怎么写", how)}
            <span class="grow"></span>
            <span class="faint">"下一处待填 "<kbd>"F8"</kbd></span>
        </div>
    }
    .into_any()
}
