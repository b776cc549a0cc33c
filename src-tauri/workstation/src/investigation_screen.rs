//! The panes Investigate, Mitigate and Team, drawn from the facts.

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::incident::{Change, Evidence, Finding, Hypothesis, Incident, Mitigation};
use sitrep_core::procedure::{self, debugging_commander, status_offer};
use sitrep_core::team::Policy;
use sitrep_core::text::{clock_time, rough};
use sitrep_core::vocabulary::{EventId, EvidenceSide, FindingAbout, InvestigationStep, Role};

use crate::error::Error;
use crate::investigate::by_time;
use crate::investigation_views::{
    ChangeView, EvidenceView, FindingView, HypothesisView, InvestigationScreen, LookFor, MitigateScreen, MitigationView, NotifiedView,
    RoleHeldView, StepView, SuggestionView, TeamScreen,
};
use crate::screens::{role_view, verification};
use crate::workstation::Workstation;

impl Workstation {
    /// Everything the Investigate pane shows.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn investigation(&self, handle: &str) -> Result<InvestigationScreen, Error> {
        let (now, incident) = (self.now(), self.facts_of(handle)?);
        let changes = by_time(&incident);
        let nearest = changes.iter().rev().find(|change| change.at <= incident.started_at).map(|change| change.id);
        let restarted = incident.error_after_fix().filter(|_| incident.is_active());
        Ok(InvestigationScreen {
            steps: InvestigationStep::ALL.map(|step| step_view(&incident, step, now)).into(),
            look_for: FindingAbout::ALL.map(look_for).into(),
            findings: incident.findings.iter().map(|finding| finding_view(finding, now)).collect(),
            changes: changes.into_iter().map(|change| change_view(&incident, change, nearest, now)).collect(),
            hypotheses: incident.hypotheses.iter().map(|hypothesis| hypothesis_view(&incident, hypothesis, now)).collect(),
            verification: verification(&incident, &self.policy(), now),
            quiet_restarted: restarted
                .map(|finding| format!("A new error at {} started the quiet time again.", clock_time(finding.at, now))),
            offer: status_offer(&incident),
        })
    }

    /// Everything the Mitigate pane shows of what was done.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn mitigations(&self, handle: &str) -> Result<MitigateScreen, Error> {
        let (now, incident) = (self.now(), self.facts_of(handle)?);
        let uses = incident.mitigations.iter().map(|one| mitigation_view(one, now)).collect();
        Ok(MitigateScreen { uses, offer: status_offer(&incident) })
    }

    /// Everything the Team pane shows.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn team(&self, handle: &str) -> Result<TeamScreen, Error> {
        let (now, policy, incident) = (self.now(), self.policy(), self.facts_of(handle)?);
        let held = incident.role_history.iter().map(|held| RoleHeldView {
            role: held.role,
            label: held.role.label().to_owned(),
            person: held.person.clone(),
            from: clock_time(held.from, now),
            to: held.to.map(|to| clock_time(to, now)),
        });
        Ok(TeamScreen {
            roles: Role::ALL.map(|role| role_view(&incident, &policy, role)).into(),
            history: held.collect(),
            notify: notified(&incident, &policy, now),
            services: self.service_help(handle)?,
            warning: debugging_commander(&incident)
                .map(|found| format!("{} commands and {}. The Incident Commander does not debug.", found.person, found.why)),
        })
    }

    /// The severity that the answers of triage speak for.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn severity_suggestion(&self, handle: &str) -> Result<Option<SuggestionView>, Error> {
        let found = procedure::explain_severity(&*self.facts_of(handle)?, &self.policy());
        Ok(found.map(|found| SuggestionView { severity: found.severity, name: found.name, description: found.description, why: found.why }))
    }
}

fn step_view(incident: &Incident, step: InvestigationStep, now: DateTime<Utc>) -> StepView {
    let progress = incident.investigation.progress(step);
    let begun = !progress.stretches.is_empty();
    StepView {
        step,
        label: step.label().to_owned(),
        state: progress.state,
        state_label: progress.state.label().to_owned(),
        spent: begun.then(|| spent(progress.spent(now))),
        because: progress.because,
    }
}

fn spent(length: TimeDelta) -> String {
    if length < TimeDelta::minutes(1) { "under 1 min".to_owned() } else { rough(length) }
}

fn look_for(about: FindingAbout) -> LookFor {
    LookFor { about, label: about.label().to_owned(), hint: about.look_for().to_owned(), step: about.step() }
}

fn finding_view(finding: &Finding, now: DateTime<Utc>) -> FindingView {
    FindingView {
        id: finding.id,
        about: finding.about,
        label: finding.about.label().to_owned(),
        step: finding.about.step(),
        text: finding.text.clone(),
        onset: finding.onset.map(|onset| clock_time(onset, now)),
        at: clock_time(finding.at, now),
        author: finding.author.clone(),
    }
}

fn change_view(incident: &Incident, change: &Change, nearest: Option<EventId>, now: DateTime<Utc>) -> ChangeView {
    let before = incident.started_at - change.at;
    let (side, length) = if before >= TimeDelta::zero() { ("before", before) } else { ("after", before.abs()) };
    ChangeView {
        id: change.id,
        kind: change.kind,
        label: change.kind.label().to_owned(),
        summary: change.summary.clone(),
        at: clock_time(change.at, now),
        before: format!("{} {side}", spent(length)),
        age_before_onset: before.num_seconds(),
        nearest: nearest == Some(change.id),
        reference: change.reference.clone(),
        repository: change.repository.clone(),
        by: change.by.clone(),
        suspect: change.suspect,
        hypothesis: incident.hypotheses.iter().find(|one| one.change == Some(change.id)).map(|one| one.id),
    }
}

fn hypothesis_view(incident: &Incident, hypothesis: &Hypothesis, now: DateTime<Utc>) -> HypothesisView {
    let side = |side: EvidenceSide| {
        let evidence = hypothesis.evidence.iter().filter(|evidence| evidence.side == side);
        evidence.map(|evidence| evidence_view(evidence, now)).collect()
    };
    let running = incident.timeboxes.iter().rev().find(|timebox| timebox.about == Some(hypothesis.id) && !timebox.closed);
    HypothesisView {
        id: hypothesis.id,
        statement: hypothesis.statement.clone(),
        how_to_test: hypothesis.how_to_test.clone(),
        who: hypothesis.who.clone(),
        by: hypothesis.by.clone(),
        state: hypothesis.state,
        state_label: hypothesis.state.label().to_owned(),
        because: hypothesis.because.clone(),
        evidence_for: side(EvidenceSide::For),
        evidence_against: side(EvidenceSide::Against),
        change: hypothesis.change,
        timebox: running.map(|timebox| format!("until {}", clock_time(timebox.until, now))),
    }
}

fn evidence_view(evidence: &Evidence, now: DateTime<Utc>) -> EvidenceView {
    EvidenceView {
        id: evidence.id,
        text: evidence.text.clone(),
        source: evidence.source,
        by: evidence.by.clone(),
        at: clock_time(evidence.at, now),
    }
}

fn mitigation_view(one: &Mitigation, now: DateTime<Utc>) -> MitigationView {
    MitigationView {
        id: one.id,
        action: one.action.clone(),
        catalogue: one.catalogue.clone(),
        service: one.service.clone(),
        state: one.state,
        state_label: one.state.label().to_owned(),
        effect: one.effect.clone(),
        by: one.by.clone(),
        since: clock_time(one.changed_at, now),
    }
}

fn notified(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Vec<NotifiedView> {
    let tick = |who: &String| {
        let told = incident.notifications.get(who);
        NotifiedView {
            who: who.clone(),
            done: told.is_some(),
            told: told.map(|told| format!("{} by {}", clock_time(told.at, now), told.by)),
        }
    };
    policy.of(incident.severity).notify.iter().map(tick).collect()
}
