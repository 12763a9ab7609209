//! What the program remembers between two openings besides the drafts.

use nigao_core::draft::{KeyValue, PREFIX};
use serde::{Deserialize, Serialize};

use crate::web::storage::BrowserStorage;

/// Settings of this computer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `light`, `dark`, or empty to follow the system.
    pub theme: String,
    /// The draft that was open.
    pub open: String,
    /// The section that was written in.
    pub section: String,
}

fn key() -> String {
    format!("{PREFIX}settings")
}

impl Settings {
    /// The settings kept; the usual ones where there are none or they cannot be read.
    pub fn load(storage: BrowserStorage) -> Self {
        storage
            .get(&key())
            .ok()
            .flatten()
            .and_then(|raw| serde_json::from_str(&raw).ok())
            .unwrap_or_default()
    }

    /// Keeps the settings. A refusal is no loss and is not reported: the drafts' own saves report it.
    pub fn save(&self, storage: BrowserStorage) {
        if let Ok(raw) = serde_json::to_string(self) {
            let _ = storage.set(&key(), &raw);
        }
    }
}
