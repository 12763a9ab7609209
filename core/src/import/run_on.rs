//! Titles that no stop parts from their text: a blank, a colon, the items behind them, or nothing at all.

use std::ops::Range;

use super::lines::trimmed;
use super::shape::{Form, LONGEST, Shape};
use crate::text::chars::is_blank;

/// A title parted from its body by a blank alone: the last blank before the first mark of punctuation.
pub(super) fn cut_at_blank(source: &str, body: &Range<usize>) -> Option<Shape> {
    let (mut chars, mut cut) = (0, None);
    for (at, c) in source[body.clone()].char_indices() {
        if "，。；：、,;:".contains(c) || chars > 30 {
            break;
        }
        if is_blank(c) {
            cut = (chars >= 4).then_some((at, chars)).or(cut);
        } else {
            chars += 1;
        }
    }
    let (at, chars) = cut?;
    let title = trimmed(source, body.start..body.start + at);
    let rest = trimmed(source, body.start + at..body.end);
    Some(Shape {
        form: Form::RunIn,
        chars,
        title,
        run_in: false,
        rest,
    })
}

/// `一、思想建设：…`: a name of one clause, with a long text behind its colon.
pub(super) fn at_colon(source: &str, body: &Range<usize>) -> Option<Shape> {
    const LONGEST_NAME: usize = 15;
    let mut chars = 0;
    for (at, c) in source[body.clone()].char_indices() {
        if c == '：' && chars >= 2 {
            let end = body.start + at + c.len_utf8();
            return Some(Shape {
                form: Form::RunIn,
                chars,
                title: body.start..end,
                run_in: true,
                rest: trimmed(source, end..body.end),
            });
        }
        chars += usize::from(!is_blank(c));
        if chars > LONGEST_NAME || "，。；、:,;！？".contains(c) {
            return None;
        }
    }
    None
}

/// Words that a heading of an official report ends with.
const CLOSERS: [&str; 32] = [
    "情况",
    "做法",
    "成效",
    "成绩",
    "问题",
    "不足",
    "打算",
    "安排",
    "措施",
    "建议",
    "要求",
    "体会",
    "经验",
    "原因",
    "目标",
    "任务",
    "思路",
    "计划",
    "步骤",
    "方向",
    "特点",
    "亮点",
    "回顾",
    "重点",
    "部署",
    "举措",
    "收获",
    "差距",
    "概况",
    "依据",
    "主要工作",
    "重点工作",
];

/// The title of a paragraph that nothing parts from its body: up to a word that headings end with, or to the first ，.
pub(super) fn forced(source: &str, body: &Range<usize>) -> Option<Shape> {
    let text = &source[body.clone()];
    let stop = text
        .char_indices()
        .take(LONGEST)
        .find(|(_, c)| "，。；：！？,;:".contains(*c));
    let (stop_at, stop_char) = stop?;
    let head = &text[..stop_at];
    let mut from = 0;
    while let Some((at, word)) = first_closer(head, from) {
        let end = at + word.len();
        let after = &head[end..];
        let goes_on = after.starts_with(['和', '与', '及', '、', '的'])
            || first_closer(after, 0).is_some_and(|(i, _)| i == 0);
        if !goes_on && !after.is_empty() {
            let title = body.start..body.start + end;
            let chars = text[..end].chars().count();
            return Some(Shape {
                form: Form::RunIn,
                chars,
                title,
                run_in: false,
                rest: body.start + end..body.end,
            });
        }
        from = end;
    }
    let end = stop_at + stop_char.len_utf8();
    let rest = trimmed(source, body.start + end..body.end);
    let title = body.start..body.start + end;
    (!rest.is_empty()).then(|| Shape {
        form: Form::RunIn,
        chars: head.chars().count(),
        title,
        run_in: true,
        rest,
    })
}

/// `二、存在问题一是进度不快。`: a title that nothing parts from the items behind it.
pub(super) fn before_items(source: &str, body: &Range<usize>) -> Option<Shape> {
    let text = &source[body.clone()];
    let at = ["一是", "一要"]
        .into_iter()
        .filter_map(|item| text.find(item))
        .min()?;
    let title = &text[..at];
    let named = CLOSERS.iter().any(|word| title.ends_with(word)) && !title.contains('。');
    named.then(|| Shape {
        form: Form::RunIn,
        chars: title.chars().count(),
        title: body.start..body.start + at,
        run_in: false,
        rest: body.start + at..body.end,
    })
}

fn first_closer(text: &str, from: usize) -> Option<(usize, &'static str)> {
    CLOSERS
        .iter()
        .filter_map(|word| text[from..].find(word).map(|at| (from + at, *word)))
        .min_by_key(|(at, _)| *at)
}
