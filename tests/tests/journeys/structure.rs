//! Changing the order, the levels and the headings of a report.

use nigao_e2e::{Page, journeys};

async fn headings_are_numbered_as_they_move(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    page.until_in_outline("一、工作开展情况").await;
    page.until_in_outline("（二）抓实学习研讨").await;
    page.until_in_outline("二、存在问题和不足").await;
    page.until_in_outline("三、下步工作打算").await;

    let before: Vec<_> = page
        .report()
        .await
        .into_iter()
        .map(|chapter| chapter.id)
        .collect();
    page.click_in("problems", "section-add").await;
    let added = page
        .until("a section more", async || {
            let now = page.report().await;
            let added = now
                .into_iter()
                .find(|chapter| !before.contains(&chapter.id));
            added
                .map(|chapter| chapter.id)
                .ok_or_else(|| "none".to_owned())
        })
        .await;
    // The caret is in the new heading without a click.
    page.until("the caret in the new heading", async || {
        let selection = page.selection().await;
        if selection.section == added {
            Ok(())
        } else {
            Err(format!("{selection:?}"))
        }
    })
    .await;
    page.type_keys("经验启示").await;
    page.until_in_outline("三、经验启示").await;
    page.until_in_outline("四、下步工作打算").await;

    page.click_in(&added, "section-up").await;
    page.until_in_outline("二、经验启示").await;
    page.until_in_outline("三、存在问题和不足").await;
    page.click_in(&added, "section-down").await;
    page.until_in_outline("三、经验启示").await;
    page.click_in(&added, "section-indent").await;
    page.until_in_outline("（一）经验启示").await;
    page.until_in_outline("三、下步工作打算").await;
    page.click_in(&added, "section-outdent").await;
    page.until_in_outline("三、经验启示").await;

    page.rename("plans", "下一步安排").await;
    page.until_in_outline("四、下一步安排").await;
    let plans = page
        .report()
        .await
        .into_iter()
        .find(|chapter| chapter.id == "plans");
    assert_eq!(
        plans.map(|chapter| chapter.mark).as_deref(),
        Some("四、"),
        "the desk and the outline agree"
    );
}

async fn a_removed_section_comes_back_with_its_text(page: &Page) {
    const TEXT: &str = "办成实事三件，惠及群众九十户。";
    page.open_app().await;
    page.start_report("study-summary").await;
    page.type_into("deeds", TEXT).await;
    page.rename("deeds", "办好门前小事").await;
    page.until_in_outline("（三）办好门前小事").await;
    let whole = page.report().await;

    page.click_in("deeds", "section-remove").await;
    page.until_gone("[data-testid='section-deeds']").await;
    page.until_in_outline("（三）营造浓厚氛围").await;
    page.click("undo").await;
    page.until_in_outline("（三）办好门前小事").await;
    page.until_in_outline("（四）营造浓厚氛围").await;
    page.until_text("deeds", TEXT).await;
    assert_eq!(page.report().await, whole);
    page.until_save_state("saved").await;
    page.reload().await;
    page.until_text("deeds", TEXT).await;
    assert_eq!(
        page.report().await,
        whole,
        "what was taken back is kept too"
    );
}

async fn a_moved_section_takes_its_subsections_along(page: &Page) {
    page.open_app().await;
    page.start_report("study-summary").await;
    page.type_into("study", "学而时习之。").await;
    page.click_in("work", "section-down").await;
    page.until_in_outline("一、存在问题和不足").await;
    page.until_in_outline("二、工作开展情况").await;
    let order: Vec<_> = page
        .report()
        .await
        .into_iter()
        .map(|chapter| chapter.id)
        .collect();
    let place = |id: &str| {
        order
            .iter()
            .position(|other| other == id)
            .expect("the section")
    };
    assert!(
        place("problems") < place("work")
            && place("work") < place("study")
            && place("publicity") < place("plans"),
        "{order:?}"
    );
    page.until_text("study", "学而时习之。").await;
}

journeys! {
    headings_are_numbered_as_they_move,
    a_removed_section_comes_back_with_its_text,
    a_moved_section_takes_its_subsections_along,
}
