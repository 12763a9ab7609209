//! Files as the app reads them: the browser's tables of encodings are those of `encoding_rs` here.

use nigao_core::draft::{self, Draft};
use nigao_core::export::html;
use nigao_core::import::source::{self, Source, SourceError};

/// What a file holds.
#[derive(Debug)]
pub enum Content {
    /// A report as text.
    Text(Source),
    /// A draft, also when a typeset page carries it.
    Draft(Draft),
}

/// Reads the file at `path`.
pub fn read(path: &str) -> Result<Content, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("cannot read {path}: {error}"))?;
    let problem = |error| format!("{path}: {}", words(error));
    let json = match source::open(path, &bytes, decode).map_err(problem)? {
        source::Content::Text(source) => return Ok(Content::Text(source)),
        source::Content::Page(page) => match html::draft_of(&page.text) {
            Some(json) => json,
            None => return source::read_page(page).map(Content::Text).map_err(problem),
        },
        source::Content::Draft(json) => json,
    };
    draft::from_json(&json)
        .map(Content::Draft)
        .map_err(|error| format!("{path} is no draft that can be read: {error:?}"))
}

/// Decodes bytes by the label of an encoding.
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

fn words(error: SourceError) -> String {
    match error {
        SourceError::Foreign(kind) => {
            format!(
                "is of a kind that is not read ({kind:?}); save it as .docx, .html, .md or .txt"
            )
        }
        SourceError::TooLarge => format!("has more than {} bytes", source::LARGEST_FILE),
        SourceError::TooLong(chars) => {
            format!("has {chars} characters, more than {}", source::LONGEST_TEXT)
        }
        SourceError::Damaged => "is cut off or damaged".to_owned(),
        SourceError::Hostile => "holds what no word processor writes, and is not read".to_owned(),
        SourceError::NoText => "is no text in a known encoding; save it as UTF-8".to_owned(),
    }
}
