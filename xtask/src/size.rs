//! What is shipped, in bytes: raw, and as a server would send it.

use std::path::{Path, PathBuf};

use crate::shell;

/// All of `dist/` without fonts and single files, in bytes of brotli.
const BUDGET: usize = 300_000;
const FONTS: [&str; 4] = ["woff2", "woff", "ttf", "otf"];

pub fn run() -> Result<(), String> {
    let dist = shell::root().join("dist");
    let mut paths = Vec::new();
    collect(&dist, &mut paths)
        .map_err(|error| format!("cannot read dist/ ({error}); run `cargo xtask bundle` first"))?;
    paths.sort();
    if paths.is_empty() {
        return Err("dist/ is empty; run `cargo xtask bundle` first".into());
    }
    let (mut sum_raw, mut sum_packed, mut apart) = (0, 0, Vec::new());
    println!("{:>10} {:>10}  file", "raw", "brotli");
    for path in paths {
        let bytes = std::fs::read(&path)
            .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let packed = brotli(&bytes)?;
        let name = path
            .strip_prefix(&dist)
            .unwrap_or(&path)
            .display()
            .to_string();
        let row = format!("{:>10} {packed:>10}  {name}", bytes.len());
        if is_apart(&path) {
            apart.push(row);
            continue;
        }
        println!("{row}");
        sum_raw += bytes.len();
        sum_packed += packed;
        for (section, size) in sections(&bytes) {
            println!("{size:>10} {:>10}    {section}", "");
        }
    }
    println!("{sum_raw:>10} {sum_packed:>10}  sum, budget {BUDGET}");
    if !apart.is_empty() {
        println!("not in the sum:\n{}", apart.join("\n"));
    }
    if sum_packed > BUDGET {
        return Err(format!(
            "dist/ is {} bytes of brotli over its budget of {BUDGET}",
            sum_packed - BUDGET
        ));
    }
    Ok(())
}

/// Fonts, and the single files, which hold once more what the others hold.
fn is_apart(path: &Path) -> bool {
    let extension = path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default();
    let stem = path
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default();
    FONTS.contains(&extension) || (extension == "html" && stem.starts_with("nigao"))
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> Result<usize, String> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)
        .map_err(|error| format!("brotli: {error}"))?;
    Ok(packed.len())
}

/// The large sections of a wasm file by name, in bytes; nothing for another file.
fn sections(bytes: &[u8]) -> Vec<(String, usize)> {
    const NAMED: [(u8, &str); 3] = [(10, "code"), (11, "data"), (0, "custom")];
    let mut sizes = [0; NAMED.len() + 1];
    let Some(mut rest) = bytes.strip_prefix(b"\0asm").and_then(|rest| rest.get(4..)) else {
        return Vec::new();
    };
    while let Some((&id, after)) = rest.split_first() {
        let Some((size, body)) = leb128(after) else {
            break;
        };
        let slot = NAMED
            .iter()
            .position(|(named, _)| *named == id)
            .unwrap_or(NAMED.len());
        sizes[slot] += size;
        rest = body.get(size..).unwrap_or_default();
    }
    let names = NAMED.iter().map(|(_, name)| *name).chain(["other"]);
    names.map(str::to_owned).zip(sizes).collect()
}

/// An unsigned LEB128 number and what follows it.
fn leb128(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[index + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_sections_are_weighed() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([0, 3, 1, b'n', 9, 1, 1, 0, 10, 0x81, 0x01]);
        wasm.extend([0; 129]);
        let sizes = sections(&wasm);
        let of = |name: &str| {
            sizes
                .iter()
                .find(|(section, _)| section == name)
                .map(|(_, size)| *size)
        };
        assert_eq!(
            (of("code"), of("data"), of("custom"), of("other")),
            (Some(129), Some(0), Some(3), Some(1))
        );
        assert!(sections(b"body {}").is_empty());
    }

    #[test]
    fn a_broken_wasm_file_is_no_panic() {
        assert_eq!(
            sections(b"\0asm\x01\0\0\0\x0a\xff\xff\xff\xff\xff").len(),
            4
        );
        assert_eq!(sections(b"\0asm\x01\0\0\0\x0a\x7f\x00").len(), 4);
    }

    #[test]
    fn fonts_and_single_files_stand_apart() {
        assert!(is_apart(Path::new("dist/nigao.html")) && is_apart(Path::new("dist/a/b.woff2")));
        assert!(!is_apart(Path::new("dist/index.html")) && !is_apart(Path::new("dist/nigao-1.js")));
    }

    #[test]
    fn brotli_makes_text_smaller() {
        assert!(brotli(&b"nigao ".repeat(200)).unwrap() < 60);
    }
}
