//! `**` and `__`: a masked number (`**期，内容**项`), or a Markdown pair around words (`**重点**`).
//!
//! What follows a run decides: a measure word or the ending of an organisation makes it a mask. Where that is not
//! enough, a run that can close what another opened is Markdown.

use std::ops::Range;

use super::around::{Around, is_chinese};
use super::units;
use crate::text::chars::{is_blank, is_han};

/// Longest bold stretch, in characters; longer ones are two masks.
const LONGEST: usize = 60;

/// A run of the same sign.
struct Run {
    span: Range<usize>,
    signs: usize,
    /// Cannot be Markdown: full-width or escaped signs, or more than three.
    literal: bool,
}

/// Adds the masks of one line, whose first byte is `offset` of `text`. `signs` are the ASCII and the full-width sign.
pub(super) fn scan_line(
    text: &str,
    line: Range<usize>,
    signs: [char; 2],
    found: &mut Vec<Range<usize>>,
) {
    let content = &text[line.clone()];
    let runs = runs(content, line.start, signs);
    if content
        .chars()
        .all(|c| is_blank(c) || signs.contains(&c) || c == '-')
    {
        return;
    }
    // Runs that cannot all be paired, or one that is surely a number, say that this line is masked rather than bold.
    let masked = runs
        .iter()
        .filter(|run| !run.literal && run.signs == 2)
        .count()
        % 2
        == 1
        || runs
            .iter()
            .any(|run| run.literal || number_follows(&text[run.span.end..]));
    let mut i = 0;
    while i < runs.len() {
        let run = &runs[i];
        if i == 0 && is_bullet(text, run, line.start) {
            i += 1;
            continue;
        }
        let partner = runs
            .get(i + 1)
            .filter(|next| !run.literal && !next.literal && next.signs == run.signs);
        if let Some(partner) = partner
            && is_markdown(text, run, partner, masked)
        {
            i += 2;
            continue;
        }
        if is_mask(text, run, signs[0] == '_') {
            found.push(with_year(text, &run.span));
        }
        i += 1;
    }
}

fn runs(content: &str, offset: usize, signs: [char; 2]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut escaped = false;
    for (at, c) in content.char_indices() {
        let start = offset + at - usize::from(escaped);
        let end = offset + at + c.len_utf8();
        if signs.contains(&c) {
            let literal = escaped || c == signs[1];
            match runs.last_mut().filter(|run| run.span.end == start) {
                Some(run) => {
                    run.span.end = end;
                    run.signs += 1;
                    run.literal |= literal || run.signs > 3;
                }
                None => runs.push(Run {
                    span: start..end,
                    signs: 1,
                    literal,
                }),
            }
        }
        escaped = c == '\\' && !escaped;
    }
    runs
}

fn is_bullet(text: &str, run: &Run, line_start: usize) -> bool {
    let around = Around::new(text, &run.span);
    !run.literal
        && run.signs == 1
        && around.next().is_none_or(is_blank)
        && text[line_start..run.span.start].chars().all(is_blank)
}

/// Whether `a` and `b` are a pair around words.
fn is_markdown(text: &str, a: &Run, b: &Run, masked: bool) -> bool {
    let inner = &text[a.span.end..b.span.start];
    let (before, after) = (&text[..a.span.start], &text[b.span.end..]);
    let edges = |c: Option<char>| c.is_none_or(is_blank);
    if edges(inner.chars().next())
        || edges(inner.chars().next_back())
        || inner.chars().take(LONGEST + 1).count() > LONGEST
    {
        return false;
    }
    // What ends with a pause is no stretch of words: 「党对**工作持续加强、**事业加快」; but `**一、**加强领导` is.
    if inner.ends_with(['，', '、', '；'])
        && (inner.chars().count() > 6 || before.ends_with(is_han))
    {
        return false;
    }
    let opens = units::masked_before(inner);
    let closes = units::masked_before(after);
    let pause = inner
        .trim_end_matches(['。', '：', '！', '？', '；'])
        .contains(['，', '。', '；', '、']);
    match (opens, closes) {
        // `**期，内容**项`
        (true, true) => false,
        // `**市**方案`: one character between two masks is the noun of the first.
        (true, false) if inner.chars().count() == 1 => {
            !after.starts_with(is_han) && !before.ends_with(is_han)
        }
        (true, false) => {
            let inside = after.starts_with(is_han) && before.ends_with(is_han);
            !(number_follows(inner) || pause || masked && inside)
        }
        (false, true) => !pause,
        // 「展现了**向史而新的精神，坚持党对**工作的领导」
        (false, false) => {
            !(masked && pause && before.ends_with(is_han) && after.starts_with(is_han))
        }
    }
}

/// Whether `after` is a measure word and then no Chinese character: `次，`.
fn number_follows(after: &str) -> bool {
    let len = units::measure_len(after);
    len > 0 && !after[len..].starts_with(is_han)
}

fn is_mask(text: &str, run: &Run, underscore: bool) -> bool {
    let around = Around::new(text, &run.span);
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    if joined(around.previous())
        || joined(around.next())
        || around.next().is_some_and(char::is_numeric)
    {
        return false;
    }
    let year = with_year(text, &run.span).start < run.span.start;
    let digit_before = around.previous().is_some_and(char::is_numeric);
    let counted = units::masked_before(around.after());
    if digit_before && !year {
        return counted && run.signs > 1;
    }
    if run.signs == 1 {
        // 「带*项为必填」 speaks of the sign.
        if around.previous().is_some_and(|c| "带打加标".contains(c)) {
            return false;
        }
        return (counted || year) && (!underscore || run.literal);
    }
    if underscore && run.signs > 2 {
        return true;
    }
    counted || year || beside_chinese(&around, run.literal)
}

/// Without a word that decides: Chinese text right after it, or right before it and a pause after.
fn beside_chinese(around: &Around<'_>, literal: bool) -> bool {
    let next = around.next();
    next.is_some_and(|c| is_han(c) || "《“（）》”".contains(c))
        || around.previous().is_some_and(is_chinese)
            && (literal || next.is_some_and(|c| "，。、；".contains(c)))
}

/// The span with the digits of a year before it: `20**`.
fn with_year(text: &str, span: &Range<usize>) -> Range<usize> {
    let digits = text[..span.start]
        .bytes()
        .rev()
        .take(5)
        .take_while(u8::is_ascii_digit)
        .count();
    let signs = text[span.clone()].chars().filter(|c| *c != '\\').count();
    let year = &text[span.start - digits..span.start];
    let fits =
        digits >= 2 && digits + signs == 4 && (year.starts_with("20") || year.starts_with("19"));
    if fits {
        span.start - digits..span.end
    } else {
        span.clone()
    }
}
