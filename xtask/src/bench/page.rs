//! What the built program does in a browser.

use std::path::Path;

use super::median_ms;
use super::row::{Budget, Row};
use super::sample::{self, Form};
use crate::{browsers, bundle, shell, test};

const CHARS: usize = 200_000;

pub fn rows(folder: &Path, build: bool) -> Vec<Row> {
    vec![Row {
        what: "in the page: 200,000 characters parsed",
        unit: "ms",
        budget: Budget::AtMost(100.0),
        measured: measure(folder, build),
    }]
}

fn measure(folder: &Path, build: bool) -> Result<f64, String> {
    let chromium = browsers::chromium()?;
    if build {
        bundle::run()?;
    }
    let path = folder.join("page.txt");
    shell::write(&path, sample::text(Form::Lines, CHARS))?;
    let program = [
        "run",
        "--quiet",
        "-p",
        "nigao-e2e",
        "--bin",
        "page_bench",
        "--",
    ];
    let mut opens = test::in_browser(&chromium, &program);
    // What it says in a panic is meant for people.
    let said = shell::captured(opens.arg(path).env("RUST_BACKTRACE", "0"))
        .map_err(|problem| format!("{problem}; it says above why"))?;
    serde_json::from_str(&said)
        .ok()
        .and_then(|line| median_ms(&line))
        .ok_or_else(|| format!("the page's figures do not read: {said}"))
}
