//! The draft inside an exported file: base64 in a `<meta>` element, which is shown by no program and runs in none, and
//! which neither «save as» in a browser nor a change of line ends can damage.

const START: &str = "<meta name=\"nigao-draft\" content=\"";
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(super) fn write(draft: &str, out: &mut String) {
    out.push_str(START);
    for chunk in draft.as_bytes().chunks(3) {
        let byte = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for i in 0..4 {
            let digit = DIGITS[(group >> (18 - 6 * i) & 63) as usize];
            out.push(if i <= chunk.len() {
                char::from(digit)
            } else {
                '='
            });
        }
    }
    out.push_str("\">\n");
}

/// The draft that an exported file carries; `None` where it carries none or where it is damaged.
pub fn draft_of(file_text: &str) -> Option<String> {
    let from = file_text.find(START)? + START.len();
    let content = &file_text[from..];
    decode(&content[..content.find('"')?])
}

fn decode(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut group, mut digits) = (0_u32, 0_u8);
    for byte in text
        .trim_end_matches('=')
        .bytes()
        .filter(|b| !b.is_ascii_whitespace())
    {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        group = group << 6 | u32::from(value);
        digits += 1;
        if digits == 4 {
            out.extend(&group.to_be_bytes()[1..]);
            (group, digits) = (0, 0);
        }
    }
    match digits {
        0 => {}
        2 => out.push((group << 12).to_be_bytes()[1]),
        3 => out.extend(&(group << 6).to_be_bytes()[1..3]),
        _ => return None,
    }
    String::from_utf8(out).ok()
}
