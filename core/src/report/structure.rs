//! Numbering and moving of sections. Works on nodes alone, so that the app can do it without touching any text.

use std::ops::Range;

use super::{Heading, Node, Numbering, Role, fresh_id};
use crate::text::marks::{SQUARE, official};

/// Counts headings by level.
#[derive(Debug, Default)]
pub struct Counters([usize; 5]);

impl Counters {
    /// The mark that the structure gives the next heading.
    pub fn mark(&mut self, numbering: Numbering, level: u8) -> String {
        let n = usize::from(level.clamp(1, 4));
        self.0[n + 1..].fill(0);
        match numbering {
            Numbering::Official => {
                self.0[n] += 1;
                official(level, self.0[n])
            }
            Numbering::Square => SQUARE.to_owned(),
            Numbering::Plain => String::new(),
        }
    }
}

/// The marks that the structure gives, whatever mark a heading came with.
fn computed<'a>(nodes: impl IntoIterator<Item = &'a Node>) -> Vec<String> {
    let mut counters = Counters::default();
    nodes
        .into_iter()
        .map(|node| {
            let heading = node.heading.as_ref();
            heading.map_or_else(String::new, |h| counters.mark(h.numbering, h.level))
        })
        .collect()
}

/// The mark shown before each node's heading: the one it came with, else the computed one; empty where there is none.
pub fn marks<'a>(nodes: impl IntoIterator<Item = &'a Node> + Clone) -> Vec<String> {
    computed(nodes.clone())
        .into_iter()
        .zip(nodes)
        .map(|(mark, node)| {
            node.heading
                .as_ref()
                .and_then(|h| h.source_mark.clone())
                .unwrap_or(mark)
        })
        .collect()
}

/// Drops all marks that came with an opened file, so that the computed ones show («重新编号»).
///
/// Returns whether anything changed.
pub fn settle_marks(nodes: &mut [Node]) -> bool {
    let mut changed = false;
    for heading in nodes.iter_mut().filter_map(|n| n.heading.as_mut()) {
        changed |= heading.source_mark.take().is_some();
    }
    changed
}

/// The node at `index` and everything nested under it.
pub fn subtree(nodes: &[Node], index: usize) -> Range<usize> {
    let level = nodes[index].level();
    let mut end = index + 1;
    if level > 0 {
        while nodes.get(end).is_some_and(|n| n.level() > level) {
            end += 1;
        }
    }
    index..end
}

/// Moves the subtree at `index` before the one above it at the same level. Returns its new index.
///
/// `None` where it cannot move: parts without a heading stay where the genre puts them.
pub fn move_up(nodes: &mut [Node], index: usize) -> Option<usize> {
    if nodes.get(index)?.role != Role::Body {
        return None;
    }
    let own = subtree(nodes, index);
    let level = nodes[index].level();
    let above = (0..index).rev().find(|i| nodes[*i].level() <= level)?;
    if nodes[above].level() != level {
        // The first child of its parent goes to the end of the parent's elder sibling, if there is one.
        let elder = (0..above)
            .rev()
            .find(|i| nodes[*i].level() <= nodes[above].level())?;
        if nodes[above].role != Role::Body || nodes[elder].level() != nodes[above].level() {
            return None;
        }
        nodes[above..own.end].rotate_right(own.len());
        return Some(above);
    }
    nodes[above..own.end].rotate_right(own.len());
    Some(above)
}

/// Moves the subtree at `index` behind the one below it at the same level. Returns its new index.
pub fn move_down(nodes: &mut [Node], index: usize) -> Option<usize> {
    if nodes.get(index)?.role != Role::Body {
        return None;
    }
    let own = subtree(nodes, index);
    let level = nodes[index].level();
    let next = nodes.get(own.end)?;
    if next.role != Role::Body {
        return None;
    }
    // The last child of its parent becomes the first child of the parent's next sibling.
    let passed = if next.level() == level {
        subtree(nodes, own.end).len()
    } else {
        1
    };
    nodes[index..own.end + passed].rotate_left(own.len());
    Some(index + passed)
}

/// Nests the subtree at `index` one level deeper. Returns whether that was possible.
pub fn indent(nodes: &mut [Node], index: usize) -> bool {
    let own = subtree(nodes, index);
    let level = nodes[index].level();
    let has_parent = index > 0 && nodes[index - 1].level() >= level;
    let deepest = nodes[own.clone()]
        .iter()
        .map(Node::level)
        .max()
        .unwrap_or(0);
    if level == 0 || !has_parent || deepest >= 4 {
        return false;
    }
    shift(&mut nodes[own], 1);
    true
}

/// Lifts the subtree at `index` one level. Returns whether that was possible.
pub fn outdent(nodes: &mut [Node], index: usize) -> bool {
    let own = subtree(nodes, index);
    if nodes[index].level() < 2 {
        return false;
    }
    shift(&mut nodes[own], -1);
    true
}

fn shift(nodes: &mut [Node], by: i8) {
    for heading in nodes.iter_mut().filter_map(|n| n.heading.as_mut()) {
        heading.level = heading.level.saturating_add_signed(by).clamp(1, 4);
    }
}

/// Sections of another report as they go into this one: the first gets `level` and the others follow it, at most to level
/// 4; a part without a heading becomes a section named `unnamed`. Ids are fresh, `origin` is noted, and a slot stays only
/// where `keeps_slot`.
pub fn graft(
    taken: &[Node],
    level: u8,
    (origin, unnamed): (&str, &str),
    is_used: &dyn Fn(&str) -> bool,
    keeps_slot: &dyn Fn(&str) -> bool,
) -> Vec<Node> {
    let shift = taken.first().map_or(0, |first| {
        i16::from(level) - i16::from(first.level().max(1))
    });
    let mut out: Vec<Node> = Vec::with_capacity(taken.len());
    for node in taken {
        let mut heading = node.heading.clone().unwrap_or_else(|| Heading {
            text: unnamed.to_owned(),
            level: 1,
            numbering: Numbering::Official,
            run_in: false,
            source_mark: None,
        });
        heading.source_mark = None;
        heading.level = u8::try_from(i16::from(heading.level) + shift)
            .unwrap_or(1)
            .clamp(1, 4);
        let id = fresh_id(&node.id.0, |id| {
            is_used(id) || out.iter().any(|n| n.id.0 == id)
        });
        out.push(Node {
            id,
            slot: node.slot.clone().filter(|slot| keeps_slot(slot)),
            role: Role::Body,
            heading: Some(heading),
            origin: Some(origin.to_owned()),
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::SectionId;
    use super::*;

    fn node(level: u8, name: &str) -> Node {
        Node {
            id: SectionId(name.to_owned()),
            slot: None,
            role: if level == 0 { Role::Lead } else { Role::Body },
            heading: (level > 0).then(|| Heading {
                text: name.to_owned(),
                level,
                numbering: Numbering::Official,
                run_in: false,
                source_mark: None,
            }),
            origin: None,
        }
    }

    fn tree(shape: &[(u8, &str)]) -> Vec<Node> {
        shape
            .iter()
            .map(|(level, name)| node(*level, name))
            .collect()
    }

    fn names(nodes: &[Node]) -> String {
        nodes
            .iter()
            .map(|n| n.id.0.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn numbers_count_within_the_heading_above() {
        let nodes = tree(&[
            (0, "lead"),
            (1, "a"),
            (2, "b"),
            (3, "c"),
            (4, "d"),
            (2, "e"),
            (1, "f"),
            (2, "g"),
            (0, "sign"),
        ]);
        assert_eq!(
            marks(&nodes),
            [
                "",
                "一、",
                "（一）",
                "1.",
                "（1）",
                "（二）",
                "二、",
                "（一）",
                ""
            ]
        );
    }

    #[test]
    fn a_mark_that_came_with_the_file_shows_until_renumbered() {
        let mut nodes = tree(&[(1, "a"), (1, "b")]);
        nodes[1].heading.as_mut().unwrap().source_mark = Some("三、".to_owned());
        assert_eq!(marks(&nodes), ["一、", "三、"]);
        assert!(settle_marks(&mut nodes));
        assert_eq!(marks(&nodes), ["一、", "二、"]);
        assert!(!settle_marks(&mut nodes));
    }

    #[test]
    fn a_section_moves_with_what_is_nested_in_it() {
        let mut nodes = tree(&[(1, "a"), (2, "a1"), (1, "b"), (2, "b1"), (1, "c")]);
        assert_eq!(move_up(&mut nodes, 2), Some(0));
        assert_eq!(names(&nodes), "b b1 a a1 c");
        assert_eq!(move_down(&mut nodes, 0), Some(2));
        assert_eq!(names(&nodes), "a a1 b b1 c");
    }

    #[test]
    fn a_first_child_moves_to_the_elder_parent_and_back() {
        let mut nodes = tree(&[(1, "a"), (2, "a1"), (1, "b"), (2, "b1")]);
        assert_eq!(move_up(&mut nodes, 3), Some(2));
        assert_eq!(names(&nodes), "a a1 b1 b");
        assert_eq!(move_down(&mut nodes, 2), Some(3));
        assert_eq!(names(&nodes), "a a1 b b1");
    }

    #[test]
    fn parts_of_the_genre_stay_at_their_place() {
        let mut nodes = tree(&[(0, "lead"), (1, "a"), (0, "sign")]);
        assert_eq!(move_up(&mut nodes, 1), None);
        assert_eq!(move_down(&mut nodes, 1), None);
        assert_eq!(move_up(&mut nodes, 0), None);
        assert_eq!(names(&nodes), "lead a sign");
    }

    #[test]
    fn nesting_needs_something_to_nest_under() {
        let mut nodes = tree(&[(1, "a"), (1, "b"), (2, "b1")]);
        assert!(!indent(&mut nodes, 0));
        assert!(indent(&mut nodes, 1));
        assert_eq!(marks(&nodes), ["一、", "（一）", "1."]);
        assert!(!indent(&mut nodes, 1));
        assert!(outdent(&mut nodes, 1));
        assert_eq!(marks(&nodes), ["一、", "二、", "（一）"]);
    }

    #[test]
    fn sections_of_another_report_follow_the_level_that_they_go_to() {
        let mut theirs = tree(&[(1, "a"), (2, "b"), (3, "c"), (4, "d")]);
        theirs[1].slot = Some("study".into());
        theirs[2].slot = Some("other".into());
        let used = |id: &str| id == "a";
        let mine = graft(&theirs, 2, ("某某镇.docx", "导语"), &used, &|slot| {
            slot == "study"
        });
        let levels: Vec<u8> = mine.iter().map(Node::level).collect();
        assert_eq!(levels, [2, 3, 4, 4]);
        assert_ne!(mine[0].id, theirs[0].id);
        assert!(
            mine.iter()
                .all(|n| n.origin.as_deref() == Some("某某镇.docx"))
        );
        assert_eq!(mine[1].slot.as_deref(), Some("study"));
        assert_eq!(mine[2].slot, None);
        let lead = Node {
            role: Role::Lead,
            heading: None,
            ..node(1, "lead")
        };
        let mine = graft(&[lead], 1, ("a.txt", "导语"), &|_| false, &|_| true);
        assert_eq!((mine[0].role, mine[0].level()), (Role::Body, 1));
        assert_eq!(mine[0].heading.as_ref().unwrap().text, "导语");
    }
}
