//! What the checks found, section by section.

use leptos::prelude::*;
use nigao_core::check::{Field, Finding, Severity};
use nigao_core::report::SectionId;

use super::button::button;
use super::keyed::each_section;
use super::live::live;
use crate::state::workspace::Workspace;

/// The list of findings.
#[component]
pub fn FindingsPanel() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let structure = workspace.structure_findings;
    view! {
        <div class="list" data-testid="findings">
            <div class="sum" role="status">
                {move || {
                    let (errors, warnings, hints) = workspace.finding_counts();
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
            {each_section(workspace, move |id| group(workspace, &id))}
            {move || structure.get().into_iter().map(|finding| card(workspace, finding)).collect_view()}
        </div>
    }
}

/// Findings of one section; only this group is made again when its section changes.
fn group(workspace: Workspace, id: &SectionId) -> AnyView {
    let Some(section) = workspace.section(id) else {
        return ().into_any();
    };
    (move || {
        let findings = section.check.with(|check| check.findings.clone());
        findings
            .into_iter()
            .map(|finding| card(workspace, finding))
            .collect_view()
    })
    .into_any()
}

fn card(workspace: Workspace, finding: Finding) -> AnyView {
    let (severity, class) = match finding.rule.severity {
        Severity::Error => ("必错", "f e"),
        Severity::Warning => ("疑似", "f w"),
        Severity::Hint => ("提示", "f h"),
    };
    let (place, slot) = (finding.place, finding.slot);
    let missing = slot.as_deref().filter(|_| place.is_none());
    let missing = missing.and_then(|id| workspace.template.and_then(|t| t.slot(id)));
    let about = place.as_ref().map(|place| place.section.clone());
    let label = live(move || {
        about
            .as_ref()
            .map_or_else(String::new, |id| workspace.label(id))
    });
    let go = move |_| match (&place, &slot) {
        (Some(place), _) => {
            workspace.point_at(&place.section, place.field == Field::Heading, &place.span);
        }
        (None, Some(slot)) => workspace.go_to_slot(slot),
        (None, None) => {}
    };
    view! {
        <div class=class data-testid="finding" data-rule=finding.rule.id data-severity=severity>
            <button class="finding-body" on:click=go>
                <span class="where"><span>{label}</span><span>{finding.rule.name}</span></span>
                <span class="what">{finding.message}</span>
                <span class="why">{finding.advice}</span>
            </button>
            {missing.map(|slot| view! {
                <div class="act">
                    {button("outlined small", "finding-fix", "补上这一节", move || workspace.add_slot(slot))}
                </div>
            })}
        </div>
    }
    .into_any()
}
