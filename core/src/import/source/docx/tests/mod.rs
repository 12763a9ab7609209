//! Packages made in the test, and what is read from them.

mod hostile;
mod lists;
mod notes;
mod paragraphs;
mod reports;
mod tables;

use std::sync::OnceLock;

use super::read;
use crate::import::source::{Source, SourceError};

/// A package that is put together part by part.
#[derive(Debug, Clone, Default)]
pub(super) struct Package {
    parts: Vec<Part>,
    comment: Vec<u8>,
}

#[derive(Debug, Clone)]
struct Part {
    name: Vec<u8>,
    bytes: Vec<u8>,
    deflated: bool,
    /// Sizes stand after the data.
    descriptor: bool,
    flags: u16,
}

const RELS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:v=\"urn:schemas-microsoft-com:vml\" \
     xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:a=\"a\" xmlns:wp=\"wp\" xmlns:o=\"o\"";

impl Package {
    /// A package with nothing but the package's own relations.
    pub fn empty() -> Self {
        let target = format!(
            "<Relationship Id=\"rId1\" Type=\"{RELS}/officeDocument\" Target=\"word/document.xml\"/>"
        );
        Self::default().part(
            "_rels/.rels",
            &format!("<Relationships>{target}</Relationships>"),
        )
    }

    /// A document with this content of `w:body`.
    pub fn body(body: &str) -> Self {
        Self::empty().document(&format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {WORD}><w:body>{body}<w:sectPr/></w:body></w:document>"
        ))
    }

    pub fn document(self, xml: &str) -> Self {
        self.part("word/document.xml", xml)
    }

    pub fn part(self, name: &str, text: &str) -> Self {
        self.bytes(name, text.as_bytes())
    }

    pub fn bytes(mut self, name: &str, bytes: &[u8]) -> Self {
        self.parts.push(Part {
            name: name.as_bytes().to_vec(),
            bytes: bytes.to_vec(),
            deflated: true,
            descriptor: false,
            flags: 0,
        });
        self
    }

    /// Adds parts that the document is related to; `kind` names root element, part and relation.
    pub fn with(mut self, kinds: &[(&str, &str)]) -> Self {
        let mut rels = String::new();
        for (i, (kind, content)) in kinds.iter().enumerate() {
            rels += "<Relationship Id=\"x\" Type=\"";
            rels += &[
                RELS,
                "/",
                kind,
                "\" Target=\"",
                kind,
                &i.to_string(),
                ".xml\"/>",
            ]
            .concat();
            let xml = format!("<w:{kind} {WORD}>{content}</w:{kind}>");
            self = self.part(&format!("word/{kind}{i}.xml"), &xml);
        }
        self.part(
            "word/_rels/document.xml.rels",
            &format!("<Relationships>{rels}</Relationships>"),
        )
    }

    pub fn stored(mut self) -> Self {
        self.parts.iter_mut().for_each(|p| p.deflated = false);
        self
    }

    pub fn with_descriptors(mut self) -> Self {
        for part in &mut self.parts {
            (part.descriptor, part.flags) = (true, part.flags | 8);
        }
        self
    }

    pub fn encrypted(mut self) -> Self {
        self.parts.iter_mut().for_each(|p| p.flags |= 1);
        self
    }

    /// The bytes of the file.
    pub fn zip(&self) -> Vec<u8> {
        let (mut out, mut directory) = (Vec::new(), Vec::new());
        for part in &self.parts {
            let at = le32(out.len());
            let data = if part.deflated {
                miniz_oxide::deflate::compress_to_vec(&part.bytes, 6)
            } else {
                part.bytes.clone()
            };
            let method: u16 = if part.deflated { 8 } else { 0 };
            let sums = [crc(&part.bytes), le32(data.len()), le32(part.bytes.len())];
            let in_header = if part.descriptor { [[0; 4]; 3] } else { sums };
            out.extend(b"PK\x03\x04");
            out.extend(header(part, method, in_header));
            out.extend(&part.name);
            out.extend(&data);
            if part.descriptor {
                out.extend(b"PK\x07\x08");
                out.extend(sums.concat());
            }
            directory.extend(b"PK\x01\x02\x14\x00");
            directory.extend(header(part, method, sums));
            directory.extend([0; 10]);
            directory.extend(at);
            directory.extend(&part.name);
        }
        let (start, n) = (le32(out.len()), le16(self.parts.len()));
        out.extend(&directory);
        out.extend(b"PK\x05\x06\0\0\0\0");
        out.extend([n, n].concat());
        out.extend(le32(directory.len()));
        out.extend(start);
        out.extend(le16(self.comment.len()));
        out.extend(&self.comment);
        out
    }

    pub fn read(&self) -> Result<Source, SourceError> {
        read(&self.zip())
    }
}

fn header(part: &Part, method: u16, sums: [[u8; 4]; 3]) -> Vec<u8> {
    let mut out = vec![20, 0];
    out.extend(part.flags.to_le_bytes());
    out.extend(method.to_le_bytes());
    out.extend([0; 4]);
    out.extend(sums.concat());
    out.extend(le16(part.name.len()));
    out.extend([0; 2]);
    out
}

fn le32(n: usize) -> [u8; 4] {
    u32::try_from(n).unwrap().to_le_bytes()
}

fn le16(n: usize) -> [u8; 2] {
    u16::try_from(n).unwrap().to_le_bytes()
}

/// CRC-32 bit by bit: the plain definition, to check the table by.
fn crc(bytes: &[u8]) -> [u8; 4] {
    let mut crc = !0_u32;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 };
        }
    }
    (!crc).to_le_bytes()
}

/// A paragraph of plain text.
fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r(text))
}

/// A run of plain text.
fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A bold run.
fn b(text: &str) -> String {
    format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A paragraph in a style.
fn styled(style: &str, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>",
        r(text)
    )
}

fn text(body: &str) -> String {
    Package::body(body).read().unwrap().text
}

/// The text and the notes.
fn both(body: &str) -> (String, Vec<String>) {
    let source = Package::body(body).read().unwrap();
    (source.text, source.notes)
}

/// Small documents that between them have every element that is read: where fuzzing begins.
fn seeds() -> &'static [Vec<u8>] {
    static SEEDS: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    SEEDS.get_or_init(|| {
        let small = Package::body(&p("一、总体要求"));
        let all = Package::body(&paragraphs::everything());
        vec![
            small.zip(),
            small.clone().stored().zip(),
            small.with_descriptors().zip(),
            all.stored().zip(),
            reports::report().zip(),
        ]
    })
}
