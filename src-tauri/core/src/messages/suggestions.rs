//! What the facts suggest for each field of an update.

use chrono::{DateTime, Utc};

use super::in_short::in_short;
use super::one_line::in_one_line;
use super::recent::{Act, Recent};
use crate::incident::{FactKind, Incident, Mitigation, Outcome, SentUpdate};
use crate::team::Team;
use crate::text::{clock_time, tells_the_same_deed};
use crate::vocabulary::{Audience, EventId, HypothesisState, ImpactQuestion, MitigationState, Role, Status, UpdateField};

/// Where a value comes from that only the last update said.
pub(super) const FROM_THE_LAST_UPDATE: &str = "from the last update";

/// What is known, for updates to one audience.
pub(super) struct Suggestions<'a> {
    pub(super) incident: &'a Incident,
    pub(super) recent: &'a Recent,
    pub(super) team: &'a Team,
    pub(super) audience: Audience,
    pub(super) now: DateTime<Utc>,
}

/// What a field may say, and where that comes from.
type Suggestion = (Option<String>, String);

impl Suggestions<'_> {
    /// The updates that the audience got, the newest first.
    pub(super) fn sent(&self) -> impl Iterator<Item = &SentUpdate> {
        self.incident.sent_updates().filter(|sent| sent.message.update.is_some() && sent.message.audience() == self.audience)
    }

    pub(super) fn last(&self) -> Option<&SentUpdate> {
        self.incident.last_update_to(self.audience)
    }

    /// The newest that is known, what the last update said included.
    pub(super) fn fact(&self, field: UpdateField) -> Suggestion {
        match field {
            UpdateField::Impact | UpdateField::CustomerImpact => (self.impact(), "from triage".to_owned()),
            UpdateField::IncidentCommander => self.commander(),
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

    /// The newest that the facts alone say, whatever the last update said.
    pub(super) fn newest_fact(&self, field: UpdateField) -> Option<String> {
        match field {
            UpdateField::CurrentState => self.newest_state().map(|(words, _)| words).or_else(|| self.impact()),
            UpdateField::UserImpact => self.user_impact(),
            UpdateField::NextSteps => Some(self.planned_steps().unwrap_or_else(|| step_of(self.incident.status).to_owned())),
            UpdateField::Impact
            | UpdateField::IncidentCommander
            | UpdateField::ActionsTaken
            | UpdateField::RootCause
            | UpdateField::Resolution
            | UpdateField::CustomerImpact
            | UpdateField::ServiceName
            | UpdateField::CustomerStatus => self.fact(field).0,
        }
    }

    /// Who commands; a severity that asks for nobody says so.
    fn commander(&self) -> Suggestion {
        match self.incident.roles.get(&Role::IncidentCommander) {
            Some(person) => (Some(person.clone()), "from the team".to_owned()),
            None if self.incident.duties(&self.team.policy).roles_required() => (None, "from the team".to_owned()),
            None => (Some(format!("None, a {} asks for none", self.incident.severity)), "from the policy".to_owned()),
        }
    }

    /// As customers know it, where the team's file says so. What the team calls it is asked for anew: only a word that may be
    /// everybody's, of a service that no file names, is taken.
    fn service_name(&self) -> Suggestion {
        let Some(name) = self.incident.services.first() else { return (None, "from the incident".to_owned()) };
        match self.team.services.find(name).map(|service| &service.customer_name) {
            Some(Some(known)) => (Some(known.clone()), "from services.toml".to_owned()),
            Some(None) => (None, format!("services.toml has no customer_name for {name}")),
            None => (Some(name.clone()).filter(|name| name.chars().all(char::is_alphabetic)), "from the incident".to_owned()),
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

    fn told_customers(&self) -> Suggestion {
        match self.said_last(UpdateField::UserImpact) {
            Some(last) => (Some(last), FROM_THE_LAST_UPDATE.to_owned()),
            None => (self.user_impact(), "from triage".to_owned()),
        }
    }

    fn current_state(&self) -> Suggestion {
        if let Some((words, source)) = self.newest_state() {
            return (Some(words), source.to_owned());
        }
        match self.said_last(UpdateField::CurrentState) {
            Some(last) => (Some(last), FROM_THE_LAST_UPDATE.to_owned()),
            None => (self.impact(), "from triage".to_owned()),
        }
    }

    /// The newest state of the work since the last update, by the order of recording: what was seen, done or decided as it
    /// happened. What was filled in later, and data that was pasted, is history.
    fn newest_state(&self) -> Option<(String, &'static str)> {
        let last = self.last().map(|update| update.id);
        let seen = self.recent.live.iter().filter_map(|entry| Some((entry.id, in_short(&entry.text)?, "the newest entry")));
        let found = self.incident.findings.iter().filter_map(|one| Some((one.id, in_short(&one.text)?, "the newest finding")));
        // What was done stands among the actions; here is what came of it.
        let used = self.incident.mitigations.iter().filter(|one| matches!(one.state, MitigationState::Started | MitigationState::Done));
        let effects = used.filter_map(|one| Some((one.moved_by, one.effect.clone()?, "the newest effect")));
        let all = seen.chain(found).chain(effects).chain(self.state_of_the_status());
        let newest = all.filter(|(id, ..)| last.is_none_or(|last| *id > last)).max_by_key(|(id, ..)| *id)?;
        Some((newest.1, newest.2))
    }

    /// Why the status is what it is, where somebody said so when it was entered last.
    fn state_of_the_status(&self) -> Option<(EventId, String, &'static str)> {
        let entered = self.incident.moves.get(&FactKind::Status)?;
        let reason = self.incident.status_reasons.get(&self.incident.status)?;
        Some((*entered, reason.clone(), "from the status"))
    }

    /// What was done, run and decided since the last update to this audience, each once, in the order in which it happened.
    fn actions_taken(&self) -> Suggestion {
        let lines = self.acts_since(self.last().map(|update| update.id));
        let last = self.last().map(|update| update.at);
        let since = last.map_or_else(|| "from the timeline".to_owned(), |at| format!("from the timeline since {}", self.time(at)));
        let text = match (lines.is_empty(), last) {
            (false, _) => lines.join("\n"),
            (true, Some(at)) => format!("None since the update of {}", clock_time(at, self.now)),
            (true, None) => UpdateField::ActionsTaken.unknown().to_owned(),
        };
        (Some(text), since)
    }

    /// The newest things that were done since, each in a line, and how many came before them.
    fn acts_since(&self, last: Option<EventId>) -> Vec<String> {
        let mitigations = self.incident.mitigations.iter();
        let mitigations = mitigations.filter(|mitigation| last.is_none_or(|last| mitigation.moved_by > last)).filter_map(done);
        let mut acts: Vec<(DateTime<Utc>, String)> = mitigations.collect();
        let told = self.recent.acts.iter().filter(|act| !self.incident.mitigations.iter().any(|one| is_of(act, one)));
        let told: Vec<(DateTime<Utc>, String)> = told.map(|act| (act.at, act.text.clone())).collect();
        let all = self.recent.untold - (self.recent.acts.len() - told.len()) + acts.len();
        acts.extend(told);
        acts.sort_by_key(|(at, _)| *at);
        let shown = acts.split_off(acts.len().saturating_sub(Recent::ACTS_AT_MOST));
        let earlier = all.saturating_sub(shown.len());
        let head = (earlier > 0).then(|| format!("{earlier} earlier, on the timeline"));
        head.into_iter().chain(shown.into_iter().map(|(at, text)| format!("{} {text}", self.time(at)))).collect()
    }

    /// What is being tried and what is still to be tested; then what was said last, as long as the status is the same.
    fn next_steps(&self) -> Suggestion {
        if let Some(steps) = self.planned_steps() {
            return (Some(steps), "from mitigations and hypotheses".to_owned());
        }
        if let Some(last) = self.last()
            && let Some(steps) = last.message.fields.get(&UpdateField::NextSteps)
            && !self.incident.moved_since(FactKind::Status, last.id)
        {
            return (Some(steps.clone()), FROM_THE_LAST_UPDATE.to_owned());
        }
        (Some(step_of(self.incident.status).to_owned()), "from the status".to_owned())
    }

    fn planned_steps(&self) -> Option<String> {
        if !self.incident.is_active() {
            return None;
        }
        let running = self.incident.mitigations.iter().filter_map(|mitigation| match mitigation.state {
            MitigationState::Started => Some(format!("See whether it helps: {}", in_one_line(&mitigation.action))),
            MitigationState::Proposed | MitigationState::Done | MitigationState::RolledBack | MitigationState::Withdrawn => None,
        });
        let open = self.incident.hypotheses.iter().filter_map(|hypothesis| match hypothesis.state {
            HypothesisState::Testing => Some(format!("Testing whether {}", in_one_line(&hypothesis.statement))),
            HypothesisState::Open => Some(format!("Test whether {}", in_one_line(&hypothesis.statement))),
            HypothesisState::RuledOut | HypothesisState::Confirmed => None,
        });
        let first = self.incident.to_mitigate().map(|words| in_one_line(&words));
        let steps: Vec<String> = running.chain(first).chain(open).collect();
        (!steps.is_empty()).then(|| steps.join("\n"))
    }

    fn root_cause(&self) -> Suggestion {
        match self.incident.confirmed_cause() {
            Some(hypothesis) => (Some(hypothesis.statement.clone()), "the confirmed hypothesis".to_owned()),
            None => (self.reason(&[Status::Identified]), "from the status Identified".to_owned()),
        }
    }

    /// What fixed it is what was seen to work, not what was tried last.
    fn resolution(&self) -> Suggestion {
        // What was done before it was reopened did not fix it.
        let tried = self.incident.mitigations.iter().filter(|one| self.incident.reopened_at.is_none_or(|at| one.changed_at > at));
        let newest = |which: &[Outcome]| {
            let those = tried.clone().filter(|one| one.outcome().is_some_and(|outcome| which.contains(&outcome)));
            those.max_by_key(|one| one.moved_by).map(with_effect)
        };
        if let Some(worked) = newest(&[Outcome::Helped]) {
            return (Some(worked), "the mitigation that worked".to_owned());
        }
        match newest(&[Outcome::Unclear, Outcome::Unsaid]) {
            Some(last) => (Some(last), "the last mitigation that is done".to_owned()),
            None => (self.reason(&[Status::Monitoring, Status::Mitigating]), "from the mitigation".to_owned()),
        }
    }

    fn reason(&self, statuses: &[Status]) -> Option<String> {
        statuses.iter().find_map(|status| self.incident.status_reasons.get(status).cloned())
    }

    fn answer(&self, question: ImpactQuestion) -> Option<String> {
        self.incident.impact.get(&question).cloned()
    }

    /// In the lines of a list: `14:05`, and of another day with its date.
    fn time(&self, at: DateTime<Utc>) -> String {
        clock_time(at, self.now).trim_end_matches(" UTC").to_owned()
    }

    fn said_last(&self, field: UpdateField) -> Option<String> {
        self.sent().find_map(|sent| sent.message.fields.get(&field).cloned())
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
    Some((mitigation.changed_at, format!("{verb}: {}", with_effect(mitigation))))
}

/// Whether an entry tells only what a mitigation tells.
fn is_of(act: &Act, mitigation: &Mitigation) -> bool {
    done(mitigation).is_some_and(|(_, words)| tells_the_same_deed(&act.text, &words))
}

/// `Roll back (errors fall)`.
fn with_effect(mitigation: &Mitigation) -> String {
    let effect = mitigation.effect.as_ref().map(|effect| format!(" ({})", in_one_line(effect))).unwrap_or_default();
    format!("{}{effect}", in_one_line(&mitigation.action))
}

fn step_of(status: Status) -> &'static str {
    match status {
        Status::Investigating => "Find the cause",
        Status::Identified => "Apply a mitigation",
        Status::Mitigating => "Confirm that the impact is falling, then monitor",
        Status::Monitoring => "Watch for recurrence before declaring it resolved",
        Status::Resolved => "Post-incident review",
    }
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

#[cfg(test)]
mod tests {
    use super::lower_first;

    #[test]
    fn a_sentence_goes_on_with_a_small_letter_and_a_name_keeps_its_own() {
        for (text, within) in
            [("All users", "all users"), ("A subset", "a subset"), ("EU users", "EU users"), ("Éire", "éire"), ("X", "X"), ("", "")]
        {
            assert_eq!(lower_first(text), within);
        }
    }
}
