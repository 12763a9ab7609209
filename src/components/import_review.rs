//! The step between an opened text and a draft: the source at the left, what it is taken for at the right.

use leptos::prelude::*;
use nigao_core::import::{Flaw, Proposal};
use nigao_core::template::builtin;

use super::button::button;
use super::keyed::keyed;
use super::live::live;
use super::modal::modal;
use crate::state::app::AppState;
use crate::state::opening::Opened;
use crate::state::review::{ROLES, ReviewState};
use crate::web::page;

/// The dialog that shows `opened`.
pub fn import_review(app: AppState, opened: Opened) -> AnyView {
    let review = ReviewState::new(app, opened);
    page::on_key(move |key| match (key.name.as_str(), key.command) {
        ("enter", true) => {
            review.accept();
            true
        }
        ("enter", false) if !page::control_has_focus() => {
            review.accept();
            true
        }
        ("z", true) => {
            review.undo();
            true
        }
        _ => false,
    });
    // What was changed is not thrown away by a slip of the hand.
    let close = Callback::new(move |()| {
        if !untrack(|| review.is_changed()) {
            review.cancel();
        }
    });
    let content = view! {
        {head(review)}
        <div class="review-mend">{mending(review)}</div>
        <div class="review-rows" data-testid="import-lines">
            <div class="review-row review-names"><span>"原文"</span><span>"是什么"</span><span>"结构"</span></div>
            {keyed(move || review.lines(), move |line| row(review, line))}
            {move || (review.hidden() > 0).then(|| view! {
                <button class="outlined review-more" data-testid="import-more" on:click=move |_| review.show_more()>
                    {live(move || format!("再看一些（下面还有 {} 行）", review.hidden()))}
                </button>
            })}
        </div>
    };
    modal(
        "核对结构",
        "import-review",
        "[data-testid=new-report]",
        close,
        content.into_any(),
    )
}

fn head(review: ReviewState) -> AnyView {
    let kind = view! {
        <label>
            "报告种类 "
            <select
                data-testid="import-kind"
                on:change=move |event| review.set_kind(&event_target_value(&event))
            >
                {builtin().iter().map(|template| option(&template.id, &template.name, live(move || review.kind()))).collect_view()}
            </select>
        </label>
    };
    view! {
        <div class="review-head">
            <div class="grow">
                <h2>"核对结构："{review.name()}</h2>
                <p class="soft">{live(move || review.found())}</p>
            </div>
            {kind.into_any()}
            <div class="dialog-act">
                <button class="primary" data-testid="import-accept" autofocus=true on:click=move |_| review.accept()>"打开 "<kbd>"Enter"</kbd></button>
                <button
                    class="outlined"
                    data-testid="import-undo"
                    disabled=move || !review.is_changed()
                    on:click=move |_| review.undo()
                >"撤销"</button>
                {button("plain", "import-cancel", "取消", move || review.cancel())}
            </div>
        </div>
        {move || {
            let notes = review.notes();
            (!notes.is_empty()).then(|| view! {
                <ul class="review-notes" data-testid="import-notes">
                    {notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}
                </ul>
            })
        }}
    }
    .into_any()
}

/// An entry of a select that follows the state: browsers do not take a value before its entry is there.
fn option(value: &'static str, name: &'static str, chosen: Signal<String>) -> AnyView {
    view! { <option value=value prop:selected=move || chosen.get() == value>{name}</option> }
        .into_any()
}

/// What could be mended, each kind with one click.
fn mending(review: ReviewState) -> AnyView {
    [
        (Flaw::Broken, "import-join", "处断开的段落，全部接上"),
        (Flaw::Blank, "import-clean", "处多余的空白或看不见的字符，全部清除"),
        (Flaw::Residue, "import-drop", "行网页或报纸残留，全部略去"),
    ]
    .map(|(flaw, testid, words)| {
        move || {
            let count = review.flaws(flaw);
            (count > 0).then(|| view! {
                <button class="outlined small" data-testid=testid on:click=move |_| review.mend_all(flaw)>
                    {format!("{count} {words}")}
                </button>
            })
        }
    })
    .collect_view()
    .into_any()
}

fn row(review: ReviewState, line: String) -> AnyView {
    let (words, flaws) = review.words(&line);
    let own = StoredValue::new(line);
    let role = live(move || own.with_value(|line| review.role(line).to_owned()));
    let mend = mend_words(&flaws).map(|words| {
        button("plain small", "import-mend", words, move || {
            own.with_value(|line| review.mend(line));
        })
    });
    let echo = words.clone();
    let structure = live(move || match role.get().as_str() {
        "text" => format!("{} 字", echo.chars().count()),
        "dropped" => "不要".to_owned(),
        _ => title_of(&echo),
    });
    view! {
        <div class="review-row" data-testid="import-line" data-role=role>
            <div class="review-source">{marked(&words, &flaws)}</div>
            <div>
                <select
                    aria-label="这一行是什么"
                    data-testid="import-role"
                    on:change=move |event| own.with_value(|line| review.choose(line, &event_target_value(&event)))
                >
                    {ROLES.map(|(value, name, _)| option(value, name, role)).collect_view()}
                </select>
                {mend}
            </div>
            <div class="review-structure">{structure}</div>
        </div>
    }
    .into_any()
}

/// The words up to the first stop: what a heading keeps of a line that its body goes on in.
fn title_of(words: &str) -> String {
    let bare = words.trim_matches(|c: char| c == '#' || c == '*' || c == ' ');
    let title = bare.split_inclusive('。').next().unwrap_or_default();
    match title.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &title[..end]),
        None => title.to_owned(),
    }
}

/// What the line's button does, where there is something to mend.
fn mend_words(flaws: &[Proposal]) -> Option<&'static str> {
    Some(match flaws.last()?.flaw {
        Flaw::Residue => "略去",
        Flaw::Broken if flaws.len() == 1 => "接上下一行",
        Flaw::Broken => "清除空白，接上下一行",
        Flaw::Blank => "清除空白",
    })
}

/// The words, with blanks and invisible characters that are proposed for removal made visible.
fn marked(words: &str, flaws: &[Proposal]) -> AnyView {
    let mut parts = Vec::new();
    // The sign of a heading by style says nothing here: the column beside it says what the line is.
    let bare = words.trim_start_matches('#').trim_start();
    let mut from = if words.starts_with('#') {
        words.len() - bare.len()
    } else {
        0
    };
    for flaw in flaws.iter().filter(|f| f.flaw == Flaw::Blank) {
        let (Some(before), Some(_)) = (
            words.get(from..flaw.span.start),
            words.get(flaw.span.clone()),
        ) else {
            continue;
        };
        parts.push(before.to_owned().into_any());
        parts.push(view! { <mark title="多余的空白或看不见的字符">"␣"</mark> }.into_any());
        from = flaw.span.end;
    }
    parts.push(words.get(from..).unwrap_or_default().to_owned().into_any());
    parts.collect_view().into_any()
}
