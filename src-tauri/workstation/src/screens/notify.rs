//! Whom to notify.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::incident::Incident;
use sitrep_core::team::Policy;
use sitrep_core::text::clock_time;
use ts_rs::TS;

use crate::acts::{Named, find_by_number_or_words};
use crate::data::Workstation;
use crate::refusals::{Error, WorkKind};

/// Somebody to notify.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NotifyTick {
    /// Who, in the policy's words.
    pub who: String,
    /// Ticked.
    pub done: bool,
}

/// Somebody to notify.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NotifiedView {
    /// Who, in the policy's words.
    pub who: String,
    /// Ticked.
    pub done: bool,
    /// `14:06 UTC by @ana`, once ticked.
    pub told: Option<String>,
}

pub(crate) fn notify_ticks(incident: &Incident, policy: &Policy) -> Vec<NotifyTick> {
    let tick = |who: &str| NotifyTick { who: who.to_owned(), done: incident.notified.contains(who) };
    incident.duties(policy).notify().into_iter().map(tick).collect()
}

pub(crate) fn notified_views(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Vec<NotifiedView> {
    let tick = |who: &str| {
        let told = incident.notifications.get(who);
        NotifiedView {
            who: who.to_owned(),
            done: told.is_some(),
            told: told.map(|told| format!("{} by {}", clock_time(told.at, now), told.by)),
        }
    };
    incident.duties(policy).notify().into_iter().map(tick).collect()
}

impl Named for NotifiedView {
    const KIND: WorkKind = WorkKind::Notified;

    fn words(&self) -> &str {
        &self.who
    }

    fn is_open(&self) -> bool {
        !self.done
    }
}

impl Workstation {
    /// The one on the notify list that is meant by a number in it or by a part of the words.
    ///
    /// # Errors
    /// [`Error::UnknownWork`] or [`Error::AmbiguousWork`] for a part that names none, or several.
    pub fn find_notified(&self, handle: &str, part: &str) -> Result<String, Error> {
        Ok(find_by_number_or_words(&self.team(handle)?.notify, part)?.who.clone())
    }
}
