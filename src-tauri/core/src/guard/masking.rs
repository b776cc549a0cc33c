//! Texts and events without secrets.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::named_secrets::{REMOVED, without_named};
use super::scan::Guard;
use super::scope::Scope;
use crate::event::{CommandRun, EventBody};
use crate::text::map_words;
use crate::vocabulary::HitGroup;

/// A text, and the kinds of the secrets that were taken out of it, such as GitHub token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked {
    /// With `(removed)` in place of each.
    pub text: String,
    /// One for each that was removed.
    pub removed: Vec<String>,
}

/// `GitHub token removed: it reads (removed) now.`; nothing of none.
#[must_use]
pub fn removed_line(kinds: &[String]) -> Option<String> {
    match kinds {
        [] => None,
        [one] => Some(format!("{one} removed: it reads {REMOVED} now.")),
        several => Some(format!("{} secrets removed: they read {REMOVED} now.", several.len())),
    }
}

impl Guard {
    /// The text with `(removed)` in place of each secret that is found.
    #[must_use]
    pub fn mask(&self, text: &str) -> Masked {
        let scope = Scope { for_customers: false, people: &[], handle: None, verified: true, next_update: None };
        let mut masked = Masked { text: text.to_owned(), removed: Vec::new() };
        // From the end, so that the places before stay where they are.
        for hit in self.scan(text, &scope).into_iter().rev() {
            if let (HitGroup::Secret, Some(range)) = (hit.group, hit.range) {
                masked.text.replace_range(range, REMOVED);
                masked.removed.insert(0, hit.title);
            }
        }
        masked
    }

    /// The same value with `(removed)` in place of each secret in its words, and the kinds of those. What cannot be written as JSON and
    /// read again stays as it is.
    #[must_use]
    pub fn mask_all<T: Serialize + DeserializeOwned>(&self, value: T) -> (T, Vec<String>) {
        let mut removed = Vec::new();
        let mut mask = |text: String| {
            let masked = self.mask(&text);
            removed.extend(masked.removed);
            masked.text
        };
        let masked = serde_json::to_value(&value).map(|value| map_words(value, &mut mask));
        match masked.and_then(serde_json::from_value) {
            Ok(masked) if !removed.is_empty() => (masked, removed),
            _ => (value, Vec::new()),
        }
    }
}

impl CommandRun {
    /// The same run with what the guard takes for a secret removed, also where it goes over several lines.
    #[must_use]
    pub fn without_secrets(self, guard: &Guard) -> Self {
        let kept = guard.mask(&self.kept.join("\n")).text;
        let kept = if self.kept.is_empty() { Vec::new() } else { kept.lines().map(str::to_owned).collect() };
        Self { command: guard.mask(&without_named(&self.command)).text, kept, ..self }
    }
}

impl EventBody {
    /// The same with `(removed)` in place of each secret in its words, and the kinds of those. What a message said when it was sent stays:
    /// it was looked at before it left.
    #[must_use]
    pub fn without_secrets(self, guard: &Guard) -> (Self, Vec<String>) {
        let stays = matches!(self, Self::UpdateSent(_) | Self::CommandRun(_));
        if stays { (self, Vec::new()) } else { guard.mask_all(self) }
    }
}
