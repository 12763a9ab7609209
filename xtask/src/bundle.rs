//! The release build: `dist/`, a static site, and `dist/nigao.html`, the same in one file.

use std::path::{Path, PathBuf};

use crate::{page, setup, shell, trunk};

pub fn run() -> Result<(), String> {
    let wasm_opt = setup::wasm_opt()?;
    trunk::build()?;
    let dist = shell::root().join("dist");
    let (glue_path, wasm_path) = (one_with(&dist, ".js")?, one_with(&dist, "_bg.wasm")?);
    let before = size(&wasm_path)?;
    shell::run(
        shell::command(wasm_opt)
            // Measured on this program: 3 kB of brotli less than `-Oz` alone.
            .args(["--flatten", "--rereloop", "-Oz", "-Oz", "--converge"])
            .arg(&wasm_path)
            .arg("-o")
            .arg(&wasm_path),
    )?;
    let wasm =
        std::fs::read(&wasm_path).map_err(|error| format!("{}: {error}", wasm_path.display()))?;

    let index = dist.join("index.html");
    let trunk_page = shell::read(&index)?;
    let style = |address: &str| Ok(page::squeezed(&shell::read(&dist.join(address))?));
    let glue = page::squeezed(&shell::read(&glue_path)?);
    shell::write(&glue_path, &glue)?;
    let single = page::single(&trunk_page, &glue, &wasm, style)?;
    shell::write(&dist.join("nigao.html"), &single)?;
    shell::write(
        &index,
        page::site(&trunk_page, &name(&glue_path), &name(&wasm_path), style)?,
    )?;
    remove_styles(&dist)?;
    println!(
        "dist/            wasm {} bytes ({before} before wasm-opt)",
        wasm.len()
    );
    println!("dist/nigao.html  {} bytes", single.len());
    Ok(())
}

/// The one file in a folder whose name ends so.
fn one_with(folder: &Path, end: &str) -> Result<PathBuf, String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut found = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| name(path).ends_with(end));
    match (found.next(), found.next()) {
        (Some(path), None) => Ok(path),
        (None, _) => Err(format!("Trunk wrote no file *{end}")),
        _ => Err(format!("Trunk wrote more than one file *{end}")),
    }
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn size(path: &Path) -> Result<u64, String> {
    std::fs::metadata(path)
        .map(|data| data.len())
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// The style sheets are in the pages; nothing asks for the files any more.
fn remove_styles(dist: &Path) -> Result<(), String> {
    let entries =
        std::fs::read_dir(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.extension().is_some_and(|extension| extension == "css") {
            std::fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(())
}
