//! Journeys of a person through the built program, in a real browser over WebDriver.
//!
//! The harness serves `NIGAO_DIST`, starts one chromedriver, and gives every journey a browser with a profile and a
//! download folder of its own. After a journey nothing may stand in the console as an error, and no request may have
//! left for anywhere but the page's own address. The journeys themselves are in `tests/journeys/`.

mod desk;
mod driver;
mod folder;
mod hand;
mod page;
mod protocol;
mod site;
mod slots;

use std::path::PathBuf;

pub use desk::{Chapter, Listed, Selection};
pub use driver::settings;
pub use hand::Download;
pub use page::Page;

/// How a journey gets at the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// `dist/` from a server on this machine.
    Http,
    /// `dist/nigao.html` opened as a file.
    File,
}

/// Runs `journey` in a browser of its own.
pub fn run(how: How, journey: impl AsyncFnOnce(&Page)) {
    run_with(how, &[], journey);
}

/// The same with more arguments for the browser.
pub fn run_with(how: How, browser_args: &[&str], journey: impl AsyncFnOnce(&Page)) {
    let dist = dist();
    let _slot = slots::take();
    let driver = driver::shared();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime for one test");
    let page = runtime.block_on(Page::start(&driver, how, &dist, browser_args));
    let walked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        runtime.block_on(async {
            journey(&page).await;
            page.verdict().await;
        });
    }));
    if walked.is_err() {
        runtime.block_on(page.leave_evidence());
    }
    runtime.block_on(page.close());
    if let Err(panic) = walked {
        std::panic::resume_unwind(panic);
    }
}

/// The built program. Journeys prove nothing about a program that is not there, so its absence is a failure.
fn dist() -> PathBuf {
    let dist = std::env::var_os("NIGAO_DIST")
        .map(PathBuf::from)
        .filter(|dist| dist.join("index.html").is_file());
    dist.expect(
        "NIGAO_DIST names no built program: run `cargo xtask test`, which builds it and sets this",
    )
}

/// Says something about a run that is worth reading even where it passed.
pub fn say(words: &str) {
    use std::io::Write as _;
    // Past the capture of the test runner, which shows nothing of tests that pass.
    let _ = writeln!(std::io::stderr(), "{words}");
}

/// One test for each way to get at the program.
#[macro_export]
macro_rules! journeys {
    ($($(#[doc = $doc:literal])* $name:ident),+ $(,)?) => {$(
        $(#[doc = $doc])*
        mod $name {
            #[test]
            fn over_http() {
                $crate::run($crate::How::Http, super::$name);
            }

            #[test]
            fn from_a_file() {
                $crate::run($crate::How::File, super::$name);
            }
        }
    )+};
}
