//! What rules across sections and the completeness ask of a report: names, sizes and items of its sections.

use super::{Field, Finding, Meta, Place, ReportInput};
use crate::report::{Role, subtree};
use crate::template::Slot;
use crate::text::chars;

impl<'a> ReportInput<'a> {
    /// The template's slots; none where the template is not known.
    pub fn slots(&self) -> &'a [Slot] {
        self.template.map_or(&[], |t| t.sections.as_slice())
    }

    /// The slot that the section at `index` fulfils.
    pub fn slot_at(&self, index: usize) -> Option<&'a Slot> {
        self.template.and_then(|t| t.slot_of(&self.nodes[index]))
    }

    /// The sections that fulfil `slot`.
    pub fn sections_of(&self, slot: &Slot) -> impl Iterator<Item = usize> + Clone + use<'a> {
        let id = slot.id.clone();
        let nodes = self.nodes;
        (0..nodes.len()).filter(move |i| nodes[*i].slot.as_deref() == Some(id.as_str()))
    }

    /// Characters of the section at `index` and of everything nested under it with its headings, blanks aside; 0 where
    /// there are only headings.
    pub fn chars(&self, index: usize) -> usize {
        let own = subtree(self.nodes, index);
        let texts: usize = self.summaries[own.clone()].iter().map(|s| s.chars).sum();
        if texts == 0 {
            return 0;
        }
        let nested = self.nodes[index + 1..own.end]
            .iter()
            .filter_map(|n| n.heading.as_ref());
        texts + nested.map(|h| chars::count(&h.text)).sum::<usize>()
    }

    /// Whether nothing is written in the section at `index`, nor in any nested under it.
    pub fn is_empty(&self, index: usize) -> bool {
        self.chars(index) == 0
    }

    /// The section that the one at `index` is nested in.
    pub fn parent(&self, index: usize) -> Option<usize> {
        let level = self.nodes[index].level();
        (0..index)
            .rev()
            .find(|i| self.nodes[*i].level() < level)
            .filter(|i| self.nodes[*i].level() > 0)
    }

    /// Items of the section at `index`: written sections directly under it, or items in its text where these are more.
    pub fn items(&self, index: usize) -> usize {
        let nested = index + 1..subtree(self.nodes, index).end;
        let level = nested.clone().map(|i| self.nodes[i].level()).min();
        let direct = nested
            .filter(|i| Some(self.nodes[*i].level()) == level && !self.is_empty(*i))
            .count();
        direct.max(self.summaries[index].items)
    }

    /// What the section at `index` is called: its heading, the template's name for it, or what it is.
    pub fn name(&self, index: usize) -> &'a str {
        let node = &self.nodes[index];
        let heading = node
            .heading
            .as_ref()
            .map(|h| h.text.trim())
            .filter(|t| !t.is_empty());
        heading
            .or_else(|| self.slot_at(index).map(|s| s.name.as_str()))
            .unwrap_or(match node.role {
                Role::Byline => "记者署名",
                Role::Body => "没有标题的一节",
                role => role.name(),
            })
    }

    /// A finding about the whole section at `index`.
    pub fn finding(
        &self,
        index: usize,
        rule: &'static Meta,
        message: String,
        advice: String,
    ) -> Finding {
        let node = &self.nodes[index];
        let place = Place {
            section: node.id.clone(),
            field: Field::Text,
            span: 0..0,
        };
        Finding {
            rule,
            place: Some(place),
            slot: node.slot.clone(),
            message,
            advice,
            fix: None,
        }
    }
}
