//! Items inside running text: 一是…二是…, 第一，…, 一要….
//!
//! 首先、其次 and 一方面 are left out: they link sentences more often than they count.

use std::ops::Range;

use super::chars::{is_blank, is_han};
use super::paragraph::{Lead, digit, lead};

/// Where an item's marker stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Bytes of the marker itself, for example of `一是` or `第一，`.
    pub marker: Range<usize>,
}

/// All items of `text` in order.
pub fn items(text: &str) -> Vec<Item> {
    let mut found = Vec::new();
    let mut previous = None;
    let mut last_ordinal = 0;
    let mut skip_to = 0;
    for (at, c) in text.char_indices() {
        if at >= skip_to && (c == '第' || digit(c).is_some()) {
            let (end, ordinal) = numeral(text, if c == '第' { at + c.len_utf8() } else { at });
            skip_to = end;
            if let Some(ordinal) = ordinal
                && opens_clause(text, at, previous)
                && let Some(marker_end) = marker_end(text, c == '第', end)
                // 「十一是国庆节」: numbers above ten only go on with a series.
                && (ordinal <= 10 || last_ordinal + 1 == ordinal)
            {
                found.push(Item {
                    marker: at..marker_end,
                });
                last_ordinal = ordinal;
            }
        }
        previous = Some(c);
    }
    found
}

/// How many items a text has: the largest of its 一是/第一/一要 markers, its numbered paragraphs and its list lines.
pub fn count(text: &str) -> usize {
    let (mut numbered, mut bullets) = (0, 0);
    for line in text.lines() {
        match lead(line) {
            Some((Lead::Number, _)) => numbered += 1,
            Some((Lead::Bullet, _)) => bullets += 1,
            None => {}
        }
    }
    items(text).len().max(numbered).max(bullets)
}

/// The end of the Chinese digits at `from` and their value, where they are a number from 1 to 99.
fn numeral(text: &str, from: usize) -> (usize, Option<usize>) {
    let (mut end, mut value, mut tens, mut valid) = (from, 0, false, true);
    for c in text[from..].chars() {
        let Some(digit) = digit(c) else { break };
        end += c.len_utf8();
        if digit == 10 {
            valid &= !tens;
            (value, tens) = (value.max(1) * 10, true);
        } else {
            valid &= value % 10 == 0;
            value += digit;
        }
        value = value.min(1000);
    }
    (end, (valid && end > from && value < 100).then_some(value))
}

/// Whether a clause begins at `at`, which `previous` stands before.
fn opens_clause(text: &str, at: usize, previous: Option<char>) -> bool {
    let Some(previous) = previous else {
        return true;
    };
    if is_blank(previous) && !matches!(previous, '\n' | '\r') {
        // Blanks part clauses too, but not 「星期 一是」. Only a few are looked through, so that the cost stays bounded.
        let before = text[..at].chars().rev().take(8).find(|c| !is_blank(*c));
        return !before.is_some_and(|c| "第之周期唯统".contains(c));
    }
    !(is_han(previous) || previous.is_alphanumeric() || "《〈〔.．％%+＋/／=".contains(previous))
}

/// The end of the marker whose digits end at `end`: 是, 要, or after 第 a comma.
fn marker_end(text: &str, ordinal: bool, end: usize) -> Option<usize> {
    let mut chars = text[end..].chars();
    let sign = chars.next()?;
    let after = end + sign.len_utf8();
    let rest = &text[after..];
    let fits = match sign {
        '是' => !is_saying(&text[..end], rest),
        '要' => !is_noun_with_yao(rest),
        // 「第一、第二产业」 lists ordinals.
        '，' | ',' | '、' | '：' | ':' if ordinal => {
            !rest.starts_with(|c: char| c == '第' || digit(c).is_some())
                && !rest.trim_start_matches(is_blank).is_empty()
        }
        _ => false,
    };
    // 「“四要”方针」: a marker in quotes by itself is spoken of, not used.
    (fits && !rest.starts_with(['”', '」', '’', '"', '》', '』'])).then_some(after)
}

/// 「一是一，二是二」 is a saying.
fn is_saying(before: &str, rest: &str) -> bool {
    let numeral = before.chars().next_back();
    let mut rest = rest.chars();
    rest.next() == numeral && rest.next().is_none_or(|c| !is_han(c) || digit(c).is_some())
}

/// 要 belongs to a noun: 要求, 要素, 要点…; but 「一要求真务实」 is an item.
fn is_noun_with_yao(rest: &str) -> bool {
    let mut chars = rest.chars();
    let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    // 「三要三不要」 is a slogan.
    if digit(first).is_some() && matches!(second, '不' | '要') {
        return true;
    }
    let verbs = match first {
        '求' => "真实新是稳进精变同先深细",
        '点' => "亮燃名对题准面",
        '领' => "会导头取悟先着好",
        '务' => "必实求农",
        '案' => "例",
        '件' => "件",
        '素' | '义' | '闻' | '员' | '旨' | '塞' | '职' | '诀' | '则' | '地' => "",
        _ => return false,
    };
    !verbs.contains(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn markers(text: &str) -> Vec<&str> {
        items(text).into_iter().map(|i| &text[i.marker]).collect()
    }

    #[test]
    fn markers_stand_where_a_clause_begins() {
        for (text, expected) in [
            ("一是抓学习。二是抓整改；三是抓落实。", "一是 二是 三是"),
            (
                "主要做法：一是抓学习，二是抓整改、三是抓落实",
                "一是 二是 三是",
            ),
            ("　　一是抓学习。\n　　二是抓整改。", "一是 二是"),
            ("他说：“一是要快，二是要稳。”", "一是 二是"),
            ("**一是抓学习。**全年……", "一是"),
            ("- 一是抓学习", "一是"),
            ("（略）二是抓整改", "二是"),
            ("——一是抓学习", "一是"),
            ("第一，抓学习。第二，抓整改。", "第一， 第二，"),
            (
                "原因有二：第一是认识不足，第二是办法不多。",
                "第一是 第二是",
            ),
            ("第一、加强学习。第二、加强整改。", "第一、 第二、"),
            ("第一要加强学习。第二要加强整改。", "第一要 第二要"),
            (
                "一要求真务实，二要领会精神，三要紧盯重点。",
                "一要 二要 三要",
            ),
            ("一要务必做到，二要点面结合", "一要 二要"),
            ("一是三中全会精神学得深；二是二季度收入稳", "一是 二是"),
            (
                "九是甲。十是乙。十一是丙。十二是丁。",
                "九是 十是 十一是 十二是",
            ),
        ] {
            assert_eq!(markers(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn the_same_characters_in_a_sentence_are_no_markers() {
        for text in [
            "原因之一是认识不足",
            "思想统一是前提",
            "星期一是例会日",
            "周一是例会日",
            "他说一是一，说二是二",
            "一是一，二是二，不弄虚作假",
            "一是一、二是二",
            "坚持质量第一，效益优先",
            "位居全市第二，较上年进一位",
            "第一、第二产业占比下降",
            "第一、二季度",
            "第一，第二，第三名",
            "第一时间赶到",
            "第一要务是发展",
            "发展，第一要素是人才",
            "五一是劳动节",
            "七一是党的生日",
            "十一是国庆节",
            "唯一是非标准",
            "进一步要求",
            "落实“四要”方针",
            "三要素齐全",
            "二要点摘录",
            "2021年1是",
            "“一是”字样",
            "万一是真的",
            "落实“三要三不要”",
            "十要十不准",
            "十一月，十二月",
            "三会一课，一要点三措施",
            "知行合一是根本",
            "",
        ] {
            assert_eq!(markers(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn count_takes_the_largest_of_the_three_ways() {
        for (text, expected) in [
            ("", 0),
            ("一段话。", 0),
            ("一是甲。二是乙。", 2),
            ("1.甲\n2.乙\n3.一是丙。二是丁。", 3),
            ("（一）甲\n（二）乙", 2),
            ("- 甲\n- 乙\n* 丙\n1. 丁", 3),
            ("①甲\n②乙", 2),
            ("1.5亿元\n2.6亿元", 0),
        ] {
            assert_eq!(count(text), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn markers_are_ordered_and_on_boundaries(text in "[一二十第是要，。\\n 1.甲x（）“”]{0,40}|\\PC{0,40}") {
            let mut from = 0;
            for item in items(&text) {
                proptest::prop_assert!(item.marker.start >= from && !text[item.marker.clone()].is_empty());
                from = item.marker.end;
            }
            count(&text);
        }
    }
}
