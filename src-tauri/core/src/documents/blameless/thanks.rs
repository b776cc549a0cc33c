//! Whom to thank (seed: Reward transparency): who reported it, who told of a mistake, who named a risk.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::documents::timeline::{TimelineKind, TimelineRow};
use crate::guard::Guard;
use crate::incident::Incident;
use crate::text::{prose, tidy_line};
use crate::vocabulary::{Detection, EventId};

/// A reason to thank somebody. It is offered; nobody is thanked before a person says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Thanks {
    /// Whom, as `@name`.
    pub person: String,
    /// For what: `declared it 4 min after it began`, `named a risk: “the pool might break”`.
    pub for_what: String,
    /// The entry that says so; none for the declaration.
    pub entry: Option<EventId>,
}

impl Thanks {
    /// As a line for the review.
    #[must_use]
    pub fn line(&self) -> String {
        format!("Thanks to {}, who {}.", self.person, self.for_what)
    }
}

/// How much of an entry is quoted, in letters.
const QUOTED: usize = 90;

/// Who can be thanked, the declaration first, then in the order of the timeline. Each person is thanked for each reason once.
#[must_use]
pub fn thanks(incident: &Incident, rows: &[TimelineRow], guard: &Guard) -> Vec<Thanks> {
    let mut known = BTreeSet::new();
    let told = rows.iter().filter(|row| matches!(row.kind, TimelineKind::Note | TimelineKind::Decision | TimelineKind::Finding));
    let said = told.flat_map(|row| guard.thanked_for(&row.text).map(move |reason| (row, reason)));
    let first = said.filter(|(row, reason)| known.insert((row.author.clone(), (*reason).to_owned()))).map(|(row, reason)| Thanks {
        person: row.author.clone(),
        for_what: format!("{reason}: “{}”", quote(&row.text)),
        entry: Some(row.id),
    });
    [declared(incident)].into_iter().chain(first).collect()
}

fn declared(incident: &Incident) -> Thanks {
    let after = incident.declared_at - incident.started_at;
    let after = if after < TimeDelta::minutes(1) { "as it began".to_owned() } else { format!("{} after it began", prose(after)) };
    let from = match incident.detected {
        Some(Detection::Alert) => ", from an alert",
        Some(Detection::User) => ", from a user's report",
        Some(Detection::Monitoring) => ", from what the monitoring showed",
        Some(Detection::Other) | None => "",
    };
    Thanks { person: incident.declared_by.clone(), for_what: format!("declared it {after}{from}"), entry: None }
}

/// The beginning of what was said, in one line.
fn quote(text: &str) -> String {
    let line = tidy_line(text);
    if line.chars().count() <= QUOTED { line } else { format!("{}…", line.chars().take(QUOTED).collect::<String>().trim_end()) }
}
