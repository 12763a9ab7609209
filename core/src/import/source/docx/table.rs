//! Tables (ECMA-376 part 1, 17.4) as rows of Markdown, and tables that only lay out text as that text.

use super::super::{LONGEST_TEXT, SourceError};
use super::story::{Kind, Para, Story};
use super::xml::Tag;
use crate::text::chars::is_blank;

/// Columns that Word allows.
const MOST_COLUMNS: u32 = 63;

#[derive(Default)]
struct Table {
    rows: Vec<Vec<Vec<Para>>>,
    /// Cells were merged across columns or rows.
    merged: bool,
}

/// `w:tcPr` of the cell that is read.
#[derive(Debug, Default)]
pub(super) struct CellProps {
    /// Columns that it spans, where it says so.
    columns: u32,
    /// Goes on with the cell above or before.
    goes_on: bool,
}

impl<'a> Story<'a> {
    /// Reads the properties of a cell.
    pub fn cell_props(&mut self, level: usize) -> Result<(), SourceError> {
        while let Some(tag) = self.xml.child(level)? {
            match tag.name() {
                "gridSpan" => self.cell.columns = tag.number().unwrap_or(1),
                // Without a value it goes on (ECMA-376 part 1, 17.4.84).
                "vMerge" | "hMerge" => {
                    self.cell.goes_on |= tag.val() != "restart";
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Reads the table that `tag` begins.
    pub fn table(&mut self, tag: &Tag<'a>, out: &mut Vec<Para>) -> Result<(), SourceError> {
        let before = self.tables;
        let mut table = Table::default();
        self.rows(tag.level, &mut table)?;
        let nested = self.tables > before;
        self.tables += 1;
        let columns = table.rows.iter().map(Vec::len).max().unwrap_or(0);
        if columns <= 1 || nested || has_heading(&table.rows) {
            for mut cell in table.rows.into_iter().flatten() {
                out.append(&mut cell);
            }
            return Ok(());
        }
        let cells = columns.saturating_mul(table.rows.len());
        if cells > LONGEST_TEXT {
            return Err(SourceError::TooLong(cells));
        }
        self.seen.merged |= table.merged;
        for (i, row) in table.rows.iter().enumerate() {
            let text = line(row, columns);
            out.push(row_of(text));
            if i == 0 {
                out.push(row_of(["|", &" --- |".repeat(columns)].concat()));
            }
        }
        Ok(())
    }

    fn rows(&mut self, level: usize, table: &mut Table) -> Result<(), SourceError> {
        while let Some(tag) = self.xml.child(level)? {
            match tag.name() {
                "tr" => {
                    let mut row = Vec::new();
                    let there = self.cells(tag.level, &mut row, &mut table.merged)?;
                    self.add_size(row.len())?;
                    if there && !row.is_empty() {
                        table.rows.push(row);
                    }
                }
                "sdt" | "sdtContent" | "customXml" => self.rows(tag.level, table)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether the row is there: one deleted in a tracked change is not.
    fn cells(
        &mut self,
        level: usize,
        row: &mut Vec<Vec<Para>>,
        merged: &mut bool,
    ) -> Result<bool, SourceError> {
        while let Some(tag) = self.xml.child(level)? {
            match tag.name() {
                "trPr" => {
                    while let Some(child) = self.xml.child(tag.level)? {
                        match child.name() {
                            "del" => {
                                self.seen.revisions += 1;
                                return Ok(false);
                            }
                            "gridBefore" => {
                                let n = child.number().unwrap_or(0).min(MOST_COLUMNS);
                                row.resize_with(n as usize, Vec::new);
                            }
                            _ => {}
                        }
                    }
                }
                "tc" => self.cell(&tag, row, merged)?,
                "sdt" | "sdtContent" | "customXml" => {
                    self.cells(tag.level, row, merged)?;
                }
                _ => {}
            }
        }
        Ok(true)
    }

    fn cell(
        &mut self,
        tag: &Tag<'a>,
        row: &mut Vec<Vec<Para>>,
        merged: &mut bool,
    ) -> Result<(), SourceError> {
        let outer = std::mem::take(&mut self.cell);
        let mut paras = self.read(tag.level)?;
        let props = std::mem::replace(&mut self.cell, outer);
        let columns = props.columns.clamp(1, MOST_COLUMNS) as usize;
        *merged |= props.goes_on || columns > 1;
        if props.goes_on {
            paras.clear();
        }
        row.push(paras);
        for _ in 1..columns {
            row.push(Vec::new());
        }
        Ok(())
    }
}

fn has_heading(rows: &[Vec<Vec<Para>>]) -> bool {
    let heading = |p: &Para| matches!(p.kind, Kind::Heading(_));
    rows.iter()
        .any(|row| row.iter().any(|cell| cell.iter().any(heading)))
}

fn row_of(text: String) -> Para {
    Para {
        kind: Kind::Row,
        text,
        bold: Vec::new(),
    }
}

/// `| a | b |`
fn line(row: &[Vec<Para>], columns: usize) -> String {
    let mut out = String::from("|");
    for i in 0..columns {
        for para in row.get(i).map_or(&[][..], Vec::as_slice) {
            for word in para.text.split('\n').map(|t| t.trim_matches(is_blank)) {
                if !word.is_empty() {
                    out.push(' ');
                    out.push_str(&word.replace('|', "\\|"));
                }
            }
        }
        out.push_str(" |");
    }
    out
}
