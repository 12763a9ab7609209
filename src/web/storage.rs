//! localStorage as a [`KeyValue`], with what could not be written kept in memory.
//!
//! gloo-storage panics where storage is switched off, so it is probed first. A value that the browser refused stays
//! readable until the page is left: going back to the list and opening the draft again never costs text.

use std::cell::RefCell;
use std::collections::BTreeMap;

use gloo_storage::{LocalStorage, Storage as _};
use nigao_core::draft::{DraftError, KeyValue, PREFIX};

thread_local! {
    static REFUSED: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
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

    /// Whether something that was to be kept is only in memory.
    pub fn holds_back() -> bool {
        REFUSED.with_borrow(|refused| !refused.is_empty())
    }
}

impl KeyValue for BrowserStorage {
    fn get(&self, key: &str) -> Result<Option<String>, DraftError> {
        if let Some(value) = REFUSED.with_borrow(|refused| refused.get(key).cloned()) {
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
                .map_err(|error| DraftError::Refused(format!("{error:?}")))
        } else {
            Err(DraftError::Unavailable)
        };
        REFUSED.with_borrow_mut(|refused| match written {
            Ok(()) => {
                refused.remove(key);
            }
            Err(_) => {
                refused.insert(key.to_owned(), value.to_owned());
            }
        });
        written
    }

    fn remove(&self, key: &str) -> Result<(), DraftError> {
        REFUSED.with_borrow_mut(|refused| refused.remove(key));
        if !self.available {
            return Ok(());
        }
        LocalStorage::raw()
            .remove_item(key)
            .map_err(|_| DraftError::Unavailable)
    }

    fn keys(&self) -> Result<Vec<String>, DraftError> {
        let mut keys = REFUSED.with_borrow(|refused| refused.keys().cloned().collect::<Vec<_>>());
        if self.available {
            let storage = LocalStorage::raw();
            let length = storage.length().map_err(|_| DraftError::Unavailable)?;
            keys.extend((0..length).filter_map(|i| storage.key(i).ok().flatten()));
        }
        keys.sort_unstable();
        keys.dedup();
        Ok(keys)
    }
}
