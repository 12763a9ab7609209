use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::*;
use crate::check::manual::{Manual, file, page};
use crate::check::{Group, check_section, fixture};
use crate::facts::Facts;
use crate::text::placeholder::Kind;

fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn manual(meta: &Meta) -> Manual {
    let path = home().join(file(meta));
    let source =
        std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    Manual::parse(&source).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[test]
fn ids_are_kebab_case_and_unique() {
    let mut seen = BTreeSet::new();
    for meta in metas() {
        assert!(
            meta.id
                .split('-')
                .all(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase())),
            "{}",
            meta.id
        );
        assert!(seen.insert(meta.id), "{} twice", meta.id);
        assert!(!meta.name.is_empty());
    }
}

#[test]
fn every_file_in_the_folders_is_a_registered_rule_and_the_other_way_round() {
    let registered: BTreeSet<_> = metas().map(|m| home().join(file(m))).collect();
    let mut files = BTreeSet::new();
    for folder in std::fs::read_dir(home().join("src/check/rules")).unwrap() {
        let folder = folder.unwrap().path();
        if folder.is_dir() {
            files.extend(
                std::fs::read_dir(folder)
                    .unwrap()
                    .map(|f| f.unwrap().path()),
            );
        }
    }
    files.retain(|f| f.file_name() != Some(Path::new("mod.rs").as_os_str()));
    assert_eq!(files, registered);
}

#[test]
fn a_rule_for_each_kind_of_placeholder() {
    let rules: BTreeSet<_> = metas()
        .filter(|m| m.group == Group::Placeholder)
        .map(|m| m.id)
        .collect();
    assert_eq!(rules, Kind::ALL.iter().map(|k| k.id()).collect());
}

/// How often the rule speaks in an example.
fn count(meta: &Meta, example: &str) -> usize {
    let findings = if section_rules().iter().any(|r| r.meta() == meta) {
        let section = fixture::section(example);
        check_section(&section.node, &section.text, &Facts::default()).findings
    } else {
        fixture::findings(&fixture::report(example))
    };
    findings.iter().filter(|f| f.rule.id == meta.id).count()
}

#[test]
fn the_examples_of_the_manual_hold() {
    let mut wrong = Vec::new();
    for meta in metas() {
        let manual = manual(meta);
        let wrongs = manual.wrong.iter().map(|e| (e, 1));
        for (example, expected) in wrongs.chain(manual.right.iter().map(|e| (e, 0))) {
            let found = count(meta, example);
            if found != expected {
                wrong.push(format!(
                    "{}: {found} findings, expected {expected}: {example}",
                    meta.id
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_manual_page_is_up_to_date() {
    let rules: Vec<_> = metas().map(|m| (m, manual(m))).collect();
    let written = std::fs::read_to_string(home().join("../docs/rules.md")).unwrap_or_default();
    assert!(
        written.replace("\r\n", "\n") == page(&rules),
        "docs/rules.md is stale: run `cargo xtask codegen`"
    );
}
