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

    /// Characters of the section at `index` and of everything nested under it with its headings, blanks aside.
    pub fn chars(&self, index: usize) -> usize {
        let own = subtree(self.nodes, index);
        let nested = self.nodes[index + 1..own.end]
            .iter()
            .filter_map(|n| n.heading.as_ref());
        let headings: usize = nested.map(|h| chars::count(&h.text)).sum();
        self.summaries[own].iter().map(|s| s.chars).sum::<usize>() + headings
    }

    /// Whether the section at `index` has neither text nor nested sections.
    pub fn is_empty(&self, index: usize) -> bool {
        self.summaries[index].chars == 0 && subtree(self.nodes, index).len() == 1
    }

    /// Items of the section at `index`: sections directly under it, or items in its text where these are more.
    pub fn items(&self, index: usize) -> usize {
        let nested = &self.nodes[index + 1..subtree(self.nodes, index).end];
        let level = nested.iter().map(crate::report::Node::level).min();
        let direct = nested.iter().filter(|n| Some(n.level()) == level).count();
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
                Role::Kicker => "引题",
                Role::Title => "标题",
                Role::Subtitle => "副题",
                Role::Addressee => "主送",
                Role::Byline => "记者署名",
                Role::Lead => "导语",
                Role::Body => "没有标题的一节",
                Role::Captions => "图片说明",
                Role::Signature => "落款",
                Role::Date => "日期",
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
