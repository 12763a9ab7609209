//! What Markdown cannot say of a section, in one word: its id and slot, its role, where it ends, where it names facts.
//!
//! `organisation:o2n3i1f` is the section `organisation`: an official heading of level 2 that is run in and ends at its
//! first mark of punctuation, 3 lines of text, and the fact number 0 where its value first stands. Each letter has a
//! number, which is 0 where it is left out.

use super::{Node, Numbering, Role};

/// A letter for each role, and for a heading by its numbering.
const LETTERS: [(char, Role, Numbering); 12] = [
    ('k', Role::Kicker, Numbering::Plain),
    ('t', Role::Title, Numbering::Plain),
    ('u', Role::Subtitle, Numbering::Plain),
    ('a', Role::Addressee, Numbering::Plain),
    ('b', Role::Byline, Numbering::Plain),
    ('l', Role::Lead, Numbering::Plain),
    ('c', Role::Captions, Numbering::Plain),
    ('g', Role::Signature, Numbering::Plain),
    ('d', Role::Date, Numbering::Plain),
    ('o', Role::Body, Numbering::Official),
    ('s', Role::Body, Numbering::Square),
    ('p', Role::Body, Numbering::Plain),
];

/// How a section stands in a Markdown file.
#[derive(Debug)]
pub struct Carried {
    /// Its id; empty where it was none that could be carried.
    pub id: String,
    /// The slot that it fulfils; empty where there is none.
    pub slot: String,
    /// What it is.
    pub role: Role,
    /// How its heading's mark is made.
    pub numbering: Numbering,
    /// Its heading's level; 0 where there is no heading.
    pub level: u8,
    /// Letters with their numbers:
    ///
    /// - `n`: lines of text.
    /// - `i`: the heading is run in: it stands in the first line of text and has this many of [`STOPS`].
    /// - `r`: the heading would be run in, but stands alone.
    /// - `z`: the heading has no words and no line.
    /// - `m`: characters of the mark that the heading came with.
    /// - `e`: which backslashes are the clerk's; see [`escapes`](crate::text::escapes::escapes).
    /// - `v`: a title's line ends after so many spaces since the last end.
    /// - `w`, `f`: number of a fact that the heading's words or the text name, after `x`: so many places since the last
    ///   that read the same.
    pub said: Vec<(char, usize)>,
}

/// Marks of punctuation that a run-in heading may end with.
pub const STOPS: [char; 12] = [
    '。', '？', '！', '：', '；', '，', '?', '!', ':', ';', ',', '.',
];

impl Carried {
    /// What a node says of its section.
    pub fn new(node: &Node) -> Self {
        let plain = |id: &String| {
            let fits = id.chars().all(|c| c.is_alphanumeric() || c == '-');
            if fits { id.clone() } else { String::new() }
        };
        let heading = node.heading.as_ref();
        Self {
            id: plain(&node.id.0),
            slot: node.slot.as_ref().map(plain).unwrap_or_default(),
            role: node.role,
            numbering: heading.map_or(Numbering::Plain, |h| h.numbering),
            level: heading.map_or(0, |h| h.level.clamp(1, 4)),
            said: Vec::new(),
        }
    }

    /// The number of a letter.
    pub fn get(&self, letter: char) -> Option<usize> {
        let found = self.said.iter().find(|(l, _)| *l == letter);
        found.map(|(_, number)| *number)
    }

    /// Lines of text.
    pub fn lines(&self) -> usize {
        self.get('n').unwrap_or_default()
    }

    /// The heading is run in, whether text stands behind it or not.
    pub fn run_in(&self) -> bool {
        self.get('i').or(self.get('r')).is_some()
    }

    /// Lines that the section has in the file, its heading's included.
    pub fn paragraphs(&self) -> usize {
        let own = self.level > 0 && self.get('i').or(self.get('z')).is_none();
        self.lines().saturating_add(usize::from(own))
    }

    /// Adds the word for the section, with a space before it.
    pub fn write(&self, out: &mut String) {
        out.push(' ');
        out.push_str(&self.id);
        if self.slot != stem(&self.id) {
            out.push('=');
            out.push_str(&self.slot);
        }
        out.push(':');
        let own = |l: &&(char, Role, Numbering)| {
            l.1 == self.role && (self.level == 0 || l.2 == self.numbering)
        };
        let kind = LETTERS.iter().find(own).map_or('p', |l| l.0);
        for (letter, number) in [(kind, self.level.into())].iter().chain(&self.said) {
            out.push(*letter);
            if *number > 0 {
                out.push_str(&number.to_string());
            }
        }
    }

    /// Reads such a word.
    pub fn parse(word: &str) -> Option<Self> {
        let (name, form) = word.split_once(':')?;
        let (id, slot) = name.split_once('=').unwrap_or((name, stem(name)));
        let mut said: Vec<(char, usize)> = Vec::new();
        for c in form.chars() {
            match (c.to_digit(10), said.last_mut()) {
                (Some(digit), Some((_, number))) => {
                    *number = number.checked_mul(10)?.checked_add(digit as usize)?;
                }
                _ => said.push((c, 0)),
            }
        }
        let (letter, level) = *said.first()?;
        let (_, role, numbering) = *LETTERS.iter().find(|l| l.0 == letter)?;
        ((role == Role::Body) == (1..=4).contains(&level)).then(|| Self {
            id: id.to_owned(),
            slot: slot.to_owned(),
            role,
            numbering,
            level: u8::try_from(level).unwrap_or_default(),
            said,
        })
    }
}

/// The slot of an id of the usual form: `study` of `study-2`.
fn stem(id: &str) -> &str {
    let stem = id.trim_end_matches(|c: char| c.is_ascii_digit());
    match stem.strip_suffix('-') {
        Some(stem) if stem.len() + 1 < id.len() => stem,
        _ => id,
    }
}
