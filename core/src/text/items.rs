//! Items inside running text: 一是…二是…, 第一，…, 一要…, 首先….

use std::ops::Range;

/// Where an item's marker stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Bytes of the marker itself, for example of `一是`.
    pub marker: Range<usize>,
}

/// All items of `text` in order.
pub fn items(_text: &str) -> Vec<Item> {
    Vec::new()
}

/// How many items a text has: the largest of its 一是/第一/一要 markers, its numbered paragraphs and its list lines.
pub fn count(text: &str) -> usize {
    items(text).len()
}
