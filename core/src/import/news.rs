//! A newspaper's heads: bare lines, and first sentences that head their paragraphs.

use super::classify::{Classified, Kind};
use super::lines::Block;
use super::shape::{Form, shape};
use super::words;
use crate::report::{Numbering, Role};
use crate::text::chars::{is_blank, is_han};

/// Finds the bare lines that are heads. Below ■ they are sub-heads.
///
/// A bare line counts where running text follows it, and where at least one other is made like it: two clauses, or bold,
/// or about as long. Captions are single clauses of any length, and pieces of a broken sentence follow an unfinished
/// line. A line that is the only one of its kind must be two balanced clauses.
pub(super) fn heads(all: &mut Classified<'_>) {
    let squares = all
        .kinds
        .iter()
        .any(|k| matches!(k, Kind::Heading(h) if h.numbering == Numbering::Square));
    let hashed = (0..all.paras.len())
        .any(|i| all.paras[i].hashes > 0 && matches!(all.kinds[i], Kind::Heading(_)));
    if all.official() >= 2 || hashed {
        return;
    }
    let found: Vec<usize> = (0..all.paras.len())
        .filter(|i| could_be_head(all, *i))
        .collect();
    let (bold, rest): (Vec<usize>, Vec<usize>) =
        found.into_iter().partition(|i| all.paras[*i].bold);
    let (halved, mut single): (Vec<usize>, Vec<usize>) =
        rest.into_iter().partition(|i| words::halves(all.text(*i)));
    // 「把脉」「开方」「除病」: heads of so few characters come in sets.
    let tiny = single.iter().filter(|i| all.chars(**i) < 4).count();
    let least = if tiny >= 3 { 2 } else { 4 };
    single.retain(|i| (least..=18).contains(&all.chars(*i)) && !words::is_caption(all.text(*i)));
    let (outer, inner) = if bold.len() >= 2 {
        (Vec::new(), bold)
    } else if halved.len() >= 2 {
        if !squares && nested(all, &halved, &single) {
            (halved, single)
        } else if !squares && nested(all, &single, &halved) {
            (single, halved)
        } else {
            (Vec::new(), halved)
        }
    } else if are_many_alike(all, &single) {
        (Vec::new(), single)
    } else {
        let labelled = labelled(all);
        let lone = halved.into_iter().filter(|i| stands_alone(all, *i));
        if labelled.len() >= 2 {
            (Vec::new(), labelled)
        } else {
            (Vec::new(), lone.collect())
        }
    };
    let outer = if squares || !outer.is_empty() {
        outer
    } else {
        heads_above(all, &inner)
    };
    let level = if squares || !outer.is_empty() { 2 } else { 1 };
    let inner = inner.into_iter().map(|i| (i, level));
    for (i, level) in inner.chain(outer.into_iter().map(|i| (i, 1))) {
        let found = shape(all.source, &all.paras[i], 0);
        if found.form == Form::Alone {
            all.kinds[i] = Kind::Heading(found.plain(&all.paras[i], level, true));
        }
    }
}

/// The shortest and the longest of these lines, in characters.
fn lengths(all: &Classified<'_>, lines: &[usize]) -> (usize, usize) {
    let of = |i: &usize| all.chars(*i);
    let least = lines.iter().map(of).min().unwrap_or(0);
    (least, lines.iter().map(of).max().unwrap_or(0))
}

/// Whether these single clauses are heads: two or more of about one length, and not one at every paragraph unless they
/// are as even as heads are made.
fn are_many_alike(all: &Classified<'_>, lines: &[usize]) -> bool {
    let prose = (0..all.paras.len())
        .filter(|i| words::is_prose(all.text(*i), all.chars(*i)))
        .count();
    let (least, most) = lengths(all, lines);
    let few = lines.len() >= 2 && lines.len() * 2 <= prose + 1;
    let even = lines.len() >= 3 && most - least <= 3;
    even || (few && most <= 2 * least)
}

/// Whether `inner` are the sub-heads of `outer`: each of these has some, and most have several, of about one length.
fn nested(all: &Classified<'_>, outer: &[usize], inner: &[usize]) -> bool {
    let (least, most) = lengths(all, inner);
    let even = most - least <= 4 || inner.iter().all(|i| words::halves(all.text(*i)));
    if outer.len() < 2 || !even || inner.first() < outer.first() {
        return false;
    }
    let ends = outer.iter().skip(1).copied().chain([usize::MAX]);
    let counts = outer.iter().zip(ends).map(|(from, to)| {
        let to = inner.partition_point(|i| *i < to);
        to - inner.partition_point(|i| i < from)
    });
    let (mut several, mut none) = (0, false);
    for count in counts {
        several += usize::from(count > 1);
        none |= count == 0;
    }
    !none && several * 2 >= outer.len()
}

/// The only head of its kind: two balanced clauses between finished paragraphs.
fn stands_alone(all: &Classified<'_>, i: usize) -> bool {
    let mut parts = all
        .text(i)
        .split(|c: char| is_blank(c) || c == '，' || c == ',')
        .filter(|p| !p.is_empty())
        .map(|p| p.chars().count());
    let (first, second) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    parts.next().is_none()
        && first.abs_diff(second) <= 3
        && (4..=12).contains(&first.max(second))
        && all.first_heading() == all.kinds.len()
        && !all.text(i).ends_with('们')
        && words::is_prose(all.text(i - 1), all.chars(i - 1))
        && !all.text(i - 1).ends_with(['：', ':', '，', '、'])
}

/// `坚守：三尺讲台`, `传承：四代人的手艺`: a word and a clause, each word another, which those who speak in turn are not.
fn labelled(all: &Classified<'_>) -> Vec<usize> {
    let label = |i: usize| all.text(i).split_once('：').unwrap_or_default().0;
    let fits = |i: &usize| {
        let (text, i) = (all.text(*i), *i);
        let (before, after) = text.split_once('：').unwrap_or_default();
        let han = |part: &str, most| {
            (2..=most).contains(&part.chars().count())
                && part.chars().all(|c| is_han(c) || "“”、".contains(c))
        };
        all.chars(i) <= 18 && han(before, 4) && han(after, 12) && is_bare_line(all, i)
    };
    let found: Vec<usize> = (0..all.paras.len()).filter(fits).take(40).collect();
    let again = |n: usize| found[..n].iter().any(|i| label(*i) == label(found[n]));
    if (0..found.len()).any(again) {
        Vec::new()
    } else {
        found
    }
}

/// Bare lines right above a head: section heads, where at least two stand so. Single clauses might be captions, unless
/// they are even and the first head has one.
fn heads_above(all: &Classified<'_>, heads: &[usize]) -> Vec<usize> {
    let above: Vec<usize> = heads
        .iter()
        .filter_map(|i| i.checked_sub(1))
        .filter(|i| {
            let (text, chars) = (all.text(*i), all.chars(*i));
            let bare =
                all.is_free(*i) && all.paras[*i].mark.is_none() && words::is_bare(text, chars, 30);
            bare && !ends_loudly(text) && !words::is_byline(text, chars)
        })
        .collect();
    let (halved, single): (Vec<usize>, Vec<usize>) =
        above.into_iter().partition(|i| words::halves(all.text(*i)));
    let (least, most) = lengths(all, &single);
    if halved.len() >= 2 {
        halved
    } else if single.len() >= 2
        && (4..=15).contains(&least)
        && most - least <= 2
        && single.first().map(|i| i + 1) == heads.first().copied()
        && !single.iter().any(|i| words::is_caption(all.text(*i)))
    {
        single
    } else {
        Vec::new()
    }
}

fn could_be_head(all: &Classified<'_>, i: usize) -> bool {
    !all.text(i).contains(['：', '；', ':']) && is_bare_line(all, i)
}

/// A line between finished text and running text that nothing else explains.
fn is_bare_line(all: &Classified<'_>, i: usize) -> bool {
    let (para, text, chars) = (&all.paras[i], all.text(i), all.chars(i));
    let plain = i > 0
        && all.is_free(i)
        && para.mark.is_none()
        && words::is_bare(text, chars, 30)
        && (para.bold || !ends_loudly(text));
    let other = || {
        words::is_date(text)
            || words::is_byline(text, chars)
            || words::is_residue(text)
            || words::are_people(text)
    };
    plain && !other() && !all.unfinished(i - 1) && all.prose_follows(i)
}

/// Ends with ！ ？ or ……, a closing quote aside, as what someone says does.
fn ends_loudly(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '」', '）'])
        .ends_with(['！', '？', '…', '!', '?', '。'])
}

impl Classified<'_> {
    /// Running text that stops in the middle of a sentence.
    fn unfinished(&self, i: usize) -> bool {
        self.is_free(i)
            && self.chars(i) > 30
            && !words::ends_sentence(self.text(i))
            && !words::is_dash_line(self.text(i), self.chars(i))
    }

    /// Whether running text follows, a picture's caption aside.
    fn prose_follows(&self, i: usize) -> bool {
        let caption = |i: &usize| {
            self.is_free(*i)
                && !words::is_prose(self.text(*i), self.chars(*i))
                && words::is_caption(self.text(*i))
        };
        let next = i + 1;
        let next = next + usize::from(next < self.paras.len() && caption(&next));
        next < self.paras.len()
            && self.kinds[next] == Kind::Text
            && self.paras[next].mark.is_none()
            && self.paras[next].block != Block::List
            && words::is_prose(self.text(next), self.chars(next))
    }

    /// Someone is asked: two paragraphs begin with the same name and a colon.
    fn interview(&self) -> bool {
        let speakers: Vec<&str> = (0..self.paras.len())
            .filter(|i| self.is_free(*i) && self.chars(*i) >= 20)
            .filter_map(|i| self.text(i).split_once(['：', ':']).map(|(name, _)| name))
            .filter(|name| {
                name.len() <= 18 && name.chars().count() >= 2 && name.chars().all(is_han)
            })
            .take(200)
            .collect();
        speakers
            .iter()
            .enumerate()
            .any(|(i, name)| speakers[..i].contains(name))
    }
}

/// Finds first sentences that head their paragraphs: `以上率下带头学。今年以来，…`.
///
/// They count below a newspaper's heads where most paragraphs have one; and in an interview where three that follow one
/// another begin alike.
pub(super) fn leads(all: &mut Classified<'_>) {
    let level_of = |level: u8| {
        all.kinds
            .iter()
            .any(|k| matches!(k, Kind::Heading(h) if h.news && h.level == level))
    };
    let (ones, twos) = (level_of(1), level_of(2));
    if twos {
        return;
    }
    let leads: Vec<bool> = (0..all.paras.len()).map(|i| is_lead(all, i)).collect();
    let chosen: Vec<usize> = if ones {
        below_heads(all, &leads)
    } else {
        in_runs(all, &leads)
    };
    for i in chosen {
        let found = shape(all.source, &all.paras[i], 0);
        if found.form == Form::RunIn {
            all.kinds[i] = Kind::Heading(found.plain(&all.paras[i], 2, true));
        }
    }
}

/// All leads below the heads, where they are most of the paragraphs there; the first below a head introduces it.
fn below_heads(all: &Classified<'_>, leads: &[bool]) -> Vec<usize> {
    let start = all.first_heading();
    let below: Vec<usize> = (start + 1..all.paras.len())
        .filter(|i| all.is_free(*i))
        .collect();
    let prose = below
        .iter()
        .filter(|i| {
            words::is_prose(all.text(**i), all.chars(**i))
                && !matches!(all.kinds[**i - 1], Kind::Heading(_))
        })
        .count();
    let chosen: Vec<usize> = below.into_iter().filter(|i| leads[*i]).collect();
    if chosen.len() >= 3 && chosen.len() * 5 >= prose * 3 {
        chosen
    } else {
        Vec::new()
    }
}

/// Runs of three or more leads that begin alike, in an interview or in a text with no other heads.
fn in_runs(all: &Classified<'_>, leads: &[bool]) -> Vec<usize> {
    let deeper = all
        .kinds
        .iter()
        .any(|k| matches!(k, Kind::Heading(h) if h.level > 1));
    if deeper || !(all.interview() || all.official() == 0) {
        return Vec::new();
    }
    let mut chosen = Vec::new();
    let mut i = 0;
    while i < leads.len() {
        let end = (i..leads.len())
            .find(|k| !leads[*k] || !alike(all.text(*k), all.text(i)))
            .unwrap_or(leads.len())
            .max(i + 1);
        if end - i >= 3 {
            chosen.extend(i..end);
        }
        i = end;
    }
    chosen
}

/// Whether two leads begin with the same word, or are clauses of the same lengths.
fn alike(a: &str, b: &str) -> bool {
    let pauses = |text: &str| -> Vec<bool> {
        let lead = text.chars().take_while(|c| *c != '。');
        lead.map(|c| c == '，').collect()
    };
    let of_a = pauses(a);
    a.chars().take(2).eq(b.chars().take(2)) || of_a.contains(&true) && of_a == pauses(b)
}

/// A paragraph whose first sentence is short and says no when, who or how many.
fn is_lead(all: &Classified<'_>, i: usize) -> bool {
    const NOT: [&str; 26] = [
        "一是",
        "二是",
        "三是",
        "四是",
        "五是",
        "第",
        "首先",
        "其次",
        "再次",
        "最后",
        "据",
        "近日",
        "同时",
        "此外",
        "如今",
        "目前",
        "去年",
        "今年",
        "当前",
        "下一步",
        "会议",
        "他",
        "她",
        "我",
        "你",
        "这",
    ];
    let para = &all.paras[i];
    let text = all.text(i);
    if !all.is_free(i) || para.mark.is_some() || NOT.iter().any(|w| text.starts_with(w)) {
        return false;
    }
    let mut chars = 0;
    for (at, c) in text.char_indices() {
        if c == '。' {
            return (4..=16).contains(&chars)
                && para.chars >= chars + 16
                && !text[..at].contains(|c: char| c.is_ascii_digit());
        }
        if !(is_han(c) || is_blank(c) || "，“”、".contains(c)) || (chars == 0 && c == '“') {
            return false;
        }
        chars += usize::from(!is_blank(c));
        if chars > 16 {
            return false;
        }
    }
    false
}

/// Whether the text is a newspaper's: it has such heads, a second title line, or reporters.
///
/// A paper that is addressed to someone is none, unless it has ■ or reporters.
pub(super) fn is_news(all: &Classified<'_>) -> bool {
    let addressed = all.kinds.contains(&Kind::Part(Role::Addressee));
    all.kinds.iter().enumerate().any(|(i, kind)| match kind {
        Kind::Heading(head) => head.news && (!addressed || head.numbering == Numbering::Square),
        Kind::Part(Role::Kicker) => true,
        Kind::Part(Role::Byline) => {
            all.text(i).contains("记者") || all.text(i).contains("通讯员") || all.official() == 0
        }
        Kind::Part(Role::Subtitle) => all.official() == 0,
        _ => false,
    })
}
