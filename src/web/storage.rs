//! localStorage as a [`KeyValue`], with what could not be written kept in memory.
//!
//! gloo-storage panics where storage is switched off, so it is probed first. A value that the browser refused stays
//! readable until the page is left: going back to the list and opening the draft again never costs text.

use std::cell::RefCell;

use gloo_storage::{LocalStorage, Storage as _};
use nigao_core::draft::{DraftError, KeyValue, PREFIX};

thread_local! {
    /// Keys and values.
    static REFUSED: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// The browser's storage for this page.
#[derive(Debug, Clone, Copy)]
pub struct BrowserStorage {
    available: bool,
}

impl BrowserStorage {
    /// Looks whether the storage can be read and written at all.
    pub fn probe() -> Self {
        let probe = format!("{PREFIX}probe");
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        let reachable = storage.is_some_and(|s| {
            // A full storage refuses the write but still holds drafts: being readable is what counts.
            let _ = s.set_item(&probe, "1");
            let _ = s.remove_item(&probe);
            s.length().is_ok()
        });
        Self {
            available: reachable,
        }
    }

    /// Whether values outlive the page.
    pub const fn available(self) -> bool {
        self.available
    }

    /// Keeps a value that is no loss when the browser refuses it.
    pub fn set_if_possible(self, key: &str, value: &str) {
        if self.available {
            // A refusal is reported by the next save of a draft.
            let _ = LocalStorage::raw().set_item(key, value);
        }
    }

    /// Tries again to keep what was refused. Returns whether nothing is held back any more.
    pub fn retry(self) -> bool {
        let refused = REFUSED.with_borrow(Clone::clone);
        for (key, value) in refused {
            // What is refused again stays held back.
            let _ = self.set(&key, &value);
        }
        !Self::holds_back()
    }

    /// Whether something that was to be kept is only in memory.
    pub fn holds_back() -> bool {
        REFUSED.with_borrow(|refused| !refused.is_empty())
    }
}

fn value_of(refused: &[(String, String)], key: &str) -> Option<String> {
    refused
        .iter()
        .find(|(other, _)| other == key)
        .map(|(_, value)| value.clone())
}

impl KeyValue for BrowserStorage {
    fn get(&self, key: &str) -> Result<Option<String>, DraftError> {
        if let Some(value) = REFUSED.with_borrow(|refused| value_of(refused, key)) {
            return Ok(Some(value));
        }
        if !self.available {
            return Ok(None);
        }
        LocalStorage::raw()
            .get_item(key)
            .map_err(|_| DraftError::Unavailable)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), DraftError> {
        let written = if self.available {
            LocalStorage::raw()
                .set_item(key, value)
                .map_err(|_| DraftError::Refused("the browser refused the write".into()))
        } else {
            Err(DraftError::Unavailable)
        };
        REFUSED.with_borrow_mut(|refused| {
            refused.retain(|(other, _)| other != key);
            if written.is_err() {
                refused.push((key.to_owned(), value.to_owned()));
            }
        });
        written
    }

    fn remove(&self, key: &str) -> Result<(), DraftError> {
        REFUSED.with_borrow_mut(|refused| refused.retain(|(other, _)| other != key));
        if !self.available {
            return Ok(());
        }
        LocalStorage::raw()
            .remove_item(key)
            .map_err(|_| DraftError::Unavailable)
    }

    fn keys(&self) -> Result<Vec<String>, DraftError> {
        let mut keys = REFUSED.with_borrow(|refused| {
            refused
                .iter()
                .map(|(key, _)| key.clone())
                .collect::<Vec<_>>()
        });
        if self.available {
            let storage = LocalStorage::raw();
            let length = storage.length().map_err(|_| DraftError::Unavailable)?;
            let refused = keys.len();
            for key in (0..length).filter_map(|i| storage.key(i).ok().flatten()) {
                if !keys[..refused].contains(&key) {
                    keys.push(key);
                }
            }
        }
        Ok(keys)
    }
}
