//! The typeset report, from the same laid-out blocks as every export.

use leptos::prelude::*;
use nigao_core::export::{html, layout};
use nigao_core::report::{Node, Numbering, Role, SectionId};

use crate::state::workspace::Workspace;
use crate::web::dom::{El, View, el, keyed};
use crate::web::page;

/// Sections that are laid out together: neighbouring parts such as signature and date place each other.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Chunk {
    sections: Vec<SectionId>,
    /// Whether running text came before; writers named after it stand at its end.
    after_text: bool,
}

impl Chunk {
    /// Tells it from every other chunk of the report.
    fn key(&self) -> String {
        let mut key = String::from(if self.after_text { "+" } else { "-" });
        for id in &self.sections {
            key.push_str(&id.0);
            key.push('\n');
        }
        key
    }
}

fn chunks(nodes: &[Node]) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut text_seen = false;
    let mut former_is_part = false;
    for node in nodes {
        let is_part = !matches!(node.role, Role::Lead | Role::Body);
        match chunks.last_mut() {
            Some(chunk) if is_part && former_is_part => chunk.sections.push(node.id.clone()),
            _ => chunks.push(Chunk {
                sections: vec![node.id.clone()],
                after_text: text_seen,
            }),
        }
        former_is_part = is_part;
        text_seen |= !is_part;
    }
    chunks
}

/// The preview; each chunk is laid out again only when one of its sections changes.
pub fn preview(workspace: Workspace) -> El {
    let keys = move || {
        workspace
            .nodes
            .with(|nodes| chunks(nodes).iter().map(Chunk::key).collect())
    };
    let report = el("article")
        .class_if("report", "news-feature", move || is_news(workspace))
        .child(keyed(keys, move |key| chunk_preview(workspace, &key)));
    el("div.preview")
        .testid("preview")
        .child(el("style").child(html::STYLE))
        .child(report)
}

/// The same answer as [`html::class`], from the structure alone: a keystroke must not cost the whole report.
fn is_news(workspace: Workspace) -> bool {
    workspace.nodes.with(|nodes| {
        workspace.summaries.with(|summaries| {
            nodes
                .iter()
                .zip(summaries)
                .any(|(node, summary)| match &node.heading {
                    Some(heading) => heading.numbering == Numbering::Square,
                    None => {
                        summary.chars > 0
                            && matches!(node.role, Role::Kicker | Role::Subtitle | Role::Captions)
                    }
                })
        })
    })
}

fn chunk_preview(workspace: Workspace, key: &str) -> View {
    let found = workspace
        .nodes
        .with_untracked(|nodes| chunks(nodes).into_iter().find(|chunk| chunk.key() == key));
    let Some(chunk) = found else {
        return View::nothing();
    };
    let first = chunk.sections.first().cloned();
    // `fragment` builds this from escaped text only; nothing in it can run.
    let markup = move || {
        let mut blocks = Vec::new();
        for id in &chunk.sections {
            let Some(section) = workspace.section(id) else {
                continue;
            };
            let mark = workspace.mark_of(id);
            section.node.with(|node| {
                section.text.with(|text| {
                    workspace
                        .facts
                        .with(|facts| blocks.extend(layout::section(node, &mark, text, facts)));
                });
            });
        }
        html::fragment(&blocks, chunk.after_text)
    };
    let go = move || {
        if let Some(id) = first.as_ref().filter(|_| !page::has_selection()) {
            workspace.point_at(id, false, &(0..0));
        }
    };
    el("div.preview-section").click(go).markup(markup).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use nigao_core::template::by_id;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn signature_and_date_are_laid_out_together() {
        let nodes: Vec<_> = by_id("study-summary")
            .unwrap()
            .start()
            .sections
            .into_iter()
            .map(|s| s.node)
            .collect();
        let chunks = chunks(&nodes);
        let last = chunks.last().unwrap();
        assert_eq!(
            last.sections
                .iter()
                .map(|id| id.0.as_str())
                .collect::<Vec<_>>(),
            ["signature", "date"]
        );
        assert!(last.after_text);
        assert!(!chunks[0].after_text);
        assert_eq!(
            chunks.iter().map(|c| c.sections.len()).sum::<usize>(),
            nodes.len()
        );
    }
}
