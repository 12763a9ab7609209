//! A message over the page that stays until what it says is settled.

use leptos::prelude::*;

use super::button::button;
use crate::state::app::AppState;

/// The banner, where there is something to say.
#[component]
pub fn Banner() -> impl IntoView {
    let app = expect_context::<AppState>();
    view! {
        <div role="alert">
            {move || app.banner.get().map(|banner| view! {
                <div class="banner" data-testid="banner">
                    <span>{banner.text}</span>
                    {move || (banner.offers_file && app.has_desk()).then(|| {
                        button("outlined", "banner-save-file", "现在存到文件", move || app.save_to_file())
                    })}
                    {(!banner.offers_file).then(|| button("plain", "banner-close", "知道了", move || app.banner.set(None)))}
                </div>
            })}
        </div>
    }
}
