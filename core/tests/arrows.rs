//! Holds the inner walls of the house: which room may name which (ARCHITECTURE.md, "Arrows").

#![allow(
    clippy::unwrap_used,
    reason = "a file that cannot be read fails the test"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// A room of the core and the rooms that it may name.
const CORE: [(&str, &[&str]); 8] = [
    ("text", &["text"]),
    ("report", &["text", "report"]),
    ("facts", &["text", "report", "facts"]),
    ("template", &["text", "report", "facts", "template"]),
    ("check", &["text", "report", "facts", "template", "check"]),
    ("import", &["text", "report", "facts", "template", "import"]),
    ("export", &["text", "report", "facts", "template", "export"]),
    ("draft", &["text", "report", "facts", "template", "draft"]),
];

/// Words that only the app's `web` room may name.
const BROWSER: [&str; 4] = ["web_sys", "gloo_", "js_sys", "wasm_bindgen_futures"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn sources(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found
}

/// Code lines of a file: no comments, and nothing behind its tests' beginning.
fn code(path: &Path) -> String {
    let source = fs::read_to_string(path).unwrap();
    let code = source.split("#[cfg(test)]").next().unwrap();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn rooms_of_the_core_name_only_the_rooms_below_them() {
    let mut seen = 0;
    for (room, allowed) in CORE {
        for path in sources(&root().join("src").join(room)) {
            if path.components().any(|part| part.as_os_str() == "tests")
                || path.ends_with("tests.rs")
            {
                continue;
            }
            for named in code(&path).split("crate::").skip(1) {
                let named: String = named
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                assert!(
                    allowed.contains(&named.as_str()),
                    "{} names {named}, which `{room}` may not",
                    path.display()
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "the test has lost sight of the code");
}

#[test]
fn only_the_web_room_names_the_browser() {
    let app = root().join("../src");
    let files = sources(&app);
    assert!(files.len() > 20, "the test has lost sight of the app");
    for path in files
        .into_iter()
        .filter(|p| !p.starts_with(app.join("web")) && !p.ends_with("tests.rs"))
    {
        let code = code(&path);
        for word in BROWSER {
            assert!(!code.contains(word), "{} names {word}", path.display());
        }
        if path.starts_with(app.join("components")) {
            for word in ["web::storage", "web::files", "files::"] {
                assert!(
                    !code.contains(word),
                    "{} reaches past `state` to {word}",
                    path.display()
                );
            }
        }
        if path.starts_with(app.join("state")) {
            assert!(
                !code.contains("crate::components"),
                "{} names components",
                path.display()
            );
        }
    }
}
