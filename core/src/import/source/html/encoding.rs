//! The encoding that a page names.

/// Bytes from the beginning in which it is looked for (HTML Standard, 13.2.3.2, asks for 1,024).
const WINDOW: usize = 2048;

/// The encoding that a page says it is in, in small letters: `gb2312`, `utf-8`.
pub fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head: String = bytes
        .iter()
        .take(WINDOW)
        .map(|b| char::from(b.to_ascii_lowercase()))
        .collect();
    let of_xml = head
        .trim_start()
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split('>').next())
        .and_then(|tag| label(tag, "encoding"));
    let of_meta = || {
        let tags = head.split("<meta").skip(1);
        tags.filter_map(|rest| rest.split('>').next())
            .find_map(|tag| label(tag, "charset"))
    };
    let label = of_xml.or_else(of_meta)?;
    // A page whose tags can be read byte by byte is not in UTF-16, whatever it says.
    Some(if label.starts_with("utf-16") {
        "utf-8".to_owned()
    } else {
        label.to_owned()
    })
}

/// The word behind `name=`.
fn label<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split(name).skip(1).find_map(|rest| {
        let value = rest.trim_start().strip_prefix('=')?;
        let value = value.trim_start().trim_start_matches(['"', '\'']);
        let end = value
            .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.'))
            .unwrap_or(value.len());
        (end > 0).then(|| &value[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(html: &str) -> Option<String> {
        declared_encoding(html.as_bytes())
    }

    #[test]
    fn each_manner_of_naming_it_is_known() {
        for html in [
            "<meta charset=GB2312>",
            "<html><head><META Charset = 'gb2312' />",
            "<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">",
            "<meta name=a content=charset><meta http-equiv=\"Content-Type\" content='text/html;charset=GB2312'>",
            "<?xml version=\"1.0\" encoding=\"GB2312\"?><html>",
        ] {
            assert_eq!(seen(html).as_deref(), Some("gb2312"), "{html}");
        }
        assert_eq!(seen("<meta charset=utf-16le>").as_deref(), Some("utf-8"));
    }

    #[test]
    fn where_none_is_named_none_is_guessed() {
        for html in [
            "",
            "<p>charset=gbk",
            "<meta charset=>",
            "<meta charset",
            "<?xml?>",
        ] {
            assert_eq!(seen(html), None, "{html}");
        }
        let late = " ".repeat(WINDOW) + "<meta charset=gbk>";
        assert_eq!(seen(&late), None);
        assert_eq!(declared_encoding(&[0xFF, 0xD0, 0x3C]), None);
    }
}
