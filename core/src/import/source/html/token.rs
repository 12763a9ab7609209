//! HTML to tags and text, as browsers cut it (HTML Standard, 13.2.5), without building a tree.
//!
//! Character references in text are left as they stand: [`entity`](super::entity) reads them.

/// Elements whose content is text up to their own end tag.
const RAW: [&str; 7] = [
    "script", "style", "title", "textarea", "iframe", "noembed", "noframes",
];

/// A piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text with character references.
    Text(&'a str),
    /// Text without.
    Verbatim(&'a str),
    /// A start tag: its name, and what stands behind the name.
    Open {
        name: &'a str,
        attributes: &'a str,
        /// Ends with `/>`.
        closed: bool,
    },
    /// What stands in an element of [`RAW`].
    Raw { name: &'static str, text: &'a str },
    /// An end tag's name.
    Close(&'a str),
    /// A comment's words.
    Comment(&'a str),
}

/// The tokens of a page.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// The element of [`RAW`] that was just opened, and whether its tag ends with `/>`.
    raw: Option<(usize, bool)>,
    /// Elements of [`RAW`] that have no end tag any more.
    endless: [bool; RAW.len()],
}

impl<'a> Tokens<'a> {
    pub fn new(html: &'a str) -> Self {
        Self {
            rest: html,
            raw: None,
            endless: [false; RAW.len()],
        }
    }

    /// What stands before byte `at`; the rest goes on at byte `next`.
    fn cut(&mut self, at: usize, next: usize) -> &'a str {
        let (head, tail) = (&self.rest[..at], &self.rest[next.min(self.rest.len())..]);
        self.rest = tail;
        head
    }

    /// What a `<` begins; `None` where it is a character like others.
    fn markup(&mut self) -> Option<Token<'a>> {
        match *self.rest.as_bytes().get(1)? {
            b'!' => Some(self.declaration()),
            b'?' => Some(self.bogus(2)),
            b'/' => match self.rest.as_bytes().get(2)? {
                c if c.is_ascii_alphabetic() => self.tag(2),
                _ => Some(self.bogus(2)),
            },
            c if c.is_ascii_alphabetic() => self.tag(1),
            _ => None,
        }
    }

    fn tag(&mut self, from: usize) -> Option<Token<'a>> {
        let text = &self.rest[from..];
        let end = text
            .find(|c| is_space(c) || c == '/' || c == '>')
            .unwrap_or(text.len());
        let (name, behind) = text.split_at(end);
        let mut attributes = Attributes::new(behind);
        attributes.by_ref().for_each(drop);
        let after = attributes.rest;
        let behind = &behind[..behind.len() - after.len()];
        let Some(after) = after.strip_prefix('>') else {
            // Cut off inside the tag.
            self.rest = "";
            return None;
        };
        self.rest = after;
        if from == 2 {
            return Some(Token::Close(name));
        }
        self.raw = RAW
            .iter()
            .position(|raw| raw.eq_ignore_ascii_case(name))
            .map(|raw| (raw, attributes.slash));
        Some(Token::Open {
            name,
            attributes: behind,
            closed: attributes.slash && self.raw.is_none(),
        })
    }

    /// `<!…`: a comment, a document type, Word's `<![if …]>`, or text between `<![CDATA[` and `]]>`.
    fn declaration(&mut self) -> Token<'a> {
        if let Some(body) = self.rest.strip_prefix("<!--") {
            let (len, skip) = comment(body);
            self.rest = body;
            return Token::Comment(self.cut(len, len + skip));
        }
        if let Some(body) = self.rest.strip_prefix("<![CDATA[")
            && let Some(len) = body.find("]]>")
        {
            self.rest = body;
            return Token::Verbatim(self.cut(len, len + 3));
        }
        self.bogus(2)
    }

    fn bogus(&mut self, from: usize) -> Token<'a> {
        let end = self.rest.find('>').unwrap_or(self.rest.len());
        Token::Comment(self.cut(end, end + 1).get(from..).unwrap_or(""))
    }

    fn raw(&mut self, raw: usize, closed: bool) -> &'a str {
        let name = RAW[raw];
        let mut from = 0;
        while !(closed && self.endless[raw]) {
            let Some(step) = self.rest[from..].find("</") else {
                self.endless[raw] = true;
                break;
            };
            let tail = &self.rest.as_bytes()[from + step + 2..];
            if tail
                .get(..name.len())
                .is_some_and(|t| t.eq_ignore_ascii_case(name.as_bytes()))
                && tail
                    .get(name.len())
                    .is_none_or(|c| is_space(char::from(*c)) || matches!(c, b'/' | b'>'))
            {
                return self.cut(from + step, from + step);
            }
            from += step + 2;
        }
        if closed {
            return "";
        }
        self.cut(self.rest.len(), self.rest.len())
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some((raw, closed)) = self.raw.take() {
            let text = self.raw(raw, closed);
            return Some(Token::Raw {
                name: RAW[raw],
                text,
            });
        }
        let mut from = 0;
        if self.rest.starts_with('<') {
            if let Some(token) = self.markup() {
                return Some(token);
            }
            from = 1;
        }
        if self.rest.is_empty() {
            return None;
        }
        let end = self.rest[from..]
            .find('<')
            .map_or(self.rest.len(), |i| from + i);
        Some(Token::Text(self.cut(end, end)))
    }
}

/// The length of a comment's words, and of what ends it.
fn comment(body: &str) -> (usize, usize) {
    for start in [">", "->"] {
        if body.starts_with(start) {
            return (0, start.len());
        }
    }
    let mut from = 0;
    while let Some(step) = body[from..].find("--") {
        let at = from + step;
        for end in ["-->", "--!>"] {
            if body[at..].starts_with(end) {
                return (at, end.len());
            }
        }
        from = at + 1;
    }
    (body.len(), 0)
}

/// What HTML takes for a blank.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0C')
}

/// Names and values in a tag. Values keep their character references.
#[derive(Debug)]
pub(super) struct Attributes<'a> {
    /// What is not read yet; at last the tag's `>` and what follows it.
    rest: &'a str,
    /// A `/` stands right before the `>`.
    slash: bool,
}

impl<'a> Attributes<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            rest: text,
            slash: false,
        }
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let text = self.rest.trim_start_matches(|c| is_space(c) || c == '/');
        self.slash = self.rest[..self.rest.len() - text.len()].ends_with('/');
        self.rest = text;
        let first = text.chars().next().filter(|c| *c != '>')?.len_utf8();
        let end = text[first..]
            .find(|c| is_space(c) || matches!(c, '/' | '>' | '='))
            .map_or(text.len(), |i| first + i);
        let (name, after) = text.split_at(end);
        self.rest = after.trim_start_matches(is_space);
        let Some(value) = self.rest.strip_prefix('=') else {
            return Some((name, ""));
        };
        let value = value.trim_start_matches(is_space);
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let body = &value[usize::from(quote.is_some())..];
        let end = match quote {
            Some(quote) => body.find(quote),
            None => body.find(|c| is_space(c) || c == '>'),
        };
        let end = end.unwrap_or(body.len());
        self.rest = body.get(end + usize::from(quote.is_some())..).unwrap_or("");
        Some((name, &body[..end]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(html: &str) -> Vec<Token<'_>> {
        Tokens::new(html).collect()
    }

    fn open<'a>(name: &'a str, attributes: &'a str) -> Token<'a> {
        Token::Open {
            name,
            attributes,
            closed: false,
        }
    }

    #[test]
    fn tags_text_and_comments_are_told_apart() {
        assert_eq!(
            cut("<!DOCTYPE html><P class=a>1 < 2</P ><!-- <b> --><![if !x]>乙<![endif]>"),
            [
                Token::Comment("DOCTYPE html"),
                open("P", " class=a"),
                Token::Text("1 "),
                Token::Text("< 2"),
                Token::Close("P"),
                Token::Comment(" <b> "),
                Token::Comment("[if !x]"),
                Token::Text("乙"),
                Token::Comment("[endif]"),
            ]
        );
    }

    #[test]
    fn comments_end_where_browsers_end_them() {
        for html in ["<!-->甲", "<!--->甲", "<!-- a --!>甲", "<!-- a -- b --->甲"] {
            assert_eq!(cut(html).last(), Some(&Token::Text("甲")), "{html}");
        }
        assert_eq!(cut("<!-- 甲"), [Token::Comment(" 甲")]);
        assert_eq!(cut("<![CDATA[<b>&lt;]]>"), [Token::Verbatim("<b>&lt;")]);
    }

    #[test]
    fn the_content_of_a_script_is_no_markup() {
        assert_eq!(
            cut("<script>'<p>' </scripts> </SCRIPT >甲"),
            [
                open("script", ""),
                Token::Raw {
                    name: "script",
                    text: "'<p>' </scripts> "
                },
                Token::Close("SCRIPT"),
                Token::Text("甲"),
            ]
        );
        assert_eq!(cut("<script src=a />甲").last(), Some(&Token::Text("甲")));
        assert_eq!(
            cut("<style>甲").last(),
            Some(&Token::Raw {
                name: "style",
                text: "甲"
            })
        );
    }

    #[test]
    fn attributes_come_in_every_manner() {
        let read = |text| Attributes::new(text).collect::<Vec<_>>();
        assert_eq!(
            read(" a=1 b = '2>' c=\"3\" hidden D=x/y / e"),
            [
                ("a", "1"),
                ("b", "2>"),
                ("c", "3"),
                ("hidden", ""),
                ("D", "x/y"),
                ("e", "")
            ]
        );
        assert_eq!(read("=a=b"), [("=a", "b")]);
        assert_eq!(
            cut("<br class=a/><br />"),
            [
                open("br", " class=a/"),
                Token::Open {
                    name: "br",
                    attributes: " /",
                    closed: true
                }
            ]
        );
    }

    #[test]
    fn what_is_cut_off_is_left_out() {
        for html in ["甲<p", "甲<p class=", "甲<p class='a>乙", "甲</p", "甲<p a"] {
            assert_eq!(cut(html), [Token::Text("甲")], "{html}");
        }
        assert_eq!(cut("甲<"), [Token::Text("甲"), Token::Text("<")]);
    }
}
