//! Other people's files beside the draft, and what can be taken from them.

use leptos::prelude::*;

use super::button::{button, icon_button};
use super::file_button::file_button;
use crate::state::contributions::Offer;
use crate::state::workspace::Workspace;
use crate::web::dom::{El, View, el, keyed};

/// The files that lie beside the draft.
pub fn contributions_panel(workspace: Workspace) -> El {
    let files = move || {
        workspace.contributions.with(|all| {
            all.iter()
                .enumerate()
                .map(|(i, c)| format!("{i} {}", c.name))
                .collect()
        })
    };
    let choose = file_button(
        "放进文件",
        &["multiple", "data-testid=open-contribution"],
        move |event| workspace.open_contributions(event),
    );
    el("div.list contributions")
        .child(el("p.soft").child(
            "把各处报来的材料放在这里，从中取用章节。取来的放在正在写的一节后面，并记下出自哪个文件。",
        ))
        .child(choose)
        .child(keyed(files, move |key| file(workspace, &key)))
}

fn file(workspace: Workspace, key: &str) -> View {
    let (index, name) = key.split_once(' ').unwrap_or(("0", key));
    let index: usize = index.parse().unwrap_or(0);
    let offers = workspace
        .contributions
        .with_untracked(|all| all.get(index).map(|c| c.offers(index)).unwrap_or_default());
    let none = offers
        .is_empty()
        .then(|| el("p.soft").child("这个文件里没有可取用的章节。"));
    let head = el("div.skeleton-head")
        .child(el("h3").child(name))
        .child(button(
            "plain small",
            "open-apart",
            "另开一份",
            move || {
                workspace.open_apart(index);
            },
        ))
        .child(icon_button(
            "close-contribution",
            "×",
            "拿开这个文件",
            move || {
                workspace.close_contribution(index);
            },
        ));
    el("section.contribution")
        .testid("contribution")
        .child(head)
        .child(none)
        .children(offers.into_iter().map(|offer| entry(workspace, offer)))
        .into()
}

fn entry(workspace: Workspace, offer: Offer) -> El {
    let Offer {
        file,
        section,
        name,
        level,
        chars,
    } = offer;
    el("div")
        .attr("class", &format!("offer l{level}"))
        .child(
            el("span.grow")
                .child(name)
                .child(" ")
                .child(el("small").child(format!("{chars} 字"))),
        )
        .child(button(
            "outlined small",
            "take-section",
            "取用",
            move || {
                workspace.take(file, section);
            },
        ))
}
