//! The fields of an update, filled from the incident so that nothing is typed twice.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::impact::ImpactQuestion;
use crate::incident::Incident;
use crate::role::Role;
use crate::status::Status;
use crate::update::{Audience, UpdateField, UpdateKind};

/// An update that nobody can read to its end informs nobody.
const ACTIONS_AT_MOST: usize = 12;

/// One field of an update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Which.
    pub field: UpdateField,
    /// What it says; empty when nothing is known.
    pub value: String,
    /// Where that comes from, for a person.
    pub source: Option<String>,
}

impl Field {
    /// Whether it is still to be filled. An update with a missing field is never copied.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.value.trim().is_empty()
    }

    /// Whether it may hold several lines.
    #[must_use]
    pub fn is_multiline(&self) -> bool {
        !matches!(
            self.field,
            UpdateField::IncidentCommander | UpdateField::ServiceName | UpdateField::CustomerStatus | UpdateField::UserImpact
        )
    }
}

/// The fields of an update in its template's order. An edit stands above everything the incident says.
#[must_use]
pub fn fields(incident: &Incident, kind: UpdateKind, edits: &BTreeMap<UpdateField, String>) -> Vec<Field> {
    let suggest = Suggestions { incident };
    of(kind)
        .iter()
        .map(|&field| match edits.get(&field) {
            Some(edited) => Field { field, value: edited.clone(), source: Some("edited".to_owned()) },
            None => suggest.field(field),
        })
        .collect()
}

fn of(kind: UpdateKind) -> &'static [UpdateField] {
    match kind {
        UpdateKind::Initial => &[UpdateField::Impact, UpdateField::IncidentCommander],
        UpdateKind::Status => &[UpdateField::CurrentState, UpdateField::ActionsTaken, UpdateField::NextSteps],
        UpdateKind::Resolution => &[UpdateField::RootCause, UpdateField::Resolution, UpdateField::CustomerImpact],
        UpdateKind::Customer => &[UpdateField::ServiceName, UpdateField::UserImpact, UpdateField::CustomerStatus],
    }
}

struct Suggestions<'a> {
    incident: &'a Incident,
}

impl Suggestions<'_> {
    fn field(&self, field: UpdateField) -> Field {
        let (value, source) = match field {
            UpdateField::Impact | UpdateField::CustomerImpact => (self.impact(), "from triage".to_owned()),
            UpdateField::IncidentCommander => (self.incident.roles.get(&Role::IncidentCommander).cloned(), "from the team".to_owned()),
            UpdateField::CurrentState => self.current_state(),
            UpdateField::ActionsTaken => self.actions_taken(),
            UpdateField::NextSteps => self.next_steps(),
            UpdateField::RootCause => (self.reason(&[Status::Identified]), "from the status Identified".to_owned()),
            UpdateField::Resolution => (self.reason(&[Status::Monitoring, Status::Mitigating]), "from the mitigation".to_owned()),
            UpdateField::ServiceName => (self.incident.services.first().cloned(), "from the incident".to_owned()),
            UpdateField::UserImpact => (self.sent(Audience::Customers, field).or_else(|| self.user_impact()), "from triage".to_owned()),
            UpdateField::CustomerStatus => (Some(customer_status(self.incident.status).to_owned()), "from the status".to_owned()),
        };
        let source = value.as_ref().map(|_| source);
        Field { field, value: value.unwrap_or_default(), source }
    }

    /// `EU users: card payments fail (error rate trending up)`, as far as it is known.
    fn impact(&self) -> Option<String> {
        let who = self.answer(ImpactQuestion::Who);
        let what = self.answer(ImpactQuestion::What);
        let worse = self.answer(ImpactQuestion::Worse);
        let text = match (who, what) {
            (Some(who), Some(what)) => format!("{who}: {what}"),
            (known, other) => known.or(other)?,
        };
        Some(worse.map_or(text.clone(), |worse| format!("{text} ({worse})")))
    }

    /// Reads on from 'an issue affecting': `all users who pay by card: card payments return an error`.
    fn user_impact(&self) -> Option<String> {
        let who = lower_first(&self.answer(ImpactQuestion::Who)?);
        Some(self.answer(ImpactQuestion::What).map_or(who.clone(), |what| format!("{who}: {}", lower_first(&what))))
    }

    fn current_state(&self) -> (Option<String>, String) {
        let newest = self.since_last_update().last().map(|entry| entry.text.clone());
        if newest.is_some() {
            return (newest, "the newest entry".to_owned());
        }
        match self.sent(Audience::Internal, UpdateField::CurrentState) {
            Some(last) => (Some(last), "from the last update".to_owned()),
            None => (self.impact(), "from triage".to_owned()),
        }
    }

    fn actions_taken(&self) -> (Option<String>, String) {
        let last = self.incident.last_update_to(Audience::Internal).map(|update| update.at);
        let mut lines: Vec<String> =
            self.since_last_update().map(|entry| format!("{} {}", entry.at.format("%H:%M"), one_line(&entry.text))).collect();
        if lines.len() > ACTIONS_AT_MOST {
            let earlier = lines.len() - ACTIONS_AT_MOST;
            lines.drain(..earlier);
            lines.insert(0, format!("{earlier} earlier, on the timeline"));
        }
        let since = last.map_or_else(|| "from the timeline".to_owned(), |at| format!("from the timeline since {}", at.format("%H:%M")));
        let text = match (lines.is_empty(), last) {
            (false, _) => lines.join("\n"),
            (true, Some(at)) => format!("None since the update of {} UTC", at.format("%H:%M")),
            (true, None) => "None yet".to_owned(),
        };
        (Some(text), since)
    }

    fn next_steps(&self) -> (Option<String>, String) {
        if let Some(last) = self.incident.last_update_to(Audience::Internal)
            && let Some(steps) = last.fields.get(&UpdateField::NextSteps)
            && self.incident.status_entered.get(&self.incident.status).is_none_or(|entered| *entered <= last.at)
        {
            return (Some(steps.clone()), "from the last update".to_owned());
        }
        let steps = match self.incident.status {
            Status::Investigating => "Find the cause",
            Status::Identified => "Apply a mitigation",
            Status::Mitigating => "Confirm that the impact is falling, then monitor",
            Status::Monitoring => "Watch for recurrence before declaring it resolved",
            Status::Resolved => "Post-incident review",
        };
        (Some(steps.to_owned()), "from the status".to_owned())
    }

    fn reason(&self, statuses: &[Status]) -> Option<String> {
        statuses.iter().find_map(|status| self.incident.status_reasons.get(status).cloned())
    }

    fn answer(&self, question: ImpactQuestion) -> Option<String> {
        self.incident.impact.get(&question).cloned()
    }

    fn sent(&self, audience: Audience, field: UpdateField) -> Option<String> {
        let updates = self.incident.updates.iter().rev();
        updates
            .filter(|update| !update.taken_back && update.kind.audience() == audience)
            .find_map(|update| update.fields.get(&field).cloned())
    }

    /// What was written since, whenever it happened: a backdated entry is news to everybody who read the last update.
    fn since_last_update(&self) -> impl Iterator<Item = &crate::incident::Entry> {
        let last: Option<DateTime<Utc>> = self.incident.last_update_to(Audience::Internal).map(|update| update.at);
        self.incident.entries.iter().filter(move |entry| last.is_none_or(|last| entry.recorded_at > last))
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `All users` becomes `all users`; `EU users` stays.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || !second.is_alphabetic() => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

fn customer_status(status: Status) -> &'static str {
    match status {
        Status::Investigating => "We are investigating the cause.",
        Status::Identified => "We have identified the cause and are working on a fix.",
        Status::Mitigating => "A fix is being applied.",
        Status::Monitoring => "A fix is in place and we are monitoring the results.",
        Status::Resolved => "The issue is resolved.",
    }
}
