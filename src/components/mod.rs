//! What is seen on the screen, one component a file. Components call `state`, never `web`… except for event helpers.

mod banner;
mod completeness_chip;
mod desk;
mod draft_list;
mod export_menu;
mod facts_panel;
mod findings_panel;
mod guidance_panel;
mod outline;
mod paste_dialog;
mod preview;
mod section_editor;
mod start_page;
mod template_chooser;
mod text_editor;
mod toast;
mod top_bar;

pub use banner::Banner;
pub use desk::Desk;
pub use paste_dialog::PasteDialog;
pub use start_page::StartPage;
pub use toast::Toast;
