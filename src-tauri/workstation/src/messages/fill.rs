//! Filling a template from the incident.

use chrono::{DateTime, Utc};
use sitrep_core::incident::{Incident, LIVE_WITHIN};
use sitrep_core::messages::{GuardFinding, Message, MessageEdits, Recent, Template, compose, guard_message};
use sitrep_core::vocabulary::Audience;

use super::draft::ComposeInput;
use crate::data::Workstation;
use crate::refusals::Error;

/// A template and what came of it.
pub(crate) struct Filled {
    pub(crate) template: Template,
    pub(crate) message: Message,
    pub(crate) person: Option<String>,
}

impl Workstation {
    /// The message by the team's template, or by the built-in one when the team's cannot be filled.
    pub(crate) fn fill_template(&self, incident: &Incident, input: &ComposeInput, now: DateTime<Utc>) -> Result<Filled, Error> {
        let set = self.templates()?;
        let template = set.get(&input.template, incident).ok_or_else(|| Error::UnknownTemplate(input.template.clone()))?;
        let person = input.person.clone().or_else(|| addressees(incident, template, self).into_iter().next());
        let asked = MessageEdits {
            edits: input.edits.clone(),
            replaced: input.replaced.clone(),
            names_next_update: input.names_next_update,
            person: person.clone(),
        };
        let team = self.own_team();
        let recent = self.recent(incident, template.audience)?;
        let fill = |template: &Template| {
            let message = compose(incident, &recent, &team, template, &asked, now);
            let message = message.map_err(|error| Error::Template { name: template.name.clone(), error })?;
            Ok(Filled { template: template.clone(), message, person: person.clone() })
        };
        fill(template).or_else(|error| match set.built_in(&input.template).filter(|_| template.own) {
            Some(built_in) => fill(built_in),
            None => Err(error),
        })
    }

    /// What was written and run that a message to this audience tells.
    pub(crate) fn recent(&self, incident: &Incident, audience: Audience) -> Result<Recent, Error> {
        let last = incident.last_update_to(audience).map(|last| last.id);
        let inner = self.lock();
        let untold = inner.store.untold(incident.id, last, Recent::ACTS_AT_MOST, LIVE_WITHIN)?;
        let entries = inner.store.newest_entries(incident.id, Recent::ENTRIES_AT_MOST)?;
        Ok(Recent::read(untold.total, &untold.acts, &untold.live_entries, &entries))
    }

    pub(crate) fn run_guard(&self, incident: &Incident, template: &Template, message: &Message, now: DateTime<Utc>) -> Vec<GuardFinding> {
        guard_message(&self.guard(), message, incident, &self.own_team(), template, now)
    }
}

/// Whom a template that is written for one person can be written for: those not notified yet first.
pub(crate) fn addressees(incident: &Incident, template: &Template, workstation: &Workstation) -> Vec<String> {
    if !template.per_person {
        return Vec::new();
    }
    let policy = workstation.policy();
    let (told, untold): (Vec<String>, Vec<String>) =
        incident.duties(&policy).notify().into_iter().map(ToOwned::to_owned).partition(|who| incident.notified.contains(who));
    untold.into_iter().chain(told).collect()
}
