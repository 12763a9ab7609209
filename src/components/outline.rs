//! The outline at the left: every section with its mark and what is to be done in it.

use leptos::prelude::*;
use nigao_core::check::Severity;
use nigao_core::report::{Node, SectionId};

use super::button::button;
use super::keyed::each_section;
use crate::state::workspace::Workspace;
use crate::web::dom::{El, View, el, keyed, when};
use crate::web::page;

/// The outline.
pub fn outline(workspace: Workspace) -> El {
    let renumber = move || {
        button("plain small", "renumber", "重新编号", move || {
            workspace.renumber();
        })
    };
    let undo = move || {
        let what = move || workspace.undoable().unwrap_or_default();
        button("plain small", "undo", "撤销", move || workspace.undo())
            .live("title", move || format!("撤销：{}", what()))
    };
    let head = el("div.outline-head")
        .child(el("h2").child("提纲"))
        .child(el("span.grow"))
        .child(when(move || workspace.has_source_marks(), renumber))
        .child(when(move || workspace.undoable().is_some(), undo));
    el("nav.outline")
        .attrs(&["aria-label=提纲", "data-testid=outline"])
        .child(head)
        .child(each_section(workspace, move |id| entry(workspace, id)))
        .child(el("h3.faint small").child("还可以加"))
        .child(el("div.absent").child(absent(workspace)))
}

/// Buttons for the template's sections that the report does not have.
fn absent(workspace: Workspace) -> View {
    let ids = move || {
        let slots = workspace.absent_slots();
        slots.into_iter().map(|slot| slot.id.clone()).collect()
    };
    keyed(ids, move |id| {
        let slot = workspace.template.and_then(|t| t.slot(&id));
        slot.map(|slot| {
            el("button.plain small")
                .testid(&format!("add-{id}"))
                .click(move || workspace.add_slot(slot))
                .child("＋ ")
                .child(slot.name.as_str())
        })
        .into()
    })
}

fn entry(workspace: Workspace, id: SectionId) -> View {
    let Some(section) = workspace.section(&id) else {
        return View::nothing();
    };
    let (node, check) = (section.node, section.check);
    let own = StoredValue::new(id);
    let row = move || own.with_value(|id| workspace.active.with(|a| a.as_ref() == Some(id)));
    let level = node.clone();
    let class = move || {
        let now = if row() { " now" } else { "" };
        format!("node l{}{now}", level.with(Node::level))
    };
    let name = move || {
        node.with(|node| match &node.heading {
            Some(heading) if heading.text.trim().is_empty() => "（无标题）".to_owned(),
            Some(heading) => heading.text.clone(),
            None => workspace.part_name(node),
        })
    };
    let to_do = move || check.with(|check| own.with_value(|id| workspace.to_do(id, check)));
    let (spoken, dot) = (to_do.clone(), to_do.clone());
    let go = move || {
        own.with_value(|id| {
            workspace.activate(id);
            page::go_to(&format!("section-{id}"), "textarea");
        });
    };
    let mark = move || own.with_value(|id| workspace.mark_of(id));
    el("button")
        .live("class", class)
        .testid("outline-item")
        .live("aria-label", move || {
            own.with_value(|id| format!("{}{}", workspace.label(id), spoken().spoken()))
        })
        .says("aria-current", row)
        .click(go)
        .child(el("span.n").text(mark))
        .child(el("span.node-name").text(name))
        .child(
            el("span")
                .live("class", move || dot().dot().to_owned())
                .text(move || to_do().sign()),
        )
        .into()
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

impl ToDo {
    /// What a screen reader says behind the section's name.
    fn spoken(self) -> String {
        match self {
            Self::Findings(count, _) => format!("，{count} 处要改"),
            Self::Unwritten => "，未写".to_owned(),
            Self::Nothing | Self::Blank => String::new(),
        }
    }

    /// The class of the sign.
    fn dot(self) -> &'static str {
        match self {
            Self::Findings(_, Severity::Error) => "dot e",
            Self::Findings(..) => "dot w",
            Self::Unwritten => "dot o",
            Self::Nothing => "dot k",
            Self::Blank => "",
        }
    }

    /// The sign behind the name.
    fn sign(self) -> String {
        match self {
            Self::Findings(count, _) => count.to_string(),
            Self::Unwritten => "未写".to_owned(),
            Self::Nothing => "✓".to_owned(),
            Self::Blank => String::new(),
        }
    }
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
