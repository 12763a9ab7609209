//! Values left open: one rule for each kind of placeholder.

pub mod asterisk;
pub mod bracket;
pub mod circle;
pub mod cross;
pub mod ellipsis;
pub mod fact;
pub mod gap;
pub mod letter_x;
pub mod mou;
pub mod todo_word;
pub mod underscore;
