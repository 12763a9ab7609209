//! Writing with an input method: letters under way are nobody's business.

use nigao_e2e::{Page, journeys};
use serde_json::json;

/// Notes every state that «kept» goes through and every change of the count of open places.
const WATCH: &str = "
    window.__seen = [];
    for (const id of ['save-state', 'placeholder-count']) {
        const element = document.querySelector(`[data-testid=${id}]`);
        new MutationObserver(() => window.__seen.push(`${id} ${element.dataset.state ?? element.textContent}`))
            .observe(element, { attributes: true, childList: true, characterData: true, subtree: true });
    }
    window.__since = performance.now();
";

/// Longer than the pause before saving and checking; that nothing happens can only be seen by looking for a while.
const A_WHILE: &str = "return performance.now() - window.__since > 1500";

async fn only_committed_text_counts(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    page.type_into("lead", "读书").await;
    page.until_save_state("saved").await;
    page.until_placeholders(0).await;
    page.js(WATCH, vec![]).await;

    // «XX» would be found at once if it were looked at.
    for letters in ["X", "XX", "XX huo", "XX huo dong"] {
        let end = letters.len();
        page.devtools(
            "Input.imeSetComposition",
            &json!({ "text": letters, "selectionStart": end, "selectionEnd": end }),
        )
        .await;
    }
    page.until_text("lead", "读书XX huo dong").await;
    page.until_js("a while", A_WHILE).await;
    let seen = page.js("return window.__seen", vec![]).await;
    assert_eq!(seen, json!([]), "while composing");
    assert!(
        !page.stored().await.contains("huo"),
        "letters under way are not kept"
    );

    page.devtools("Input.insertText", &json!({ "text": "活动" }))
        .await;
    page.until_text("lead", "读书活动").await;
    page.until_js(
        "the text is kept",
        "return Object.values(localStorage).some(value => value.includes('读书活动'))",
    )
    .await;
    page.until_save_state("saved").await;
    assert!(!page.stored().await.contains("huo"));
    page.until_placeholders(0).await;

    // And on with the keyboard, then one more word with the input method.
    page.type_keys("，").await;
    page.devtools(
        "Input.imeSetComposition",
        &json!({ "text": "kaizhan", "selectionStart": 7, "selectionEnd": 7 }),
    )
    .await;
    page.devtools("Input.insertText", &json!({ "text": "开展X次" }))
        .await;
    page.until_text("lead", "读书活动，开展X次").await;
    page.until_placeholders(1).await;
    page.reload().await;
    page.until_text("lead", "读书活动，开展X次").await;
}

async fn a_heading_takes_composed_words(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    page.rename("deeds", "办好").await;
    page.devtools(
        "Input.imeSetComposition",
        &json!({ "text": "xiaoshi", "selectionStart": 7, "selectionEnd": 7 }),
    )
    .await;
    page.until_in_outline("（三）办好").await;
    page.devtools("Input.insertText", &json!({ "text": "小事" }))
        .await;
    page.until_in_outline("（三）办好小事").await;
    let deeds = page
        .report()
        .await
        .into_iter()
        .find(|chapter| chapter.id == "deeds");
    assert_eq!(
        deeds.and_then(|chapter| chapter.heading).as_deref(),
        Some("办好小事")
    );
}

journeys! {
    only_committed_text_counts,
    a_heading_takes_composed_words,
}
