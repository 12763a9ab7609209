//! A browser that cannot keep what is written: nothing is lost, and the person is told.

use nigao_e2e::{Page, journeys};

/// Fills the storage to the last unit with a value of its own.
const FILL: &str = "
    let step = 4 * 1024 * 1024, filler = '';
    while (step >= 1) {
        try { localStorage.setItem('filler', filler + 'x'.repeat(step)); filler += 'x'.repeat(step); }
        catch (full) { step = Math.floor(step / 2); }
    }
    return filler.length;
";

async fn a_full_storage_is_said_and_loses_nothing(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    page.type_into("lead", "装满以前。").await;
    page.until_save_state("saved").await;
    page.js(FILL, vec![]).await;

    page.type_into("lead", "装满以后写的话也不能丢。").await;
    page.until_save_state("failed").await;
    page.until_words("[data-testid='banner']", "存储空间满了")
        .await;
    page.click("banner-save-file").await;
    let file = page.downloaded(".json").await;
    assert!(
        file.text.contains("装满以前。装满以后写的话也不能丢。"),
        "{}",
        file.text
    );
    page.type_into("problems", "还在写。").await;
    page.until_words("[data-testid='banner']", "现在存到文件")
        .await;

    page.js("localStorage.removeItem('filler')", vec![]).await;
    page.type_into("plans", "腾出了地方。").await;
    page.until_save_state("saved").await;
    page.until_gone("[data-testid='banner']").await;
    page.reload().await;
    page.until_text("lead", "装满以前。装满以后写的话也不能丢。")
        .await;
    page.until_text("problems", "还在写。").await;
    page.until_text("plans", "腾出了地方。").await;
}

/// What the browser refused is still there after a look at the list, and is kept as soon as there is room.
async fn refused_text_outlives_the_desk(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    page.type_into("title", "甲总结").await;
    page.until_save_state("saved").await;
    page.js(FILL, vec![]).await;
    page.type_into("lead", "装满以后写的话也不能丢。").await;
    page.until_save_state("failed").await;
    page.click("home").await;
    page.click("draft-title").await;
    page.until_text("lead", "装满以后写的话也不能丢。").await;

    page.js("localStorage.removeItem('filler')", vec![]).await;
    page.type_into("plans", "腾出了地方。").await;
    page.until_save_state("saved").await;
    page.until("both are kept", async || {
        let stored = page.stored().await;
        let kept = ["装满以后写的话也不能丢。", "腾出了地方。"].map(|text| stored.contains(text));
        if kept == [true, true] {
            Ok(())
        } else {
            Err(format!("{kept:?}"))
        }
    })
    .await;
    page.until_gone("[data-testid='banner']").await;
}

/// As Chromium does where a policy forbids pages to keep anything.
const SWITCHED_OFF: &str = "Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
});";

async fn without_storage_one_can_write_and_export(page: &Page) {
    page.before_load(SWITCHED_OFF).await;
    page.open_app().await;
    page.until_words("[data-testid='banner']", "不让网页保存内容")
        .await;
    page.start_report("blank").await;
    let section = page
        .report()
        .await
        .into_iter()
        .next_back()
        .map(|chapter| chapter.id)
        .expect("a section to write in");
    page.type_into(&section, "没有地方存也要能写。").await;
    page.until_words("[data-testid='banner']", "现在存到文件")
        .await;
    page.click("banner-save-file").await;
    let draft = page.downloaded(".json").await;
    assert!(
        draft.text.contains("没有地方存也要能写。"),
        "{}",
        draft.text
    );
    page.export_anyway("export-text").await;
    let text = page.downloaded(".txt").await;
    assert!(text.text.contains("没有地方存也要能写。"), "{}", text.text);

    page.reload().await;
    page.open_file(&draft.path).await;
    page.until_text(&section, "没有地方存也要能写。").await;
}

journeys! {
    a_full_storage_is_said_and_loses_nothing,
    /// The list lies between two desks.
    refused_text_outlives_the_desk,
    without_storage_one_can_write_and_export,
}
