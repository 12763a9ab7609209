//! One view a key, in order; a view is made again only when its key is new.

use std::sync::Arc;

use leptos::prelude::*;
use nigao_core::report::SectionId;

use crate::state::workspace::Workspace;

type Keys = Arc<dyn Fn() -> Vec<String> + Send + Sync>;
type View = Arc<dyn Fn(String) -> AnyView + Send + Sync>;

/// `view` for each of `keys`.
pub fn keyed(
    keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
    view: impl Fn(String) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    list(Arc::new(keys), Arc::new(view))
}

/// `view` for each section, in reading order.
pub fn each_section(
    workspace: Workspace,
    view: impl Fn(SectionId) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let keys = move || {
        workspace
            .order
            .with(|order| order.iter().map(|id| id.0.clone()).collect())
    };
    keyed(keys, move |id| view(SectionId(id)))
}

/// One keyed list for all callers in the wasm.
fn list(keys: Keys, view: View) -> AnyView {
    view! {
        <For each=move || keys() key=Clone::clone children=move |key| view(key)/>
    }
    .into_any()
}
