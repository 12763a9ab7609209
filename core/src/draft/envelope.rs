//! A draft as one JSON file: what «save to a file» writes and an exported HTML carries.

use serde::{Deserialize, Serialize};

use super::{Draft, DraftError, FORMAT, read};
use crate::facts::Facts;
use crate::report::{Ids, Report, Section};

#[derive(Serialize, Deserialize)]
struct Envelope {
    nigao: u32,
    kind: String,
    template: String,
    title: String,
    #[serde(default)]
    facts: Facts,
    sections: Vec<Section>,
}

/// The draft as JSON.
pub fn to_json(draft: &Draft) -> Result<String, DraftError> {
    let envelope = Envelope {
        nigao: FORMAT,
        kind: "draft".to_owned(),
        template: draft.report.template.clone(),
        title: draft.report.title(),
        facts: draft.facts.clone(),
        sections: draft.report.sections.clone(),
    };
    Ok(serde_json::to_string(&envelope)?)
}

/// Reads a draft file. Two sections with one id are told apart again, so that neither is lost.
pub fn from_json(source: &str) -> Result<Draft, DraftError> {
    let source = source.trim_start_matches('\u{FEFF}');
    let envelope: Envelope = read(source)?;
    let mut report = Report {
        template: envelope.template,
        sections: Vec::new(),
    };
    let mut ids = Ids::default();
    for mut section in envelope.sections {
        section.node.id = ids.give(&section.node.id.0);
        report.sections.push(section);
    }
    Ok(Draft {
        report,
        facts: envelope.facts,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template;

    fn draft() -> Draft {
        let mut report = template::by_id("blank").unwrap().start();
        report.sections[0].text = "青石县读书月工作总结".into();
        let mut facts = Facts::default();
        facts.0.insert("单位".into(), "青石县发展改革局".into());
        Draft { report, facts }
    }

    #[test]
    fn a_draft_file_opens_as_it_was_saved() {
        let draft = draft();
        assert_eq!(from_json(&to_json(&draft).unwrap()).unwrap(), draft);
    }

    #[test]
    fn a_file_of_a_newer_version_is_refused_by_name() {
        let newer = to_json(&draft())
            .unwrap()
            .replace("\"nigao\":1", "\"nigao\":7");
        assert_eq!(from_json(&newer), Err(DraftError::Newer(7)));
    }

    #[test]
    fn a_broken_file_names_its_line() {
        let broken = to_json(&draft()).unwrap().replace("\"kind\"", "kind");
        assert!(matches!(
            from_json(&broken),
            Err(DraftError::Unreadable { line: 1, .. })
        ));
        assert!(from_json("[]").is_err());
        assert!(from_json(&"[".repeat(10_000)).is_err());
    }

    #[test]
    fn sections_with_one_id_both_survive() {
        let mut twice = draft();
        let again = twice.report.sections[0].clone();
        twice.report.sections.push(again);
        let opened = from_json(&to_json(&twice).unwrap()).unwrap();
        assert_eq!(opened.report.sections.len(), twice.report.sections.len());
        assert_eq!(opened.report.sections.last().unwrap().node.id.0, "title-2");
    }

    /// Each of them would look through all those before it, at all their numbers: hours for a file of 1 MB.
    #[test]
    fn many_sections_with_one_id_are_told_apart_in_time() {
        let section = r#"{"node":{"id":"a","role":"lead"},"text":""}"#;
        let sections = vec![section; 20_000].join(",");
        let file = format!(
            r#"{{"nigao":1,"kind":"draft","template":"blank","title":"","sections":[{sections}]}}"#
        );
        let opened = from_json(&file).unwrap();
        assert_eq!(opened.report.sections[1].node.id.0, "a-2");
        assert_eq!(opened.report.sections[19_999].node.id.0, "a-20000");
    }
}
