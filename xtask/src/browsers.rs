//! A browser, its driver and Chinese fonts for the tests.

use std::path::{Path, PathBuf};

use crate::{setup, shell};

/// A browser and the driver that fits it.
#[derive(Debug)]
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// Chromium and chromedriver of one major version: those named by `CHROME` and `CHROMEDRIVER`, those on PATH, or
/// Debian's.
pub fn chromium() -> Result<Chromium, String> {
    let found = find().and_then(fitting);
    let chromium = found.or_else(|problem| {
        if ["CHROME", "CHROMEDRIVER"].iter().any(|name| given(name).is_some()) {
            return Err(format!("{problem}; mend or unset CHROME and CHROMEDRIVER"));
        }
        eprintln!("set-up: {problem}");
        setup::system_packages(&["chromium", "chromium-driver"], "2 min")
            .and_then(|()| find())
            .and_then(fitting)
            .map_err(|more| {
                format!("{more}; install Chromium and the chromedriver of its version (Debian: apt-get install chromium chromium-driver), or leave the browsers out with --fast")
            })
    })?;
    chinese_fonts();
    Ok(chromium)
}

fn find() -> Result<Chromium, String> {
    let program = |variable: &str, names: &[&str]| {
        given(variable).or_else(|| names.iter().find_map(|name| shell::which(name)))
    };
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    Ok(Chromium {
        browser: program("CHROME", &names).ok_or("no Chromium on PATH")?,
        driver: program("CHROMEDRIVER", &["chromedriver"]).ok_or("no chromedriver on PATH")?,
    })
}

/// The program that a variable names.
fn given(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

fn fitting(chromium: Chromium) -> Result<Chromium, String> {
    let version = |program: &Path| {
        shell::version(program)
            .ok_or_else(|| format!("{} does not say its version", program.display()))
    };
    let (browser, driver) = (version(&chromium.browser)?, version(&chromium.driver)?);
    if shell::major(&browser) == shell::major(&driver) {
        eprintln!("set-up: Chromium {browser} with chromedriver {driver}");
        return Ok(chromium);
    }
    Err(format!(
        "Chromium {browser} and chromedriver {driver} are of different versions"
    ))
}

/// Without them the tests pass all the same, but pictures show boxes: worth a word, not a failure.
fn chinese_fonts() {
    let there = || {
        shell::ask(shell::command("fc-list").arg(":lang=zh")).is_some_and(|list| !list.is_empty())
    };
    if there() || cfg!(not(target_os = "linux")) {
        return;
    }
    if let Err(problem) = setup::system_packages(&["fontconfig", "fonts-noto-cjk"], "1 min") {
        eprintln!("set-up: warning: no Chinese font, screenshots will show boxes: {problem}");
    }
}
