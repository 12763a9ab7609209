//! ×, ×× where a value is due; never between factors.

use super::letter_x::{is_formula, multiplies};
use super::mask::Mask;
use super::units;

pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '×' | '✕' | '╳' | '☓')
}

/// Whether the mask asks for a value.
pub(super) fn asks(text: &str, mask: &Mask) -> bool {
    let around = mask.around(text);
    if around.latin_touches() || around.next().is_some_and(char::is_numeric) || is_formula(&around)
    {
        return false;
    }
    if mask.is_year(text) {
        return true;
    }
    if mask.digits > 0 {
        // `5×人`: more likely a factor than a number with a digit masked.
        return mask.signs > 1 && units::counted(around.after());
    }
    if mask.signs > 1 {
        return true;
    }
    let drawn = around.previous().is_some_and(|c| "打画划标√✓".contains(c));
    units::masked_before(around.after()) && !drawn && !multiplies(&around)
}
