//! Other people's files beside the draft, and what can be taken from them.

use leptos::prelude::*;

use super::button::{button, icon_button};
use super::keyed::keyed;
use crate::state::contributions::Offer;
use crate::state::workspace::Workspace;

/// The files that lie beside the draft.
#[component]
pub fn ContributionsPanel() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let files = move || {
        workspace.contributions.with(|all| {
            all.iter()
                .enumerate()
                .map(|(i, c)| format!("{i} {}", c.name))
                .collect()
        })
    };
    view! {
        <div class="list contributions">
            <p class="soft">"把各处报来的材料放在这里，从中取用章节。取来的放在正在写的一节后面，并记下出自哪个文件。"</p>
            <label class="button outlined">
                "放进文件"
                <input
                    type="file"
                    multiple
                    class="visually-hidden"
                    data-testid="open-contribution"
                    accept=".docx,.txt,.md,.markdown,.html,.htm,.json,text/plain,text/markdown,text/html"
                    on:change=move |event| workspace.open_contributions(&event)
                />
            </label>
            {keyed(files, move |key| file(workspace, &key))}
        </div>
    }
}

fn file(workspace: Workspace, key: &str) -> AnyView {
    let (index, name) = key.split_once(' ').unwrap_or(("0", key));
    let index: usize = index.parse().unwrap_or(0);
    let offers = workspace
        .contributions
        .with_untracked(|all| all.get(index).map(|c| c.offers(index)).unwrap_or_default());
    let none = offers
        .is_empty()
        .then(|| view! { <p class="soft">"这个文件里没有可取用的章节。"</p> });
    view! {
        <section class="contribution" data-testid="contribution">
            <div class="skeleton-head">
                <h3>{name.to_owned()}</h3>
                {button("plain small", "open-apart", "另开一份", move || workspace.open_apart(index))}
                {icon_button("close-contribution", "×", "拿开这个文件", move || workspace.close_contribution(index))}
            </div>
            {none}
            {offers.into_iter().map(|offer| entry(workspace, offer)).collect_view()}
        </section>
    }
    .into_any()
}

fn entry(workspace: Workspace, offer: Offer) -> AnyView {
    let Offer {
        file,
        section,
        name,
        level,
        chars,
    } = offer;
    view! {
        <div class=format!("offer l{level}")>
            <span class="grow">{name}" "<small>{chars}" 字"</small></span>
            {button("outlined small", "take-section", "取用", move || workspace.take(file, section))}
        </div>
    }
    .into_any()
}
