//! The two kinds of lowering, each with what it keeps or takes away.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::incident::Incident;
use crate::team::{Duties, Policy};
use crate::text::every;
use crate::vocabulary::{Lowering, Severity};

/// One of the two answers to why a severity is lowered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LoweringChoice {
    /// Which.
    pub lowering: Lowering,
    /// The answer: `It got better`.
    pub label: String,
    /// What comes of it for what is owed.
    pub says: String,
}

/// The two answers for a lowering to this severity; none where it would be no lowering.
#[must_use]
pub fn lowering_choices(incident: &Incident, policy: &Policy, to: Severity) -> Vec<LoweringChoice> {
    let from = incident.severity;
    if !from.is_worse_than(to) {
        return Vec::new();
    }
    let owed = beyond(&policy.duties(&[incident.peak_severity(), from]), &policy.duties(&[to]));
    let choice = |lowering, label: &str, words: &str| {
        let says = if owed.is_empty() { format!("A {to} asks for the same.") } else { format!("{words}: {}.", owed.join(", ")) };
        LoweringChoice { lowering, label: label.to_owned(), says }
    };
    vec![choice(Lowering::GotBetter, "It got better", "Still owed"), choice(Lowering::NeverWas, "It never was that bad", "No longer owed")]
}

/// What the first asks for beyond the second, in a few words each.
fn beyond(owed: &Duties<'_>, less: &Duties<'_>) -> Vec<String> {
    let quiet = owed.quiet().filter(|_| owed.quiet() != less.quiet()).map(|quiet| format!("{} of quiet before the end", every(quiet)));
    let roles = (owed.roles_required() && !less.roles_required()).then(|| "the four roles".to_owned());
    let told: Vec<&str> = owed.notify().into_iter().filter(|who| !less.notify().contains(who)).collect();
    let told = (!told.is_empty()).then(|| format!("telling {}", told.join(" and ")));
    let within = owed.review_within().filter(|_| owed.review_within() != less.review_within());
    let review = within.map(|within| format!("a review within {}", every(within)));
    [quiet, roles, told, review].into_iter().flatten().collect()
}
