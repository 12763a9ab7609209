//! How to write the section that the caret is in.

use leptos::prelude::*;
use nigao_core::report::SectionId;
use nigao_core::template::Skeleton;

use crate::state::workspace::Workspace;
use crate::web::dom::{El, View, dynamic, el};

/// Guidance and sentences to start from.
pub fn guidance_panel(workspace: Workspace) -> El {
    let section = move || {
        workspace
            .active
            .get()
            .or_else(|| workspace.order.with(|o| o.first().cloned()))
    };
    el("div.list guidance")
        .testid("guidance")
        .child(dynamic(move || {
            section().map(|id| guidance(workspace, &id))
        }))
}

fn guidance(workspace: Workspace, id: &SectionId) -> View {
    let label = el("h3").child(workspace.label(id));
    let Some(slot) = workspace.slot_of(id) else {
        let own = "这一节不在本类报告的常用结构里，怎么写由您定。";
        return View::many([label, el("p.soft").child(own)]);
    };
    let lines = slot.guidance.lines().filter(|line| !line.trim().is_empty());
    let named = (!slot.skeletons.is_empty()).then(|| el("h4").child("句式"));
    let mut parts = vec![label];
    parts.extend(lines.map(|line| el("p").child(line)));
    parts.extend(named);
    parts.extend(slot.skeletons.iter().map(|s| skeleton(id.clone(), s)));
    View::many(parts)
}

fn skeleton(id: SectionId, skeleton: &'static Skeleton) -> El {
    let insert = el("button.outlined small")
        .click(move || Workspace::insert_text(&id, &skeleton.text))
        .child("插入");
    let name = el("b").child(skeleton.name.as_str());
    el("div.skeleton")
        .child(el("div.skeleton-head").child(name).child(insert))
        .child(el("p").child(skeleton.text.as_str()))
}
