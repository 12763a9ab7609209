//! One line of section text: which of its characters are markup.
//!
//! What clerks type is full of characters that Markdown would swallow: `5*8米`, `张*明`, `3~5天`, `____`. Only bold,
//! emphasis, code and links are markup here; every other character is escaped, so that any renderer shows it as typed.

use std::ops::Range;

use super::is_safe_link;
use super::parse::seen;
use crate::text::chars::{is_blank, without_blanks};

/// What may stand after a backslash that is itself not seen: the characters that this module escapes.
const ESCAPABLE: &[char] = &[
    '*', '_', '`', '[', ']', '<', '>', '&', '#', '+', '-', '=', '~', '.', ')', '(', '|', '!', '{',
    '}',
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    /// A character to be seen.
    Char(char),
    /// A character to be seen that was typed with a backslash before it.
    Escaped(char),
    /// A code span with its backticks.
    Code(&'a str),
    /// `[`, `](url)` around the words of a link.
    LinkStart,
    LinkEnd(&'a str),
    /// A run of asterisks that nothing has claimed yet.
    Stars(usize),
    /// A run of asterisks that is markup.
    Mark(usize),
}

/// Every character of `text` escaped where it could be markup inside a line of CommonMark.
pub fn literal(text: &str) -> String {
    let tokens: Vec<_> = text.chars().map(Token::Char).collect();
    write(&tokens)
}

/// The line as CommonMark. `at` is its first byte in the text that the `masked` spans (in order) are of.
pub(super) fn resolve(line: &str, at: usize, masked: &[Range<usize>]) -> String {
    let mut tokens = Scanner::new(line, at, masked).tokens();
    pair_stars(&mut tokens);
    let out = write(&tokens);
    let markup = |t: &Token<'_>| matches!(t, Token::Code(_) | Token::LinkStart | Token::Mark(_));
    // CommonMark has corners where it reads a run of marks otherwise. There the line is shown as typed.
    if tokens.iter().any(markup)
        && without_blanks(&seen(&out)) != without_blanks(&expected(&tokens))
    {
        return literal(line);
    }
    out
}

struct Scanner<'a> {
    line: &'a str,
    at: usize,
    masked: &'a [Range<usize>],
    /// Lengths of backtick runs that are known to have no partner further on.
    lone: Vec<usize>,
}

impl<'a> Scanner<'a> {
    fn new(line: &'a str, at: usize, masked: &'a [Range<usize>]) -> Self {
        Self {
            line,
            at,
            masked,
            lone: Vec::new(),
        }
    }

    fn is_masked(&self, i: usize) -> bool {
        let i = self.at + i;
        let after = self.masked.partition_point(|span| span.start <= i);
        after > 0 && self.masked[after - 1].contains(&i)
    }

    fn tokens(mut self) -> Vec<Token<'a>> {
        let mut out = Vec::new();
        let mut link: Option<(usize, usize, &'a str)> = None;
        let mut i = 0;
        while let Some(c) = self.line[i..].chars().next() {
            if let Some((_, end, url)) = link.take_if(|(close, ..)| *close <= i) {
                out.push(Token::LinkEnd(url));
                i = end;
                continue;
            }
            let rest = &self.line[i..];
            match c {
                '\\' => {
                    let next = rest[1..].chars().next().filter(|n| ESCAPABLE.contains(n));
                    out.push(next.map_or(Token::Char('\\'), Token::Escaped));
                    i += next.map_or(1, |n| 1 + n.len_utf8());
                }
                '`' => {
                    let code = self.code(rest, link.map_or(rest.len(), |(close, ..)| close - i));
                    out.extend(code.map(Token::Code));
                    let run = run_of(rest, '`');
                    if code.is_none() {
                        out.extend(std::iter::repeat_n(Token::Char('`'), run));
                    }
                    i += code.map_or(run, str::len);
                }
                '*' => {
                    let run = run_of(rest, '*');
                    if (i..i + run).any(|k| self.is_masked(k)) {
                        out.extend(std::iter::repeat_n(Token::Char('*'), run));
                    } else {
                        out.push(Token::Stars(run));
                    }
                    i += run;
                }
                '[' if link.is_none() && !self.line[..i].ends_with('!') => {
                    link = link_at(rest).map(|(close, end, url)| (i + close, i + end, url));
                    out.push(if link.is_some() {
                        Token::LinkStart
                    } else {
                        Token::Char('[')
                    });
                    i += 1;
                }
                _ => {
                    out.push(Token::Char(c));
                    i += c.len_utf8();
                }
            }
        }
        out
    }

    /// The code span at the start of `rest`, if it is closed within `limit` bytes.
    fn code(&mut self, rest: &'a str, limit: usize) -> Option<&'a str> {
        let run = run_of(rest, '`');
        if self.lone.contains(&run) {
            return None;
        }
        let mut i = run;
        while let Some(next) = rest[i..].find('`') {
            let close = run_of(&rest[i + next..], '`');
            i += next + close;
            if close == run {
                return (i <= limit).then(|| &rest[..i]);
            }
        }
        self.lone.push(run);
        None
    }
}

fn run_of(text: &str, c: char) -> usize {
    text.len() - text.trim_start_matches(c).len()
}

/// A link at the start of `rest` (`[`): where its words end, where it ends, and its address.
///
/// Words with brackets in them and addresses with blanks, brackets or no safe scheme make no link: 「[2021](3号)」 is text.
fn link_at(rest: &str) -> Option<(usize, usize, &str)> {
    let close = rest[1..].find(['[', ']'])? + 1;
    let address = rest[close..].strip_prefix("](")?;
    let stop = |c: char| c.is_whitespace() || c.is_control() || "<>()[]\\\"".contains(c);
    let len = address.find(stop)?;
    let url = &address[..len];
    let words = !rest[1..close].trim_matches(is_blank).is_empty();
    (words && address[len..].starts_with(')') && is_safe_link(url)).then_some((
        close,
        close + 2 + len + 1,
        url,
    ))
}

/// Finds the pairs among the runs of asterisks. Only runs of one length pair, and a kind never nests in itself.
fn pair_stars(tokens: &mut [Token<'_>]) {
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        if matches!(tokens[i], Token::LinkStart | Token::LinkEnd(_)) {
            open.clear();
        }
        if let Token::Stars(run @ 1..=3) = tokens[i] {
            let opener = open.iter().rposition(|(len, _)| *len == run);
            if let Some(k) = opener.filter(|_| may_close(tokens, i, run)) {
                let from = open[k].1;
                open.truncate(k);
                mark_pair(tokens, from, i, run);
            } else if may_open(tokens, i, run) {
                open.retain(|(len, _)| *len != run);
                open.push((run, i));
            }
        }
        i += 1;
    }
}

/// Asterisks at the start of words. One alone opens only where no word precedes: 「张*明」 is a masked name.
fn may_open(tokens: &[Token<'_>], i: usize, run: usize) -> bool {
    let before = i.checked_sub(1).map(|k| tokens[k]);
    tokens.get(i + 1).is_some_and(|next| !blank(*next))
        && (run == 2 || before.is_none_or(|t| blank(t) || mark(t)))
}

fn may_close(tokens: &[Token<'_>], i: usize, run: usize) -> bool {
    let after = tokens.get(i + 1).copied();
    i > 0 && !blank(tokens[i - 1]) && (run == 2 || after.is_none_or(|t| blank(t) || mark(t)))
}

/// Turns a pair into markup that CommonMark recognises.
///
/// Beside a word, CommonMark does not see bold that begins or ends with punctuation: 「**一是：**抓学习」. The punctuation
/// is left out of the bold there: 「**一是**：抓学习」.
fn mark_pair(tokens: &mut [Token<'_>], from: usize, to: usize, run: usize) {
    let outside_left = from.checked_sub(1).map(|k| tokens[k]);
    let outside_right = tokens.get(to + 1).copied();
    let mut start = from;
    if outside_left.is_some_and(|t| !blank(t) && !mark(t)) {
        while start + 1 < to && !wordlike(tokens[start + 1]) {
            start += 1;
        }
    }
    let mut end = to;
    if outside_right.is_some_and(|t| !blank(t) && !mark(t)) {
        while end > start + 1 && !wordlike(tokens[end - 1]) {
            end -= 1;
        }
    }
    let only_chars = |range: &[Token<'_>]| range.iter().all(|t| matches!(t, Token::Char(_)));
    if end <= start + 1 || !only_chars(&tokens[from + 1..=start]) || !only_chars(&tokens[end..to]) {
        return;
    }
    tokens[from] = Token::Mark(run);
    tokens[to] = Token::Mark(run);
    tokens[from..=start].rotate_left(1);
    tokens[end..=to].rotate_right(1);
}

fn blank(token: Token<'_>) -> bool {
    matches!(token, Token::Char(c) if is_blank(c))
}

fn wordlike(token: Token<'_>) -> bool {
    matches!(token, Token::Char(c) if c.is_alphanumeric())
}

/// Certainly punctuation for CommonMark. Not everything that is no letter is: combining and invisible characters are not.
fn mark(token: Token<'_>) -> bool {
    match token {
        Token::Char(c) => {
            c.is_ascii_punctuation()
                || matches!(c, '·' | '×' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{3001}'..='\u{3003}'
                    | '\u{3008}'..='\u{3020}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}'
                    | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}' | '\u{25A0}'..='\u{25FF}')
        }
        _ => true,
    }
}

/// What a reader should see of the tokens.
fn expected(tokens: &[Token<'_>]) -> String {
    let mut out = String::new();
    for token in tokens {
        match token {
            Token::Char(c) | Token::Escaped(c) => out.push(*c),
            Token::Code(code) => out.push_str(code.trim_matches('`')),
            Token::Stars(run) => out.extend(std::iter::repeat_n('*', *run)),
            Token::LinkStart | Token::LinkEnd(_) | Token::Mark(_) => {}
        }
    }
    out
}

fn write(tokens: &[Token<'_>]) -> String {
    let tildes = tokens.iter().filter(|t| **t == Token::Char('~')).count();
    let bracket = tokens
        .windows(2)
        .rposition(|w| w == [Token::Char(']'), Token::Char('(')]);
    let mut out = String::new();
    for (i, token) in tokens.iter().enumerate() {
        let next = tokens.get(i + 1).copied();
        let next_char = if let Some(Token::Char(c)) = next {
            Some(c)
        } else {
            None
        };
        match *token {
            Token::Char(c) => {
                let escape = match c {
                    '*' | '_' | '`' => true,
                    // Two tildes on a line are a stroke through the words between them for some renderers.
                    '~' => tildes > 1,
                    '[' => i == 0 || bracket.is_some_and(|k| k > i),
                    '<' => next_char.is_some_and(|n| n.is_ascii_alphabetic() || "/!?".contains(n)),
                    '&' => next_char.is_some_and(|n| n.is_ascii_alphanumeric() || n == '#'),
                    '\\' => next
                        .is_some_and(|n| !matches!(n, Token::Char(c) if !c.is_ascii_punctuation())),
                    _ => false,
                };
                if escape {
                    out.push('\\');
                }
                out.push(c);
            }
            Token::Escaped(c) => {
                out.push('\\');
                out.push(c);
            }
            Token::Code(code) => out.push_str(code),
            Token::LinkStart => out.push('['),
            Token::LinkEnd(url) => {
                out.push_str("](");
                out.push_str(url);
                out.push(')');
            }
            Token::Stars(run) => out.push_str(&"\\*".repeat(run)),
            Token::Mark(run) => out.push_str(&"*".repeat(run)),
        }
    }
    out
}
