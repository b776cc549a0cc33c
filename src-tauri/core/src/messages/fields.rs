//! The fields of an update, filled from the incident so that nothing is typed twice.

use chrono::{DateTime, Utc};

use super::edits::MessageEdits;
use super::one_line::in_one_line;
use super::recent::Recent;
use super::replacement::Replacement;
use super::template::Template;
use crate::incident::{FactKind, Incident, Mitigation, SentUpdate};
use crate::team::Team;
use crate::text::is_blank;
use crate::vocabulary::{Audience, EventId, HypothesisState, ImpactQuestion, MitigationState, Role, Status, UpdateField};

/// A field that says the same in so many updates is stale.
const STALE_AFTER: usize = 2;

/// One field of an update.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Which.
    pub field: UpdateField,
    /// What it says; empty when nothing is known.
    pub value: String,
    /// Where that comes from, for a person.
    pub source: Option<String>,
    /// What the facts say by now, where the value was carried over from the last update and they say something newer.
    pub newer: Option<String>,
    /// When it was last sent (UTC), where it was carried over from that update and facts that it tells have moved since.
    pub outdated_from: Option<DateTime<Utc>>,
    /// Since when (UTC) it has said the same, if that is for two updates or more.
    pub stale_since: Option<DateTime<Utc>>,
}

impl Field {
    /// Whether it is still to be filled.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        is_blank(&self.value)
    }

    /// Whether it may hold several lines.
    #[must_use]
    pub fn is_multiline(&self) -> bool {
        !matches!(
            self.field,
            UpdateField::IncidentCommander | UpdateField::ServiceName | UpdateField::CustomerStatus | UpdateField::UserImpact
        )
    }

    /// The words for the template. The customers' one ends its first sentence itself; elsewhere a full stop is the person's own.
    pub(super) fn words(&self) -> &str {
        let words = self.value.trim();
        if self.field == UpdateField::UserImpact { words.trim_end_matches('.') } else { words }
    }
}

/// The fields of a template. An edit stands above everything; what a person wrote in the last update comes next, then the facts.
pub(super) fn fields(incident: &Incident, recent: &Recent, team: &Team, template: &Template, asked: &MessageEdits) -> Vec<Field> {
    let suggest = Suggestions { incident, recent, team, audience: template.audience };
    template
        .fields()
        .into_iter()
        .map(|field| suggest.field(field, asked))
        .map(|field| suggest.aged(field, template))
        .map(|field| suggest.dated(field, asked))
        .collect()
}

/// Where a value comes from that only the last update said.
const FROM_THE_LAST_UPDATE: &str = "from the last update";

struct Suggestions<'a> {
    incident: &'a Incident,
    recent: &'a Recent,
    team: &'a Team,
    audience: Audience,
}

type Told = (Option<String>, String);

impl Suggestions<'_> {
    fn field(&self, field: UpdateField, asked: &MessageEdits) -> Field {
        let told = |value: String, source: Option<String>, newer: Option<String>| {
            let value = Replacement::all_in(&asked.replaced, &value);
            let newer = newer.map(|newer| Replacement::all_in(&asked.replaced, &newer));
            Field { field, newer: newer.filter(|newer| *newer != value), value, source, outdated_from: None, stale_since: None }
        };
        if let Some(edited) = asked.edits.get(&field) {
            return told(edited.clone(), Some("edited".to_owned()), None);
        }
        let (fact, source) = self.fact(field);
        match self.written_before(field) {
            Some(before) => told(before, Some("as you wrote it last".to_owned()), fact),
            None => {
                let source = fact.as_ref().map(|_| source);
                told(fact.unwrap_or_default(), source, None)
            }
        }
    }

    /// What a person wrote here in the last update to this audience. What was done since is another story each time.
    fn written_before(&self, field: UpdateField) -> Option<String> {
        if field == UpdateField::ActionsTaken {
            return None;
        }
        let last = self.sent().find(|sent| sent.message.fields.contains_key(&field))?;
        last.message.edited.contains(&field).then(|| last.message.fields.get(&field).cloned()).flatten()
    }

    fn aged(&self, field: Field, template: &Template) -> Field {
        let same: Vec<&SentUpdate> = self
            .sent()
            .filter(|sent| sent.message.template() == template.name)
            .take_while(|sent| sent.message.fields.get(&field.field).is_some_and(|said| said.trim() == field.value.trim()))
            .collect();
        let stale = field.field.goes_stale() && !field.is_missing() && same.len() >= STALE_AFTER;
        let stale_since = same.last().filter(|_| stale).map(|first| first.at);
        Field { stale_since, ..field }
    }

    /// Marks what still says what the last update said, although facts that it tells have moved since.
    fn dated(&self, field: Field, asked: &MessageEdits) -> Field {
        let Some(last) = self.last().filter(|_| !asked.edits.contains_key(&field.field)) else { return field };
        let carried = last.message.fields.get(&field.field).is_some_and(|said| said.trim() == field.value.trim());
        let is_as_last_told = last.message.edited.contains(&field.field) || field.source.as_deref() == Some(FROM_THE_LAST_UPDATE);
        let outdated = carried && is_as_last_told && !field.is_missing() && self.moved_since(field.field, last.id);
        Field { outdated_from: outdated.then_some(last.at), ..field }
    }

    /// Whether something was recorded after an update that this field has to tell.
    fn moved_since(&self, field: UpdateField, update: EventId) -> bool {
        let kinds = facts_told_by(field);
        let tells_entries = field == UpdateField::CurrentState && self.recent.untold > 0;
        tells_entries || kinds.iter().any(|kind| self.incident.moved_since(*kind, update))
    }

    fn sent(&self) -> impl Iterator<Item = &SentUpdate> {
        self.incident.sent_updates().filter(|sent| sent.message.update.is_some() && sent.message.audience() == self.audience)
    }

    fn last(&self) -> Option<&SentUpdate> {
        self.incident.last_update_to(self.audience)
    }

    fn fact(&self, field: UpdateField) -> Told {
        match field {
            UpdateField::Impact | UpdateField::CustomerImpact => (self.impact(), "from triage".to_owned()),
            UpdateField::IncidentCommander => (self.incident.roles.get(&Role::IncidentCommander).cloned(), "from the team".to_owned()),
            UpdateField::CurrentState => self.current_state(),
            UpdateField::ActionsTaken => self.actions_taken(),
            UpdateField::NextSteps => self.next_steps(),
            UpdateField::RootCause => self.root_cause(),
            UpdateField::Resolution => self.resolution(),
            UpdateField::ServiceName => self.service_name(),
            UpdateField::UserImpact => self.told_customers(),
            UpdateField::CustomerStatus => (Some(customer_status(self.incident.status).to_owned()), "from the status".to_owned()),
        }
    }

    /// As customers know it, where the team's file says so.
    fn service_name(&self) -> Told {
        let name = self.incident.services.first();
        match name.and_then(|name| self.team.services.customer_name(name)) {
            Some(known) => (Some(known.to_owned()), "from services.toml".to_owned()),
            None => (name.cloned(), "from the incident".to_owned()),
        }
    }

    /// `EU users: card payments fail (error rate trending up)`, as far as it is known.
    fn impact(&self) -> Option<String> {
        let who = self.answer(ImpactQuestion::Who);
        let what = self.answer(ImpactQuestion::What);
        // How it moved during triage says nothing once it is over.
        let worse = self.answer(ImpactQuestion::Worse).filter(|_| self.incident.is_active());
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

    fn told_customers(&self) -> Told {
        match self.said_last(UpdateField::UserImpact) {
            Some(last) => (Some(last), FROM_THE_LAST_UPDATE.to_owned()),
            None => (self.user_impact(), "from triage".to_owned()),
        }
    }

    fn current_state(&self) -> Told {
        if self.recent.newest.is_some() {
            return (self.recent.newest.clone(), "the newest entry".to_owned());
        }
        match self.said_last(UpdateField::CurrentState) {
            Some(last) => (Some(last), FROM_THE_LAST_UPDATE.to_owned()),
            None => (self.impact(), "from triage".to_owned()),
        }
    }

    /// What was written and what was done against it since the last update to this audience, in the order in which it happened.
    fn actions_taken(&self) -> Told {
        let lines = self.acts_since(self.last().map(|update| update.id));
        let last = self.last().map(|update| update.at);
        let since = last.map_or_else(|| "from the timeline".to_owned(), |at| format!("from the timeline since {}", at.format("%H:%M")));
        let text = match (lines.is_empty(), last) {
            (false, _) => lines.join("\n"),
            (true, Some(at)) => format!("None since the update of {} UTC", at.format("%H:%M")),
            (true, None) => UpdateField::ActionsTaken.unknown().to_owned(),
        };
        (Some(text), since)
    }

    /// The newest things that were done since, each in a line, and how many came before them.
    fn acts_since(&self, last: Option<EventId>) -> Vec<String> {
        let mitigations = self.incident.mitigations.iter();
        let mitigations = mitigations.filter(|mitigation| last.is_none_or(|last| mitigation.moved_by > last)).filter_map(done);
        let mut acts: Vec<(DateTime<Utc>, String)> = mitigations.collect();
        let all = self.recent.untold + acts.len();
        acts.extend(self.recent.acts.iter().map(|act| (act.at, act.text.clone())));
        acts.sort_by_key(|(at, _)| *at);
        let shown = acts.split_off(acts.len().saturating_sub(Recent::ACTS_AT_MOST));
        let earlier = all.saturating_sub(shown.len());
        let head = (earlier > 0).then(|| format!("{earlier} earlier, on the timeline"));
        head.into_iter().chain(shown.into_iter().map(|(at, text)| format!("{} {text}", at.format("%H:%M")))).collect()
    }

    /// What is being tried and what is still to be tested; then what was said last, as long as the status is the same.
    fn next_steps(&self) -> Told {
        let running = self.incident.mitigations.iter().filter_map(|mitigation| match mitigation.state {
            MitigationState::Started => Some(format!("See whether this helps: {}", in_one_line(&mitigation.action))),
            MitigationState::Proposed => Some(format!("Decide on: {}", in_one_line(&mitigation.action))),
            MitigationState::Done | MitigationState::RolledBack | MitigationState::Withdrawn => None,
        });
        let open = self.incident.hypotheses.iter().filter_map(|hypothesis| match hypothesis.state {
            HypothesisState::Testing => Some(format!("Testing whether {}", in_one_line(&hypothesis.statement))),
            HypothesisState::Open => Some(format!("Test whether {}", in_one_line(&hypothesis.statement))),
            HypothesisState::RuledOut | HypothesisState::Confirmed => None,
        });
        let steps: Vec<String> = running.chain(open).collect();
        if !steps.is_empty() {
            return (Some(steps.join("\n")), "from mitigations and hypotheses".to_owned());
        }
        if let Some(last) = self.last()
            && let Some(steps) = last.message.fields.get(&UpdateField::NextSteps)
            && self.incident.status_entered.get(&self.incident.status).is_none_or(|entered| *entered <= last.at)
        {
            return (Some(steps.clone()), FROM_THE_LAST_UPDATE.to_owned());
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

    fn root_cause(&self) -> Told {
        let confirmed = self.incident.hypotheses.iter().rev().find(|hypothesis| hypothesis.state == HypothesisState::Confirmed);
        match confirmed {
            Some(hypothesis) => (Some(hypothesis.statement.clone()), "the confirmed hypothesis".to_owned()),
            None => (self.reason(&[Status::Identified]), "from the status Identified".to_owned()),
        }
    }

    fn resolution(&self) -> Told {
        let done = self.incident.mitigations.iter().rev().find(|mitigation| mitigation.state == MitigationState::Done);
        match done {
            Some(mitigation) => (Some(mitigation.action.clone()), "the last mitigation".to_owned()),
            None => (self.reason(&[Status::Monitoring, Status::Mitigating]), "from the mitigation".to_owned()),
        }
    }

    fn reason(&self, statuses: &[Status]) -> Option<String> {
        statuses.iter().find_map(|status| self.incident.status_reasons.get(status).cloned())
    }

    fn answer(&self, question: ImpactQuestion) -> Option<String> {
        self.incident.impact.get(&question).cloned()
    }

    fn said_last(&self, field: UpdateField) -> Option<String> {
        self.sent().find_map(|sent| sent.message.fields.get(&field).cloned())
    }
}

/// The facts that a field tells: once one of them moved, what was said before is older than what happened.
fn facts_told_by(field: UpdateField) -> &'static [FactKind] {
    match field {
        UpdateField::Impact | UpdateField::CustomerImpact | UpdateField::UserImpact => &[FactKind::Triage, FactKind::Status],
        UpdateField::IncidentCommander => &[FactKind::Role],
        UpdateField::CurrentState => &[FactKind::Status, FactKind::Triage, FactKind::Mitigation, FactKind::Hypothesis],
        UpdateField::NextSteps => &[FactKind::Status, FactKind::Mitigation, FactKind::Hypothesis],
        UpdateField::RootCause => &[FactKind::Status, FactKind::Hypothesis],
        UpdateField::Resolution => &[FactKind::Status, FactKind::Mitigation],
        UpdateField::CustomerStatus => &[FactKind::Status],
        UpdateField::ActionsTaken | UpdateField::ServiceName => &[],
    }
}

/// What a mitigation did, as a line; one that was only proposed did nothing.
fn done(mitigation: &Mitigation) -> Option<(DateTime<Utc>, String)> {
    let verb = match mitigation.state {
        MitigationState::Proposed | MitigationState::Withdrawn => return None,
        MitigationState::Started => "Started",
        MitigationState::Done => "Done",
        MitigationState::RolledBack => "Rolled back",
    };
    let effect = mitigation.effect.as_ref().map(|effect| format!(" ({})", in_one_line(effect))).unwrap_or_default();
    Some((mitigation.changed_at, format!("{verb}: {}{effect}", in_one_line(&mitigation.action))))
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
