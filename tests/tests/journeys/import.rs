//! Opening texts that were written elsewhere.

use nigao_e2e::{Chapter, Page, journeys, say};

const SUMMARY: &str = "青石县档案馆读书活动工作总结

按照上级部署，我馆自三月起开展读书活动，现将有关情况总结如下。
一、主要做法
我馆坚持把读书活动作为重要任务来抓。
（一）精心组织。一是成立领导小组。二是印发活动方案。
（二）学以致用
办理查档利用九十三件次，群众满意。
二、存在问题
学习的深度还不够。
三、下一步打算
继续抓好学习。
青石县档案馆
2030年6月5日
";

const MARKDOWN: &str = "# 青石县档案馆半年总结

半年来，各项工作**稳步**推进。

## 一、主要工作

- 整理档案三百卷
- 接待查档九十三人次

### （一）馆舍建设

新库房投入使用。

## 二、下步打算

继续推进。
";

fn headings(report: &[Chapter]) -> Vec<String> {
    report
        .iter()
        .filter_map(|chapter| Some(format!("{}{}", chapter.mark, chapter.heading.as_ref()?)))
        .collect()
}

/// Every character of the source stands in the report, in order, and the report has no others. Blanks aside; and aside
/// from what a heading's line has that the report keeps otherwise: Markdown's marks, and the 。 of a run-in heading.
fn assert_nothing_lost(source: &str, report: &[Chapter]) {
    let mut seen = String::new();
    for chapter in report {
        seen.push_str(&chapter.mark);
        seen.push_str(chapter.heading.as_deref().unwrap_or_default());
        seen.push_str(&chapter.text);
    }
    let not_blank = |c: &char| !c.is_whitespace() && *c != '\u{feff}';
    let mut seen = seen.chars().filter(not_blank).peekable();
    for (at, c) in source.char_indices().filter(|(_, c)| not_blank(c)) {
        if seen.next_if_eq(&c).is_none() {
            let rest: String = source[at..].chars().take(30).collect();
            assert!(
                "。#*_".contains(c),
                "lost {c:?} at «{rest}»; the report goes on with «{}»",
                seen.take(30).collect::<String>()
            );
        }
    }
    assert_eq!(
        seen.collect::<String>(),
        "",
        "the report has more than the source"
    );
}

async fn until_opened(page: &Page) -> Vec<Chapter> {
    page.find("section.section").await;
    page.until_words("[data-testid='toast']", "已打开").await;
    page.report().await
}

async fn a_text_file_is_opened_in_sections(page: &Page) {
    page.open_app().await;
    page.open_file(&page.file("总结.txt", SUMMARY)).await;
    let report = until_opened(page).await;
    assert_eq!(
        headings(&report),
        [
            "一、主要做法",
            "（一）精心组织",
            "（二）学以致用",
            "二、存在问题",
            "三、下一步打算"
        ]
    );
    assert_nothing_lost(SUMMARY, &report);
    page.until_words(".top-title", "青石县档案馆读书活动工作总结")
        .await;
    page.until_in_outline("（二）学以致用").await;

    // It is a draft like any other: kept, and found after a reload.
    page.until_save_state("saved").await;
    page.reload().await;
    page.find("section.section").await;
    assert_eq!(page.report().await, report);

    // Notepad's ways: a byte order mark, CRLF.
    page.click("home").await;
    let notepad = format!("\u{feff}{}", SUMMARY.replace('\n', "\r\n"));
    page.open_file(&page.file("记事本.txt", &notepad)).await;
    let report = until_opened(page).await;
    assert_eq!(headings(&report).len(), 5);
    assert_nothing_lost(&notepad, &report);
}

async fn a_file_can_be_dropped(page: &Page) {
    page.open_app().await;
    let script = "
        const data = new DataTransfer();
        data.items.add(new File([arguments[0]], '总结.txt', { type: 'text/plain' }));
        const over = document.querySelector('.start');
        for (const name of ['dragenter', 'dragover', 'drop'])
            over.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: data }));
    ";
    page.js(script, vec![SUMMARY.into()]).await;
    let report = until_opened(page).await;
    assert_eq!(headings(&report).len(), 5);
    assert_nothing_lost(SUMMARY, &report);
}

async fn a_text_can_be_pasted(page: &Page) {
    page.open_app().await;
    page.click("paste-text").await;
    page.click("paste-area").await;
    page.devtools("Input.insertText", &serde_json::json!({ "text": SUMMARY }))
        .await;
    page.click("paste-open").await;
    let report = until_opened(page).await;
    assert_eq!(headings(&report).len(), 5);
    assert_nothing_lost(SUMMARY, &report);

    // Straight onto the first page, as with Ctrl+V.
    page.click("home").await;
    page.by_testid("new-report").await;
    let script = "
        const data = new DataTransfer();
        data.setData('text/plain', arguments[0]);
        document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
    ";
    page.js(script, vec![SUMMARY.into()]).await;
    let report = until_opened(page).await;
    assert_nothing_lost(SUMMARY, &report);
}

async fn markdown_is_opened_in_sections(page: &Page) {
    page.open_app().await;
    page.open_file(&page.file("总结.md", MARKDOWN)).await;
    let report = until_opened(page).await;
    assert_eq!(
        headings(&report),
        ["一、主要工作", "（一）馆舍建设", "二、下步打算"]
    );
    assert_nothing_lost(MARKDOWN, &report);
    page.until_words(".top-title", "青石县档案馆半年总结").await;
    let work = report
        .iter()
        .find(|chapter| chapter.heading.as_deref() == Some("主要工作"));
    assert!(
        work.expect("a section")
            .text
            .contains("- 整理档案三百卷\n- 接待查档九十三人次"),
        "{work:?}"
    );
}

/// Reports from offices, where they lie beside the checkout.
async fn whole_reports_are_opened_without_loss(page: &Page) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/corpus/docs");
    let entries = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path());
    let mut files: Vec<_> = entries
        .filter(|path| path.to_string_lossy().contains("seed"))
        .collect();
    files.sort();
    if files.is_empty() {
        say("whole reports: none beside the checkout, the invented one is opened instead");
        files.push(page.file("总结.txt", SUMMARY));
    }
    page.open_app().await;
    for file in files {
        let source = std::fs::read_to_string(&file).expect("a report to read");
        page.open_file(&file).await;
        let report = until_opened(page).await;
        assert_nothing_lost(&source, &report);
        assert!(report.len() > 1, "{}: no sections", file.display());
        page.click("home").await;
        page.by_testid("new-report").await;
    }
}

async fn what_cannot_be_opened_is_said(page: &Page) {
    // «关于读书活动的总结» as older programs write it.
    let gbk = b"\xb9\xd8\xd3\xda\xb6\xc1\xca\xe9\xbb\xee\xb6\xaf\xb5\xc4\xd7\xdc\xbd\xe1";
    page.open_app().await;
    for (name, content, advice) in [
        ("旧稿.txt", gbk.as_slice(), "UTF-8"),
        ("旧稿.docx", b"PK\x03\x04".as_slice(), "粘贴文字"),
        ("旧稿.pdf", b"%PDF-1.7".as_slice(), "PDF"),
        ("别人的.json", b"{\"a\": 1}".as_slice(), "没有打开"),
        ("网页.html", b"<!DOCTYPE html><p>1".as_slice(), "没有打开"),
    ] {
        page.open_file(&page.file(name, content)).await;
        page.until_words("[data-testid='toast']", advice).await;
        assert_eq!(page.count("section.section").await, 0, "{name} was opened");
    }
    assert_eq!(page.count("[data-testid='draft-item']").await, 0);
    assert!(
        !page.stored().await.contains("nigao/draft/"),
        "nothing was kept"
    );
}

journeys! {
    a_text_file_is_opened_in_sections,
    a_file_can_be_dropped,
    a_text_can_be_pasted,
    markdown_is_opened_in_sections,
    whole_reports_are_opened_without_loss,
    what_cannot_be_opened_is_said,
}
