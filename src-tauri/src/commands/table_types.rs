//! The types that the table names, for the two files that include it.

pub use sitrep_core::documents::Tracker;
pub use sitrep_core::figures::FiguresTable;
pub use sitrep_core::incident::IncidentSummary;
pub use sitrep_core::procedure::LoweringChoice;
pub use sitrep_core::team::HypothesisStarter;
pub use sitrep_core::vocabulary::Audience;
pub use sitrep_core::vocabulary::ChecklistLine;
pub use sitrep_core::vocabulary::Detection;
pub use sitrep_core::vocabulary::EventId;
pub use sitrep_core::vocabulary::HypothesisState;
pub use sitrep_core::vocabulary::ImpactQuestion;
pub use sitrep_core::vocabulary::InvestigationStep;
pub use sitrep_core::vocabulary::Lowering;
pub use sitrep_core::vocabulary::MitigationState;
pub use sitrep_core::vocabulary::MomentMarker;
pub use sitrep_core::vocabulary::Picture;
pub use sitrep_core::vocabulary::PictureId;
pub use sitrep_core::vocabulary::Role;
pub use sitrep_core::vocabulary::RunEnd;
pub use sitrep_core::vocabulary::RunStepState;
pub use sitrep_core::vocabulary::Severity;
pub use sitrep_core::vocabulary::Status;
pub use sitrep_core::vocabulary::StepState;
pub use sitrep_core::vocabulary::UpdateFormat;
pub use sitrep_core::vocabulary::VerificationCheck;
pub use sitrep_workstation::acts::{
    ActionEdit, ActionInput, AlertInput, AlertSourceInput, AlertSourceView, AttachedTextRead, BackfillInput, BackfillPreview, Backfilled,
    ChangeInput, ChannelInput, CheckEvidenceInput, ConfirmedLine, DeclareInput, DeclarePreview, DeployAnswerInput, EvidenceInput,
    FindingInput, HypothesisInput, Merged, MitigationInput, PartInput, QuickAim, QuickDone, QuickPreview, QuickTarget, Recorded,
    RecordedTranscript, Split, TicketInput, TranscriptPreview, WhyInput, WhyStep,
};
pub use sitrep_workstation::editing::{TeamFileInput, TeamFileLook, TeamFileRow, TeamFileSave, TeamFileText};
pub use sitrep_workstation::export::{ExportFormat, RedactedInput, RedactionPreview, SavedExport};
pub use sitrep_workstation::messages::{
    BlamelessAdvice, ComposeInput, ComposedUpdate, CopiedUpdate, RedactionDone, SavedReview, UpdateLedgerRow,
};
pub use sitrep_workstation::screens::{
    ActionBoard, AlertPreview, BoardFilter, Clocks, DashboardsView, FiguresInput, FiguresView, FilledCommands, HistoryFilters,
    IncidentGlance, IncidentScreen, InvestigationScreen, LogQueriesView, MitigateScreen, MitigationChoice, Overview, PolicyView,
    RecentChanges, ReviewScreen, ReviewVersion, RunbookLink, RunbookList, RunbookPage, RunbookPane, RunbookText, SearchHit, SearchInput,
    SearchResults, SimilarIncident, SuggestionView, TeamScreen,
};
pub use sitrep_workstation::{RunbookReading, Settings, SettingsChange, TimelineNews, TimelinePicture, TimelineSlice};

pub use crate::keys::HotkeyState;
#[cfg(test)]
pub use crate::page::Changed;
pub use crate::page::{Notice, OpenRequest, QuickOpening};
