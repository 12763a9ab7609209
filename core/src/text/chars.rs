//! Classes of characters and the counts that people expect of a word processor.

/// Whether `c` is a Chinese character (CJK ideograph, with 〇).
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// Whether `c` is a blank of any kind: spaces, ideographic spaces, line ends, zero-width marks and the byte order mark.
pub fn is_blank(c: char) -> bool {
    // Nearly every character of a Chinese text is in this range, where no blank is.
    !matches!(c, '\u{3001}'..='\u{FEFE}')
        && (c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'))
}

/// Characters that count as text: everything but blanks. This is what length bounds of sections are measured in.
pub fn count(text: &str) -> usize {
    text.chars().filter(|c| !is_blank(*c)).count()
}

/// The text with all blanks removed, for comparing contents "blanks aside".
pub fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_white_space_is_a_blank() {
        for c in ('\0'..=char::MAX).filter(|c| c.is_whitespace()) {
            assert!(is_blank(c), "{c:?}");
        }
        assert!(is_blank('\u{FEFF}') && !is_blank('\u{3001}') && !is_blank('\u{FEFE}'));
    }

    #[test]
    fn count_leaves_out_every_kind_of_blank() {
        assert_eq!(count("\u{FEFF}一 二\u{3000}三\r\n\u{200B}4"), 4);
    }
}
