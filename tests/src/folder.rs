//! A folder of one journey, gone when the journey ends.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

static MADE: AtomicU32 = AtomicU32::new(0);

/// A folder that is removed with all that is in it when dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("nigao-e2e-{}-{number}", std::process::id()));
        std::fs::create_dir_all(path.join("downloads")).expect("a folder for the browser");
        std::fs::create_dir_all(path.join("profile")).expect("a folder for the browser's profile");
        std::fs::create_dir_all(path.join("files")).expect("a folder for files to open");
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn downloads(&self) -> PathBuf {
        self.0.join("downloads")
    }

    pub fn profile(&self) -> PathBuf {
        self.0.join("profile")
    }

    /// Moves a file out of the download folder.
    pub fn take(&self, download: &Path) -> PathBuf {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let folder = self.0.join(format!("taken-{number}"));
        std::fs::create_dir_all(&folder).expect("a folder for a download");
        let path = folder.join(download.file_name().unwrap_or_default());
        std::fs::rename(download, &path).expect("a download to take");
        path
    }

    /// Writes a file that a journey then opens.
    pub fn write(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.0.join("files").join(name);
        std::fs::write(&path, content).expect("a file to open");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser that is just ending may still write into its profile; the system clears what is left.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
