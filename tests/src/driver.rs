//! One chromedriver for all journeys that run, and what is asked of the browser.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use crate::folder::Folder;

static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// A running chromedriver, ended when the last journey that uses it ends.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    address: String,
    /// Driver and browsers leave scraps in the folder for temporary files; theirs goes with them.
    _scraps: Folder,
}

/// The running driver, or a new one.
pub fn shared() -> Arc<Driver> {
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    shared.upgrade().unwrap_or_else(|| {
        let driver = Arc::new(Driver::start());
        *shared = Arc::downgrade(&driver);
        driver
    })
}

impl Driver {
    fn start() -> Self {
        let program = setting("CHROMEDRIVER", "chromedriver");
        let scraps = Folder::new();
        let mut process = Command::new(&program)
            .arg("--port=0")
            .env("TMPDIR", scraps.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{program} does not start ({error}): set CHROMEDRIVER to its path")
            });
        let said = process.stdout.take().expect("the driver's words");
        let mut lines = BufReader::new(said).lines().map_while(Result::ok);
        let port = lines.find_map(|line| port(&line));
        // Its words have to be read on, or it would stop at a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let mut driver = Self {
            process,
            address: String::new(),
            _scraps: scraps,
        };
        // Where there is none, dropping the driver ends the process.
        let port = port.unwrap_or_else(|| panic!("{program} names no port"));
        driver.address = format!("http://127.0.0.1:{port}");
        driver
    }

    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// `ChromeDriver was started successfully on port 39741.`
fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

fn setting(name: &str, otherwise: &str) -> String {
    std::env::var(name)
        .ok()
        .filter(|value| !value.is_empty())
        .unwrap_or_else(|| otherwise.to_owned())
}

/// The directory that an optional setting names.
pub fn settings(name: &str) -> Option<std::path::PathBuf> {
    std::env::var_os(name)
        .filter(|value| !value.is_empty())
        .map(Into::into)
}

/// What is asked of the browser.
pub fn capabilities(folder: &Folder, browser_args: &[&str]) -> Capabilities {
    let profile = format!("--user-data-dir={}", folder.profile().display());
    let mut args: Vec<&str> = vec![
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-default-apps",
        "--disable-extensions",
        "--no-first-run",
        "--no-default-browser-check",
        "--force-color-profile=srgb",
        "--lang=zh-CN",
        "--window-size=1366,768",
        &profile,
    ];
    args.extend(browser_args);
    let asked = json!({
        "goog:chromeOptions": {
            "binary": setting("CHROME", "/usr/bin/chromium"),
            "args": args,
            "prefs": {
                "download.default_directory": folder.downloads(),
                "download.prompt_for_download": false,
                "profile.default_content_setting_values.automatic_downloads": 1,
            },
        },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        // A page with unsaved words asks before it is left; whoever reloads in a journey means it.
        "unhandledPromptBehavior": "accept",
    });
    match asked {
        Value::Object(asked) => asked,
        _ => Capabilities::new(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_port_is_read_from_what_the_driver_says() {
        let line = "ChromeDriver was started successfully on port 39741.";
        assert_eq!(super::port(line), Some(39741));
        assert_eq!(super::port("Starting ChromeDriver 156.0 on port 0"), None);
    }
}
