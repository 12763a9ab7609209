//! Named values: filled in once, used in many places.

use leptos::prelude::*;

use crate::state::workspace::Workspace;
use crate::web::dom::{El, View, dynamic, el};

/// A field for each fact that the texts use.
pub fn facts_panel(workspace: Workspace) -> El {
    let names = Memo::new(move |_| workspace.fact_names());
    let fields = move || {
        let names = names.get();
        if names.is_empty() {
            return el("p.soft").child("正文里还没有用到事实。").into();
        }
        View::many(names.iter().map(|name| field(workspace, name)))
    };
    el("div.list facts")
        .child(
            el("p.soft").child("正文里写成 {{名称}} 的地方，在这里填一次，预览和导出时处处换上。"),
        )
        .child(dynamic(fields))
}

fn field(workspace: Workspace, name: &str) -> El {
    let hint = workspace
        .template
        .and_then(|t| t.facts.iter().find(|f| f.name == name))
        .map_or("", |f| f.hint.as_str());
    let own = StoredValue::new(name.to_owned());
    let value = move || {
        own.with_value(|name| {
            workspace
                .facts
                .with(|f| f.0.get(name).cloned().unwrap_or_default())
        })
    };
    let key = name.to_owned();
    let input = el("input")
        .testid(&format!("fact-{name}"))
        .attr("placeholder", hint)
        .attr("autocomplete", "off")
        .value(value)
        .typed("blur", move |value| workspace.set_fact(&key, value));
    el("label.fact").child(el("span").child(name)).child(input)
}
