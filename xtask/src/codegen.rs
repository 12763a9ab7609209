//! Generates the pages of `docs/` that follow from the source: the manual of checks.

use std::path::{Path, PathBuf};
use std::{env, fs};

use nigao_core::check::manual::{Manual, file, page};
use nigao_core::check::rules;

/// Writes the generated pages; with `check`, says instead which one is stale.
pub fn run(check: bool) -> Result<(), String> {
    let root = root();
    let path = root.join("docs/rules.md");
    let fresh = manual_page(&root)?;
    let written = fs::read_to_string(&path).unwrap_or_default();
    if written.replace("\r\n", "\n") == fresh {
        return Ok(());
    }
    if check {
        return Err("docs/rules.md is stale: run `cargo xtask codegen` and commit it".to_owned());
    }
    fs::create_dir_all(root.join("docs"))
        .and_then(|()| fs::write(&path, fresh))
        .map_err(|e| format!("{}: {e}", path.display()))
}

fn manual_page(root: &Path) -> Result<String, String> {
    let mut entries = Vec::new();
    for meta in rules::metas() {
        let path = root.join("core").join(file(meta));
        let source = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let manual = Manual::parse(&source).map_err(|e| format!("{}: {e}", path.display()))?;
        entries.push((meta, manual));
    }
    Ok(page(&entries))
}

/// The folder of the workspace: cargo says where xtask's own is.
fn root() -> PathBuf {
    let own =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("xtask"), PathBuf::from);
    own.parent().map(Path::to_path_buf).unwrap_or_default()
}
