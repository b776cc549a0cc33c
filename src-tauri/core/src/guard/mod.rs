//! The guard reads an update before it is copied and finds what should not leave: secrets, internals, names, blame, jargon,
//! and claims that nobody has verified.
//!
//! Its rules are data (`rules.toml`); a team's `guard.toml` and `services.toml` lie over them. A search takes time in
//! proportion to the text, and nothing leaves the machine.

use std::ops::Range;

use crate::service::Services;
use crate::vocabulary::HitGroup;

mod command_secrets;
mod condition;
mod overlap;
mod people;
mod read;
mod rule;
mod terms;
mod time_named;
mod wording;

pub use command_secrets::without_secrets;
pub use read::GuardError;
use rule::Rule;

/// What an update may say.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// Whether customers read it.
    pub for_customers: bool,
    /// The people who are known, as `@ana`.
    pub people: &'a [String],
    /// Whether the update may claim that the incident is resolved.
    pub verified: bool,
    /// The clock time of the next update, as `15:12`; none when none is owed.
    pub next_update: Option<&'a str>,
}

/// Something to look at before the update is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The rule's id.
    pub rule: String,
    /// What it is, such as AWS access key.
    pub title: String,
    /// Why it should not be there, in one short sentence.
    pub why: String,
    /// Where it stands, in bytes; none for something that is missing.
    pub range: Option<Range<usize>>,
    /// What stands there.
    pub found: String,
    /// What can stand there instead; none where a person has to find the words.
    pub replace_with: Option<String>,
    /// What kind of thing it is.
    pub group: HitGroup,
}

/// The rules, ready to be used. Without any it finds nothing.
#[derive(Debug, Default)]
pub struct Guard {
    rules: Vec<Rule>,
}

impl Guard {
    /// The built-in rules alone.
    ///
    /// # Errors
    /// [`GuardError`] if the embedded file is broken, which a test rules out.
    pub fn built_in() -> Result<Self, GuardError> {
        Self::with("", &Services::default())
    }

    /// The built-in rules under a team's `guard.toml`, given as text, and its services.
    ///
    /// # Errors
    /// [`GuardError`] with line, key and reason for a file that is not TOML, names something that does not exist, or has a
    /// pattern that cannot be read.
    pub fn with(guard_toml: &str, services: &Services) -> Result<Self, GuardError> {
        Ok(Self { rules: read::rules(guard_toml, services, None)? })
    }

    /// As [`Guard::with`], but for secrets alone, which is ready in a moment.
    ///
    /// # Errors
    /// [`GuardError`] as there, but for what concerns secrets.
    pub fn for_secrets(guard_toml: &str) -> Result<Self, GuardError> {
        Ok(Self { rules: read::rules(guard_toml, &Services::default(), Some(HitGroup::Secret))? })
    }

    /// What should be looked at in `text`, the plain words of an update: in order of place, what is missing last. Of things
    /// that overlap only the gravest is told.
    #[must_use]
    pub fn scan(&self, text: &str, scope: &Scope<'_>) -> Vec<Hit> {
        let lower = text.to_ascii_lowercase();
        let hits = self.rules.iter().filter(|rule| rule.concerns(scope)).flat_map(|rule| rule.hits(text, &lower, scope));
        overlap::gravest(hits.collect())
    }
}
