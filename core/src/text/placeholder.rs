//! Finds what is left to be filled in: X余次, **期, 【单位名称】, （待核实）, ____ and the like.

use std::ops::Range;

/// The way in which a value was left open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// X, XX, x in every width and case: `X余次`.
    LetterX,
    /// `**次`, `＊＊`.
    Asterisk,
    /// ×, ××.
    Cross,
    /// ○○, and △△.
    Circle,
    /// 某, 某某 as a mask.
    Mou,
    /// 【…】 〔…〕 ［…］ {…} that ask for a value.
    Bracket,
    /// （待补充） TODO 此处填写.
    TodoWord,
    /// `____`.
    Underscore,
    /// A bare …… where text is due.
    Ellipsis,
    /// A number that was deleted so that only a gap is left: `收缴 万元`.
    Gap,
    /// `{{name}}`.
    Fact,
}

impl Kind {
    /// Every kind, in the order of the manual.
    pub const ALL: [Kind; 11] = [
        Kind::LetterX,
        Kind::Asterisk,
        Kind::Cross,
        Kind::Circle,
        Kind::Mou,
        Kind::Bracket,
        Kind::TodoWord,
        Kind::Underscore,
        Kind::Ellipsis,
        Kind::Gap,
        Kind::Fact,
    ];

    /// The stable id, as `inspect` prints it.
    pub const fn id(self) -> &'static str {
        match self {
            Kind::LetterX => "letter-x",
            Kind::Asterisk => "asterisk",
            Kind::Cross => "cross",
            Kind::Circle => "circle",
            Kind::Mou => "mou",
            Kind::Bracket => "bracket",
            Kind::TodoWord => "todo-word",
            Kind::Underscore => "underscore",
            Kind::Ellipsis => "ellipsis",
            Kind::Gap => "gap",
            Kind::Fact => "fact",
        }
    }
}

/// One place that is left to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// Bytes of the placeholder itself, without the measure word after it.
    pub span: Range<usize>,
    /// The way in which the value was left open.
    pub kind: Kind,
}

/// All placeholders of `text`, in order and without overlaps.
pub fn placeholders(_text: &str) -> Vec<Placeholder> {
    Vec::new()
}
