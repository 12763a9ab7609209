//! A document from its parts: the fuzzer cannot guess the checksums of a ZIP file, so they are computed here.

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// The parts that a NUL byte, which XML has none of, keeps apart in the fuzzer's input.
const PARTS: [&str; 5] = [
    "word/document.xml",
    "word/numbering.xml",
    "word/styles.xml",
    "word/_rels/document.xml.rels",
    "word/comments.xml",
];

/// `input` as a document: its parts, divided by NUL bytes, in a ZIP file without compression.
pub fn package(input: &[u8]) -> Vec<u8> {
    let mut zip = Zip::default();
    zip.add("[Content_Types].xml", TYPES.as_bytes());
    zip.add("_rels/.rels", RELATIONS.as_bytes());
    for (name, part) in PARTS.into_iter().zip(input.split(|byte| *byte == 0)) {
        zip.add(name, part);
    }
    zip.close()
}

/// A ZIP file under way (PKWARE's APPNOTE.TXT, 4.3).
#[derive(Default)]
struct Zip {
    files: Vec<u8>,
    directory: Vec<u8>,
    entries: u16,
}

impl Zip {
    fn add(&mut self, name: &str, content: &[u8]) {
        let at = size(&self.files);
        // Version 2.0, no flags, stored, no time, 1 January 1980; checksum and both sizes; length of the name.
        let mut header = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        header.extend(crc32(content).to_le_bytes());
        header.extend(size(content));
        header.extend(size(content));
        header.extend(&size(name.as_bytes())[..2]);
        header.extend([0, 0]);
        self.files.extend(b"PK\x03\x04");
        self.files.extend(&header);
        self.files.extend(name.as_bytes());
        self.files.extend(content);
        self.directory.extend(b"PK\x01\x02\x14\x00");
        self.directory.extend(&header);
        self.directory.extend([0; 10]);
        self.directory.extend(at);
        self.directory.extend(name.as_bytes());
        self.entries += 1;
    }

    fn close(self) -> Vec<u8> {
        let mut out = self.files;
        let at = size(&out);
        out.extend(&self.directory);
        out.extend(b"PK\x05\x06\0\0\0\0");
        out.extend(self.entries.to_le_bytes());
        out.extend(self.entries.to_le_bytes());
        out.extend(size(&self.directory));
        out.extend(at);
        out.extend([0, 0]);
        out
    }
}

fn size(bytes: &[u8]) -> [u8; 4] {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes()
}

/// The checksum of ISO 3309, as ZIP uses it.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 & 0_u32.wrapping_sub(crc & 1))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_known_one() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn a_document_has_its_parts() {
        let packed = package(b"<a/>\0<b/>");
        let holds = |what: &[u8]| packed.windows(what.len()).any(|window| window == what);
        assert!(holds(b"word/document.xml<a/>") && holds(b"word/numbering.xml<b/>"));
        assert!(!holds(b"word/styles.xml"));
    }
}
