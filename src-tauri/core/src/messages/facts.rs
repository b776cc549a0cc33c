//! The variables of a template, filled from the incident.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use minijinja::value::{Serde, Value};
use serde::Serialize;

use super::engine::unknown;
use super::fields::Field;
use super::recent::Recent;
use super::template::Template;
use crate::incident::{CountedFrom, Hypothesis, Incident};
use crate::procedure::{Deadline, deadlines, deploy_questions, next_step, next_update_due, review_due_after, watched_until};
use crate::team::Team;
use crate::text::{clock_time, date_and_time, every, rough, within};
use crate::vocabulary::{Audience, EvidenceSide, ImpactQuestion, Role, VerificationCheck};

#[derive(Serialize)]
struct Person<'a> {
    role: &'static str,
    person: &'a str,
}

#[derive(Serialize)]
struct Notify<'a> {
    who: &'a str,
    done: bool,
}

#[derive(Serialize)]
struct Answer<'a> {
    question: &'static str,
    answer: &'a str,
}

#[derive(Serialize)]
struct Known<'a> {
    question: &'a str,
    answer: String,
}

#[derive(Serialize)]
struct Suspect<'a> {
    statement: &'a str,
    state: &'static str,
    because: Option<&'a str>,
    who: Option<&'a str>,
    speaks_for: Vec<&'a str>,
    speaks_against: Vec<&'a str>,
}

#[derive(Serialize)]
struct Act<'a> {
    action: &'a str,
    state: &'static str,
    effect: Option<&'a str>,
}

#[derive(Serialize)]
struct LastUpdate<'a> {
    audience: &'static str,
    label: &'a str,
    at: String,
    ago: String,
}

#[derive(Serialize)]
struct Written<'a> {
    time: String,
    text: Cow<'a, str>,
    author: &'a str,
}

#[derive(Serialize)]
struct Due {
    what: String,
    at: String,
}

#[derive(Serialize)]
struct Check {
    label: &'static str,
    done: bool,
}

/// The variables with their values.
pub(super) struct Facts {
    values: BTreeMap<&'static str, Value>,
}

impl Facts {
    /// What there is to say of an incident, for a template and a person.
    pub(super) fn of(
        incident: &Incident,
        recent: &Recent,
        team: &Team,
        template: &Template,
        fields: &[Field],
        person: Option<&str>,
        now: DateTime<Utc>,
    ) -> Self {
        let teller = Teller { incident, recent, team, now };
        let mut values = teller.plain(template);
        values.extend(teller.lists());
        values.insert("person", person.into());
        for field in fields {
            let value = if field.is_missing() { unknown(field.field.unknown()) } else { field.words().into() };
            values.insert(field.field.word(), value);
        }
        Self { values }
    }

    pub(super) fn context(&self) -> Value {
        Value::from(self.values.clone())
    }

    /// The variables as a person reads them, for the template editor.
    pub(super) fn told(&self) -> Vec<(&'static str, String)> {
        self.values.iter().map(|(name, value)| (*name, if value.is_none() { String::new() } else { value.to_string() })).collect()
    }
}

struct Teller<'a> {
    incident: &'a Incident,
    recent: &'a Recent,
    team: &'a Team,
    now: DateTime<Utc>,
}

impl Teller<'_> {
    fn plain(&self, template: &Template) -> BTreeMap<&'static str, Value> {
        let (incident, now) = (self.incident, self.now);
        let row = self.team.policy.of(incident.severity);
        let end = incident.resolved_at.unwrap_or(now);
        let day_and_time = |at: DateTime<Utc>| at.format("%Y-%m-%d %H:%M UTC").to_string();
        let review_due = review_due_after(incident, &self.team.policy, end).map(day_and_time);
        let watch_until = watched_until(incident, &self.team.policy, end).map(day_and_time);
        let follow_up = match (&incident.review_scheduled, &review_due) {
            (Some(review), _) => format!("Post-incident review scheduled for {}.", day_and_time(review.at)),
            (None, Some(due)) => format!("Post-incident review due by {due}."),
            (None, None) => "No post-incident review is planned for this severity.".to_owned(),
        };
        BTreeMap::from([
            ("severity", incident.severity.label().into()),
            ("severity_name", row.name.as_str().into()),
            ("severity_reason", incident.severity_reasoning.as_deref().into()),
            ("title", incident.title.trim().into()),
            ("handle", incident.handle.as_str().into()),
            ("channel", incident.channel_name().into()),
            ("channel_link", incident.channel.link.as_deref().into()),
            ("ticket", incident.ticket.number.as_deref().into()),
            ("assignee", incident.ticket.assignee.as_deref().into()),
            ("bridge", incident.channel.bridge.as_deref().into()),
            ("status", incident.status.label().into()),
            ("started", date_and_time(incident.started_at).into()),
            ("duration", incident.lasted_in_words(CountedFrom::Start, now).into()),
            ("detected", date_and_time(incident.detected_at()).into()),
            ("duration_from_detection", incident.lasted_in_words(CountedFrom::Detection, now).into()),
            ("now", clock_time(now, now).into()),
            ("cadence", within(row.update_every()).into()),
            ("customer_cadence", every(row.customer_update_every()).into()),
            ("next_update", self.next_update(template).map(|due| clock_time(due, now)).into()),
            ("next_step", next_step(incident, &self.team.policy, now).text.into()),
            ("follow_up", follow_up.into()),
            ("watch_until", watch_until.into()),
            ("review_due", review_due.into()),
            ("security", incident.security.is_some().into()),
            ("resolved", incident.resolved_at.map(|at| clock_time(at, now)).into()),
            ("commander", incident.roles.get(&Role::IncidentCommander).map(String::as_str).into()),
        ])
    }

    /// Sending an update moves the clock, so it names the time after it; anything else names the one that is running.
    fn next_update(&self, template: &Template) -> Option<DateTime<Utc>> {
        match template.update {
            Some(update) => next_update_due(self.incident, &self.team.policy, update, self.now),
            None => deadlines(self.incident, &self.team.policy, self.now)
                .into_iter()
                .find(|due| due.is_open() && due.audience == Some(Audience::Internal))
                .map(|due| due.due_at),
        }
    }

    fn lists(&self) -> BTreeMap<&'static str, Value> {
        let incident = self.incident;
        let people = Role::ALL.into_iter().filter_map(|role| Some(Person { role: role.label(), person: incident.roles.get(&role)? }));
        let duties = incident.duties(&self.team.policy);
        let notify = duties.notify().into_iter().map(|who| Notify { who, done: incident.notified.contains(who) });
        let answers = ImpactQuestion::ALL.into_iter();
        let answers = answers.filter_map(|question| Some(Answer { question: question.prompt(), answer: incident.impact.get(&question)? }));
        let checks =
            VerificationCheck::TICKED.into_iter().map(|check| Check { label: check.label(), done: incident.checks.contains(&check) });
        BTreeMap::from([
            ("services", list(&incident.services)),
            ("links", list(self.links())),
            ("people", list(people)),
            ("open_roles", list(incident.open_roles().map(Role::label))),
            ("notify", list(notify)),
            ("assessment", list(answers)),
            ("recent_changes", list(self.recent_changes())),
            ("hypotheses", list(self.hypotheses())),
            ("mitigations", list(self.mitigations())),
            ("last_updates", list(self.last_updates())),
            ("entries", list(self.entries())),
            ("deadlines", list(self.deadlines())),
            ("checks", list(checks)),
        ])
    }

    /// What opens in a browser, of its services and its channel.
    fn links(&self) -> impl Iterator<Item = &str> {
        let services = self.incident.services.iter().filter_map(|name| self.team.services.find(name));
        let runbooks = services.flat_map(|service| service.runbooks.iter().map(String::as_str));
        let channel = self.incident.channel.link.as_deref();
        runbooks.chain(channel).filter(|link| link.starts_with("https://") || link.starts_with("http://"))
    }

    fn recent_changes(&self) -> Vec<Known<'_>> {
        let states = deploy_questions(self.incident, &self.team.catalogue);
        states.iter().filter_map(|state| Some(Known { question: &state.question.question, answer: state.in_words(self.now)? })).collect()
    }

    fn hypotheses(&self) -> impl Iterator<Item = Suspect<'_>> {
        self.incident.hypotheses.iter().map(|hypothesis| Suspect {
            statement: &hypothesis.statement,
            state: hypothesis.state.label(),
            because: hypothesis.because.as_deref(),
            who: hypothesis.who.as_deref(),
            speaks_for: evidence(hypothesis, EvidenceSide::For),
            speaks_against: evidence(hypothesis, EvidenceSide::Against),
        })
    }

    fn mitigations(&self) -> impl Iterator<Item = Act<'_>> {
        self.incident.mitigations.iter().map(|mitigation| Act {
            action: &mitigation.action,
            state: mitigation.state.label(),
            effect: mitigation.effect.as_deref(),
        })
    }

    fn last_updates(&self) -> impl Iterator<Item = LastUpdate<'_>> {
        [Audience::Internal, Audience::Customers].into_iter().filter_map(|audience| {
            let last = self.incident.last_update_to(audience)?;
            let at = clock_time(last.at, self.now);
            let ago = rough((self.now - last.at).max(TimeDelta::zero()));
            Some(LastUpdate { audience: audience.label(), label: last.message.label(), at, ago })
        })
    }

    fn entries(&self) -> impl Iterator<Item = Written<'_>> {
        self.recent.entries.iter().map(|entry| Written {
            time: entry.at.format("%H:%M").to_string(),
            text: entry.kind.marked(&entry.text),
            author: &entry.author,
        })
    }

    fn deadlines(&self) -> impl Iterator<Item = Due> {
        let open = deadlines(self.incident, &self.team.policy, self.now).into_iter().filter(Deadline::is_open);
        open.map(|due| Due { what: due.kind.label().to_owned(), at: clock_time(due.due_at, self.now) })
    }
}

fn evidence(hypothesis: &Hypothesis, side: EvidenceSide) -> Vec<&str> {
    hypothesis.evidence.iter().filter(|one| one.side == side).map(|one| one.text.as_str()).collect()
}

fn list<T: Serialize>(items: impl IntoIterator<Item = T>) -> Value {
    items.into_iter().map(|item| Value::from(Serde(item))).collect()
}
