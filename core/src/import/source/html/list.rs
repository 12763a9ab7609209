//! The marks of lists: what browsers compute, as text.

use crate::text::numerals::chinese;

/// How the entries of a list are marked (CSS Counter Styles, 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Not at all.
    None,
    Bullet,
    Decimal,
    Chinese,
    UpperAlpha,
    LowerAlpha,
    UpperRoman,
    LowerRoman,
}

const STYLES: [(&str, Style); 21] = [
    ("none", Style::None),
    ("disc", Style::Bullet),
    ("circle", Style::Bullet),
    ("square", Style::Bullet),
    ("1", Style::Decimal),
    ("decimal", Style::Decimal),
    ("cjk-decimal", Style::Chinese),
    ("cjk-ideographic", Style::Chinese),
    ("simp-chinese-informal", Style::Chinese),
    ("simp-chinese-formal", Style::Chinese),
    ("trad-chinese-informal", Style::Chinese),
    ("A", Style::UpperAlpha),
    ("upper-alpha", Style::UpperAlpha),
    ("upper-latin", Style::UpperAlpha),
    ("a", Style::LowerAlpha),
    ("lower-alpha", Style::LowerAlpha),
    ("lower-latin", Style::LowerAlpha),
    ("I", Style::UpperRoman),
    ("upper-roman", Style::UpperRoman),
    ("i", Style::LowerRoman),
    ("lower-roman", Style::LowerRoman),
];

impl Style {
    /// The style of a name in CSS, or of `type` in HTML.
    pub fn of(name: &str) -> Option<Self> {
        STYLES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, style)| *style)
    }

    /// The mark of entry `number` with what parts it from the words.
    pub fn mark(self, number: i32) -> String {
        let small = usize::try_from(number).unwrap_or(0);
        let mark = match self {
            Self::None => return String::new(),
            Self::Bullet => return "- ".to_owned(),
            Self::Chinese if (1..100).contains(&small) => return chinese(small) + "、",
            Self::UpperAlpha | Self::LowerAlpha => alpha(small),
            Self::UpperRoman | Self::LowerRoman if small < 4000 => roman(small),
            _ => String::new(),
        };
        let mark = match self {
            _ if mark.is_empty() => number.to_string(),
            Self::LowerAlpha | Self::LowerRoman => mark.to_ascii_lowercase(),
            _ => mark,
        };
        mark + ". "
    }
}

/// A to Z, AA, AB …; nothing for 0.
fn alpha(mut number: usize) -> String {
    let mut out = String::new();
    while number > 0 {
        number -= 1;
        let letter = u8::try_from(number % 26).unwrap_or(0);
        out.insert(0, char::from(b'A' + letter));
        number /= 26;
    }
    out
}

fn roman(mut number: usize) -> String {
    let mut out = String::new();
    let (letters, values) = (
        [
            "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I",
        ],
        [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1],
    );
    for (letter, value) in letters.into_iter().zip(values) {
        while number >= value {
            out.push_str(letter);
            number -= value;
        }
    }
    out
}

/// A mark as Word typed it before an entry, with its padding: as text, or `None` where it is a bullet.
///
/// `symbols`: it is set in a font whose letters are signs.
pub(super) fn typed(mark: &str, symbols: bool) -> Option<String> {
    let mark = mark.trim_matches(crate::text::chars::is_blank);
    let mut chars = mark.chars();
    let single = chars.next().filter(|_| chars.as_str().is_empty());
    if single.is_some_and(|c| symbols || "·•●○◦▪◆◇■□–—-*oØ§".contains(c)) {
        return None;
    }
    let mut text = mark.to_owned();
    if !mark.is_empty() && !mark.ends_with(['、', '）', ')', '．']) {
        text.push(' ');
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_what_browsers_show() {
        for (style, number, mark) in [
            (Style::Decimal, 3, "3. "),
            (Style::Decimal, -1, "-1. "),
            (Style::Chinese, 12, "十二、"),
            (Style::Chinese, 0, "0. "),
            (Style::UpperAlpha, 1, "A. "),
            (Style::LowerAlpha, 28, "ab. "),
            (Style::LowerAlpha, 0, "0. "),
            (Style::UpperRoman, 1994, "MCMXCIV. "),
            (Style::LowerRoman, 4, "iv. "),
            (Style::LowerRoman, 5000, "5000. "),
            (Style::Bullet, 9, "- "),
            (Style::None, 9, ""),
        ] {
            assert_eq!(style.mark(number), mark);
        }
        assert_eq!(Style::of("simp-chinese-informal"), Some(Style::Chinese));
        assert_eq!(Style::of("inside"), None);
        assert!(Style::LowerAlpha.mark(i32::MAX).len() < 12);
    }

    #[test]
    fn typed_marks_lose_their_padding() {
        assert_eq!(typed("一、\u{A0}\u{A0} ", false).unwrap(), "一、");
        assert_eq!(typed("(1)\u{A0}", false).unwrap(), "(1)");
        assert_eq!(typed("1.\u{A0}", false).unwrap(), "1. ");
        assert_eq!(typed("第一章", false).unwrap(), "第一章 ");
        assert_eq!(typed("l\u{A0}", true), None);
        assert_eq!(typed("·", false), None);
        assert_eq!(typed("l", false).unwrap(), "l ");
    }
}
