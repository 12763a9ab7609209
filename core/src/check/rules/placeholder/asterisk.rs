//! # 检查什么
//! *、**、＊＊ 占着数字或名称的位置，后面跟着量词、单位或机构名。
//! # 为什么
//! 星号是留空时的替身，留在定稿里就是漏填；在 Markdown 里还可能被当成加粗符号吃掉。
//! # 反例
//! - 开展专题学习**次。
//! - ＊＊局坚持把学习放在首位。
//! - 轮训干部***人次。
//! - 会议于*月召开。
//! # 正例
//! - 要**坚持问题导向**，抓好落实。
//! - **重点**工作进展顺利。
//! - * 列表中的一项
//! - 长度为5*8。
//! - **个人自学**、集体研讨相结合。
//! # 例外
//! 成对地夹着文字的是 Markdown 加粗，行首带空格的是列表，都不算占位。

use crate::check::placeholder_findings;
use crate::check::{Finding, Group, Meta, SectionInput, SectionRule, Severity};
use crate::text::placeholder::Kind;

/// See the head of this file.
#[derive(Debug)]
pub struct Asterisk;

static META: Meta = Meta {
    id: "asterisk",
    name: "星号占位",
    group: Group::Placeholder,
    severity: Severity::Error,
};

impl SectionRule for Asterisk {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, section: &SectionInput<'_>, out: &mut Vec<Finding>) {
        placeholder_findings::add(
            &META,
            Kind::Asterisk,
            "把星号换成真实的数字或名称；不宜公开的，改用概括的说法。",
            section,
            out,
        );
    }
}
