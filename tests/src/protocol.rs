//! Commands of chromedriver that are not in the WebDriver standard.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

/// A POST to `session/<id>/<path>`.
#[derive(Debug)]
pub struct Extra {
    path: &'static str,
    body: Value,
}

impl Extra {
    /// A command of the DevTools protocol.
    pub fn devtools(command: &str, params: &Value) -> Self {
        Self {
            path: "goog/cdp/execute",
            body: json!({ "cmd": command, "params": params }),
        }
    }

    /// What was logged since this was last asked: `browser` or `performance`.
    pub fn log(kind: &str) -> Self {
        Self {
            path: "se/log",
            body: json!({ "type": kind }),
        }
    }
}

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(
        &self,
        base_url: &url::Url,
        session_id: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base_url.join(&format!(
            "session/{}/{}",
            session_id.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// A line of the console that a journey fails on.
pub fn console_errors(log: &Value) -> Vec<String> {
    let entries = log.as_array().into_iter().flatten();
    entries
        .filter(|entry| entry["level"] == "SEVERE")
        .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
        .collect()
}

/// The addresses that the performance log says were asked for. What the browser's own first page loads is its affair.
pub fn requests(log: &Value) -> Vec<String> {
    let entries = log.as_array().into_iter().flatten();
    let events =
        entries.filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok());
    events
        .filter_map(|event| {
            let (method, params) = (
                event["message"]["method"].as_str()?,
                &event["message"]["params"],
            );
            let own = params["documentURL"]
                .as_str()
                .is_some_and(|page| page.starts_with("chrome:"));
            match method {
                "Network.requestWillBeSent" if !own => {
                    params["request"]["url"].as_str().map(str::to_owned)
                }
                "Network.webSocketCreated" => params["url"].as_str().map(str::to_owned),
                _ => None,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_severe_lines_count() {
        let log = json!([
            { "level": "INFO", "message": "fine" },
            { "level": "SEVERE", "message": "not fine" },
        ]);
        assert_eq!(console_errors(&log), ["not fine"]);
        assert!(console_errors(&Value::Null).is_empty());
    }

    #[test]
    fn requests_are_read_from_the_log() {
        let sent = json!({ "message": { "method": "Network.requestWillBeSent", "params": { "request": { "url": "data:," } } } });
        let own = json!({ "message": { "method": "Network.requestWillBeSent", "params": {
            "documentURL": "chrome://newtab/", "request": { "url": "chrome://resources/a.css" },
        } } });
        let other = json!({ "message": { "method": "Page.loadEventFired", "params": {} } });
        let log = json!([{ "message": sent.to_string() }, { "message": own.to_string() }, { "message": other.to_string() }, { "message": "{" }]);
        assert_eq!(requests(&log), ["data:,"]);
    }
}
