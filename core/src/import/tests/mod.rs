//! Importing is tested with invented texts, with arbitrary ones, and with the shared reports where they are there.

mod corpus;
mod genres;
mod hard_texts;
mod heads;
mod lossless;

use super::{Imported, Level, import_text};
use crate::report::Role;

/// The outline, one line a heading: level and words.
fn outline(source: &str) -> Vec<String> {
    let line = |level: Level| match level {
        Level::Official(level) => level.to_string(),
        Level::News1 => "N1".to_owned(),
        Level::News2 => "N2".to_owned(),
    };
    import_text(source)
        .outline
        .into_iter()
        .map(|e| format!("{} {}", line(e.level), e.text))
        .collect()
}

/// The text of every section of a role.
fn parts(imported: &Imported, role: Role) -> Vec<&str> {
    imported
        .report
        .sections
        .iter()
        .filter(|s| s.node.role == role)
        .map(|s| s.text.as_str())
        .collect()
}

/// A paragraph of running text.
fn prose(n: usize) -> String {
    const SENTENCES: [&str; 4] = [
        "今年以来，全镇上下围绕年初定下的目标任务，一件事情接着一件事情办，各项工作都有了新的进展。",
        "镇村两级干部分片包户，走访群众三百余户，收集意见建议五十多条，已经办结的有四十六条。",
        "在此基础上，还建立了按月调度、按季通报的工作机制，确保事事有回音、件件有着落。",
        "群众普遍反映，办事比过去方便了，村里的环境也比过去整洁了，对今后的日子更有信心。",
    ];
    (0..3)
        .map(|k| SENTENCES[(n + k) % SENTENCES.len()])
        .collect()
}
