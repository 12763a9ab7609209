//! The ZIP package (ECMA-376 part 2): which parts it has, and their text, within limits.
//!
//! The directory at the end of the file is what counts, as it does for word processors. Every entry is looked at before
//! the first is unpacked; nothing that a header promises about sizes is believed.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::super::{LARGEST_FILE, SourceError};
use super::xml::{self, Xml};

/// Bytes that all parts read may unpack to.
pub(super) const LARGEST_TOTAL: usize = 64_000_000;
/// How many times its packed size a part may unpack to.
pub(super) const LARGEST_RATIO: usize = 200;
/// Parts up to this many bytes may have any ratio: a short list of equal lines packs well.
pub(super) const SMALL_PART: usize = 100_000;
/// Entries that a package may have.
pub(super) const MOST_ENTRIES: usize = 2_000;

/// Any error of a parser means the same here.
pub(super) fn damaged<E>(_: E) -> SourceError {
    SourceError::Damaged
}

struct Entry<'a> {
    name: &'a [u8],
    found: ZipArchiveEntryWayfinder,
    crc: u32,
    method: CompressionMethod,
    /// First byte of its header, and the first after its data.
    range: (u64, u64),
}

/// An opened package.
pub(super) struct Package<'a> {
    archive: &'a ZipSliceArchive<&'a [u8]>,
    entries: Vec<Entry<'a>>,
    /// Bytes that may still be unpacked.
    left: usize,
}

/// Finds the directory of the archive.
pub(super) fn open(bytes: &[u8]) -> Result<ZipSliceArchive<&[u8]>, SourceError> {
    if bytes.len() > LARGEST_FILE {
        return Err(SourceError::TooLarge);
    }
    ZipArchive::from_slice(bytes).map_err(damaged)
}

impl<'a> Package<'a> {
    /// Looks at every entry.
    pub fn new(archive: &'a ZipSliceArchive<&'a [u8]>) -> Result<Self, SourceError> {
        let mut entries: Vec<Entry<'a>> = Vec::new();
        let mut walk = archive.entries();
        while let Some(record) = walk.next_entry().map_err(damaged)? {
            let name = record.file_path().as_bytes();
            if entries.len() == MOST_ENTRIES || leaves_its_folder(name) {
                return Err(SourceError::Hostile);
            }
            let found = record.wayfinder();
            let data = archive.get_entry(found).map_err(damaged)?;
            if record.flags().is_encrypted() {
                return Err(SourceError::Damaged);
            }
            let range = (record.local_header_offset(), data.compressed_data_range().1);
            let apart = |e: &Entry<'_>| range.1 <= e.range.0 || e.range.1 <= range.0;
            if range.1 > archive.directory_offset() || !entries.iter().all(apart) {
                return Err(SourceError::Hostile);
            }
            entries.push(Entry {
                name,
                found,
                crc: record.crc32(),
                method: record.compression_method(),
                range,
            });
        }
        Ok(Self {
            archive,
            entries,
            left: LARGEST_TOTAL,
        })
    }

    /// The text of a part; `None` where there is no such part. Two parts of one name are refused, since programs differ
    /// in which of them they read.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, SourceError> {
        let same = |e: &&Entry<'_>| e.name.eq_ignore_ascii_case(name.as_bytes());
        let mut named = self.entries.iter().filter(same);
        let Some(entry) = named.next() else {
            return Ok(None);
        };
        if named.next().is_some() {
            return Err(SourceError::Hostile);
        }
        let data = self.archive.get_entry(entry.found).map_err(damaged)?;
        let bytes = unpack(data.data(), entry.method, self.left)?;
        if crc32(&bytes) != entry.crc {
            return Err(SourceError::Damaged);
        }
        self.left -= bytes.len();
        xml::decode(bytes).map(Some)
    }

    /// What part `of` (the package itself where empty) is related to: the last word of the relation's type, and the
    /// path of the part. Relations to the outside are not followed.
    pub fn relations(&mut self, of: &str) -> Result<Vec<(String, String)>, SourceError> {
        let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
        let slash = if folder.is_empty() { "" } else { "/" };
        let mut found = Vec::new();
        let Some(text) = self.text(&[folder, slash, "_rels/", file, ".rels"].concat())? else {
            return Ok(found);
        };
        let mut xml = Xml::new(&text);
        let root = xml.root()?;
        while let Some(relation) = xml.child(root.level)? {
            let mode = relation.attr("TargetMode").unwrap_or_default();
            if mode.eq_ignore_ascii_case("external") || found.len() == MOST_ENTRIES {
                continue;
            }
            let kind = relation.attr("Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default();
            if let Some(target) = relation.attr("Target") {
                found.push((kind.to_owned(), resolve(folder, &xml::unescape(target))));
            }
        }
        Ok(found)
    }
}

/// The path in the package that `target` means, seen from `folder`.
fn resolve(folder: &str, target: &str) -> String {
    let (mut path, rest) = match target.strip_prefix('/') {
        Some(rest) => (String::new(), rest),
        None => (folder.to_owned(), target),
    };
    for step in rest.split('/') {
        if step == ".." {
            path.truncate(path.rfind('/').unwrap_or(0));
        } else if step != "." {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(step);
        }
    }
    path
}

/// Whether a name could be written outside the folder that the package is unpacked to.
fn leaves_its_folder(name: &[u8]) -> bool {
    name.first() == Some(&b'/')
        || name.contains(&b'\\')
        || name.contains(&b':')
        || name.split(|b| *b == b'/').any(|step| step == b"..")
}

fn unpack(data: &[u8], method: CompressionMethod, left: usize) -> Result<Vec<u8>, SourceError> {
    let limit = left.min(SMALL_PART.max(data.len().saturating_mul(LARGEST_RATIO)));
    if method == CompressionMethod::STORE {
        return if data.len() > limit {
            Err(SourceError::Hostile)
        } else {
            Ok(data.to_vec())
        };
    }
    // The decoder doubles its room until all is out: it cannot begin with none.
    if method != CompressionMethod::DEFLATE || data.is_empty() || limit == 0 {
        return Err(SourceError::Damaged);
    }
    decompress_to_vec_with_limit(data, limit).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => SourceError::Hostile,
        _ => SourceError::Damaged,
    })
}

/// CRC-32 (ISO 3309), four bits at a time: a table of 16 numbers is enough for files of this size.
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = {
        let mut table = [0; 16];
        let mut low = 0;
        while low < 16 {
            let mut crc = low;
            let mut bit = 0;
            while bit < 4 {
                crc = if crc & 1 == 1 {
                    (crc >> 1) ^ 0xEDB8_8320
                } else {
                    crc >> 1
                };
                bit += 1;
            }
            table[low as usize] = crc;
            low += 1;
        }
        table
    };
    let step = |crc: u32, low: u32| (crc >> 4) ^ TABLE[((crc ^ low) & 15) as usize];
    !bytes.iter().fold(!0, |crc, b| {
        let b = u32::from(*b);
        step(step(crc, b), b >> 4)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::Package as Made;
    use super::*;

    #[test]
    fn all_parts_together_have_a_limit() {
        let text = "字".repeat(30_000);
        let bytes = Made::default().part("a", &text).part("b", &text).zip();
        let archive = open(&bytes).unwrap();
        let mut package = Package::new(&archive).unwrap();
        package.left = 150_000;
        assert_eq!(package.text("a"), Ok(Some(text)));
        assert_eq!(package.text("b"), Err(SourceError::Hostile));
        assert_eq!(package.text("c"), Ok(None));
    }

    #[test]
    fn targets_are_seen_from_the_part_s_folder() {
        let cases = [
            ("word", "styles.xml", "word/styles.xml"),
            ("word", "/other/styles.xml", "other/styles.xml"),
            ("word", "../styles.xml", "styles.xml"),
            ("", "./word/document.xml", "word/document.xml"),
            ("word", "../../../x", "x"),
        ];
        for (folder, target, expected) in cases {
            assert_eq!(resolve(folder, target), expected, "{folder} {target}");
        }
    }
}
