//! What each element of HTML is to a text.

/// What an element does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// Stands within a line; every name that is not known, too.
    Inline,
    /// Is bold.
    Bold,
    /// Was struck out in the course of review.
    Deleted,
    /// The page itself: what its style says of it is for the screen.
    Root,
    /// Begins and ends a line.
    Block,
    /// A paragraph, which is a line even where it is empty.
    Paragraph,
    /// h1 to h6.
    Heading(u8),
    /// Keeps its lines.
    Preformatted,
    /// A list without numbers.
    Bullets,
    /// A list with numbers.
    Numbers,
    /// An entry of a list.
    Item,
    Table,
    /// thead, tbody, tfoot.
    RowGroup,
    Row,
    Cell,
    Caption,
    /// br.
    Break,
    /// Parts blocks and shows no text.
    Rule,
    Image,
    /// A field of a form.
    Input,
    /// Has neither content nor text.
    Void,
    /// Is not text: drawings, choices, what stands in for them.
    Hidden,
}

use Tag::{
    Block, Bold, Break, Bullets, Caption, Cell, Deleted, Heading, Hidden, Image, Input, Item,
    Numbers, Paragraph, Preformatted, Root, Row, RowGroup, Rule, Table, Void,
};

const TAGS: [(&str, Tag); 89] = [
    ("p", Paragraph),
    ("br", Break),
    ("td", Cell),
    ("div", Block),
    ("b", Bold),
    ("strong", Bold),
    ("li", Item),
    ("tr", Row),
    ("th", Cell),
    ("img", Image),
    ("table", Table),
    ("tbody", RowGroup),
    ("thead", RowGroup),
    ("tfoot", RowGroup),
    ("caption", Caption),
    ("h1", Heading(1)),
    ("h2", Heading(2)),
    ("h3", Heading(3)),
    ("h4", Heading(4)),
    ("h5", Heading(5)),
    ("h6", Heading(6)),
    ("ul", Bullets),
    ("ol", Numbers),
    ("menu", Bullets),
    ("dir", Bullets),
    ("del", Deleted),
    ("html", Root),
    ("head", Root),
    ("body", Root),
    ("pre", Preformatted),
    ("listing", Preformatted),
    ("textarea", Preformatted),
    ("hr", Rule),
    ("input", Input),
    ("address", Block),
    ("article", Block),
    ("aside", Block),
    ("blockquote", Block),
    ("center", Block),
    ("dd", Block),
    ("details", Block),
    ("dialog", Block),
    ("dl", Block),
    ("dt", Block),
    ("fieldset", Block),
    ("figcaption", Block),
    ("figure", Block),
    ("footer", Block),
    ("form", Block),
    ("header", Block),
    ("hgroup", Block),
    ("legend", Block),
    ("main", Block),
    ("nav", Block),
    ("search", Block),
    ("section", Block),
    ("summary", Block),
    ("area", Void),
    ("base", Void),
    ("basefont", Void),
    ("bgsound", Void),
    ("col", Void),
    ("embed", Void),
    ("frame", Void),
    ("keygen", Void),
    ("link", Void),
    ("meta", Void),
    ("param", Void),
    ("source", Void),
    ("track", Void),
    ("wbr", Void),
    // Their content comes as one piece, which is not text.
    ("script", Void),
    ("style", Void),
    ("title", Void),
    ("iframe", Void),
    ("noembed", Void),
    ("noframes", Void),
    ("template", Hidden),
    ("noscript", Hidden),
    ("svg", Hidden),
    ("annotation", Hidden),
    ("annotation-xml", Hidden),
    ("object", Hidden),
    ("select", Hidden),
    ("datalist", Hidden),
    ("button", Hidden),
    ("audio", Hidden),
    ("video", Hidden),
    ("xml", Hidden),
];

impl Tag {
    /// The element of a name in any case.
    pub fn of(name: &str) -> Self {
        TAGS.iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map_or(Self::Inline, |(_, tag)| *tag)
    }

    /// Whether it stands within a line.
    pub fn is_inline(self) -> bool {
        matches!(
            self,
            Self::Inline
                | Self::Bold
                | Self::Deleted
                | Self::Image
                | Self::Input
                | Self::Void
                | Self::Hidden
        )
    }

    /// Whether it ends with its start tag.
    pub fn is_void(self) -> bool {
        matches!(
            self,
            Self::Break | Self::Rule | Self::Image | Self::Input | Self::Void
        )
    }

    /// What the start of `self` is to an open `outer`: whether it ends it, or stays within; `None` where neither.
    pub fn meets(self, outer: Self) -> Option<bool> {
        match (self, outer) {
            (Cell | Caption | Row | RowGroup, Cell | Caption)
            | (Row | RowGroup, Row)
            | (RowGroup, RowGroup)
            | (Item, Item)
            | (Heading(_), Heading(_)) => Some(true),
            (Cell | Caption | Row | RowGroup, Table)
            | (Item, Bullets | Numbers | Table | Cell | Hidden)
            | (Root, _) => Some(false),
            (Cell | Caption | Row | RowGroup | Item, _) => None,
            _ if self.is_inline() => Some(false),
            (_, Paragraph) => Some(true),
            _ => (!outer.is_inline() || outer == Hidden).then_some(false),
        }
    }

    /// Whether an end tag `self` does not reach past an open `outer`.
    pub fn stays_within(self, outer: Self) -> bool {
        match outer {
            Table => self != Table,
            Cell | Caption => !matches!(self, Table | RowGroup | Row | Cell | Caption),
            Bullets | Numbers => self.is_inline() || self == Item,
            Item => self.is_inline(),
            _ => false,
        }
    }
}
