//! A file of any kind, told by its content; most are text in some encoding.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nigao_core::import::source::{self, Content, LONGEST_TEXT};

fuzz_target!(|bytes: &[u8]| {
    let read = match source::open("", bytes, nigao_fuzz::legacy) {
        Ok(Content::Text(source)) => source,
        Ok(Content::Page(page)) => match source::read_page(page) {
            Ok(source) => source,
            Err(_) => return,
        },
        Ok(Content::Draft(_)) | Err(_) => return,
    };
    assert!(
        read.text.chars().count() <= LONGEST_TEXT,
        "more characters than are opened"
    );
    nigao_fuzz::open(&read.text);
});
