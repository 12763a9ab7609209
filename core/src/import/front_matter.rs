//! Front matter: the block between two `---` lines at the top of a Markdown file.
//!
//! What an exported report carries there is understood: `template:`, `nigao:`, `sections:` and `facts:` with one
//! indented `name: value` line for each fact. Values are plain, or quoted as in JSON or with single quotes. A block with anything
//! else in it is kept as text, so that nothing is lost.

use crate::facts::Facts;
use crate::text::chars::is_blank;

/// Lines that a block may have.
const MOST_LINES: usize = 1_000;

/// A block at the top of the source.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// Id of the template that the report was written with.
    pub template: Option<String>,
    /// Values of facts.
    pub facts: Facts,
    /// The file was written by this program.
    pub own: bool,
    /// How the sections stand in it, a word each.
    pub sections: String,
    /// Everything in it was understood.
    pub understood: bool,
    /// First byte behind it.
    pub end: usize,
}

/// The front matter of `source`, if it has any.
pub(super) fn read(source: &str) -> Option<FrontMatter> {
    let start = source.len() - source.trim_start_matches(is_blank).len();
    let mut at = start;
    let mut lines = source[start..].split_inclusive('\n').take(MOST_LINES);
    let first = lines.next()?;
    if first.trim_end_matches(is_blank) != "---" {
        return None;
    }
    at += first.len();
    let mut found = FrontMatter {
        understood: true,
        ..FrontMatter::default()
    };
    let mut in_facts = false;
    for line in lines {
        at += line.len();
        let words = line.trim_end_matches(is_blank);
        if words == "---" || words == "..." {
            found.end = at;
            return Some(found);
        }
        found.line(words, &mut in_facts);
    }
    None
}

impl FrontMatter {
    fn line(&mut self, line: &str, in_facts: &mut bool) {
        let words = line.trim_start_matches([' ', '\t']);
        if words.is_empty() || words.starts_with('#') {
            self.understood &= words.is_empty();
            return;
        }
        let Some((key, value)) = pair(words) else {
            self.understood = false;
            return;
        };
        let indented = words.len() < line.len();
        *in_facts &= indented;
        match (indented, key.as_str()) {
            (true, _) if *in_facts => {
                self.facts.0.insert(key, value);
            }
            (false, "template") if !value.is_empty() && self.template.is_none() => {
                self.template = Some(value);
            }
            (false, "nigao") => self.own = true,
            (false, "sections") => self.sections = value,
            (false, "facts") if value.is_empty() || value == "{}" => *in_facts = true,
            _ => self.understood = false,
        }
    }
}

/// `key: value`, each of them plain or quoted.
fn pair(words: &str) -> Option<(String, String)> {
    let key_len = if words.starts_with(['"', '\'']) {
        quoted_len(words)?
    } else {
        words.find(':')?
    };
    let value = words[key_len..].strip_prefix(':')?;
    if !value.is_empty() && !value.starts_with([' ', '\t']) {
        return None;
    }
    Some((scalar(&words[..key_len])?, scalar(value.trim())?))
}

fn quoted_len(words: &str) -> Option<usize> {
    let quote = words.chars().next()?;
    let mut escaped = false;
    for (at, c) in words.char_indices().skip(1) {
        if c == quote && !escaped {
            return Some(at + 1);
        }
        escaped = c == '\\' && quote == '"' && !escaped;
    }
    None
}

fn scalar(text: &str) -> Option<String> {
    if text.starts_with('"') {
        return serde_json::from_str(text).ok();
    }
    if let Some(inner) = text.strip_prefix('\'') {
        return inner.strip_suffix('\'').map(|t| t.replace("''", "'"));
    }
    let plain = !text.starts_with(['[', '&', '*', '!', '|', '>', '%', '@', '`'])
        && (!text.starts_with('{') || text == "{}");
    plain.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_block_is_understood() {
        let source = "\u{FEFF}---\r\ntemplate: study-summary\r\nfacts:\r\n  会议次数: \"12\"\r\n  \"单: 位\": '某''局'\r\n---\r\n# 标题";
        let found = read(source).unwrap();
        assert!(found.understood);
        assert_eq!(found.template.as_deref(), Some("study-summary"));
        assert_eq!(found.facts.value("会议次数"), Some("12"));
        assert_eq!(found.facts.value("单: 位"), Some("某'局"));
        assert_eq!(&source[found.end..], "# 标题");
    }

    #[test]
    fn other_blocks_are_not() {
        for source in [
            "---\naliases:\n  - 别名\n---\n",
            "---\ntemplate: a\ntags: [x]\n---\n",
            "---\nfacts:\n  甲: [1]\n---\n",
        ] {
            assert!(!read(source).unwrap().understood, "{source}");
        }
        for source in [
            "",
            "---",
            "正文\n---\n",
            "---\n没有结束",
            "----\na: b\n---\n",
        ] {
            assert_eq!(read(source), None, "{source}");
        }
    }
}
