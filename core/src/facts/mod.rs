//! Facts: named values (`{{会议次数}}`) that a report uses in many places.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::text::placeholder;

/// Values by name. A name with a blank value counts as not filled.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(pub BTreeMap<String, String>);

impl Facts {
    /// The value of a fact, where it is filled.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.0
            .get(name.trim())
            .map(|v| v.trim())
            .filter(|v| !v.is_empty())
    }

    /// `text` with every filled fact in its place; those without a value stay as they are.
    pub fn fill(&self, text: &str) -> String {
        self.filled(text).0
    }

    /// As [`fill`](Self::fill), with the bytes where values stand now and their facts' names.
    pub fn filled<'a>(&'a self, text: &'a str) -> (String, Vec<(Range<usize>, &'a str)>) {
        let mut out = String::with_capacity(text.len());
        let mut places = Vec::new();
        let mut from = 0;
        for reference in references(text) {
            let name = reference.name(text);
            if let Some(value) = self.value(name) {
                out.push_str(&text[from..reference.span.start]);
                places.push((out.len()..out.len() + value.len(), name));
                out.push_str(value);
                from = reference.span.end;
            }
        }
        out.push_str(&text[from..]);
        (out, places)
    }
}

/// A place where a text names a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Bytes of `{{name}}`, braces included.
    pub span: Range<usize>,
}

impl Reference {
    /// The fact's name in `text`, the text that the reference was found in.
    pub fn name<'a>(&self, text: &'a str) -> &'a str {
        text[self.span.start + 2..self.span.end - 2].trim()
    }
}

/// All places where `text` names a fact: `{{` and `}}` on one line with a name of at most 40 characters between.
pub fn references(text: &str) -> Vec<Reference> {
    placeholder::references(text)
        .into_iter()
        .map(|span| Reference { span })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_filled_facts_are_put_in() {
        let mut facts = Facts::default();
        facts.0.insert("次数".into(), "12".into());
        facts.0.insert("单位".into(), "  ".into());
        assert_eq!(
            facts.fill("{{单位}}开会{{ 次数 }}次，{{没有}}。"),
            "{{单位}}开会12次，{{没有}}。"
        );
    }
}
