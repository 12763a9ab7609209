//! One section on the desk: heading, length, text, and what can be done with it.

use leptos::prelude::*;
use nigao_core::report::{Node, SectionId};

use super::text_editor::TextEditor;
use crate::state::workspace::{Tab, Workspace};
use crate::web::page;

/// The section with this id.
#[component]
pub fn SectionEditor(id: SectionId) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let Some(section) = workspace.section(&id) else {
        return ().into_any();
    };
    let is_active = {
        let id = id.clone();
        move || workspace.active.with(|a| a.as_ref() == Some(&id))
    };
    let enter = {
        let id = id.clone();
        move |_| workspace.activate(&id)
    };
    let level = section.node.clone();
    let name = format!("section-{id}");
    view! {
        <section
            id=name.clone()
            class=move || format!("section l{}", level.with(Node::level))
            class:now=is_active
            data-testid=name
            on:focusin=enter
        >
            <Head id=id.clone() node=section.node.clone()/>
            <Length id=id.clone() node=section.node.clone()/>
            <TextEditor id=id.clone() section/>
            <Tips id/>
        </section>
    }
    .into_any()
}

#[component]
fn Head(id: SectionId, node: ArcMemo<Node>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let index = workspace.index_memo(&id);
    let mark = move || {
        workspace
            .marks
            .with(|marks| marks.get(index.get()).cloned().unwrap_or_default())
    };
    let has_heading = {
        let node = node.clone();
        Memo::new(move |_| node.with(|n| n.heading.is_some()))
    };
    let heading_id = id.clone();
    let words = node.clone();
    let own = StoredValue::new(id);
    let act =
        move |what: fn(Workspace, &SectionId)| move |_| own.with_value(|id| what(workspace, id));
    view! {
        <div class="section-head">
            {move || if has_heading.get() {
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
                        prop:value=move || words.with(|n| n.heading.as_ref().map(|h| h.text.clone()).unwrap_or_default())
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
                view! { <h3 class="part-name">{move || words.with(|n| workspace.part_name(n))}</h3> }.into_any()
            }}
            <span class="section-tools">
                <Show when=move || has_heading.get()>
                    <button class="icon" title="上移" aria-label="上移" data-testid="section-up" on:click=act(|w, id| w.shift(id, true))>"↑"</button>
                    <button class="icon" title="下移" aria-label="下移" data-testid="section-down" on:click=act(|w, id| w.shift(id, false))>"↓"</button>
                    <button class="icon" title="升一级" aria-label="升一级" data-testid="section-outdent" on:click=act(|w, id| w.nest(id, false))>"←"</button>
                    <button class="icon" title="降一级" aria-label="降一级" data-testid="section-indent" on:click=act(|w, id| w.nest(id, true))>"→"</button>
                </Show>
                <button class="icon" title="在后面加一节" aria-label="在后面加一节" data-testid="section-add" on:click=act(Workspace::add_after)>"＋"</button>
                <button class="icon" title="删去这一节" aria-label="删去这一节" data-testid="section-remove" on:click=act(Workspace::remove)>"×"</button>
            </span>
        </div>
    }
}

/// How long the section is against the template's bounds.
#[component]
fn Length(id: SectionId, node: ArcMemo<Node>) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let index = workspace.index_memo(&id);
    let slot = Memo::new(move |_| {
        node.with(|node| {
            workspace
                .template
                .and_then(|t| t.slot_of(node))
                .map(|s| (s.chars, s.required, s.min_items))
        })
    });
    let chars = Memo::new(move |_| workspace.chars_within(index.get()));
    let words = move || {
        let chars = chars.get();
        let ((least, most), required, items) = slot.get().unwrap_or_default();
        let mut words = match (chars, required) {
            (0, true) => "必写".to_owned(),
            (0, false) => "可写可不写".to_owned(),
            _ => format!("{chars} 字"),
        };
        match (least, most) {
            (0, 0) => {}
            (0, most) => words.push_str(&format!("，不超过 {most} 字")),
            (least, 0) => words.push_str(&format!("，不少于 {least} 字")),
            (least, most) => words.push_str(&format!("，宜 {least} 至 {most} 字")),
        }
        if items > 0 {
            words.push_str(&format!("，至少 {items} 项"));
        }
        words
    };
    let width = move || {
        let ((least, most), _, _) = slot.get().unwrap_or_default();
        let full = if least > 0 { least } else { most };
        (full > 0).then(|| (chars.get() * 100 / full).min(100))
    };
    view! {
        <div class="meta">
            {move || width().map(|width| view! {
                <span class="bar"><i class:done=width == 100 style=format!("width:{width}%")></i></span>
            })}
            <span>{words}</span>
        </div>
    }
}

/// Sentences to start from, shown under the section that is written in.
#[component]
fn Tips(id: SectionId) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let is_active = {
        let id = id.clone();
        Memo::new(move |_| workspace.active.with(|a| a.as_ref() == Some(&id)))
    };
    let skeletons = {
        let id = id.clone();
        Memo::new(move |_| workspace.skeletons(&id))
    };
    view! {
        <Show when=move || is_active.get()>
            <div class="tip">
                {
                    let id = id.clone();
                    move || skeletons.get().into_iter().map(|skeleton| {
                        let id = id.clone();
                        view! {
                            <button
                                class="outlined small"
                                title=skeleton.text.clone()
                                data-testid="insert-skeleton"
                                on:mousedown=|event| event.prevent_default()
                                on:click=move |_| workspace.insert_text(&id, &skeleton.text)
                            >"插入："{skeleton.name.clone()}</button>
                        }
                    }).collect_view()
                }
                <button class="plain small" on:click=move |_| workspace.tab.set(Tab::Guidance)>"怎么写"</button>
                <span class="grow"></span>
                <span class="faint">"下一处待填 " <kbd>"F8"</kbd></span>
            </div>
        </Show>
    }
}
