//! The few changes made to the page that Trunk writes. Not an HTML parser: what is not as expected is an error.

/// The page without its module script, of which there must be one.
pub fn without_script(page: &str) -> Result<String, String> {
    const OPEN: &str = "<script type=\"module\">";
    let found = page.split_once(OPEN).and_then(|(before, rest)| {
        let (_, after) = rest.split_once("</script>")?;
        Some(format!("{}{after}", before.trim_end()))
    });
    found
        .filter(|page| !page.contains("<script"))
        .ok_or_else(|| "the page should hold one script, Trunk's".into())
}

/// The page without links that only fetch ahead.
pub fn without_preloads(page: &str) -> Result<String, String> {
    each_link(page, |link| {
        Ok(matches!(attribute(link, "rel"), Some("modulepreload" | "preload")).then(String::new))
    })
}

/// The page with each style sheet in place of the link to it, in the same order.
pub fn with_styles(
    page: &str,
    read: impl Fn(&str) -> Result<String, String>,
) -> Result<String, String> {
    each_link(page, |link| {
        if attribute(link, "rel") != Some("stylesheet") {
            return Ok(None);
        }
        let address = attribute(link, "href").ok_or("a style sheet without an address")?;
        let style = read(address)?;
        let lower = style.to_lowercase();
        if lower.contains("</style") || lower.contains("@import") || asks_outside(&lower) {
            return Err(format!(
                "{address} names another file (@import, url) or ends its own style element"
            ));
        }
        Ok(Some(format!("<style>{}</style>", style.trim())))
    })
}

/// An address that the page would fetch: any `src` or `href` that is no data address.
pub fn outside_address(page: &str) -> Option<&str> {
    [" src=\"", " href=\""].iter().find_map(|name| {
        let values = page
            .split(name)
            .skip(1)
            .filter_map(|rest| rest.split('"').next());
        values
            .into_iter()
            .find(|value| !value.starts_with("data:") && !value.starts_with('#'))
    })
}

pub fn insert_after(page: &str, mark: &str, text: &str) -> Result<String, String> {
    let (before, after) = page
        .split_once(mark)
        .ok_or_else(|| format!("the page has no {mark}"))?;
    Ok(format!("{before}{mark}{text}{after}"))
}

pub fn insert_before(page: &str, mark: &str, text: &str) -> Result<String, String> {
    let (before, after) = page
        .rsplit_once(mark)
        .ok_or_else(|| format!("the page has no {mark}"))?;
    Ok(format!("{before}{text}{mark}{after}"))
}

/// Hands every `<link …>` to `change`, which gives what stands in its place, or nothing to keep it.
fn each_link(
    page: &str,
    change: impl Fn(&str) -> Result<Option<String>, String>,
) -> Result<String, String> {
    let mut parts = page.split("<link ");
    let mut made = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (attributes, after) = part.split_once('>').ok_or("a link that does not end")?;
        match change(attributes)? {
            Some(text) => made.push_str(&text),
            None => {
                for text in ["<link ", attributes, ">"] {
                    made.push_str(text);
                }
            }
        }
        made.push_str(after);
    }
    Ok(made)
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let spaced = format!(" {name}=\"");
    let start = tag
        .find(&spaced)
        .map(|at| at + spaced.len())
        .or_else(|| tag.starts_with(&spaced[1..]).then_some(spaced.len() - 1))?;
    tag[start..].split('"').next()
}

fn asks_outside(style: &str) -> bool {
    style.split("url(").skip(1).any(|rest| {
        let address = rest.trim_start().trim_start_matches(['"', '\'']);
        !address.starts_with("data:") && !address.starts_with('#')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_one_script() {
        assert_eq!(
            without_script("a\n<script type=\"module\">x</script>b").unwrap(),
            "ab"
        );
        assert!(without_script("a").is_err());
        assert!(
            without_script("<script type=\"module\"></script><script src=\"x\"></script>").is_err()
        );
    }

    #[test]
    fn links_are_told_apart() {
        let page = "<link rel=\"preload\" href=\"a\"><link rel=\"icon\" href=\"data:,\">\
                    <link href=\"b\" rel=\"modulepreload\">c";
        assert_eq!(
            without_preloads(page).unwrap(),
            "<link rel=\"icon\" href=\"data:,\">c"
        );
    }

    #[test]
    fn a_style_sheet_that_asks_for_more_is_refused() {
        let page = "<link rel=\"stylesheet\" href=\"a.css\">";
        for style in [
            "@import 'b.css';",
            "a{background:url( 'b.png')}",
            "</STYLE>",
        ] {
            assert!(with_styles(page, |_| Ok(style.into())).is_err(), "{style}");
        }
        let inline = "a{background:url(\"data:image/png;base64,AA\")}";
        assert_eq!(
            with_styles(page, |_| Ok(inline.into())).unwrap(),
            format!("<style>{inline}</style>")
        );
    }

    #[test]
    fn an_address_that_would_be_fetched_is_found() {
        assert_eq!(outside_address("<img src=\"data:,\"><a href=\"#x\">"), None);
        assert_eq!(outside_address("<img src=\"x.png\">"), Some("x.png"));
    }
}
