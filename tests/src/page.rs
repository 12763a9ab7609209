//! A browser window with the program in it: finding, clicking, typing, waiting, and what the browser noticed.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::driver::{Driver, capabilities};
use crate::folder::Folder;
use crate::protocol::{Extra, console_errors, requests};
use crate::{How, site};

/// How long something may take on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(40);
/// How often one looks again.
const LOOK: Duration = Duration::from_millis(40);

/// The window of one journey. What fails says what was waited for and ends the journey.
#[derive(Debug)]
pub struct Page {
    client: Client,
    address: String,
    /// Addresses that may be asked for; those that end in `/` with all that is under them.
    allowed: RefCell<Vec<String>>,
    folder: Folder,
}

/// A file that the browser put into the download folder.
#[derive(Debug, Clone)]
pub struct Download {
    /// Where it is.
    pub path: PathBuf,
    /// What is in it.
    pub text: String,
}

/// How the browser starts, ends, and what it is asked at the end.
impl Page {
    pub(crate) async fn start(driver: &Driver, how: How, dist: &Path, browser_args: &[&str]) -> Self {
        let folder = Folder::new();
        let (address, allowed) = match how {
            How::Http => {
                let address = format!("{}/", site::address(dist));
                (address.clone(), address)
            }
            How::File => {
                let file = dist.join("nigao.html");
                assert!(file.is_file(), "{} is not built: run `cargo xtask test`", file.display());
                (file_address(&file), file_address(&file))
            }
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(&folder, browser_args))
            .connect(driver.address())
            .await
            .unwrap_or_else(|error| panic!("the browser does not start: {error}"));
        let page = Self {
            client,
            address,
            allowed: RefCell::new(vec![allowed]),
            folder,
        };
        let downloads = json!({ "behavior": "allow", "downloadPath": page.folder.downloads() });
        page.devtools("Browser.setDownloadBehavior", &downloads).await;
        page
    }

    /// What must hold after every journey.
    pub(crate) async fn verdict(&self) {
        let errors = console_errors(&self.log("browser").await);
        let strangers: Vec<_> = requests(&self.log("performance").await)
            .into_iter()
            .filter(|address| !self.may_ask_for(address))
            .collect();
        assert!(
            errors.is_empty() && strangers.is_empty(),
            "errors in the console: {errors:#?}; requests that left the page: {strangers:#?}"
        );
    }

    fn may_ask_for(&self, address: &str) -> bool {
        let inert = ["data:", "blob:", "about:"].iter().any(|scheme| address.starts_with(scheme));
        let bare = address.split('#').next().unwrap_or_default();
        inert
            || self.allowed.borrow().iter().any(|allowed| {
                if allowed.ends_with('/') { bare.starts_with(allowed.as_str()) } else { bare == allowed }
            })
    }

    /// A picture and the console of a journey that failed.
    pub(crate) async fn leave_evidence(&self) {
        let folder = std::env::temp_dir().join("nigao-e2e-failed");
        let name = std::thread::current().name().unwrap_or("journey").replace("::", "-");
        let picture = folder.join(format!("{name}.png"));
        let taken = std::fs::create_dir_all(&folder).is_ok()
            && match self.client.screenshot().await {
                Ok(png) => std::fs::write(&picture, png).is_ok(),
                Err(_) => false,
            };
        if taken {
            eprintln!("picture of the page: {}", picture.display());
        }
        if let Ok(log) = self.client.issue_cmd(Extra::log("browser")).await {
            eprintln!("console: {:#?}", console_errors(&log));
        }
    }

    pub(crate) async fn close(self) {
        // A browser that died is noticed by the journey; nothing more is to be done for it.
        let _ = self.client.close().await;
    }
}

/// Going somewhere.
impl Page {
    /// Opens the program and waits until it stands.
    pub async fn open_app(&self) {
        self.go(&self.address).await;
        self.stands().await;
    }

    /// Opens the program's address, whether or not the program can start.
    pub async fn open_address(&self) {
        self.go(&self.address).await;
    }

    /// Loads the page again and waits until the program stands.
    pub async fn reload(&self) {
        self.client.refresh().await.unwrap_or_else(|error| panic!("reload: {error}"));
        self.stands().await;
    }

    /// Opens another file, such as an exported page, and allows this one request.
    pub async fn visit_file(&self, path: &Path) {
        let address = file_address(path);
        self.allowed.borrow_mut().push(address.clone());
        self.go(&address).await;
    }

    async fn go(&self, address: &str) {
        self.client.goto(address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    async fn stands(&self) {
        self.until_js("the program stands", "return !!document.querySelector('[data-testid=new-report], .desk')").await;
    }

    /// Runs a script in every page from now on, before the page's own.
    pub async fn before_load(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script })).await;
    }
}

/// Waiting and looking.
impl Page {
    /// Looks again and again until there is an answer; an `Err` says why not yet.
    pub async fn until<T>(&self, what: &str, mut look: impl AsyncFnMut() -> Result<T, String>) -> T {
        let start = Instant::now();
        loop {
            match look().await {
                Ok(found) => return found,
                Err(why) => assert!(start.elapsed() < PATIENCE, "waited {} s in vain: {what} ({why})", PATIENCE.as_secs()),
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Waits until a script returns something true, and hands it back.
    pub async fn until_js(&self, what: &str, script: &str) -> Value {
        self.until(what, async || {
            let value = self.try_js(script, vec![]).await?;
            let truthy = !(value.is_null() || value == false || value == 0 || value == "");
            if truthy { Ok(value) } else { Err(format!("last seen: {value}")) }
        })
        .await
    }

    /// Runs a script in the page.
    pub async fn js(&self, script: &str, args: Vec<Value>) -> Value {
        self.try_js(script, args).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    async fn try_js(&self, script: &str, args: Vec<Value>) -> Result<Value, String> {
        self.client.execute(script, args).await.map_err(|error| first_line(&error))
    }

    /// A command of the DevTools protocol.
    pub async fn devtools(&self, command: &str, params: &Value) -> Value {
        let answer = self.client.issue_cmd(Extra::devtools(command, params)).await;
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    async fn log(&self, kind: &str) -> Value {
        let log = self.client.issue_cmd(Extra::log(kind)).await;
        log.unwrap_or_else(|error| panic!("the {kind} log: {error}"))
    }

    /// The first element that a selector finds, as soon as there is one.
    pub async fn find(&self, css: &str) -> Element {
        self.until(css, async || self.client.find(Locator::Css(css)).await.map_err(|error| first_line(&error))).await
    }

    /// The same by `data-testid`.
    pub async fn by_testid(&self, id: &str) -> Element {
        self.find(&testid(id)).await
    }

    /// How many elements a selector finds now.
    pub async fn count(&self, css: &str) -> usize {
        self.client.find_all(Locator::Css(css)).await.map_or(0, |found| found.len())
    }

    /// Waits until a selector finds nothing.
    pub async fn until_gone(&self, css: &str) {
        self.until(&format!("{css} gone"), async || match self.count(css).await {
            0 => Ok(()),
            count => Err(format!("{count} there")),
        })
        .await;
    }

    /// The words of an element as they stand on the screen.
    pub async fn words(&self, css: &str) -> String {
        self.until(css, async || {
            let element = self.client.find(Locator::Css(css)).await.map_err(|error| first_line(&error))?;
            element.text().await.map_err(|error| first_line(&error))
        })
        .await
    }

    /// Waits until an element says something, and hands back all it says.
    pub async fn until_words(&self, css: &str, part: &str) -> String {
        self.until(&format!("{css} says «{part}»"), async || {
            let words = self.words(css).await;
            if words.contains(part) { Ok(words) } else { Err(words) }
        })
        .await
    }
}

/// What a hand does.
impl Page {
    /// Clicks the element that a selector finds; where something lies over it, as soon as it is free.
    pub async fn click_css(&self, css: &str) {
        self.until(&format!("click {css}"), async || {
            let element = self.client.find(Locator::Css(css)).await.map_err(|error| first_line(&error))?;
            element.click().await.map_err(|error| first_line(&error))
        })
        .await;
    }

    /// The same by `data-testid`.
    pub async fn click(&self, id: &str) {
        self.click_css(&testid(id)).await;
    }

    /// Types with the keyboard where the focus is.
    pub async fn type_keys(&self, keys: &str) {
        let element = self.client.active_element().await.unwrap_or_else(|error| panic!("no focus: {error}"));
        element.send_keys(keys).await.unwrap_or_else(|error| panic!("typing {keys}: {error}"));
    }

    /// Presses one key, with others held down.
    pub async fn press(&self, held: &[Key], key: &str) {
        // What is held is let go of at the end of what is sent.
        let keys: String = held.iter().map(|key| &**key).chain([key]).collect();
        self.type_keys(&keys).await;
    }

    /// Chooses a file in the field for opening one.
    pub async fn open_file(&self, path: &Path) {
        let field = self.by_testid("open-file").await;
        // The driver takes no path with `..` in it.
        let path = path.canonicalize().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let path = path.display().to_string();
        field.send_keys(&path).await.unwrap_or_else(|error| panic!("open {path}: {error}"));
    }

    /// Writes a file that can then be opened.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        self.folder.write(name, content.as_ref())
    }

    /// Waits for a file with this ending and takes it out of the download folder, so that the next one of this name is
    /// a new one.
    pub async fn downloaded(&self, ending: &str) -> Download {
        let found = self
            .until(&format!("a download *{ending}"), async || {
                let files = self.downloads();
                let found = files.iter().find(|path| path.to_string_lossy().ends_with(ending));
                found.cloned().ok_or_else(|| format!("there are {files:?}"))
            })
            .await;
        let path = self.folder.take(&found);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Download { path, text }
    }

    /// What is in the download folder; a file under way has another ending.
    pub fn downloads(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.folder.downloads()).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).filter(|path| path.extension().is_none_or(|e| e != "crdownload")).collect()
    }

    /// The window's size in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", &size).await;
    }

    /// Takes a picture of the window.
    pub async fn picture(&self, path: &Path) {
        let png = self.client.screenshot().await.unwrap_or_else(|error| panic!("picture: {error}"));
        std::fs::write(path, png).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

/// The selector of a `data-testid`.
pub fn testid(id: &str) -> String {
    format!("[data-testid='{id}']")
}

fn file_address(path: &Path) -> String {
    let address = path.canonicalize().ok().and_then(|path| url::Url::from_file_path(path).ok());
    address.unwrap_or_else(|| panic!("{} is not there", path.display())).into()
}

/// What went wrong, without the driver's stack.
fn first_line(error: &CmdError) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}
