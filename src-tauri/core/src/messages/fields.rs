//! The fields of an update, filled from the incident so that nothing is typed twice.

use chrono::{DateTime, Utc};

use super::commander::CommanderSaid;
use super::edits::MessageEdits;
use super::recent::Recent;
use super::replacement::Replacement;
use super::suggestions::{FROM_THE_LAST_UPDATE, Suggestions};
use super::template::Template;
use crate::incident::{FactKind, Incident, SentUpdate};
use crate::team::Team;
use crate::text::is_blank;
use crate::vocabulary::{EventId, Role, UpdateField};

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
    /// What the facts say by now, where the value is older than they are or names another commander than they do.
    pub newer: Option<String>,
    /// When it was last sent (UTC), where it was carried over from that update and facts that it tells have moved since.
    pub outdated_from: Option<DateTime<Utc>>,
    /// Whether it names another commander than the role does, and sending it gives the role to nobody; `newer` is who has it.
    pub beside_role: bool,
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
pub(super) fn fields(
    incident: &Incident,
    recent: &Recent,
    team: &Team,
    template: &Template,
    asked: &MessageEdits,
    now: DateTime<Utc>,
) -> Vec<Field> {
    let facts = Suggestions { incident, recent, team, audience: template.audience, now };
    let writing = Writing { facts: &facts, template, asked };
    template.fields().into_iter().map(|field| writing.beside_role(writing.dated(writing.aged(writing.field(field))))).collect()
}

struct Writing<'a> {
    facts: &'a Suggestions<'a>,
    template: &'a Template,
    asked: &'a MessageEdits,
}

impl Writing<'_> {
    fn field(&self, field: UpdateField) -> Field {
        if let Some(edited) = self.asked.edits.get(&field) {
            return self.told(field, edited, Some("edited".to_owned()));
        }
        if let Some(before) = self.written_before(field) {
            return self.told(field, &before, Some("as you wrote it last".to_owned()));
        }
        match self.facts.fact(field) {
            (Some(fact), source) => self.told(field, &fact, Some(source)),
            (None, _) => self.told(field, "", None),
        }
    }

    fn told(&self, field: UpdateField, words: &str, source: Option<String>) -> Field {
        let value = Replacement::all_in(&self.asked.replaced, words);
        Field { field, value, source, newer: None, outdated_from: None, beside_role: false, stale_since: None }
    }

    /// What a person wrote here in the last update to this audience. What was done since is another story each time.
    fn written_before(&self, field: UpdateField) -> Option<String> {
        if field == UpdateField::ActionsTaken {
            return None;
        }
        let last = self.facts.sent().find(|sent| sent.message.fields.contains_key(&field))?;
        last.message.edited.contains(&field).then(|| last.message.fields.get(&field).cloned()).flatten()
    }

    fn aged(&self, field: Field) -> Field {
        let same: Vec<&SentUpdate> = self
            .facts
            .sent()
            .filter(|sent| sent.message.template() == self.template.name)
            .take_while(|sent| sent.message.fields.get(&field.field).is_some_and(|said| said.trim() == field.value.trim()))
            .collect();
        let stale = field.field.goes_stale() && !field.is_missing() && same.len() >= STALE_AFTER;
        let stale_since = same.last().filter(|_| stale).map(|first| first.at);
        Field { stale_since, ..field }
    }

    /// Marks what still says what the last update said, although facts that it tells have moved since.
    fn dated(&self, field: Field) -> Field {
        let told = self.facts.sent().find(|sent| sent.message.fields.contains_key(&field.field));
        let Some(told) = told.filter(|_| !self.asked.edits.contains_key(&field.field)) else { return field };
        let is_carried = told.message.edited.contains(&field.field) || field.source.as_deref() == Some(FROM_THE_LAST_UPDATE);
        if !(is_carried && self.moved_since(field.field, told.id)) {
            return field;
        }
        let newest = self.facts.newest_fact(field.field).map(|fact| Replacement::all_in(&self.asked.replaced, &fact));
        let newer = newest.filter(|newer| newer.trim() != field.value.trim());
        Field { outdated_from: Some(told.at), newer, ..field }
    }

    /// Marks a commander whom the role contradicts.
    fn beside_role(&self, field: Field) -> Field {
        let says_otherwise = || CommanderSaid::read(self.facts.incident, &field.value) == CommanderSaid::Otherwise;
        if field.field != UpdateField::IncidentCommander || field.outdated_from.is_some() || !says_otherwise() {
            return field;
        }
        let newer = self.facts.incident.roles.get(&Role::IncidentCommander).cloned();
        Field { beside_role: true, newer, ..field }
    }

    /// Whether something was recorded after an update that this field has to tell.
    fn moved_since(&self, field: UpdateField, update: EventId) -> bool {
        let recent = self.facts.recent;
        let tells_entries = field == UpdateField::CurrentState && (recent.untold > 0 || !recent.live.is_empty());
        tells_entries || facts_told_by(field).iter().any(|kind| self.facts.incident.moved_since(*kind, update))
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
