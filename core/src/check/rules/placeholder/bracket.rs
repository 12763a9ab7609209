//! # 检查什么
//! 【】〔〕［］{} 里写着要填什么，而不是填好的内容。
//! # 为什么
//! 括号里的提示是给起草人看的，留下来说明这一处还没有写。
//! # 反例
//! - 根据【上级部门】要求开展自查。
//! - 【单位名称】工作总结
//! - 由〔姓名〕同志主持。
//! - 由{单位名称}负责。
//! # 正例
//! - 【传闻】网上有人说
//! - 【背景】这一段是说明。
//! - 国办发〔2021〕12号
//! - 国办发【2021】12号
//! - 点击【保存】按钮
//! # 例外
//! 作小标题用的【】、文号里的年份，不算占位。

use crate::check::placeholder_findings;
use crate::check::{Finding, Group, Meta, SectionInput, SectionRule, Severity};
use crate::text::placeholder::Kind;

/// See the head of this file.
#[derive(Debug)]
pub struct Bracket;

static META: Meta = Meta {
    id: "bracket",
    name: "括号里待填的内容",
    group: Group::Placeholder,
    severity: Severity::Error,
};

impl SectionRule for Bracket {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, section: &SectionInput<'_>, out: &mut Vec<Finding>) {
        placeholder_findings::add(
            &META,
            Kind::Bracket,
            "照括号里的提示填好，再把括号去掉。",
            section,
            out,
        );
    }
}
