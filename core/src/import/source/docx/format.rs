//! A number as Word writes it in a list (ECMA-376 part 1, 17.18.59 `ST_NumberFormat`).

/// `n` in the format that a list's level names; formats of other scripts are written in Arabic digits.
pub(super) fn number(format: &str, n: u32) -> String {
    let from = |first: char, most: u32| {
        (1..=most)
            .contains(&n)
            .then(|| char::from_u32(u32::from(first) + n - 1))
            .flatten()
            .map(String::from)
    };
    let one_of = |signs: &str| nth(signs, n.checked_sub(1)?).map(String::from);
    let written = match format {
        "none" => Some(String::new()),
        "decimalZero" if n < 10 => Some(["0", &n.to_string()].concat()),
        "decimalFullWidth" | "decimalFullWidth2" => Some(digits(n, "０１２３４５６７８９")),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => counting(n, "零一二三四五六七八九", "十百千", true),
        "chineseLegalSimplified" => counting(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", false),
        "ideographLegalTraditional" => counting(n, "零壹貳參肆伍陸柒捌玖", "拾佰仟", false),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            Some(digits(n, "〇一二三四五六七八九"))
        }
        "ideographTraditional" => one_of("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => one_of("子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => from('①', 20),
        "decimalEnclosedParen" => from('⑴', 20),
        "decimalEnclosedFullstop" => from('⒈', 20),
        "ideographEnclosedCircle" => from('㊀', 10),
        "upperLetter" => letters(n, 'A'),
        "lowerLetter" => letters(n, 'a'),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).map(|r| r.to_ascii_lowercase()),
        _ => None,
    };
    written.unwrap_or_else(|| n.to_string())
}

fn nth(signs: &str, place: u32) -> Option<char> {
    signs.chars().nth(place as usize)
}

/// Each decimal digit as one of `signs`.
fn digits(n: u32, signs: &str) -> String {
    let mut out = String::new();
    for digit in n.to_string().bytes() {
        out.extend(nth(signs, u32::from(digit - b'0')));
    }
    out
}

/// 1 to 9999 in words; `bare_ten`: 十二 rather than 一十二.
fn counting(n: u32, signs: &str, units: &str, bare_ten: bool) -> Option<String> {
    if !(1..=9999).contains(&n) {
        return None;
    }
    let mut out = String::new();
    let mut gap = false;
    for (unit, place) in [(1000, 2), (100, 1), (10, 0), (1, 3)] {
        let digit = n / unit % 10;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push(nth(signs, 0)?);
        }
        gap = false;
        if !(bare_ten && unit == 10 && n < 20) {
            out.push(nth(signs, digit)?);
        }
        if let Some(unit) = nth(units, place) {
            out.push(unit);
        }
    }
    Some(out)
}

/// a to z, then aa, bb … as Word counts.
fn letters(n: u32, first: char) -> Option<String> {
    let place = n.checked_sub(1)?;
    let letter = char::from_u32(u32::from(first) + place % 26)?;
    let times = (place / 26 + 1) as usize;
    (times <= 30).then(|| letter.to_string().repeat(times))
}

fn roman(n: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&n) {
        return None;
    }
    let (mut left, mut out) = (n, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            out.push_str(sign);
            left -= value;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn each_format_is_written_as_word_does() {
        let cases = [
            ("decimal", 12, "12"),
            ("decimalZero", 7, "07"),
            ("decimalZero", 10, "10"),
            ("decimalFullWidth", 12, "１２"),
            ("decimalFullWidth2", 3, "３"),
            ("chineseCounting", 10, "十"),
            ("chineseCountingThousand", 12, "十二"),
            ("chineseCountingThousand", 20, "二十"),
            ("japaneseCounting", 101, "一百零一"),
            ("taiwaneseCounting", 110, "一百一十"),
            ("chineseCountingThousand", 1001, "一千零一"),
            ("chineseCountingThousand", 9999, "九千九百九十九"),
            ("chineseCountingThousand", 10_000, "10000"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("ideographDigital", 10, "一〇"),
            ("ideographTraditional", 3, "丙"),
            ("ideographTraditional", 11, "11"),
            ("ideographZodiac", 12, "亥"),
            ("decimalEnclosedCircle", 1, "①"),
            ("decimalEnclosedCircleChinese", 20, "⑳"),
            ("decimalEnclosedCircle", 21, "21"),
            ("decimalEnclosedParen", 2, "⑵"),
            ("decimalEnclosedFullstop", 2, "⒉"),
            ("ideographEnclosedCircle", 1, "㊀"),
            ("upperLetter", 27, "AA"),
            ("lowerLetter", 3, "c"),
            ("upperRoman", 1994, "MCMXCIV"),
            ("lowerRoman", 4, "iv"),
            ("none", 4, ""),
            ("cardinalText", 4, "4"),
            ("upperLetter", 0, "0"),
            ("ideographZodiac", 0, "0"),
            ("lowerLetter", u32::MAX, "4294967295"),
        ];
        for (format, n, expected) in cases {
            assert_eq!(number(format, n), expected, "{format} {n}");
        }
    }
}
