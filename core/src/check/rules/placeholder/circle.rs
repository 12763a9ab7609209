//! # 检查什么
//! ○○、△△ 占着名称或数字的位置。
//! # 为什么
//! 圆圈和三角是代称，定稿应当写明是哪个单位、哪个人、哪一天。
//! # 反例
//! - ○○局召开会议。
//! - 赴△△公司调研。
//! - 由○○○同志主持。
//! - 定于本月在○○镇举行。
//! # 正例
//! - 二○一二年一月
//! - 二〇二一年十月
//! - ○ 列表中的一项
//! - 证明△ABC全等。
//! # 例外
//! 年份里的“○”“〇”，以及行首的圆点，不算占位。

use crate::check::placeholder_findings;
use crate::check::{Finding, Group, Meta, SectionInput, SectionRule, Severity};
use crate::text::placeholder::Kind;

/// See the head of this file.
#[derive(Debug)]
pub struct Circle;

static META: Meta = Meta {
    id: "circle",
    name: "圆圈占位",
    group: Group::Placeholder,
    severity: Severity::Error,
};

impl SectionRule for Circle {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, section: &SectionInput<'_>, out: &mut Vec<Finding>) {
        placeholder_findings::add(&META, Kind::Circle, "换成真实的名称或数字。", section, out);
    }
}
