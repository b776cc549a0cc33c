//! The guard itself: every rule over one text.

use super::compile::Compiled;
use super::copies::with_copies;
use super::hit::Hit;
use super::offers::{Gratitude, Offer};
use super::overlap::gravest;
use super::reading::Reading;
use super::rule::{Finder, Rule, Written};
use super::scope::Scope;
use crate::team::{Services, TeamFileError};
use crate::vocabulary::HitGroup;

/// The rules, ready to be used. Without any it finds nothing.
#[derive(Debug, Default)]
pub struct Guard {
    pub(super) rules: Vec<Rule>,
    switched_off: Vec<String>,
    pub(super) somebody: Option<Written>,
    pub(super) offers: Vec<Offer>,
    pub(super) thanks: Vec<Gratitude>,
}

impl Guard {
    /// The built-in rules alone.
    ///
    /// # Errors
    /// [`TeamFileError`] if the embedded file is broken, which a test rules out.
    pub fn built_in() -> Result<Self, TeamFileError> {
        Self::with("", &Services::default())
    }

    /// The built-in rules under a team's `guard.toml`, given as text, and its services.
    ///
    /// # Errors
    /// [`TeamFileError`] with line, key and reason for a file that is not TOML, names something that does not exist, or has a
    /// pattern that cannot be read.
    pub fn with(guard_toml: &str, services: &Services) -> Result<Self, TeamFileError> {
        Self::of(guard_toml, services, None)
    }

    /// As [`Guard::with`], but for secrets alone, which is ready in a moment.
    ///
    /// # Errors
    /// [`TeamFileError`] as there, but for what concerns secrets.
    pub fn for_secrets(guard_toml: &str) -> Result<Self, TeamFileError> {
        Self::of(guard_toml, &Services::default(), Some(HitGroup::Secret))
    }

    fn of(guard_toml: &str, services: &Services, only: Option<HitGroup>) -> Result<Self, TeamFileError> {
        let Compiled { rules, switched_off, somebody, offers, thanks } = Compiled::read(guard_toml, services, only)?;
        Ok(Self { rules, switched_off, somebody, offers, thanks })
    }

    /// What the team's file switched off, each by its title and id: `Password (password)`.
    #[must_use]
    pub fn switched_off(&self) -> &[String] {
        &self.switched_off
    }

    /// Names that are words, too: without `@` they count only with a capital within a sentence.
    pub(crate) fn everyday_names(&self) -> impl Iterator<Item = &str> {
        let names = self.rules.iter().filter_map(|rule| if let Finder::People(_, names) = &rule.finder { Some(names) } else { None });
        names.flatten().map(String::as_str)
    }

    /// What should be looked at in `text`, the plain words of an update, as a person reads it: whatever hides it from a search, and
    /// every copy of a secret. In order of place, what is missing last. Of things that overlap only the gravest is told.
    #[must_use]
    pub fn scan(&self, text: &str, scope: &Scope<'_>) -> Vec<Hit> {
        let readings = Reading::all(text);
        let rules = self.rules.iter().filter(|rule| rule.concerns(scope));
        let hits = rules.flat_map(|rule| rule.hits_in(text, &readings, scope));
        gravest(with_copies(gravest(hits.collect()), text, &readings))
    }

    /// What to offer for a person's name by what their sentence tells: `the reviewer`.
    #[must_use]
    pub fn offer_for(&self, sentence: &str) -> Option<&str> {
        self.offers.iter().find_map(|offer| offer.for_sentence(sentence))
    }

    /// What somebody is to be thanked for who wrote these words: `told of a mistake`; each reason once.
    pub fn thanked_for<'a>(&'a self, words: &'a str) -> impl Iterator<Item = &'a str> {
        self.thanks.iter().filter_map(|thanks| thanks.for_words(words))
    }
}
