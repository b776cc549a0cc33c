//! Who commands by a message, beside who has the role.

use crate::incident::Incident;
use crate::text::{named_person, names_nobody};
use crate::vocabulary::{Role, UpdateField};

/// What a message says of who commands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommanderSaid {
    /// Whoever has the role.
    AsTheRole,
    /// One person, who gets the role with it.
    Given(String),
    /// Something else, and the role stays as it is.
    Otherwise,
}

impl CommanderSaid {
    /// Reads it. Who was named in a message before is not given the role once more: saying the same again turns nothing back.
    #[must_use]
    pub fn read(incident: &Incident, words: &str) -> Self {
        let holder = incident.roles.get(&Role::IncidentCommander);
        let agrees = holder.map_or_else(|| names_nobody(words), |holder| mentions(words, holder));
        let said_before = || {
            incident.sent_updates().any(|sent| sent.message.fields.get(&UpdateField::IncidentCommander).is_some_and(|said| said == words))
        };
        match named_person(words) {
            _ if agrees => Self::AsTheRole,
            Some(person) if !said_before() => Self::Given(person),
            _ => Self::Otherwise,
        }
    }
}

/// Whether somebody's name is among the words, with its `@` or without.
fn mentions(words: &str, person: &str) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let person = bare(person);
    words.split_whitespace().any(|word| bare(word) == person) || bare(words).replace(' ', "-") == person
}
