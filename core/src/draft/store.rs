//! Drafts over a key-value storage: `nigao/draft/<draft>` is the manifest, `nigao/draft/<draft>/section/<section>` a text.

use serde::{Deserialize, Serialize};

use super::{Draft, DraftError, FORMAT, Manifest, read};
use crate::report::{Report, Section, SectionId};

/// Every key of ours begins so: on file:// all local pages share one storage.
pub const PREFIX: &str = "nigao/";

/// A storage of strings by key. Each call may fail, since browsers refuse, fill up and are switched off.
pub trait KeyValue {
    /// The value of a key, if there is one.
    fn get(&self, key: &str) -> Result<Option<String>, DraftError>;
    /// Sets a value.
    fn set(&self, key: &str, value: &str) -> Result<(), DraftError>;
    /// Removes a key; no error where there is none.
    fn remove(&self, key: &str) -> Result<(), DraftError>;
    /// All keys, in any order.
    fn keys(&self) -> Result<Vec<String>, DraftError>;
}

/// A draft in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// It can be opened.
    Readable {
        /// Its id.
        id: String,
        /// What the list shows of it.
        manifest: Box<Manifest>,
    },
    /// Its manifest cannot be read; the raw text is kept as it is.
    Unreadable {
        /// Its id.
        id: String,
        /// The stored text.
        raw: String,
        /// It was written by a newer version of the program; nothing is wrong with it.
        newer: bool,
    },
}

impl Entry {
    /// When it was last edited; what cannot be read comes last.
    fn updated(&self) -> u64 {
        match self {
            Entry::Readable { manifest, .. } => manifest.updated,
            Entry::Unreadable { .. } => 0,
        }
    }
}

/// A draft as it was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// Report and facts.
    pub draft: Draft,
    /// The manifest's revision.
    pub revision: u64,
    /// Sections whose text could not be read; it was set aside under `nigao/unreadable/` and they open empty.
    pub unreadable: Vec<SectionId>,
}

#[derive(Serialize, Deserialize)]
struct TextRecord {
    nigao: u32,
    text: String,
}

/// The drafts in one storage.
#[derive(Debug, Clone, Copy)]
pub struct Store<K> {
    storage: K,
}

impl<K: KeyValue> Store<K> {
    /// Drafts in this storage.
    pub const fn new(storage: K) -> Self {
        Self { storage }
    }

    fn manifest_key(draft: &str) -> String {
        format!("{PREFIX}draft/{draft}")
    }

    fn section_key(draft: &str, section: &SectionId) -> String {
        format!("{PREFIX}draft/{draft}/section/{section}")
    }

    /// All drafts, the last edited first.
    pub fn list(&self) -> Result<Vec<Entry>, DraftError> {
        let start = format!("{PREFIX}draft/");
        let mut entries: Vec<Entry> = Vec::new();
        for key in self.storage.keys()? {
            let Some(id) = key.strip_prefix(&start).filter(|rest| !rest.contains('/')) else {
                continue;
            };
            let Some(raw) = self.storage.get(&key)? else {
                continue;
            };
            let entry = match read::<Manifest>(&raw) {
                Ok(manifest) => Entry::Readable {
                    id: id.to_owned(),
                    manifest: Box::new(manifest),
                },
                Err(error) => Entry::Unreadable {
                    id: id.to_owned(),
                    newer: matches!(error, DraftError::Newer(_)),
                    raw,
                },
            };
            let at = entries.partition_point(|other| other.updated() >= entry.updated());
            entries.insert(at, entry);
        }
        Ok(entries)
    }

    /// Opens a draft. A text that cannot be read is set aside first, so that no later save overwrites it.
    pub fn load(&self, id: &str) -> Result<Loaded, DraftError> {
        let raw = self
            .storage
            .get(&Self::manifest_key(id))?
            .ok_or(DraftError::Missing)?;
        let manifest: Manifest = read(&raw)?;
        let mut report = Report {
            template: manifest.template,
            sections: Vec::new(),
        };
        let mut unreadable = Vec::new();
        for node in manifest.nodes {
            let key = Self::section_key(id, &node.id);
            let text = match self.storage.get(&key)? {
                None => String::new(),
                Some(stored) => match serde_json::from_str::<TextRecord>(&stored) {
                    Ok(record) if record.nigao <= FORMAT => record.text,
                    _ => {
                        self.set_aside(&key, &stored)?;
                        unreadable.push(node.id.clone());
                        String::new()
                    }
                },
            };
            report.sections.push(Section { node, text });
        }
        Ok(Loaded {
            draft: Draft {
                report,
                facts: manifest.facts,
            },
            revision: manifest.revision,
            unreadable,
        })
    }

    /// Copies a value that cannot be read to a key of its own; a copy that is already there is never overwritten.
    fn set_aside(&self, key: &str, value: &str) -> Result<(), DraftError> {
        let stem = format!("{PREFIX}unreadable/{}", key.trim_start_matches(PREFIX));
        let mut copy = stem.clone();
        let mut n = 2_usize;
        while let Some(kept) = self.storage.get(&copy)? {
            if kept == value {
                return Ok(());
            }
            copy = format!("{stem}~{n}");
            n += 1;
        }
        self.storage.set(&copy, value)
    }

    /// Keeps one section's text.
    pub fn save_text(
        &self,
        draft: &str,
        section: &SectionId,
        text: &str,
    ) -> Result<(), DraftError> {
        let record = serde_json::to_string(&TextRecord {
            nigao: FORMAT,
            text: text.to_owned(),
        })?;
        self.storage
            .set(&Self::section_key(draft, section), &record)
    }

    /// Keeps the structure.
    pub fn save_manifest(&self, draft: &str, manifest: &Manifest) -> Result<(), DraftError> {
        self.storage.set(
            &Self::manifest_key(draft),
            &serde_json::to_string(manifest)?,
        )
    }

    /// Forgets the texts of sections that the manifest kept last does not name any more.
    pub fn forget_texts<'a>(
        &self,
        draft: &str,
        sections: impl IntoIterator<Item = &'a SectionId>,
    ) -> Result<(), DraftError> {
        for section in sections {
            self.storage.remove(&Self::section_key(draft, section))?;
        }
        Ok(())
    }

    /// Removes a draft: the manifest first, so that a removal cut short never leaves half a draft in the list.
    pub fn delete(&self, draft: &str) -> Result<(), DraftError> {
        self.storage.remove(&Self::manifest_key(draft))?;
        let start = format!("{}/", Self::manifest_key(draft));
        for key in self
            .storage
            .keys()?
            .into_iter()
            .filter(|key| key.starts_with(&start))
        {
            self.storage.remove(&key)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    use super::*;
    use crate::facts::Facts;
    use crate::template;

    /// A storage in memory that refuses writes over `room` bytes.
    struct Memory {
        values: RefCell<BTreeMap<String, String>>,
        room: usize,
    }

    impl KeyValue for &Memory {
        fn get(&self, key: &str) -> Result<Option<String>, DraftError> {
            Ok(self.values.borrow().get(key).cloned())
        }
        fn set(&self, key: &str, value: &str) -> Result<(), DraftError> {
            let mut values = self.values.borrow_mut();
            let others: usize = values
                .iter()
                .filter(|(k, _)| *k != key)
                .map(|(k, v)| k.len() + v.len())
                .sum();
            if others + key.len() + value.len() > self.room {
                return Err(DraftError::Refused("full".into()));
            }
            values.insert(key.to_owned(), value.to_owned());
            Ok(())
        }
        fn remove(&self, key: &str) -> Result<(), DraftError> {
            self.values.borrow_mut().remove(key);
            Ok(())
        }
        fn keys(&self) -> Result<Vec<String>, DraftError> {
            Ok(self.values.borrow().keys().cloned().collect())
        }
    }

    fn memory() -> Memory {
        Memory {
            values: RefCell::default(),
            room: usize::MAX,
        }
    }

    fn report() -> Report {
        let mut report = template::by_id("blank").unwrap().start();
        report.sections[0].text = "读书月总结".into();
        report.sections[1].text = "导语。".into();
        report
    }

    fn manifest(report: &Report, updated: u64) -> Manifest {
        Manifest {
            nigao: FORMAT,
            revision: 1,
            title: report.title(),
            template: report.template.clone(),
            updated,
            chars: 8,
            percent: 0,
            nodes: report.sections.iter().map(|s| s.node.clone()).collect(),
            facts: Facts::default(),
        }
    }

    fn save(store: Store<&Memory>, id: &str, report: &Report, updated: u64) {
        for section in &report.sections {
            store
                .save_text(id, &section.node.id, &section.text)
                .unwrap();
        }
        store.save_manifest(id, &manifest(report, updated)).unwrap();
    }

    #[test]
    fn what_was_saved_is_loaded() {
        let memory = memory();
        let store = Store::new(&memory);
        save(store, "a", &report(), 1);
        let loaded = store.load("a").unwrap();
        assert_eq!(loaded.draft.report, report());
        assert!(loaded.unreadable.is_empty());
        assert_eq!(store.load("b"), Err(DraftError::Missing));
    }

    #[test]
    fn the_list_shows_the_last_edited_first() {
        let memory = memory();
        let store = Store::new(&memory);
        save(store, "old", &report(), 1);
        save(store, "new", &report(), 2);
        memory
            .values
            .borrow_mut()
            .insert("nigao/draft/torn".into(), "{\"nigao\":1,".into());
        memory
            .values
            .borrow_mut()
            .insert("other-page".into(), "x".into());
        let ids: Vec<_> = store
            .list()
            .unwrap()
            .into_iter()
            .map(|entry| match entry {
                Entry::Readable { id, .. } => id,
                Entry::Unreadable { id, raw, .. } => format!("{id}: {raw}"),
            })
            .collect();
        assert_eq!(ids, ["new", "old", "torn: {\"nigao\":1,"]);
    }

    #[test]
    fn an_unreadable_text_is_set_aside_and_never_overwritten() {
        let memory = memory();
        let store = Store::new(&memory);
        save(store, "a", &report(), 1);
        let key = "nigao/draft/a/section/lead";
        for torn in ["{\"nigao\":1,\"te", "{\"nigao\":1,\"text\":"] {
            memory.values.borrow_mut().insert(key.into(), torn.into());
            assert_eq!(
                store.load("a").unwrap().unreadable,
                [SectionId("lead".into())]
            );
        }
        let values = memory.values.borrow();
        assert_eq!(
            values["nigao/unreadable/draft/a/section/lead"],
            "{\"nigao\":1,\"te"
        );
        assert_eq!(
            values["nigao/unreadable/draft/a/section/lead~2"],
            "{\"nigao\":1,\"text\":"
        );
    }

    #[test]
    fn a_refused_write_leaves_the_former_text() {
        let mut memory = memory();
        {
            let store = Store::new(&memory);
            save(store, "a", &report(), 1);
        }
        memory.room = 700;
        let store = Store::new(&memory);
        let lead = SectionId("lead".into());
        assert!(matches!(
            store.save_text("a", &lead, &"长".repeat(400)),
            Err(DraftError::Refused(_))
        ));
        assert_eq!(store.load("a").unwrap().draft.report, report());
    }

    #[test]
    fn texts_of_removed_sections_are_forgotten_and_all_go_with_the_draft() {
        let memory = memory();
        let store = Store::new(&memory);
        let mut shorter = report();
        save(store, "a", &shorter, 1);
        save(store, "ab", &shorter, 1);
        shorter.sections.remove(1);
        store.save_manifest("a", &manifest(&shorter, 2)).unwrap();
        store
            .forget_texts("a", &[SectionId("lead".into())])
            .unwrap();
        assert!(
            !memory
                .values
                .borrow()
                .contains_key("nigao/draft/a/section/lead")
        );
        store.delete("a").unwrap();
        assert!(
            memory
                .values
                .borrow()
                .keys()
                .all(|key| key.starts_with("nigao/draft/ab"))
        );
        assert_eq!(store.load("ab").unwrap().draft.report, report());
    }

    #[test]
    fn a_draft_of_a_newer_version_is_not_touched() {
        let memory = memory();
        let store = Store::new(&memory);
        let newer = "{\"nigao\":9,\"anything\":true}";
        memory
            .values
            .borrow_mut()
            .insert("nigao/draft/a".into(), newer.into());
        assert_eq!(store.load("a"), Err(DraftError::Newer(9)));
        assert_eq!(memory.values.borrow()["nigao/draft/a"], newer);
    }
}
