//! The report on the desk as a person sees it: sections, outline, findings, what is selected, whether it is kept.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::page::{Page, testid};

/// A section with its number, its heading and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// The id in `section-<id>`.
    pub id: String,
    /// The number before the heading, as the program computed it.
    pub mark: String,
    /// The heading's words; `None` for parts such as title and date.
    pub heading: Option<String>,
    /// The text.
    pub text: String,
}

/// A finding in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The rule's id.
    pub rule: String,
    /// 必错, 疑似 or 提示.
    pub severity: String,
    /// All that it says.
    pub words: String,
}

/// Where the focus is and what is selected in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The id in `section-<id>`; empty outside of sections.
    pub section: String,
    /// UTF-16 units before the selection.
    pub start: u64,
    /// UTF-16 units before its end.
    pub end: u64,
    /// The selected text.
    pub text: String,
}

const REPORT: &str = "return [...document.querySelectorAll('section.section')].map(section => {
    const heading = section.querySelector('[data-testid=section-heading]');
    return {
        id: section.dataset.testid.slice('section-'.length),
        mark: heading ? section.querySelector('.section-head .n')?.textContent ?? '' : '',
        heading: heading ? heading.value : null,
        text: section.querySelector('[data-testid=section-text]').value,
    };
});";

const FINDINGS: &str =
    "return [...document.querySelectorAll('[data-testid=finding]')].map(finding => ({
    rule: finding.dataset.rule, severity: finding.dataset.severity, words: finding.innerText,
}));";

const SELECTION: &str = "const field = document.activeElement;
    const section = field.closest('section.section')?.dataset.testid.slice('section-'.length) ?? '';
    const start = field.selectionStart ?? 0, end = field.selectionEnd ?? 0;
    return { section, start, end, text: (field.value ?? '').slice(start, end) };";

fn words(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// The selector of a section's text.
pub fn text_of_section(section: &str) -> String {
    format!(
        "{} {}",
        testid(&format!("section-{section}")),
        testid("section-text")
    )
}

impl Page {
    /// Starts a report of a kind from the first page.
    pub async fn start_report(&self, template: &str) {
        self.click("new-report").await;
        self.click(&format!("template-{template}")).await;
        self.find("section.section").await;
    }

    /// Types at the end of a section's text with the keyboard.
    pub async fn type_into(&self, section: &str, text: &str) {
        let css = text_of_section(section);
        self.click_css(&css).await;
        self.press(&[Key::Control], &Key::End).await;
        self.type_keys(text).await;
    }

    /// Types another heading over the one that is there.
    pub async fn rename(&self, section: &str, heading: &str) {
        self.click_css(&format!(
            "{} {}",
            testid(&format!("section-{section}")),
            testid("section-heading")
        ))
        .await;
        self.press(&[Key::Control], "a").await;
        self.type_keys(heading).await;
    }

    /// Clicks one of a section's own buttons.
    pub async fn click_in(&self, section: &str, id: &str) {
        self.click_css(&format!(
            "{} {}",
            testid(&format!("section-{section}")),
            testid(id)
        ))
        .await;
    }

    /// What stands in a section's text field.
    pub async fn text_of(&self, section: &str) -> String {
        let css = text_of_section(section);
        self.find(&css).await;
        words(
            &self
                .js(
                    "return document.querySelector(arguments[0]).value",
                    vec![json!(css)],
                )
                .await,
        )
    }

    /// Waits until a section's text is this.
    pub async fn until_text(&self, section: &str, text: &str) {
        self.until(&format!("the text of {section}"), async || {
            let found = self.text_of(section).await;
            if found == text { Ok(()) } else { Err(found) }
        })
        .await;
    }

    /// Every section as it stands.
    pub async fn report(&self) -> Vec<Chapter> {
        let found = self.js(REPORT, vec![]).await;
        let sections = found.as_array().into_iter().flatten();
        sections
            .map(|section| Chapter {
                id: words(&section["id"]),
                mark: words(&section["mark"]),
                heading: section["heading"].as_str().map(str::to_owned),
                text: words(&section["text"]),
            })
            .collect()
    }

    /// The outline: number and name of every entry, run together as they are read.
    pub async fn outline(&self) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll('[data-testid=outline-item]')].map(item =>
            item.querySelector('.n').textContent + item.querySelector('.node-name').textContent);";
        self.js(script, vec![])
            .await
            .as_array()
            .into_iter()
            .flatten()
            .map(words)
            .collect()
    }

    /// Waits until the outline has this entry.
    pub async fn until_in_outline(&self, entry: &str) {
        self.until(&format!("the outline has «{entry}»"), async || {
            let outline = self.outline().await;
            if outline.iter().any(|item| item == entry) {
                Ok(())
            } else {
                Err(format!("{outline:?}"))
            }
        })
        .await;
    }

    /// The findings in the list at the right.
    pub async fn findings(&self) -> Vec<Listed> {
        let found = self.js(FINDINGS, vec![]).await;
        let findings = found.as_array().into_iter().flatten();
        findings
            .map(|finding| Listed {
                rule: words(&finding["rule"]),
                severity: words(&finding["severity"]),
                words: words(&finding["words"]),
            })
            .collect()
    }

    /// Waits until a finding of this rule is listed.
    pub async fn until_found(&self, rule: &str) {
        self.until(&format!("a finding of {rule}"), async || {
            let findings = self.findings().await;
            let rules: Vec<_> = findings
                .iter()
                .map(|finding| finding.rule.as_str())
                .collect();
            if rules.contains(&rule) {
                Ok(())
            } else {
                Err(format!("{rules:?}"))
            }
        })
        .await;
    }

    /// How many places are left to fill in, as the top bar says.
    pub async fn until_placeholders(&self, count: usize) {
        self.until(&format!("{count} places left to fill in"), async || {
            let words = self.words(&testid("placeholder-count")).await;
            if words == count.to_string() {
                Ok(())
            } else {
                Err(words)
            }
        })
        .await;
    }

    /// Per cent of completeness, as the top bar says.
    pub async fn percent(&self) -> u32 {
        let chip = self.by_testid("completeness").await;
        let percent = chip.attr("data-percent").await.ok().flatten();
        percent
            .and_then(|percent| percent.parse().ok())
            .expect("a number in data-percent")
    }

    /// Where the focus is and what is selected.
    pub async fn selection(&self) -> Selection {
        let found = self.js(SELECTION, vec![]).await;
        Selection {
            section: words(&found["section"]),
            start: found["start"].as_u64().unwrap_or_default(),
            end: found["end"].as_u64().unwrap_or_default(),
            text: words(&found["text"]),
        }
    }

    /// Waits until this text of this section is selected.
    pub async fn until_selected(&self, section: &str, text: &str) {
        self.until(&format!("«{text}» selected in {section}"), async || {
            let found = self.selection().await;
            if found.section == section && found.text == text {
                Ok(())
            } else {
                Err(format!("{found:?}"))
            }
        })
        .await;
    }

    /// Waits until the top bar says that everything is kept, or that it is not.
    pub async fn until_save_state(&self, state: &str) {
        self.find(&format!("{}[data-state='{state}']", testid("save-state")))
            .await;
    }

    /// Exports by an entry of the menu, and goes on where the program asks whether to.
    pub async fn export_anyway(&self, entry: &str) {
        const ASKED: &str = "[data-testid='export-question']";
        let before = self.downloads().len();
        self.click("export-menu").await;
        self.click(entry).await;
        self.until("the export or a question about it", async || {
            if self.count(ASKED).await > 0 {
                self.click("export-anyway").await;
                return Ok(());
            }
            if self.downloads().len() > before {
                Ok(())
            } else {
                Err("neither".to_owned())
            }
        })
        .await;
        self.until_gone(ASKED).await;
    }

    /// What the browser's storage holds, run together.
    pub async fn stored(&self) -> String {
        words(&self.js("return Object.entries(localStorage).map(([key, value]) => key + ' ' + value).join('\\n')", vec![]).await)
    }
}
