//! The step between a text and a draft: what each line is taken for, and a person's changes to that.

use std::ops::Range;
use std::sync::Arc;

use super::classify::{Classified, Kind};
use super::flaws::{self, Flaw, Proposal};
use super::shape::shape;
use super::{Imported, finish, read};
use crate::report::{Numbering, Role};
use crate::template;
use crate::text::chars::is_blank;
use crate::text::marks::Mark;

/// What a line of the source is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineRole {
    /// A part without a heading, such as the title; never [`Role::Lead`] or [`Role::Body`].
    Part(Role),
    /// A heading of level 1 to 4.
    Heading(u8),
    /// Text of the section above it.
    Text,
    /// Left out of the report, because a person said so.
    Dropped,
}

/// A line of the source under review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Bytes in the source, without the blanks around it. Its start names the line in [`Review::choose`].
    pub span: Range<usize>,
    /// What it is taken for.
    pub role: LineRole,
    /// A person chose that.
    pub chosen: bool,
}

/// What a review shows.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The lines that have something in them, in order.
    pub lines: Vec<Line>,
    /// What could be mended, in order.
    pub proposals: Vec<Proposal>,
    /// The report as it would open now.
    pub imported: Imported,
    /// Sections that the kind of report requires and that were not found: what they are called.
    pub missing: Vec<&'static str>,
}

/// A text under review. A copy is small, so that an earlier state can be kept to go back to.
#[derive(Debug, Clone)]
pub struct Review {
    source: Arc<str>,
    /// First byte of the line and what it is to be, in order.
    choices: Vec<(usize, LineRole)>,
    template: Option<String>,
}

impl Review {
    /// Begins with a text as it was read.
    pub fn new(source: &str) -> Self {
        Self {
            source: source.into(),
            choices: Vec::new(),
            template: None,
        }
    }

    /// The text, with what was mended so far.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Reads the text with the choices made so far.
    pub fn read(&self) -> Reading {
        let (front, mut all) = read(&self.source);
        let proposals = flaws::find(&all);
        let mut chosen = vec![false; all.paras.len()];
        for (at, role) in &self.choices {
            if let Some(i) = line_at(&all, *at) {
                choose(&mut all, i, *role);
                chosen[i] = true;
            }
        }
        let lines = lines(&all, &chosen);
        let proposals = proposals
            .into_iter()
            .filter(|p| still_stands(&self.source, p, &lines))
            .collect();
        let unchanged = self.choices.is_empty();
        let (imported, _) = finish(front, &all, self.template.as_deref(), unchanged);
        Reading {
            lines,
            proposals,
            missing: missing(&imported),
            imported,
        }
    }

    /// Makes the line that begins at byte `at` what a person says it is.
    pub fn choose(&mut self, at: usize, role: LineRole) {
        // One made before the line was mended may stand some blanks away.
        let source = &self.source;
        let same = |other: usize| is_gap(source, at.min(other)..at.max(other));
        let i = self.choices.partition_point(|(other, _)| *other < at);
        if self.choices.get(i).is_some_and(|(other, _)| same(*other)) {
            self.choices.remove(i);
        }
        let i = match i.checked_sub(1) {
            Some(before) if same(self.choices[before].0) => {
                self.choices.remove(before);
                before
            }
            _ => i,
        };
        self.choices.insert(i, (at, role));
    }

    /// Makes it a report of another kind. Front matter names the kind too; a person's word goes before it.
    pub fn set_template(&mut self, id: &str) {
        self.template = Some(id.to_owned());
    }

    /// Mends what `proposals` (of the present reading, in order) say.
    pub fn accept(&mut self, proposals: &[Proposal]) {
        let mut mended = String::with_capacity(self.source.len());
        let mut choices = Vec::with_capacity(self.choices.len());
        let mut old = self.choices.iter().copied().peekable();
        let mut from = 0;
        for proposal in proposals {
            let span = &proposal.span;
            if span.start < from || span.end > self.source.len() {
                continue;
            }
            // Lines keep their choices as their bytes move; a line that is joined to another has none of its own any more.
            while let Some((at, role)) = old.next_if(|(at, _)| *at <= span.start) {
                choices.push((at - from + mended.len(), role));
            }
            if proposal.flaw == Flaw::Residue {
                let dropped = (span.start - from + mended.len(), LineRole::Dropped);
                match choices.last_mut() {
                    Some(last) if last.0 == dropped.0 => *last = dropped,
                    _ => choices.push(dropped),
                }
                continue;
            }
            while old.next_if(|(at, _)| *at <= span.end).is_some() {}
            mended.push_str(&self.source[from..span.start]);
            mended.push_str(proposal.with);
            from = span.end;
        }
        choices.extend(old.map(|(at, role)| (at - from + mended.len(), role)));
        mended.push_str(&self.source[from..]);
        choices.dedup_by_key(|(at, _)| *at);
        self.source = mended.into();
        self.choices = choices;
    }
}

fn lines(all: &Classified<'_>, chosen: &[bool]) -> Vec<Line> {
    let line = |((para, kind), chosen): ((&super::lines::Para, &Kind), &bool)| Line {
        span: para.span.clone(),
        role: match kind {
            Kind::Text => LineRole::Text,
            Kind::Part(role) => LineRole::Part(*role),
            Kind::Heading(head) => LineRole::Heading(head.level),
            Kind::Dropped => LineRole::Dropped,
        },
        chosen: *chosen,
    };
    let all = all.paras.iter().zip(&all.kinds);
    all.zip(chosen).map(line).collect()
}

/// Whether nothing but blanks stands there, and no end of a line.
fn is_gap(source: &str, range: Range<usize>) -> bool {
    let ends = |c: char| matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    source
        .get(range)
        .is_some_and(|gap| gap.chars().all(|c| is_blank(c) && !ends(c)))
}

/// The line that a choice is about: a line begins some blanks further on, or earlier, when its first character was mended
/// away or the lines around it are read otherwise.
fn line_at(all: &Classified<'_>, at: usize) -> Option<usize> {
    let i = all.paras.partition_point(|p| p.span.end <= at);
    let start = all.paras.get(i)?.span.start;
    is_gap(all.source, at.min(start)..at.max(start)).then_some(i)
}

/// Whether a proposal does not contradict what a person said of its line, or of the line that would be joined to it.
///
/// Pieces of one line of the source may grow together when it gets shorter: none of them is mended beside one set apart.
fn still_stands(source: &str, proposal: &Proposal, lines: &[Line]) -> bool {
    let apart = |line: Option<&Line>| line.is_some_and(|l| l.chosen && l.role != LineRole::Text);
    let i = lines.partition_point(|line| line.span.end < proposal.span.start);
    match proposal.flaw {
        Flaw::Blank => {
            let near = &lines[i.saturating_sub(2)..lines.len().min(i + 3)];
            let joined = |two: &[Line]| is_gap(source, two[0].span.end..two[1].span.start);
            !near
                .windows(2)
                .any(|two| joined(two) && two.iter().any(|line| apart(Some(line))))
        }
        Flaw::Residue => !lines.get(i).is_some_and(|line| line.chosen),
        Flaw::Broken => !apart(lines.get(i)) && !apart(lines.get(i + 1)),
    }
}

/// Makes paragraph `i` what is said.
pub(super) fn choose(all: &mut Classified<'_>, i: usize, role: LineRole) {
    all.kinds[i] = match role {
        LineRole::Text => Kind::Text,
        LineRole::Dropped => Kind::Dropped,
        LineRole::Part(Role::Lead | Role::Body) => return,
        LineRole::Part(role) => Kind::Part(role),
        LineRole::Heading(level) => {
            let level = level.clamp(1, 4);
            if let Kind::Heading(head) = &mut all.kinds[i] {
                head.level = level;
                return;
            }
            let para = &all.paras[i];
            let found = shape(all.source, para, para.mark.map_or(0, |m| m.len));
            Kind::Heading(match para.mark {
                Some(mark) => found.head(para, Mark { level, ..mark }),
                None => found.plain(para, level, false),
            })
        }
    };
}

/// Required sections of the recognised kind that no section fulfils.
fn missing(imported: &Imported) -> Vec<&'static str> {
    let Some(template) = template::by_id(&imported.report.template) else {
        return Vec::new();
    };
    let sections = &imported.report.sections;
    let found = |id: &str| sections.iter().any(|s| s.node.slot.as_deref() == Some(id));
    template
        .sections
        .iter()
        .filter(|slot| slot.required && !found(&slot.id))
        .map(|slot| {
            if slot.heading.is_empty() || slot.numbering == Numbering::Plain {
                slot.name.as_str()
            } else {
                slot.heading.as_str()
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "关于开展清理工作的总结\n今年以来，全镇开展清理工作，进展顺利。\n一、主要做法\n抓好排查，全镇排查一遍。\n\
        工作要点\n抓好整改。\n某某镇人民政府\n2021年12月3日\n关闭窗口\n";

    fn at(review: &Review, words: &str) -> usize {
        review.source().find(words).unwrap()
    }

    fn role(review: &Review, words: &str) -> LineRole {
        let start = at(review, words);
        let reading = review.read();
        reading
            .lines
            .into_iter()
            .find(|l| l.span.start == start)
            .unwrap()
            .role
    }

    #[test]
    fn a_line_becomes_what_a_person_says() {
        let mut review = Review::new(TEXT);
        assert_eq!(role(&review, "关于开展"), LineRole::Part(Role::Title));
        assert_eq!(role(&review, "一、"), LineRole::Heading(1));
        assert_eq!(role(&review, "工作要点"), LineRole::Text);
        let head = at(&review, "工作要点");
        review.choose(head, LineRole::Heading(2));
        review.choose(at(&review, "一、"), LineRole::Heading(3));
        review.choose(at(&review, "关于开展"), LineRole::Text);
        review.choose(at(&review, "关闭窗口"), LineRole::Dropped);
        review.choose(at(&review, "抓好整改"), LineRole::Part(Role::Captions));
        let reading = review.read();
        let sections = &reading.imported.report.sections;
        assert_eq!(reading.imported.report.title(), "");
        let heads: Vec<_> = sections
            .iter()
            .filter_map(|s| s.node.heading.as_ref())
            .map(|h| (h.level, h.text.as_str()))
            .collect();
        assert_eq!(heads, [(3, "主要做法"), (2, "工作要点")]);
        assert!(!reading.imported.report.plain_text().contains("关闭窗口"));
        assert!(
            reading
                .imported
                .notes
                .iter()
                .any(|n| n.contains("略去") && n.contains('1'))
        );
        assert!(
            reading
                .lines
                .iter()
                .any(|l| l.span.start == head && l.chosen)
        );
        // Back to what it was: the last word counts.
        review.choose(head, LineRole::Text);
        assert_eq!(role(&review, "工作要点"), LineRole::Text);
    }

    #[test]
    fn choices_move_with_their_lines_when_others_are_mended() {
        let mut review = Review::new(
            "# 总结\n今年以来，全镇上下抓排查、抓整改，各项工作都有了新的进\n\n展。\n工作要点\n抓\u{200B}好整改。\n扫一扫在手机打开当前页\n",
        );
        review.choose(at(&review, "工作要点"), LineRole::Heading(1));
        let proposals = review.read().proposals;
        let flaws: Vec<Flaw> = proposals.iter().map(|p| p.flaw).collect();
        assert_eq!(flaws, [Flaw::Broken, Flaw::Blank, Flaw::Residue]);
        review.accept(&proposals);
        assert_eq!(
            review.source(),
            "# 总结\n今年以来，全镇上下抓排查、抓整改，各项工作都有了新的进展。\n工作要点\n抓好整改。\n扫一扫在手机打开当前页\n"
        );
        assert_eq!(role(&review, "工作要点"), LineRole::Heading(1));
        assert_eq!(role(&review, "扫一扫"), LineRole::Dropped);
        assert!(review.read().proposals.is_empty());
    }

    #[test]
    fn a_line_that_a_person_set_apart_is_joined_to_none() {
        let text = "# 总结\n以下内容来自上级网站，\n全镇上下抓排查、抓整改。\n今年以来，各村行动迅速，\n成效明显。\n";
        let mut review = Review::new(text);
        assert_eq!(review.read().proposals.len(), 2);
        review.choose(at(&review, "以下内容"), LineRole::Dropped);
        review.choose(at(&review, "成效明显"), LineRole::Heading(2));
        let proposals = review.read().proposals;
        assert_eq!(proposals, []);
        review.accept(&proposals);
        let plain = review.read().imported.report.plain_text();
        assert!(
            plain.contains("全镇上下") && plain.contains("成效明显"),
            "{plain}"
        );
    }

    #[test]
    fn a_line_keeps_its_choice_when_its_first_character_goes() {
        let mut review = Review::new("\u{1} 甲乙丙\n\u{1}\n丁戊己\n");
        review.choose(0, LineRole::Dropped);
        let proposals = review.read().proposals;
        review.accept(&proposals);
        assert_eq!(review.source(), " 甲乙丙\n\n丁戊己\n");
        assert_eq!(role(&review, "甲乙丙"), LineRole::Dropped);
        assert_ne!(role(&review, "丁戊己"), LineRole::Dropped);
    }

    #[test]
    fn pieces_of_one_line_do_not_grow_together_beside_one_set_apart() {
        let text = format!("!{0}PK\u{5}\u{6}{0}\u{13}", " ".repeat(30));
        let mut review = Review::new(&text);
        assert_eq!(review.read().lines.len(), 2);
        review.choose(0, LineRole::Dropped);
        let proposals = review.read().proposals;
        review.accept(&proposals);
        assert!(review.read().imported.report.plain_text().contains("PK"));
    }

    #[test]
    fn many_flaws_are_mended_in_one_go() {
        let many = "扫一扫\n".repeat(50_000) + &"收XX万，\u{A0}好".repeat(25_000);
        let mut review = Review::new(&many);
        let proposals = review.read().proposals;
        assert_eq!(proposals.len(), 75_000);
        review.accept(&proposals);
        let after = review.read();
        assert_eq!(after.proposals, []);
        assert!(!review.source().contains('\u{A0}'));
        assert!(
            after.lines[..50_000]
                .iter()
                .all(|l| l.role == LineRole::Dropped)
        );
    }

    #[test]
    fn required_sections_that_are_not_there_are_named() {
        let mut review = Review::new(TEXT);
        review.set_template("study-summary");
        let reading = review.read();
        assert_eq!(reading.imported.report.template, "study-summary");
        let by_id = template::by_id("study-summary").unwrap();
        assert!(!reading.missing.is_empty());
        assert!(reading.missing.iter().all(|name| {
            by_id
                .sections
                .iter()
                .any(|s| s.required && (s.name == *name || s.heading == *name))
        }));
        review.set_template("blank");
        assert!(review.read().missing.is_empty());
    }
}
