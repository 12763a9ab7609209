//! One section on the desk: heading, length, text, and what can be done with it.

use leptos::prelude::*;
use nigao_core::report::{Node, SectionId};
use nigao_core::template::{Skeleton, Slot};

use super::button::{button, icon_button};
use super::text_editor::text_editor;
use crate::state::workspace::{Tab, Workspace};
use crate::web::dom::{El, View, dynamic, el};
use crate::web::page;

/// The section with this id.
pub fn section_editor(workspace: Workspace, id: SectionId) -> View {
    let Some(section) = workspace.section(&id) else {
        return View::nothing();
    };
    let own = StoredValue::new(id.clone());
    let level = section.node.clone();
    let class = move || {
        let is_active =
            own.with_value(|id| workspace.active.with(|active| active.as_ref() == Some(id)));
        let now = if is_active { " now" } else { "" };
        format!("section l{}{now}", level.with(Node::level))
    };
    let name = format!("section-{id}");
    el("section")
        .attr("id", &name)
        .live("class", class)
        .testid(&name)
        .live("aria-label", move || {
            own.with_value(|id| workspace.label(id))
        })
        .on("focusin", move |_| {
            own.with_value(|id| workspace.activate(id));
        })
        .child(head(workspace, &id, &section.node))
        .child(length(workspace, &id, &section.node))
        .child(text_editor(workspace, &id, section))
        .child(tips(workspace, id))
        .into()
}

fn head(workspace: Workspace, id: &SectionId, node: &ArcMemo<Node>) -> El {
    // A section's role and slot stay what they are; only the words change.
    let has_heading = node.with_untracked(|n| n.heading.is_some());
    let own = StoredValue::new(id.clone());
    let tool = move |testid: &str, sign: &str, name: &str, act: fn(Workspace, &SectionId)| {
        icon_button(testid, sign, name, move || {
            own.with_value(|id| act(workspace, id));
        })
    };
    let tools = el("span.section-tools").keeps_focus();
    let (words, tools) = if has_heading {
        let mark = move || own.with_value(|id| workspace.mark_of(id));
        let moves = [
            tool("section-up", "↑", "上移", |w, id| w.shift(id, true)),
            tool("section-down", "↓", "下移", |w, id| w.shift(id, false)),
            tool("section-outdent", "←", "升一级", |w, id| {
                w.nest(id, false);
            }),
            tool("section-indent", "→", "降一级", |w, id| {
                w.nest(id, true);
            }),
        ];
        let words = [
            el("span.n").text(mark),
            heading(workspace, id.clone(), node.clone()),
        ];
        (View::many(words), tools.children(moves))
    } else {
        let node = node.clone();
        let name = el("h3.part-name").text(move || node.with(|n| workspace.part_name(n)));
        (name.into(), tools)
    };
    el("div.section-head").child(words).child(
        tools
            .child(tool(
                "section-add",
                "＋",
                "在后面加一节",
                Workspace::add_after,
            ))
            .child(tool("section-remove", "×", "删去这一节", Workspace::remove)),
    )
}

fn heading(workspace: Workspace, id: SectionId, node: ArcMemo<Node>) -> El {
    let words = move || {
        node.with(|n| n.heading.as_ref().map(|h| h.text.clone()))
            .unwrap_or_default()
    };
    let area = Workspace::area_id(&id);
    el("input.section-heading")
        .testid("section-heading")
        .attrs(&["aria-label=标题", "placeholder=写标题", "autocomplete=off"])
        .value(words)
        .typed("change", move |words| workspace.type_heading(&id, words))
        .on("keydown", move |event| {
            if page::is_enter(event) {
                event.prevent_default();
                page::focus(&format!("[id='{area}']"));
            }
        })
}

/// How long the section is against the template's bounds.
fn length(workspace: Workspace, id: &SectionId, node: &ArcMemo<Node>) -> El {
    let index = workspace.index_memo(id);
    let slot = node.with_untracked(|node| workspace.template.and_then(|t| t.slot_of(node)));
    let chars = Memo::new(move |_| workspace.chars_within(index.get()));
    let (least, most) = slot.map_or((0, 0), |slot| slot.chars);
    let full = if least > 0 { least } else { most };
    let bar = (full > 0).then(|| {
        let share = move || (chars.get() * 100 / full).min(100);
        let done = el("i")
            .class_if("", "done", move || share() == 100)
            .live("style", move || format!("width:{}%", share()));
        el("span.bar").child(done)
    });
    el("div.meta")
        .child(bar)
        .child(el("span").text(move || length_in_words(chars.get(), slot)))
        .child(origin(workspace, id.clone(), node.clone()))
}

fn length_in_words(chars: usize, slot: Option<&Slot>) -> String {
    let (required, items) = slot.map_or((false, 0), |slot| (slot.required, slot.min_items));
    let written = match (chars, required) {
        (0, true) => "必写".to_owned(),
        (0, false) if slot.is_some() => "可写可不写".to_owned(),
        _ => format!("{chars} 字"),
    };
    let bounds = match slot.map_or((0, 0), |slot| slot.chars) {
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
    [written, bounds, items].concat()
}

/// The file that the section was taken from.
fn origin(workspace: Workspace, id: SectionId, node: ArcMemo<Node>) -> View {
    dynamic(move || {
        let file = node.with(|n| n.origin.clone())?;
        let id = id.clone();
        let forget = move || workspace.forget_origin(&id);
        let origin = el("span.origin")
            .testid("section-origin")
            .child(format!("取自“{file}”"))
            .child(icon_button("forget-origin", "×", "去掉出处", forget));
        Some(origin)
    })
}

/// Sentences to start from. They keep their place when the section is not written in, so that nothing moves under a click.
fn tips(workspace: Workspace, id: SectionId) -> El {
    let skeletons = workspace
        .skeletons(&id)
        .iter()
        .map(|s| insert(id.clone(), s));
    let next = el("span.faint")
        .child("下一处待填 ")
        .child(el("kbd").child("F8"));
    let tips = el("div.tip").children(skeletons);
    let how = move || {
        workspace.activate(&id);
        workspace.tab.set(Tab::Guidance);
    };
    tips.child(button("plain small", "how-to-write", "怎么写", how))
        .child(el("span.grow"))
        .child(next)
}

fn insert(id: SectionId, skeleton: &'static Skeleton) -> El {
    el("button.outlined small")
        .attr("title", &skeleton.text)
        .testid("insert-skeleton")
        .keeps_focus()
        .click(move || Workspace::insert_text(&id, &skeleton.text))
        .child("插入：")
        .child(skeleton.name.as_str())
}
