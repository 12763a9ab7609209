//! Named values: filled in once, used in many places.

use leptos::prelude::*;

use crate::state::workspace::Workspace;
use crate::web::page;

/// A field for each fact that the texts use.
#[component]
pub fn FactsPanel() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let names = Memo::new(move |_| workspace.fact_names());
    view! {
        <div class="list facts">
            <p class="soft">"正文里写成 {{名称}} 的地方，在这里填一次，预览和导出时处处换上。"</p>
            {move || {
                let names = names.get();
                if names.is_empty() {
                    return view! { <p class="soft">"正文里还没有用到事实。"</p> }.into_any();
                }
                names.into_iter().map(|name| field(workspace, &name)).collect_view().into_any()
            }}
        </div>
    }
}

fn field(workspace: Workspace, name: &str) -> AnyView {
    let hint = workspace
        .template
        .and_then(|t| t.facts.iter().find(|f| f.name == name))
        .map_or("", |f| f.hint.as_str());
    let value = {
        let name = name.to_owned();
        move || {
            workspace
                .facts
                .with(|f| f.0.get(&name).cloned().unwrap_or_default())
        }
    };
    let key = name.to_owned();
    view! {
        <label class="fact">
            <span>{name.to_owned()}</span>
            <input
                data-testid=format!("fact-{name}")
                placeholder=hint
                autocomplete="off"
                prop:value=value
                on:input={
                    let key = key.clone();
                    move |event| if !page::is_composing(&event) {
                        workspace.set_fact(&key, event_target_value(&event));
                    }
                }
                on:compositionend={
                    let key = key.clone();
                    move |event| workspace.set_fact(&key, event_target_value(&event))
                }
                on:blur=move |event| workspace.set_fact(&key, event_target_value(&event))
            />
        </label>
    }
    .into_any()
}
