//! The response checklist: twelve lines, ticked by facts where a fact can tick them, by hand otherwise (seed: Incident
//! Response Checklist).

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::impact::ImpactQuestion;
use crate::incident::Incident;
use crate::mitigation::MitigationState;
use crate::policy::Policy;
use crate::status::Status;
use crate::update::UpdateKind;

/// A line of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChecklistLine {
    /// Who, what, when, trending.
    ImpactAssessed,
    /// With its reasoning.
    SeverityDocumented,
    /// Or the bridge.
    ChannelOpened,
    /// All four.
    RolesAssigned,
    /// The initial alert.
    StakeholdersNotified,
    /// As it happens.
    TimelineRecorded,
    /// The steps of the search.
    InvestigationStructured,
    /// With an effect.
    MitigationApplied,
    /// The five checks.
    ResolutionVerified,
    /// The resolution notice.
    AllClearSent,
    /// Within its time.
    ReviewScheduled,
    /// With owners and due dates.
    ActionItemsCreated,
}

impl ChecklistLine {
    /// The lines in the seed's order.
    pub const ALL: [Self; 12] = [
        Self::ImpactAssessed,
        Self::SeverityDocumented,
        Self::ChannelOpened,
        Self::RolesAssigned,
        Self::StakeholdersNotified,
        Self::TimelineRecorded,
        Self::InvestigationStructured,
        Self::MitigationApplied,
        Self::ResolutionVerified,
        Self::AllClearSent,
        Self::ReviewScheduled,
        Self::ActionItemsCreated,
    ];

    /// The line, in the seed's words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::ImpactAssessed => "Impact assessed (who, what, when, trending)",
            Self::SeverityDocumented => "Severity assigned and documented",
            Self::ChannelOpened => "Incident channel or bridge opened",
            Self::RolesAssigned => "Roles assigned (IC, Technical Lead, Comms, Scribe)",
            Self::StakeholdersNotified => "Initial stakeholder notification sent",
            Self::TimelineRecorded => "Timeline being recorded in real time",
            Self::InvestigationStructured => {
                "Investigation following structured methodology (dashboards, deploys, logs, hypothesize, test)"
            }
            Self::MitigationApplied => "Mitigation applied and impact reducing",
            Self::ResolutionVerified => "Resolution verified with monitoring data",
            Self::AllClearSent => "All-clear communication sent",
            Self::ReviewScheduled => "Post-incident review scheduled (within 48 hours for P0/P1)",
            Self::ActionItemsCreated => "Action items created with owners and due dates",
        }
    }

    /// Whether it may be so without any fact that shows it, and a person can say so. The others have an act of their own.
    #[must_use]
    pub fn by_hand(self) -> bool {
        matches!(self, Self::TimelineRecorded | Self::InvestigationStructured | Self::MitigationApplied | Self::ReviewScheduled)
    }

    /// The fact that ticks the line, in words.
    fn fact(self, incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Option<String> {
        let when = |holds: bool, words: &str| holds.then(|| words.to_owned());
        match self {
            Self::ImpactAssessed => when(incident.impact.len() == ImpactQuestion::ALL.len(), "the four questions are answered"),
            Self::SeverityDocumented => when(incident.severity_reasoning.is_some(), "the reasoning is written down"),
            Self::ChannelOpened => when(incident.channel_opened, "the channel is open"),
            Self::RolesAssigned if !policy.of(incident.severity).roles_required => {
                Some(format!("a {} asks for no roles", incident.severity))
            }
            Self::RolesAssigned => when(incident.open_roles().next().is_none(), "all four are filled"),
            Self::StakeholdersNotified => when(incident.has_sent(UpdateKind::Initial), "the initial alert was copied"),
            Self::TimelineRecorded => when(!incident.entries.is_empty(), "there are entries"),
            Self::InvestigationStructured => searched(incident),
            Self::MitigationApplied => mitigated(incident),
            Self::ResolutionVerified => when(incident.is_verified(policy, now), "all five checks hold"),
            Self::AllClearSent => when(incident.has_sent(UpdateKind::Resolution), "the resolution notice was copied"),
            Self::ReviewScheduled => when(!incident.is_active(), "its due time runs from the resolution"),
            Self::ActionItemsCreated if !incident.actions.is_empty() => Some("there are action items".to_owned()),
            Self::ActionItemsCreated => when(incident.review_published_at.is_some(), "the review is complete"),
        }
    }
}

impl fmt::Display for ChecklistLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}

fn searched(incident: &Incident) -> Option<String> {
    if incident.investigation.is_searched() {
        return Some("every step was done, or left out for a reason".to_owned());
    }
    (incident.status >= Status::Identified).then(|| "the cause is identified".to_owned())
}

fn mitigated(incident: &Incident) -> Option<String> {
    let worked = |state, effect: Option<&String>| state == MitigationState::Done && effect.is_some();
    if let Some(one) = incident.mitigations.iter().find(|one| worked(one.state, one.effect.as_ref())) {
        return Some(format!("{} is done, with its effect", one.action));
    }
    (incident.status >= Status::Monitoring).then(|| "it is being monitored".to_owned())
}

/// One line of the response checklist as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChecklistItem {
    /// Which.
    pub line: ChecklistLine,
    /// The line, in the seed's words.
    pub label: String,
    /// Whether it is done.
    pub done: bool,
    /// By which fact, or that it was ticked by hand; empty while it is not done.
    pub by: String,
    /// Whether a person may tick it, or take a tick back.
    pub by_hand: bool,
}

/// The twelve lines, in the seed's order, with what is known of each.
#[must_use]
pub fn checklist(incident: &Incident, policy: &Policy, now: DateTime<Utc>) -> Vec<ChecklistItem> {
    let item = |line: ChecklistLine| {
        let fact = line.fact(incident, policy, now);
        let by_hand = fact.is_none() && line.by_hand();
        let ticked = by_hand && incident.hand_ticks.contains(&line);
        let by = fact.or_else(|| ticked.then(|| "ticked by hand".to_owned()));
        ChecklistItem { line, label: line.label().to_owned(), done: by.is_some(), by: by.unwrap_or_default(), by_hand }
    };
    ChecklistLine::ALL.map(item).into()
}
