//! Filling a template from the incident.

use chrono::{DateTime, Utc};
use sitrep_core::comms::{self, Asked, Found, Message, Template};
use sitrep_core::incident::Incident;

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
        let asked = Asked {
            edits: input.edits.clone(),
            replaced: input.replaced.clone(),
            names_next_update: input.names_next_update,
            person: person.clone(),
        };
        let team = self.own_team();
        let fill = |template: &Template| {
            let message = comms::compose(incident, &team, template, &asked, now);
            let message = message.map_err(|error| Error::Template { name: template.name.clone(), error })?;
            Ok(Filled { template: template.clone(), message, person: person.clone() })
        };
        fill(template).or_else(|error| match set.built_in(&input.template).filter(|_| template.own) {
            Some(built_in) => fill(built_in),
            None => Err(error),
        })
    }

    pub(crate) fn run_guard(&self, incident: &Incident, template: &Template, message: &Message, now: DateTime<Utc>) -> Vec<Found> {
        comms::guarded(&self.guard(), message, incident, &self.own_team(), template, now)
    }
}

/// Whom a template that is written for one person can be written for: those not notified yet first.
pub(crate) fn addressees(incident: &Incident, template: &Template, workstation: &Workstation) -> Vec<String> {
    if !template.per_person {
        return Vec::new();
    }
    let policy = workstation.policy();
    let (told, untold): (Vec<String>, Vec<String>) =
        policy.of(incident.severity).notify.iter().cloned().partition(|who| incident.notified.contains(who));
    untold.into_iter().chain(told).collect()
}
