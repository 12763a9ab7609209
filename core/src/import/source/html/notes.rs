//! What of a page did not come along, in Chinese.

use super::style::Aside;
use crate::text::chars::is_blank;

/// Characters that a note quotes of a footnote.
const QUOTED: usize = 40;
/// Footnotes that are quoted.
const LISTED: usize = 5;

/// What was met and left out.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub pictures: usize,
    pub comment_anchors: usize,
    pub merged_cells: bool,
    comments: usize,
    hidden: usize,
    deleted: usize,
    furniture: usize,
    footnotes: usize,
    quoted: Vec<String>,
}

impl Seen {
    /// An element with `words` was left out.
    pub fn left_out(&mut self, aside: Aside, words: &str) {
        if words.chars().all(is_blank) {
            return;
        }
        match aside {
            Aside::No | Aside::Machinery => {}
            Aside::Hidden => self.hidden += 1,
            Aside::Deleted => self.deleted += 1,
            Aside::Furniture => self.furniture += 1,
            Aside::Comment => self.comments += 1,
            Aside::Footnote => {
                self.footnotes += 1;
                if self.quoted.len() < LISTED {
                    let words = words.trim_matches(is_blank);
                    self.quoted.push(words.chars().take(QUOTED).collect());
                }
            }
        }
    }

    /// The notes.
    pub fn notes(&self) -> Vec<String> {
        let mut out = Vec::new();
        let mut say = |count: usize, before: &str, after: &str| {
            if count > 0 {
                out.push([before, &count.to_string(), after].concat());
            }
        };
        say(
            self.pictures,
            "有",
            "张图片没有带过来，图片的文字说明已保留；需要图片时，请在导出后另行插入。",
        );
        say(
            self.comments.max(self.comment_anchors),
            "有",
            "条批注没有带过来，请在原文件中查看。",
        );
        say(
            self.deleted,
            "原文有修订痕迹，已按“接受修订”处理，删去的",
            "处文字没有带过来。",
        );
        say(
            self.hidden,
            "有",
            "处在原页面上看不见的隐藏文字没有带过来。",
        );
        say(
            self.furniture,
            "有",
            "处页眉、页脚没有带过来，导出时会另行生成页码。",
        );
        if self.merged_cells {
            out.push("表格中的合并单元格已拆开，请核对。".to_owned());
        }
        if self.footnotes > 0 {
            let count = self.footnotes.to_string();
            let quoted = self.quoted.join("”“");
            let more = if self.footnotes > self.quoted.len() {
                "等"
            } else {
                ""
            };
            out.push(
                [
                    "有",
                    &count,
                    "条脚注或尾注没有放进正文，请按需要补写：“",
                    &quoted,
                    "”",
                    more,
                    "。",
                ]
                .concat(),
            );
        }
        out
    }
}
