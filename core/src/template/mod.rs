//! Templates: what kinds of report there are, which sections each has, and how to write them.
//!
//! A template is one TOML file in `core/templates`; own templates of an office have the same form.

mod builtin;
mod schema;
#[cfg(test)]
mod tests;

pub use builtin::{builtin, by_id};
pub use schema::{FactSpec, Skeleton, Slot, Template, TemplateError};

use crate::report::{Heading, Node, Report, Section, SectionId, fresh_id};

impl Template {
    /// The slot with this id.
    pub fn slot(&self, id: &str) -> Option<&Slot> {
        self.sections.iter().find(|s| s.id == id)
    }

    /// The slot that a section fulfils.
    pub fn slot_of(&self, node: &Node) -> Option<&Slot> {
        node.slot.as_deref().and_then(|id| self.slot(id))
    }

    /// A new report of this kind: every slot that is present from the start, with no text.
    pub fn start(&self) -> Report {
        let mut report = Report {
            template: self.id.clone(),
            sections: Vec::new(),
        };
        for slot in self.sections.iter().filter(|s| s.present) {
            let id = report.fresh_id(&slot.id);
            report.sections.push(Section {
                node: slot.node(id),
                text: String::new(),
            });
        }
        report
    }

    /// A further section for `slot`, named so that it does not clash with `taken`.
    pub fn further(slot: &Slot, taken: impl Fn(&str) -> bool) -> Node {
        slot.node(fresh_id(&slot.id, taken))
    }
}

impl Slot {
    fn node(&self, id: SectionId) -> Node {
        Node {
            id,
            slot: Some(self.id.clone()),
            role: self.role,
            heading: (self.level > 0).then(|| Heading {
                text: self.heading.clone(),
                level: self.level,
                numbering: self.numbering,
                run_in: false,
                source_mark: None,
            }),
            origin: None,
        }
    }
}
