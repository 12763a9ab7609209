//! Writing a report from its template: placeholders, findings, facts, completeness, skeletons.

use fantoccini::key::Key;
use nigao_e2e::{Page, journeys};

const LEAD: &str = "活动开展以来，全局组织集中学习X次，走访群众**户，由{{单位}}负责、【牵头部门】配合，共收缴 万元。";

async fn with_lead(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    page.type_into("title", "{{单位}}读书活动工作总结").await;
    page.type_into("lead", LEAD).await;
    assert_eq!(
        page.text_of("lead").await,
        LEAD,
        "the keys and nothing else"
    );
}

async fn open_places_are_found_and_walked(page: &Page) {
    with_lead(page).await;
    page.until_placeholders(6).await;
    for rule in ["letter-x", "asterisk", "fact", "bracket", "gap"] {
        page.until_found(rule).await;
    }

    for (rule, text) in [
        ("letter-x", "X"),
        ("asterisk", "**"),
        ("bracket", "【牵头部门】"),
    ] {
        page.click_css(&format!("[data-rule='{rule}'] .finding-body"))
            .await;
        page.until_selected("lead", text).await;
    }

    // From the bracket on: the gap, round to the title, and back again.
    page.press(&[], &Key::F8).await;
    let gap = page.selection().await;
    let before: Vec<_> = LEAD
        .encode_utf16()
        .take(usize::try_from(gap.start).expect("a short text"))
        .collect();
    assert_eq!(gap.section, "lead");
    assert!(
        String::from_utf16_lossy(&before)
            .trim_end()
            .ends_with("收缴"),
        "the gap: {gap:?}"
    );
    page.press(&[], &Key::F8).await;
    page.until_selected("title", "{{单位}}").await;
    page.press(&[], &Key::F8).await;
    page.until_selected("lead", "X").await;
    page.press(&[], &Key::F8).await;
    page.until_selected("lead", "**").await;
    page.press(&[Key::Shift], &Key::F8).await;
    page.until_selected("lead", "X").await;
    page.press(&[Key::Shift], &Key::F8).await;
    page.until_selected("title", "{{单位}}").await;
    page.press(&[Key::Shift], &Key::F8).await;
    assert_eq!(
        page.selection().await,
        gap,
        "back over the start to the gap"
    );
}

async fn a_filled_fact_is_filled_everywhere(page: &Page) {
    with_lead(page).await;
    page.until_found("fact").await;
    page.click("tab-facts").await;
    page.click("fact-单位").await;
    page.type_keys("青石县档案馆").await;
    page.press(&[], &Key::Tab).await;
    page.until_placeholders(4).await;
    page.until_words(".top-title", "青石县档案馆读书活动工作总结")
        .await;
    page.click("tab-findings").await;
    page.until_gone("[data-rule='fact']").await;
    assert_eq!(
        page.text_of("lead").await,
        LEAD,
        "the text keeps the name of the fact"
    );
    assert!(
        page.findings()
            .await
            .iter()
            .any(|finding| finding.rule == "letter-x"),
        "the others stay"
    );
}

async fn what_is_missing_is_named(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    let at_first = page.percent().await;
    let names = |part: &'static str| async move {
        page.until(&format!("a finding about {part}"), async || {
            let findings = page.findings().await;
            let found = findings
                .into_iter()
                .find(|finding| finding.words.contains(part));
            found.ok_or_else(|| "none".to_owned())
        })
        .await
    };
    names("导语").await;
    names("问题和不足").await;

    page.type_into("signature", "青石县档案馆").await;
    page.type_into("date", "2030年6月5日").await;
    page.until("completeness grows", async || {
        let percent = page.percent().await;
        if percent > at_first {
            Ok(())
        } else {
            Err(format!("{percent}, at first {at_first}"))
        }
    })
    .await;
    page.click("completeness").await;
    page.until_words("[data-testid='requirements']", "日期")
        .await;
    page.click_css(".backdrop").await;

    page.click_in("problems", "section-remove").await;
    page.until_gone("[data-testid='section-problems']").await;
    names("问题和不足").await;
    page.click("finding-fix").await;
    page.by_testid("section-problems").await;
    page.until_in_outline("二、存在问题和不足").await;
}

async fn a_skeleton_is_inserted_and_taken_back(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    page.type_into("signature", "青石县").await;
    page.click_in("signature", "insert-skeleton").await;
    page.until_text("signature", "青石县\n{{单位}}").await;
    page.until_found("fact").await;
    page.press(&[Key::Control], "z").await;
    page.until_text("signature", "青石县").await;
    page.until_gone("[data-rule='fact']").await;

    // With the keyboard alone.
    page.type_into("date", "").await;
    page.press(&[Key::Control], "j").await;
    page.until_text("date", "XXXX年X月X日").await;
    page.press(&[Key::Control], "z").await;
    page.until_text("date", "").await;
}

journeys! {
    open_places_are_found_and_walked,
    a_filled_fact_is_filled_everywhere,
    what_is_missing_is_named,
    a_skeleton_is_inserted_and_taken_back,
}
