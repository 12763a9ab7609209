//! The built-in kinds of report, in the order of the chooser.

use std::sync::OnceLock;

use super::Template;

pub(super) const SOURCES: [&str; 3] = [
    include_str!("../../templates/study-summary.toml"),
    include_str!("../../templates/news-feature.toml"),
    include_str!("../../templates/blank.toml"),
];

/// All built-in templates. Each parses: a test holds that.
pub fn builtin() -> &'static [Template] {
    static LOADED: OnceLock<Vec<Template>> = OnceLock::new();
    LOADED.get_or_init(|| {
        SOURCES
            .iter()
            .filter_map(|source| Template::parse(source).ok())
            .collect()
    })
}

/// The built-in template with this id.
pub fn by_id(id: &str) -> Option<&'static Template> {
    builtin().iter().find(|t| t.id == id)
}
