//! # 检查什么
//! 一个部分连同下面的分节，比这类材料通常的篇幅长。
//! # 为什么
//! 篇幅过长，重点就不突出；标题过长，版面排不下。
//! # 反例
//! - 标题：关于全面总结本年度各项工作开展情况并安排部署下一年度工作任务的报告 / 一、工作情况：一是抓学习。二是抓落实。 / 二、存在问题：力量不足。
//! # 正例
//! - 标题：年度总结 / 一、工作情况：一是抓学习。二是抓落实。 / 二、存在问题：力量不足。
//! # 例外
//! 模板没有规定上限的部分，不提示。字数不计空格。

use crate::check::{Finding, Group, Meta, ReportInput, ReportRule, Severity};

/// See the head of this file.
#[derive(Debug)]
pub struct SectionTooLong;

static META: Meta = Meta {
    id: "section-too-long",
    name: "部分过长",
    group: Group::Completeness,
    severity: Severity::Hint,
};

impl ReportRule for SectionTooLong {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, report: &ReportInput<'_>, out: &mut Vec<Finding>) {
        for index in 0..report.nodes.len() {
            let most = report.slot_at(index).map_or(0, |s| s.chars.1);
            let chars = report.chars(index);
            if most > 0 && chars > most {
                let message = format!("“{}”有{chars}字，通常不超过{most}字", report.name(index));
                out.push(report.finding(
                    index,
                    &META,
                    message,
                    "请删去次要的话，或者分成几节。".to_owned(),
                ));
            }
        }
    }
}
