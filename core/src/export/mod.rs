//! Exporters. All read one laid-out document, so that what the preview shows is what every file contains.

pub mod html;
pub mod layout;
pub mod markdown;
pub mod text;
