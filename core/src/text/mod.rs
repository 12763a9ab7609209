//! What every other room reads text with: characters, numerals, heading marks, items and placeholders.
//!
//! All spans are byte ranges into the text given, on character boundaries.

pub mod chars;
pub mod escapes;
pub mod items;
pub mod marks;
pub mod names;
pub mod numerals;
pub mod order;
pub mod paragraph;
pub mod placeholder;
