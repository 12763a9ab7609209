//! What every fuzz target holds of a report, however it came: no panic anywhere, and the promises that others rely on.

#![deny(unsafe_code)]

mod pack;

pub use pack::package;

use nigao_core::check;
use nigao_core::draft::{Draft, to_json};
use nigao_core::export::{html, markdown, text};
use nigao_core::facts::Facts;
use nigao_core::import::source::{LONGEST_TEXT, Source};
use nigao_core::import::{Flaw, Imported, Line, LineRole, Review, import_text};
use nigao_core::report::{Report, Role};
use nigao_core::template;

/// Decodes what is in no Unicode encoding, as a browser does.
pub fn legacy(label: &str, bytes: &[u8]) -> Option<String> {
    encoding_rs::Encoding::for_label(label.as_bytes())?
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
}

/// Opens a text and holds everything that follows from it.
pub fn open(source: &str) {
    let imported = import_text(source);
    traced(source, &imported);
    consistent(&imported.report);
    check(&imported.report, &imported.facts);
    export(&imported.report, &imported.facts);
    review(source);
}

/// Looks a text through, changes what lines are, and mends what is proposed.
fn review(source: &str) {
    const CHOICES: [LineRole; 5] = [
        LineRole::Dropped,
        LineRole::Text,
        LineRole::Part(Role::Title),
        LineRole::Heading(2),
        LineRole::Heading(4),
    ];
    let mut review = Review::new(source);
    let reading = review.read();
    for (i, line) in reading.lines.iter().enumerate().step_by(3) {
        review.choose(line.span.start, CHOICES[i / 3 % CHOICES.len()]);
    }
    let chosen = review.read();
    let kept = |source: &str, lines: &[Line]| -> String {
        let kept = lines.iter().filter(|l| l.role != LineRole::Dropped);
        kept.flat_map(|l| source[l.span.clone()].chars())
            .filter(|c| c.is_alphanumeric())
            .collect()
    };
    let before = kept(review.source(), &chosen.lines);
    let mend: Vec<_> = chosen
        .proposals
        .iter()
        .filter(|p| p.flaw != Flaw::Residue)
        .cloned()
        .collect();
    review.accept(&mend);
    let after = review.read();
    // Front matter that was mended is understood, and no line any more.
    if !source.trim_start().starts_with("---") {
        // A line that was left out may fall into two of which one comes back; none goes that was there.
        let now = kept(review.source(), &after.lines);
        let mut rest = now.chars();
        let lost = before.chars().find(|c| !rest.any(|other| other == *c));
        assert_eq!(lost, None, "mending lost a line of {before:?}: {now:?}");
    }
    traced(review.source(), &after.imported);
    consistent(&after.imported.report);
    for proposal in &after.proposals {
        assert!(
            review.source().get(proposal.span.clone()).is_some(),
            "{proposal:?} cuts a character"
        );
    }
}

/// Opens what a reader made of a file.
pub fn open_read(source: &Source) {
    assert!(
        source.text.chars().count() <= LONGEST_TEXT,
        "the reader lets a longer text pass than the importer takes"
    );
    for note in &source.notes {
        assert!(!note.trim().is_empty(), "a note without words");
    }
    open(&source.text);
}

/// Every piece of a section stands in the source as it stands in the section, and so do the headings.
fn traced(source: &str, imported: &Imported) {
    for entry in &imported.outline {
        assert!(
            source.get(entry.span.clone()).is_some(),
            "{entry:?} cuts a character"
        );
    }
    for piece in &imported.pieces {
        let from = source.get(piece.source.clone());
        let from = from.unwrap_or_else(|| panic!("{piece:?} cuts a character"));
        let mut sections = imported.report.sections.iter();
        let section = sections.find(|section| section.node.id == piece.section);
        let section = section.unwrap_or_else(|| panic!("{piece:?} names no section"));
        let field = if piece.heading {
            section.node.heading.as_ref().map_or("", |h| &h.text)
        } else {
            &section.text
        };
        let there = field.get(piece.at..piece.at + from.len());
        assert_eq!(there, Some(from), "{piece:?} is not what the section has");
    }
}

/// Ids are of one section each, and exactly the body has headings.
fn consistent(report: &Report) {
    let mut ids: Vec<_> = report.sections.iter().map(|s| &s.node.id).collect();
    ids.sort();
    assert!(
        ids.windows(2).all(|two| two[0] != two[1]),
        "two sections with one id"
    );
    for section in &report.sections {
        let node = &section.node;
        assert_eq!(
            node.role == Role::Body,
            node.heading.is_some(),
            "{node:?}: the body has headings, and nothing else has"
        );
        if let Some(heading) = &node.heading {
            assert!((1..=4).contains(&heading.level), "{node:?}: level");
        }
    }
}

/// Findings lie on characters of the section that they name.
pub fn check(report: &Report, facts: &Facts) {
    let (findings, _) = check::check_report(report, facts, template::by_id(&report.template));
    for finding in findings {
        let Some(place) = &finding.place else {
            continue;
        };
        let mut sections = report.sections.iter();
        let Some(section) = sections.find(|section| section.node.id == place.section) else {
            panic!("a finding of {} in no section", finding.rule.id);
        };
        let field = match place.field {
            check::Field::Heading => section.node.heading.as_ref().map_or("", |h| &h.text),
            check::Field::Text => &section.text,
        };
        assert!(
            field.get(place.span.clone()).is_some(),
            "a finding of {} cuts a character",
            finding.rule.id
        );
    }
}

/// Every export works, and what was typed becomes no script.
pub fn export(report: &Report, facts: &Facts) {
    let _ = markdown::file(report, facts);
    let _ = text::file(report, facts);
    let _ = report.plain_text();
    let draft = Draft {
        report: report.clone(),
        facts: facts.clone(),
    };
    let json =
        to_json(&draft).unwrap_or_else(|error| panic!("a draft that is not kept: {error:?}"));
    let options = html::Options {
        draft: Some(json.clone()),
    };
    let page = html::file(report, facts, &options);
    assert_eq!(
        html::draft_of(&page),
        Some(json),
        "the page carries another draft"
    );
    let lower = page.to_ascii_lowercase();
    for tag in ["<script", "<iframe", "<object", "<embed", "<svg", "<base"] {
        assert!(!lower.contains(tag), "{tag} came through into the page");
    }
}
