//! Marks that stand before a heading: `一、` `（一）` `1.` `（1）` and the newspaper's `■` (GB/T 9704-2012, 7.3.3).

use super::chars::{is_blank, is_han};
use super::numerals::{self, chinese};

/// The official mark of a heading at `level` (1 to 4; deeper levels use the fourth form) with ordinal `n`.
pub fn official(level: u8, n: usize) -> String {
    match level {
        0 | 1 => format!("{}、", chinese(n)),
        2 => format!("（{}）", chinese(n)),
        3 => format!("{n}."),
        _ => format!("（{n}）"),
    }
}

/// The mark before a newspaper's section head.
pub const SQUARE: &str = "■";

/// A mark at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// 1 to 4; 1 for ■.
    pub level: u8,
    /// The ordinal as typed; 0 for ■.
    pub number: usize,
    /// Bytes from the start of the line, blanks inside the mark included, blanks after it not.
    pub len: usize,
    /// The newspaper's ■ or ◆.
    pub square: bool,
}

/// The mark at the very start of `text`, if there is one.
///
/// Known are 一、 一． 一. （一） (一) ㈠ 1. 1． 1、 （1） (1) ⑴ and ■, with brackets and digits in every width, also mixed.
/// A number inside running text is none: `3.5%`, `一、二、三产业`, `（2021）`, `1、2号楼`.
pub fn parse(text: &str) -> Option<Mark> {
    let first = text.chars().next()?;
    let mark = match first {
        '■' | '◆' => Some(Mark {
            level: 1,
            number: 0,
            len: first.len_utf8(),
            square: true,
        }),
        '（' | '(' => bracketed(text),
        '㈠'..='㈩' => ringed(first, '㈠', 2),
        '⑴'..='⒇' => ringed(first, '⑴', 4),
        '0'..='9' | '０'..='９' => arabic(text),
        _ => level_one(text),
    }?;
    text[mark.len..]
        .chars()
        .any(|c| !is_blank(c))
        .then_some(mark)
}

fn ringed(c: char, one: char, level: u8) -> Option<Mark> {
    let number = (c as usize).checked_sub(one as usize)? + 1;
    Some(Mark {
        level,
        number,
        len: c.len_utf8(),
        square: false,
    })
}

/// `一、` and, where nothing else can be meant, `一．` and `一.`.
fn level_one(text: &str) -> Option<Mark> {
    let (number, digits) = numerals::parse(text)?;
    let (gap, separator) = next_char(&text[digits..])?;
    if !matches!(separator, '、' | '．' | '.') {
        return None;
    }
    let len = digits + gap + separator.len_utf8();
    let rest = &text[len..];
    (!goes_on_counting(rest, number)).then_some(Mark {
        level: 1,
        number,
        len,
        square: false,
    })
}

/// `一、二、三产业`, `一、二季度`: the next number follows at once.
fn goes_on_counting(rest: &str, number: usize) -> bool {
    let Some((next, len)) = numerals::parse(rest) else {
        return false;
    };
    let after = rest[len..].chars().next();
    matches!(after, Some('、'))
        || (next == number + 1 && after.is_some_and(|c| "季产线级等期类批号楼月年者".contains(c)))
}

fn bracketed(text: &str) -> Option<Mark> {
    let open = text.chars().next()?.len_utf8();
    let start = open + blanks(&text[open..]);
    let (level, number, digits) = match numerals::parse(&text[start..]) {
        Some((number, len)) => (2, number, len),
        None => digits(&text[start..]).map(|(number, len)| (4, number, len))?,
    };
    let (gap, close) = next_char(&text[start + digits..])?;
    if !matches!(close, '）' | ')') {
        return None;
    }
    let mut len = start + digits + gap + close.len_utf8();
    // （一）、 is a slip, but the 、 is no part of the heading's words.
    len += text[len..]
        .chars()
        .next()
        .filter(|c| *c == '、')
        .map_or(0, char::len_utf8);
    Some(Mark {
        level,
        number,
        len,
        square: false,
    })
}

fn arabic(text: &str) -> Option<Mark> {
    let (number, digits) = digits(text)?;
    let separator = text[digits..].chars().next()?;
    let len = digits + separator.len_utf8();
    let rest = &text[len..];
    let next = rest.chars().next()?;
    let certain = match separator {
        // A digit after a point makes a decimal, unless it begins a year: 1.2018年.
        '.' => {
            is_blank(next)
                || is_han(next)
                || "“‘《〈【（('\"".contains(next)
                || is_word(rest)
                || is_year(rest)
        }
        '．' => !next.is_ascii_digit() || is_year(rest),
        '、' => self::digits(rest)
            .is_none_or(|(_, len)| !rest[len..].starts_with(['、', '号', '和', '-', '－'])),
        _ => false,
    };
    certain.then_some(Mark {
        level: 3,
        number,
        len,
        square: false,
    })
}

/// A number of one or two digits in any width.
fn digits(text: &str) -> Option<(usize, usize)> {
    let (mut value, mut len, mut count) = (0, 0, 0);
    for c in text.chars() {
        let digit = match c {
            '0'..='9' => c as usize - '0' as usize,
            '０'..='９' => c as usize - '０' as usize,
            _ => break,
        };
        count += 1;
        if count > 2 {
            return None;
        }
        value = value * 10 + digit;
        len += c.len_utf8();
    }
    (value > 0).then_some((value, len))
}

/// Latin letters that go on in Chinese: `1.IPv6改造` is numbered, `1.txt` is a file.
fn is_word(rest: &str) -> bool {
    let after =
        rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '+' || c == '-');
    rest.starts_with(|c: char| c.is_ascii_uppercase() || c == 'x')
        && after.chars().next().is_some_and(is_han)
}

fn is_year(rest: &str) -> bool {
    let head: String = rest.chars().take(5).collect();
    head.chars().count() == 5
        && head.chars().take(4).all(|c| c.is_ascii_digit())
        && head.ends_with('年')
}

fn blanks(text: &str) -> usize {
    text.chars()
        .take_while(|c| is_blank(*c) && *c != '\n' && *c != '\r')
        .map(char::len_utf8)
        .sum()
}

/// The next character that is no blank, with the bytes of the blanks before it.
fn next_char(text: &str) -> Option<(usize, char)> {
    let gap = blanks(text);
    text[gap..].chars().next().map(|c| (gap, c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Option<(u8, usize, &str)> {
        parse(text).map(|m| (m.level, m.number, &text[..m.len]))
    }

    #[test]
    fn each_level_is_known_in_every_width() {
        assert_eq!(seen("一、总体要求"), Some((1, 1, "一、")));
        assert_eq!(seen("十二． 预算"), Some((1, 12, "十二．")));
        assert_eq!(seen("三.保障"), Some((1, 3, "三.")));
        for text in [
            "（二）抓学习",
            "(二)抓学习",
            "（二)抓学习",
            "( 二 ）抓学习",
            "㈡抓学习",
            "（二）、抓学习",
        ] {
            let (level, number, _) = seen(text).unwrap();
            assert_eq!((level, number), (2, 2), "{text}");
        }
        for text in [
            "3.排查",
            "3．排查",
            "3、排查",
            "３．排查",
            "3. 排查",
            "3．1970年以前",
            "3.2018年工作",
            "3.IPv6改造",
        ] {
            let (level, number, _) = seen(text).unwrap();
            assert_eq!((level, number), (3, 3), "{text}");
        }
        for text in ["（4）收尾", "(4)收尾", "⑷收尾", "（４）收尾"] {
            let (level, number, _) = seen(text).unwrap();
            assert_eq!((level, number), (4, 4), "{text}");
        }
        assert_eq!(seen("■凝心聚力"), Some((1, 0, "■")));
    }

    #[test]
    fn numbers_in_running_text_are_no_marks() {
        let texts = [
            "一、二、三产业协同发展",
            "一、二季度",
            "3.5万元",
            "10.24讲话",
            "12:30集合",
            "2021.5.1",
            "（2021）",
            "（二〇二一年）",
            "1、2号楼",
            "1.txt",
            "一是",
            "一",
            "一、",
            "（一）",
            "1.",
            "",
            "2021年",
            "一方面、另一方面",
        ];
        for text in texts {
            assert_eq!(seen(text), None, "{text}");
        }
    }

    #[test]
    fn the_mark_that_is_made_is_read_again() {
        for level in 1..=4 {
            for n in 1..=40 {
                let mark = official(level, n);
                assert_eq!(
                    seen(&format!("{mark}事项")),
                    Some((level, n, mark.as_str()))
                );
            }
        }
    }
}
