//! # 检查什么
//! ____ 占着要填的位置。
//! # 为什么
//! 横线是表格和范本里留的空，定稿里应当填上。
//! # 反例
//! - 修订制度___项。
//! - ____年底前完成。
//! - 联系电话：________
//! - 金额＿＿元
//! # 正例
//! - 文件名为 file_name
//! - 要__坚持导向__，抓好落实。
//! - ____
//! - 见图_1
//! # 例外
//! 单独成行的横线是分隔线；夹着文字的一对是 Markdown 加粗。

use crate::check::placeholder_findings;
use crate::check::{Finding, Group, Meta, SectionInput, SectionRule, Severity};
use crate::text::placeholder::Kind;

/// See the head of this file.
#[derive(Debug)]
pub struct Underscore;

static META: Meta = Meta {
    id: "underscore",
    name: "横线占位",
    group: Group::Placeholder,
    severity: Severity::Error,
};

impl SectionRule for Underscore {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, section: &SectionInput<'_>, out: &mut Vec<Finding>) {
        placeholder_findings::add(
            &META,
            Kind::Underscore,
            "把横线换成要填的内容。",
            section,
            out,
        );
    }
}
