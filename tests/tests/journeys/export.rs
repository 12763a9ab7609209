//! Handing the report over.

use nigao_e2e::{Chapter, Page, journeys};

const LEAD: &str = "今年以来，共办理来信X件，走访群众九十三户。";

async fn with_a_report(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    page.type_into("title", "{{单位}}读书活动工作总结").await;
    page.type_into("lead", LEAD).await;
    page.type_into("study", "集中学习十二次。").await;
    page.rename("deeds", "办好门前小事").await;
    page.click("tab-facts").await;
    page.click("fact-单位").await;
    page.type_keys("青石县档案馆\u{e004}").await;
    page.until_words(".top-title", "青石县档案馆读书活动工作总结")
        .await;
    page.click("tab-findings").await;
}

async fn an_unfinished_report_is_asked_about(page: &Page) {
    with_a_report(page).await;
    page.click("export-menu").await;
    page.click("export-markdown").await;
    let question = page
        .until_words("[data-testid='export-question']", "还没有写完")
        .await;
    assert!(
        question.contains("问题和不足"),
        "names what is missing: {question}"
    );
    assert!(
        question.contains('X') && question.contains("导语"),
        "names what is left to fill in: {question}"
    );
    page.click("export-cancel").await;
    page.until_gone("[data-testid='export-question']").await;
    assert!(page.downloads().is_empty(), "{:?}", page.downloads());
    page.until_text("lead", LEAD).await;

    // Asked again, and gone on with all the same.
    page.export_anyway("export-markdown").await;
    let file = page.downloaded(".md").await;
    assert_eq!(
        file.path.file_stem().expect("a name"),
        "青石县档案馆读书活动工作总结"
    );
    for part in [
        "青石县档案馆读书活动工作总结",
        LEAD,
        "一、工作开展情况",
        "（三）办好门前小事",
        "集中学习十二次。",
        "study-summary",
    ] {
        assert!(file.text.contains(part), "{part} is not in {}", file.text);
    }

    page.export_anyway("export-text").await;
    let file = page.downloaded(".txt").await;
    let lines: Vec<_> = file.text.lines().collect();
    for line in [
        "青石县档案馆读书活动工作总结",
        LEAD,
        "一、工作开展情况",
        "集中学习十二次。",
    ] {
        assert!(lines.contains(&line), "{line} is not in {lines:?}");
    }
}

async fn an_exported_page_can_be_opened_again(page: &Page) {
    with_a_report(page).await;
    let written = page.report().await;
    page.export_anyway("export-html").await;
    let file = page.downloaded(".html").await;
    for part in [
        "Content-Security-Policy",
        "<title>青石县档案馆读书活动工作总结</title>",
        "（三）办好门前小事",
    ] {
        assert!(file.text.contains(part), "{part} is not in {}", file.text);
    }
    assert!(
        !file.text.to_lowercase().contains("<script"),
        "{}",
        file.text
    );

    page.click("home").await;
    page.open_file(&file.path).await;
    page.find("section.section").await;
    assert_eq!(page.report().await, written);
    page.until_words(".top-title", "青石县档案馆读书活动工作总结")
        .await;

    // The draft as a file of its own.
    page.export_anyway("export-draft").await;
    let draft = page.downloaded(".json").await;
    page.click("home").await;
    page.open_file(&draft.path).await;
    page.find("section.section").await;
    assert_eq!(page.report().await, written);

    // And as a page that people outside may have.
    page.click("export-menu").await;
    page.click("export-with-draft").await;
    page.click_css(".backdrop").await;
    page.export_anyway("export-html").await;
    let bare = page.downloaded(".html").await;
    assert!(bare.text.contains("（三）办好门前小事") && bare.text.len() < file.text.len());
    page.click("home").await;
    page.by_testid("new-report").await;
    page.open_file(&bare.path).await;
    // It opens as any page does: by its text.
    page.click("import-accept").await;
    page.find("section.section").await;
    let headings = |report: &[Chapter]| -> Vec<_> {
        let all = report.iter().filter_map(|c| c.heading.clone());
        all.filter(|heading| !heading.is_empty()).collect()
    };
    assert_eq!(headings(&page.report().await), headings(&written));

    page.visit_file(&file.path).await;
    page.until_words(".report", "（三）办好门前小事").await;
}

/// Sets `window.__ran` wherever it is run.
const HOSTILE: [&str; 6] = [
    "<img src=x onerror=\"window.__ran=1\">",
    "[点这里](javascript:window.__ran=1)",
    "<script>window.__ran=1</script>",
    "<svg/onload=window.__ran=1>",
    "![图](x\" onerror=\"window.__ran=1)",
    "</title></style></article><iframe srcdoc=\"<script>parent.__ran=1</script>\">",
];

const DANGERS: &str = "const root = document.querySelector(arguments[0]);
    return [...root.querySelectorAll('script, img, svg[onload], iframe, object, embed, form, [onerror], [onload], [href]')]
        .filter(found => !found.matches('a[href^=\"http\"], link[rel=icon]')).map(found => found.outerHTML);";

async fn hostile_text_runs_nowhere(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    page.type_into("title", HOSTILE[5]).await;
    page.type_into("lead", &HOSTILE.join("\n")).await;
    page.rename("problems", HOSTILE[0]).await;
    page.click("show-preview").await;
    page.until_words("[data-testid='preview']", "onload=window.__ran=1")
        .await;
    page.until_words("[data-testid='preview']", HOSTILE[0])
        .await;
    let dangers = page
        .js(DANGERS, vec!["[data-testid='preview']".into()])
        .await;
    assert_eq!(dangers, serde_json::json!([]), "in the preview");
    assert!(
        page.js("return window.__ran ?? null", vec![])
            .await
            .is_null(),
        "ran in the app"
    );

    page.export_anyway("export-html").await;
    let file = page.downloaded(".html").await;
    page.until_save_state("saved").await;
    page.visit_file(&file.path).await;
    page.until_words(".report", HOSTILE[0]).await;
    let dangers = page.js(DANGERS, vec!["html".into()]).await;
    assert_eq!(dangers, serde_json::json!([]), "in the exported page");
    assert!(
        page.js("return window.__ran ?? null", vec![])
            .await
            .is_null(),
        "ran in the exported page"
    );
}

journeys! {
    an_unfinished_report_is_asked_about,
    an_exported_page_can_be_opened_again,
    hostile_text_runs_nowhere,
}
