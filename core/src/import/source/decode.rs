//! Bytes to characters: UTF-8, UTF-16, or an encoding that the surroundings decode.

use super::SourceError;

/// Decodes bytes in the encoding of this label (WHATWG Encoding Standard, `gb18030`); `None` where they are not in it.
pub type Legacy = fn(label: &str, bytes: &[u8]) -> Option<String>;

/// The text of a file.
pub fn decode(bytes: &[u8], _legacy: Legacy) -> Result<String, SourceError> {
    String::from_utf8(bytes.to_vec()).map_err(|_| SourceError::NoText)
}
