//! `{{name}}`: a place where a text names a fact.

use std::ops::Range;

/// The longest name of a fact, in characters.
const LONGEST: usize = 40;

/// The span of the reference that opens at `at`, braces included: `{{` and `}}` on one line with a name between.
pub(super) fn scan(text: &str, at: usize) -> Option<Range<usize>> {
    let inner = text[at..].strip_prefix("{{")?;
    // Stopping at the next brace keeps a text full of open braces linear.
    let len = inner.find(['{', '}', '\n', '\r'])?;
    let name = inner[..len].trim();
    let fits =
        inner[len..].starts_with("}}") && !name.is_empty() && name.chars().count() <= LONGEST;
    fits.then_some(at..at + 2 + len + 2)
}

/// All places where `text` names a fact, in order.
pub fn references(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find("{{").map(|i| i + from) {
        from = open + 1;
        if let Some(span) = scan(text, open) {
            from = span.end;
            found.push(span);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_braces_are_text() {
        for text in [
            "{{",
            "{{}}",
            "{{a\nb}}",
            "{{{",
            "}}{{",
            "{{ }}",
            "{{甲}乙}}",
            "{{甲 {{",
        ] {
            assert!(references(text).is_empty(), "{text}");
        }
        assert_eq!(references("{{{甲}}"), vec![1..8]);
        assert_eq!(references("{{甲}}、{{ 乙 }}").len(), 2);
    }
}
