//! One view a section.

use leptos::prelude::*;
use nigao_core::report::SectionId;

use crate::state::workspace::Workspace;
use crate::web::dom::{View, keyed};

/// `view` for each section, in reading order; it is made again only for a section that is new.
pub fn each_section(workspace: Workspace, view: impl Fn(SectionId) -> View + 'static) -> View {
    let ids = move || {
        workspace
            .order
            .with(|order| order.iter().map(|id| id.0.clone()).collect())
    };
    keyed(ids, move |id| view(SectionId(id)))
}
