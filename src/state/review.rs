//! Looking at what was found in an opened text, changing it, and making it a draft.

use std::fmt::Write as _;

use leptos::prelude::*;
use nigao_core::draft::Draft;
use nigao_core::import::{Flaw, Line, LineRole, Proposal, Reading, Review};
use nigao_core::report::Role;
use nigao_core::template::by_id;

use super::app::AppState;
use super::opening::{IMPORT, Opened};
use crate::web::page;

/// What a line can be: a name for the page, what people call it.
pub const ROLES: [(&str, &str, LineRole); 15] = [
    ("text", "正文", LineRole::Text),
    ("title", "标题", LineRole::Part(Role::Title)),
    ("heading-1", "一级标题", LineRole::Heading(1)),
    ("heading-2", "二级标题", LineRole::Heading(2)),
    ("heading-3", "三级标题", LineRole::Heading(3)),
    ("heading-4", "四级标题", LineRole::Heading(4)),
    ("addressee", "主送、称谓", LineRole::Part(Role::Addressee)),
    ("captions", "图片说明", LineRole::Part(Role::Captions)),
    ("attachments", "附件说明", LineRole::Part(Role::Attachments)),
    ("signature", "落款", LineRole::Part(Role::Signature)),
    ("date", "日期", LineRole::Part(Role::Date)),
    ("byline", "署名", LineRole::Part(Role::Byline)),
    ("kicker", "引题", LineRole::Part(Role::Kicker)),
    ("subtitle", "副题", LineRole::Part(Role::Subtitle)),
    ("dropped", "不要", LineRole::Dropped),
];

/// Lines shown at first, and each time that more are asked for: a row costs the page far more than reading its line.
const PAGE: usize = 300;

/// Characters of a line that are shown; a report on one line would fill many screens.
const LONGEST: usize = 2_000;

/// More sections than these take the desk a time that is felt: it is said that it goes on.
const MANY: usize = 250;

#[derive(Debug, Clone)]
struct State {
    review: Review,
    reading: Reading,
    undo: Vec<Review>,
    /// Counts up whenever the text itself changes, so that no line keeps the words of another.
    edition: usize,
}

/// A text under review, made once by the dialog that shows it.
#[derive(Debug, Clone, Copy)]
pub struct ReviewState {
    app: AppState,
    opened: StoredValue<Opened>,
    state: RwSignal<State>,
    shown: RwSignal<usize>,
}

impl ReviewState {
    /// Reads the text that is first to be looked at.
    pub fn new(app: AppState) -> Self {
        let opened = app.reviews.with_untracked(|all| all.first().cloned());
        let opened = opened.unwrap_or_default();
        let review = Review::new(&opened.source.text);
        let reading = review.read();
        page::end(IMPORT);
        Self {
            app,
            opened: StoredValue::new(opened),
            state: RwSignal::new(State {
                review,
                reading,
                undo: Vec::new(),
                edition: 0,
            }),
            shown: RwSignal::new(PAGE),
        }
    }

    /// The file's name, or where the text comes from.
    pub fn name(self) -> String {
        self.opened.with_value(|opened| opened.name.clone())
    }

    /// Changes the review; the former state can be gone back to.
    fn change(self, act: impl FnOnce(&mut Review, &Reading)) {
        self.state.update(|state| {
            let mut review = state.review.clone();
            act(&mut review, &state.reading);
            let former = state.turn(review);
            state.undo.push(former);
        });
    }

    /// Goes back to what was before the last change.
    pub fn undo(self) {
        self.state.update(|state| {
            if let Some(review) = state.undo.pop() {
                state.turn(review);
            }
        });
    }

    /// Whether something was changed.
    pub fn is_changed(self) -> bool {
        self.state.with(|state| !state.undo.is_empty())
    }

    /// Names of the lines that are shown, in order. A name changes when the line's words do.
    pub fn lines(self) -> Vec<String> {
        let shown = self.shown.get();
        self.state.with(|state| {
            let lines = state.reading.lines.iter().take(shown);
            lines
                .map(|line| {
                    let flaws = flaws_of(&state.reading, line).len();
                    let edition = state.edition;
                    format!("{} {} {flaws} {edition}", line.span.start, line.span.end)
                })
                .collect()
        })
    }

    /// How many lines are not shown yet.
    pub fn hidden(self) -> usize {
        let shown = self.shown.get();
        self.state
            .with(|state| state.reading.lines.len().saturating_sub(shown))
    }

    /// Shows more lines.
    pub fn show_more(self) {
        self.shown.update(|shown| *shown += PAGE);
    }

    /// The words of a line (not all of a very long one) and the bytes in it that are proposed for removal, by its name; none where it is gone.
    pub fn words(self, line: &str) -> (String, Vec<Proposal>) {
        self.state.with_untracked(|state| {
            let Some(line) = line_of(&state.reading, line) else {
                return (String::new(), Vec::new());
            };
            let words = &state.review.source()[line.span.clone()];
            let end = words
                .char_indices()
                .nth(LONGEST)
                .map_or(words.len(), |(at, _)| at);
            let words = words[..end].to_owned();
            let mut flaws = flaws_of(&state.reading, line).to_vec();
            for flaw in &mut flaws {
                flaw.span = flaw.span.start - line.span.start
                    ..flaw.span.end.min(line.span.end) - line.span.start;
            }
            (words, flaws)
        })
    }

    /// What a line is taken for: the name of its role.
    pub fn role(self, line: &str) -> &'static str {
        self.state.with(|state| {
            let role = line_of(&state.reading, line).map_or(LineRole::Text, |line| line.role);
            let known = ROLES.iter().find(|(_, _, other)| *other == role);
            known.map_or("text", |(name, _, _)| name)
        })
    }

    /// Says what a line is, by the name of a role.
    pub fn choose(self, line: &str, role: &str) {
        let Some((_, _, role)) = ROLES.iter().find(|(name, _, _)| *name == role) else {
            return;
        };
        self.change(|review, reading| {
            if let Some(line) = line_of(reading, line) {
                review.choose(line.span.start, *role);
            }
        });
    }

    /// How many flaws of a kind there are.
    pub fn flaws(self, flaw: Flaw) -> usize {
        self.state.with(|state| {
            let all = state.reading.proposals.iter();
            all.filter(|p| p.flaw == flaw).count()
        })
    }

    /// Mends all flaws of a kind.
    pub fn mend_all(self, flaw: Flaw) {
        self.change(|review, reading| {
            let all = reading.proposals.iter();
            let these: Vec<_> = all.filter(|p| p.flaw == flaw).cloned().collect();
            review.accept(&these);
        });
    }

    /// Mends the flaws of one line.
    pub fn mend(self, line: &str) {
        self.change(|review, reading| {
            if let Some(line) = line_of(reading, line) {
                review.accept(flaws_of(reading, line));
            }
        });
    }

    /// The id of the kind of report that it is taken for.
    pub fn kind(self) -> String {
        self.state
            .with(|state| state.reading.imported.report.template.clone())
    }

    /// Makes it a report of another kind.
    pub fn set_kind(self, id: &str) {
        self.change(|review, _| review.set_template(id));
    }

    /// What was found, in a few words.
    pub fn found(self) -> String {
        self.state.with(|state| {
            let lines = &state.reading.lines;
            let mut found = format!("{} 行，", lines.len());
            for (_, name, role) in &ROLES[2..6] {
                let count = lines.iter().filter(|l| l.role == *role).count();
                if count > 0 {
                    let _ = write!(found, "{name} {count} 个，");
                }
            }
            found.push_str("每一行是什么都可以改。没有认出的留在正文里。");
            found
        })
    }

    /// What is to be known before it is opened: what did not come along, what was not found, which sections are missing.
    pub fn notes(self) -> Vec<String> {
        let mut notes = self.opened.with_value(|opened| opened.source.notes.clone());
        self.state.with(|state| {
            notes.extend(state.reading.imported.notes.iter().cloned());
            if !state.reading.missing.is_empty() {
                notes.push(format!(
                    "按这种报告，还缺：{}。打开以后可以补写。",
                    state.reading.missing.join("、")
                ));
            }
        });
        notes
    }

    /// Makes the draft and puts it on the desk.
    pub fn accept(self) {
        let (app, imported) = (
            self.app,
            self.state
                .with_untracked(|state| state.reading.imported.clone()),
        );
        let kind = by_id(&imported.report.template).map_or("空白", |t| t.name.as_str());
        let said = format!(
            "已打开，按“{kind}”整理成 {} 节。",
            imported.report.sections.len()
        );
        let many = imported.report.sections.len() > MANY;
        self.close();
        let open = move || {
            app.show_new(Draft {
                report: imported.report,
                facts: imported.facts,
            });
            app.say(said);
        };
        if many {
            app.say("正在打开，章节较多，请稍候……");
            page::later(50, open);
        } else {
            open();
        }
    }

    /// Closes without opening.
    pub fn cancel(self) {
        self.close();
    }

    /// Takes the text off the screen; the next one follows.
    fn close(self) {
        self.app.reviews.update(|all| {
            if !all.is_empty() {
                all.remove(0);
            }
        });
    }

    /// How many texts wait behind this one.
    pub fn waiting(self) -> usize {
        self.app.reviews.with(|all| all.len().saturating_sub(1))
    }

    /// The kind that the text names for itself where this program does not know it.
    pub fn unknown_kind(self) -> Option<String> {
        Some(self.kind()).filter(|kind| by_id(kind).is_none())
    }

    /// What happens beside the review, such as a file that is not opened: other messages lie behind the dialog.
    pub fn said(self) -> String {
        let toast = self.app.toast.get();
        toast.map_or_else(String::new, |toast| toast.text)
    }
}

impl State {
    /// Puts `review` in the place of the present one, which is given back.
    fn turn(&mut self, review: Review) -> Review {
        // A choice leaves the text alone: lines keep their rows, and the row its focus.
        if !std::ptr::eq(review.source(), self.review.source()) {
            self.edition += 1;
        }
        self.reading = review.read();
        std::mem::replace(&mut self.review, review)
    }
}

/// The line with this name.
fn line_of<'a>(reading: &'a Reading, name: &str) -> Option<&'a Line> {
    let start: usize = name.split(' ').next()?.parse().ok()?;
    let at = reading
        .lines
        .binary_search_by_key(&start, |line| line.span.start)
        .ok()?;
    reading.lines.get(at)
}

/// The flaws of a line; a sentence that goes on in the next line is this line's.
fn flaws_of<'a>(reading: &'a Reading, line: &Line) -> &'a [Proposal] {
    let all = &reading.proposals;
    let from = all.partition_point(|p| p.span.start < line.span.start);
    let to = all.partition_point(|p| p.span.start <= line.span.end);
    &all[from..to.max(from)]
}
