//! The twelve lines of the response checklist (seed: Incident Response Checklist).

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
        matches!(self, Self::TimelineRecorded | Self::InvestigationStructured | Self::MitigationApplied)
    }
}

impl fmt::Display for ChecklistLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label())
    }
}
