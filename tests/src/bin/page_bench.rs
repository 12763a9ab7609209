//! Opens a text in the built program, each time in a new browser, and prints how long the program says that it took:
//! `{"ms": [one for each time]}`. Run by `cargo xtask bench`.

use std::path::{Path, PathBuf};

use nigao_e2e::{How, Page};

/// The program's own measure (User Timing): from the text to its structure.
const MEASURE: &str = "nigao:import";
const TIMES: usize = 7;

fn main() {
    let path = std::env::args_os().nth(1).map(PathBuf::from);
    let path = path.expect("page_bench wants the path of a text");
    let ms: Vec<f64> = (0..TIMES).map(|_| open(&path)).collect();
    println!("{}", serde_json::json!({ "ms": ms }));
}

fn open(path: &Path) -> f64 {
    let mut ms = None;
    nigao_e2e::run(How::Http, async |page: &Page| {
        page.open_app().await;
        page.open_file(path).await;
        let script = format!(
            "return performance.getEntriesByName('{MEASURE}', 'measure').map(entry => entry.duration)[0] ?? null"
        );
        let measured = page
            .until(&format!("the program's measure {MEASURE}"), async || {
                // No text of this length is read in no time: a zero measures something else.
                let found = page.js(&script, vec![]).await.as_f64();
                found
                    .filter(|ms| *ms > 0.0)
                    .ok_or_else(|| "there is none".to_owned())
            })
            .await;
        ms = Some(measured);
    });
    ms.expect("a measure, or a panic before this")
}
