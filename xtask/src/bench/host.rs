//! What the core does on this machine, in code made for speed.

use std::path::Path;

use serde_json::Value;

use super::median_ms;
use super::row::{Budget, Row};
use super::sample::{self, Form};
use crate::shell;

const CHARS: usize = 1_000_000;

/// A text that is opened, and how many million characters of it a second are due.
struct Text {
    what: &'static str,
    file: &'static str,
    form: Form,
    least: f64,
}

const TEXTS: [Text; 4] = [
    Text {
        what: "text import, a line a paragraph",
        file: "lines.txt",
        form: Form::Lines,
        least: 20.0,
    },
    Text {
        what: "text import, all on one line",
        file: "one-line.txt",
        form: Form::OneLine,
        least: 5.0,
    },
    Text {
        what: "text import, broken after 35 characters",
        file: "wrapped.txt",
        form: Form::Wrapped,
        least: 5.0,
    },
    Text {
        what: "text import, Markdown",
        file: "markdown.md",
        form: Form::Markdown,
        least: 5.0,
    },
];

pub fn rows(folder: &Path) -> Vec<Row> {
    let said = measure(folder);
    let row = |text: &Text| Row {
        what: text.what,
        unit: "M chars/s",
        budget: Budget::AtLeast(text.least),
        measured: said
            .as_ref()
            .map_err(String::clone)
            .and_then(|said| speed(said, text.file)),
    };
    TEXTS.iter().map(row).collect()
}

/// What the measuring program prints.
fn measure(folder: &Path) -> Result<String, String> {
    let mut bench = shell::cargo(&["bench", "-p", "nigao-core", "--bench", "import", "--"]);
    for text in &TEXTS {
        let path = folder.join(text.file);
        shell::write(&path, sample::text(text.form, CHARS))?;
        bench.arg(path);
    }
    shell::captured(&mut bench)
}

/// Million characters a second, by the median of the runs with this file.
fn speed(said: &str, file: &str) -> Result<f64, String> {
    let mut lines = said
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let line = lines.find(|line| {
        let path = line["file"].as_str();
        path.is_some_and(|path| Path::new(path).ends_with(file))
    });
    let figure = line.as_ref().and_then(|line| {
        let chars = line["chars"].as_f64()?;
        Some(chars / median_ms(line)? / 1000.0)
    });
    figure.ok_or_else(|| format!("the bench of nigao-core says nothing of {file}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_speed_is_read_from_the_right_line() {
        let said = "{\"file\": \"/x/a.txt\", \"chars\": 1000000, \"ms\": [40, 50, 90]}\nnoise\n\
                    {\"file\": \"/x/b.txt\", \"chars\": 1000000, \"ms\": [10]}\n";
        assert_eq!(speed(said, "a.txt"), Ok(20.0));
        assert_eq!(speed(said, "b.txt"), Ok(100.0));
        assert!(speed(said, "c.txt").is_err());
    }
}
