//! Pages as they come: from browsers, Word and WPS, and from people who mean no good.

mod blocks;
mod hostile;
mod lists;
mod made;
mod review;
mod tables;

use super::read;

/// The text of a page.
fn text(html: &str) -> String {
    read(html).text
}
