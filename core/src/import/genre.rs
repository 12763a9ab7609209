//! What kind of report it is, and which of the kind's sections each section fulfils.

use std::collections::HashSet;

use super::build::Draft;
use crate::report::{Ids, Role, SectionId};
use crate::template::{Slot, Template};
use crate::text::chars::without_blanks;
use crate::text::order::ordered;

/// The id of the template whose genre the sections have.
pub(super) fn recognise(drafts: &[Draft], news: bool) -> &'static str {
    if news {
        "news-feature"
    } else if is_study_summary(drafts) {
        "study-summary"
    } else {
        "blank"
    }
}

/// A summary of an education campaign: by its title, or by its three parts where it speaks of such a campaign.
fn is_study_summary(drafts: &[Draft]) -> bool {
    const CAMPAIGN: [&str; 4] = ["学习教育", "主题教育", "党史学习", "集中教育"];
    const PARTS: [&[&str]; 3] = [
        &["情况", "做法", "成效", "成绩", "主要工作", "特点", "回顾"],
        &["问题", "不足", "差距", "短板"],
        &[
            "打算",
            "下步",
            "下一步",
            "下阶段",
            "今后",
            "常态化",
            "努力方向",
            "计划",
            "安排",
        ],
    ];
    let has = |text: &str, words: &[&str]| words.iter().any(|w| text.contains(w));
    let title: String = drafts
        .iter()
        .filter(|d| d.role == Role::Title)
        .map(|d| without_blanks(&d.text))
        .collect();
    if has(&title, &CAMPAIGN) {
        return has(&title, &["总结", "报告", "汇报"]);
    }
    let ones: Vec<&str> = drafts
        .iter()
        .filter_map(|d| d.heading.as_ref())
        .filter(|h| h.level == 1)
        .map(|h| h.text.as_str())
        .collect();
    let parts = PARTS
        .iter()
        .filter(|words| ones.iter().any(|h| has(h, words)))
        .count();
    let opening: String = drafts
        .iter()
        .take(4)
        .flat_map(|d| d.text.chars().take(400))
        .collect();
    parts == 3
        && ones.len() <= 6
        && (has(&opening, &CAMPAIGN) || ones.iter().any(|h| has(h, &CAMPAIGN)))
}

/// The slot of each section; `None` where it fulfils none.
pub(super) fn lay_out(drafts: &[Draft], template: &Template) -> Vec<Option<String>> {
    let mut layout = Layout {
        template,
        used: HashSet::new(),
        slots: vec![None; drafts.len()],
    };
    layout.parts(drafts);
    layout.bodies(drafts, 1);
    layout.in_order(drafts);
    for level in 2..=4 {
        layout.bodies(drafts, level);
    }
    layout
        .slots
        .into_iter()
        .map(|s| s.map(|s| s.id.clone()))
        .collect()
}

struct Layout<'a> {
    template: &'a Template,
    used: HashSet<&'a str>,
    slots: Vec<Option<&'a Slot>>,
}

impl<'a> Layout<'a> {
    fn give(&mut self, i: usize, slot: &'a Slot) {
        self.used.insert(&slot.id);
        self.slots[i] = Some(slot);
    }

    fn free(&self, slot: &Slot) -> bool {
        slot.repeatable || !self.used.contains(slot.id.as_str())
    }

    /// Parts without a heading, by role. Of several leads the longest before the first heading is the lead.
    fn parts(&mut self, drafts: &[Draft]) {
        let first = drafts
            .iter()
            .position(|d| d.heading.is_some())
            .unwrap_or(drafts.len());
        let lead = (0..first)
            .filter(|i| drafts[*i].role == Role::Lead)
            .max_by_key(|i| (drafts[*i].text.len(), first - i));
        let last_date = drafts.iter().rposition(|d| d.role == Role::Date);
        for (i, draft) in drafts.iter().enumerate() {
            let wanted = match draft.role {
                Role::Body => false,
                Role::Lead => Some(i) == lead,
                Role::Date => Some(i) == last_date,
                _ => true,
            };
            let mut slots = self
                .template
                .sections
                .iter()
                .filter(|s| s.role == draft.role && self.free(s));
            // A byline behind the text is the last of the byline slots.
            let slot = if draft.role == Role::Byline && i > first {
                slots.next_back()
            } else {
                slots.next()
            };
            if let (true, Some(slot)) = (wanted, slot) {
                self.give(i, slot);
            }
        }
    }

    /// Bodies of one level by their words, the most alike first; repeatable slots without words take the rest.
    fn bodies(&mut self, drafts: &[Draft], level: u8) {
        let slots: Vec<&'a Slot> = self
            .template
            .sections
            .iter()
            .filter(|s| s.level == level)
            .collect();
        if slots.is_empty() {
            return;
        }
        let own: Vec<usize> = (0..drafts.len())
            .filter(|i| {
                drafts[*i]
                    .heading
                    .as_ref()
                    .is_some_and(|h| h.level == level)
            })
            .collect();
        let known: Vec<Vec<Words>> = slots.iter().map(|slot| names_of(slot)).collect();
        let mut pairs = Vec::new();
        for &i in own.iter().take(400) {
            let heading = drafts[i].heading.as_ref();
            let words = heading.map(|h| without_blanks(&h.text)).unwrap_or_default();
            let words = Words::new(&words);
            for (n, slot) in slots.iter().enumerate() {
                let alike = likeness(&words, &known[n]);
                if alike >= 50 && self.parent_fits(drafts, i, slot) {
                    pairs.push((alike, i, n));
                }
            }
        }
        for (_, i, n) in ordered(pairs, |(alike, i, n)| [usize::MAX - *alike, *i, *n]) {
            if self.slots[i].is_none() && self.free(slots[n]) {
                self.give(i, slots[n]);
            }
        }
        let open = slots
            .iter()
            .find(|s| s.repeatable && (s.heading.is_empty() || slots.len() == 1));
        if let Some(slot) = open {
            for i in own {
                if self.slots[i].is_none() {
                    self.give(i, slot);
                }
            }
        }
    }

    /// A slot below level 1 belongs under the slot of level 1 before it.
    fn parent_fits(&self, drafts: &[Draft], i: usize, slot: &Slot) -> bool {
        if slot.level < 2 {
            return true;
        }
        let above = self
            .template
            .sections
            .iter()
            .take_while(|s| s.id != slot.id)
            .filter(|s| s.level == 1)
            .last();
        let parent = (0..i)
            .rev()
            .take(200)
            .find(|k| drafts[*k].heading.as_ref().is_some_and(|h| h.level == 1));
        match (above, parent) {
            (Some(above), Some(parent)) => self.slots[parent].is_some_and(|s| s.id == above.id),
            (None, _) => true,
            (Some(_), None) => false,
        }
    }

    /// The first section of level 1 is the first slot of level 1 where later ones were recognised by their words.
    fn in_order(&mut self, drafts: &[Draft]) {
        let one = |d: &Draft| d.heading.as_ref().is_some_and(|h| h.level == 1);
        let Some(first) = drafts.iter().position(one) else {
            return;
        };
        let slot = self.template.sections.iter().find(|s| s.level == 1);
        let others = drafts
            .iter()
            .zip(&self.slots)
            .filter(|(d, s)| one(d) && s.is_some())
            .count();
        if let Some(slot) =
            slot.filter(|s| self.slots[first].is_none() && self.free(s) && others > 0)
        {
            self.give(first, slot);
        }
    }
}

/// A heading's words or a slot's, with their pairs of characters.
struct Words<'a> {
    text: &'a str,
    /// The first [`PAIRS`] of them.
    pairs: Vec<(char, char)>,
}

/// As many as there are bits for those that are used up.
const PAIRS: usize = 60;

impl<'a> Words<'a> {
    fn new(text: &'a str) -> Self {
        let pairs = text.chars().zip(text.chars().skip(1)).take(PAIRS);
        Self {
            text,
            pairs: pairs.collect(),
        }
    }
}

/// What a slot's heading may be called.
fn names_of(slot: &Slot) -> Vec<Words<'_>> {
    std::iter::once(&slot.heading)
        .chain(&slot.aliases)
        .filter(|name| !name.is_empty())
        .map(|name| Words::new(name))
        .collect()
}

/// How alike a heading is to a slot's words, in per cent: the same, one within the other, or pairs of characters shared.
fn likeness(words: &Words<'_>, names: &[Words<'_>]) -> usize {
    let alike = |name: &Words<'_>| {
        if words.text == name.text {
            100
        } else if words.text.contains(name.text) {
            70 + name.text.chars().count().min(20)
        } else {
            shared(&words.pairs, &name.pairs)
        }
    };
    names.iter().map(alike).max().unwrap_or(0)
}

fn shared(a: &[(char, char)], b: &[(char, char)]) -> usize {
    let (mut common, mut used) = (0_usize, 0_u64);
    for pair in a {
        let mut free = b.iter().enumerate().filter(|(_, other)| *other == pair);
        if let Some((at, _)) = free.find(|(at, _)| used & (1 << at) == 0) {
            used |= 1 << at;
            common += 1;
        }
    }
    (200 * common).checked_div(a.len() + b.len()).unwrap_or(0)
}

/// Names for the sections: the slot's id or a word for the role, with `-2`, `-3` … where it is taken.
pub(super) fn names(drafts: &[Draft], slots: &[Option<String>]) -> Vec<SectionId> {
    let mut ids = Ids::default();
    let mut out = Vec::with_capacity(drafts.len());
    for (draft, slot) in drafts.iter().zip(slots) {
        let stem = slot.as_deref().unwrap_or(match draft.role {
            Role::Kicker => "kicker",
            Role::Title => "title",
            Role::Subtitle => "subtitle",
            Role::Addressee => "addressee",
            Role::Byline => "byline",
            Role::Lead => "lead",
            Role::Body => "part",
            Role::Captions => "captions",
            Role::Signature => "signature",
            Role::Attachments => "attachments",
            Role::Date => "date",
        });
        out.push(ids.give(stem));
    }
    out
}
