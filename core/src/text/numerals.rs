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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tens_are_written_the_chinese_way() {
        assert_eq!(
            [1, 10, 11, 20, 21, 99, 100].map(chinese),
            ["一", "十", "十一", "二十", "二十一", "九十九", "100"]
        );
    }
}
