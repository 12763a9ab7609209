//! A message over the page that stays until what it says is settled.

use leptos::prelude::*;

use crate::state::app::AppState;

/// The banner, where there is something to say.
#[component]
pub fn Banner() -> impl IntoView {
    let app = expect_context::<AppState>();
    view! {
        <div role="alert">
            {move || {
                app.banner.get().map(|banner| {
                    view! {
                        <div class="banner" data-testid="banner">
                            <span>{banner.text}</span>
                            <Show when=move || banner.offers_file && app.has_desk()>
                                <button class="outlined" data-testid="banner-save-file" on:click=move |_| app.save_to_file()>
                                    "现在存到文件"
                                </button>
                            </Show>
                            <Show when=move || !banner.offers_file>
                                <button class="plain" on:click=move |_| app.banner.set(None)>"知道了"</button>
                            </Show>
                        </div>
                    }
                })
            }}
        </div>
    }
}
