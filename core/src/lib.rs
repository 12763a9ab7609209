//! The report model, templates, checks, importers, exporters and drafts of Nigao.
//!
//! Pure Rust: there is no DOM, clock, randomness or network here; whatever is needed of them is passed in.
//! Arrows run one way: `text <- report <- facts <- template`; `check`, `import`, `export` and `draft` stand on
//! these four and never see each other.

pub mod check;
pub mod draft;
pub mod export;
pub mod facts;
pub mod import;
pub mod report;
pub mod template;
pub mod text;
