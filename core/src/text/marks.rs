//! Marks that stand before a heading: `一、` `（一）` `1.` `（1）` and the newspaper's `■` (GB/T 9704-2012, 7.3.3).

use super::numerals::chinese;

/// The mark of an official heading at `level` (1 to 4; deeper levels use the fourth form) with ordinal `n`.
pub fn official(level: u8, n: usize) -> String {
    match level {
        0 | 1 => format!("{}、", chinese(n)),
        2 => format!("（{}）", chinese(n)),
        3 => format!("{n}."),
        _ => format!("（{n}）"),
    }
}

/// The mark before a newspaper's section head.
pub const SQUARE: &str = "■";
