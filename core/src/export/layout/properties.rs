//! What holds for any section text.

use proptest::prelude::*;

use super::{Block, parse, plain, to_commonmark};
use crate::text::chars::{is_blank, without_blanks};

/// Everything that a reader sees of the blocks, in order.
fn all(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(line) => out.push_str(&plain(line)),
            Block::List(items) => items
                .iter()
                .for_each(|item| out.push_str(&plain(&item.line))),
            Block::Table { head, rows, .. } => {
                head.iter()
                    .chain(rows.iter().flatten())
                    .for_each(|cell| out.push_str(&plain(cell)));
            }
            Block::Part { .. } | Block::Heading { .. } => {}
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_character_that_is_not_markup_is_lost(typed in "[一二，。“” 0-9a\u{3000}#>+=_~<&!;.()\\]\\[\n\t]{0,60}") {
        // There is no markup in this alphabet at all.
        prop_assert_eq!(without_blanks(&all(&parse::blocks(&to_commonmark(&typed)))), without_blanks(&typed));
    }

    #[test]
    fn only_marks_are_lost(typed in "[一二，。“ 0a*`\\[\\]()|:\n\\\\-]{0,60}") {
        let bare = |s: &str| s.chars().filter(|c| !is_blank(*c) && !"*`-|:\\".contains(*c)).collect::<String>();
        prop_assert_eq!(bare(&all(&parse::blocks(&to_commonmark(&typed)))), bare(&typed));
    }

    #[test]
    fn resolved_text_reads_back_the_same(typed in "[一二，。“ 0a*`_#>+~<&.\n-]{0,60}") {
        let once = to_commonmark(&typed);
        prop_assert_eq!(parse::blocks(&to_commonmark(&once)), parse::blocks(&once), "{}", once);
    }

    #[test]
    fn any_text_is_laid_out(typed in "\\PC{0,200}") {
        let _ = parse::blocks(&to_commonmark(&typed));
    }
}
