//! # 检查什么
//! 某某、某市、某单位等代称。
//! # 为什么
//! 总结和报告要写实名；“某”字多是套用范文时没有改掉的。
//! # 反例
//! - 由某某同志牵头。
//! - 中共某县委员会
//! - 某单位自查情况报告
//! - 在某某小区开展活动。
//! # 正例
//! - 某些同志认识不足。
//! - 从某种意义上说
//! - 在某一方面领先
//! - 某项工作滞后
//! - 李某某诉王某一案
//! # 例外
//! 某些、某种、某一、某个等泛指，以及案例里隐去的姓名，不算占位。

use crate::check::placeholder_findings;
use crate::check::{Finding, Group, Meta, SectionInput, SectionRule, Severity};
use crate::text::placeholder::Kind;

/// See the head of this file.
#[derive(Debug)]
pub struct Mou;

static META: Meta = Meta {
    id: "mou",
    name: "“某”字代称",
    group: Group::Placeholder,
    severity: Severity::Warning,
};

impl SectionRule for Mou {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, section: &SectionInput<'_>, out: &mut Vec<Finding>) {
        placeholder_findings::add(
            &META,
            Kind::Mou,
            "换成真实的名称；需要隐去的，可以忽略这条。",
            section,
            out,
        );
    }
}
