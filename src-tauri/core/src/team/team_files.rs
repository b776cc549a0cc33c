//! What the team says of itself, in its own files.

use std::sync::Arc;

use super::catalogue::Catalogue;
use super::policy::Policy;
use super::service::Services;

/// What the team says of itself, in its own files.
#[derive(Debug, Clone)]
pub struct Team {
    /// The policy in force.
    pub policy: Arc<Policy>,
    /// What it asks, suspects and does.
    pub catalogue: Arc<Catalogue>,
    /// Its services.
    pub services: Arc<Services>,
}

/// Words of a function rather than a name.
const FUNCTIONS: [&str; 22] = [
    "admin",
    "call",
    "communications",
    "customer",
    "database",
    "director",
    "duty",
    "engineer",
    "engineering",
    "executive",
    "head",
    "incident",
    "lead",
    "legal",
    "manager",
    "officer",
    "operations",
    "platform",
    "product",
    "security",
    "support",
    "team",
];

impl Team {
    /// The people whom the files name: to notify, and as contacts of services. 'VP Engineering' is no person's name.
    #[must_use]
    pub fn people(&self) -> Vec<String> {
        let contacts = self.services.services.iter().flat_map(|service| &service.contacts).map(|contact| &contact.who);
        contacts.chain(self.policy.notified()).filter(|name| is_person(name)).cloned().collect()
    }
}

fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name = |word: &&str| {
        let first = word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
        first
            && word.chars().all(|letter| letter.is_alphabetic() || "'’-.".contains(letter))
            && !FUNCTIONS.contains(&word.to_lowercase().as_str())
    };
    name.starts_with('@') || ((2..=3).contains(&words.len()) && words.iter().all(is_name))
}
