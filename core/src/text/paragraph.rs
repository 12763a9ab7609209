//! Marks at the beginning of a paragraph: numbers (`1.` `（一）` `①`) and bullets (`- `).

use super::chars::is_blank;

/// The value of a Chinese digit that marks of headings and items are written with, 一 to 十.
pub const fn digit(c: char) -> Option<usize> {
    Some(match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

/// What stands at the beginning of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// A number: `1.` `1．` `1、` `（1）` `（一）` `一、` `①`.
    Number,
    /// A bullet of a Markdown list: `-`, `*`, `+` and a space; also `•` and `●`.
    Bullet,
}

/// The mark at the beginning of `line` and the byte behind it; blanks before it are passed over.
pub fn lead(line: &str) -> Option<(Lead, usize)> {
    let body = line.trim_start_matches(is_blank);
    let at = line.len() - body.len();
    let mut chars = body.chars();
    let first = chars.next()?;
    let width = first.len_utf8();
    match first {
        '-' | '*' | '+' if chars.next().is_some_and(is_blank) => Some((Lead::Bullet, at + width)),
        '•' | '●' => Some((Lead::Bullet, at + width)),
        '①'..='⑳' | '⑴'..='⒇' | '㈠'..='㈩' => Some((Lead::Number, at + width)),
        '（' | '(' => {
            let inner = &body[width..];
            let len = digits(inner).or_else(|| numerals(inner))?;
            let close = inner[len..]
                .chars()
                .next()
                .filter(|c| matches!(c, '）' | ')'))?;
            Some((Lead::Number, at + width + len + close.len_utf8()))
        }
        _ => {
            let arabic = digits(body);
            let len = arabic.or_else(|| numerals(body))?;
            let mark = body[len..].chars().next()?;
            let rest = &body[len + mark.len_utf8()..];
            let fits = match mark {
                '、' => true,
                '．' => arabic.is_some(),
                // `1.5` is a number, `1.1970年` is a mark before a year.
                '.' => {
                    arabic.is_some()
                        && (!rest.starts_with(|c: char| c.is_ascii_digit()) || is_year(rest))
                }
                _ => false,
            };
            fits.then_some((Lead::Number, at + len + mark.len_utf8()))
        }
    }
}

/// Bytes of the one to three Arabic digits that `text` begins with.
fn digits(text: &str) -> Option<usize> {
    let len = text.bytes().take_while(u8::is_ascii_digit).take(4).count();
    (1..=3).contains(&len).then_some(len)
}

/// Bytes of the one to three Chinese digits that `text` begins with.
fn numerals(text: &str) -> Option<usize> {
    let count = text
        .chars()
        .take_while(|c| digit(*c).is_some())
        .take(4)
        .count();
    (1..=3).contains(&count).then_some(count * 3)
}

fn is_year(text: &str) -> bool {
    text.bytes().take_while(u8::is_ascii_digit).take(5).count() == 4 && text[4..].starts_with('年')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_bullets_are_told_from_text() {
        for (line, mark) in [
            ("1.抓学习", "1."),
            ("　　12．抓学习", "　　12．"),
            ("3、抓学习", "3、"),
            ("（4）抓学习", "（4）"),
            ("(十一)抓学习", "(十一)"),
            ("二、抓学习", "二、"),
            ("①抓学习", "①"),
            ("1.1998年起", "1."),
        ] {
            assert_eq!(lead(line), Some((Lead::Number, mark.len())), "{line}");
        }
        for line in ["- 抓学习", "* 抓学习", "+ 抓学习", "  - 抓学习", "• 抓学习"]
        {
            assert_eq!(lead(line).map(|m| m.0), Some(Lead::Bullet), "{line}");
        }
        for line in [
            "1.5亿元",
            "2021年",
            "-5度",
            "一心一意",
            "（见附件）",
            "2021.5",
            "**重点**",
            "",
            "　",
            "1",
            "（一",
        ] {
            assert_eq!(lead(line), None, "{line}");
        }
    }
}
