//! # 检查什么
//! 序号、小标题后面只有省略号，没有内容。
//! # 为什么
//! 有标题没有内容，多半是留着以后再写的。
//! # 反例
//! - （一）……
//! - ……
//! - 一是抓学习；二是……。
//! - 2、……
//! # 正例
//! - 物资不断涌来……
//! - 他说：“……”
//! - 正文一段。⏎……⏎又一段。
//! - 总体要求......3
//! # 例外
//! 句子里的省略号不算。

use crate::check::placeholder_findings;
use crate::check::{Finding, Group, Meta, SectionInput, SectionRule, Severity};
use crate::text::placeholder::Kind;

/// See the head of this file.
#[derive(Debug)]
pub struct Ellipsis;

static META: Meta = Meta {
    id: "ellipsis",
    name: "只有省略号",
    group: Group::Placeholder,
    severity: Severity::Warning,
};

impl SectionRule for Ellipsis {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, section: &SectionInput<'_>, out: &mut Vec<Finding>) {
        placeholder_findings::add(
            &META,
            Kind::Ellipsis,
            "写上内容；不需要这一条的，连序号一起删去。",
            section,
            out,
        );
    }
}
