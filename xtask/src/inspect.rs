//! `inspect`: imports each file, runs every check and prints one JSON line a file.

use std::process::ExitCode;
use std::time::Instant;

use nigao_core::check::{self, Field, Finding, Group, Severity};
use nigao_core::export::text;
use nigao_core::import::{self, Imported, Level};
use nigao_core::report::SectionId;
use nigao_core::template;
use nigao_core::text::{items, placeholder};
use serde::Serialize;

use crate::reading::{self, Content};

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    genre: &'a str,
    title: String,
    outline: Vec<Head<'a>>,
    items: Vec<Item>,
    placeholders: Vec<Open>,
    findings: Vec<Found>,
    ms: Millis,
}

#[derive(Serialize)]
struct Head<'a> {
    level: serde_json::Value,
    text: &'a str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Item {
    marker: String,
    start: usize,
}

#[derive(Serialize)]
struct Open {
    text: String,
    start: usize,
    end: usize,
    kind: &'static str,
}

#[derive(Serialize)]
struct Found {
    rule: &'static str,
    group: Group,
    severity: Severity,
    start: usize,
    end: usize,
    text: String,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<String>,
}

#[derive(Serialize)]
struct Millis {
    import: f64,
    check: f64,
}

/// Inspects the files in order. Exit 2 with one line on stderr for each file that cannot be read.
pub fn run(files: &[String]) -> ExitCode {
    if files.is_empty() {
        eprintln!("inspect: name at least one text file: cargo xtask inspect FILE...");
        return ExitCode::from(2);
    }
    let mut failed = false;
    for file in files {
        match inspect(file) {
            Ok(line) => println!("{line}"),
            Err(problem) => {
                eprintln!("inspect: {problem}");
                failed = true;
            }
        }
    }
    if failed {
        ExitCode::from(2)
    } else {
        ExitCode::SUCCESS
    }
}

fn inspect(file: &str) -> Result<String, String> {
    let source = match reading::read(file)? {
        Content::Text(source) => source.text,
        // A draft has no file that a place could be pointed at in; it is inspected as its own text.
        Content::Draft(draft) => text::file(&draft.report, &draft.facts),
    };
    let begin = Instant::now();
    let imported = import::import_text(&source);
    let import_ms = millis(begin);
    let begin = Instant::now();
    let (findings, _) = check::check_report(
        &imported.report,
        &imported.facts,
        template::by_id(&imported.report.template),
    );
    let check_ms = millis(begin);
    let map = Map::new(&source, &imported);
    let line = Line {
        file,
        genre: &imported.report.template,
        title: imported.report.title(),
        outline: imported
            .outline
            .iter()
            .map(|entry| map.head(entry))
            .collect(),
        items: map.items(&imported),
        placeholders: map.placeholders(&imported),
        findings: findings
            .iter()
            .map(|finding| map.finding(finding, &imported))
            .collect(),
        ms: Millis {
            import: import_ms,
            check: check_ms,
        },
    };
    serde_json::to_string(&line).map_err(|error| format!("cannot be written as JSON: {error}"))
}

fn millis(begin: Instant) -> f64 {
    (begin.elapsed().as_secs_f64() * 1_000_000.0).round() / 1000.0
}

/// The way from a section back to characters of the file.
struct Map<'a> {
    /// For every 64th byte of the file the characters before it.
    steps: Vec<usize>,
    source: &'a str,
    /// Pieces of each section: of the heading, of the text, both in order.
    pieces: std::collections::HashMap<(&'a SectionId, bool), Vec<&'a import::Piece>>,
}

const STEP: usize = 64;

impl<'a> Map<'a> {
    fn new(source: &'a str, imported: &'a Imported) -> Self {
        let mut steps = Vec::with_capacity(source.len() / STEP + 1);
        let mut chars = 0;
        for (at, byte) in source.bytes().enumerate() {
            if at % STEP == 0 {
                steps.push(chars);
            }
            chars += usize::from(byte & 0xC0 != 0x80);
        }
        let mut pieces: std::collections::HashMap<_, Vec<_>> = std::collections::HashMap::new();
        for piece in &imported.pieces {
            pieces
                .entry((&piece.section, piece.heading))
                .or_default()
                .push(piece);
        }
        Self {
            steps,
            source,
            pieces,
        }
    }

    /// Characters before byte `at` of the file.
    fn chars(&self, at: usize) -> usize {
        let step = (at / STEP).min(self.steps.len().saturating_sub(1));
        let known = self.steps.get(step).copied().unwrap_or(0);
        let bytes = &self.source.as_bytes()[step * STEP..at];
        known + bytes.iter().filter(|b| *b & 0xC0 != 0x80).count()
    }

    /// The byte of the file that byte `at` of a section's field came from; a break between paragraphs is their end.
    fn byte(&self, section: &SectionId, heading: bool, at: usize) -> usize {
        let Some(pieces) = self.pieces.get(&(section, heading)) else {
            return 0;
        };
        let after = pieces.partition_point(|p| p.at <= at);
        let Some(piece) = pieces.get(after.saturating_sub(1)) else {
            return 0;
        };
        piece.source.start + at.saturating_sub(piece.at).min(piece.source.len())
    }

    fn span(
        &self,
        section: &SectionId,
        heading: bool,
        span: &std::ops::Range<usize>,
    ) -> (usize, usize) {
        let start = self.chars(self.byte(section, heading, span.start));
        // The end of a span is the end of its last character, which may be the last of its piece.
        let end = if span.is_empty() {
            start
        } else {
            self.chars(self.byte(section, heading, span.end - 1) + 1)
        };
        (start, end.max(start))
    }

    fn head(&self, entry: &'a import::OutlineEntry) -> Head<'a> {
        let level = match entry.level {
            Level::Official(level) => level.into(),
            Level::News1 => "N1".into(),
            Level::News2 => "N2".into(),
        };
        Head {
            level,
            text: &entry.text,
            start: self.chars(entry.span.start),
            end: self.chars(entry.span.end),
        }
    }

    fn items(&self, imported: &Imported) -> Vec<Item> {
        let mut out = Vec::new();
        for (id, heading, text) in fields(imported) {
            for item in items::items(text) {
                let (start, _) = self.span(id, heading, &item.marker);
                out.push(Item {
                    marker: text[item.marker].to_owned(),
                    start,
                });
            }
        }
        out
    }

    fn placeholders(&self, imported: &Imported) -> Vec<Open> {
        let mut out = Vec::new();
        for section in &imported.report.sections {
            let heading = section.node.heading.as_ref();
            let in_heading = heading.map(|h| {
                let found = placeholder::in_heading(&h.text, h.is_numbered());
                (true, h.text.as_str(), found)
            });
            let in_text = placeholder::placeholders(&section.text);
            let both = in_heading
                .into_iter()
                .chain([(false, section.text.as_str(), in_text)]);
            for (is_heading, text, found) in both {
                for open in found {
                    let (start, end) = self.span(&section.node.id, is_heading, &open.span);
                    out.push(Open {
                        text: text[open.span].to_owned(),
                        start,
                        end,
                        kind: open.kind.id(),
                    });
                }
            }
        }
        out
    }

    fn finding(&self, finding: &Finding, imported: &Imported) -> Found {
        let place = finding.place.as_ref();
        let (start, end) = place.map_or((0, 0), |p| {
            self.span(&p.section, p.field == Field::Heading, &p.span)
        });
        let text = place.and_then(|p| {
            let (_, _, text) = fields(imported).find(|(id, heading, _)| {
                **id == p.section && *heading == (p.field == Field::Heading)
            })?;
            text.get(p.span.clone()).map(str::to_owned)
        });
        Found {
            rule: finding.rule.id,
            group: finding.rule.group,
            severity: finding.rule.severity,
            start,
            end,
            text: text.unwrap_or_default(),
            message: finding.message.clone(),
            fix: finding.fix.clone(),
        }
    }
}

/// Headings' words and texts in reading order.
fn fields(imported: &Imported) -> impl Iterator<Item = (&SectionId, bool, &str)> {
    imported.report.sections.iter().flat_map(|section| {
        let heading = section
            .node
            .heading
            .as_ref()
            .map(|h| (&section.node.id, true, h.text.as_str()));
        heading
            .into_iter()
            .chain([(&section.node.id, false, section.text.as_str())])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_characters_of_the_file_as_it_is() {
        let source = "\u{FEFF}关于某事的报告\r\n\r\n\u{3000}\u{3000}一、基本情况\r\n\u{3000}\u{3000}甲乙丙。\r\n丁戊。\r\n";
        let imported = import::import_text(source);
        let map = Map::new(source, &imported);
        let head = map.head(&imported.outline[0]);
        let chars: Vec<char> = source.chars().collect();
        assert_eq!(
            chars[head.start..head.end].iter().collect::<String>(),
            "一、基本情况"
        );
        let section = imported
            .report
            .sections
            .iter()
            .find(|s| s.node.heading.is_some())
            .unwrap();
        assert_eq!(section.text, "甲乙丙。\n丁戊。");
        for word in ["乙丙", "丁", "戊。"] {
            let at = section.text.find(word).unwrap();
            let (start, end) = map.span(&section.node.id, false, &(at..at + word.len()));
            assert_eq!(chars[start..end].iter().collect::<String>(), word);
        }
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        assert!(
            inspect("/nowhere/at/all.txt")
                .unwrap_err()
                .starts_with("cannot read")
        );
        let path = std::env::temp_dir().join(format!("nigao-inspect-{}.txt", std::process::id()));
        // «一、总结» in GBK is read, a PDF is not.
        std::fs::write(
            &path,
            b"\xD2\xBB\xA1\xA2\xD7\xDC\xBD\xE1\n\xD5\xFD\xCE\xC4\xA1\xA3",
        )
        .unwrap();
        let read = inspect(&path.to_string_lossy()).unwrap();
        std::fs::write(&path, b"%PDF-1.7").unwrap();
        let said = inspect(&path.to_string_lossy()).unwrap_err();
        std::fs::remove_file(&path).unwrap();
        assert!(read.contains("一、总结"), "{read}");
        assert!(
            said.contains("is of a kind that is not read (Pdf)"),
            "{said}"
        );
    }
}
