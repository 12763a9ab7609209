//! # 检查什么
//! 一个部分连同下面的分节，比这类材料通常的篇幅短。
//! # 为什么
//! 篇幅过短，往往是情况没有写透，或者还没有写完。
//! # 反例
//! - 标题：年度总结 / 一、工作情况：学了。 / 二、存在问题：力量不足。
//! - 标题：年度总结 / 一、工作情况： / （一）学：做。 / 二、存在问题：力量不足。
//! # 正例
//! - 标题：年度总结 / 一、工作情况：一是抓学习。二是抓落实。 / 二、存在问题：力量不足。
//! - 标题：年度总结 / 一、工作情况： / 二、存在问题：力量不足。
//! # 例外
//! 空着的部分另有提示，不再说短。字数不计空格。

use crate::check::{Finding, Group, Meta, ReportInput, ReportRule, Severity};

/// See the head of this file.
#[derive(Debug)]
pub struct SectionTooShort;

static META: Meta = Meta {
    id: "section-too-short",
    name: "部分过短",
    group: Group::Completeness,
    severity: Severity::Hint,
};

impl ReportRule for SectionTooShort {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, report: &ReportInput<'_>, out: &mut Vec<Finding>) {
        for index in 0..report.nodes.len() {
            let least = report.slot_at(index).map_or(0, |s| s.chars.0);
            let chars = report.chars(index);
            if chars > 0 && chars < least {
                let message = format!("“{}”只有{chars}字，通常不少于{least}字", report.name(index));
                out.push(report.finding(
                    index,
                    &META,
                    message,
                    "请把做法、数据和事例写充实。".to_owned(),
                ));
            }
        }
    }
}
