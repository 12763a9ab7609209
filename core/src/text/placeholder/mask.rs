//! Runs of one masking sign, with the digits of a year before them: `X`, `20XX`, `××`, `○○`.

use std::ops::Range;

use super::around::Around;

/// A run of masking signs.
pub(super) struct Mask {
    /// Bytes of the signs, with the digits before and a decimal part: `20XX`, `X.X`.
    pub(super) span: Range<usize>,
    /// How many signs there are.
    pub(super) signs: usize,
    /// How many ASCII digits stand directly before them.
    pub(super) digits: usize,
}

impl Mask {
    /// The run at `at`, which stands on a sign.
    pub(super) fn at(text: &str, at: usize, is_sign: impl Fn(char) -> bool) -> Self {
        let (mut end, mut signs) = (at, 0);
        let mut point = None;
        for c in text[at..].chars() {
            if is_sign(c) {
                signs += 1;
            } else if matches!(c, '.' | '．') && point.is_none() {
                point = Some(end);
            } else {
                break;
            }
            end += c.len_utf8();
        }
        // A point belongs to the mask only where signs follow it.
        if let Some(point) = point.filter(|p| text[*p..end].chars().count() == 1) {
            end = point;
        }
        let digits = text[..at]
            .bytes()
            .rev()
            .take(8)
            .take_while(u8::is_ascii_digit)
            .count();
        let decimal = text[..at - digits].ends_with('.') && text[..at - digits].len() > 1;
        let mut start = at - digits;
        if decimal {
            let whole = text[..start - 1]
                .bytes()
                .rev()
                .take(8)
                .take_while(u8::is_ascii_digit)
                .count();
            start = if whole > 0 { start - 1 - whole } else { start };
        } else if digits == 0 && text[..at].ends_with('.') {
            // `0.X`
            let whole = text[..at - 1]
                .bytes()
                .rev()
                .take(8)
                .take_while(u8::is_ascii_digit)
                .count();
            start = if whole > 0 { at - 1 - whole } else { at };
        }
        Mask {
            span: start..end,
            signs,
            digits: at - start,
        }
    }

    /// Whether it is a year with some digits masked: `20XX`, `202X`.
    pub(super) fn is_year(&self, text: &str) -> bool {
        let written = &text[self.span.clone()];
        self.digits + self.signs == 4
            && self.digits >= 2
            && (written.starts_with("19") || written.starts_with("20"))
    }

    pub(super) fn around<'a>(&self, text: &'a str) -> Around<'a> {
        Around::new(text, &self.span)
    }
}
