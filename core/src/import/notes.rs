//! What the reader should know of how a text was opened, in Chinese.

use super::build::Draft;
use super::classify::{Classified, Kind};
use crate::report::Role;

/// Notes in the order of the report.
pub(super) fn notes(
    all: &Classified<'_>,
    drafts: &[Draft],
    front_matter_read: bool,
) -> Vec<String> {
    let mut out = Vec::new();
    if all.paras.is_empty() {
        out.push("文件里没有文字。".to_owned());
        return out;
    }
    if !front_matter_read {
        out.push(
            "文件开头的属性（两行“---”之间）没有全部认出，已原样留在正文最前面，请查看。"
                .to_owned(),
        );
    }
    if !drafts
        .iter()
        .any(|d| matches!(d.role, Role::Title | Role::Kicker))
    {
        out.push("没有认出标题，请补写，或从正文里移过去。".to_owned());
    }
    if !drafts.iter().any(|d| d.heading.is_some()) {
        out.push("没有认出小标题，全文放在一个部分里。".to_owned());
    }
    if drafts.iter().filter(|d| d.role == Role::Title).count() > 1 {
        out.push("文中有不止一个标题，可能带有附件；各部分按原来的次序放好，请核对。".to_owned());
    }
    let dropped = all.kinds.iter().filter(|k| **k == Kind::Dropped).count();
    if dropped > 0 {
        out.push(format!("按您的选择略去了 {dropped} 行。"));
    }
    out
}
