//! What Markdown cannot say of a section, in one word: its id and slot, its role, where it ends, where it names facts.
//!
//! `organisation:o2i1n3f0` is the section `organisation`: an official heading of level 2 that is run in and ends at its
//! first mark of punctuation, 3 lines of text, and the fact number 0 where its value first stands. Each letter has a
//! number, which is 0 where it is left out.

use super::{Node, Numbering, Role};

/// A letter for each role; a heading has that of its numbering.
const ROLES: [(char, Role); 9] = [
    ('k', Role::Kicker),
    ('t', Role::Title),
    ('u', Role::Subtitle),
    ('a', Role::Addressee),
    ('b', Role::Byline),
    ('l', Role::Lead),
    ('c', Role::Captions),
    ('g', Role::Signature),
    ('d', Role::Date),
];
const NUMBERINGS: [(char, Numbering); 3] = [
    ('o', Numbering::Official),
    ('s', Numbering::Square),
    ('p', Numbering::Plain),
];

/// How a section stands in a Markdown file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// Its id; empty where it was none that could be carried.
    pub id: String,
    /// The slot that it fulfils.
    pub slot: Option<String>,
    /// What it is.
    pub role: Role,
    /// How its heading's mark is made, and its level; 0 where there is no heading.
    pub heading: (Numbering, u8),
    /// The heading is run in, whether text stands behind it or not.
    pub run_in: bool,
    /// The heading stands in the first line of text, and has this many of [`STOPS`].
    pub inside: Option<usize>,
    /// The heading has no words and no line.
    pub bare: bool,
    /// Characters of the mark that the heading came with.
    pub mark: Option<usize>,
    /// Lines of text.
    pub lines: usize,
    /// Backslashes in the text are the clerk's: see [`escapes`](crate::text::escapes::escapes).
    pub typed: usize,
    /// Where a title's lines end: so many spaces after the last end.
    pub breaks: Vec<usize>,
    /// Facts that the heading's words name: places that read the same since the last, number of the fact.
    pub in_heading: Vec<(usize, usize)>,
    /// Facts that the text names.
    pub in_text: Vec<(usize, usize)>,
}

/// Marks of punctuation that a run-in heading may end with.
pub const STOPS: [char; 12] = [
    '。', '？', '！', '：', '；', '，', '?', '!', ':', ';', ',', '.',
];

impl Carried {
    /// What a node says of its section.
    pub fn new(node: &Node) -> Self {
        let plain =
            |id: &&String| !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || c == '-');
        let heading = node.heading.as_ref();
        Self::of(
            Some(&node.id.0).filter(plain).cloned().unwrap_or_default(),
            node.slot.as_ref().filter(plain).cloned(),
            node.role,
            heading.map_or_else(Default::default, |h| (h.numbering, h.level.clamp(1, 4))),
        )
    }

    fn of(id: String, slot: Option<String>, role: Role, heading: (Numbering, u8)) -> Self {
        Self {
            id,
            slot,
            role,
            heading,
            run_in: false,
            inside: None,
            bare: false,
            mark: None,
            lines: 0,
            typed: 0,
            breaks: Vec::new(),
            in_heading: Vec::new(),
            in_text: Vec::new(),
        }
    }

    /// Adds the word for the section, with a space before it.
    pub fn write(&self, out: &mut String) {
        out.push(' ');
        out.push_str(&self.id);
        if self.slot.as_deref() != Some(stem(&self.id)) {
            out.push('=');
            out.push_str(self.slot.as_deref().unwrap_or_default());
        }
        out.push(':');
        let mut put = |letter: char, number: usize| {
            out.push(letter);
            if number > 0 {
                out.push_str(&number.to_string());
            }
        };
        if let Some((letter, _)) = ROLES.iter().find(|(_, role)| *role == self.role) {
            put(*letter, self.lines);
        } else {
            let (numbering, level) = self.heading;
            let letter = NUMBERINGS.iter().find(|(_, n)| *n == numbering);
            put(letter.map_or('o', |(letter, _)| *letter), level.into());
            for (letter, said) in [('r', self.run_in), ('z', self.bare)] {
                if said {
                    put(letter, 0);
                }
            }
            for (letter, number) in [('i', self.inside), ('m', self.mark)] {
                if let Some(number) = number {
                    put(letter, number);
                }
            }
            if self.lines > 0 {
                put('n', self.lines);
            }
        }
        if self.typed > 0 {
            put('e', self.typed);
        }
        self.breaks.iter().for_each(|n| put('v', *n));
        for (letter, facts) in [('w', &self.in_heading), ('f', &self.in_text)] {
            for (skip, fact) in facts {
                if *skip > 0 {
                    put('x', *skip);
                }
                put(letter, *fact);
            }
        }
    }

    /// Reads such a word.
    pub fn parse(word: &str) -> Option<Self> {
        let (name, form) = word.rsplit_once(':')?;
        let (id, slot) = match name.split_once('=') {
            Some((id, slot)) => (id, slot),
            None => (name, stem(name)),
        };
        let slot = Some(slot).filter(|slot| !slot.is_empty());
        let mut found = Self::of(
            id.to_owned(),
            slot.map(str::to_owned),
            Role::Body,
            (Numbering::Official, 0),
        );
        let mut skip = 0;
        let mut rest = form;
        while let Some(letter) = rest.chars().next() {
            rest = &rest[letter.len_utf8()..];
            let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            let number = &rest[..rest.len() - digits.len()];
            rest = digits;
            let number: usize = if number.is_empty() {
                0
            } else {
                number.parse().ok()?
            };
            match letter {
                'r' => found.run_in = true,
                'z' => found.bare = true,
                'e' => found.typed = number,
                'i' => found.inside = Some(number),
                'm' => found.mark = Some(number),
                'n' => found.lines = number,
                'v' => found.breaks.push(number),
                'x' => skip = number,
                'w' => found.in_heading.push((std::mem::take(&mut skip), number)),
                'f' => found.in_text.push((std::mem::take(&mut skip), number)),
                _ => {
                    if let Some((_, role)) = ROLES.iter().find(|(l, _)| *l == letter) {
                        found.role = *role;
                        found.lines = number;
                    } else {
                        let (_, numbering) = NUMBERINGS.iter().find(|(l, _)| *l == letter)?;
                        found.heading = (*numbering, u8::try_from(number).ok()?);
                    }
                }
            }
        }
        let level = found.heading.1;
        ((found.role == Role::Body) == (1..=4).contains(&level)).then_some(found)
    }

    /// Lines that the section has in the file, its heading's included.
    pub fn paragraphs(&self) -> usize {
        let own = self.role == Role::Body && self.inside.is_none() && !self.bare;
        self.lines.saturating_add(usize::from(own))
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
