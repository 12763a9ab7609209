//! Character references: `&nbsp;`, `&#8212;`, `&#x4E00;` (HTML Standard, 13.2.5.72).

use pulldown_cmark::{Event, Options, Parser};

/// What Windows-1252 has at 0x80 to 0x9F; pages name these numbers and mean these characters.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";

/// Names that pages also write without `;`.
const COMMON: [(&str, char); 5] = [
    ("nbsp", '\u{A0}'),
    ("lt", '<'),
    ("gt", '>'),
    ("amp", '&'),
    ("quot", '"'),
];

/// Reads the reference whose `&` stands right before `text` and appends its characters to `out`.
///
/// Returns its bytes in `text`; 0 where there is none.
pub(super) fn read(text: &str, out: &mut String) -> usize {
    if let Some(number) = text.strip_prefix('#') {
        return numeric(number, out).map_or(0, |len| len + 1);
    }
    let len = text
        .bytes()
        .take(32)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let (name, after) = text.split_at(len);
    let stop = usize::from(after.starts_with(';'));
    if let Some((name, c)) = COMMON.iter().find(|(common, _)| match stop {
        0 => name.starts_with(common),
        _ => name == *common,
    }) {
        out.push(*c);
        return name.len() + stop;
    }
    if stop == 0 || len == 0 {
        return 0;
    }
    // The whole list of names is in the program already, for Markdown.
    let reference = ["&", name, ";"].concat();
    let found = Parser::new_ext(&reference, Options::ENABLE_TABLES).find_map(|event| match event {
        Event::Text(found) if !found.starts_with('&') => Some(found),
        _ => None,
    });
    found.map_or(0, |found| {
        out.push_str(&found);
        len + 1
    })
}

fn numeric(text: &str, out: &mut String) -> Option<usize> {
    let digits = text.trim_start_matches(['x', 'X']);
    let (radix, from) = match text.len() - digits.len() {
        0 => (10, 0),
        1 => (16, 1),
        _ => return None,
    };
    let len = digits
        .bytes()
        .take_while(|b| char::from(*b).is_digit(radix))
        .count();
    if len == 0 {
        return None;
    }
    let value = digits[..len].trim_start_matches('0');
    // More digits than any character's number has.
    let number = match value.len() {
        0..=8 => u32::from_str_radix(value, radix).unwrap_or(0),
        _ => 0,
    };
    let c = match number {
        0x80..=0x9F => WINDOWS.chars().nth(number as usize - 0x80),
        0 => None,
        _ => char::from_u32(number),
    };
    out.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
    Some(from + len + usize::from(digits[len..].starts_with(';')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> (String, usize) {
        let mut out = String::new();
        let len = read(text, &mut out);
        (out, len)
    }

    #[test]
    fn names_and_numbers_are_read() {
        for (text, c) in [
            ("nbsp;", "\u{A0}"),
            ("nbsp", "\u{A0}"),
            ("ltb", "<"),
            ("amp;lt;", "&"),
            ("hellip;", "…"),
            ("ldquo;", "“"),
            ("middot;", "·"),
            ("NotEqualTilde;", "\u{2242}\u{338}"),
            ("#19968;", "一"),
            ("#x4E00", "一"),
            ("#X4e00;", "一"),
            ("#150;", "–"),
            ("#0;", "\u{FFFD}"),
            ("#xD800;", "\u{FFFD}"),
            ("#1114112;", "\u{FFFD}"),
            ("#99999999999999999999;", "\u{FFFD}"),
            ("#000000000000000065;", "A"),
        ] {
            assert_eq!(seen(text).0, c, "{text}");
        }
        assert_eq!(seen("amp;lt;").1, 4);
        assert_eq!(seen("#65；").1, 3);
    }

    #[test]
    fn what_is_no_reference_stays() {
        for text in [
            "",
            ";",
            "#",
            "#;",
            "#x;",
            "#xx4E;",
            "nosuchname;",
            "hellip",
            " nbsp;",
            "#一",
        ] {
            assert_eq!(seen(text), (String::new(), 0), "{text}");
        }
    }
}
