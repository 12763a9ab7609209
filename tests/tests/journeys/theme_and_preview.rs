//! What the eye sees: light and dark, and the typeset report.

use nigao_e2e::{Page, journeys};

async fn theme(page: &Page) -> String {
    page.js("return document.documentElement.dataset.theme", vec![])
        .await
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

async fn a_chosen_theme_stays(page: &Page) {
    page.open_app().await;
    page.start_report("blank").await;
    let first = theme(page).await;
    page.click("theme").await;
    let other = if first == "dark" { "light" } else { "dark" };
    page.find(&format!("html[data-theme='{other}']")).await;
    page.until_save_state("saved").await;
    page.reload().await;
    assert_eq!(theme(page).await, other);
    page.click("home").await;
    page.reload().await;
    assert_eq!(theme(page).await, other, "on the first page too");
}

async fn the_preview_shows_the_report_as_it_will_be(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    page.type_into("title", "{{单位}}读书活动工作总结").await;
    page.type_into("study", "一是**领导带头**，二是全员参与。")
        .await;
    page.click("tab-facts").await;
    page.click("fact-单位").await;
    page.type_keys("青石县档案馆\u{e004}").await;
    page.click("show-preview").await;
    page.until_words(
        "[data-testid='preview'] .title",
        "青石县档案馆读书活动工作总结",
    )
    .await;
    let words = page
        .until_words("[data-testid='preview']", "（二）抓实学习研讨")
        .await;
    let places = [
        "一、工作开展情况",
        "（二）抓实学习研讨",
        "一是领导带头，二是全员参与。",
        "二、存在问题和不足",
        "三、下步工作打算",
    ]
    .map(|part| {
        words
            .find(part)
            .unwrap_or_else(|| panic!("{part} is not in {words}"))
    });
    assert!(places.is_sorted(), "in the order of the report: {words}");
    page.until_words("[data-testid='preview'] strong", "领导带头")
        .await;

    // It follows what is written.
    page.type_into("plans", "继续抓好学习。").await;
    page.until_words("[data-testid='preview']", "继续抓好学习。")
        .await;
    page.click("show-preview").await;
    page.until_gone("[data-testid='preview']").await;
}

journeys! {
    a_chosen_theme_stays,
    the_preview_shows_the_report_as_it_will_be,
}
