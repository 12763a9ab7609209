//! Files that are made to do harm, and files that are broken.

use proptest::prelude::*;

use super::*;
use crate::import::source::LARGEST_FILE;
use crate::import::source::docx::package::{LARGEST_RATIO, MOST_ENTRIES, SMALL_PART};

fn small() -> Package {
    Package::body(&p("一、总体要求"))
}

#[test]
fn every_way_of_packing_is_read() {
    let read = |package: Package| package.read().unwrap().text;
    assert_eq!(read(small().stored()), "一、总体要求");
    assert_eq!(read(small().with_descriptors()), "一、总体要求");
    let mut commented = small();
    commented.comment = b"made by a test".to_vec();
    assert_eq!(read(commented), "一、总体要求");
    let bare = small();
    let bare = Package {
        parts: vec![bare.parts[1].clone()],
        ..bare
    };
    assert_eq!(read(bare), "一、总体要求");
    let elsewhere = Package::default()
        .part("_rels/.rels", "<R><r Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"/doc/main.xml\"/></R>")
        .part("doc/main.xml", "<document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><p><r><t>严格</t></r></p></body></document>");
    assert_eq!(read(elsewhere), "严格");
}

#[test]
fn utf_16_is_read() {
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document><w:body><w:p><w:r><w:t>宽</w:t></w:r></w:p></w:body></w:document>";
    let units: Vec<u16> = "\u{FEFF}"
        .encode_utf16()
        .chain(xml.encode_utf16())
        .collect();
    let le: Vec<u8> = units.iter().flat_map(|u| u.to_le_bytes()).collect();
    let be: Vec<u8> = units.iter().flat_map(|u| u.to_be_bytes()).collect();
    for bytes in [le, be, ["\u{FEFF}", xml].concat().into_bytes()] {
        let package = Package::empty().bytes("word/document.xml", &bytes);
        assert_eq!(package.read().unwrap().text, "宽");
    }
}

#[test]
fn what_is_no_document_is_damaged() {
    let damaged = |bytes: &[u8]| assert_eq!(read(bytes), Err(SourceError::Damaged));
    damaged(b"");
    damaged(b"PK\x03\x04");
    damaged(&[0; 5000]);
    damaged(&Package::default().zip());
    damaged(&Package::empty().zip());
    damaged(&small().encrypted().zip());
    damaged(&Package::empty().document("").zip());
    damaged(&Package::empty().document("<w:document><w:body>").zip());
    damaged(
        &Package::empty()
            .document("<w:document><w:body></w:p>")
            .zip(),
    );
    damaged(&Package::empty().document("<worksheet/>").zip());
    damaged(
        &Package::empty()
            .bytes("word/document.xml", b"<w:document>\xFF\xFE</w:document>")
            .zip(),
    );
    let mut wrong_sum = small().stored().zip();
    let at = wrong_sum
        .windows(6)
        .position(|w| w == "总体".as_bytes())
        .unwrap();
    wrong_sum[at..at + 6].copy_from_slice("主体".as_bytes());
    damaged(&wrong_sum);
}

#[test]
fn too_large_a_file_is_not_looked_into() {
    assert_eq!(read(&vec![0; LARGEST_FILE + 1]), Err(SourceError::TooLarge));
}

#[test]
fn names_that_leave_the_folder_are_refused() {
    for name in [
        "../evil.xml",
        "word/../../evil",
        "/etc/passwd",
        "word\\document.xml",
        "C:/x",
        "..",
    ] {
        assert_eq!(
            small().part(name, "x").read(),
            Err(SourceError::Hostile),
            "{name}"
        );
    }
    assert!(small().part("word/..dots/a..b.xml", "x").read().is_ok());
}

#[test]
fn entries_that_share_bytes_are_refused() {
    let mut bytes = small().part("word/other.xml", "x").zip();
    // The last entry of the directory is pointed at the data of the first.
    let directory = bytes.windows(4).rposition(|w| w == b"PK\x01\x02").unwrap();
    bytes[directory + 42..directory + 46].copy_from_slice(&0_u32.to_le_bytes());
    assert_eq!(read(&bytes), Err(SourceError::Hostile));
}

#[test]
fn a_part_that_stands_twice_is_refused() {
    let twice = small().part("WORD/document.xml", "<w:document/>");
    assert_eq!(twice.read(), Err(SourceError::Hostile));
    assert!(small().part("a", "x").part("a", "y").read().is_ok());
}

#[test]
fn too_many_entries_are_refused() {
    let with = |n: usize| (2..n).fold(small(), |package, i| package.part(&i.to_string(), ""));
    assert!(with(MOST_ENTRIES).read().is_ok());
    assert_eq!(with(MOST_ENTRIES + 1).read(), Err(SourceError::Hostile));
}

#[test]
fn a_part_that_unfolds_too_far_is_refused() {
    let blanks = |n: usize| {
        Package::empty().document(&format!("<w:document>{}</w:document>", " ".repeat(n)))
    };
    assert!(blanks(SMALL_PART - 50).read().is_ok());
    let bomb = blanks(LARGEST_RATIO * 1_000 * 50);
    assert!(bomb.zip().len() < 100_000);
    assert_eq!(bomb.read(), Err(SourceError::Hostile));
}

#[test]
fn a_doctype_is_refused_in_every_part_read() {
    let laughs = "<!DOCTYPE d [<!ENTITY a \"哈\"><!ENTITY b \"&a;&a;&a;\">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
    assert_eq!(
        Package::empty().document(laughs).read(),
        Err(SourceError::Hostile)
    );
    let outside = "<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><w:document><w:body/></w:document>";
    assert_eq!(
        Package::empty().document(outside).read(),
        Err(SourceError::Hostile)
    );
    for kind in ["styles", "numbering", "footnotes", "comments", "header"] {
        let rels = format!("<R><r Type=\"x/{kind}\" Target=\"part.xml\"/></R>");
        let package = small()
            .part("word/_rels/document.xml.rels", &rels)
            .part("word/part.xml", "<!DOCTYPE x><x/>");
        assert_eq!(package.read(), Err(SourceError::Hostile), "{kind}");
    }
}

#[test]
fn unknown_entities_stay_as_they_are() {
    assert_eq!(
        text(&p("&xxe;&#0;&#xD800;A & B")),
        "&xxe;&#0;&#xD800;A & B".replace("&#0;", "\u{FFFD}")
    );
}

#[test]
fn relations_to_the_outside_are_not_followed() {
    let rels = "<R><r Type=\"x/styles\" Target=\"http://example.com/s.xml\" TargetMode=\"External\"/><r Type=\"x/header\" Target=\"../../../etc/passwd\"/></R>";
    assert!(
        small()
            .part("word/_rels/document.xml.rels", rels)
            .read()
            .is_ok()
    );
}

#[test]
fn nesting_has_an_end() {
    let deep = |n: usize| {
        format!(
            "<w:p>{}{}</w:p>",
            "<w:smartTag>".repeat(n),
            "</w:smartTag>".repeat(n)
        )
    };
    assert!(Package::body(&deep(250)).read().is_ok());
    assert_eq!(Package::body(&deep(254)).read(), Err(SourceError::Hostile));
    assert_eq!(
        Package::body(&deep(10_000)).read(),
        Err(SourceError::Hostile)
    );
    let tables = "<w:tbl><w:tr><w:tc>".repeat(80) + &"</w:tc></w:tr></w:tbl>".repeat(80);
    assert!(Package::body(&tables).read().is_ok());
}

#[test]
fn control_characters_are_shown() {
    let bytes =
        "<w:document><w:body><w:p><w:r><w:t>甲\0乙\u{B}丙</w:t></w:r></w:p></w:body></w:document>";
    assert_eq!(
        Package::empty().document(bytes).read().unwrap().text,
        "甲\u{FFFD}乙\u{FFFD}丙"
    );
}

#[test]
fn a_text_without_end_is_too_long() {
    // Equal paragraphs pack too well to be a document; stored they are only too many.
    let many = Package::body(&"<p/>".repeat(1_200_000));
    assert_eq!(many.stored().read(), Err(SourceError::TooLong(1_199_999)));
    // Long numbers make a long text out of a short file: reading stops.
    let numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"MARK\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let numbering = numbering.replace("MARK", &"号".repeat(100_000));
    let item = "<p><pPr><numPr><numId val=\"1\"/></numPr></pPr></p>";
    let numbered = Package::body(&item.repeat(40_000)).with(&[("numbering", &numbering)]);
    assert!(matches!(
        numbered.stored().read(),
        Err(SourceError::TooLong(2_000_000..2_000_100))
    ));
    let wide = "<w:tbl>".to_owned()
        + &"<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"4000000000\"/></w:tcPr></w:tc></w:tr>"
            .repeat(20_000)
        + "</w:tbl>";
    assert!(matches!(
        Package::body(&wide).stored().read(),
        Err(SourceError::TooLong(_))
    ));
}

#[test]
fn many_of_a_kind_take_no_longer_than_their_number() {
    let many = |piece: &str| piece.repeat(20_000);
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/><w:t>词</w:t></w:r>";
    assert_eq!(
        Package::body(&format!("<w:p>{}</w:p>", many(field)))
            .stored()
            .read()
            .unwrap()
            .text,
        many("词")
    );
    let runs = [b("粗"), r("细细")].concat();
    assert_eq!(
        Package::body(&format!("<w:p>{}</w:p>", many(&runs)))
            .stored()
            .read()
            .unwrap()
            .text,
        many("**粗**细细")
    );
    let deleted = format!(
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p>",
        r("词")
    );
    assert_eq!(
        Package::body(&many(&deleted)).stored().read().unwrap().text,
        many("词")
    );
    let rels = format!("<R><r Type=\"x/styles\" Target=\"{}\"/></R>", many("&"));
    assert!(
        small()
            .part("word/_rels/document.xml.rels", &rels)
            .stored()
            .read()
            .is_ok()
    );
}

#[test]
fn a_file_cut_anywhere_is_an_error() {
    for bytes in seeds() {
        for end in (0..bytes.len()).step_by(7) {
            assert!(read(&bytes[..end]).is_err(), "{end}");
        }
    }
}

proptest! {
    #[test]
    fn flipped_bytes_never_panic(seed in 0..seeds().len(), flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = seeds()[seed].clone();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read(&bytes);
    }

    #[test]
    fn any_body_is_read_or_refused(parts in prop::collection::vec(0..PIECES.len(), 0..40)) {
        let body: String = parts.into_iter().map(|i| PIECES[i]).collect();
        let _ = Package::body(&body).stored().read();
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes);
        let _ = Package::empty().bytes("word/document.xml", &bytes).read();
    }
}

const PIECES: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>词",
    "</w:t>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:br/>",
    "<w:br w:type=\"page\"/>",
    "<w:rPr><w:b/></w:rPr>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:fldChar w:fldCharType=\"end\"/>",
    "<w:drawing><w:txbxContent>",
    "</w:txbxContent></w:drawing>",
    "&#x1F600;",
    "&",
    "<",
    "*",
    "<w:sym w:char=\"F0\"/>",
    "<![CDATA[甲]]>",
    "<!-- -->",
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"> 粗 </w:t></w:r></w:p>",
];
