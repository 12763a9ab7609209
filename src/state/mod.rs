//! What the app knows: the screen that is shown, the draft that is open, and when it is saved.

pub mod app;
pub mod autosave;
pub mod contributions;
pub mod exports;
pub mod opening;
pub mod places;
pub mod review;
pub mod settings;
pub mod structure;
pub mod walk;
pub mod words;
pub mod workspace;
