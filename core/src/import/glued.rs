//! Lines that hold several paragraphs: parted by ideographic spaces, or by nothing at all.

use std::ops::Range;

use super::lines::trimmed;
use crate::text::chars::is_blank;
use crate::text::marks::{self, Mark};

/// Shorter lines (bytes) are taken as one paragraph: nothing of two paragraphs fits.
const SHORTEST: usize = 36;
/// A title is at most this many bytes long: 45 characters.
const TITLE: usize = 135;

/// A mark inside a line that may begin a paragraph.
struct Found {
    at: usize,
    mark: Mark,
    /// A sentence ends before it, a blank stands there, or the line begins.
    boundary: bool,
}

/// A wide gap: two ideographic spaces or as much of other blanks.
struct Gap {
    span: Range<usize>,
    /// A sentence ends before it.
    closed: bool,
}

/// The paragraphs of one line, without the blanks around them.
///
/// A line is cut at wide gaps behind a sentence; and, where its 一、二、 or （一）（二） follow one another in order, before
/// those marks as well. Gaps inside a sentence are values left open and stay. Where the source has lines of its own for
/// 一、二、 (`lined`), only a line that begins with a mark is cut before marks.
pub(super) fn split(source: &str, line: &Range<usize>, lined: bool) -> Vec<Range<usize>> {
    if line.len() < SHORTEST {
        return vec![line.clone()];
    }
    let text = &source[line.clone()];
    let (found, gaps) = scan(text);
    if found.is_empty() && gaps.is_empty() {
        return vec![line.clone()];
    }
    let (marked, whole_report) = chain(text, &found, lined);
    let mut cuts = Vec::with_capacity(marked.len() + gaps.len() + 1);
    let mut marked = marked.into_iter().peekable();
    let mut last = 0;
    for gap in gaps {
        while let Some(at) = marked.next_if(|at| *at <= gap.span.start) {
            cuts.push(at);
            last = at;
        }
        if gap.closed || (whole_report && is_title(&text[last..gap.span.start])) {
            cuts.push(gap.span.end);
            last = gap.span.end;
        }
    }
    cuts.extend(marked);
    cuts.push(text.len());
    let mut from = 0;
    let mut out = Vec::with_capacity(cuts.len());
    for at in cuts {
        let piece = trimmed(source, line.start + from..line.start + at.max(from));
        if !piece.is_empty() {
            out.push(piece);
        }
        from = at.max(from);
    }
    out
}

fn scan(text: &str) -> (Vec<Found>, Vec<Gap>) {
    let (mut found, mut gaps) = (Vec::new(), Vec::new());
    let (mut before, mut last) = (None, None);
    let (mut gap_start, mut width) = (0, 0);
    for (at, c) in text.char_indices() {
        if is_blank(c) {
            if width == 0 {
                gap_start = at;
            }
            width += if c == '\u{3000}' { 2 } else { 1 };
            continue;
        }
        let initial = begins_mark(c);
        if width > 0 || initial {
            let ended = ends_sentence(before, last);
            if width >= 4 {
                gaps.push(Gap {
                    span: gap_start..at,
                    closed: ended,
                });
            }
            let boundary = last.is_none() || width > 0 || ended || last == Some('：');
            if initial && (boundary || matches!(c, '（' | '(')) {
                let mark = marks::parse(&text[at..]);
                found.extend(mark.map(|mark| Found { at, mark, boundary }));
            }
        }
        width = 0;
        (before, last) = (last, Some(c));
    }
    (found, gaps)
}

fn begins_mark(c: char) -> bool {
    matches!(
        c,
        '（' | '(' | '1'..='9' | '１'..='９' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
    )
}

fn ends_sentence(before: Option<char>, last: Option<char>) -> bool {
    let stop = |c| matches!(c, Some('。' | '！' | '？' | '…' | '!' | '?'));
    let closer = matches!(last, Some('”' | '’' | '』' | '」' | '）' | ')' | '》'));
    stop(last) || (closer && stop(before))
}

fn is_title(text: &str) -> bool {
    text.len() <= TITLE && !text.contains(['。', '，', '；'])
}

/// Where the marks that follow one another in order stand, and whether the line holds a whole report (一、 and 二、).
fn chain(text: &str, found: &[Found], lined: bool) -> (Vec<usize>, bool) {
    let mut due = 1;
    let mut ones = Vec::new();
    for one in found.iter().filter(|f| f.mark.level == 1 && f.boundary) {
        if one.at == 0 || one.mark.number == due || (!ones.is_empty() && one.mark.number == due + 1)
        {
            ones.push(one.at);
            due = one.mark.number + 1;
        }
    }
    let begins = found.first().is_some_and(|f| f.at == 0);
    let whole_report = ones.len() > 1 && (begins || !lined);
    let opens = found
        .first()
        .is_some_and(|f| f.at == 0 && f.mark.level <= 2);
    if !whole_report && !opens {
        return (Vec::new(), false);
    }
    let mut out = Vec::new();
    let mut ones = ones.into_iter().peekable();
    let mut due = [1; 5];
    let mut last = 0;
    for f in found {
        let level = usize::from(f.mark.level.clamp(1, 4));
        let accepted = match level {
            1 => ones.next_if_eq(&f.at).is_some(),
            2 => {
                let before = &text[last..f.at];
                let after_title = f.mark.number == 1
                    && is_title(before)
                    && !before.ends_with(['第', '条', '款', '见']);
                f.at == 0 || (f.boundary && f.mark.number == due[2]) || (after_title && f.at > last)
            }
            _ => whole_report && f.boundary && f.mark.number == due[level],
        };
        if accepted {
            due[level] = f.mark.number + 1;
            due[level + 1..].fill(1);
            out.push(f.at);
            last = f.at;
        }
    }
    (out, whole_report)
}
