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
pub use sitrep_workstation::Settings;
pub use sitrep_workstation::acts::{
    ActionInput, ChangeInput, ConfirmedLine, DeclareInput, DeclarePreview, EvidenceInput, FindingInput, HypothesisInput, MitigationInput,
    QuickDone, QuickPreview, QuickTarget, Recorded, RecordedTranscript, TranscriptPreview,
};
pub use sitrep_workstation::editing::{TeamFileInput, TeamFileLook, TeamFileRow, TeamFileSave, TeamFileText};
pub use sitrep_workstation::messages::{ComposeInput, ComposedUpdate, CopiedUpdate, SavedReview, UpdateLedgerRow};
pub use sitrep_workstation::screens::{
    Clocks, DashboardsView, FilledCommands, IncidentScreen, InvestigationScreen, LogQueriesView, MitigateScreen, MitigationChoice,
    Overview, PolicyView, RecentChanges, SuggestionView, TeamScreen,
};

pub use crate::keys::HotkeyState;
pub use crate::page::{Notice, OpenRequest};
