//! 某, 某某 as a mask; never 某些, 某种, 某一, and never the masked name of a person (李某某).

use super::mask::Mask;
use crate::text::names::is_surname;

pub(super) fn is_sign(c: char) -> bool {
    c == '某'
}

/// What a single 某 masks; 某部, 某公司 and 某部门 are said of others in finished texts too.
const MASKED: [&str; 15] = [
    "市",
    "县",
    "镇",
    "乡",
    "村",
    "省",
    "州",
    "局",
    "委",
    "厅",
    "科室",
    "单位",
    "街道",
    "区委",
    "区人民",
];

/// Words that begin like them.
const NOT_MASKED: [&str; 8] = [
    "市场", "市民", "村民", "乡村", "局部", "局面", "委员", "市级",
];

/// Whether the mask asks for a value.
pub(super) fn asks(text: &str, mask: &Mask) -> bool {
    let around = mask.around(text);
    let after = around.after();
    let place = MASKED.iter().any(|w| after.starts_with(w))
        && !NOT_MASKED.iter().any(|w| after.starts_with(w));
    if mask.signs > 1 {
        let named = around.previous().is_some_and(is_surname);
        return !named || place || after.starts_with(['年', '月', '日', '区', '公']);
    }
    let served = ["现任", "担任", "历任", "时任", "曾任"];
    let named = around.previous().is_some_and(is_surname)
        && !served.iter().any(|word| around.before().ends_with(word));
    // 某市、某县 as a mask stands for one place; 「某市级」「某一市」 do not.
    place && !named
}
