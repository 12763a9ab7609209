//! The two pages made of what Trunk built: `index.html` of the site, and the single file.
//!
//! Both get a loader of ours and a policy that allows this one script by its hash. Trunk's own loader cannot say that
//! it failed, and from `file://` it cannot run: there Chromium refuses to fetch scripts and wasm.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

mod markup;

const BOOT: &str = include_str!("page/boot.js");
const INFLATE: &str = include_str!("page/inflate.js");

/// Nothing may be asked of anybody.
const SINGLE_POLICY: &str = "style-src 'unsafe-inline'; img-src data: blob:; connect-src 'none'; \
                             base-uri 'none'; form-action 'none'";
/// The site may read its own files.
const SITE_POLICY: &str = "style-src 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; \
                           font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";

/// The page of the site: Trunk's, with our loader and the policy. `script` and `wasm` are addresses relative to it.
///
/// The styles are in it: one file packs better than nine, and is there at the first paint.
pub fn site(
    trunk_page: &str,
    script: &str,
    wasm: &str,
    style: impl Fn(&str) -> Result<String, String>,
) -> Result<String, String> {
    let start = format!(
        "{BOOT}nigaoBoot(async () => (await import(\"./{script}\")).default({{ module_or_path: \"./{wasm}\" }}));\n"
    );
    let page = markup::with_styles(&markup::without_script(trunk_page)?, style)?;
    finish(&page, &start, "'self'", SITE_POLICY)
}

/// The single file: styles, glue and wasm in the page. `style` reads a style sheet by its address.
pub fn single(
    trunk_page: &str,
    glue: &str,
    wasm: &[u8],
    style: impl Fn(&str) -> Result<String, String>,
) -> Result<String, String> {
    if !glue.contains("__wbg_init as default") {
        return Err("the glue of wasm-bindgen does not export its init as expected".into());
    }
    if glue.lines().any(|line| line.starts_with("import ")) {
        return Err("the glue imports other scripts, which a single file cannot do: a dependency uses inline_js".into());
    }
    let packed = BASE64.encode(gzip(wasm)?);
    let script = format!(
        "{glue}\n{INFLATE}{BOOT}nigaoBoot(async () => __wbg_init({{ module_or_path: await nigaoInflate(\"{packed}\") }}));\n"
    );
    let page = markup::without_preloads(&markup::without_script(trunk_page)?)?;
    let page = markup::with_styles(&page, style)?;
    if let Some(address) = markup::outside_address(&page) {
        return Err(format!("the single file would still ask for {address}"));
    }
    finish(&page, &script, "", SINGLE_POLICY)
}

/// Puts the script at the end of the body, so that the waiting text is painted first, and the policy at the top.
fn finish(page: &str, script: &str, script_source: &str, policy: &str) -> Result<String, String> {
    // A parser would end the script, or change the text that was hashed.
    if ["</script", "<!--", "\r", "\0"]
        .iter()
        .any(|text| script.contains(text))
    {
        return Err("the inline script holds a text that HTML would misread".into());
    }
    let hash = BASE64.encode(Sha256::digest(script.as_bytes()));
    let mut meta = String::from(
        "\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src ",
    );
    if !script_source.is_empty() {
        write!(meta, "{script_source} ").map_err(|error| error.to_string())?;
    }
    write!(meta, "'sha256-{hash}' 'wasm-unsafe-eval'; {policy}\">")
        .map_err(|error| error.to_string())?;
    let page = markup::insert_after(page, "<meta charset=\"utf-8\">", &meta)?;
    markup::insert_before(
        &page,
        "</body>",
        &format!("<script type=\"module\">{script}</script>\n"),
    )
}

/// Glue or styles without what only people read: comments on lines of their own, and indentation. Neither has texts that
/// go over several lines: the glue is wasm-bindgen's, the styles are ours.
pub fn squeezed(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut in_comment = false;
    for line in source.lines().map(str::trim) {
        let opens = line.starts_with("/*");
        if opens || in_comment {
            in_comment = !line.contains("*/");
            if in_comment || line.ends_with("*/") {
                continue;
            }
        }
        if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut packed = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Gzip,
        bytes,
        &mut packed,
    )
    .map_err(|error| format!("gzip: {error}"))?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    const PAGE: &str = "<!DOCTYPE html><html><head><meta charset=\"utf-8\">\
        <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"./a.css\">\n\
        <script type=\"module\">\nimport init from './x.js';\n</script>\
        <link rel=\"modulepreload\" href=\"./x.js\"><link rel=\"stylesheet\" href=\"./b.css\">\
        </head><body><div id=\"app\"></div></body></html>";
    const GLUE: &str = "let wasm;\nexport { initSync, __wbg_init as default };\n";

    fn made() -> String {
        let style = |address: &str| Ok(format!("/*{address}*/"));
        single(PAGE, GLUE, b"\0asm", style).unwrap()
    }

    fn script(page: &str) -> &str {
        let (_, rest) = page.split_once("<script type=\"module\">").unwrap();
        rest.split_once("</script>").unwrap().0
    }

    #[test]
    fn only_comments_and_indentation_are_squeezed_out() {
        let source =
            "/* a\n b */\n  .x { y: z; } /* c */\n/**\n * d\n */\n  // e\n  f(\"/* g */\");\n";
        assert_eq!(squeezed(source), ".x { y: z; } /* c */\nf(\"/* g */\");\n");
    }

    #[test]
    fn the_single_file_holds_everything_and_asks_for_nothing() {
        let page = made();
        assert!(
            page.contains("<style>/*./a.css*/</style>")
                && page.contains("<style>/*./b.css*/</style>")
        );
        assert!(
            page.find("a.css") < page.find("b.css"),
            "styles keep their order"
        );
        assert!(
            !page.contains("href=\"./") && !page.contains("src=") && !page.contains("import init")
        );
        assert_eq!(page.matches("<script").count(), 1);
    }

    #[test]
    fn the_policy_names_the_hash_of_the_one_script() {
        for page in [
            made(),
            site(PAGE, "x.js", "x.wasm", |address| {
                Ok(format!("/*{address}*/"))
            })
            .unwrap(),
        ] {
            let hash = BASE64.encode(Sha256::digest(script(&page).as_bytes()));
            assert!(page.contains(&format!("'sha256-{hash}' 'wasm-unsafe-eval';")));
            let policy = page.find("Content-Security-Policy").unwrap();
            assert!(
                policy < page.find("<link").unwrap(),
                "the policy comes before anything it rules"
            );
        }
    }

    #[test]
    fn the_wasm_comes_out_as_it_went_in() {
        let page = made();
        let (_, rest) = page.split_once("await nigaoInflate(\"").unwrap();
        let packed = BASE64.decode(rest.split_once('"').unwrap().0).unwrap();
        let mut wasm = Vec::new();
        flate2::read::GzDecoder::new(&packed[..])
            .read_to_end(&mut wasm)
            .unwrap();
        assert_eq!(wasm, b"\0asm");
    }

    #[test]
    fn the_site_fetches_its_program_and_carries_its_styles() {
        let page = site(PAGE, "x.js", "x.wasm", |address| {
            Ok(format!("/*{address}*/"))
        })
        .unwrap();
        assert!(
            page.contains("import(\"./x.js\")") && page.contains("module_or_path: \"./x.wasm\"")
        );
        assert!(page.contains("<style>/*./a.css*/</style>") && !page.contains("a.css\""));
        assert!(page.contains("script-src 'self' 'sha256-"));
    }

    #[test]
    fn glue_that_cannot_be_inlined_is_refused() {
        let style = |_: &str| Ok(String::new());
        let imports = format!("import {{ a }} from './snippets/a.js';\n{GLUE}");
        let closes = format!("{GLUE}// </script>\n");
        for glue in [imports.as_str(), closes.as_str(), "let wasm;"] {
            assert!(single(PAGE, glue, b"", style).is_err());
        }
    }

    #[test]
    fn our_scripts_are_ascii() {
        // A single character beyond Latin-1 doubles what the whole inline script takes in memory.
        assert!(BOOT.is_ascii() && INFLATE.is_ascii());
    }
}
