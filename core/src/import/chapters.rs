//! Chapters: 第一部分, 第二章 and the like, with 第一节 below them; and the decimal numbers of emergency plans (1, 1.1).
//! Articles (第一条) are text.

use std::ops::Range;

use super::classify::{Classified, Kind};
use super::shape::{Form, shape};
use crate::text::chars::{is_blank, is_han, without_blanks};
use crate::text::numerals;

/// The longest line of a chapter, in characters.
const LONGEST: usize = 40;

/// A line that could head a chapter.
struct Chapter {
    para: usize,
    level: u8,
    number: usize,
    /// The line without blanks and page number.
    words: String,
}

/// Finds chapters: two or more lines that count on, outside the table of contents.
pub(super) fn heads(all: &mut Classified<'_>, contents: &Range<usize>) {
    let reads: [fn(&Classified<'_>, usize) -> Option<Chapter>; 2] = [chapter, decimal];
    for (read, needs_sub_heads) in reads.into_iter().zip([false, true]) {
        let found = (0..all.paras.len())
            .filter(|i| all.is_free(*i) && !contents.contains(i) && all.chars(*i) <= LONGEST)
            .filter_map(|i| read(all, i))
            .collect();
        series(all, found, needs_sub_heads);
    }
}

fn series(all: &mut Classified<'_>, mut found: Vec<Chapter>, needs_sub_heads: bool) {
    // A table of contents says the same before.
    let mut from = 0;
    for i in 1..found.len() {
        if found[i].words == found[0].words {
            from = i;
        }
    }
    found.drain(..from);
    let counted = |number| found.iter().any(|c| c.level == 1 && c.number == number);
    if !(counted(1) && counted(2)) || (needs_sub_heads && !has_sub_heads(&found)) {
        return;
    }
    for Chapter { para, level, .. } in found {
        let found = shape(all.source, &all.paras[para], 0);
        if found.form == Form::Alone {
            all.kinds[para] = Kind::Heading(found.plain(&all.paras[para], level, false));
        }
    }
}

/// Whether two or more lines are of a deeper level, and each stands below the line that its number begins with.
fn has_sub_heads(found: &[Chapter]) -> bool {
    let (mut above, mut count) = (0, 0);
    for chapter in found {
        if chapter.level == 1 {
            above = chapter.number;
        } else if chapter.number == above {
            count += 1;
        } else {
            return false;
        }
    }
    count > 1
}

/// `第一部分　认清形势`, `第二章 附则`, `第3节`.
fn chapter(all: &Classified<'_>, i: usize) -> Option<Chapter> {
    let text = all.text(i);
    let rest = text.strip_prefix('第')?.trim_start_matches(is_blank);
    let (number, len) = numerals::parse(rest).or_else(|| {
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        Some((rest[..len].parse().ok()?, len))
    })?;
    let rest = rest[len..].trim_start_matches(is_blank);
    let unit = ["部分", "章", "编", "篇", "节"]
        .into_iter()
        .find(|unit| rest.starts_with(unit))?;
    let title = &rest[unit.len()..];
    // 「第一章总则」 is a head; 「第一编队」 is none, and 「第一部分工作已经完成，…」 is a sentence.
    let parted =
        title.is_empty() || title.starts_with(|c: char| is_blank(c) || "：:、".contains(c));
    let glued = match unit {
        "章" => !title.starts_with(['程', '节', '回']),
        "部分" => true,
        _ => false,
    };
    let fits = !text.ends_with(['。', '；', '，', '、', '：'])
        && !title.contains(['。', '；'])
        && (parted || glued && !title.contains('，'));
    let words = without_blanks(text);
    let numbered = |c: char| c.is_ascii_digit() || "….·-—".contains(c);
    fits.then(|| Chapter {
        para: i,
        level: if unit == "节" { 2 } else { 1 },
        number,
        words: words.trim_end_matches(numbered).to_owned(),
    })
}

/// `1 总则`, `1.1 编制目的`, `2.3.1预警分级`: numbers without a stop behind them, with points between.
fn decimal(all: &Classified<'_>, i: usize) -> Option<Chapter> {
    let text = all.text(i);
    if all.paras[i].mark.is_some() {
        return None;
    }
    let len = text
        .bytes()
        .take_while(|b| b.is_ascii_digit() || *b == b'.')
        .count();
    let number = &text[..len];
    let title = text[len..].trim_start_matches(is_blank);
    let parts = || number.split('.');
    let counts = parts().all(|p| matches!(p.len(), 1 | 2) && !p.starts_with('0'));
    let depth = parts().count();
    // 「1 总则」 needs its blank, 「1.5倍」 is no number of a head.
    let parted = text.len() > len + title.len() || depth > 2;
    let fits = counts
        && depth <= 4
        && parted
        && title.starts_with(is_han)
        && !title.contains(['。', '；', '，'])
        && !title.ends_with(|c: char| c.is_ascii_digit() || "：、:%".contains(c));
    fits.then(|| Chapter {
        para: i,
        level: u8::try_from(depth).unwrap_or(4),
        number: parts().next().and_then(|p| p.parse().ok()).unwrap_or(0),
        words: without_blanks(text),
    })
}
