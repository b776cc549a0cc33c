//! The types that the table names, for the two files that include it.

pub use sitrep_core::catalogue::{DeployQuestion, HypothesisStarter};
pub use sitrep_core::checklist::ChecklistLine;
pub use sitrep_core::event::EventId;
pub use sitrep_core::hypothesis::HypothesisState;
pub use sitrep_core::impact::ImpactQuestion;
pub use sitrep_core::incident::IncidentSummary;
pub use sitrep_core::investigation::{InvestigationStep, StepState};
pub use sitrep_core::mitigation::MitigationState;
pub use sitrep_core::picture::{Picture, PictureId};
pub use sitrep_core::role::Role;
pub use sitrep_core::severity::Severity;
pub use sitrep_core::status::Status;
pub use sitrep_core::update::UpdateFormat;
pub use sitrep_core::verification::VerificationCheck;
pub use sitrep_workstation::RecentChanges;
pub use sitrep_workstation::guidance::{DashboardsView, FilledCommands, LogQueriesView, MitigationChoice};
pub use sitrep_workstation::investigation_views::{
    ChangeInput, EvidenceInput, FindingInput, HypothesisInput, InvestigationScreen, MitigateScreen, MitigationInput, SuggestionView,
    TeamScreen,
};
pub use sitrep_workstation::team_file_views::{TeamFileInput, TeamFileLook, TeamFileRow, TeamFileSave, TeamFileText};
pub use sitrep_workstation::views::{
    ActionInput, Clocks, ComposeInput, ComposedUpdate, ConfirmedLine, CopiedUpdate, DeclareInput, DeclarePreview, IncidentScreen, Overview,
    PolicyView, QuickDone, QuickPreview, QuickTarget, Recorded, RecordedTranscript, SavedReview, Settings, TranscriptPreview,
    UpdateLedgerRow,
};

pub use crate::keys::HotkeyState;
pub use crate::page::{Notice, OpenRequest};
