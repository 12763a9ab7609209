//! Which numbered paragraphs are headings and which are items: siblings decide together.

use super::lines::{Block, Para};
use super::shape::{Form, Head, LONGEST, Shape, shape};
use super::words;

/// A numbered paragraph.
struct Candidate {
    para: usize,
    level: u8,
    shape: Shape,
    /// Text or a deeper level stands below it, or its body runs in.
    has_body: bool,
    /// Ends with 。 or the like although it stands alone.
    sentence: bool,
}

/// The headings among the numbered paragraphs, by paragraph. `skip` says which paragraphs are out of question.
pub(super) fn headings(
    source: &str,
    paras: &[Para],
    skip: impl Fn(usize) -> bool,
) -> Vec<Option<Head>> {
    let mut vote = Vote {
        source,
        paras,
        out: vec![None; paras.len()],
        open: Default::default(),
    };
    let mut attachments = false;
    for (i, para) in paras.iter().enumerate() {
        if skip(i) || para.block == Block::List {
            continue;
        }
        // 「附件：1.…」 and the lines below it name files.
        attachments = match para.mark {
            None => words::is_attachment_list(para.text(source)),
            Some(mark) => attachments && mark.level > 2,
        };
        if attachments && para.mark.is_some() {
            continue;
        }
        match para.mark {
            Some(mark) if mark.square => vote.square(i),
            Some(_) => vote.numbered(i),
            None if para.hashes > 0 => vote.close(1),
            None => {}
        }
    }
    vote.close(1);
    vote.out
}

struct Vote<'a> {
    source: &'a str,
    paras: &'a [Para],
    out: Vec<Option<Head>>,
    /// Siblings that are not decided yet, by level.
    open: [Vec<Candidate>; 5],
}

impl Vote<'_> {
    /// A newspaper's head: short, without a stop.
    fn square(&mut self, i: usize) {
        let para = &self.paras[i];
        let Some(mark) = para.mark else { return };
        let shape = shape(self.source, para, mark.len);
        let title = &self.source[shape.title.clone()];
        if shape.form == Form::Alone
            && shape.chars <= 30
            && !title.ends_with(['。', '；', '，', '：'])
            && !words::is_byline(title, shape.chars)
        {
            self.close(1);
            self.out[i] = Some(shape.head(para, mark));
        }
    }

    fn numbered(&mut self, i: usize) {
        let para = &self.paras[i];
        let Some(mark) = para.mark else { return };
        let level = mark.level.clamp(1, 4);
        let found = shape(self.source, para, mark.len);
        self.close(level + 1);
        if mark.number == 1 {
            self.close(level);
        }
        if para.hashes > 0 || para.bold {
            self.close(level);
            if found.chars <= LONGEST + 15 {
                self.out[i] = Some(found.head(para, mark));
            }
            return;
        }
        let words = &self.source[found.title.clone()];
        let sentence =
            found.form == Form::Alone && words.ends_with(['。', '；', '，', '！', '？', ';']);
        let has_body = found.form == Form::RunIn || self.body_below(i, level);
        self.open[usize::from(level)].push(Candidate {
            para: i,
            level,
            shape: found,
            has_body,
            sentence,
        });
    }

    /// Whether text or a deeper level follows paragraph `i`.
    fn body_below(&self, i: usize, level: u8) -> bool {
        self.paras.get(i + 1).is_some_and(|next| match next.mark {
            Some(mark) => !mark.square && mark.level > level,
            None => next.hashes == 0,
        })
    }

    /// Decides all open siblings of `level` and deeper.
    fn close(&mut self, level: u8) {
        for level in usize::from(level)..=4 {
            let siblings = std::mem::take(&mut self.open[level]);
            let headings = if level == 1 {
                self.level_one(&siblings)
            } else {
                self.deeper(&siblings)
            };
            for (candidate, heading) in siblings.into_iter().zip(headings) {
                let para = &self.paras[candidate.para];
                if let (true, Some(mark)) = (heading, para.mark) {
                    self.out[candidate.para] = Some(candidate.shape.head(para, mark));
                }
            }
        }
    }

    /// Level 1 is a heading unless it is too long; where most are short, one may be longer.
    fn level_one(&self, siblings: &[Candidate]) -> Vec<bool> {
        let short = siblings
            .iter()
            .filter(|c| c.shape.form != Form::Long && c.shape.chars <= LONGEST)
            .count();
        siblings
            .iter()
            .map(|c| {
                let words = &self.source[c.shape.title.clone()];
                let fits = c.shape.chars <= LONGEST || short * 2 >= siblings.len();
                c.shape.form != Form::Long
                    && fits
                    && !(c.shape.form == Form::Alone && words.ends_with(['；', '，', ';']))
            })
            .collect()
    }

    /// Levels 2 to 4: headings where at least half of the siblings have a title of their own.
    fn deeper(&self, siblings: &[Candidate]) -> Vec<bool> {
        let bodies = siblings
            .iter()
            .filter(|c| c.shape.form == Form::Alone && c.has_body)
            .count();
        let bare = siblings
            .iter()
            .filter(|c| c.shape.form == Form::Alone && !c.has_body)
            .count();
        // A list whose last item alone is followed by text is a list.
        let list = bodies <= 1 && bare >= 1;
        let titled: Vec<bool> = siblings
            .iter()
            .enumerate()
            .map(|(n, c)| match c.shape.form {
                Form::Long => false,
                Form::RunIn => c.shape.chars <= 40 && !self.is_statement(c),
                Form::Alone if c.has_body && !(list && n > 0 && n + 1 == siblings.len()) => true,
                Form::Alone => {
                    c.level == 2 && !c.sentence && c.shape.chars <= 30 && !self.names_value(c)
                }
            })
            .collect();
        let most = titled.iter().filter(|t| **t).count() * 2 >= siblings.len();
        siblings
            .iter()
            .zip(titled)
            .map(|(c, titled)| {
                let alone = c.shape.form == Form::Alone;
                let own_line = alone && c.has_body && !c.sentence && c.shape.chars <= 20;
                let empty = alone && !c.has_body && c.shape.chars <= 20 && !self.ends_list_line(c);
                (titled && (most || own_line)) || (most && empty)
            })
            .collect()
    }

    /// `（一）报名时间：5月3日`: a name and its value.
    fn names_value(&self, c: &Candidate) -> bool {
        let words = &self.source[c.shape.title.clone()];
        words.trim_end_matches(['：', ':']).contains(['：', ':'])
    }

    fn ends_list_line(&self, c: &Candidate) -> bool {
        self.source[c.shape.title.clone()].ends_with(['；', '，', ';'])
    }

    /// A sentence that says what must be done or is so: a title does neither.
    fn is_statement(&self, c: &Candidate) -> bool {
        const WORDS: [&str; 10] = [
            "不得",
            "须于",
            "请于",
            "应于",
            "应当",
            "是指",
            "必须在",
            "不允许",
            "%",
            "％",
        ];
        const STARTS: [&str; 9] = [
            "今年", "去年", "截至", "截止", "目前", "根据", "凡", "对于", "若",
        ];
        let words = &self.source[c.shape.title.clone()];
        WORDS.iter().any(|w| words.contains(w)) || STARTS.iter().any(|w| words.starts_with(w))
    }
}
