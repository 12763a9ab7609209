//! The parts without a number: title, salutation, byline, signature, date.

use std::ops::Range;

use super::classify::{Classified, Kind};
use super::lines::Block;
use super::shape::shape;
use super::words;
use crate::report::Role;

/// Paragraphs before the first heading that are looked at for a title.
const OPENING: usize = 40;
/// Paragraphs at the end that may be signature, date and the like.
const TAIL: usize = 16;

/// Markdown's `#` lines without a mark: the title, and headings by their depth.
pub(super) fn hash_lines(all: &mut Classified<'_>, contents: &Range<usize>) {
    let hashed: Vec<usize> = (0..all.paras.len())
        .filter(|i| all.paras[*i].hashes > 0 && !contents.contains(i))
        .collect();
    let Some(&first) = hashed.first() else { return };
    let depth = all.paras[first].hashes;
    let unmarked = |i: usize| all.paras[i].mark.is_none();
    let shallowest = hashed[1..].iter().all(|i| all.paras[*i].hashes > depth);
    let others_marked = all.paras[..first].iter().all(|p| p.block == Block::Fenced)
        && hashed.len() > 1
        && hashed[1..].iter().all(|i| !unmarked(*i));
    let title = (unmarked(first) && (shallowest || others_marked)).then_some(first);
    // A depth at which numbered headings stand has their level.
    let mut levels = [None; 7];
    for (i, kind) in all.kinds.iter().enumerate() {
        if let (Kind::Heading(head), depth @ 1..=6) = (kind, all.paras[i].hashes) {
            levels[usize::from(depth)].get_or_insert(head.level);
        }
    }
    let rest = || {
        hashed
            .iter()
            .copied()
            .filter(|i| Some(*i) != title && unmarked(*i))
    };
    let base = rest().map(|i| all.paras[i].hashes).min().unwrap_or(1);
    // Other depths count from the next one above that has a level.
    let level = |depth: u8| {
        let above = (1..=depth).rev();
        let mut known = above.filter_map(|d| Some((d, levels[usize::from(d)]?)));
        let (from, level) = known.next().unwrap_or((base, 1));
        (level + depth - from).clamp(1, 4)
    };
    let heads: Vec<(usize, u8)> = rest().map(|i| (i, level(all.paras[i].hashes))).collect();
    for (i, level) in heads {
        let found = shape(all.source, &all.paras[i], 0);
        all.kinds[i] = Kind::Heading(found.plain(&all.paras[i], level, false));
    }
    if let Some(i) = title {
        all.kinds[i] = Kind::Part(Role::Title);
    }
}

/// Title block, byline and salutation before the first heading. `after` is where a table of contents ends.
pub(super) fn opening(all: &mut Classified<'_>, after: usize) {
    let zone = all.first_heading().min(after + OPENING);
    let hashed = all.kinds[..zone]
        .iter()
        .position(|k| *k == Kind::Part(Role::Title));
    let block = match hashed {
        Some(i) => Some(i..i + 1),
        None => before_dash_line(all, zone)
            .or_else(|| at_top(all, zone))
            .or_else(|| named_later(all, zone)),
    };
    let mut next = 0;
    if let Some(block) = block {
        next = block.end;
        title_lines(all, block);
        if next < zone && words::is_dash_line(all.text(next), all.chars(next)) {
            all.kinds[next] = Kind::Part(Role::Subtitle);
            next += 1;
        }
    }
    for i in next..zone.min(next + 2) {
        if !all.is_free(i) {
            break;
        }
        let (text, chars) = (all.text(i), all.chars(i));
        let people = || (i == next && words::is_names(text)) || words::are_people(text);
        let named = next > 0 && chars <= 16 && people();
        if words::is_byline(text, chars) || named {
            all.kinds[i] = Kind::Part(Role::Byline);
        }
    }
    let salutation = (0..zone.min(next + 6))
        .find(|i| all.is_free(*i) && words::is_salutation(all.text(*i), all.chars(*i)));
    if let Some(i) = salutation {
        all.kinds[i] = Kind::Part(Role::Addressee);
    }
}

fn title_lines(all: &mut Classified<'_>, block: Range<usize>) {
    let kicker = block.len() > 1
        && block
            .clone()
            .all(|i| words::halves(all.text(i)) && !words::names_kind(all.text(i)));
    for i in block.clone() {
        let role = if kicker && i == block.start {
            Role::Kicker
        } else {
            Role::Title
        };
        all.kinds[i] = Kind::Part(role);
    }
}

/// A line that can stand in a title.
fn could_be_title(all: &Classified<'_>, i: usize) -> bool {
    let (para, text, chars) = (&all.paras[i], all.text(i), all.chars(i));
    all.is_free(i)
        && para.mark.is_none()
        && chars >= 4
        && words::is_bare(text, chars, 50)
        && !words::is_date(text)
        && !words::is_metadata(text, chars)
        && !words::is_byline(text, chars)
        && !words::is_salutation(text, chars)
        && !words::is_residue(text)
        && !text.starts_with(['（', '('])
}

/// Up to three lines above the first dash line, wherever they stand.
fn before_dash_line(all: &Classified<'_>, zone: usize) -> Option<Range<usize>> {
    let dash = (1..zone.min(14)).find(|i| {
        all.is_free(*i)
            && words::is_dash_line(all.text(*i), all.chars(*i))
            && could_be_title(all, i - 1)
    })?;
    let lines = (0..dash)
        .rev()
        .take(3)
        .take_while(|i| could_be_title(all, *i))
        .count();
    Some(dash - lines..dash)
}

/// The lines at the top, below what a web page or a letterhead puts there.
fn at_top(all: &Classified<'_>, zone: usize) -> Option<Range<usize>> {
    let meta = |i: &usize| {
        let (text, chars) = (all.text(*i), all.chars(*i));
        let next = if i + 1 < zone { all.text(i + 1) } else { "" };
        all.is_free(*i)
            && (words::is_metadata(text, chars)
                || words::is_residue(text)
                || words::is_masthead(text, chars, next))
    };
    let verbatim = all.paras[..zone]
        .iter()
        .take_while(|p| p.block == Block::Fenced)
        .count();
    let above = verbatim + (verbatim..zone).take(12).take_while(meta).count();
    let lines = (above..zone)
        .take(5)
        .take_while(|i| could_be_title(all, *i) && !names_below(all, above, *i))
        .count();
    let most = if let Some(kind) = (above..above + lines).find(|i| words::names_kind(all.text(*i)))
    {
        kind + 1 - above
    } else if lines > 3 {
        1
    } else {
        lines
    };
    (most > 0).then_some(above..above + most)
}

fn names_below(all: &Classified<'_>, top: usize, i: usize) -> bool {
    i > top && words::is_names(all.text(i))
}

/// A line that names its kind of paper, below some text.
fn named_later(all: &Classified<'_>, zone: usize) -> Option<Range<usize>> {
    let at =
        (1..zone.min(9)).find(|i| could_be_title(all, *i) && words::names_kind(all.text(*i)))?;
    Some(at..at + 1)
}

/// Signature and date in the middle, with the title of the paper that is attached below them.
pub(super) fn attached(all: &mut Classified<'_>) {
    for i in 1..all.paras.len() {
        let free = all.is_free(i) && all.chars(i) <= 20;
        let below = |all: &Classified<'_>| {
            (i + 1..all.paras.len())
                .take(4)
                .find(|k| could_be_title(all, *k) && words::names_kind(all.text(*k)))
        };
        if free && words::is_date(all.text(i)) {
            if let Some(title) = below(all) {
                all.kinds[i] = Kind::Part(Role::Date);
                all.kinds[title] = Kind::Part(Role::Title);
                signature(all, i);
            }
        } else if free
            && all.text(i).starts_with("附件")
            && all.chars(i) <= 5
            && let Some(title) = below(all).filter(|k| *k == i + 1)
        {
            all.kinds[title] = Kind::Part(Role::Title);
        }
    }
}

/// The lines above the date at `date` that name who signs.
fn signature(all: &mut Classified<'_>, date: usize) {
    for i in (0..date).rev().take(3) {
        let (text, chars) = (all.text(i), all.chars(i));
        let closing = ["特此", "以上", "此致", "敬礼", "谢谢", "附件", "妥否"]
            .iter()
            .any(|w| text.starts_with(w));
        let signs = all.is_free(i)
            && all.paras[i].mark.is_none()
            && words::is_bare(text, chars, 40)
            && !words::is_residue(text)
            && !text.contains(['：', ':', '，', '。', '！', '？'])
            && !closing;
        if !signs {
            break;
        }
        all.kinds[i] = Kind::Part(Role::Signature);
    }
}

/// Signature, date and credits at the end.
pub(super) fn tail(all: &mut Classified<'_>) {
    let n = all.paras.len();
    let loose = |i: &usize| {
        let (text, chars) = (all.text(*i), all.chars(*i));
        all.is_free(*i)
            && (!words::is_prose(text, chars)
                || words::is_byline(text, chars)
                || words::is_residue(text))
    };
    let length = (0..n).rev().take(TAIL).take_while(loose).count();
    if length == n {
        return;
    }
    let start = n - length;
    if let Some(date) = (start..n).find(|i| words::is_date(all.text(*i))) {
        all.kinds[date] = Kind::Part(Role::Date);
        signature(all, date);
    } else if length > 0 && all.official() > 0 && signs_alone(all, n - 1) {
        all.kinds[n - 1] = Kind::Part(Role::Signature);
    }
    for i in start..n {
        if all.is_free(i) && words::is_byline(all.text(i), all.chars(i)) {
            all.kinds[i] = Kind::Part(Role::Byline);
        }
    }
}

/// The list of attachments under the text (附件说明, GB/T 9704-2012, 7.3.4): 「附件：1.…」 and the numbered lines below it.
///
/// It counts where nothing of the text comes behind it: the end, who signs, or the title of what is attached.
pub(super) fn attachments(all: &mut Classified<'_>) {
    const LONGEST_NAME: usize = 60;
    let n = all.paras.len();
    for i in 0..n {
        let fits = |k: usize| all.kinds[k] == Kind::Text && all.chars(k) <= LONGEST_NAME;
        if !(fits(i) && all.is_free(i) && words::is_attachment_list(all.text(i))) {
            continue;
        }
        let below = (i + 1..n)
            .take_while(|k| all.paras[*k].mark.is_some_and(|m| m.level > 2) && fits(*k))
            .count();
        let end = i + 1 + below;
        // 「附件：」 alone stands above what is attached.
        let named = below > 0 || all.chars(i) > 3;
        let behind = |k: usize| matches!(all.kinds[k], Kind::Part(_)) || all.chars(k) <= 20;
        if named && (end..n).take(2).all(behind) {
            all.kinds[i..end].fill(Kind::Part(Role::Attachments));
        }
    }
}

/// The last line of a paper without a date, where it names an office.
fn signs_alone(all: &Classified<'_>, i: usize) -> bool {
    let (text, chars) = (all.text(i), all.chars(i));
    let office = [
        "局",
        "委员会",
        "委",
        "办公室",
        "政府",
        "公司",
        "学院",
        "单位",
        "中心",
        "支部",
        "党组",
        "街道办事处",
    ];
    let below_text = i > 0 && words::ends_sentence(all.text(i - 1));
    below_text
        && words::is_bare(text, chars, 25)
        && !text.contains(['，', '：', '、'])
        && office.iter().any(|w| text.ends_with(w))
}

/// Bare lines below the credits of a newspaper are captions.
pub(super) fn captions(all: &mut Classified<'_>) {
    let Some(credit) = all
        .kinds
        .iter()
        .rposition(|k| *k == Kind::Part(Role::Byline))
    else {
        return;
    };
    if credit <= all.first_heading() {
        return;
    }
    for i in credit + 1..all.paras.len() {
        let (text, chars) = (all.text(i), all.chars(i));
        if all.is_free(i) && words::is_bare(text, chars, 40) && !words::is_residue(text) {
            all.kinds[i] = Kind::Part(Role::Captions);
        }
    }
}
