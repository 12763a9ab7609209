//! Turns the built-in templates (TOML, for people) into JSON, which the shipped program can read already.

use std::path::Path;
use std::{env, fs};

fn main() {
    let templates =
        Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("templates");
    let out = env::var("OUT_DIR").expect("cargo sets it");
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
