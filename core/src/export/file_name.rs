//! Names of exported files.

use super::UNTITLED;
use crate::text::chars::is_blank;

/// The longest name without its extension, in characters.
const MAX_CHARS: usize = 80;

/// A file's name that Windows takes too: `title` cleaned, then a dot and `extension`.
///
/// Characters that Windows reserves become `_`, marks that are not seen are dropped, and names of devices (`CON`,
/// `LPT1`) get a `_` before them. A title of which nothing is left becomes 未命名.
pub fn file_name(title: &str, extension: &str) -> String {
    let mut name = String::new();
    for c in title.chars() {
        match c {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => name.push('_'),
            c if is_unseen(c) => {}
            c if is_blank(c) || c.is_control() => {
                if !name.ends_with(' ') {
                    name.push(' ');
                }
            }
            c => name.push(c),
        }
    }
    let short: String = name.trim_start().chars().take(MAX_CHARS).collect();
    let mut name = short.trim_end_matches(['.', ' ']).to_owned();
    if name.chars().all(|c| matches!(c, '_' | '.' | ' ')) {
        UNTITLED.clone_into(&mut name);
    } else if is_device(&name) {
        name.insert(0, '_');
    }
    format!("{name}.{extension}")
}

/// Marks that change how a name reads without being seen: zero-width and direction marks.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Windows reserves these whatever stands after a first dot.
fn is_device(name: &str) -> bool {
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_ascii_uppercase();
    let numbered = |prefix: &str| {
        stem.strip_prefix(prefix).is_some_and(|n| {
            matches!(
                n,
                "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³"
            )
        })
    };
    matches!(
        stem.as_str(),
        "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$"
    ) || numbered("COM")
        || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_become_names_that_windows_takes() {
        for (title, name) in [
            ("某局2021年工作总结", "某局2021年工作总结.md"),
            ("一\n二\u{3000}三", "一 二 三.md"),
            ("A/B:C*?", "A_B_C__.md"),
            ("总结...", "总结.md"),
            ("  .md", ".md.md"),
            ("con", "_con.md"),
            ("LPT1.总结", "_LPT1.总结.md"),
            ("COM10", "COM10.md"),
            ("\u{202E}总\u{200B}结\u{7}", "总结.md"),
            ("***", "未命名.md"),
            (" \n", "未命名.md"),
        ] {
            assert_eq!(file_name(title, "md"), name, "{title:?}");
        }
        assert_eq!(
            file_name(&"长".repeat(300), "html").chars().count(),
            80 + ".html".len()
        );
    }

    proptest! {
        #[test]
        fn any_title_gives_a_name(title in any::<String>()) {
            let name = file_name(&title, "md");
            let stem = name.strip_suffix(".md").unwrap();
            prop_assert!(!stem.is_empty() && stem.chars().count() <= MAX_CHARS + 1);
            prop_assert!(!stem.ends_with(['.', ' ']) && !stem.starts_with(' '));
            prop_assert!(!stem.contains(|c: char| c.is_control() || "<>:\"/\\|?*".contains(c)));
        }
    }
}
