//! A file of text in any encoding.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nigao_core::import::source::LONGEST_TEXT;
use nigao_core::import::source::decode::decode;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = decode(bytes, nigao_fuzz::legacy) {
        assert!(
            text.chars().count() <= LONGEST_TEXT,
            "more characters than are opened"
        );
        nigao_fuzz::open(&text);
    }
});
