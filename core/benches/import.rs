//! Times [`import_text`] on the files named; `cargo xtask bench` makes them, runs this and reads what it prints:
//! `{"file": …, "chars": …, "ms": [one for each run]}`, a line a file.

use std::hint::black_box;
use std::time::Instant;

use nigao_core::import::import_text;

const RUNS: usize = 15;

fn main() {
    // Cargo adds an argument of its own.
    for file in std::env::args().skip(1).filter(|arg| arg != "--bench") {
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
        // The first run also loads the templates.
        black_box(import_text(black_box(&text)));
        let ms: Vec<f64> = (0..RUNS).map(|_| time(&text)).collect();
        let line = serde_json::json!({ "file": file, "chars": text.chars().count(), "ms": ms });
        println!("{line}");
    }
}

fn time(text: &str) -> f64 {
    let begin = Instant::now();
    let imported = import_text(black_box(text));
    let ms = begin.elapsed().as_secs_f64() * 1000.0;
    black_box(imported);
    ms
}
