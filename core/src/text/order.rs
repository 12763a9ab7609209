//! Sorting by small numeric keys. One sort for all callers: each sort that the compiler makes costs the wasm 5 kB.

/// `items` in the order of their keys; those with equal keys stay in the order they came.
pub fn ordered<T>(items: Vec<T>, key: impl Fn(&T) -> [usize; 3]) -> Vec<T> {
    let mut keys: Vec<[usize; 4]> = items
        .iter()
        .enumerate()
        .map(|(index, item)| {
            let [first, second, third] = key(item);
            [first, second, third, index]
        })
        .collect();
    if keys.is_sorted() {
        return items;
    }
    keys.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    keys.into_iter()
        .filter_map(|[.., index]| items[index].take())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let items = vec![("b", 2), ("a", 1), ("c", 2), ("d", 0)];
        let names: Vec<_> = ordered(items, |item| [item.1, 0, 0])
            .into_iter()
            .map(|item| item.0)
            .collect();
        assert_eq!(names, ["d", "a", "b", "c"]);
    }
}
