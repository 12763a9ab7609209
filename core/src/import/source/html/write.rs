//! A page's lines as text in the dialect of sections.

use super::page::{LONGEST_HEADING, Line, Page};
use super::style::TITLE;
use super::table::Spare;
use crate::text::chars::{count, is_blank};

/// The text of a page, without blank lines at both ends.
pub(super) fn text(page: &Page) -> String {
    let mut writer = Writer {
        page,
        out: String::with_capacity(page.text.len()),
        titled: page
            .lines
            .iter()
            .any(|l| l.heading == TITLE && l.is_heading()),
        title: 0,
        bold: &page.bold,
    };
    let marked: usize = page.bold.iter().map(|b| count(&page.text[b.0..b.1])).sum();
    let all: usize = page.lines.iter().map(|l| l.chars).sum();
    if marked * 2 > all {
        writer.bold = &[];
    }
    let mut spare = Spare::new();
    let mut tables = page.tables.iter().peekable();
    let mut i = 0;
    while let Some(line) = page.lines.get(i) {
        let Some(table) = tables.next_if(|table| table.first == i) else {
            writer.line(line);
            i += 1;
            continue;
        };
        for loose in table.loose() {
            writer.line(&page.lines[loose]);
        }
        if writer.out.ends_with("|\n") {
            // Two tables in a row would be one.
            writer.out.push('\n');
        }
        table.write(page, &mut spare, &mut writer.out);
        writer.title = 0;
        i = table.end;
    }
    let end = writer.out.trim_end_matches('\n').len();
    writer.out.truncate(end);
    let blank = writer.out.len() - writer.out.trim_start_matches('\n').len();
    writer.out.drain(..blank);
    writer.out
}

struct Writer<'a> {
    page: &'a Page,
    out: String,
    /// Something is a title: headings stand one level lower.
    titled: bool,
    /// Characters of the title that the line before is, or is the end of.
    title: usize,
    /// Bold words that are still to come.
    bold: &'a [(usize, usize)],
}

impl Writer<'_> {
    fn line(&mut self, line: &Line) {
        let words = self.page.words(line);
        let title = line.is_heading() && line.heading == TITLE;
        let chars = self.title + line.chars;
        let goes_on = title && self.title > 0 && chars <= LONGEST_HEADING;
        self.title = if title { chars } else { 0 };
        if goes_on {
            // A title that is typed on several lines is one.
            self.out.pop();
            if self.out.ends_with(is_latin) && words.starts_with(is_latin) {
                self.out.push(' ');
            }
        } else if line.is_heading() {
            let level = match line.heading {
                TITLE => 1,
                level => (level + u8::from(self.titled)).min(6),
            };
            for _ in 0..level {
                self.out.push('#');
            }
            self.out.push(' ');
        }
        if let Some(entry) = &line.entry {
            let mark = entry.style.mark(entry.number);
            if mark != "- " {
                self.out.push_str(&mark);
            } else if !line.is_heading() {
                for _ in 0..entry.depth {
                    self.out.push_str("  ");
                }
                self.out.push_str(&mark);
            }
        }
        if line.is_heading() {
            self.out.push_str(words.trim_matches(is_blank));
        } else {
            self.body(line);
        }
        self.out.push('\n');
    }

    /// The words of a line with `**` around what is bold.
    fn body(&mut self, line: &Line) {
        let text = self.page.text.as_str();
        let mut at = line.start;
        while let Some((range, rest)) = self.bold.split_first() {
            if range.0 >= line.end {
                break;
            }
            self.bold = rest;
            // Bold words of headings and tables come before, and are passed over.
            if range.0 < at {
                continue;
            }
            let words = &text[range.0..range.1];
            let inner = words.trim_matches(is_blank);
            let start = range.0 + (words.len() - words.trim_start_matches(is_blank).len());
            let end = start + inner.len();
            let touches = text[at..start].ends_with('*') || text[end..line.end].starts_with('*');
            let chars = count(inner);
            if touches
                || inner.contains('*')
                || !inner.contains(char::is_alphanumeric)
                || chars == line.chars && chars > LONGEST_HEADING
            {
                continue;
            }
            self.out.push_str(&text[at..start]);
            self.out.push_str("**");
            self.out.push_str(inner);
            self.out.push_str("**");
            at = end;
        }
        self.out.push_str(&text[at..line.end]);
    }
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric()
}
