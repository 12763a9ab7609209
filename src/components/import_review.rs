//! The step between an opened text and a draft: the source at the left, what it is taken for at the right.

use leptos::prelude::*;
use nigao_core::import::{Flaw, Proposal};
use nigao_core::template::builtin;

use super::button::button;
use super::modal::modal;
use crate::state::app::AppState;
use crate::state::review::{ROLES, ReviewState};
use crate::web::dom::{El, View, dynamic, el, keyed, when};
use crate::web::page;

/// Where the focus goes when what had it is gone: not onto the button that opens, which a second Enter would press.
const SAFE: &str = "[data-testid=import-undo]";

/// The dialog that shows the text which is first to be looked at.
pub fn import_review(app: AppState) -> El {
    let review = ReviewState::new(app);
    page::on_key(move |key| match (key.name.as_str(), key.command) {
        _ if key.repeat => false,
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
            page::focus(SAFE);
            true
        }
        _ => false,
    });
    // What was changed is not thrown away by a slip of the hand.
    let close = move || {
        if untrack(|| review.is_changed()) {
            app.say("结构已经改过，没有关闭。要放弃，请按“取消”；要打开，请按 Ctrl+Enter。");
        } else {
            review.cancel();
        }
    };
    let names = ["原文", "是什么", "结构"].map(|name| el("span").child(name));
    let more = move || {
        el("button.outlined review-more")
            .testid("import-more")
            .click(move || review.show_more())
            .text(move || format!("再看一些（下面还有 {} 行）", review.hidden()))
    };
    let rows = el("div.review-rows")
        .testid("import-lines")
        .child(el("div.review-row review-names").children(names))
        .child(keyed(move || review.lines(), move |line| row(review, line)))
        .child(when(move || review.hidden() > 0, more));
    modal(
        "核对结构",
        "import-review",
        "[data-testid=new-report], .write textarea",
        close,
    )
    .child(head(review))
    .child(
        el("p.review-said")
            .attr("role", "status")
            .text(move || review.said()),
    )
    .child(notes(review))
    .child(el("div.review-mend").children(mending(review)))
    .child(rows)
}

fn head(review: ReviewState) -> El {
    let kinds = builtin()
        .iter()
        .map(|template| option(&template.id, &template.name, move || review.kind()));
    let unknown = review.unknown_kind();
    let unknown = unknown.map(|kind| option(&kind, "请选择", move || review.kind()));
    let kind = el("label").child("报告种类 ").child(
        el("select")
            .testid("import-kind")
            .on("change", move |event| review.set_kind(&page::value(event)))
            .child(unknown)
            .children(kinds),
    );
    let accept = el("button.primary")
        .testid("import-accept")
        .attr("autofocus", "")
        .click(move || review.accept())
        .child("打开 ")
        .child(el("kbd").child("Enter"));
    // Not disabled, which would throw the focus out of the dialog.
    let undo = button("outlined", "import-undo", "撤销", move || review.undo())
        .says("aria-disabled", move || !review.is_changed());
    let cancel = button("plain", "import-cancel", "取消", move || review.cancel());
    let about = el("div.grow")
        .child(el("h2").child("核对结构：").child(review.name()).text(
            move || match review.waiting() {
                0 => String::new(),
                waiting => format!("（后面还有 {waiting} 个）"),
            },
        ))
        .child(el("p.soft").text(move || review.found()));
    el("div.review-head")
        .child(about)
        .child(kind)
        .child(el("div.dialog-act").children([accept, undo, cancel]))
}

fn notes(review: ReviewState) -> View {
    dynamic(move || {
        let notes = review.notes();
        let lines = notes.iter().map(|note| el("li").child(note.as_str()));
        let list = || el("ul.review-notes").testid("import-notes").children(lines);
        (!notes.is_empty()).then(list)
    })
}

/// An entry of a select that follows the state: browsers do not take a value before its entry is there.
fn option(value: &str, name: &str, chosen: impl Fn() -> String + 'static) -> El {
    let option = el("option").attr("value", value).child(name);
    let value = value.to_owned();
    option.flag("selected", move || chosen() == value)
}

/// What could be mended, each kind with one click.
fn mending(review: ReviewState) -> [View; 3] {
    [
        (Flaw::Broken, "import-join", "处断开的段落，全部接上"),
        (
            Flaw::Blank,
            "import-clean",
            "处多余的空白或看不见的字符，全部清除",
        ),
        (Flaw::Residue, "import-drop", "行网页或报纸残留，全部略去"),
    ]
    .map(|(flaw, testid, words)| {
        let mend = move || {
            el("button.outlined small")
                .testid(testid)
                .click(move || {
                    review.mend_all(flaw);
                    page::focus(SAFE);
                })
                .text(move || format!("{} {words}", review.flaws(flaw)))
        };
        when(move || review.flaws(flaw) > 0, mend)
    })
}

fn row(review: ReviewState, line: String) -> View {
    let (words, flaws) = review.words(&line);
    let own = StoredValue::new(line);
    let role = move || own.with_value(|line| review.role(line).to_owned());
    let mend = mend_words(&flaws).map(|words| {
        button("plain small", "import-mend", words, move || {
            let line = own.get_value();
            review.mend(&line);
            // The row is made anew and its button is gone.
            let start = line.split(' ').next().unwrap_or_default();
            page::focus(&format!(".review-row[data-at='{start}'] select"));
        })
    });
    let source = el("div.review-source").child(marked(&words, &flaws));
    let choice = el("select")
        .attr("aria-label", &format!("“{}”是什么", head_of(&words)))
        .testid("import-role")
        .on("change", move |event| {
            own.with_value(|line| review.choose(line, &page::value(event)));
        })
        .children(ROLES.map(|(value, name, _)| option(value, name, role)));
    let structure = el("div.review-structure").text(move || match role().as_str() {
        "text" => format!("{} 字", words.chars().count()),
        "dropped" => "不要".to_owned(),
        _ => title_of(&words),
    });
    el("div.review-row")
        .testid("import-line")
        .attr(
            "data-at",
            &own.with_value(|line| line.split(' ').next().unwrap_or_default().to_owned()),
        )
        .live("data-role", role)
        .child(source)
        .child(el("div").child(choice).child(mend))
        .child(structure)
        .into()
}

/// The first words of a line, by which it is told from others.
fn head_of(words: &str) -> String {
    words.chars().take(16).collect()
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
fn marked(words: &str, flaws: &[Proposal]) -> Vec<View> {
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
        let blank = el("mark").attr("title", "多余的空白或看不见的字符");
        parts.push(before.into());
        parts.push(blank.child("␣").into());
        from = flaw.span.end;
    }
    parts.push(words.get(from..).unwrap_or_default().into());
    parts
}
