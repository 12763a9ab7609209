//! What an opened text has suffered on its way: sentences broken over paragraphs, blanks and marks that nobody typed, what a
//! web page left. It is found and proposed for mending, never mended unasked.

use std::ops::Range;

use super::classify::{Classified, Kind};
use super::words;
use crate::text::chars::{is_blank, is_han};
use crate::text::{items, placeholder};

/// A kind of flaw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// A sentence goes on in the next paragraph.
    Broken,
    /// A blank or an invisible character inside Chinese text.
    Blank,
    /// A line that a web page or a newspaper leaves (扫一扫, 关闭窗口).
    Residue,
}

/// What could be mended, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What is wrong.
    pub flaw: Flaw,
    /// Bytes that would be replaced; of residue the line that would be left out.
    pub span: Range<usize>,
    /// What would stand there.
    pub with: &'static str,
}

/// Characters from which on an unfinished line is taken for a sentence that was broken.
const LONG: usize = 20;
/// Residue stands alone; a longer line that has such words is text.
const LONGEST_RESIDUE: usize = 40;

/// All flaws, in order.
pub(super) fn find(all: &Classified<'_>) -> Vec<Proposal> {
    let mut out = Vec::new();
    let indented = prose_is_indented(all);
    for i in 0..all.paras.len() {
        let (para, text) = (&all.paras[i], all.text(i));
        if all.is_free(i) && all.chars(i) <= LONGEST_RESIDUE && words::is_web_residue(text) {
            out.push(Proposal {
                flaw: Flaw::Residue,
                span: para.span.clone(),
                with: "",
            });
            continue;
        }
        blanks(all.source, para.span.clone(), &mut out);
        if i + 1 < all.paras.len() && is_broken(all, i, indented) {
            let span = para.span.end..all.paras[i + 1].span.start;
            let joint = joint(all.source, &span);
            out.push(Proposal {
                flaw: Flaw::Broken,
                span,
                with: joint,
            });
        }
    }
    out
}

/// What stands between two halves of a sentence: nothing in Chinese, a space between words of Latin letters.
fn joint(source: &str, gap: &Range<usize>) -> &'static str {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let before = source[..gap.start].chars().next_back();
    if latin(before) && latin(source[gap.end..].chars().next()) {
        " "
    } else {
        ""
    }
}

/// Whether most running paragraphs are set in by blanks.
fn prose_is_indented(all: &Classified<'_>) -> bool {
    let prose = |i: &usize| {
        all.is_free(*i) && (all.chars(*i) >= LONG || words::ends_sentence(all.text(*i)))
    };
    let (mut count, mut set_in) = (0, 0);
    for i in (0..all.paras.len()).filter(prose) {
        count += 1;
        set_in += usize::from(is_set_in(all, i));
    }
    set_in * 2 > count
}

fn is_set_in(all: &Classified<'_>, i: usize) -> bool {
    all.source[..all.paras[i].span.start]
        .chars()
        .next_back()
        .is_some_and(|c| is_blank(c) && !matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}'))
}

/// Whether paragraph `i` stops inside a sentence that paragraph `i + 1` goes on with.
fn is_broken(all: &Classified<'_>, i: usize, indented: bool) -> bool {
    let (here, next) = (&all.paras[i], &all.paras[i + 1]);
    let runs = all.is_free(i) || matches!(&all.kinds[i], Kind::Heading(h) if !h.rest.is_empty());
    if !runs || !all.is_free(i + 1) || next.cut || next.mark.is_some() || here.bold || next.bold {
        return false;
    }
    let (text, after) = (all.text(i), all.text(i + 1));
    let (Some(last), Some(first)) = (text.chars().next_back(), after.chars().next()) else {
        return false;
    };
    let goes_on = matches!(
        first,
        '，' | '。' | '、' | '；' | '：' | '”' | '》' | '）' | '！' | '？' | ','
    );
    let stops_open = matches!(last, '，' | '、' | '“' | '《' | '（' | ',');
    if goes_on || stops_open {
        let item = items::items(after)
            .first()
            .is_some_and(|item| item.marker.start == 0);
        return all.chars(i) > 1 && !item && !words::is_salutation(text, all.chars(i));
    }
    let unfinished = all.chars(i) >= LONG
        && text.contains(['，', '。', '；', ','])
        && (is_han(last) || last.is_alphanumeric())
        && !words::is_caption(text)
        && !words::is_byline(text, all.chars(i));
    let prose = words::ends_sentence(after) || after.contains('。');
    unfinished && prose && !(indented && is_set_in(all, i + 1))
}

/// Blanks that nobody means: invisible characters anywhere, NBSP between Chinese characters, wide blanks beside a mark.
fn blanks(source: &str, line: Range<usize>, out: &mut Vec<Proposal>) {
    let text = &source[line.clone()];
    if !may_be_odd(text.as_bytes()) {
        return;
    }
    let mut at = 0;
    let mut gaps = None;
    while let Some(step) = text[at..].find(is_odd) {
        let start = at + step;
        let len: usize = text[start..]
            .chars()
            .take_while(|c| is_odd(*c))
            .map(char::len_utf8)
            .sum();
        at = start + len;
        let run = &text[start..at];
        let (before, after) = (text[..start].chars().next_back(), text[at..].chars().next());
        if !is_unmeant(run, before, after) {
            continue;
        }
        // Where a number was deleted the blank is all that tells of it.
        // Both go forward in order: a line may have as many of them as characters.
        let gaps =
            gaps.get_or_insert_with(|| placeholder::placeholders(text).into_iter().peekable());
        while gaps.next_if(|p| p.span.end <= start).is_some() {}
        if gaps.peek().is_some_and(|p| p.span.start < at) {
            continue;
        }
        out.push(Proposal {
            flaw: Flaw::Blank,
            span: line.start + start..line.start + at,
            with: with(run, before, after),
        });
    }
}

/// Whether some bytes may be of an odd character: most lines have none, and their characters need not be looked at.
fn may_be_odd(text: &[u8]) -> bool {
    text.iter().enumerate().any(|(i, byte)| match byte {
        0..0x20 | 0x7F | 0xC2 => true,
        // U+2000 to 206F without the marks from U+2010 to 2027: “”—……
        0xE2 => match text.get(i + 1..i + 3) {
            Some([0x80, last]) => !(0x90..0xA8).contains(last),
            Some([next, _]) => *next == 0x81,
            _ => false,
        },
        0xE3 => text.get(i + 1..i + 3) == Some(&[0x80, 0x80]),
        0xEF => text.get(i + 1) == Some(&0xBB),
        _ => false,
    })
}

/// Blanks and invisible characters that a keyboard does not make inside a sentence.
fn is_odd(c: char) -> bool {
    is_invisible(c)
        || matches!(
            c,
            '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}'
        )
}

/// No sign at all: zero-width, direction marks, the soft hyphen, control characters.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
        || (c.is_control() && !c.is_whitespace())
}

/// Whether nobody means these blanks.
fn is_unmeant(run: &str, before: Option<char>, after: Option<char>) -> bool {
    // The joiner holds the parts of an emoji together.
    if run == "\u{200D}" && !before.is_some_and(is_han) {
        return false;
    }
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    run.chars().any(is_invisible)
        || beside_mark(before, after)
        || !(run.contains('\u{3000}') || (latin(before) && latin(after)))
}

fn beside_mark(before: Option<char>, after: Option<char>) -> bool {
    let mark = |c: Option<char>| c.is_some_and(|c| "，。、；：！？”》）“《（".contains(c));
    mark(before) || mark(after)
}

/// Nothing, or one plain space where words or names would run together.
fn with(run: &str, before: Option<char>, after: Option<char>) -> &'static str {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let unit = digit(before) && after.is_some_and(is_han);
    if run.chars().all(is_invisible) || beside_mark(before, after) || unit {
        ""
    } else {
        " "
    }
}

#[cfg(test)]
mod tests {
    use crate::import::Review;

    fn mended(source: &str) -> String {
        let mut review = Review::new(source);
        let proposals = review.read().proposals;
        review.accept(&proposals);
        review.source().to_owned()
    }

    #[test]
    fn a_sentence_over_two_paragraphs_is_joined() {
        let head = "关于开展清理工作的总结\n";
        for (broken, whole) in [
            (
                "今年以来，全镇上下围绕目标任务，激发群众参与\n\n的热情,凝聚人心。\n",
                "今年以来，全镇上下围绕目标任务，激发群众参与的热情,凝聚人心。\n",
            ),
            (
                "今年以来，\n\n全镇上下围绕目标任务。\n",
                "今年以来，全镇上下围绕目标任务。\n",
            ),
            (
                "全镇共排查隐患三百处\n，整改二百处。\n",
                "全镇共排查隐患三百处，整改二百处。\n",
            ),
            (
                "全镇引进新的管理系统，系统名称定为Smart\nTown，运行正常。\n",
                "全镇引进新的管理系统，系统名称定为Smart Town，运行正常。\n",
            ),
        ] {
            assert_eq!(mended(&format!("{head}{broken}")), format!("{head}{whole}"));
        }
        for whole in [
            "今年以来，全镇开展清理工作。\n各村行动迅速。\n",
            "一、主要做法\n抓好排查，全镇排查一遍。\n",
            "主要抓了以下几项工作，\n一是抓排查。\n二是抓整改。\n",
            "　　今年以来，全镇上下围绕目标任务，各项工作都有了新进展\n　　各村行动迅速。\n　　群众满意。\n",
            "图为志愿者在社区打扫卫生，清理楼道里堆放的杂物\n各村行动迅速。\n",
            "某某镇人民政府\n2021年12月3日\n",
        ] {
            assert_eq!(mended(&format!("{head}{whole}")), format!("{head}{whole}"));
        }
    }

    #[test]
    fn no_odd_character_is_overlooked() {
        for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
            let text = format!("字{c}字");
            assert!(
                !super::is_odd(c) || super::may_be_odd(text.as_bytes()),
                "{c:?}"
            );
        }
        assert!(!super::may_be_odd(
            "“今年”——以来……，《全镇》上下：（一）".as_bytes()
        ));
    }

    #[test]
    fn blanks_that_nobody_means_go_and_others_stay() {
        for (odd, plain) in [
            (
                "今年\u{200B}以来，\u{3000}全镇\u{A0}上下努力。\u{FEFF}好。",
                "今年以来，全镇 上下努力。好。",
            ),
            (
                "本报记者\u{A0}\u{A0}甲某某\u{A0}乙某",
                "本报记者 甲某某 乙某",
            ),
            ("2021\u{A0}年\u{202E}完成", "2021年完成"),
            ("采用 Word\u{A0}97保存", "采用 Word\u{A0}97保存"),
            ("控制\u{1}字符", "控制字符"),
        ] {
            assert_eq!(
                mended(&format!("{odd}后面还有别的文字。")),
                format!("{plain}后面还有别的文字。")
            );
        }
        for meant in [
            "甲某\u{3000}乙某某",
            "收缴\u{3000}\u{3000}万元，其余上缴。",
            "家庭👨\u{200D}👩\u{200D}👧活动",
            "学党史 悟思想 办实事",
        ] {
            assert_eq!(mended(meant), meant);
        }
    }
}
