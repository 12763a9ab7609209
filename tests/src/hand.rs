//! What a hand does at the page: clicking, typing, choosing files, fetching downloads, taking pictures.

use std::path::{Path, PathBuf};

use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::json;

use crate::page::{Page, first_line, testid};

/// A file that the browser put into the download folder.
#[derive(Debug, Clone)]
pub struct Download {
    /// Where it is.
    pub path: PathBuf,
    /// What is in it.
    pub text: String,
}

impl Page {
    /// Clicks the element that a selector finds; where something lies over it, as soon as it is free.
    pub async fn click_css(&self, css: &str) {
        self.until(&format!("click {css}"), async || {
            let element = self
                .client
                .find(Locator::Css(css))
                .await
                .map_err(|error| first_line(&error))?;
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
        let element = self
            .client
            .active_element()
            .await
            .unwrap_or_else(|error| panic!("no focus: {error}"));
        element
            .send_keys(keys)
            .await
            .unwrap_or_else(|error| panic!("typing {keys}: {error}"));
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
        let path = path
            .canonicalize()
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let path = path.display().to_string();
        field
            .send_keys(&path)
            .await
            .unwrap_or_else(|error| panic!("open {path}: {error}"));
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
                let found = files
                    .iter()
                    .find(|path| path.to_string_lossy().ends_with(ending));
                found.cloned().ok_or_else(|| format!("there are {files:?}"))
            })
            .await;
        let path = self.folder.take(&found);
        let text = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Download { path, text }
    }

    /// What is in the download folder; a file under way has another ending.
    pub fn downloads(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.folder.downloads())
            .into_iter()
            .flatten()
            .flatten();
        entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_none_or(|e| e != "crdownload"))
            .collect()
    }

    /// The window's size in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", &size)
            .await;
    }

    /// Takes a picture of the window.
    pub async fn picture(&self, path: &Path) {
        let png = self
            .client
            .screenshot()
            .await
            .unwrap_or_else(|error| panic!("picture: {error}"));
        std::fs::write(path, png).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}
