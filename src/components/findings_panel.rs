//! What the checks found, section by section.

use leptos::prelude::*;
use nigao_core::check::{Field, Finding, Severity};
use nigao_core::report::SectionId;

use crate::state::workspace::Workspace;

/// The list of findings.
#[component]
pub fn FindingsPanel() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let counts = Memo::new(move |_| workspace.finding_counts());
    let structure = workspace.structure_findings;
    view! {
        <div class="list" data-testid="findings">
            <div class="sum" role="status">
                {move || {
                    let (errors, warnings, hints) = counts.get();
                    if errors + warnings + hints == 0 {
                        return view! { <span class="ok">"没有发现要改的地方。"</span> }.into_any();
                    }
                    view! {
                        <span class="error">{format!("必错 {errors}")}</span>
                        <span class="warn">{format!("疑似 {warnings}")}</span>
                        <span class="hint">{format!("提示 {hints}")}</span>
                    }.into_any()
                }}
            </div>
            <For each=move || workspace.order.get() key=Clone::clone let:id>
                <Group id/>
            </For>
            {move || structure.get().into_iter().map(|finding| view! { <Card finding label=String::new()/> }).collect_view()}
        </div>
    }
}

/// Findings of one section; only this group is made again when its section changes.
#[component]
fn Group(id: SectionId) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let Some(section) = workspace.section(&id) else {
        return ().into_any();
    };
    (move || {
        let findings = section.check.with(|check| check.findings.clone());
        let label = if findings.is_empty() {
            String::new()
        } else {
            workspace.label(&id)
        };
        findings
            .into_iter()
            .map(|finding| view! { <Card finding label=label.clone()/> })
            .collect_view()
    })
    .into_any()
}

#[component]
fn Card(finding: Finding, label: String) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let severity = match finding.rule.severity {
        Severity::Error => ("必错", "f e"),
        Severity::Warning => ("疑似", "f w"),
        Severity::Hint => ("提示", "f h"),
    };
    let (place, slot) = (finding.place.clone(), finding.slot.clone());
    let missing = place.is_none().then(|| slot.clone()).flatten();
    let about = place.as_ref().map(|place| place.section.clone());
    let label = move || match &about {
        Some(section) if label.is_empty() => workspace.label(section),
        _ => label.clone(),
    };
    let go = move |_| match (&place, &slot) {
        (Some(place), _) => {
            workspace.point_at(&place.section, place.field == Field::Heading, &place.span)
        }
        (None, Some(slot)) => workspace.go_to_slot(slot),
        (None, None) => {}
    };
    view! {
        <div class=severity.1 data-testid="finding" data-rule=finding.rule.id data-severity=severity.0>
            <button class="finding-body" on:click=go>
                <span class="where"><span>{label}</span><span>{finding.rule.name}</span></span>
                <span class="what">{finding.message}</span>
                <span class="why">{finding.advice}</span>
            </button>
            {missing.and_then(|id| workspace.template.and_then(|t| t.slot(&id))).map(|slot| view! {
                <div class="act">
                    <button class="outlined small" data-testid="finding-fix" on:click=move |_| workspace.add_slot(slot)>"补上这一节"</button>
                </div>
            })}
        </div>
    }
}
