//! Commands without secrets.

use super::named_secrets::{REMOVED, without_named};
use super::scan::Guard;
use super::scope::Scope;
use crate::event::CommandRun;
use crate::vocabulary::HitGroup;

impl CommandRun {
    /// The same run with what the guard takes for a secret removed, also where it goes over several lines.
    #[must_use]
    pub fn without_secrets(self, guard: &Guard) -> Self {
        let kept = without_secrets(guard, &self.kept.join("\n"));
        let kept = if self.kept.is_empty() { Vec::new() } else { kept.lines().map(str::to_owned).collect() };
        Self { command: without_secrets(guard, &without_named(&self.command)), kept, ..self }
    }
}

/// The text with `(removed)` in place of each secret that the guard finds.
#[must_use]
pub fn without_secrets(guard: &Guard, text: &str) -> String {
    let scope = Scope { for_customers: false, people: &[], handle: None, verified: true, next_update: None };
    let mut masked = text.to_owned();
    // From the end, so that the places before stay where they are.
    for hit in guard.scan(text, &scope).into_iter().rev() {
        if let (HitGroup::Secret, Some(range)) = (hit.group, hit.range) {
            masked.replace_range(range, REMOVED);
        }
    }
    masked
}
