//! Exporters. All read one laid-out document, so that what the preview shows is what every file contains.

mod file_name;
pub mod html;
pub mod layout;
pub mod markdown;
#[cfg(test)]
mod samples;
pub mod text;

pub use file_name::file_name;

/// What a report without a title is called.
const UNTITLED: &str = "未命名";
