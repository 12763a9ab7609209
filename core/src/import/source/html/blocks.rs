//! Tags to lines: a stack of open elements, and what each says of the words in it.

use super::list::{self, Style};
use super::page::{Entry, Page};
use super::style::{self, Aside, Given, Look};
use super::table::Grid;
use super::tags::Tag;
use super::token::{Token, Tokens};
use super::words::Gap;

/// Elements that are open at once; browsers, too, open no more (Blink, Gecko: 512). Deeper ones still end lines.
const DEEPEST: usize = 512;
/// Reads a page. `live`: from the start, not from `<!--StartFragment-->` on; `None` where that never comes.
pub(super) fn read(html: &str, live: bool) -> Option<Page> {
    let mut builder = Builder {
        live,
        ..Builder::default()
    };
    let mut begun = live;
    for token in Tokens::new(html) {
        match token {
            Token::Text(text) => builder.text(text, true),
            Token::Verbatim(text) => builder.text(text, false),
            Token::Open {
                name,
                attributes,
                closed,
            } => builder.open(name, attributes, closed),
            Token::Raw { name, text } => match name {
                "textarea" => builder.text(text, true),
                "style" => style::sheet(text, &mut builder.classes),
                _ => {}
            },
            Token::Close(name) => builder.close(name),
            Token::Comment(words) if !live => match words.trim() {
                "StartFragment" => {
                    builder.live = true;
                    begun = true;
                }
                "EndFragment" => {
                    builder.end_line();
                    builder.live = false;
                }
                _ => {}
            },
            Token::Comment(_) => {}
        }
    }
    while !builder.stack.is_empty() {
        builder.pop();
    }
    builder.end_line();
    begun.then_some(builder.page)
}

/// What holds for the words that come next.
// Four things that hold or do not, each by itself.
#[allow(clippy::struct_excessive_bools)]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct State {
    pub aside: Aside,
    pub bold: bool,
    pub preformatted: bool,
    pub heading: u8,
    pub symbols: bool,
    /// In the mark of an entry in one of Word's lists.
    pub mark: bool,
    pub depth: u8,
}

#[derive(Debug)]
pub(super) struct Open<'a> {
    name: &'a str,
    tag: Tag,
    /// What held before it.
    before: State,
    /// Lines before it.
    pub lines: usize,
}

#[derive(Debug)]
struct List {
    style: Style,
    next: i32,
    step: i32,
    /// Entries so far, where numbers count down to 1.
    counted: Option<i32>,
}

#[derive(Debug, Default)]
pub(super) struct Builder<'a> {
    pub page: Page,
    classes: Vec<(&'a str, Look)>,
    pub stack: Vec<Open<'a>>,
    /// Open elements below [`DEEPEST`].
    deeper: usize,
    pub now: State,
    lists: Vec<List>,
    pub tables: Vec<Grid>,
    /// First byte of the line that is being read.
    pub line: usize,
    pub gap: Gap,
    /// The list entry that the next line is.
    pub entry: Option<Entry>,
    /// The mark that is being read, and whether it is in signs.
    pub mark: (String, bool),
    /// The beginning of the words that are left out.
    pub aside: String,
    /// Inside what was copied.
    pub live: bool,
}

impl<'a> Builder<'a> {
    fn open(&mut self, name: &'a str, attributes: &'a str, closed: bool) {
        let tag = Tag::of(name);
        let given = match tag {
            Tag::Root => Given::default(),
            _ => style::given(tag, attributes, &self.classes),
        };
        let shown = self.shown() && given.look.aside == Aside::No;
        match tag {
            Tag::Break => self.line_break(),
            Tag::Image if shown && !self.now.mark => self.page.seen.pictures += 1,
            Tag::Input if shown && (given.kind.is_empty() || given.kind == "text") => {
                self.text(given.value, true);
            }
            _ => {}
        }
        if tag.is_void() && tag != Tag::Rule {
            return;
        }
        self.imply_ends(tag);
        if !tag.is_inline() && given.look.aside == Aside::No {
            self.end_line();
        }
        if tag == Tag::Rule {
            return;
        }
        if self.stack.len() >= DEEPEST {
            self.deeper += usize::from(!closed);
            return;
        }
        self.stack.push(Open {
            name,
            tag,
            before: self.now,
            lines: self.page.lines.len(),
        });
        self.enter(tag, given.look);
        match tag {
            Tag::Preformatted => self.now.preformatted = true,
            Tag::Bullets | Tag::Numbers => self.open_list(tag, &given),
            Tag::Item => self.item(&given),
            Tag::Table => self.tables.push(Grid::new(self.page.lines.len())),
            Tag::Row | Tag::RowGroup => {
                if let Some(table) = self.tables.last_mut() {
                    table.row();
                }
            }
            Tag::Cell => {
                let line = self.page.lines.len();
                if let Some(table) = self.tables.last_mut() {
                    table.cell(line, given.colspan, given.rowspan);
                }
            }
            _ => {}
        }
        if closed {
            self.pop();
        }
    }

    /// Takes over what is said of an element.
    fn enter(&mut self, tag: Tag, look: Look) {
        let now = &mut self.now;
        if look.aside > now.aside && now.aside <= Aside::Machinery {
            now.aside = look.aside;
            self.aside.clear();
            if look.comment_anchor && self.live {
                self.page.seen.comment_anchors += 1;
            }
        }
        now.bold = look.bold.unwrap_or(now.bold);
        now.symbols = look.symbols.unwrap_or(now.symbols);
        now.mark |= look.mark;
        if look.depth > 0 {
            now.depth = look.depth;
        }
        if !tag.is_inline() && look.heading > 0 {
            now.heading = look.heading;
        }
    }

    fn open_list(&mut self, tag: Tag, given: &Given<'_>) {
        let bullets = tag == Tag::Bullets;
        let start = style::number(given.start);
        let countdown = given.reversed && !bullets;
        self.lists.push(List {
            style: given.look.list.unwrap_or(if bullets {
                Style::Bullet
            } else {
                Style::Decimal
            }),
            next: start.unwrap_or(i32::from(!countdown)),
            step: if countdown { -1 } else { 1 },
            counted: (countdown && start.is_none()).then_some(0),
        });
    }

    fn item(&mut self, given: &Given<'_>) {
        if !self.shown() {
            return;
        }
        let count = self.lists.len();
        let bullets = self.lists.iter().filter(|l| l.style == Style::Bullet);
        let depth = bullets.count().saturating_sub(1);
        let Some(last) = self.lists.last_mut() else {
            self.entry = Some(Entry {
                style: Style::Bullet,
                number: 0,
                depth,
                list: count,
            });
            return;
        };
        if let Some(value) = style::number(given.value) {
            last.next = value;
        }
        let style = given.look.list.unwrap_or(last.style);
        self.entry = (style != Style::None).then_some(Entry {
            style,
            number: last.next,
            depth,
            list: count,
        });
        last.next = last.next.saturating_add(last.step);
        last.counted = last.counted.map(|n| n.saturating_add(1));
    }

    /// Closes what `tag` ends by its beginning.
    fn imply_ends(&mut self, tag: Tag) {
        if self.stack.len() >= DEEPEST {
            // Looking through all of them for every tag would cost time, and these are not known any more.
            return;
        }
        let meets = |o: &Open<'_>| tag.meets(o.tag);
        while let Some(at) = self.stack.iter().rposition(|o| meets(o).is_some())
            && self.stack.get(at).and_then(meets) == Some(true)
        {
            self.pop_until(at);
        }
    }

    fn pop_until(&mut self, at: usize) {
        while self.stack.len() > at {
            self.pop();
        }
    }

    fn close(&mut self, name: &str) {
        let tag = Tag::of(name);
        if tag == Tag::Break {
            self.line_break();
        }
        if tag.is_void() {
            return;
        }
        if self.deeper > 0 {
            self.deeper -= 1;
            if !tag.is_inline() {
                self.end_line();
            }
            return;
        }
        let is_it = |o: &Open<'_>| match (o.tag, tag) {
            (Tag::Heading(_), Tag::Heading(_)) => true,
            _ => o.name.eq_ignore_ascii_case(name),
        };
        let found = self
            .stack
            .iter()
            .rposition(|o| is_it(o) || tag.stays_within(o.tag));
        if let Some(at) = found
            && self.stack.get(at).is_some_and(is_it)
            && !(tag.is_inline() && self.lift(at))
        {
            self.pop_until(at);
        }
    }

    /// Ends an inline element that blocks were opened in, and leaves those open. Whether it could.
    fn lift(&mut self, at: usize) -> bool {
        let Some((open, above)) = self.stack[at..].split_first_mut() else {
            return false;
        };
        let (before, inside) = (open.before, above.first().map(|o| o.before));
        if inside.is_none_or(|s| s.aside != before.aside || s.mark != before.mark)
            || above.iter().all(|o| o.tag.is_inline())
        {
            return false;
        }
        for o in above {
            o.before.bold = before.bold;
        }
        self.now.bold = before.bold;
        self.stack.remove(at);
        true
    }

    /// Closes the innermost element.
    fn pop(&mut self) {
        let Some(open) = self.stack.pop() else { return };
        if !open.tag.is_inline() {
            self.end_line();
        }
        let line = self.page.lines.len();
        match open.tag {
            Tag::Paragraph if line == open.lines && self.shown() => self.page.blank_line(),
            Tag::Item if self.shown() => self.entry = None,
            Tag::Bullets | Tag::Numbers => self.close_list(open.lines),
            Tag::Cell => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell(line);
                }
            }
            Tag::Table => self.close_table(),
            _ => {}
        }
        if self.now.mark && !open.before.mark {
            self.end_mark();
        }
        if self.now.aside != open.before.aside {
            self.page.seen.left_out(self.now.aside, &self.aside);
            self.aside.clear();
        }
        self.now = open.before;
    }

    /// Turns numbers that count down to 1 into what they are, now that their number is known.
    fn close_list(&mut self, first: usize) {
        let id = self.lists.len();
        let Some(count) = self.lists.pop().and_then(|l| l.counted) else {
            return;
        };
        for line in &mut self.page.lines[first..] {
            if let Some(entry) = line.entry.as_mut().filter(|e| e.list == id) {
                entry.number = entry.number.saturating_add(count);
            }
        }
    }

    fn close_table(&mut self) {
        let Some(mut table) = self.tables.pop() else {
            return;
        };
        let is_table = table.close(&self.page);
        let lines = &self.page.lines[table.first..];
        if let Some(outer) = self.tables.last_mut()
            && lines.iter().any(|l| l.chars > 0)
        {
            outer.line(0, true);
        }
        if is_table {
            self.page.seen.merged_cells |= table.is_merged();
            self.page.tables.push(table);
        }
    }

    /// The mark of an entry in one of Word's lists is complete.
    fn end_mark(&mut self) {
        let (mark, symbols) = std::mem::take(&mut self.mark);
        self.now.mark = false;
        if !self.shown() {
            return;
        }
        match list::typed(&mark, symbols) {
            None => {
                self.entry = Some(Entry {
                    style: Style::Bullet,
                    number: 0,
                    depth: usize::from(self.now.depth.max(1)) - 1,
                    list: 0,
                });
            }
            Some(mark) if mark.is_empty() => {}
            Some(mark) => {
                self.words(&mark);
                self.gap = Gap::Shut;
            }
        }
    }
}
