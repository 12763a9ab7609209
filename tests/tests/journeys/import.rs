//! Opening texts that were written elsewhere.

use fantoccini::key::Key;
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

/// Opens what is under review as it is, with the one key for that.
async fn until_opened(page: &Page) -> Vec<Chapter> {
    page.by_testid("import-review").await;
    page.type_keys(&Key::Enter).await;
    page.find("section.section").await;
    page.until_words("[data-testid='toast']", "已打开").await;
    page.report().await
}

/// What the lines under review are taken for, and their words.
async fn lines(page: &Page) -> Vec<(String, String)> {
    let script = "return [...document.querySelectorAll('[data-testid=import-line]')]
        .map(line => [line.dataset.role, line.querySelector('.review-source').textContent]);";
    serde_json::from_value(page.js(script, vec![]).await).expect("lines")
}

/// Pastes onto the page what another program put on the clipboard.
async fn paste(page: &Page, mime: &str, content: &str) {
    let script = "
        const data = new DataTransfer();
        data.setData(arguments[0], arguments[1]);
        if (arguments[0] == 'text/html') data.setData('text/plain', '只有字');
        const at = document.activeElement ?? document.body;
        at.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
    ";
    page.js(script, vec![mime.into(), content.into()]).await;
}

/// Drops a file onto the window.
async fn drop_file(page: &Page, over: &str, name: &str, content: &[u8]) {
    let script = "
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(arguments[2])], arguments[1]));
        const over = document.querySelector(arguments[0]);
        for (const name of ['dragenter', 'dragover', 'drop'])
            over.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: data }));
    ";
    page.js(script, vec![over.into(), name.into(), content.into()])
        .await;
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

/// A document with automatic numbering, a table, tracked changes and a comment.
const DOCX: &[u8] = include_bytes!("../../fixtures/summary.docx");

async fn a_word_document_can_be_dropped(page: &Page) {
    page.open_app().await;
    drop_file(page, ".start", "总结.docx", DOCX).await;
    page.until_words("[data-testid='import-notes']", "批注")
        .await;
    page.until_words("[data-testid='import-notes']", "修订")
        .await;
    let report = until_opened(page).await;
    assert_eq!(
        headings(&report),
        [
            "一、主要工作",
            "（一）馆舍建设",
            "（二）查档服务",
            "二、存在问题",
            "三、下一步打算"
        ]
    );
    page.until_words(".top-title", "青石县档案馆半年工作总结")
        .await;
    let text: String = report.iter().map(|chapter| chapter.text.as_str()).collect();
    assert!(text.contains("新库房投入使用，新增库位五百个。"), "{text}");
    assert!(text.contains("| 一月 | 93 |"), "{text}");
    assert!(!text.contains("请核实人次"), "{text}");
    page.until_placeholders(1).await;
}

/// As Word puts it on the clipboard: its own styles, numbers as text with padding, conditional comments.
const FROM_WORD: &str = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta charset=utf-8>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:宋体;} @list l0:level1 {mso-level-text:\"%1、\";} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<p class=MsoTitle><b><span style='font-size:22pt'>青石县档案馆半年工作总结<o:p></o:p></span></b></p>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-size:16.0pt'>按照上级部署，我馆上半年扎实
推进各项工作。<o:p></o:p></span></p>
<p class=MsoNormal style='margin-left:36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span
style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>主要工作<o:p></o:p></p>
<p class=MsoNormal>接待查档<span lang=EN-US>XX</span>人次。<s class=msoDel>另有三次未登记。</s><o:p></o:p></p>
<p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>二、<span
style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>存在问题<o:p></o:p></p>
<p class=MsoNormal>学习的深度还不够。<img src=\"file:///C:/1.png\"></p>
<script>window.__ran=1</script>
<!--EndFragment--></body></html>";

async fn rich_text_from_word_can_be_pasted(page: &Page) {
    page.open_app().await;
    paste(page, "text/html", FROM_WORD).await;
    page.by_testid("import-review").await;
    let found = lines(page).await;
    let line = |role: &str, words: &str| (role.to_owned(), words.to_owned());
    assert_eq!(found[0].0, "title");
    assert_eq!(
        found[1..],
        [
            line("text", "按照上级部署，我馆上半年扎实推进各项工作。"),
            line("heading-1", "一、主要工作"),
            line("text", "接待查档XX人次。"),
            line("heading-1", "二、存在问题"),
            line("text", "学习的深度还不够。"),
        ]
    );
    page.until_words("[data-testid='import-notes']", "图片")
        .await;
    let report = until_opened(page).await;
    assert_eq!(headings(&report), ["一、主要工作", "二、存在问题"]);
    page.until_words(".top-title", "青石县档案馆半年工作总结")
        .await;
    let ran = page.js("return window.__ran ?? null", vec![]).await;
    assert!(ran.is_null(), "a script ran");

    // In the dialog for pasted text too.
    page.click("home").await;
    page.click("paste-text").await;
    page.click("paste-area").await;
    paste(page, "text/html", FROM_WORD).await;
    assert_eq!(until_opened(page).await, report);
}

const FLAWED: &str = "青石县档案馆读书活动工作总结

按照上级部署，我馆自三月起开展读书活动，激发干部参与

的热情，取得了实效。
一、主要做法
我馆坚持把读书\u{200b}活动作为重要任务来抓。
读书要点
每周读一本书。
扫一扫在手机打开当前页
";

async fn what_was_found_can_be_changed_before_it_is_opened(page: &Page) {
    page.open_app().await;
    page.open_file(&page.file("总结.txt", FLAWED)).await;
    page.by_testid("import-review").await;
    let as_read = lines(page).await;
    assert_eq!(as_read.len(), 8);

    // Nothing is mended unasked; each kind of flaw with one click.
    page.click("import-join").await;
    page.until_gone("[data-testid='import-join']").await;
    page.click("import-clean").await;
    page.click("import-drop").await;
    page.until_gone("[data-testid='import-drop']").await;
    let mended = lines(page).await;
    let words: Vec<&str> = mended.iter().map(|(_, words)| words.as_str()).collect();
    assert_eq!(
        words[1],
        "按照上级部署，我馆自三月起开展读书活动，激发干部参与的热情，取得了实效。"
    );
    assert_eq!(words[3], "我馆坚持把读书活动作为重要任务来抓。");
    assert_eq!(mended[6].0, "dropped");

    // A line is made something else, and that is taken back.
    let choose =
        "const line = document.querySelectorAll('[data-testid=import-line]')[arguments[0]];
        const select = line.querySelector('select');
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.js(choose, vec![4.into(), "heading-2".into()]).await;
    assert_eq!(lines(page).await[4].0, "heading-2");
    page.press(&[Key::Control], "z").await;
    assert_eq!(lines(page).await, mended);
    page.js(choose, vec![4.into(), "heading-2".into()]).await;

    // Neither Escape, however often, nor another file throws away what was changed.
    for _ in 0..4 {
        page.press(&[], &Key::Escape).await;
    }
    drop_file(
        page,
        "[data-testid='import-review']",
        "另一份.txt",
        SUMMARY.as_bytes(),
    )
    .await;
    page.until_words("[data-testid='import-review'] h2", "后面还有 1 个")
        .await;
    assert_eq!(lines(page).await[4].0, "heading-2");
    page.press(&[Key::Control], &Key::Enter).await;
    page.find("section.section").await;
    let report = page.report().await;
    assert_eq!(headings(&report), ["一、主要做法", "读书要点"]);
    let text: String = report.iter().map(|chapter| chapter.text.as_str()).collect();
    assert!(
        text.contains("参与的热情") && !text.contains("扫一扫"),
        "{text}"
    );

    // The other one comes next.
    page.until_words("[data-testid='import-review'] h2", "另一份.txt")
        .await;
    page.press(&[], &Key::Escape).await;
    page.until_gone("[data-testid='import-review']").await;

    // What is closed unchanged leaves no draft.
    page.click("home").await;
    page.open_file(&page.file("别的.txt", SUMMARY)).await;
    page.by_testid("import-review").await;
    page.press(&[], &Key::Escape).await;
    page.until_gone("[data-testid='import-review']").await;
    assert_eq!(page.count("[data-testid='draft-item']").await, 1);
}

async fn files_in_other_encodings_are_opened(page: &Page) {
    page.open_app().await;
    // «一、读书\n二、总结\n» as older programs write it (GBK), and in UTF-16.
    let gbk: &[u8] = b"\xd2\xbb\xa1\xa2\xb6\xc1\xca\xe9\n\xb6\xc1\xca\xe9\xa1\xa3\n\xb6\xfe\xa1\xa2\xd7\xdc\xbd\xe1\n\xb6\xc1\xca\xe9\xa1\xa3\n";
    let text = "一、读书\n读书。\n二、总结\n读书。\n";
    let wide: Vec<u8> = [0xfeff_u16]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    for (name, bytes) in [("旧稿.txt", gbk), ("记事本.txt", &wide[..])] {
        page.open_file(&page.file(name, bytes)).await;
        assert_eq!(
            headings(&until_opened(page).await),
            ["一、读书", "二、总结"]
        );
        page.click("home").await;
    }
}

async fn sections_are_taken_from_others_files(page: &Page) {
    page.open_app().await;
    page.open_file(&page.file("我的.txt", SUMMARY)).await;
    let mine = until_opened(page).await;
    drop_file(page, ".desk", "各处报来.docx", DOCX).await;
    page.until_words("[data-testid='contribution']", "各处报来.docx")
        .await;
    assert_eq!(page.report().await, mine, "nothing is taken unasked");

    page.click_css("[id='section-part'] textarea, section.section.l1 textarea")
        .await;
    // 一、主要工作 with the two sections in it.
    let take = "[data-testid='contribution'] .offer.l1 [data-testid='take-section']";
    page.click_css(take).await;
    page.find("[data-testid='section-origin']").await;
    page.until_words("[data-testid='section-origin']", "各处报来.docx")
        .await;
    let joined = page.report().await;
    assert_eq!(joined.len(), mine.len() + 3);
    let all = headings(&joined);
    let at = all
        .iter()
        .position(|h| h.ends_with("主要工作"))
        .expect("taken");
    assert!(
        all[at + 1].ends_with("馆舍建设") && all[at + 2].ends_with("查档服务"),
        "{all:?}"
    );

    // It can be taken back, and is kept with the draft.
    page.click("toast-undo").await;
    page.until_gone("[data-testid='section-origin']").await;
    assert_eq!(page.report().await, mine);
    page.click_css(take).await;
    page.find("[data-testid='section-origin']").await;
    let joined = page.report().await;
    page.until_save_state("saved").await;
    page.reload().await;
    page.find("[data-testid='section-origin']").await;
    assert_eq!(page.report().await, joined);
}

/// A draft with a section of the name that a new report has as well, and with a fact of its own.
const THEIRS: &str = r#"{"nigao":1,"kind":"draft","template":"blank","title":"","facts":{"次数":"99"},"sections":[
    {"node":{"id":"section","role":"body","heading":{"text":"会议{{次数}}次","level":1}},"text":"共开会{{次数}}次。"}]}"#;

async fn taken_text_is_what_its_file_says(page: &Page) {
    page.open_app().await;
    page.start_report("blank").await;
    // An empty section of the same name is removed before.
    page.click_in("section", "section-remove").await;
    page.click("tab-contributions").await;
    let field = page.by_testid("open-contribution").await;
    for (folder, text) in [
        ("甲", THEIRS.to_owned()),
        ("乙", THEIRS.replace("99", "88")),
    ] {
        let path = page.file(&format!("{folder}.json"), &text);
        // Two files may have one name.
        let path = path.canonicalize().expect("a file").display().to_string();
        field.send_keys(&path).await.expect("a file is chosen");
        page.until_words(".contributions", folder).await;
    }
    page.click("close-contribution").await;
    page.until_words("[data-testid='contribution'] h3", "乙.json")
        .await;
    page.click("take-section").await;
    page.find("[data-testid='section-origin']").await;
    let report = page.report().await;
    let taken = report
        .iter()
        .find(|c| c.heading.as_deref() == Some("会议88次"));
    assert_eq!(taken.expect("taken").text, "共开会88次。", "{report:?}");
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
    paste(page, "text/plain", SUMMARY).await;
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
    page.open_app().await;
    let bomb = [b"PK\x03\x04".as_slice(), b"word/document.xml"].concat();
    for (name, content, advice) in [
        (
            "旧稿.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(),
            ".docx",
        ),
        ("断了的.docx", bomb.as_slice(), "损坏"),
        ("旧稿.docx", b"PK\x03\x04xl/workbook.xml".as_slice(), "表格"),
        ("旧稿.txt", b"%PDF-1.7".as_slice(), "PDF"),
        ("照片.docx", b"\x89PNG\r\n\x1a\n".as_slice(), "图片"),
        ("别人的.json", b"{\"a\": 1}".as_slice(), "没有打开"),
        ("太长.txt", "字".repeat(1_000_001).as_bytes(), "1000001"),
    ] {
        page.open_file(&page.file(name, content)).await;
        page.until_words("[data-testid='toast']", advice).await;
        assert_eq!(page.count("section.section").await, 0, "{name} was opened");
        assert_eq!(page.count("[data-testid='import-review']").await, 0);
    }
    assert_eq!(page.count("[data-testid='draft-item']").await, 0);
    assert!(
        !page.stored().await.contains("nigao/draft/"),
        "nothing was kept"
    );
}

async fn a_million_characters_are_opened(page: &Page) {
    page.open_app().await;
    let block = format!(
        "{SUMMARY}{}\n",
        "全馆上下齐心协力，各项工作有序推进。".repeat(40)
    );
    let times = 1_000_000 / block.chars().count();
    page.open_file(&page.file("很长.txt", block.repeat(times)))
        .await;
    page.by_testid("import-more").await;
    assert_eq!(lines(page).await.len(), 300);
}

journeys! {
    a_text_file_is_opened_in_sections,
    a_word_document_can_be_dropped,
    rich_text_from_word_can_be_pasted,
    what_was_found_can_be_changed_before_it_is_opened,
    files_in_other_encodings_are_opened,
    sections_are_taken_from_others_files,
    taken_text_is_what_its_file_says,
    a_text_can_be_pasted,
    markdown_is_opened_in_sections,
    whole_reports_are_opened_without_loss,
    what_cannot_be_opened_is_said,
    a_million_characters_are_opened,
}
