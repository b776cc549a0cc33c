//! What two incidents can have in common.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use super::symptoms::{symptoms, symptoms_but};
use super::words::telling_words;
use crate::event::AlertTaken;
use crate::incident::Incident;
use crate::text::search::search_words;

/// Something that two incidents can have in common, as it is compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trait {
    /// A service that it touches.
    Service(String),
    /// An alert that belongs to it, by its rule's name, else by its title.
    Alert(String),
    /// A word of what was seen or suspected.
    Word(String),
}

impl Trait {
    /// That of touching a service.
    #[must_use]
    pub fn service(name: &str) -> Self {
        Self::Service(compared(name))
    }

    /// That of an alert.
    #[must_use]
    pub fn alert(name: &str) -> Self {
        Self::Alert(compared(name))
    }
}

/// What an incident can have in common with another.
#[must_use]
pub fn traits(incident: &Incident) -> BTreeSet<Trait> {
    let services = incident.services.iter().map(|service| Trait::service(service));
    let alerts = incident.alerts.iter().map(|taken| of_alert(&taken.alert));
    let words = symptoms(incident).iter().flat_map(|text| telling_words(text)).map(|word| Trait::Word(word.word)).collect::<Vec<_>>();
    services.chain(alerts).chain(words).collect()
}

fn of_alert(alert: &AlertTaken) -> Trait {
    Trait::alert(alert.name.as_ref().unwrap_or(&alert.title))
}

fn compared(name: &str) -> String {
    search_words(name).into_iter().map(|word| word.word).collect::<Vec<_>>().join(" ")
}

/// Words that an incident shares with another, as they are written in it, each once; those that stand side by side are one, and
/// the longest come first. What an alert says is no further likeness where the alert itself is shared.
#[must_use]
pub fn shared_words(incident: &Incident, shared: &BTreeSet<Trait>) -> Vec<String> {
    let mut groups: Vec<(Vec<String>, String)> = Vec::new();
    for text in symptoms_but(incident, |alert| shared.contains(&of_alert(alert))) {
        let as_written = |place: Range<usize>| text.chars().skip(place.start).take(place.len()).collect();
        groups.extend(side_by_side(&text, shared).into_iter().map(|(words, place)| (words, as_written(place))));
    }
    groups.sort_by_key(|(words, _)| Reverse(words.len()));
    let mut told = BTreeSet::new();
    groups.retain(|(words, _)| words.iter().filter(|word| told.insert((*word).clone())).count() > 0);
    groups.into_iter().map(|(_, written)| written).collect()
}

/// The shared words of a text, those together that nothing but a space or a hyphen parts.
fn side_by_side(text: &str, shared: &BTreeSet<Trait>) -> Vec<(Vec<String>, Range<usize>)> {
    let mut groups: Vec<(Vec<String>, Range<usize>)> = Vec::new();
    for word in telling_words(text).into_iter().filter(|word| shared.contains(&Trait::Word(word.word.clone()))) {
        match groups.last_mut() {
            Some((words, place)) if word.place.start <= place.end + 1 => {
                words.push(word.word);
                place.end = place.end.max(word.place.end);
            }
            _ => groups.push((vec![word.word], word.place)),
        }
    }
    groups
}
