//! Finds what is left to be filled in: X余次, **期, 【单位名称】, （待核实）, ____ and the like.
//!
//! One file a kind. A kind's file says when a sign stands for a value and when it never does; where neither is sure,
//! it keeps silent, since a false alarm costs more than a miss.

mod around;
mod bracket;
mod circle;
mod cross;
mod ellipsis;
mod fact;
mod gap;
mod letter_x;
mod mask;
mod mou;
mod pairs;
#[cfg(test)]
mod tests;
mod todo_word;
mod units;

pub use fact::references;
pub use units::measure_len;

use std::ops::Range;

use mask::Mask;

use super::chars::is_blank;
use super::order::ordered;

/// The way in which a value was left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// X, XX, x in every width and case: `X余次`.
    LetterX,
    /// `**次`, `＊＊`.
    Asterisk,
    /// ×, ××.
    Cross,
    /// ○○, and △△.
    Circle,
    /// 某, 某某 as a mask.
    Mou,
    /// 【…】 〔…〕 ［…］ {…} that ask for a value.
    Bracket,
    /// （待补充） TODO 此处填写.
    TodoWord,
    /// `____`.
    Underscore,
    /// A bare …… where text is due.
    Ellipsis,
    /// A number that was deleted so that only a gap is left: `收缴 万元`.
    Gap,
    /// `{{name}}`.
    Fact,
}

impl Kind {
    /// Every kind, in the order of the manual.
    pub const ALL: [Kind; 11] = [
        Kind::LetterX,
        Kind::Asterisk,
        Kind::Cross,
        Kind::Circle,
        Kind::Mou,
        Kind::Bracket,
        Kind::TodoWord,
        Kind::Underscore,
        Kind::Ellipsis,
        Kind::Gap,
        Kind::Fact,
    ];

    /// The stable id, as `inspect` prints it.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::LetterX => "letter-x",
            Kind::Asterisk => "asterisk",
            Kind::Cross => "cross",
            Kind::Circle => "circle",
            Kind::Mou => "mou",
            Kind::Bracket => "bracket",
            Kind::TodoWord => "todo-word",
            Kind::Underscore => "underscore",
            Kind::Ellipsis => "ellipsis",
            Kind::Gap => "gap",
            Kind::Fact => "fact",
        }
    }
}

/// One place that is left to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// Bytes of the placeholder itself, without the measure word after it.
    pub span: Range<usize>,
    /// The way in which the value was left open.
    pub kind: Kind,
}

/// All placeholders of `text`, in order and without overlaps.
pub fn placeholders(text: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    by_sign(text, &mut found);
    by_line(text, &mut found);
    found.extend(ellipsis::after_items(text).map(|span| Placeholder {
        span,
        kind: Kind::Ellipsis,
    }));
    let mut found = ordered(found, |p| [p.span.start, usize::MAX - p.span.end, 0]);
    let mut end = 0;
    found.retain(|p| {
        let free = p.span.start >= end;
        if free {
            end = p.span.end;
        }
        free
    });
    found
}

/// Placeholders in the words of a heading; `numbered` says that a mark such as 一、 stands before them.
///
/// Numbered words that are nothing but 【…】 ask for a value; on a line of their own they would be a small head.
pub fn in_heading(words: &str, numbered: bool) -> Vec<Placeholder> {
    const MARK: &str = "（一）";
    if !numbered {
        return placeholders(words);
    }
    let found = placeholders(&format!("{MARK}{words}"));
    found
        .into_iter()
        .filter(|p| p.span.start >= MARK.len())
        .map(|p| Placeholder {
            span: p.span.start - MARK.len()..p.span.end - MARK.len(),
            kind: p.kind,
        })
        .collect()
}

/// What a sign at its place tells.
fn by_sign(text: &str, found: &mut Vec<Placeholder>) {
    let mut line_start = 0;
    let mut skip_to = 0;
    for (at, c) in text.char_indices() {
        if c == '\n' {
            line_start = at + 1;
        }
        if at < skip_to {
            continue;
        }
        let (span, kind) = match c {
            'X' | 'x' | 'Ｘ' | 'ｘ' => masked(
                text,
                at,
                letter_x::is_sign,
                letter_x::asks,
                &mut skip_to,
                Kind::LetterX,
            ),
            '×' | '✕' | '╳' | '☓' => masked(
                text,
                at,
                cross::is_sign,
                cross::asks,
                &mut skip_to,
                Kind::Cross,
            ),
            '○' | '◯' | '〇' | '△' => masked(
                text,
                at,
                circle::is_sign,
                circle::asks,
                &mut skip_to,
                Kind::Circle,
            ),
            '某' => masked(text, at, mou::is_sign, mou::asks, &mut skip_to, Kind::Mou),
            '{' if text[at..].starts_with("{{") => (fact::scan(text, at), Kind::Fact),
            '【' | '〔' | '［' | '[' | '{' | '｛' | '（' | '(' => {
                bracketed(text, at, line_start)
            }
            '待' | '此' | 'T' | 't' => (todo_word::scan(text, at), Kind::TodoWord),
            ' ' | '\u{A0}' | '\u{2002}' | '\u{2003}' | '\u{3000}' => {
                let (span, end) = gap::scan(text, at);
                skip_to = end;
                (span, Kind::Gap)
            }
            _ => continue,
        };
        if let Some(span) = span {
            skip_to = skip_to.max(span.end);
            found.push(Placeholder { span, kind });
        }
    }
}

/// Brackets: with nothing in them, with a request, or with the name of a value.
fn bracketed(text: &str, at: usize, line_start: usize) -> (Option<Range<usize>>, Kind) {
    if let Some(span) = gap::empty_brackets(text, at) {
        return (Some(span), Kind::Gap);
    }
    match todo_word::request(text, at) {
        Some(span) => (Some(span), Kind::TodoWord),
        None => (bracket::scan(text, at, line_start), Kind::Bracket),
    }
}

fn masked(
    text: &str,
    at: usize,
    is_sign: fn(char) -> bool,
    asks: fn(&str, &Mask) -> bool,
    skip_to: &mut usize,
    kind: Kind,
) -> (Option<Range<usize>>, Kind) {
    let mask = Mask::at(text, at, is_sign);
    *skip_to = mask.span.end;
    (asks(text, &mask).then_some(mask.span), kind)
}

/// What only a whole line tells: whether `**` is Markdown, and whether …… is all there is.
fn by_line(text: &str, found: &mut Vec<Placeholder>) {
    let mut at = 0;
    let mut heads_text = true;
    let mut spans = Vec::new();
    let (stars, underscores) = (
        text.contains('*') || text.contains('＊'),
        text.contains('_') || text.contains('＿'),
    );
    for line in text.split_inclusive('\n') {
        let range = at..at + line.len();
        if stars && line.contains(['*', '＊']) {
            pairs::scan_line(text, range.clone(), ['*', '＊'], &mut spans);
            found.extend(spans.drain(..).map(|span| Placeholder {
                span,
                kind: Kind::Asterisk,
            }));
        }
        if underscores && line.contains(['_', '＿']) {
            pairs::scan_line(text, range.clone(), ['_', '＿'], &mut spans);
            found.extend(spans.drain(..).map(|span| Placeholder {
                span,
                kind: Kind::Underscore,
            }));
        }
        if let Some(dots) = ellipsis::scan(line, heads_text) {
            found.push(Placeholder {
                span: at + dots.start..at + dots.end,
                kind: Kind::Ellipsis,
            });
        }
        heads_text &= line.chars().all(is_blank);
        at = range.end;
    }
}
