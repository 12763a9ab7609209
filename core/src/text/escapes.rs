//! Backslashes in Markdown that this program wrote.

/// Characters that an exported file may have a backslash before, where it would be markup.
const ESCAPED: &str = "*_`~[<&\\#>-+.)!";

/// Bytes of the backslashes in `line` that were put there for CommonMark's sake, in order.
///
/// Where the clerk typed backslashes of their own, these may mean something: with `typed` 1 only those are told that stand
/// before another backslash, with 2 none.
///
/// Inside a code span nothing is escaped.
pub fn escapes(line: &str, typed: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut from = if typed > 1 { line.len() } else { 0 };
    while let Some(at) = line[from..].find(['\\', '`']).map(|i| i + from) {
        if line[at..].starts_with('`') {
            from = at + code_span(&line[at..]);
            continue;
        }
        from = at + 1;
        let next = line[from..].chars().next().filter(|c| ESCAPED.contains(*c));
        if next.is_some_and(|c| typed == 0 || c == '\\') {
            out.push(at);
        }
        from += next.map_or(0, char::len_utf8);
    }
    out
}

/// Bytes of the code span at the start of `text`, or of its backticks where nothing closes them in their line.
fn code_span(text: &str) -> usize {
    let run = text.len() - text.trim_start_matches('`').len();
    let line = text.split('\n').next().unwrap_or_default();
    let mut at = run;
    while let Some(step) = line[at..].find('`') {
        let start = at + step;
        let closing = line[start..].len() - line[start..].trim_start_matches('`').len();
        at = start + closing;
        if closing == run {
            return at;
        }
    }
    run
}

/// The text without its [`escapes`].
pub fn unescaped(text: &str, typed: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for at in escapes(text, typed) {
        out.push_str(&text[from..at]);
        from = at + 1;
    }
    out.push_str(&text[from..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_exporter_escapes_is_read() {
        assert_eq!(unescaped("编发\\*\\*期，a\\_b", 0), "编发**期，a_b");
        assert_eq!(unescaped("C:\\材料\\a\\", 0), "C:\\材料\\a\\");
        assert_eq!(unescaped("\\\\\\server|a\\|b", 0), "\\\\server|a\\|b");
        assert_eq!(
            unescaped("`a\\\\b`\\*次，``c`\\*``，\\`d", 0),
            "`a\\\\b`*次，``c`\\*``，`d"
        );
        assert_eq!(unescaped("\\*甲\\*，\\\\共享", 1), "\\*甲\\*，\\共享");
    }
}
