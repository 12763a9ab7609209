use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use proptest::prelude::*;

use super::{read, text};
use crate::text::chars::without_blanks;

/// Long enough for any of these in a build without optimisation, and far too short for what is not linear.
const SECONDS: u64 = 20;

#[test]
fn nesting_costs_nothing() {
    let started = Instant::now();
    for tag in [
        "div",
        "b",
        "p",
        "ul",
        "ol reversed",
        "table",
        "td",
        "span hidden",
        "x",
        "table><tr><td",
        "ul><li",
        "pre",
        "h1",
        "svg",
    ] {
        let name = tag.split([' ', '>']).next().unwrap();
        let open = format!("<{tag}>").repeat(100_000);
        let close = format!("</{name}>").repeat(100_000);
        let all = text(&format!("始{open}甲{close}终"));
        assert!(all.starts_with('始'), "{tag}");
        assert!(all.contains('终'), "{tag}");
    }
    let crossed = "<i><div><table><td><li>".repeat(300) + &"</i></u></ol>".repeat(200_000);
    assert_eq!(text(&(crossed + "终")).trim_start_matches("- "), "终");
    assert!(started.elapsed().as_secs() < SECONDS);
}

#[test]
fn a_million_tags_pass() {
    let started = Instant::now();
    assert_eq!(text(&("<div>".repeat(1_000_000) + "甲")), "甲");
    assert_eq!(text(&("<b>".repeat(1_000_000) + "甲")), "甲");
    assert!(started.elapsed().as_secs() < SECONDS);
}

#[test]
fn what_never_ends_is_read_once() {
    let started = Instant::now();
    for piece in [
        "<",
        "<!--",
        "<![CDATA[",
        "<script/>",
        "<title/>",
        "</",
        "<a b='",
        "<?",
        "<!",
        "&",
        "&#",
        "&#x",
        "&amp",
        "&hellip",
        "<a =",
        "</script",
        "<p \"",
        "<!-- --",
        "|<td>",
        "<style>.a{mso-x:1;font-weight:bold}</style><p class=a>",
    ] {
        let _ = read(&piece.repeat(100_000));
    }
    assert!(started.elapsed().as_secs() < SECONDS);
}

#[test]
fn shared_hostile_strings_are_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/hostile/strings.jsonl");
    let Ok(lines) = std::fs::read_to_string(path) else {
        println!("left out: no hostile strings on this computer");
        return;
    };
    let mut seen = 0;
    for line in lines.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let html = value["text"].as_str().unwrap();
        let _ = read(html);
        let _ = super::super::declared_encoding(html.as_bytes());
        let wrapped = read(&format!("<p>始</p><script>q7q7{}", html.replace("</", "")));
        assert_eq!(wrapped.text, "始");
        seen += 1;
    }
    assert!(seen > 1000);
}

/// Pieces that pages are made of, whole and broken.
const PIECES: [&str; 55] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<ul>",
    "</ul>",
    "<ol start=3>",
    "<ol reversed>",
    "</ol>",
    "<li>",
    "</li>",
    "<table>",
    "</table>",
    "<tr>",
    "<td colspan=2 rowspan=3>",
    "<td>",
    "</td>",
    "</tr>",
    "<h1>",
    "</h1>",
    "<p class=MsoTitle>",
    "<br>",
    "<pre>",
    "</pre>",
    "<del>",
    "</del>",
    "<span style='mso-list:Ignore'>",
    "</span>",
    "<p style='mso-list:l0 level2 lfo1'>",
    "<span style=font-weight:bold>",
    "<div hidden>",
    "<script>q7q7</script>",
    "<style>q7q7</style>",
    "<template>q7q7</template>",
    "<!--q7q7-->",
    "<![if !x]>",
    "<![endif]>",
    "</textarea>",
    "<div style='mso-element:comment'>",
    "<img>",
    "<input value=甲>",
    "&nbsp;",
    "&hellip;",
    "&#xD800;",
    "&",
    "<",
    ">",
    "<a href='",
    " ",
    "\n",
    "甲",
    "乙*|",
    "文字。",
];

proptest! {
    #[test]
    fn any_string_is_read(html in any::<String>()) {
        let _ = read(&html);
    }

    #[test]
    fn any_tags_are_read(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..80)) {
        let source = read(&pieces.concat());
        // An open quotation mark takes in the tag that makes a script of what follows: browsers show it, too.
        prop_assert!(pieces.contains(&"<a href='") || !source.text.contains("q7q7"), "{}", source.text);
        prop_assert!(!source.text.starts_with('\n') && !source.text.ends_with('\n'));
    }

    #[test]
    fn words_come_in_order(
        parts in prop::collection::vec(("[a-z一-龥]{1,6}", prop::sample::select(&["p", "div", "b", "span", "h2", "li", "td", "section", "a"][..])), 1..40),
        nested in any::<bool>(),
    ) {
        let (mut html, mut expected) = (String::new(), String::new());
        for (words, tag) in &parts {
            let end = if nested { "" } else { tag };
            write!(html, "<{tag}>{words}<!-- x --></{end}>").unwrap();
            expected.push_str(words);
        }
        let seen: String = without_blanks(&text(&html)).chars().filter(|c| !"#-*".contains(*c)).collect();
        prop_assert_eq!(seen, expected);
    }
}
