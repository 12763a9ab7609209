//! A web page, or a fragment of one from the clipboard.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nigao_core::import::source::html;

fuzz_target!(|page: &str| nigao_fuzz::open_read(&html::read(page)));
