//! Markdown that this program wrote: what each line is is said by its `#` and by the `sections:` of its front matter.
//!
//! Where those do not fit the file, since a person changed it by hand, the lines are read like any other text, but for
//! what `#` says. Nothing is lost either way.

use std::ops::Range;

use super::build::{Built, Draft, LocalPiece};
use super::classify::{self, Classified, Kind};
use super::front_matter::FrontMatter;
use super::lines::{self, Block, Para, trimmed};
use super::review::{LineRole, choose};
use super::shape::{Head, run_in_title};
use crate::facts::Facts;
use crate::report::carried::{Carried, STOPS};
use crate::report::{Counters, Heading, Numbering, Role};
use crate::text::escapes::{escapes, unescaped};
use crate::text::marks;

/// Reads what stands behind the front matter.
pub(super) fn classify<'a>(source: &'a str, front: &FrontMatter) -> Classified<'a> {
    let paras = paragraphs(source, front.end);
    let plan: Option<Vec<Carried>> = front.sections.split(' ').map(Carried::parse).collect();
    let mut all = match plan.filter(|plan| fits(plan, &paras)) {
        Some(plan) => {
            let kinds = kinds(source, &paras, &plan);
            Classified {
                source,
                paras,
                kinds,
                own: true,
                plan: Some(plan),
            }
        }
        None => classify::classify(source, paras),
    };
    all.own = true;
    if all.plan.is_none() {
        for i in 0..all.paras.len() {
            let role = match all.paras[i].hashes {
                0 => continue,
                1 => LineRole::Part(Role::Title),
                hashes => LineRole::Heading(hashes - 1),
            };
            choose(&mut all, i, role);
        }
    }
    all
}

/// One paragraph a line. Nothing else is markup: a fence, a rule and the like are written with a backslash.
fn paragraphs(source: &str, from: usize) -> Vec<Para> {
    let mut out = Vec::new();
    let mut at = from;
    for raw in source[from..].split_inclusive(['\n', '\r']) {
        let start = at;
        at += raw.len();
        let line = trimmed(source, start..at);
        if line.is_empty() {
            continue;
        }
        let text = &source[line.clone()];
        let depth = text.bytes().take_while(|b| *b == b'#').count();
        let words = trimmed(source, line.start + depth..line.end);
        let hashes = match u8::try_from(depth) {
            Ok(hashes @ 1..=6) if text[depth..].starts_with([' ', '\t']) => hashes,
            _ => 0,
        };
        let listed = text.starts_with("- ") || text.starts_with('|');
        out.push(Para {
            span: if listed {
                lines::indented(source, start, line.clone())
            } else {
                line.clone()
            },
            hashes,
            block: if listed {
                Block::List
            } else {
                Block::Paragraph
            },
            ..lines::para(source, if hashes > 0 { words } else { line })
        });
    }
    out
}

/// Whether the sections have just the lines that they had.
fn fits(plan: &[Carried], paras: &[Para]) -> bool {
    let mut at = 0_usize;
    for section in plan {
        let end = at.saturating_add(section.paragraphs());
        let Some(own) = paras.get(at..end) else {
            return false;
        };
        let headed = section.paragraphs() > section.lines();
        let fits = |(n, para): (usize, &Para)| {
            para.hashes
                == match section.role {
                    Role::Title => 1,
                    _ if n == 0 && headed => section.level + 1,
                    _ => 0,
                }
        };
        if !own.iter().enumerate().all(fits) {
            return false;
        }
        at = end;
    }
    at == paras.len()
}

fn kinds(source: &str, paras: &[Para], plan: &[Carried]) -> Vec<Kind> {
    let mut out = Vec::with_capacity(paras.len());
    let mut counters = Counters::default();
    let news = plan.iter().any(|s| s.numbering == Numbering::Square);
    for section in plan {
        let end = out.len() + section.paragraphs();
        if section.role == Role::Body {
            let mark = counters.mark(section.numbering, section.level);
            let first = paras
                .get(out.len())
                .filter(|_| section.get('z').is_none() && out.len() < end);
            out.extend(first.map(|para| Kind::Heading(head(source, para, section, &mark, news))));
        }
        let kind = match section.role {
            Role::Lead | Role::Body => Kind::Text,
            role => Kind::Part(role),
        };
        out.resize(end.max(out.len()), kind);
    }
    out
}

/// The heading in `para`; `mark` is due before it.
fn head(source: &str, para: &Para, section: &Carried, mark: &str, news: bool) -> Head {
    let core = &para.core;
    let line = &source[core.clone()];
    let left_out = escapes(line, 0);
    let seen = unescaped(line, 0);
    let mark_len = match section.get('m') {
        Some(chars) => seen.chars().take(chars).map(char::len_utf8).sum(),
        None if seen.starts_with(mark) => mark.len(),
        None => marks::parse(&seen).map_or(0, |mark| mark.len),
    };
    let words = &seen[mark_len..];
    let words_len = match section.get('i') {
        Some(0) => 0,
        Some(stops) => words
            .match_indices(STOPS)
            .nth(stops - 1)
            .map_or(words.len(), |(at, stop)| at + stop.len()),
        None => words.len(),
    };
    let place = |seen: usize| {
        let later = |at: usize, escape: &usize| at + usize::from(*escape < at);
        core.start + left_out.iter().fold(seen, later)
    };
    let (start, end) = (place(mark_len), place(mark_len + words_len));
    let full = trimmed(source, start..end);
    let (mut title, mut run_in) = (full.clone(), section.run_in());
    if run_in && !full.is_empty() {
        let bare = source[full.clone()].trim_end_matches('。').len();
        let stripped = trimmed(source, full.start..full.start + bare);
        (title, run_in) = run_in_title(source, full, stripped);
    }
    Head {
        level: section.level,
        news: news && section.numbering != Numbering::Official,
        numbering: section.numbering,
        mark: core.start..start,
        title,
        run_in,
        rest: trimmed(source, end..core.end),
    }
}

/// Builds the sections as they were.
pub(super) fn build(all: &Classified<'_>, plan: &[Carried], facts: &Facts) -> Built {
    let mut built = Built::new(true);
    let mut at = 0;
    for section in plan {
        let end = at + section.paragraphs();
        built.typed = section.get('e').unwrap_or_default();
        match (all.paras.get(at), all.kinds.get(at)) {
            (Some(para), Some(Kind::Heading(head)))
                if section.role == Role::Body && at < end && section.get('z').is_none() =>
            {
                built.heading(all.source, para, head);
                at += 1;
            }
            _ => built.start(
                section.role,
                (section.role == Role::Body).then(|| Heading {
                    text: String::new(),
                    level: section.level,
                    numbering: section.numbering,
                    run_in: section.run_in(),
                    source_mark: Some(String::new()),
                }),
            ),
        }
        for para in all.paras.get(at..end).unwrap_or_default() {
            if section.role == Role::Title {
                built.consume(para);
                title(&mut built, all.source, para.core.clone(), &section.said);
            } else {
                built.text(all.source, para.span.clone());
            }
        }
        at = end;
        if let Some(draft) = built.drafts.last_mut() {
            name_facts(draft, section, facts);
        }
    }
    built
}

/// A title's lines; after each so many spaces it was broken.
fn title(built: &mut Built, source: &str, mut line: Range<usize>, said: &[(char, usize)]) {
    for (_, spaces) in said.iter().filter(|(letter, _)| *letter == 'v') {
        let space = source[line.clone()].match_indices(' ').nth(*spaces);
        let Some((at, _)) = space else { break };
        built.text(source, line.start..line.start + at);
        line.start += at + 1;
    }
    built.text(source, line);
}

/// Puts the facts' names back where they stood.
fn name_facts(draft: &mut Draft, section: &Carried, facts: &Facts) {
    let pieces = std::mem::take(&mut draft.pieces);
    let words = pieces.iter().take_while(|(heading, ..)| *heading).count();
    if let Some(heading) = &mut draft.heading {
        named(
            &mut heading.text,
            &pieces[..words],
            ('w', &section.said),
            facts,
            &mut draft.pieces,
        );
    }
    named(
        &mut draft.text,
        &pieces[words..],
        ('f', &section.said),
        facts,
        &mut draft.pieces,
    );
}

fn named(
    field: &mut String,
    pieces: &[LocalPiece],
    (letter, said): (char, &[(char, usize)]),
    facts: &Facts,
    kept: &mut Vec<LocalPiece>,
) {
    let before = kept.len();
    let mut out = String::with_capacity(field.len());
    let mut left = pieces.iter().peekable();
    let mut from = 0;
    // Copies the field up to a byte, with what says where that stands in the source.
    let mut copy = |from: usize, to: usize, out: &mut String| {
        while let Some((heading, at, source)) = left.peek() {
            let (start, end) = ((*at).max(from), (at + source.len()).min(to));
            if start < end {
                let source = source.start + start - at..source.start + end - at;
                kept.push((*heading, out.len() + start - from, source));
            }
            if at + source.len() > to {
                break;
            }
            left.next();
        }
        out.push_str(&field[from..to]);
    };
    let mut skip = 0;
    for (own, fact) in said {
        if *own != letter {
            skip = if *own == 'x' { *fact } else { 0 };
            continue;
        }
        let name = facts.0.keys().nth(*fact);
        let Some((name, value)) = name.and_then(|n| Some((n, facts.value(n)?))) else {
            break;
        };
        let mut same = (from..field.len())
            .filter(|i| field.is_char_boundary(*i) && field[*i..].starts_with(value));
        let Some(at) = same.nth(std::mem::take(&mut skip)) else {
            break;
        };
        copy(from, at, &mut out);
        out.push_str("{{");
        out.push_str(name);
        out.push_str("}}");
        from = at + value.len();
    }
    copy(from, field.len(), &mut out);
    if facts.fill(&out) == *field {
        *field = out;
    } else {
        kept.truncate(before);
        kept.extend_from_slice(pieces);
    }
}
