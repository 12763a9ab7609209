//! The built-in kinds of report, in the order of the chooser.

use std::sync::OnceLock;

use super::Template;

/// As build.rs wrote them from `core/templates`.
const SOURCES: [&str; 3] = [
    include_str!(concat!(env!("OUT_DIR"), "/study-summary.json")),
    include_str!(concat!(env!("OUT_DIR"), "/news-feature.json")),
    include_str!(concat!(env!("OUT_DIR"), "/blank.json")),
];

/// All built-in templates. Each of the files loads: a test holds that.
pub fn builtin() -> &'static [Template] {
    static LOADED: OnceLock<Vec<Template>> = OnceLock::new();
    LOADED.get_or_init(|| {
        SOURCES
            .iter()
            .filter_map(|source| serde_json::from_str(source).ok())
            .collect()
    })
}

/// The built-in template with this id.
pub fn by_id(id: &str) -> Option<&'static Template> {
    builtin().iter().find(|t| t.id == id)
}
