//! How to write the section that the caret is in.

use leptos::prelude::*;

use crate::state::workspace::Workspace;

/// Guidance and sentences to start from.
#[component]
pub fn GuidancePanel() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let section = move || {
        workspace
            .active
            .get()
            .or_else(|| workspace.order.with(|o| o.first().cloned()))
    };
    view! {
        <div class="list guidance" data-testid="guidance">
            {move || {
                let Some(id) = section() else { return ().into_any() };
                let label = workspace.label(&id);
                let Some(slot) = workspace.slot_of(&id) else {
                    return view! {
                        <h3>{label}</h3>
                        <p class="soft">"这一节不在本类报告的常用结构里，怎么写由您定。"</p>
                    }.into_any();
                };
                let skeletons = slot.skeletons.iter().map(|skeleton| {
                    let id = id.clone();
                    view! {
                        <div class="skeleton">
                            <div class="skeleton-head">
                                <b>{skeleton.name.as_str()}</b>
                                <button class="outlined small" on:click=move |_| Workspace::insert_text(&id, &skeleton.text)>"插入"</button>
                            </div>
                            <p>{skeleton.text.as_str()}</p>
                        </div>
                    }
                }).collect_view();
                view! {
                    <h3>{label}</h3>
                    {slot.guidance.lines().filter(|line| !line.trim().is_empty()).map(|line| view! { <p>{line}</p> }).collect_view()}
                    {(!slot.skeletons.is_empty()).then(|| view! { <h4>"句式"</h4> })}
                    {skeletons}
                }.into_any()
            }}
        </div>
    }
}
