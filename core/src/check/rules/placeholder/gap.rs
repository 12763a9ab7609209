//! # 检查什么
//! 量词前面空着，数字被删去了。
//! # 为什么
//! 套用旧稿时删去了旧数字，只留下空格，读起来缺一块。
//! # 反例
//! - 收缴 万元，已上缴国库。
//! - 办结率 %。
//! - 检查（  ）次
//! - 现有职工　　人，较上年减少。
//! # 正例
//! - 共 30 人参加。
//! - 2018 年 5 月
//! - 　　人民群众拍手称快。
//! - 姓　　名
//! - 单位 万元
//! # 例外
//! 数字与汉字之间的空格、段首缩进、为对齐加宽的字距，不算漏填。

use crate::check::placeholder_findings;
use crate::check::{Finding, Group, Meta, SectionInput, SectionRule, Severity};
use crate::text::placeholder::Kind;

/// See the head of this file.
#[derive(Debug)]
pub struct Gap;

static META: Meta = Meta {
    id: "gap",
    name: "数字漏填",
    group: Group::Placeholder,
    severity: Severity::Error,
};

impl SectionRule for Gap {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, section: &SectionInput<'_>, out: &mut Vec<Finding>) {
        placeholder_findings::add(
            &META,
            Kind::Gap,
            "补上数字；不需要的，连量词一起删去。",
            section,
            out,
        );
    }
}
