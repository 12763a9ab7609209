//! Serves `dist/` on this machine, as any static server would.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

static ADDRESS: OnceLock<String> = OnceLock::new();

/// The address of the site, served as long as the tests run.
pub fn address(dist: &Path) -> &'static str {
    ADDRESS.get_or_init(|| {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port for the site");
        let port = listener.local_addr().expect("the site's port").port();
        let dist = dist.to_owned();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let dist = dist.clone();
                // A browser opens spare connections and leaves them silent: each gets a thread of its own.
                std::thread::spawn(move || {
                    // A browser that hangs up early is no concern of the tests.
                    let _ = answer(stream, &dist);
                });
            }
        });
        format!("http://127.0.0.1:{port}")
    })
}

fn answer(mut stream: TcpStream, dist: &Path) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let asked = request.split(' ').nth(1).unwrap_or_default();
    let found = file(dist, asked).and_then(|path| Some((kind(&path), std::fs::read(path).ok()?)));
    let (status, kind, body) = match found {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", Vec::new()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// The file that a request asks for; nothing outside of `dist`.
fn file(dist: &Path, asked: &str) -> Option<PathBuf> {
    let path = asked.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = if path.is_empty() { "index.html" } else { path };
    let inside = path.split('/').all(|part| !part.is_empty() && part != "..");
    inside.then(|| dist.join(path))
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json" | "webmanifest") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_in_the_folder_are_served() {
        let dist = Path::new("/dist");
        assert_eq!(file(dist, "/"), Some("/dist/index.html".into()));
        assert_eq!(file(dist, "/a.js?v=1"), Some("/dist/a.js".into()));
        assert_eq!(file(dist, "/../secret"), None);
        assert_eq!(file(dist, "//etc/passwd"), None);
        assert_eq!(file(dist, ""), None);
    }
}
