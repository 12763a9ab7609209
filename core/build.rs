//! Turns the built-in templates (TOML, for people) into JSON, which the shipped program can read already, and leaves out
//! of the report's style sheet what only people read.

use std::path::Path;
use std::{env, fs};

fn main() {
    let out = env::var("OUT_DIR").expect("cargo sets it");
    println!("cargo::rerun-if-changed=src/export/html/style.css");
    let style = fs::read_to_string("src/export/html/style.css").expect("the style sheet is there");
    fs::write(Path::new(&out).join("style.css"), squeezed(&style)).expect("OUT_DIR can be written");

    let templates =
        Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("templates");
    println!("cargo::rerun-if-changed=templates");
    for entry in fs::read_dir(templates).expect("core/templates is there") {
        let path = entry.expect("core/templates can be listed").path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let name = path
            .file_stem()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        let source = fs::read_to_string(&path).expect("templates are UTF-8");
        let value: serde_json::Value =
            toml::from_str(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        fs::write(
            Path::new(&out).join(format!("{name}.json")),
            value.to_string(),
        )
        .expect("OUT_DIR can be written");
    }
}

/// A style sheet without comment lines and indentation.
fn squeezed(style: &str) -> String {
    style
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .filter(|line| !line.starts_with("/*") || !line.ends_with("*/"))
        .collect::<Vec<_>>()
        .join("\n")
}
