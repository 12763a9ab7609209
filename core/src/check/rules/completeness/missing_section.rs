//! # 检查什么
//! 这类材料必须有的部分，报告里没有。
//! # 为什么
//! 结构不全的材料会被退回；缺了问题或打算，总结就不成立。
//! # 反例
//! - 标题：年度总结 / 一、工作情况：一是抓学习。二是抓落实。
//! - 一、工作情况：一是抓学习。二是抓落实。 / 二、存在问题：力量不足。
//! # 正例
//! - 标题：年度总结 / 一、工作情况：一是抓学习。二是抓落实。 / 二、存在问题：力量不足。
//! - 标题：年度总结 / 一、工作情况：（略） / （一）学习：已开展。 / 二、存在问题：力量不足。
//! # 例外
//! 可有可无的部分没有写，不提示。

use crate::check::{Finding, Group, Meta, ReportInput, ReportRule, Severity};

/// See the head of this file.
#[derive(Debug)]
pub struct MissingSection;

static META: Meta = Meta {
    id: "missing-section",
    name: "缺少必要部分",
    group: Group::Completeness,
    severity: Severity::Error,
};

impl ReportRule for MissingSection {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, report: &ReportInput<'_>, out: &mut Vec<Finding>) {
        for slot in report.slots().iter().filter(|s| s.required) {
            if report.sections_of(slot).next().is_none() {
                out.push(Finding {
                    rule: &META,
                    place: None,
                    slot: Some(slot.id.clone()),
                    message: format!("缺少“{}”", slot.name),
                    advice: "这类材料必须有这一部分，请添加并写好。".to_owned(),
                    fix: None,
                });
            }
        }
    }
}
