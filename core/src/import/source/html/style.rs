//! What `style` and `class` say of an element, as far as it matters to a text. Word's own properties are named after
//! what it writes into web pages (`mso-…`).

use super::list::Style;
use super::tags::Tag;
use super::token::{Attributes, is_space};

/// Why an element's words are left out; a greater one prevails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Aside {
    /// They are not.
    #[default]
    No,
    /// Programs, drawings, marks of notes: nobody misses them.
    Machinery,
    /// Not seen on the page.
    Hidden,
    /// Struck out under review.
    Deleted,
    /// Word's page headers and footers.
    Furniture,
    /// A footnote or endnote.
    Footnote,
    /// A reviewer's comment.
    Comment,
}

/// Level of a title, above all headings.
pub(super) const TITLE: u8 = 7;

/// What is said of an element.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    pub bold: Option<bool>,
    pub aside: Aside,
    /// Level of a heading: 1 to 9, or [`TITLE`].
    pub heading: u8,
    pub list: Option<Style>,
    /// Depth in one of Word's lists, from 1.
    pub depth: u8,
    /// Holds the mark of an entry in one of Word's lists.
    pub mark: bool,
    /// Letters are signs of a symbol font.
    pub symbols: Option<bool>,
    /// Points to a reviewer's comment.
    pub comment_anchor: bool,
}

/// A tag's attributes that are read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Given<'a> {
    pub look: Look,
    pub kind: &'a str,
    pub value: &'a str,
    pub start: &'a str,
    pub reversed: bool,
    pub colspan: &'a str,
    pub rowspan: &'a str,
}

/// Reads a tag's attributes. `classes`: what the page's own style sheets say.
pub(super) fn given<'a>(tag: Tag, attributes: &'a str, classes: &[(&str, Look)]) -> Given<'a> {
    let mut given = Given::default();
    let mut style = "";
    let look = &mut given.look;
    for (name, value) in Attributes::new(attributes) {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        if is("class") {
            for class in value.split(is_space).take(8) {
                by_class(class, look);
                if let Some((_, known)) = classes.iter().find(|(name, _)| *name == class) {
                    merge(look, *known);
                }
            }
        } else if is("style") {
            style = value;
        } else if is("hidden") {
            look.aside = look.aside.max(Aside::Hidden);
        } else if is("type") {
            given.kind = value;
        } else if is("value") {
            given.value = value;
        } else if is("start") {
            given.start = value;
        } else if is("reversed") {
            given.reversed = true;
        } else if is("colspan") {
            given.colspan = value;
        } else if is("rowspan") {
            given.rowspan = value;
        }
    }
    match tag {
        Tag::Bullets | Tag::Numbers | Tag::Item => look.list = Style::of(given.kind),
        Tag::Deleted => look.aside = look.aside.max(Aside::Deleted),
        Tag::Hidden => look.aside = look.aside.max(Aside::Machinery),
        Tag::Bold => look.bold = Some(true),
        Tag::Heading(level) if look.heading == 0 => look.heading = level,
        _ => {}
    }
    declarations(style, look);
    given
}

fn merge(look: &mut Look, known: Look) {
    look.bold = known.bold.or(look.bold);
    look.aside = known.aside.max(look.aside);
    if look.heading == 0 {
        look.heading = known.heading;
    }
}

/// Classes that Word, and LibreOffice after it, give to what stands beside the text.
const CLASSES: [(&str, Aside); 14] = [
    ("msoDel", Aside::Deleted),
    ("MsoFootnoteText", Aside::Footnote),
    ("MsoEndnoteText", Aside::Footnote),
    ("sdfootnote", Aside::Footnote),
    ("sdendnote", Aside::Footnote),
    ("MsoFootnoteReference", Aside::Machinery),
    ("MsoEndnoteReference", Aside::Machinery),
    ("sdfootnoteanc", Aside::Machinery),
    ("sdendnoteanc", Aside::Machinery),
    ("MsoCommentReference", Aside::Machinery),
    ("msocomanchor", Aside::Machinery),
    ("MsoCommentText", Aside::Comment),
    ("MsoCommentSubject", Aside::Comment),
    ("msocomtxt", Aside::Comment),
];

fn by_class(class: &str, look: &mut Look) {
    if let Some((name, aside)) = CLASSES.iter().find(|(name, _)| *name == class) {
        look.aside = look.aside.max(*aside);
        look.comment_anchor |= matches!(*name, "MsoCommentReference" | "msocomanchor");
    } else if class == "MsoTitle" {
        look.heading = TITLE;
    } else if let Some(level) = class.strip_prefix("MsoHeading") {
        look.heading = level_of(level);
    }
}

/// The whole number that a value is.
pub(super) fn number(value: &str) -> Option<i32> {
    value.trim().parse().ok()
}

fn level_of(digit: &str) -> u8 {
    match digit.as_bytes() {
        [level @ b'1'..=b'9'] => (level - b'0').min(6),
        _ => 0,
    }
}

fn declarations(style: &str, look: &mut Look) {
    for (name, value) in style.split(';').filter_map(|d| d.split_once(':')) {
        declaration(name.trim(), value.trim(), look);
    }
}

fn declaration(name: &str, value: &str, look: &mut Look) {
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    let says = |word: &str| {
        value
            .get(..word.len())
            .is_some_and(|v| v.eq_ignore_ascii_case(word))
    };
    let mut aside = Aside::No;
    if is("font-weight") {
        look.bold = Some(number(value).map_or_else(|| says("bold"), |weight| weight >= 600));
    } else if is("font-family") || is("font") {
        let symbols = ["Wingdings", "Symbol", "Webdings"];
        look.symbols = Some(symbols.into_iter().any(|s| value.contains(s)));
    } else if is("display") && says("none")
        || is("mso-hide") && says("all")
        || is("visibility") && says("hidden")
    {
        aside = Aside::Hidden;
    } else if is("list-style-type") || is("list-style") {
        look.list = value.split(is_space).find_map(Style::of).or(look.list);
    } else if is("mso-outline-level") {
        if look.heading != TITLE && level_of(value) > 0 {
            look.heading = level_of(value);
        }
    } else if is("mso-style-name") {
        let name = value.trim_matches(['"', '\'']);
        let level = ["标题 ", "heading ", "Heading "]
            .into_iter()
            .find_map(|s| name.strip_prefix(s));
        if let Some(level) = level
            && look.heading == 0
        {
            look.heading = level_of(level);
        }
    } else if is("mso-list") {
        look.mark = says("ignore");
        let level = value.split(is_space).find_map(|w| w.strip_prefix("level"));
        look.depth = level.map_or(0, level_of);
    } else if is("mso-element") {
        aside = match value {
            "header" | "footer" => Aside::Furniture,
            "footnote" | "endnote" => Aside::Footnote,
            "comment" => Aside::Comment,
            "footnote-list" | "endnote-list" | "comment-list" => Aside::Machinery,
            _ => Aside::No,
        };
    } else if is("mso-footnote-id")
        || is("mso-endnote-id")
        || is("mso-special-character") && says("comment")
    {
        aside = Aside::Machinery;
    }
    look.aside = look.aside.max(aside);
}

/// What a style sheet of Word's says of its classes; the sheets of other pages are for the screen.
pub(super) fn sheet<'a>(text: &'a str, classes: &mut Vec<(&'a str, Look)>) {
    for rule in text.split('}') {
        let Some((selectors, body)) = rule.rsplit_once('{') else {
            continue;
        };
        if classes.len() > 200 || !body.contains("mso-") {
            continue;
        }
        let mut look = Look::default();
        declarations(body, &mut look);
        if look.bold.is_none() && look.heading == 0 && look.aside == Aside::No {
            continue;
        }
        for selector in selectors.split(',') {
            if let Some((_, class)) = selector.trim().rsplit_once('.')
                && !class.is_empty()
                && !class.contains([' ', ':', '>'])
                && !classes.iter().any(|(known, _)| *known == class)
            {
                classes.push((class, look));
            }
        }
    }
}
