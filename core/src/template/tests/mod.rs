mod content;
mod form;
