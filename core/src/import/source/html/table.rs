//! Tables as Markdown's, and the tables that only lay out a page as what they hold.

use super::page::Page;
use super::style::number;
use crate::text::chars::is_blank;

/// Columns of the widest table.
const WIDEST: usize = 64;
/// Characters of the longest cell; a longer one is text that a table was put around.
const LONGEST_CELL: usize = 400;
/// Empty cells that are written for the sake of merged ones and short rows, in all: no page needs more.
const SPARE: usize = 50_000;

/// A table.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// Its first line among the page's.
    pub first: usize,
    /// The line after its last.
    pub end: usize,
    cells: Vec<Cell>,
    /// Is no table but a manner of placing what it holds.
    layout: bool,
    /// The next cell begins a row.
    row: bool,
    /// A cell is open.
    open: bool,
    /// Characters of the open cell.
    chars: usize,
}

#[derive(Debug, Clone, Copy)]
struct Cell {
    first: usize,
    end: usize,
    colspan: usize,
    rowspan: usize,
    /// Begins a row.
    row: bool,
}

impl Grid {
    pub fn new(first: usize) -> Self {
        Self {
            first,
            ..Self::default()
        }
    }

    /// A row begins.
    pub fn row(&mut self) {
        self.row = true;
    }

    /// A cell begins at line `line`.
    pub fn cell(&mut self, line: usize, colspan: &str, rowspan: &str) {
        let span = |text| {
            number(text)
                .and_then(|n| usize::try_from(n).ok())
                .unwrap_or(1)
        };
        self.cells.push(Cell {
            first: line,
            end: line,
            colspan: span(colspan).clamp(1, WIDEST),
            // 0 reaches down to the end of the table.
            rowspan: match span(rowspan) {
                0 => usize::MAX,
                rows => rows,
            },
            row: self.row || self.cells.is_empty(),
        });
        self.row = false;
        self.open = true;
        self.chars = 0;
    }

    /// The open cell ends before line `line`.
    pub fn end_cell(&mut self, line: usize) {
        self.open = false;
        if let Some(cell) = self.cells.last_mut() {
            cell.end = line;
        }
    }

    /// A line of so many characters is in the table; `set_apart`: it is no plain text.
    pub fn line(&mut self, chars: usize, set_apart: bool) {
        if self.open {
            self.chars += chars;
            self.layout |= set_apart || self.chars > LONGEST_CELL;
        }
    }

    /// The table ends. Whether it is one, and has text.
    pub fn close(&mut self, page: &Page) -> bool {
        self.end = page.lines.len();
        let (mut widest, mut width) = (0, 0);
        for cell in &self.cells {
            width = if cell.row { 1 } else { width + 1 };
            widest = widest.max(width);
        }
        let text = |cell: &Cell| page.lines[cell.first..cell.end].iter().any(|l| l.chars > 0);
        !self.layout && (2..=WIDEST).contains(&widest) && self.cells.iter().any(text)
    }

    /// Lines that stand in the table and in none of its cells: its caption.
    pub fn loose(&self) -> impl Iterator<Item = usize> + '_ {
        let mut cells = self.cells.iter().peekable();
        (self.first..self.end).filter(move |line| {
            while cells.next_if(|cell| cell.end <= *line).is_some() {}
            cells.peek().is_none_or(|cell| *line < cell.first)
        })
    }

    /// Whether cells are merged.
    pub fn is_merged(&self) -> bool {
        self.cells.iter().any(|c| c.colspan > 1 || c.rowspan > 1)
    }

    /// The rows as Markdown. `spare`: empty cells that may still be written.
    pub fn write(&self, page: &Page, spare: &mut Spare, out: &mut String) {
        // Rows that the cell above reaches into, by column.
        let mut down: Vec<usize> = Vec::new();
        let mut width = 0;
        let rows = self.cells.chunk_by(|_, next| !next.row);
        let widest = rows.clone().map(<[Cell]>::len).max().unwrap_or(0);
        let spanned = |row: &[Cell]| row.iter().map(|c| c.colspan).sum::<usize>();
        if let Some(first) = rows.clone().next() {
            width = widest.max(spanned(first)).min(WIDEST);
        }
        let mut is_first = true;
        for row in rows {
            let mut column = 0;
            for cell in row {
                while spare.reaches_down(&mut down, column) {
                    out.push_str("|  ");
                    column += 1;
                }
                out.push_str("| ");
                cell.write(page, out);
                out.push(' ');
                let mut span = 1;
                while span < cell.colspan && spare.take() {
                    out.push_str("|  ");
                    span += 1;
                }
                if cell.rowspan > 1 && column + span <= WIDEST {
                    down.resize(down.len().max(column + span), 0);
                    down[column..column + span].fill(cell.rowspan - 1);
                }
                column += span;
            }
            while spare.reaches_down(&mut down, column)
                || column < width && (is_first || spare.take())
            {
                out.push_str("|  ");
                column += 1;
            }
            out.push_str("|\n");
            if is_first {
                for _ in 0..column {
                    out.push_str("| --- ");
                }
                out.push_str("|\n");
                is_first = false;
            }
        }
    }
}

/// Empty cells that may still be written.
#[derive(Debug)]
pub(super) struct Spare(usize);

impl Spare {
    pub fn new() -> Self {
        Self(SPARE)
    }

    fn take(&mut self) -> bool {
        let left = self.0.checked_sub(1);
        self.0 = left.unwrap_or(0);
        left.is_some()
    }

    /// Whether a cell from above reaches into `column`: one row of it is used up.
    fn reaches_down(&mut self, down: &mut [usize], column: usize) -> bool {
        let Some(rows) = down.get_mut(column).filter(|rows| **rows > 0) else {
            return false;
        };
        *rows -= 1;
        self.take()
    }
}

impl Cell {
    fn write(&self, page: &Page, out: &mut String) {
        let mut first = true;
        for line in &page.lines[self.first..self.end] {
            let words = page.words(line).trim_matches(is_blank);
            if words.is_empty() {
                continue;
            }
            if !first {
                out.push(' ');
            }
            first = false;
            for part in words.split_inclusive('|') {
                let bare = part.trim_end_matches('|');
                out.push_str(bare);
                if bare.len() < part.len() {
                    out.push_str("\\|");
                }
            }
        }
    }
}
