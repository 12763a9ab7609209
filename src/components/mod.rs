//! What is seen on the screen, one component a file.
//!
//! Components read and call `state`. Of `web` they use elements (`dom`) and gestures: keys, focus, scrolling and the
//! textarea's caret.

mod banner;
mod button;
mod completeness_chip;
mod contributions_panel;
mod desk;
mod draft_list;
mod export_menu;
mod facts_panel;
mod file_button;
mod findings_panel;
mod guidance_panel;
mod import_review;
mod keyed;
mod menu;
mod modal;
mod outline;
mod paste_dialog;
mod preview;
mod section_editor;
mod start_page;
mod template_chooser;
mod text_editor;
mod toast;
mod top_bar;

pub use banner::banner;
pub use desk::desk;
pub use import_review::import_review;
pub use paste_dialog::paste_dialog;
pub use start_page::start_page;
pub use toast::toast;
