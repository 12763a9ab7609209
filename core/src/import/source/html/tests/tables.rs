use super::{read, text};

#[test]
fn a_table_is_rows_between_bars() {
    assert_eq!(
        text(
            "<p>前</p><table><caption>表1 情况</caption><thead><tr><th><b>项目</b></th><th>数\n量</th></tr></thead>\
              <tbody><tr><td><p>甲|乙</p><p>丙</p></td><td>3<br>次</td></tr><tr><td>丁</td></tr></tbody></table><p>后</p>"
        ),
        "前\n表1 情况\n| 项目 | 数量 |\n| --- | --- |\n| 甲\\|乙 丙 | 3 次 |\n| 丁 |  |\n后"
    );
    assert_eq!(
        text("<table><tr><td>a<td>b<tr><td>c<td/></table>"),
        "| a | b |\n| --- | --- |\n| c |  |"
    );
}

#[test]
fn merged_cells_are_taken_apart() {
    let source = read(
        "<table><tr><td colspan=3>合计表<tr><td rowspan=2>甲<td>1<td>2<tr><td>3<td>4<tr><td>乙<td colspan=2>5</table>",
    );
    assert_eq!(
        source.text,
        "| 合计表 |  |  |\n| --- | --- | --- |\n| 甲 | 1 | 2 |\n|  | 3 | 4 |\n| 乙 | 5 |  |"
    );
    assert_eq!(source.notes, ["表格中的合并单元格已拆开，请核对。"]);
}

#[test]
fn tables_that_lay_out_a_page_are_lines() {
    assert_eq!(
        text("<table><tr><td>甲</td></tr><tr><td>乙</td></tr></table>"),
        "甲\n乙"
    );
    assert_eq!(
        text("<table><tr><td>甲<td><h2>题</h2></table>"),
        "甲\n## 题"
    );
    assert_eq!(
        text("<table><tr><td>甲<td><ul><li>乙</ul></table>"),
        "甲\n- 乙"
    );
    let long = "长".repeat(401);
    assert_eq!(
        text(&format!("<table><tr><td>甲<td>{long}</table>")),
        format!("甲\n{long}")
    );
    assert_eq!(
        text("<table><tr><td>左<td><table><tr><td>a<td>b</table>右</table>"),
        "左\n| a | b |\n| --- | --- |\n右"
    );
    assert_eq!(text("<table><tr><td>&nbsp;<td></table>甲"), "甲");
}

#[test]
fn tables_in_a_row_stay_apart() {
    let title = "<p class=MsoTitle>题";
    assert_eq!(
        text(&format!("{title}</p><table><tr><td>a<td>b</table>{title}")),
        "# 题\n| a | b |\n| --- | --- |\n# 题"
    );
    let one = "<table><tr><td>a<td>b</table>";
    let rows = "| a | b |\n| --- | --- |";
    assert_eq!(text(&(one.to_owned() + one)), format!("{rows}\n\n{rows}"));
}

#[test]
fn spans_do_not_swell() {
    let cell = "<td colspan=1000 rowspan=65534>a";
    let html = format!(
        "<table>{}</table>",
        ["<tr>", cell, cell].concat().repeat(2000)
    );
    assert!(text(&html).len() < 20 * html.len());
    let wide = format!("<table><tr>{}</table>", "<td>a".repeat(100));
    assert_eq!(text(&wide).lines().count(), 100);
}
