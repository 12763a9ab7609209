//! Blocks to HTML.

use crate::export::layout::{Align, Block, Inline, Line, ListItem};
use crate::report::{Numbering, Role};

/// `marks`: whether placeholders are marked. `text_seen`: whether running text stands before these blocks.
pub(super) fn write(blocks: &[Block], marks: bool, text_seen: bool) -> String {
    let mut writer = Writer {
        out: String::new(),
        marks,
        text_seen,
    };
    let mut i = 0;
    while let Some(block) = blocks.get(i) {
        i += 1;
        if closing(block) {
            // Signature and date are placed by each other's width.
            let more = blocks[i..].iter().take_while(|b| closing(b)).count();
            let group = &blocks[i - 1..i + more];
            let signed = |b: &Block| {
                matches!(
                    b,
                    Block::Part {
                        role: Role::Signature,
                        ..
                    }
                )
            };
            let class = if group.iter().any(signed) {
                "closing"
            } else {
                "closing dated"
            };
            writer.open("div", class);
            writer.out.push('\n');
            for block in group {
                writer.block(block);
            }
            writer.out.push_str("</div>\n");
            i += more;
        } else {
            writer.block(block);
        }
    }
    writer.out
}

fn closing(block: &Block) -> bool {
    matches!(
        block,
        Block::Part {
            role: Role::Signature | Role::Date,
            ..
        }
    )
}

/// Text with everything escaped that HTML would read otherwise. Characters that HTML does not allow become U+FFFD.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            c if c.is_control() => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
}

struct Writer {
    out: String,
    marks: bool,
    /// Whether running text came before: writers named after it stand at its end, not under the title.
    text_seen: bool,
}

impl Writer {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Part { role, lines } => self.part(*role, lines),
            Block::Heading {
                level,
                numbering,
                mark,
                words,
                body,
            } => {
                self.heading(*level, *numbering, mark, words, body.as_ref());
            }
            Block::Paragraph(line) => {
                self.text_seen = true;
                self.element("p", "", line);
            }
            Block::List(items) => self.list(items),
            Block::Table { align, head, rows } => self.table(align, head, rows),
        }
    }

    /// `<tag class="class">line</tag>`, the class left out where it is empty. Both are names from this file.
    fn element(&mut self, tag: &str, class: &str, line: &[Inline]) {
        self.open(tag, class);
        self.line(line);
        self.close(tag);
    }

    fn open(&mut self, tag: &str, class: &str) {
        self.out.push('<');
        self.out.push_str(tag);
        if !class.is_empty() {
            self.out.push_str(" class=\"");
            self.out.push_str(class);
            self.out.push('"');
        }
        self.out.push('>');
    }

    fn close(&mut self, tag: &str) {
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push_str(">\n");
    }

    fn part(&mut self, role: Role, lines: &[Line]) {
        let class = match role {
            Role::Title => {
                self.open("h1", "title");
                for (i, line) in lines.iter().enumerate() {
                    if i > 0 {
                        self.out.push_str("<br>");
                    }
                    self.line(line);
                }
                self.close("h1");
                return;
            }
            Role::Kicker => "kicker",
            Role::Subtitle => "subtitle",
            Role::Addressee => "addressee",
            Role::Byline if self.text_seen => "byline end",
            Role::Byline => "byline",
            Role::Captions => "caption",
            Role::Attachments => "attachments",
            Role::Signature => "signature",
            Role::Date => "date",
            Role::Lead | Role::Body => "",
        };
        for line in lines {
            self.element("p", class, line);
        }
    }

    fn heading(
        &mut self,
        level: u8,
        numbering: Numbering,
        mark: &str,
        words: &[Inline],
        body: Option<&Line>,
    ) {
        self.text_seen = true;
        let level = usize::from(level.clamp(1, 4) - 1);
        let tag = ["h2", "h3", "h4", "h5"][level];
        let class = match numbering {
            Numbering::Official => ["h1", "h2", "h3", "h4"],
            Numbering::Square | Numbering::Plain => ["h1 head", "h2 head", "h3 head", "h4 head"],
        }[level];
        if let Some(body) = body {
            self.out.push_str("<p class=\"run-in\"><span class=\"");
            self.out.push_str(class);
            self.out.push_str("\" role=\"heading\" aria-level=\"");
            self.out.push_str(&tag[1..]);
            self.out.push_str("\">");
            escape(mark, &mut self.out);
            self.line(words);
            self.out.push_str("</span>");
            self.line(body);
            self.close("p");
        } else {
            self.open(tag, class);
            escape(mark, &mut self.out);
            self.line(words);
            self.close(tag);
        }
    }

    fn list(&mut self, items: &[ListItem]) {
        self.text_seen = true;
        let mut open = 0;
        for item in items {
            if open > item.depth {
                self.out.push_str("</li>\n");
            }
            while open > item.depth + 1 {
                self.out.push_str("</ul>\n</li>\n");
                open -= 1;
            }
            while open <= item.depth {
                self.out.push_str("<ul>\n");
                open += 1;
                if open <= item.depth {
                    self.out.push_str("<li>");
                }
            }
            self.out.push_str("<li>");
            self.line(&item.line);
        }
        while open > 0 {
            self.out.push_str("</li>\n</ul>\n");
            open -= 1;
        }
    }

    fn table(&mut self, align: &[Align], head: &[Line], rows: &[Vec<Line>]) {
        self.text_seen = true;
        self.out.push_str("<table>\n<thead>\n");
        self.row("th", align, head);
        self.out.push_str("</thead>\n<tbody>\n");
        for row in rows {
            self.row("td", align, row);
        }
        self.out.push_str("</tbody>\n</table>\n");
    }

    fn row(&mut self, tag: &str, align: &[Align], cells: &[Line]) {
        self.out.push_str("<tr>\n");
        for (cell, align) in cells.iter().zip(align) {
            let class = match align {
                Align::Auto => "",
                Align::Left => "left",
                Align::Center => "center",
                Align::Right => "right",
            };
            self.element(tag, class, cell);
        }
        self.out.push_str("</tr>\n");
    }

    fn line(&mut self, line: &[Inline]) {
        for inline in line {
            match inline {
                Inline::Placeholder(text) if self.marks => self.around("<mark>", "</mark>", text),
                Inline::Text(text) | Inline::Placeholder(text) => escape(text, &mut self.out),
                Inline::Code(text) => self.around("<code>", "</code>", text),
                Inline::Strong(content) => {
                    self.out.push_str("<strong>");
                    self.line(content);
                    self.out.push_str("</strong>");
                }
                Inline::Emphasis(content) => {
                    self.out.push_str("<em>");
                    self.line(content);
                    self.out.push_str("</em>");
                }
                Inline::Link { url, content } => {
                    self.out.push_str("<a href=\"");
                    escape(url, &mut self.out);
                    self.out
                        .push_str("\" target=\"_blank\" rel=\"noopener noreferrer\">");
                    self.line(content);
                    self.out.push_str("</a>");
                }
            }
        }
    }

    fn around(&mut self, before: &str, after: &str, text: &str) {
        self.out.push_str(before);
        escape(text, &mut self.out);
        self.out.push_str(after);
    }
}
