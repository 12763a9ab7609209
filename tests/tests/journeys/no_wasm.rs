//! A browser that cannot run the program says so plainly.

use nigao_e2e::{How, Page, run_with};

/// Without its compilers, as some offices' policies have it, Chromium has no WebAssembly either.
const SWITCHED_OFF: [&str; 1] = ["--js-flags=--jitless"];

async fn it_is_said_plainly(page: &Page) {
    page.open_address().await;
    page.until_js(
        "there is no WebAssembly",
        "return typeof WebAssembly === 'undefined'",
    )
    .await;
    let words = page.until_words("body", "WebAssembly").await;
    assert!(
        words.contains("拟稿没有打开") && words.contains("草稿不受影响"),
        "{words}"
    );
    assert!(
        !words.contains("正在打开"),
        "and does not go on waiting: {words}"
    );
}

#[test]
fn over_http() {
    run_with(How::Http, &SWITCHED_OFF, it_is_said_plainly);
}

#[test]
fn from_a_file() {
    run_with(How::File, &SWITCHED_OFF, it_is_said_plainly);
}
