//! Lists with one view a key.

use leptos::prelude::{Owner, untrack};
use web_sys::Node;

use super::View;
use super::live::{each_between, effect, insert, remove, room};

type Keys = Box<dyn Fn() -> Vec<String>>;
type Make = Box<dyn Fn(String) -> View>;

/// `view` for each of `keys`, in order; a view is made again only when its key is new.
pub fn keyed(
    keys: impl Fn() -> Vec<String> + 'static,
    view: impl Fn(String) -> View + 'static,
) -> View {
    list(Box::new(keys), Box::new(view))
}

/// `view` as long as `holds` says so. It is not made again while that stays true.
pub fn when<V: Into<View>>(
    holds: impl Fn() -> bool + 'static,
    view: impl Fn() -> V + 'static,
) -> View {
    one(Box::new(holds), Box::new(move || view().into()))
}

fn one(holds: Box<dyn Fn() -> bool>, view: Box<dyn Fn() -> View>) -> View {
    let keys = move || holds().then(String::new).into_iter().collect();
    keyed(keys, move |_| view())
}

/// One view of the list, and where it stands in the page.
struct Item {
    key: String,
    first: Node,
    last: Node,
    /// What the view follows, it follows until this is dropped.
    owner: Owner,
}

impl Item {
    fn new(key: &str, owner: Owner, make: &Make) -> (Self, Node) {
        let view = owner.with(|| make(key.to_owned())).0;
        let (mut first, mut last) = (view.clone(), view.clone());
        if view.node_type() == Node::DOCUMENT_FRAGMENT_NODE {
            // An empty one has to have a place as well.
            if view.first_child().is_none() {
                let _ = view.append_child(&View::from("").0);
            }
            first = view.first_child().unwrap_or(first);
            last = view.last_child().unwrap_or(last);
        }
        let key = key.to_owned();
        let item = Self {
            key,
            first,
            last,
            owner,
        };
        (item, view)
    }

    fn remove(self) {
        drop(self.owner);
        each_between(Some(self.first), &self.last, &remove);
    }
}

fn list(keys: Keys, make: Make) -> View {
    let (_, end, both) = room();
    let mut items = Vec::new();
    // The owner around the list: what belongs to the effect itself goes with each of its runs.
    let around = Owner::current().map(|owner| owner.downgrade());
    effect(move || {
        let keys = keys();
        let owner = || {
            let around = around
                .as_ref()
                .and_then(leptos::prelude::WeakOwner::upgrade);
            around.map_or_else(Owner::new, |around| around.child())
        };
        untrack(|| {
            update(&mut items, &keys, &end, &|key| {
                Item::new(key, owner(), &make)
            });
        });
    });
    both
}

/// Removes, makes and moves items until they are as `keys` says.
fn update(items: &mut Vec<Item>, keys: &[String], end: &Node, make: &dyn Fn(&str) -> (Item, Node)) {
    let same = |(item, key): &(&Item, &String)| item.key == **key;
    let head = items.iter().zip(keys).take_while(same).count();
    let (old, new) = (&items[head..], &keys[head..]);
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(same)
        .count();
    let new = &new[..new.len() - tail];
    let rest = items.split_off(items.len() - tail);
    let mut former: Vec<Option<Item>> = Vec::new();
    for item in items.split_off(head) {
        if new.contains(&item.key) {
            former.push(Some(item));
        } else {
            item.remove();
        }
    }
    let mut placed = Vec::new();
    for key in new {
        let kept = former
            .iter_mut()
            .find(|item| item.as_ref().is_some_and(|item| item.key == *key))
            .and_then(Option::take);
        if let Some(item) = kept {
            placed.push((item, None));
        } else {
            let (item, view) = make(key);
            placed.push((item, Some(view)));
        }
    }
    let mut next = rest.first().map_or(end, |item| &item.first).clone();
    for (item, view) in placed.iter().rev() {
        match view {
            Some(view) => insert(view, &next),
            None if item.last.next_sibling().as_ref() == Some(&next) => {}
            None => each_between(Some(item.first.clone()), &item.last, &|node| {
                insert(node, &next);
            }),
        }
        next.clone_from(&item.first);
    }
    items.extend(placed.into_iter().map(|(item, _)| item));
    items.extend(rest);
}
