//! The judge at the end of every journey does judge: a page that errs or asks for something elsewhere fails.

use nigao_e2e::{How, Page, run};

async fn visit(page: &Page, html: &str) {
    page.visit_file(&page.file("page.html", html)).await;
    page.until_js(
        "the page is there",
        "return document.readyState === 'complete'",
    )
    .await;
}

#[test]
#[should_panic(expected = "Uncaught Error: out of ink")]
fn an_error_in_the_console_fails() {
    run(How::Http, async |page: &Page| {
        visit(page, "<script>throw new Error('out of ink')</script>").await;
    });
}

#[test]
#[should_panic(expected = "requests that left the page: [\n    \"http://127.0.0.1:9/pixel.png\"")]
fn a_request_that_leaves_the_page_fails() {
    run(How::File, async |page: &Page| {
        visit(page, "<img src='http://127.0.0.1:9/pixel.png'>").await;
    });
}

#[test]
fn a_quiet_page_passes() {
    run(How::File, async |page: &Page| {
        visit(
            page,
            "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
        )
        .await;
    });
}
