//! A draft file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nigao_core::draft::{from_json, to_json};

fuzz_target!(|file: &str| {
    let Ok(draft) = from_json(file) else {
        return;
    };
    let json = to_json(&draft).unwrap_or_else(|error| panic!("not kept: {error:?}"));
    assert_eq!(from_json(&json).as_ref(), Ok(&draft), "kept as another");
    nigao_fuzz::check(&draft.report, &draft.facts);
    nigao_fuzz::export(&draft.report, &draft.facts);
});
