//! One view a section, in reading order; a view is made again only when its section is new.

use std::sync::Arc;

use leptos::prelude::*;
use nigao_core::report::SectionId;

use crate::state::workspace::Workspace;

/// What is shown for a section.
pub type SectionView = Arc<dyn Fn(SectionId) -> AnyView + Send + Sync>;

/// `view` for each section. A plain function over a boxed view: one keyed list for all callers in the wasm.
pub fn each_section(
    workspace: Workspace,
    view: impl Fn(SectionId) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    list(workspace, Arc::new(view))
}

fn list(workspace: Workspace, view: SectionView) -> AnyView {
    view! {
        <For each=move || workspace.order.get() key=Clone::clone children=move |id| view(id)/>
    }
    .into_any()
}
