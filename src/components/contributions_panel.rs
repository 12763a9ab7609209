//! Other people's files beside the draft, and what can be taken from them.

use leptos::prelude::*;

use super::button::{button, icon_button};
use super::file_button::file_button;
use crate::state::contributions::{Contribution, Offer};
use crate::state::workspace::Workspace;
use crate::web::dom::{El, View, el, keyed, when};

/// Offers of a file that are shown at first, and each time that more are asked for.
const PAGE: usize = 200;

/// The files that lie beside the draft.
pub fn contributions_panel(workspace: Workspace) -> El {
    let app = workspace.app;
    let files = move || {
        app.contributions
            .with(|all| all.iter().map(|c| c.id.to_string()).collect())
    };
    let choose = file_button(
        "放进文件",
        &["multiple", "data-testid=open-contribution"],
        move |event| app.put_beside_chosen(event),
    );
    el("div.list contributions")
        .child(el("p.soft").child(
            "把各处报来的材料放在这里（也可以拖进来，或在这里粘贴），从中取用章节。取来的放在正在写的一节后面，并记下出自哪个文件。",
        ))
        .child(choose)
        .child(keyed(files, move |id| file(workspace, &id)))
}

fn file(workspace: Workspace, id: &str) -> View {
    let app = workspace.app;
    let id: usize = id.parse().unwrap_or_default();
    // A file never changes; it only comes and goes.
    let with = move |what: &dyn Fn(&Contribution) -> View| {
        app.contributions
            .with_untracked(|all| all.iter().find(|c| c.id == id).map(what))
    };
    let offers = move |from: usize, to: usize| {
        with(&|contribution| {
            let offers = contribution.offers.iter().take(to).skip(from);
            View::many(offers.map(|offer| entry(workspace, id, offer)))
        })
    };
    let count = app.contributions.with_untracked(|all| {
        let found = all.iter().find(|c| c.id == id);
        found.map_or(0, |c| c.offers.len())
    });
    let shown = RwSignal::new(PAGE);
    let pages = move || {
        (0..shown.get().min(count).div_ceil(PAGE))
            .map(|page| page.to_string())
            .collect()
    };
    let page = move |page: String| {
        let from = page.parse::<usize>().unwrap_or_default() * PAGE;
        offers(from, from + PAGE).into()
    };
    let more = move || {
        button("outlined small", "more-offers", "再看一些", move || {
            shown.update(|shown| *shown += PAGE);
        })
    };
    let head = with(&|contribution| {
        let none = contribution
            .offers
            .is_empty()
            .then(|| el("p.soft").child("这个文件里没有可取用的章节。"));
        let notes = contribution.notes.iter();
        let notes = el("ul.notes").children(notes.map(|note| el("li").child(note.as_str())));
        let head = el("div.skeleton-head")
            .child(el("h3").child(contribution.name.as_str()))
            .child(button(
                "plain small",
                "open-apart",
                "另开一份",
                move || {
                    app.open_apart(id);
                },
            ))
            .child(icon_button(
                "close-contribution",
                "×",
                "拿开这个文件",
                move || app.close_contribution(id),
            ));
        let notes = (!contribution.notes.is_empty()).then_some(notes);
        View::many([View::from(head), notes.into(), none.into()])
    });
    el("section.contribution")
        .testid("contribution")
        .child(head)
        .child(keyed(pages, page))
        .child(when(move || shown.get() < count, more))
        .into()
}

fn entry(workspace: Workspace, file: usize, offer: &Offer) -> El {
    let section = offer.section;
    let name = el("span.grow")
        .child(offer.name.as_str())
        .child(" ")
        .child(el("small").child(format!("{} 字", offer.chars)));
    let take = button("outlined small", "take-section", "取用", move || {
        workspace.take(file, section);
    });
    el("div")
        .attr("class", &format!("offer l{}", offer.level))
        .child(name)
        .child(take)
}
