//! # 检查什么
//! （待补充）、（待核实）、待定、此处填写、TODO 等记号。
//! # 为什么
//! 这些是起草时给自己的记号，定稿前应当办完。
//! # 反例
//! - 全年收入（待补充）。
//! - 受益群众（数据待核实）。
//! - 会议时间待定。
//! - TODO：补上数据
//! - 此处填写单位
//! # 正例
//! - 制度有待完善。
//! - 待核实后再作处理。
//! - 情况待核实。
//! - 此处风景独好。
//! - （填写说明）
//! # 例外
//! “有待完善”“待……后”一类的正常说法不算。

use crate::check::placeholder_findings;
use crate::check::{Finding, Group, Meta, SectionInput, SectionRule, Severity};
use crate::text::placeholder::Kind;

/// See the head of this file.
#[derive(Debug)]
pub struct TodoWord;

static META: Meta = Meta {
    id: "todo-word",
    name: "待补充的记号",
    group: Group::Placeholder,
    severity: Severity::Error,
};

impl SectionRule for TodoWord {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, section: &SectionInput<'_>, out: &mut Vec<Finding>) {
        placeholder_findings::add(
            &META,
            Kind::TodoWord,
            "补上内容，再把记号删去。",
            section,
            out,
        );
    }
}
