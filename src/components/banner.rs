//! A message over the page that stays until what it says is settled.

use leptos::prelude::*;

use super::button::button;
use crate::state::app::{AppState, Banner};
use crate::web::dom::{El, dynamic, el, when};

/// The banner, where there is something to say.
pub fn banner(app: AppState) -> El {
    let shown = move |Banner { text, offers_file }| {
        el("div.banner")
            .testid("banner")
            .child(el("span").child(text))
            .child(when(
                move || offers_file && app.has_desk(),
                move || {
                    button(
                        "outlined",
                        "banner-save-file",
                        "现在存到文件",
                        move || app.save_to_file(),
                    )
                },
            ))
            .child((!offers_file).then(|| {
                button("plain", "banner-close", "知道了", move || {
                    app.banner.set(None);
                })
            }))
    };
    el("div")
        .attr("role", "alert")
        .child(dynamic(move || app.banner.get().map(shown)))
}
