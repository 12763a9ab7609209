//! Word's document: the bytes as they are, and where they are no ZIP file, as the parts of one.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nigao_core::import::source::docx;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(source) = docx::read(bytes) {
        nigao_fuzz::open_read(&source);
    }
    if !bytes.starts_with(b"PK")
        && let Ok(source) = docx::read(&nigao_fuzz::package(bytes))
    {
        nigao_fuzz::open_read(&source);
    }
});
