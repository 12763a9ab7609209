//! # 检查什么
//! 必要的部分是空的，或者有标题没有正文，下面的分节也没有。
//! # 为什么
//! 只有标题没有内容，读者会以为漏印了。
//! # 反例
//! - 标题： / 一、工作情况：一是抓学习。二是抓落实。 / 二、存在问题：力量不足。
//! - 标题：年度总结 / 一、工作情况：一是抓学习。二是抓落实。 / 二、存在问题：
//! - 标题：年度总结 / 一、工作情况：一是抓学习。二是抓落实。 / 二、存在问题：力量不足。 / 三、其他：
//! - 标题：年度总结 / 一、工作情况： / （一）学习： / （二）落实： / 二、存在问题：力量不足。
//! # 正例
//! - 标题：年度总结 / 一、工作情况：一是抓学习。二是抓落实。 / 二、存在问题：力量不足。
//! - 标题：年度总结 / 导语： / 一、工作情况： / （一）学习：已开展。 / （二）落实：已完成。 / 二、存在问题：力量不足。
//! # 例外
//! 标题下面的分节写了内容的，不算空；整个部分都空着的，只说最上面一节；可有可无的导语、落款空着，不提示。必要的部分是必错，其余是疑似。

use crate::check::{Finding, Group, Meta, ReportInput, ReportRule, Severity};

/// See the head of this file.
#[derive(Debug)]
pub struct EmptySection;

static META: Meta = Meta {
    id: "empty-section",
    name: "没有内容",
    group: Group::Completeness,
    severity: Severity::Error,
};

/// For sections that the template does not require.
static OPTIONAL: Meta = Meta {
    severity: Severity::Warning,
    ..META
};

impl ReportRule for EmptySection {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, report: &ReportInput<'_>, out: &mut Vec<Finding>) {
        for index in (0..report.nodes.len()).filter(|i| {
            report.is_empty(*i) && !report.parent(*i).is_some_and(|p| report.is_empty(p))
        }) {
            // Of several sections for one slot only one has to be written.
            let required = report
                .slot_at(index)
                .is_some_and(|s| s.required && report.sections_of(s).all(|i| report.chars(i) == 0));
            if required || report.nodes[index].heading.is_some() {
                let rule = if required { &META } else { &OPTIONAL };
                let message = format!("“{}”还没有内容", report.name(index));
                let advice = if required {
                    "这一部分必须写，请补上正文。"
                } else {
                    "请补上正文；不需要的，把这一节删去。"
                };
                out.push(report.finding(index, rule, message, advice.to_owned()));
            }
        }
    }
}
