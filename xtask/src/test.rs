//! Everything that must hold, in one run: `cargo xtask test`.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Instant;

use serde_json::Value;

use crate::browsers::{self, Chromium};
use crate::tally::Tally;
use crate::{bundle, codegen, setup, shell};

#[derive(Debug, Default)]
pub struct Options {
    /// Leave out what needs a browser.
    pub fast: bool,
}

/// A set of labelled reports beside the checkout, and the least F1 of each kind of find.
const CORPUS: &str = "../shared/corpus";
const SCORER: &str = "../shared/score/score.py";
const LEAST: [(&str, f64); 3] = [("outline", 0.90), ("items", 0.90), ("placeholders", 0.95)];

pub fn run(options: &Options) -> ExitCode {
    let start = Instant::now();
    let prepared = match prepare(options) {
        Ok(prepared) => prepared,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            return ExitCode::from(1);
        }
    };
    let mut run = Run::default();
    run.host();
    match &prepared {
        Some(prepared) => run.browsers(prepared),
        None => run.skip(
            3,
            "component tests, bundle and journeys",
            "left out by --fast",
        ),
    }
    run.corpus();
    println!("\nall steps: {} s", start.elapsed().as_secs());
    for problem in &run.problems {
        println!("FAILED: {problem}");
    }
    println!("{}", run.tally);
    ExitCode::from(u8::from(run.tally.failed > 0))
}

/// What the browser steps need.
struct Prepared {
    chromium: Chromium,
    /// PATH with the test runner of wasm-bindgen.
    path: OsString,
    /// The file with what is asked of the browser.
    capabilities: PathBuf,
}

/// All set-up, before anything is tested: what is missing is known at once.
fn prepare(options: &Options) -> Result<Option<Prepared>, String> {
    setup::wasm_target()?;
    setup::lint_components()?;
    if options.fast {
        return Ok(None);
    }
    let chromium = browsers::chromium()?;
    setup::wasm_opt()?;
    setup::trunk()?;
    let path = shell::path_with(setup::wasm_bindgen()?.as_slice())?;
    let asked = shell::read(&shell::root().join("webdriver.json"))
        .and_then(|source| capabilities(&source, &chromium))?;
    let file = shell::cache().join("webdriver.json");
    shell::write(&file, asked)?;
    Ok(Some(Prepared {
        chromium,
        path,
        capabilities: file,
    }))
}

/// The journeys through the built program, to be narrowed by more arguments.
pub fn journeys(chromium: &Chromium) -> Command {
    in_browser(chromium, &["test", "-p", "nigao-e2e", "--no-fail-fast"])
}

/// A cargo command whose program opens the built app in this browser.
pub fn in_browser(chromium: &Chromium, args: &[&str]) -> Command {
    let mut command = shell::cargo(args);
    command
        .env("NIGAO_DIST", shell::root().join("dist"))
        .env("CHROME", &chromium.browser)
        .env("CHROMEDRIVER", &chromium.driver);
    command
}

#[derive(Default)]
struct Run {
    tally: Tally,
    problems: Vec<String>,
}

impl Run {
    fn host(&mut self) {
        self.check("format", || {
            shell::run(&mut shell::cargo(&["fmt", "--all", "--check"]))
        });
        let lint = |packages: &[&str]| {
            let mut clippy = shell::cargo(&["clippy", "--all-targets"]);
            shell::run(clippy.args(packages).args(["--", "-D", "warnings"]))
        };
        self.check("lint: host", || {
            lint(&["-p", "nigao-core", "-p", "xtask", "-p", "nigao-e2e"])
        });
        self.check("lint: app", || {
            lint(&["-p", "nigao", "--target", "wasm32-unknown-unknown"])
        });
        let mut tests =
            shell::cargo(&["test", "-p", "nigao-core", "-p", "xtask", "--no-fail-fast"]);
        self.tests("host tests", &mut tests);
        self.check("generated pages", || codegen::run(true));
    }

    fn browsers(&mut self, prepared: &Prepared) {
        self.tests("component tests", &mut component_tests(prepared));
        let built = self.check("bundle", bundle::run);
        if built {
            self.tests("journeys", &mut journeys(&prepared.chromium));
        } else {
            self.check("journeys", || {
                Err("not run, since there is no bundle".into())
            });
        }
    }

    fn corpus(&mut self) {
        let root = shell::root();
        let missing = if !root.join(CORPUS).is_dir() || !root.join(SCORER).is_file() {
            Some(format!("no labelled reports at {CORPUS}"))
        } else if shell::which("python3").is_none() {
            Some("no python3 on PATH".to_owned())
        } else {
            None
        };
        if let Some(missing) = missing {
            self.skip(1, "corpus scores", &missing);
            return;
        }
        self.check("corpus scores", scores);
    }

    fn skip(&mut self, steps: usize, titles: &str, why: &str) {
        println!("\n== {titles}: skipped, {why}");
        self.tally.skipped += steps;
    }

    /// A step that passes or fails as a whole.
    fn check(&mut self, title: &str, work: impl FnOnce() -> Result<(), String>) -> bool {
        println!("\n== {title}");
        let start = Instant::now();
        let result = work();
        let passed = result.is_ok();
        let tally = Tally {
            passed: usize::from(passed),
            failed: usize::from(!passed),
            skipped: 0,
        };
        self.close(title, start, tally, result);
        passed
    }

    /// A step whose tests are counted one by one.
    fn tests(&mut self, title: &str, command: &mut Command) {
        println!("\n== {title}");
        let start = Instant::now();
        let mut tally = Tally::default();
        let mut result = shell::run_watched(command, |line| tally.read(line));
        if result.is_ok() && tally == Tally::default() {
            result = Err("no test ran".into());
        }
        // What did not compile, or died, said no result.
        if result.is_err() && tally.failed == 0 {
            tally.failed = 1;
        }
        self.close(title, start, tally, result);
    }

    fn close(&mut self, title: &str, start: Instant, tally: Tally, result: Result<(), String>) {
        println!("-- {title}: {tally} in {} s", start.elapsed().as_secs());
        if let Err(problem) = result {
            self.problems.push(format!("{title}: {problem}"));
        }
        self.tally.add(tally);
    }
}

/// The app's own tests, in a browser.
fn component_tests(prepared: &Prepared) -> Command {
    let mut tests = shell::cargo(&["test", "-p", "nigao", "--no-fail-fast"]);
    tests
        .args(["--target", "wasm32-unknown-unknown"])
        .env("PATH", &prepared.path)
        .env("CHROMEDRIVER", &prepared.chromium.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &prepared.capabilities)
        // A loaded machine takes its time to start a browser.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    tests
}

/// `webdriver.json` with the browser that was found, since the driver looks for one under names of its own.
fn capabilities(source: &str, chromium: &Chromium) -> Result<String, String> {
    let mut capabilities: Value =
        serde_json::from_str(source).map_err(|error| format!("webdriver.json: {error}"))?;
    capabilities["goog:chromeOptions"]["binary"] = chromium.browser.to_string_lossy().into();
    Ok(capabilities.to_string())
}

/// Inspects the labelled reports and holds the scores against their floors.
fn scores() -> Result<(), String> {
    let corpus = shell::root().join(CORPUS);
    let docs = corpus.join("docs");
    let entries =
        std::fs::read_dir(&docs).map_err(|error| format!("{}: {error}", docs.display()))?;
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let own = std::env::current_exe()
        .map_err(|error| format!("this program does not find itself: {error}"))?;
    let inspected = shell::captured(shell::command(own).arg("inspect").args(files))?;
    let lines = shell::cache().join("inspected.jsonl");
    shell::write(&lines, inspected)?;
    let mut said = String::new();
    let mut python = shell::command("python3");
    python.arg(SCORER).arg(corpus.join("labels")).arg(lines);
    shell::run_watched(&mut python, |line| {
        if line.starts_with('{') {
            line.clone_into(&mut said);
        }
    })?;
    below_floor(&said)
}

fn below_floor(scores: &str) -> Result<(), String> {
    let scores: Value =
        serde_json::from_str(scores).map_err(|error| format!("the scores do not read: {error}"))?;
    let low: Vec<String> = LEAST
        .iter()
        .filter_map(|(kind, least)| {
            let f1 = scores[kind]["f1"].as_f64().unwrap_or(0.0);
            (f1 < *least).then(|| format!("{kind} F1 {f1:.4} is under {least:.2}"))
        })
        .collect();
    if low.is_empty() {
        Ok(())
    } else {
        Err(low.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_under_their_floor_are_named() {
        let scores =
            r#"{"outline": {"f1": 0.9}, "items": {"f1": 0.89}, "placeholders": {"f1": 1.0}}"#;
        assert_eq!(
            below_floor(scores),
            Err("items F1 0.8900 is under 0.90".into())
        );
        assert_eq!(below_floor(&scores.replace("0.89", "0.95")), Ok(()));
        assert!(below_floor("{}").is_err() && below_floor("").is_err());
    }

    #[test]
    fn a_step_that_fails_is_counted_and_named() {
        let mut run = Run::default();
        assert!(run.check("good", || Ok(())));
        assert!(!run.check("bad", || Err("why".into())));
        run.tests("none", &mut shell::command("no-such-program-here"));
        run.tests("empty", &mut shell::cargo(&["--version"]));
        assert_eq!(run.tally.to_string(), "1 passed, 3 failed");
        assert_eq!(run.problems[0], "bad: why");
    }

    #[test]
    fn the_browser_tests_get_the_browser_that_was_found() {
        let chromium = Chromium {
            browser: "/opt/chromium".into(),
            driver: "chromedriver".into(),
        };
        let source = shell::read(&shell::root().join("webdriver.json")).unwrap();
        let made = capabilities(&source, &chromium).unwrap();
        let made: Value = serde_json::from_str(&made).unwrap();
        assert_eq!(made["goog:chromeOptions"]["binary"], "/opt/chromium");
        assert!(
            made["goog:chromeOptions"]["args"]
                .as_array()
                .is_some_and(|args| !args.is_empty())
        );
    }
}
