//! What is written is kept without being asked for, and found again.

use nigao_e2e::{Page, journeys, say};

/// Notes when a key last changed a text, and when after that everything was kept, by the page's own clock.
const WATCH: &str = "
    const state = document.querySelector('[data-testid=save-state]');
    window.__watch = { typed: 0, kept: 0 };
    document.addEventListener('input', () => { window.__watch.typed = performance.now(); }, true);
    new MutationObserver(() => {
        if (state.dataset.state !== 'saved') return;
        const held = Object.values(localStorage).some(value => value.includes(arguments[0]));
        if (held) window.__watch.kept = performance.now();
    }).observe(state, { attributes: true, attributeFilter: ['data-state'] });
";

/// Milliseconds from the last key to the text's being kept. Half a second is asked for on an office computer; the
/// test machine may have far more to do at the same time.
const GENEROUS: f64 = 5_000.0;

async fn a_reload_costs_nothing(page: &Page) {
    const TEXT: &str = "今年以来，共办理来信九十三件。";
    page.open_app().await;
    page.start_report("study-summary").await;
    page.type_into("title", "来信办理情况总结").await;
    page.until_save_state("saved").await;
    page.js(WATCH, vec![TEXT.into()]).await;
    page.type_into("problems", TEXT).await;
    page.until_js(
        "the text is kept",
        "return window.__watch.kept > window.__watch.typed",
    )
    .await;
    let took = page
        .js("return window.__watch.kept - window.__watch.typed", vec![])
        .await
        .as_f64()
        .expect("a time");
    say(&format!("autosave: {took:.0} ms after the last key"));
    assert!(took < GENEROUS, "{took} ms from the last key to storage");

    let written = page.report().await;
    page.reload().await;
    page.until_text("problems", TEXT).await;
    assert_eq!(page.report().await, written);
    page.until("the section that was written in", async || {
        let active = page
            .js(
                "return document.querySelector('section.section.now')?.dataset.testid ?? null",
                vec![],
            )
            .await;
        let focus = page.selection().await.section;
        if active == "section-problems" && focus == "problems" {
            Ok(())
        } else {
            Err(format!("{active}, focus in «{focus}»"))
        }
    })
    .await;
}

/// A page that is left within the pause before saving saves on its way out.
async fn leaving_at_once_costs_nothing(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    page.type_into("lead", "写完就走。").await;
    page.reload().await;
    page.until_text("lead", "写完就走。").await;
}

async fn drafts_are_listed_opened_and_deleted(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    page.type_into("title", "甲总结").await;
    page.until_save_state("saved").await;
    page.click("home").await;
    page.start_report("news-feature").await;
    page.type_into("title", "乙通讯").await;
    page.click("home").await;

    page.until_words("[data-testid='draft-list']", "乙通讯")
        .await;
    page.until_words("[data-testid='draft-list']", "甲总结")
        .await;
    assert_eq!(page.count("[data-testid='draft-item']").await, 2);
    // The one written last stands first; deleting asks before it does anything.
    let first = "[data-testid='draft-item']:first-of-type";
    page.until_words(first, "乙通讯").await;
    page.click_css(&format!("{first} [data-testid='draft-delete']"))
        .await;
    page.click("draft-delete-confirm").await;
    page.until("one draft left", async || {
        match page.count("[data-testid='draft-item']").await {
            1 => Ok(()),
            count => Err(count.to_string()),
        }
    })
    .await;
    let stored = page.stored().await;
    assert!(
        !stored.contains("乙通讯") && stored.contains("甲总结"),
        "{stored}"
    );
    page.click("draft-title").await;
    page.until_text("title", "甲总结").await;
}

journeys! {
    a_reload_costs_nothing,
    /// The pause before saving is not a hole.
    leaving_at_once_costs_nothing,
    drafts_are_listed_opened_and_deleted,
}
