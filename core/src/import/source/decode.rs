//! Bytes to characters: UTF-8, UTF-16, or an encoding that the surroundings decode.
//!
//! Nothing is translated: a byte order mark and CRLF stay, so that places in the text lead back to the file.

use super::{Foreign, Source, SourceError};
use crate::text::chars::is_han;

/// Decodes bytes by the label of an encoding (WHATWG Encoding: `gb18030`, `big5` …); bytes that make no character become
/// U+FFFD. `None` where the label is unknown. Browsers bring such a decoder, which saves the tables in the program.
pub type Legacy = fn(label: &str, bytes: &[u8]) -> Option<String>;

/// What Chinese files that are not UTF-8 are written in; it holds GBK and GB2312.
const CHINESE: &str = "gb18030";
/// More characters than one in so many that are no text (control characters, or none that can be decoded), and the file is
/// none, or the encoding a wrong guess.
const UNREADABLE: usize = 20;

/// Decodes a file. `declared` is the encoding that a page names for itself.
pub fn decode(bytes: &[u8], declared: Option<&str>, legacy: Legacy) -> Result<Source, SourceError> {
    let (text, wide) = if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        (Some(units(rest, u16::from_le_bytes, true)), true)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        (Some(units(rest, u16::from_be_bytes, true)), true)
    } else if looks_wide(bytes, u16::from_le_bytes) {
        (Some(units(bytes, u16::from_le_bytes, false)), true)
    } else if looks_wide(bytes, u16::from_be_bytes) {
        (Some(units(bytes, u16::from_be_bytes, false)), true)
    } else {
        (narrow(bytes, declared, legacy), false)
    };
    let text = text.ok_or(SourceError::NoText)?;
    let (mut chars, mut broken, mut control) = (0, 0, 0);
    let bytes = text.as_bytes();
    for (i, byte) in bytes.iter().enumerate() {
        match byte {
            0x80..0xC0 => continue,
            9..=13 | 0x1A => {}
            0..0x20 | 0x7F => control += 1,
            0xEF => broken += usize::from(bytes[i..].starts_with("\u{FFFD}".as_bytes())),
            _ => {}
        }
        chars += 1;
    }
    let too_many = |count: usize| count > 3 && count * UNREADABLE > chars;
    if too_many(control) {
        return Err(SourceError::Foreign(Foreign::Other));
    }
    if too_many(broken) {
        return Err(SourceError::NoText);
    }
    let mut notes = Vec::new();
    if broken > 0 || (!wide && text.contains("锟斤拷")) {
        notes.push(
            "文中有乱码：文件保存时编码出过错，或者没有存完整。读不出的字显示为“\u{FFFD}”，请对照原文补上。"
                .to_owned(),
        );
    }
    Ok(Source { text, notes })
}

/// UTF-8 where it is valid or all but valid; else the declared encoding, else the Chinese one.
fn narrow(bytes: &[u8], declared: Option<&str>, legacy: Legacy) -> Option<String> {
    match std::str::from_utf8(bytes) {
        Ok(text) => return Some(text.to_owned()),
        // A file that was cut off, or has a few bytes damaged: pairs of GB18030 are not valid so far.
        Err(error) if error.valid_up_to() * 4 > bytes.len() * 3 && error.valid_up_to() > 30 => {
            let valid = &bytes[..error.valid_up_to()];
            if !valid.is_ascii() {
                return Some(String::from_utf8_lossy(bytes).into_owned());
            }
        }
        Err(_) => {}
    }
    let named = declared.filter(|label| !label.starts_with("utf-"));
    named
        .and_then(|label| legacy(label, bytes))
        .or_else(|| legacy(CHINESE, bytes))
}

/// UTF-16 to text; an unpaired surrogate becomes U+FFFD, as does an odd byte at the end.
fn units(bytes: &[u8], order: fn([u8; 2]) -> u16, marked: bool) -> String {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    if marked {
        text.push('\u{FEFF}');
    }
    text.extend(
        char::decode_utf16(pairs.iter().map(|pair| order(*pair)))
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)),
    );
    if !odd.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

/// Whether the bytes read as UTF-16 of this order make Chinese or plain text.
///
/// Read in the wrong order, or from bytes of UTF-8 or GB18030, hardly any unit falls among these characters.
fn looks_wide(bytes: &[u8], order: fn([u8; 2]) -> u16) -> bool {
    let (pairs, _) = bytes.as_chunks::<2>();
    let sample = &pairs[..pairs.len().min(2_000)];
    let usual = |unit: u16| match char::from_u32(u32::from(unit)) {
        Some('\n' | '\r' | '\t' | ' '..='~') => true,
        Some(c) => {
            is_han(c)
                || matches!(c, '\u{3000}'..='\u{301C}' | '\u{FF01}'..='\u{FF5E}' | '\u{2014}'..='\u{2026}')
        }
        None => false,
    };
    let plain = sample.iter().filter(|pair| usual(order(**pair))).count();
    // Some unit has a NUL or a line end: text of Chinese characters alone cannot be told from other bytes by its range.
    let ascii = sample.iter().any(|pair| order(*pair) < 0x80);
    sample.len() >= 2 && ascii && plain * 20 >= sample.len() * 19
        || (sample.len() >= 8 && plain == sample.len() && std::str::from_utf8(bytes).is_err())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "\u{FEFF}关于工作的总结\r\n一、基本情况\r\n今年以来，各项工作都有进展。ABC 12%\r\n";

    fn legacy(label: &str, bytes: &[u8]) -> Option<String> {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
    }

    fn open(bytes: &[u8]) -> Result<String, SourceError> {
        decode(bytes, None, legacy).map(|source| source.text)
    }

    fn wide(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let bare = TEXT.trim_start_matches('\u{FEFF}');
        for text in [
            TEXT,
            bare,
            &bare.replace("ABC 12%\r\n", ""),
            "工作总结",
            "a",
            "ab",
            "",
        ] {
            assert_eq!(open(text.as_bytes()).unwrap(), text);
            if text.contains('\n') {
                assert_eq!(open(&wide(text, u16::to_le_bytes)).unwrap(), text);
                assert_eq!(open(&wide(text, u16::to_be_bytes)).unwrap(), text);
            }
            let (gb, _, _) = encoding_rs::GB18030.encode(text);
            assert_eq!(open(&gb).unwrap(), text);
        }
        assert_eq!(open(&encoding_rs::GB18030.encode("𠮷").0).unwrap(), "𠮷");
    }

    #[test]
    fn utf_16_without_lines_is_known_by_its_characters() {
        let text = "关于开展学习教育的工作总结报告";
        assert_eq!(open(&wide(text, u16::to_le_bytes)).unwrap(), text);
        assert_eq!(open(&wide(text, u16::to_be_bytes)).unwrap(), text);
    }

    #[test]
    fn a_page_in_another_encoding_is_decoded_as_it_says() {
        let (bytes, _, _) = encoding_rs::BIG5.encode("工作總結與下一步的打算");
        let source = decode(&bytes, Some("big5"), legacy).unwrap();
        assert_eq!(source.text, "工作總結與下一步的打算");
        let utf8 = decode("工作总结".as_bytes(), Some("gb2312"), legacy).unwrap();
        assert_eq!(utf8.text, "工作总结", "what it says is wrong");
        let odd = decode(&encoding_rs::GBK.encode("总结").0, Some("no-such"), legacy).unwrap();
        assert_eq!(odd.text, "总结");
    }

    #[test]
    fn damage_is_said_and_no_text_is_refused() {
        let cut = &"一、今年以来，各项工作都有进展。".as_bytes()[..46];
        let source = decode(cut, None, legacy).unwrap();
        assert!(source.text.starts_with("一、今年以来") && source.text.ends_with('\u{FFFD}'));
        assert_eq!(source.notes.len(), 1);
        let lone: Vec<u8> = [0xFEFF_u16, 0x4E00, 0xD800, 0x4E8C]
            .into_iter()
            .chain("今年以来各项工作".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert!(open(&lone).unwrap().contains("一\u{FFFD}二"));
        assert!(open("一\0二，今年以来".as_bytes()).unwrap().contains('\0'));
        let noise: Vec<u8> = (0..4000_u32).map(|i| (i * i * 7 % 251) as u8).collect();
        assert!(open(&noise).is_err());
    }
}
