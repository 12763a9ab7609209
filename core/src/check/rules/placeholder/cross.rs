//! # 检查什么
//! ×、×× 占着数字、名称或文号的位置。
//! # 为什么
//! 叉号多是套用旧稿时留下的，漏改一处，单位、日期、文号就不成立。
//! # 反例
//! - 关于××单位的自查报告
//! - 参会人员×人。
//! - 20××年总结
//! - 由×××同志负责。
//! # 正例
//! - 场地为5×8米。
//! - 工时按天数×8小时计算。
//! - 总价为人数×单价。
//! - 对的打√，错的打×。
//! # 例外
//! 乘号不算占位。

use crate::check::placeholder_findings;
use crate::check::{Finding, Group, Meta, SectionInput, SectionRule, Severity};
use crate::text::placeholder::Kind;

/// See the head of this file.
#[derive(Debug)]
pub struct Cross;

static META: Meta = Meta {
    id: "cross",
    name: "叉号占位",
    group: Group::Placeholder,
    severity: Severity::Error,
};

impl SectionRule for Cross {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, section: &SectionInput<'_>, out: &mut Vec<Finding>) {
        placeholder_findings::add(
            &META,
            Kind::Cross,
            "把叉号换成真实的数字、名称或文号。",
            section,
            out,
        );
    }
}
