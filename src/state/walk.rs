//! Walking from one placeholder to the next through the whole report.

use leptos::prelude::*;
use nigao_core::check::{Field, Group, Place};
use nigao_core::report::SectionId;

use super::workspace::Workspace;
use crate::web::text_area;

impl Workspace {
    /// Every place with something left to fill in, in reading order.
    fn open_places(self) -> Vec<Place> {
        let mut places = Vec::new();
        for id in self.order.get_untracked() {
            let Some(section) = self.section(&id) else {
                continue;
            };
            section.check.with_untracked(|check| {
                places.extend(
                    check
                        .findings
                        .iter()
                        .filter(|f| f.rule.group == Group::Placeholder)
                        .filter_map(|f| f.place.clone()),
                );
            });
        }
        places
    }

    /// Where the caret is: the section's place in the report, then 0 for its heading, or 1 and more for its text.
    fn caret(self, forward: bool) -> Option<(usize, usize)> {
        let id: SectionId = self.active.get_untracked()?;
        let index = self
            .order
            .with_untracked(|order| order.iter().position(|i| *i == id))?;
        if text_area::heading_has_focus(&format!("section-{id}")) {
            return if forward {
                Some((index, 1))
            } else {
                index.checked_sub(1).map(|former| (former, usize::MAX))
            };
        }
        let area = text_area::find(&Self::area_id(&id))?;
        let selection = text_area::selection(&area);
        Some((
            index,
            1 + if forward {
                selection.end
            } else {
                selection.start
            },
        ))
    }

    /// Puts the caret on the next (or the former) placeholder, going on from the other end of the report.
    pub fn walk(self, forward: bool) {
        let places = self.open_places();
        let order = self.order.get_untracked();
        let key = |place: &Place| {
            let index = order
                .iter()
                .position(|id| *id == place.section)
                .unwrap_or(usize::MAX);
            // Headings come before texts; the caret in a text is behind all of them.
            let at = if place.field == Field::Heading {
                0
            } else {
                1 + if forward {
                    place.span.start
                } else {
                    place.span.end
                }
            };
            (index, at)
        };
        let here = self.caret(forward);
        let found = match (here, forward) {
            (None, true) => places.first(),
            (None, false) => places.last(),
            (Some(here), true) => places.iter().find(|p| key(p) >= here).or(places.first()),
            (Some(here), false) => places
                .iter()
                .rev()
                .find(|p| key(p) <= here)
                .or(places.last()),
        };
        match found {
            Some(place) => {
                self.point_at(&place.section, place.field == Field::Heading, &place.span);
            }
            None => self.app.say("没有待填的地方了。"),
        }
    }
}
