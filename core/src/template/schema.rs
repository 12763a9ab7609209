//! The form of a template file and what is checked when one is loaded.

use serde::Deserialize;

use crate::report::{Numbering, Role};

/// A kind of report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Format number of the file; 1.
    pub nigao: u32,
    /// Stable id, kebab-case.
    pub id: String,
    /// Name of the kind, as a clerk says it: 学习教育总结.
    pub name: String,
    /// A few words for the chooser.
    pub summary: String,
    /// Counts up when the template's content changes.
    pub version: u32,
    /// Facts that the skeletons use.
    #[serde(default)]
    pub facts: Vec<FactSpec>,
    /// Sections in the order of the genre.
    pub sections: Vec<Slot>,
}

/// A fact that the template's skeletons use.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactSpec {
    /// As in `{{name}}`.
    pub name: String,
    /// What to fill in, in a few words.
    pub hint: String,
}

/// One section of a kind of report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Stable id within the template, kebab-case; drafts store it.
    pub id: String,
    /// What the section is called in the outline where it has no heading: 导语.
    pub name: String,
    /// What it is in the report.
    pub role: Role,
    /// Heading level 1 to 4; 0 (the default) for parts without a heading.
    #[serde(default)]
    pub level: u8,
    /// The usual words of the heading, to be changed at will.
    #[serde(default)]
    pub heading: String,
    /// How the heading's mark is made.
    #[serde(default)]
    pub numbering: Numbering,
    /// Other words by which an opened report may call this section.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// A report without it is incomplete.
    #[serde(default)]
    pub required: bool,
    /// Stands in a new report from the start.
    #[serde(default = "yes")]
    pub present: bool,
    /// May occur more than once.
    #[serde(default)]
    pub repeatable: bool,
    /// Fewest and most characters (blanks aside, nested sections included); 0 means no bound.
    #[serde(default)]
    pub chars: (usize, usize),
    /// Fewest items: nested sections, or else 一是/第一/1. in the text, or lines of a list.
    #[serde(default)]
    pub min_items: usize,
    /// What to write and how.
    pub guidance: String,
    /// Sentences to start from.
    #[serde(default)]
    pub skeletons: Vec<Skeleton>,
}

/// A text to insert and then change.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skeleton {
    /// A few words to choose it by.
    pub name: String,
    /// The text; what is to be filled in is a placeholder that the checks see.
    pub text: String,
}

const fn yes() -> bool {
    true
}

/// Why a template file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateError {
    /// It is no TOML, or a key is missing, unknown or of the wrong type.
    Form {
        /// Line in the file, from 1, where it is known.
        line: Option<usize>,
        /// What the parser says of it.
        detail: String,
    },
    /// The format number is newer than this program knows.
    Newer(u32),
    /// Two sections have this id.
    DuplicateId(String),
    /// This section's role and level contradict each other: a heading level is for body sections and only for them.
    Level(String),
}

/// The newest form of template files that this program knows.
#[cfg(feature = "toml")]
const FORMAT: u32 = 1;

/// The one key that every form of template file has.
#[cfg(feature = "toml")]
#[derive(Deserialize)]
struct Numbered {
    nigao: u32,
}

#[cfg(feature = "toml")]
impl Template {
    /// Reads a template file.
    pub fn parse(source: &str) -> Result<Self, TemplateError> {
        let template: Template = toml::from_str(source).map_err(|error| refusal(source, &error))?;
        if template.nigao > FORMAT {
            return Err(TemplateError::Newer(template.nigao));
        }
        for (i, slot) in template.sections.iter().enumerate() {
            if template.sections[..i]
                .iter()
                .any(|other| other.id == slot.id)
            {
                return Err(TemplateError::DuplicateId(slot.id.clone()));
            }
            if slot.level > 4 || (slot.level > 0) != (slot.role == Role::Body) {
                return Err(TemplateError::Level(slot.id.clone()));
            }
        }
        Ok(template)
    }
}

/// Says why `source` was refused. A newer file has keys that are unknown here: what helps then is its number, not the key.
#[cfg(feature = "toml")]
fn refusal(source: &str, error: &toml::de::Error) -> TemplateError {
    match toml::from_str::<Numbered>(source) {
        Ok(Numbered { nigao }) if nigao > FORMAT => TemplateError::Newer(nigao),
        _ => TemplateError::Form {
            line: error
                .span()
                .and_then(|span| source.get(..span.start))
                .map(|before| before.matches('\n').count() + 1),
            detail: error.message().to_owned(),
        },
    }
}
