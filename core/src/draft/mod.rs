//! Drafts: what is kept of a report, and how it is stored so that a save costs what changed.
//!
//! A draft is one manifest (structure, facts, a few words for the list) and one record for each section's text.
//! Sections are written before the manifest, so that a write cut short leaves the former state readable.

mod envelope;
mod store;

pub use envelope::{from_json, to_json};
pub use store::{Entry, KeyValue, Loaded, PREFIX, Store};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::facts::Facts;
use crate::report::{Node, Report};

/// The newest format number that this program reads and the one it writes.
pub const FORMAT: u32 = 1;

/// A report being written, with its facts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The report.
    pub report: Report,
    /// Its facts.
    pub facts: Facts,
}

/// Everything of a draft but its texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Format number.
    pub nigao: u32,
    /// Counts up with every save of the manifest.
    pub revision: u64,
    /// The title, for the list of drafts.
    pub title: String,
    /// The template's id.
    pub template: String,
    /// Last edit, milliseconds since 1970 by the computer's clock; for show only.
    pub updated: u64,
    /// Characters, blanks aside, for the list of drafts.
    pub chars: usize,
    /// Completeness in per cent, for the list of drafts.
    pub percent: usize,
    /// The structure.
    pub nodes: Vec<Node>,
    /// The facts.
    pub facts: Facts,
}

/// Why a draft could not be kept or read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftError {
    /// The storage is switched off or missing.
    Unavailable,
    /// The storage is full or refused the write, in its own words.
    Refused(String),
    /// There is no such draft.
    Missing,
    /// The record is no draft of ours.
    Unreadable {
        /// Line, from 1; 0 where it is not known.
        line: usize,
        /// What the parser says of it.
        detail: String,
    },
    /// It was written by a newer version of the program, with this format number.
    Newer(u32),
}

impl From<serde_json::Error> for DraftError {
    fn from(error: serde_json::Error) -> Self {
        DraftError::Unreadable {
            line: error.line(),
            detail: error.to_string(),
        }
    }
}

#[derive(Deserialize)]
struct Numbered {
    nigao: u32,
}

/// Reads a record of ours. What a newer version wrote is told by its number first: its form may be another.
fn read<T: DeserializeOwned>(raw: &str) -> Result<T, DraftError> {
    let Numbered { nigao } = serde_json::from_str(raw)?;
    if nigao > FORMAT {
        return Err(DraftError::Newer(nigao));
    }
    Ok(serde_json::from_str(raw)?)
}
