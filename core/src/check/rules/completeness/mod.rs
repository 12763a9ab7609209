//! Missing and unfinished parts.

pub mod empty_section;
pub mod missing_section;
pub mod section_too_long;
pub mod section_too_short;
pub mod too_few_items;
