//! # 检查什么
//! {{名称}} 引用的事实还没有填值。
//! # 为什么
//! 事实在一处填写、多处使用；没有填的会原样出现在定稿里。
//! # 反例
//! - 召开会议{{会议次数}}次。
//! - {{单位名称}}工作总结
//! - 截至{{ 截止日期 }}
//! - {{甲}}开会
//! # 正例
//! - 召开会议12次。
//! - 函数f{x}
//! - {{
//! - {{}}
//! # 例外
//! 已经填了值的事实不算。

use crate::check::placeholder_findings;
use crate::check::{Finding, Group, Meta, SectionInput, SectionRule, Severity};
use crate::text::placeholder::Kind;

/// See the head of this file.
#[derive(Debug)]
pub struct Fact;

static META: Meta = Meta {
    id: "fact",
    name: "没有填的事实",
    group: Group::Placeholder,
    severity: Severity::Error,
};

impl SectionRule for Fact {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, section: &SectionInput<'_>, out: &mut Vec<Finding>) {
        placeholder_findings::add(&META, Kind::Fact, "在“事实”里填上它的值。", section, out);
    }
}
