//! What a person does with Nigao, step by step. Each journey goes two ways: over http, and from the single file.

mod compose;
mod export;
mod failed_write;
mod harness;
mod import;
mod input_method;
mod keep;
mod no_wasm;
mod structure;
mod theme_and_preview;
