//! # 检查什么
//! X、XX、x 等字母占着数字、名称或年份的位置。
//! # 为什么
//! 定稿里留着 X，读者看不到真实的数字和名称，上报后只能退回重报。
//! # 反例
//! - 先后组织召开X余次会议。
//! - 市委书记XXX主持会议。
//! - 20XX年工作总结
//! - 同比增长x%。
//! # 正例
//! - 试行1+X证书制度。
//! - 体检加做X光检查。
//! - 采购的iPhone X已经入库。
//! - 购置X5型设备一批。
//! - 以X轴表示时间。
//! - 核对XX染色体样本。
//! # 例外
//! 证书、型号、坐标轴、射线等固定名称里的字母，以及紧挨着外文单词的字母，不算占位。

use crate::check::placeholder_findings;
use crate::check::{Finding, Group, Meta, SectionInput, SectionRule, Severity};
use crate::text::placeholder::Kind;

/// See the head of this file.
#[derive(Debug)]
pub struct LetterX;

static META: Meta = Meta {
    id: "letter-x",
    name: "字母占位",
    group: Group::Placeholder,
    severity: Severity::Error,
};

impl SectionRule for LetterX {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, section: &SectionInput<'_>, out: &mut Vec<Finding>) {
        placeholder_findings::add(
            &META,
            Kind::LetterX,
            "把字母换成真实的数字或名称；确实没有的，删去这一句。",
            section,
            out,
        );
    }
}
