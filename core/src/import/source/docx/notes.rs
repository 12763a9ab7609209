//! What a document has beyond its text, and the words for it.

use crate::text::chars::is_blank;

/// Characters that are shown of a footnote.
const NOTE_SHOWN: usize = 40;
/// Footnotes that are shown.
const NOTES_SHOWN: usize = 5;
/// Characters that are shown of headers and footers.
const HEADER_SHOWN: usize = 60;

/// What was met while reading.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Tracked changes.
    pub revisions: usize,
    pub comments: usize,
    pub hidden: bool,
    /// Footnotes and endnotes.
    pub footnotes: Vec<String>,
    pub pictures: usize,
    pub objects: usize,
    /// Characters of symbol fonts.
    pub symbols: usize,
    pub merged: bool,
    pub coloured: bool,
    /// Text of headers and footers.
    pub headers: Vec<String>,
}

impl Seen {
    /// Keeps the text of a header or footer, unless it is only a page number.
    pub fn add_header(&mut self, text: &str) {
        let number = |c: char| {
            is_blank(c)
                || c.is_ascii_digit()
                || c.is_ascii_punctuation()
                || "第页共—－–·".contains(c)
        };
        if !text.chars().all(number) && !self.headers.iter().any(|known| known == text) {
            self.headers.push(text.to_owned());
        }
    }

    /// The notes for the reader.
    pub fn notes(&self) -> Vec<String> {
        let counted = [
            (self.revisions, " 处修订，已按接受修订后的文字打开。"),
            (self.comments, " 条批注，没有带入。"),
            (self.pictures, " 幅图片或图表，没有带入；图题仍在正文中。"),
            (
                self.objects,
                " 个嵌入的对象（如表格、公式、附件），没有带入。",
            ),
            (
                self.symbols,
                " 个特殊符号认不出来，已用“□”代替，请对照原文件改正。",
            ),
        ];
        let said = [
            (self.hidden, "文件里有隐藏文字，没有带入。"),
            (self.merged, "表格中的合并单元格已拆开。"),
            (self.coloured, "文字颜色和突出显示没有带入。"),
        ];
        let mut notes = Vec::new();
        for (n, what) in counted {
            if n > 0 {
                notes.push(["文件里有 ", &n.to_string(), what].concat());
            }
        }
        notes.extend(said.into_iter().filter(|s| s.0).map(|s| s.1.to_owned()));
        notes.extend(self.footnotes_note());
        if !self.headers.is_empty() {
            let words = shortened(&self.headers.join("；"), HEADER_SHOWN);
            notes.push(["页眉、页脚没有带入：“", &words, "”。"].concat());
        }
        notes
    }

    fn footnotes_note(&self) -> Option<String> {
        let n = self.footnotes.len();
        if n == 0 {
            return None;
        }
        let mut note = ["文件里有 ", &n.to_string(), " 条脚注或尾注，没有带入："].concat();
        for text in self.footnotes.iter().take(NOTES_SHOWN) {
            note.push('“');
            note.push_str(&shortened(text, NOTE_SHOWN));
            note.push('”');
        }
        note.push_str(if n > NOTES_SHOWN { "等。" } else { "。" });
        Some(note)
    }
}

/// At most `most` characters of `text`.
fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => [&text[..end], "…"].concat(),
        None => text.to_owned(),
    }
}
