//! A browser window with the program in it: finding, clicking, typing, waiting, and what the browser noticed.

use std::cell::RefCell;
use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
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
    pub(crate) client: Client,
    address: String,
    /// Addresses that may be asked for; those that end in `/` with all that is under them.
    allowed: RefCell<Vec<String>>,
    pub(crate) folder: Folder,
}

/// How the browser starts, ends, and what it is asked at the end.
impl Page {
    pub(crate) async fn start(
        driver: &Driver,
        how: How,
        dist: &Path,
        browser_args: &[&str],
    ) -> Self {
        let folder = Folder::new();
        let (address, allowed) = match how {
            How::Http => {
                let address = format!("{}/", site::address(dist));
                (address.clone(), address)
            }
            How::File => {
                let file = dist.join("nigao.html");
                assert!(
                    file.is_file(),
                    "{} is not built: run `cargo xtask test`",
                    file.display()
                );
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
        page.devtools("Browser.setDownloadBehavior", &downloads)
            .await;
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
        let inert = ["data:", "blob:", "about:"]
            .iter()
            .any(|scheme| address.starts_with(scheme));
        let bare = address.split('#').next().unwrap_or_default();
        inert
            || self.allowed.borrow().iter().any(|allowed| {
                if allowed.ends_with('/') {
                    bare.starts_with(allowed.as_str())
                } else {
                    bare == allowed
                }
            })
    }

    /// A picture and the console of a journey that failed.
    pub(crate) async fn leave_evidence(&self) {
        let folder = std::env::temp_dir().join("nigao-e2e-failed");
        let name = std::thread::current()
            .name()
            .unwrap_or("journey")
            .replace("::", "-");
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
        self.client
            .refresh()
            .await
            .unwrap_or_else(|error| panic!("reload: {error}"));
        self.stands().await;
    }

    /// Opens another file, such as an exported page, and allows this one request.
    pub async fn visit_file(&self, path: &Path) {
        let address = file_address(path);
        self.allowed.borrow_mut().push(address.clone());
        self.go(&address).await;
    }

    async fn go(&self, address: &str) {
        self.client
            .goto(address)
            .await
            .unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    async fn stands(&self) {
        self.until_js(
            "the program stands",
            "return !!document.querySelector('[data-testid=new-report], .desk')",
        )
        .await;
    }

    /// Runs a script in every page from now on, before the page's own.
    pub async fn before_load(&self, script: &str) {
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": script }),
        )
        .await;
    }
}

/// Waiting and looking.
impl Page {
    /// Looks again and again until there is an answer; an `Err` says why not yet.
    pub async fn until<T>(
        &self,
        what: &str,
        mut look: impl AsyncFnMut() -> Result<T, String>,
    ) -> T {
        let start = Instant::now();
        loop {
            match look().await {
                Ok(found) => return found,
                Err(why) => assert!(
                    start.elapsed() < PATIENCE,
                    "waited {} s in vain: {what} ({why})",
                    PATIENCE.as_secs()
                ),
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Waits until a script returns something true, and hands it back.
    pub async fn until_js(&self, what: &str, script: &str) -> Value {
        self.until(what, async || {
            let value = self.try_js(script, vec![]).await?;
            let truthy = !(value.is_null() || value == false || value == 0 || value == "");
            if truthy {
                Ok(value)
            } else {
                Err(format!("last seen: {value}"))
            }
        })
        .await
    }

    /// Runs a script in the page.
    pub async fn js(&self, script: &str, args: Vec<Value>) -> Value {
        self.try_js(script, args)
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    async fn try_js(&self, script: &str, args: Vec<Value>) -> Result<Value, String> {
        self.client
            .execute(script, args)
            .await
            .map_err(|error| first_line(&error))
    }

    /// A command of the DevTools protocol.
    pub async fn devtools(&self, command: &str, params: &Value) -> Value {
        let answer = self
            .client
            .issue_cmd(Extra::devtools(command, params))
            .await;
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    async fn log(&self, kind: &str) -> Value {
        let log = self.client.issue_cmd(Extra::log(kind)).await;
        log.unwrap_or_else(|error| panic!("the {kind} log: {error}"))
    }

    /// The first element that a selector finds, as soon as there is one.
    pub async fn find(&self, css: &str) -> Element {
        self.until(css, async || {
            self.client
                .find(Locator::Css(css))
                .await
                .map_err(|error| first_line(&error))
        })
        .await
    }

    /// The same by `data-testid`.
    pub async fn by_testid(&self, id: &str) -> Element {
        self.find(&testid(id)).await
    }

    /// How many elements a selector finds now.
    pub async fn count(&self, css: &str) -> usize {
        self.client
            .find_all(Locator::Css(css))
            .await
            .map_or(0, |found| found.len())
    }

    /// Waits until a selector finds nothing.
    pub async fn until_gone(&self, css: &str) {
        self.until(&format!("{css} gone"), async || {
            match self.count(css).await {
                0 => Ok(()),
                count => Err(format!("{count} there")),
            }
        })
        .await;
    }

    /// The words of an element as they stand on the screen.
    pub async fn words(&self, css: &str) -> String {
        self.until(css, async || {
            let element = self
                .client
                .find(Locator::Css(css))
                .await
                .map_err(|error| first_line(&error))?;
            element.text().await.map_err(|error| first_line(&error))
        })
        .await
    }

    /// Waits until an element says something, and hands back all it says.
    pub async fn until_words(&self, css: &str, part: &str) -> String {
        self.until(&format!("{css} says «{part}»"), async || {
            let words = self.words(css).await;
            if words.contains(part) {
                Ok(words)
            } else {
                Err(words)
            }
        })
        .await
    }
}

/// The selector of a `data-testid`.
pub fn testid(id: &str) -> String {
    format!("[data-testid='{id}']")
}

fn file_address(path: &Path) -> String {
    let address = path
        .canonicalize()
        .ok()
        .and_then(|path| url::Url::from_file_path(path).ok());
    address
        .unwrap_or_else(|| panic!("{} is not there", path.display()))
        .into()
}

/// What went wrong, without the driver's stack.
pub(crate) fn first_line(error: &CmdError) -> String {
    error
        .to_string()
        .lines()
        .next()
        .unwrap_or_default()
        .to_owned()
}
