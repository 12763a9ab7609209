//! # 检查什么
//! 应当分条写的部分，条数不够。分节、一是二是、编号段落和列表都算条。
//! # 为什么
//! 做法、问题和打算要一条一条写清楚，只写一条多半是没有写完。
//! # 反例
//! - 标题：年度总结 / 一、工作情况：全年抓学习抓落实抓整改。 / 二、存在问题：力量不足。
//! - 标题：年度总结 / 一、工作情况： / （一）学习：开展了六次集中学习。 / 二、存在问题：力量不足。
//! # 正例
//! - 标题：年度总结 / 一、工作情况：一是抓学习。二是抓落实。 / 二、存在问题：力量不足。
//! - 标题：年度总结 / 一、工作情况：1.抓学习，见成效⏎2.抓落实 / 二、存在问题：力量不足。
//! - 标题：年度总结 / 一、工作情况： / （一）学习：已开展。 / （二）落实：已完成。 / 二、存在问题：力量不足。
//! # 例外
//! 空着的部分另有提示，不再说条数。

use crate::check::{Finding, Group, Meta, ReportInput, ReportRule, Severity};

/// See the head of this file.
#[derive(Debug)]
pub struct TooFewItems;

static META: Meta = Meta {
    id: "too-few-items",
    name: "条数不够",
    group: Group::Completeness,
    severity: Severity::Warning,
};

impl ReportRule for TooFewItems {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, report: &ReportInput<'_>, out: &mut Vec<Finding>) {
        for index in 0..report.nodes.len() {
            let least = report.slot_at(index).map_or(0, |s| s.min_items);
            let items = report.items(index);
            if items < least && report.chars(index) > 0 {
                let message = if items == 0 {
                    format!("“{}”没有分条，通常不少于{least}条", report.name(index))
                } else {
                    format!("“{}”只有{items}条，通常不少于{least}条", report.name(index))
                };
                let advice = "请分条写，可以用“一是、二是”，也可以分节。".to_owned();
                out.push(report.finding(index, &META, message, advice));
            }
        }
    }
}
