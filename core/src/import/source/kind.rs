//! What a file is, by its content; its name decides only where the content leaves it open.

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Plain text or Markdown.
    Text,
    /// A web page, or what Word and WPS save as one.
    Html,
    /// A draft of this program.
    Json,
    /// Word's document since 2007.
    Docx,
    /// Something that is not read.
    Foreign(Foreign),
}

/// Files that are recognised and not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Word 97-2003, or one of Word's XML files of 2003.
    OldWord,
    /// WPS's own document.
    Wps,
    /// A document that only opens with a password.
    Locked,
    /// PDF.
    Pdf,
    /// Excel's or WPS's sheets.
    Sheet,
    /// Slides.
    Slides,
    /// Rich text.
    Rtf,
    /// OFD, the national format for fixed layout (GB/T 33190-2016).
    Ofd,
    /// OpenDocument text.
    OpenDocument,
    /// A web page with its parts in one file.
    Mhtml,
    /// A picture.
    Picture,
    /// A packed folder.
    Archive,
    /// A program, a sound, a film or something else that is no text.
    Other,
}

/// What the file is. `name` is as the computer names it.
pub fn identify(name: &str, bytes: &[u8]) -> Kind {
    let lower = name.to_ascii_lowercase();
    let extension = lower.rsplit_once('.').map_or("", |(_, e)| e);
    if let Some(kind) = by_signature(bytes, extension) {
        return kind;
    }
    let head = printable_head(bytes);
    let starts = |word: &str| head.starts_with(word);
    if starts("mime-version:") || (starts("from:") && head.contains("multipart/related")) {
        return Kind::Foreign(Foreign::Mhtml);
    }
    if head.contains("schemas.microsoft.com/office/word/2003/wordml")
        || (starts("<?xml") && head.contains("<pkg:package"))
    {
        return Kind::Foreign(Foreign::OldWord);
    }
    if matches!(extension, "html" | "htm" | "xhtml" | "shtml") || is_page(&head) {
        return Kind::Html;
    }
    if extension == "json" || (starts("{") && head.contains("\"nigao\"")) {
        return Kind::Json;
    }
    Kind::Text
}

/// Kinds whose first bytes, or whose parts' names, say what they are.
fn by_signature(bytes: &[u8], extension: &str) -> Option<Kind> {
    const PICTURES: [&[u8]; 7] = [
        b"\x89PNG\r\n",
        b"\xFF\xD8\xFF",
        b"GIF8",
        b"II*\0",
        b"MM\0*",
        b"\0\0\x01\0",
        b"\0\0\0\x0CjP",
    ];
    const ARCHIVES: [&[u8]; 5] = [
        b"Rar!",
        b"7z\xBC\xAF\x27",
        b"\x1F\x8B",
        b"PK\x05\x06",
        b"BZh",
    ];
    const OTHERS: [&[u8]; 6] = [
        b"MZ",
        b"\x7FELF",
        b"ID3",
        b"OggS",
        b"SQLite format 3\0",
        b"\0asm",
    ];
    let starts = |signature: &&[u8]| bytes.starts_with(signature);
    let foreign = if bytes.starts_with(b"PK\x03\x04") {
        return Some(packed(bytes));
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        compound(bytes, extension)
    } else if bytes.starts_with(b"%PDF") {
        Foreign::Pdf
    } else if bytes.starts_with(b"{\\rtf") {
        Foreign::Rtf
    } else if PICTURES.iter().any(starts)
        || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
        || (bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]))
    {
        Foreign::Picture
    } else if ARCHIVES.iter().any(starts) {
        Foreign::Archive
    } else if OTHERS.iter().any(starts) && has_nul(bytes) {
        Foreign::Other
    } else {
        return None;
    };
    Some(Kind::Foreign(foreign))
}

fn has_nul(bytes: &[u8]) -> bool {
    bytes.iter().take(4096).any(|b| *b == 0)
}

/// A ZIP is what the names of its parts say.
fn packed(bytes: &[u8]) -> Kind {
    let has = |name: &str| contains(bytes, name.as_bytes());
    if has("word/") {
        return Kind::Docx;
    }
    Kind::Foreign(if has("xl/") {
        Foreign::Sheet
    } else if has("ppt/") {
        Foreign::Slides
    } else if has("OFD.xml") {
        Foreign::Ofd
    } else if has("vnd.oasis.opendocument") {
        Foreign::OpenDocument
    } else {
        Foreign::Archive
    })
}

/// The container of Office 97-2003 is what the names of its streams (UTF-16) say; WPS writes the same ones.
fn compound(bytes: &[u8], extension: &str) -> Foreign {
    let has = |name: &str| {
        let wide: Vec<u8> = name.bytes().flat_map(|b| [b, 0]).collect();
        contains(bytes, &wide)
    };
    if has("EncryptedPackage") {
        Foreign::Locked
    } else if has("Workbook") || matches!(extension, "xls" | "et") {
        Foreign::Sheet
    } else if has("PowerPoint Document") || matches!(extension, "ppt" | "dps") {
        Foreign::Slides
    } else if extension == "wps" {
        Foreign::Wps
    } else {
        Foreign::OldWord
    }
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// The first characters in lower case, whichever of UTF-8 and UTF-16 they are in: NULs and byte order marks left out, and
/// what is not ASCII as some other character.
fn printable_head(bytes: &[u8]) -> String {
    let marks: [&[u8]; 3] = [b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    let bare = marks.iter().find_map(|mark| bytes.strip_prefix(*mark));
    let head: String = bare
        .unwrap_or(bytes)
        .iter()
        .take(4096)
        .filter(|b| **b != 0)
        .map(|b| char::from(b.to_ascii_lowercase()))
        .collect();
    head.trim_start().to_owned()
}

/// Whether the text begins as a page does. A report may speak of `<html>` further down.
fn is_page(head: &str) -> bool {
    let head = head
        .split_once("?>")
        .filter(|_| head.starts_with("<?xml"))
        .map_or(head, |(_, rest)| rest.trim_start());
    let tag = |tag: &str| {
        head.strip_prefix(tag)
            .is_some_and(|rest| rest.starts_with(|c: char| c == '>' || c.is_whitespace()))
    };
    tag("<!doctype html") || tag("<html") || (tag("<!--") && head.contains("<html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn content_decides_and_not_the_name() {
        let zip = |name: &str| [b"PK\x03\x04\x14\0".as_slice(), name.as_bytes(), b"\0\0"].concat();
        let ole = |stream: &str| {
            [
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0".as_slice(),
                &utf16(stream),
            ]
            .concat()
        };
        let foreign = Kind::Foreign;
        for (name, bytes, kind) in [
            ("a.txt", zip("word/document.xml"), Kind::Docx),
            ("a.docx", zip("xl/workbook.xml"), foreign(Foreign::Sheet)),
            ("a.docx", zip("OFD.xml"), foreign(Foreign::Ofd)),
            ("a.docx", zip("readme"), foreign(Foreign::Archive)),
            ("a.docx", ole("WordDocument"), foreign(Foreign::OldWord)),
            ("a.docx", ole("EncryptedPackage"), foreign(Foreign::Locked)),
            ("a.wps", ole("WordDocument"), foreign(Foreign::Wps)),
            ("a.doc", ole("Workbook"), foreign(Foreign::Sheet)),
            ("a.txt", b"%PDF-1.7".to_vec(), foreign(Foreign::Pdf)),
            ("a.doc", b"{\\rtf1".to_vec(), foreign(Foreign::Rtf)),
            (
                "a.doc",
                b"MIME-Version: 1.0\r\n".to_vec(),
                foreign(Foreign::Mhtml),
            ),
            (
                "a.txt",
                b"\x89PNG\r\n\x1a\n".to_vec(),
                foreign(Foreign::Picture),
            ),
            (
                "a.doc",
                b"<html xmlns:o=\"urn\">\xB9\xA4".to_vec(),
                Kind::Html,
            ),
            (
                "a.doc",
                [b"\xFF\xFE".as_slice(), &utf16("<html>")].concat(),
                Kind::Html,
            ),
            ("a.docx", "一、情况".into(), Kind::Text),
            ("MZ.txt", "MZ类产品总结".into(), Kind::Text),
            ("a.txt", b"{ \"nigao\": 1}".to_vec(), Kind::Json),
            ("a.json", b"[".to_vec(), Kind::Json),
            ("a.md", "介绍 <html> 的用法".into(), Kind::Text),
            ("", Vec::new(), Kind::Text),
        ] {
            assert_eq!(identify(name, &bytes), kind, "{name} {bytes:?}");
        }
    }
}
