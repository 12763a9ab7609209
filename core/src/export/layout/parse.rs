//! From CommonMark to blocks.

use pulldown_cmark::{Alignment, Event, Options, Parser, Tag, TagEnd};

use super::{Align, Block, Inline, Line, ListItem, is_safe_link};
use crate::text::placeholder::{Placeholder, placeholders};

fn parser(commonmark: &str) -> Parser<'_> {
    Parser::new_ext(commonmark, Options::ENABLE_TABLES)
}

/// What is seen of a piece of CommonMark, blanks at line ends aside.
pub(super) fn seen(commonmark: &str) -> String {
    let mut out = String::new();
    for event in parser(commonmark) {
        if let Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) =
            event
        {
            out.push_str(&text);
        }
    }
    out
}

/// The blocks of a resolved section text, with placeholders marked.
pub(super) fn blocks(commonmark: &str) -> Vec<Block> {
    let mut builder = Builder::default();
    for event in parser(commonmark) {
        builder.take(event);
    }
    builder.finish()
}

/// A line without markup, with placeholders marked.
pub(super) fn literal_line(text: &str) -> Line {
    mark_placeholders(vec![Inline::Text(text.to_owned())], &placeholders(text))
}

#[derive(Debug, Default)]
struct Builder {
    blocks: Vec<Block>,
    /// The line that is being read; further ones for the marks that are open in it.
    line: Vec<Line>,
    urls: Vec<String>,
    depth: usize,
    list: Vec<ListItem>,
    align: Vec<Align>,
    rows: Vec<Vec<Line>>,
}

impl Builder {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(code) => self.current().push(Inline::Code(code.into_string())),
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            // The resolved text has none of these.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong | Tag::Emphasis => self.open(),
            Tag::Link { dest_url, .. } => {
                self.urls.push(dest_url.into_string());
                self.open();
            }
            Tag::List(_) => {
                self.flush();
                self.depth += 1;
            }
            Tag::Table(align) => {
                self.flush();
                self.align = align.into_iter().map(align_of).collect();
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.close(Inline::Strong),
            TagEnd::Emphasis => self.close(Inline::Emphasis),
            TagEnd::Link => {
                let url = self.urls.pop().unwrap_or_default();
                let content = self.pop();
                if is_safe_link(&url) {
                    self.current().push(Inline::Link { url, content });
                } else {
                    self.current().extend(content);
                }
            }
            TagEnd::List(_) => {
                self.flush();
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 && !self.list.is_empty() {
                    self.blocks
                        .push(Block::List(std::mem::take(&mut self.list)));
                }
            }
            TagEnd::TableCell => {
                let cell = self.taken();
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => {
                let mut rows = std::mem::take(&mut self.rows).into_iter();
                let head = rows.next().unwrap_or_default();
                self.blocks.push(Block::Table {
                    align: std::mem::take(&mut self.align),
                    head,
                    rows: rows.collect(),
                });
            }
            TagEnd::TableHead | TagEnd::TableRow | TagEnd::Image => {}
            _ => self.flush(),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.flush();
        self.blocks
    }

    fn current(&mut self) -> &mut Line {
        if self.line.is_empty() {
            self.line.push(Line::new());
        }
        let last = self.line.len() - 1;
        &mut self.line[last]
    }

    fn open(&mut self) {
        self.current();
        self.line.push(Line::new());
    }

    fn text(&mut self, text: &str) {
        let line = self.current();
        if let Some(Inline::Text(last)) = line.last_mut() {
            last.push_str(text);
        } else {
            line.push(Inline::Text(text.to_owned()));
        }
    }

    fn pop(&mut self) -> Line {
        if self.line.len() > 1 {
            self.line.pop().unwrap_or_default()
        } else {
            Line::new()
        }
    }

    fn close(&mut self, kind: fn(Line) -> Inline) {
        let content = self.pop();
        self.current().push(kind(content));
    }

    /// The line that was read, with its placeholders marked.
    fn taken(&mut self) -> Line {
        let line: Line = std::mem::take(&mut self.line)
            .into_iter()
            .flatten()
            .collect();
        let found = placeholders(&super::plain(&line));
        mark_placeholders(line, &found)
    }

    fn flush(&mut self) {
        let line = self.taken();
        if line.is_empty() {
        } else if self.depth > 0 {
            self.list.push(ListItem {
                depth: self.depth - 1,
                line,
            });
        } else {
            self.blocks.push(Block::Paragraph(line));
        }
    }
}

fn align_of(align: Alignment) -> Align {
    match align {
        Alignment::None => Align::Auto,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::Right,
    }
}

/// Cuts a line's text at the placeholders that were found in what is seen of it.
pub(super) fn mark_placeholders(line: Line, found: &[Placeholder]) -> Line {
    if found.is_empty() {
        line
    } else {
        cut(line, found, &mut 0)
    }
}

fn cut(line: Line, found: &[Placeholder], at: &mut usize) -> Line {
    let mut out = Line::new();
    for inline in line {
        match inline {
            Inline::Text(text) => {
                cut_text(&text, *at, found, &mut out);
                *at += text.len();
            }
            Inline::Code(text) | Inline::Placeholder(text) => {
                *at += text.len();
                out.push(Inline::Code(text));
            }
            Inline::Strong(content) => out.push(Inline::Strong(cut(content, found, at))),
            Inline::Emphasis(content) => out.push(Inline::Emphasis(cut(content, found, at))),
            Inline::Link { url, content } => out.push(Inline::Link {
                url,
                content: cut(content, found, at),
            }),
        }
    }
    out
}

/// `at` is the text's first byte in the line that the placeholders were found in.
fn cut_text(text: &str, at: usize, found: &[Placeholder], out: &mut Line) {
    let mut from = 0;
    for placeholder in found {
        let start = placeholder.span.start.clamp(at, at + text.len()) - at;
        let end = placeholder.span.end.clamp(at, at + text.len()) - at;
        let (Some(before), Some(inside)) = (text.get(from..start), text.get(start..end)) else {
            continue;
        };
        if inside.is_empty() {
            continue;
        }
        if !before.is_empty() {
            out.push(Inline::Text(before.to_owned()));
        }
        out.push(Inline::Placeholder(inside.to_owned()));
        from = end;
    }
    if from < text.len() {
        out.push(Inline::Text(text[from..].to_owned()));
    }
}
