//! Invented reports of any length: headings of all levels, items, tables, what is left to be filled in.

/// How the text comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Each paragraph on a line of its own.
    Lines,
    /// No line end at all, as some web pages leave it.
    OneLine,
    /// Lines broken inside sentences, as old mail and scanned text have it.
    Wrapped,
    /// Markdown with front matter.
    Markdown,
}

/// Characters in a line of [`Form::Wrapped`].
const WIDTH: usize = 35;
const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

const PLACES: [&str; 5] = ["青石县", "北坡镇", "云溪区", "柳湾乡", "南屏市"];
const OFFICES: [&str; 4] = ["档案馆", "图书馆", "水务站", "农技中心"];
const THEMES: [&str; 6] = [
    "强化组织领导",
    "办好民生实事",
    "健全工作制度",
    "开展读书学习",
    "推进数字管理",
    "改进服务作风",
];
const SENTENCES: [&str; 8] = [
    "制定方案，明确分工，把任务落实到岗、责任落实到人。",
    "全年召开专题会议12次，编发简报**期，参加人员2100余人次。",
    "坚持把学习和工作结合起来，做到“两手抓、两不误”，取得了较好成效。",
    "一是领导带头学，二是支部集中学，三是个人自主学。",
    "投入资金XX万元，修缮阅览室3间，延长开放时间1.5小时。",
    "群众反映的27个问题已办结25个，其余2个正在办理（预计2021年9月底前完成）。",
    "与周边单位签订协议，共建共享，送书下乡36场，受益群众【此处填写人数】。",
    "《青石县阅读服务办法》印发后，各站点按月上报情况，形成了长效机制。",
];

/// A text of exactly so many characters, the same at every call.
pub fn text(form: Form, chars: usize) -> String {
    let mut writer = Writer {
        form,
        out: String::new(),
        chars: 0,
        state: 1,
    };
    if form == Form::Markdown {
        writer.put("---\ntemplate: study-summary\n---\n\n");
    }
    while writer.chars < chars {
        writer.report();
    }
    let end = writer.out.char_indices().nth(chars);
    writer
        .out
        .truncate(end.map_or(writer.out.len(), |(at, _)| at));
    writer.out
}

struct Writer {
    form: Form,
    out: String,
    chars: usize,
    /// Of the choices, so that no two reports are alike.
    state: u64,
}

impl Writer {
    fn report(&mut self) {
        let office = format!("{}{}", self.pick(&PLACES), self.pick(&OFFICES));
        self.heading(1, &format!("{office}学习教育活动工作总结"));
        self.line("县学习教育活动办公室：");
        self.paragraph(3);
        for (part, words) in ["工作开展情况", "存在问题和不足", "下步工作打算"]
            .into_iter()
            .enumerate()
        {
            self.heading(2, &format!("{}、{words}", NUMERALS[part]));
            for block in 0..3 {
                self.block(block);
            }
        }
        self.line(&office);
        self.line("2021年7月1日");
    }

    /// What stands under a heading of the second level.
    fn block(&mut self, number: usize) {
        let head = format!("（{}）{}", NUMERALS[number], self.pick(&THEMES));
        if number == 1 {
            let body = self.sentences(3);
            self.line(&format!("\u{3000}\u{3000}{head}。{body}"));
        } else {
            self.heading(3, &head);
            self.paragraph(4);
        }
        for (item, word) in ["一是", "二是", "三是"].into_iter().enumerate() {
            let theme = self.pick(&THEMES);
            self.heading(4, &format!("{}.{theme}", item + 1));
            let body = self.sentences(2);
            self.line(&format!("\u{3000}\u{3000}（1）{theme}到位。{body}"));
            let body = self.sentences(1);
            self.entry(&format!("{word}{theme}。{body}"));
        }
        if number == 2 {
            self.table();
        }
    }

    fn paragraph(&mut self, sentences: usize) {
        let body = self.sentences(sentences);
        self.line(&format!("\u{3000}\u{3000}{body}"));
    }

    fn sentences(&mut self, count: usize) -> String {
        (0..count).map(|_| self.pick(&SENTENCES)).collect()
    }

    fn pick(&mut self, words: &[&'static str]) -> &'static str {
        // Knuth's MMIX generator; its upper bits are the good ones.
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let choice = usize::try_from(self.state >> 40).unwrap_or_default();
        words[choice % words.len()]
    }

    fn heading(&mut self, depth: usize, words: &str) {
        if self.form == Form::Markdown {
            self.line(&format!("{} {words}", "#".repeat(depth)));
        } else {
            self.line(words);
        }
    }

    fn entry(&mut self, words: &str) {
        let sign = if self.form == Form::Markdown {
            "- "
        } else {
            ""
        };
        self.line(&format!("{sign}{words}"));
    }

    fn table(&mut self) {
        for row in [
            "| 问题 | 措施 | 完成数 |",
            "|---|---|---|",
            "| 台账不全 | 补录 | 3 |",
        ] {
            self.line(row);
        }
    }

    /// A paragraph in the form of the text.
    fn line(&mut self, words: &str) {
        match self.form {
            Form::Lines => self.put(&format!("{words}\n")),
            Form::OneLine => self.put(&format!("{words}\u{3000}\u{3000}")),
            Form::Markdown => self.put(&format!("{words}\n\n")),
            Form::Wrapped => {
                let mut wrapped = String::new();
                for (at, char) in words.chars().enumerate() {
                    if at > 0 && at % WIDTH == 0 {
                        wrapped.push('\n');
                    }
                    wrapped.push(char);
                }
                wrapped.push('\n');
                self.put(&wrapped);
            }
        }
    }

    fn put(&mut self, words: &str) {
        self.out.push_str(words);
        self.chars += words.chars().count();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nigao_core::import::{Level, import_text};

    const FORMS: [Form; 4] = [Form::Lines, Form::OneLine, Form::Wrapped, Form::Markdown];

    #[test]
    fn a_text_has_the_length_asked_for_and_is_the_same_again() {
        for form in FORMS {
            for chars in [0, 1, 7, 20_000] {
                let made = text(form, chars);
                assert_eq!(made.chars().count(), chars, "{form:?}");
                assert_eq!(made, text(form, chars));
            }
        }
        assert!(!text(Form::OneLine, 20_000).contains('\n'));
    }

    #[test]
    fn what_is_measured_is_a_report_with_all_that_reports_have() {
        for form in [Form::Lines, Form::Markdown] {
            let made = text(form, 20_000);
            let imported = import_text(&made);
            for level in 1..=4 {
                let found = imported.outline.iter();
                let count = found.filter(|e| e.level == Level::Official(level)).count();
                assert!(count > 3, "{form:?}: {count} headings of level {level}");
            }
            assert!(made.contains("| 台账不全 |") && made.contains("XX万元"));
        }
    }

    #[test]
    fn no_two_reports_are_alike() {
        let made = text(Form::Lines, 20_000);
        let half = made.len() / 2;
        let (first, second) = made.split_at(made.floor_char_boundary(half));
        let long = || first.lines().filter(|line| line.chars().count() > 100);
        let again = long().filter(|line| second.contains(line)).count();
        assert!(again * 2 < long().count(), "{again} of {}", long().count());
    }
}
