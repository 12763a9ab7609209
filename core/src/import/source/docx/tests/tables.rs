//! Tables.

use super::*;

fn tc(props: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{props}</w:tcPr>{content}</w:tc>")
}

fn cell(words: &str) -> String {
    tc("", &p(words))
}

fn tbl(rows: &[String]) -> String {
    let rows = rows.join("</w:tr><w:tr>");
    format!("<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{rows}</w:tr></w:tbl>")
}

#[test]
fn rows_become_pipes_with_a_line_under_the_first() {
    let two = tc(
        "",
        &(p("二|两") + "<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>"),
    );
    let bold = tc("", &format!("<w:p>{}</w:p>", b("粗")));
    let body = p("前") + &tbl(&[cell("一") + &two, bold]) + &p("后");
    assert_eq!(
        both(&body),
        (
            "前\n| 一 | 二\\|两 上 下 |\n| --- | --- |\n| 粗 | |\n后".into(),
            vec![]
        )
    );
}

#[test]
fn merged_cells_are_taken_apart_with_a_note() {
    let body = tbl(&[
        tc("<w:gridSpan w:val=\"2\"/>", &p("宽")) + &tc("<w:vMerge w:val=\"restart\"/>", &p("高")),
        cell("a") + &cell("b") + &tc("<w:vMerge/>", "<w:p/>"),
    ]);
    let (text, notes) = both(&body);
    assert_eq!(text, "| 宽 | | 高 |\n| --- | --- | --- |\n| a | b | |");
    assert_eq!(notes, ["表格中的合并单元格已拆开。"]);
}

#[test]
fn a_table_that_lays_out_text_is_text() {
    assert_eq!(text(&tbl(&[cell("甲"), cell("乙")])), "甲\n乙");
    let inner = tbl(&[cell("1") + &cell("2")]);
    let nested = tbl(&[cell("左") + &tc("", &(inner + "<w:p/>"))]);
    assert_eq!(text(&nested), "左\n| 1 | 2 |\n| --- | --- |\n");
    let heading = tc(
        "",
        &format!(
            "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>{}</w:p>",
            r("题")
        ),
    );
    assert_eq!(text(&tbl(&[heading + &cell("文")])), "## 题\n文");
}

#[test]
fn deleted_rows_are_left_out_and_controls_are_looked_into() {
    let gone = "<w:trPr><w:del/></w:trPr>".to_owned() + &cell("旧") + &cell("旧");
    let before = "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>".to_owned() + &cell("后");
    let control = format!(
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        cell("控")
    );
    let (text, notes) = both(&tbl(&[control + &cell("b"), gone, before]));
    assert_eq!(text, "| 控 | b |\n| --- | --- |\n| | 后 |");
    assert_eq!(notes, ["文件里有 1 处修订，已按接受修订后的文字打开。"]);
}
