//! The parts of a page, found by their test ids.

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::json;

use crate::Outcome;
use crate::app::App;
use crate::wait::{eventually, until};

impl App {
    /// Waits for an element that can be seen.
    #[track_caller]
    pub fn element(&self, id: &str) -> Outcome<Element> {
        self.seen(&format!("[data-testid='{id}']"))
    }

    /// Waits for an element that can be seen, by a selector.
    #[track_caller]
    pub fn seen(&self, selector: &str) -> Outcome<Element> {
        self.told(eventually(&format!("{selector} to be seen"), || {
            let element = self.runtime.block_on(self.client.find(Locator::Css(selector)))?;
            let shown = self.runtime.block_on(element.is_displayed())?;
            Ok(shown.then_some(element))
        }))
    }

    /// Whether an element is in the page and can be seen.
    pub fn shows(&self, id: &str) -> Outcome<bool> {
        let found = self.runtime.block_on(self.client.find_all(Locator::Css(&format!("[data-testid='{id}']"))))?;
        for element in found {
            if self.runtime.block_on(element.is_displayed())? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Presses an element, which may show only once the pointer is over it. A press that meets another place, since the page
    /// moved meanwhile, is made again, as a person would.
    #[track_caller]
    pub fn click(&self, id: &str) -> Outcome {
        let selector = format!("[data-testid='{id}']");
        self.told(until(&format!("'{id}' to take the press"), || {
            let element = self.runtime.block_on(self.client.find(Locator::Css(&selector)))?;
            let armed = json!(element);
            self.script(
                "window.pressTaken = false; arguments[0].addEventListener('click', () => (window.pressTaken = true), { once: true, capture: true })",
                vec![armed],
            )?;
            self.runtime.block_on(element.click())?;
            // A window that the press closed has no answer any more.
            Ok(self.script("return window.pressTaken !== false", vec![]).map_or(true, |taken| taken == json!(true)))
        }))
    }

    /// Puts the keyboard in a field and types.
    #[track_caller]
    pub fn type_into(&self, id: &str, text: &str) -> Outcome {
        Ok(self.runtime.block_on(self.element(id)?.send_keys(text))?)
    }

    /// Replaces what a field holds.
    #[track_caller]
    pub fn fill(&self, id: &str, text: &str) -> Outcome {
        let element = self.element(id)?;
        self.runtime.block_on(async {
            element.clear().await?;
            element.send_keys(text).await
        })?;
        Ok(())
    }

    /// The words of an element.
    #[track_caller]
    pub fn text(&self, id: &str) -> Outcome<String> {
        Ok(self.runtime.block_on(self.element(id)?.text())?)
    }

    /// What a field holds.
    #[track_caller]
    pub fn value(&self, id: &str) -> Outcome<String> {
        Ok(self.runtime.block_on(self.element(id)?.prop("value"))?.unwrap_or_default())
    }

    /// Waits until the words of an element hold these.
    #[track_caller]
    pub fn wait_for_text(&self, id: &str, words: &str) -> Outcome {
        self.told(until(&format!("'{id}' to read '{words}'"), || Ok(self.text_now(id)?.contains(words))))
    }

    /// The words of every element with this id, without waiting.
    pub fn text_now(&self, id: &str) -> Outcome<String> {
        let script =
            "return Array.from(document.querySelectorAll(`[data-testid='${arguments[0]}']`), (found) => found.innerText).join('\\n')";
        Ok(self.script(script, vec![json!(id)])?.as_str().unwrap_or_default().to_owned())
    }

    /// Adds to a failure what the page said when it came to it, and what the app printed.
    pub fn told<T>(&self, outcome: Outcome<T>) -> Outcome<T> {
        let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join(" | ");
        outcome.map_err(|failure| {
            // An app that has ended has no page, and perhaps said why.
            failure.with(&format!("the page says: {}\nthe app printed: {}", lines(&self.page_text()), lines(&self.printed())))
        })
    }

    /// Everything that the page says.
    #[must_use]
    pub fn page_text(&self) -> String {
        let text = self.script("return document.body.innerText", vec![]);
        text.ok().and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Waits until the page says these words somewhere.
    #[track_caller]
    pub fn wait_for_words(&self, words: &str) -> Outcome {
        self.told(until(&format!("the page to say '{words}'"), || Ok(self.page_text().contains(words))))
    }

    /// Waits until the page no longer says these words.
    #[track_caller]
    pub fn wait_until_gone(&self, words: &str) -> Outcome {
        self.told(until(&format!("the page to stop saying '{words}'"), || Ok(!self.page_text().contains(words))))
    }

    /// The test id of the element that has the keyboard; empty for none.
    pub fn focused(&self) -> Outcome<String> {
        let id = "const at = document.activeElement; return at?.dataset.testid ?? at?.closest('label')?.dataset.testid ?? ''";
        Ok(self.script(id, vec![])?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the element with this id has the keyboard.
    #[track_caller]
    pub fn wait_for_focus(&self, id: &str) -> Outcome {
        self.told(until(&format!("'{id}' to have the keyboard"), || Ok(self.focused()? == id)))
    }
}

/// What a person does in the main window, in a word each.
impl App {
    /// Declares from the empty screen's line, with real keys, and waits for the incident's screen.
    #[track_caller]
    pub fn declare(&self, line: &str) -> Outcome {
        self.type_into("declare-line", line)?;
        self.press_in("declare-line", Key::Enter)?;
        self.element("next-step").map(|_| ())
    }

    /// Logs an entry from the main window and waits until it is on the timeline.
    #[track_caller]
    pub fn log(&self, line: &str) -> Outcome {
        self.type_into("log-input", line)?;
        self.press_in("log-input", Key::Enter)?;
        until("the entry to be taken", || Ok(self.value("log-input")?.is_empty()))
    }

    /// Presses a key in a field.
    #[track_caller]
    pub fn press_in(&self, id: &str, key: Key) -> Outcome {
        self.type_into(id, &char::from(key).to_string())
    }

    /// The texts of the timeline on screen.
    pub fn rows(&self) -> Outcome<Vec<String>> {
        Ok(self.text_now("timeline-row")?.lines().map(str::to_owned).collect())
    }

    /// Waits until the timeline on screen holds these words.
    #[track_caller]
    pub fn wait_for_row(&self, words: &str) -> Outcome {
        self.wait_for_text("timeline-row", words)
    }
}
