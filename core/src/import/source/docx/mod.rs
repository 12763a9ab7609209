//! Word's document (ECMA-376, WordprocessingML) as text in the dialect of sections.

use super::{Source, SourceError};

/// Reads a document.
pub fn read(_bytes: &[u8]) -> Result<Source, SourceError> {
    Err(SourceError::Damaged)
}
