//! Pictures of every screen, for the eye: `cargo xtask shots`.

use std::path::Path;

use nigao_e2e::{How, Page, run, say, settings};

const SIZES: [(u32, u32); 2] = [(1366, 768), (1920, 1080)];
const PHONE: (u32, u32) = (390, 844);

async fn shoot(page: &Page, folder: &Path, screen: &str, sizes: &[(u32, u32)]) {
    let theme = page
        .js(
            "return document.documentElement.dataset.theme ?? 'light'",
            vec![],
        )
        .await;
    let theme = theme.as_str().unwrap_or("light").to_owned();
    for (width, height) in sizes {
        page.resize(*width, *height).await;
        page.until_js("the page is painted", "return document.fonts.status === 'loaded' && document.getAnimations().every(a => a.playState !== 'running')").await;
        page.picture(&folder.join(format!("{screen}-{width}-{theme}.png")))
            .await;
    }
    page.resize(SIZES[0].0, SIZES[0].1).await;
}

/// A report as it looks halfway.
async fn write(page: &Page) {
    page.type_into("title", "{{单位}}读书活动工作总结").await;
    page.type_into("lead", "活动开展以来，{{单位}}在【上级党委】领导下，紧扣学以致用，组织集中学习X次、专题研讨**次，走访群众九十三户。现将有关情况总结如下。").await;
    page.type_into("organisation", "一是建强组织体系。成立由主要负责同志任组长的领导小组，抽调12名骨干专职推进。二是细化任务安排。3月5日召开动员部署会，印发《活动方案》，明确四个方面十六项任务。三是从严督促指导。开展督导6轮次，指出问题9个，均已整改。").await;
    page.type_into("study", "一是领导干部带头学。集体学习12次，专题研讨4次。二是党支部集中学。组织学习X次，撰写心得体会【篇数】篇。").await;
    page.type_into(
        "problems",
        "一是学习还不够深入。个别支部联系实际研究思考不多。二是方法还不够灵活。",
    )
    .await;
    page.type_into("signature", "{{单位}}").await;
    page.type_into("date", "2030年6月5日").await;
    page.until_save_state("saved").await;
}

async fn every_screen(page: &Page) {
    let Some(folder) = settings("NIGAO_SHOTS") else {
        return;
    };
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    let folder = folder.as_path();
    let all = [SIZES[0], SIZES[1], PHONE];
    page.open_app().await;
    page.resize(SIZES[0].0, SIZES[0].1).await;
    page.click("paste-text").await;
    shoot(page, folder, "paste", &SIZES).await;
    page.type_keys("\u{e00c}").await;
    page.until_gone("[data-testid='paste-area']").await;

    page.start_report("study-summary").await;
    shoot(page, folder, "desk-empty", &SIZES).await;
    write(page).await;
    page.click("tab-facts").await;
    shoot(page, folder, "facts", &SIZES).await;
    page.click("fact-单位").await;
    page.type_keys("青石县档案馆\u{e004}").await;
    page.click("tab-findings").await;
    page.click_css("[data-testid='section-lead'] textarea")
        .await;
    shoot(page, folder, "desk", &all).await;
    page.click_css("[data-rule='letter-x'] .finding-body").await;
    shoot(page, folder, "findings", &SIZES).await;
    page.click("tab-guidance").await;
    shoot(page, folder, "guidance", &SIZES).await;
    page.click("completeness").await;
    shoot(page, folder, "completeness", &SIZES).await;
    page.click_css(".backdrop").await;
    page.click("tab-preview").await;
    shoot(page, folder, "preview", &SIZES).await;
    page.click("tab-findings").await;
    page.click("export-menu").await;
    shoot(page, folder, "export-menu", &SIZES).await;
    page.click("export-html").await;
    page.by_testid("export-question").await;
    shoot(page, folder, "export-question", &SIZES).await;
    page.click("export-cancel").await;

    page.click("home").await;
    page.start_report("news-feature").await;
    page.type_into("title", "档案馆里书声起").await;
    page.click("home").await;
    page.until_words("[data-testid='draft-list']", "档案馆里书声起")
        .await;
    shoot(page, folder, "start", &all).await;
    page.click_css("[data-testid='draft-item']:last-of-type .row-main")
        .await;
    page.find("[data-testid='section-lead']").await;
    page.click("theme").await;
    shoot(page, folder, "desk", &SIZES).await;
    page.click("home").await;
    page.by_testid("new-report").await;
    shoot(page, folder, "start", &SIZES).await;
    say(&format!("pictures: {}", folder.display()));
}

#[test]
fn shots() {
    if settings("NIGAO_SHOTS").is_none() {
        say("no pictures: NIGAO_SHOTS names no folder (cargo xtask shots sets it)");
        return;
    }
    run(How::File, every_screen);
}
