//! The form of a numbered paragraph: where its title ends, and whether text goes on behind it.

use std::ops::Range;

use super::lines::{Para, trimmed};
use super::run_on::{at_colon, before_items, cut_at_blank, forced};
use crate::report::Numbering;
use crate::report::carried::STOPS;
use crate::text::chars::is_blank;
use crate::text::marks::Mark;

/// The longest title of a numbered heading, in characters; longer paragraphs are items.
pub(super) const LONGEST: usize = 45;
/// Level 1 is a heading more surely than the others, and may be somewhat longer.
pub(super) const LONGEST_ONE: usize = 60;

/// A first sentence up to this length is not looked through for a title that is glued to its body.
const UNDIVIDED: usize = 36;

/// How a numbered paragraph is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// The title is the whole paragraph.
    Alone,
    /// The title is the first sentence, the body goes on behind it.
    RunIn,
    /// No title ends within the bounds.
    Long,
}

/// A heading's place within its paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    /// 1 to 4.
    pub level: u8,
    /// A newspaper's head.
    pub news: bool,
    /// How its mark is made.
    pub numbering: Numbering,
    /// The mark; empty where there is none.
    pub mark: Range<usize>,
    /// The words as they stand in the report's heading.
    pub title: Range<usize>,
    /// The body goes on in the same paragraph, and typesetting closes the words with 。.
    pub run_in: bool,
    /// The body behind the title; empty where the title stands alone.
    pub rest: Range<usize>,
}

/// The title of a numbered paragraph and what stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shape {
    pub form: Form,
    /// Characters of the title, blanks aside.
    pub chars: usize,
    pub title: Range<usize>,
    pub run_in: bool,
    pub rest: Range<usize>,
}

/// Where the title of `para` ends, its first `skip` bytes being a mark.
pub(super) fn shape(source: &str, para: &Para, skip: usize) -> Shape {
    let body = trimmed(source, para.core.start + skip..para.core.end);
    if para.hashes > 0 || para.bold {
        return whole(body, para.chars);
    }
    if let Some(pair) = &para.bold_end {
        let from = para.bold_start.as_ref().map_or(body.start, |pair| pair.end);
        return bold_title(source, &(from..body.end), pair);
    }
    let level = para.mark.map_or(1, |m| m.level);
    let longest = if level == 1 { LONGEST_ONE } else { LONGEST };
    // Nothing parts the title from its body where a line was cut.
    let glued = || {
        (para.cut && level <= 2)
            .then(|| forced(source, &body))
            .flatten()
    };
    match sentence(source, &body, longest) {
        (Some(end), chars) if chars <= UNDIVIDED => (para.cut && level <= 2)
            .then(|| before_items(source, &body))
            .flatten()
            .unwrap_or_else(|| ended(source, &body, end, chars)),
        (Some(end), chars) => {
            let too_long = || {
                (chars > LONGEST && level == 1)
                    .then(|| cut_at_blank(source, &body).or_else(|| at_colon(source, &body)))
                    .flatten()
            };
            match glued()
                .filter(|s| chars > LONGEST || !s.run_in)
                .or_else(too_long)
            {
                Some(found) => found,
                None => ended(source, &body, end, chars),
            }
        }
        (None, chars) if chars <= longest => whole(body, chars),
        _ => cut_at_blank(source, &body)
            .or_else(glued)
            .or_else(|| (level == 1).then(|| at_colon(source, &body)).flatten())
            .unwrap_or_else(|| Shape {
                form: Form::Long,
                chars: longest + 1,
                title: body.clone(),
                run_in: false,
                rest: body.end..body.end,
            }),
    }
}

fn whole(body: Range<usize>, chars: usize) -> Shape {
    let end = body.end;
    Shape {
        form: Form::Alone,
        chars,
        title: body,
        run_in: false,
        rest: end..end,
    }
}

/// The end of the first sentence (its stop included) and its characters without the stop; `None` where the limit or the
/// paragraph ends before.
fn sentence(source: &str, body: &Range<usize>, longest: usize) -> (Option<usize>, usize) {
    let (mut chars, mut depth) = (0, 0_i32);
    for (at, c) in source[body.clone()].char_indices() {
        match c {
            '。' if chars == 0 => return (None, longest + 1),
            '。' => return (Some(body.start + at + c.len_utf8()), chars),
            '！' | '？' | '!' | '?' if depth <= 0 && chars > 0 => {
                return (Some(body.start + at + c.len_utf8()), chars);
            }
            '“' | '《' | '（' | '(' | '‘' | '【' => depth += 1,
            '”' | '》' | '）' | ')' | '’' | '】' => depth -= 1,
            _ => {}
        }
        chars += usize::from(!is_blank(c));
        if chars > longest {
            return (None, chars);
        }
    }
    (None, chars)
}

/// A title that ends with the stop at `end`; the 。 of a run-in title is left out, since typesetting puts it back.
fn ended(source: &str, body: &Range<usize>, mut end: usize, chars: usize) -> Shape {
    let closers = source[end..body.end]
        .chars()
        .take_while(|c| "”’』」）)。！？".contains(*c))
        .take(4);
    end += closers.map(char::len_utf8).sum::<usize>();
    let rest = trimmed(source, end..body.end);
    if rest.is_empty() {
        return whole(body.clone(), chars);
    }
    let title = body.start..end;
    let words = &source[title.clone()];
    let stripped = trimmed(
        source,
        title.start
            ..end
                - if words.ends_with('。') {
                    '。'.len_utf8()
                } else {
                    0
                },
    );
    let (title, run_in) = run_in_title(source, title, stripped);
    Shape {
        form: Form::RunIn,
        chars,
        title,
        run_in,
        rest,
    }
}

/// Of a title with and without its own 。 the one from which [`Heading::closed`] makes the typed words again, and whether
/// it can run in at all.
///
/// [`Heading::closed`]: crate::report::Heading::closed
pub(super) fn run_in_title(
    source: &str,
    full: Range<usize>,
    stripped: Range<usize>,
) -> (Range<usize>, bool) {
    let one_stop = full.end - stripped.end >= '。'.len_utf8()
        && source[stripped.end..full.end]
            .chars()
            .filter(|c| !is_blank(*c))
            .eq(['。']);
    if one_stop && !stripped.is_empty() && closes(source, &stripped) {
        return (stripped, true);
    }
    let run_in = !closes(source, &full);
    (full, run_in)
}

/// `**Title。**Body`, `**Title**。Body` or `**Title** Body`.
fn bold_title(source: &str, body: &Range<usize>, pair: &Range<usize>) -> Shape {
    let full = trimmed(source, body.start..pair.start.max(body.start));
    let rest = trimmed(source, pair.end..body.end);
    let chars = source[full.clone()]
        .chars()
        .filter(|c| !is_blank(*c))
        .count();
    let stripped = trimmed(
        source,
        full.start..full.start + source[full.clone()].trim_end_matches('。').len(),
    );
    let behind = source[rest.clone()]
        .strip_prefix('。')
        .map(|t| trimmed(source, rest.end - t.len()..rest.end));
    if let Some(behind) =
        behind.filter(|r| !r.is_empty() && stripped == full && closes(source, &full))
    {
        return Shape {
            form: Form::RunIn,
            chars,
            title: full,
            run_in: true,
            rest: behind,
        };
    }
    let (title, run_in) = run_in_title(source, full, stripped);
    let form = if rest.is_empty() {
        Form::Alone
    } else {
        Form::RunIn
    };
    Shape {
        form,
        chars,
        title,
        run_in: run_in && form == Form::RunIn,
        rest,
    }
}

/// Whether typesetting puts a 。 behind these words.
fn closes(source: &str, title: &Range<usize>) -> bool {
    !source[title.clone()].ends_with(STOPS)
}

impl Shape {
    /// The heading that a paragraph of this form is.
    pub fn head(&self, para: &Para, mark: Mark) -> Head {
        Head {
            level: mark.level,
            news: mark.square,
            numbering: if mark.square {
                Numbering::Square
            } else {
                Numbering::Official
            },
            mark: para.core.start..para.core.start + mark.len,
            title: self.title.clone(),
            run_in: self.run_in,
            rest: self.rest.clone(),
        }
    }

    /// A heading without a mark.
    pub fn plain(&self, para: &Para, level: u8, news: bool) -> Head {
        Head {
            level,
            news,
            numbering: Numbering::Plain,
            mark: para.core.start..para.core.start,
            title: self.title.clone(),
            run_in: self.run_in,
            rest: self.rest.clone(),
        }
    }
}
