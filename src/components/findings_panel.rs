//! What the checks found, section by section.

use std::fmt::Write;
use std::rc::Rc;

use leptos::prelude::*;
use nigao_core::check::{Field, Finding, Severity};
use nigao_core::report::SectionId;

use super::button::button;
use super::keyed::each_section;
use crate::state::workspace::Workspace;
use crate::web::dom::{El, View, el, keyed, when};

/// Shows some findings to a reader.
type Source = Rc<dyn Fn(&mut dyn FnMut(&[Finding]))>;

/// Findings by severity: certain, probable, hints.
pub type Counts = (usize, usize, usize);

/// The list of findings.
pub fn findings_panel(workspace: Workspace, counts: Memo<Counts>) -> El {
    let structure = workspace.structure_findings;
    let whole: Source = Rc::new(move |read| structure.with(|findings| read(findings)));
    el("div.list")
        .testid("findings")
        .child(sum(counts))
        .child(each_section(workspace, move |id| group(workspace, &id)))
        .child(cards(workspace, whole))
}

fn sum(counts: Memo<Counts>) -> El {
    let count = move |class: &str, words: &'static str, of: fn(Counts) -> usize| {
        el("span")
            .attr("class", class)
            .text(move || format!("{words} {}", of(counts.get())))
    };
    let nothing = move || counts.get() == (0, 0, 0);
    el("div.sum")
        .attr("role", "status")
        .child(when(nothing, || {
            el("span.ok").child("没有发现要改的地方。")
        }))
        .child(when(
            move || !nothing(),
            move || {
                View::many([
                    count("error", "必错", |(errors, ..)| errors),
                    count("warn", "疑似", |(_, warnings, _)| warnings),
                    count("hint", "提示", |(.., hints)| hints),
                ])
            },
        ))
}

/// Findings of one section.
fn group(workspace: Workspace, id: &SectionId) -> View {
    let Some(section) = workspace.section(id) else {
        return View::nothing();
    };
    let check = section.check;
    cards(
        workspace,
        Rc::new(move |read| check.with(|check| read(&check.findings))),
    )
}

/// A card for each finding. One that only moved with its text keeps its card: what is typed makes no cards again.
fn cards(workspace: Workspace, source: Source) -> View {
    let keys = {
        let source = source.clone();
        move || {
            let mut keys = Vec::new();
            source(&mut |findings| keys.extend(findings.iter().enumerate().map(key)));
            keys
        }
    };
    keyed(keys, move |key| {
        let index = key.split(' ').next().and_then(|index| index.parse().ok());
        let source = source.clone();
        let find = move || {
            let mut found = None;
            source(&mut |findings| found = index.and_then(|i: usize| findings.get(i)).cloned());
            found
        };
        find().map(|finding| card(workspace, finding, find)).into()
    })
}

/// Its place among the others, and all that its card says.
fn key((index, finding): (usize, &Finding)) -> String {
    let mut key = format!(
        "{index} {}\n{}\n{}",
        finding.rule.id, finding.message, finding.advice
    );
    if let Some(place) = &finding.place {
        let _ = write!(key, "\n{}", place.section);
    }
    if let Some(slot) = &finding.slot {
        let _ = write!(key, "\n/{slot}");
    }
    key
}

/// The card of `finding`; `find` gives it as it stands later, with its place in the text as it is then.
fn card(
    workspace: Workspace,
    finding: Finding,
    find: impl Fn() -> Option<Finding> + 'static,
) -> El {
    let (severity, class) = match finding.rule.severity {
        Severity::Error => ("必错", "f e"),
        Severity::Warning => ("疑似", "f w"),
        Severity::Hint => ("提示", "f h"),
    };
    let missing = finding.slot.as_deref().filter(|_| finding.place.is_none());
    let missing = missing.and_then(|id| workspace.template.and_then(|t| t.slot(id)));
    let about = finding.place.map(|place| place.section);
    let label = move || {
        about
            .as_ref()
            .map_or_else(String::new, |id| workspace.label(id))
    };
    let go = move || {
        let Some(finding) = untrack(&find) else {
            return;
        };
        match (finding.place, finding.slot) {
            (Some(place), _) => {
                workspace.point_at(&place.section, place.field == Field::Heading, &place.span);
            }
            (None, Some(slot)) => workspace.go_to_slot(&slot),
            (None, None) => {}
        }
    };
    let place = el("span.where")
        .child(el("span").text(label))
        .child(el("span").child(finding.rule.name));
    let body = el("button.finding-body")
        .click(go)
        .child(place)
        .child(el("span.what").child(finding.message))
        .child(el("span.why").child(finding.advice));
    el("div")
        .attr("class", class)
        .testid("finding")
        .attr("data-rule", finding.rule.id)
        .attr("data-severity", severity)
        .child(body)
        .child(missing.map(|slot| {
            let add = move || workspace.add_slot(slot);
            el("div.act").child(button("outlined small", "finding-fix", "补上这一节", add))
        }))
}
