//! Chapters: 第一部分, 第二章 and the like, with 第一节 below them. Articles (第一条) are text.

use std::ops::Range;

use super::classify::{Classified, Kind};
use super::shape::{Form, shape};
use crate::text::chars::{is_blank, without_blanks};
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
    let mut found: Vec<Chapter> = (0..all.paras.len())
        .filter(|i| all.is_free(*i) && !contents.contains(i) && all.chars(*i) <= LONGEST)
        .filter_map(|i| chapter(all, i))
        .collect();
    // A table of contents says the same before.
    let mut from = 0;
    for i in 1..found.len() {
        if found[i].words == found[0].words {
            from = i;
        }
    }
    found.drain(..from);
    let counted = |number| found.iter().any(|c| c.level == 1 && c.number == number);
    if !(counted(1) && counted(2)) {
        return;
    }
    for Chapter { para, level, .. } in found {
        let found = shape(all.source, &all.paras[para], 0);
        if found.form == Form::Alone {
            all.kinds[para] = Kind::Heading(found.plain(&all.paras[para], level, false));
        }
    }
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
    // 「第一部分工作已经完成，…」 is a sentence.
    let parted =
        title.is_empty() || title.starts_with(|c: char| is_blank(c) || "：:、".contains(c));
    let fits = !text.ends_with(['。', '；', '，', '、', '：'])
        && !title.contains(['。', '；'])
        && (parted || !title.contains('，'));
    let words = without_blanks(text);
    let numbered = |c: char| c.is_ascii_digit() || "….·-—".contains(c);
    fits.then(|| Chapter {
        para: i,
        level: if unit == "节" { 2 } else { 1 },
        number,
        words: words.trim_end_matches(numbered).to_owned(),
    })
}
