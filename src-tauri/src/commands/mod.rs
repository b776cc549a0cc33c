//! The commands that the pages may call, made from the one table.

#[cfg(test)]
mod bindings;
#[cfg(test)]
mod capabilities;
mod handlers;

use sitrep_core::catalogue::{DeployQuestion, HypothesisStarter};
use sitrep_core::checklist::ChecklistLine;
use sitrep_core::event::EventId;
use sitrep_core::hypothesis::HypothesisState;
use sitrep_core::impact::ImpactQuestion;
use sitrep_core::incident::IncidentSummary;
use sitrep_core::investigation::{InvestigationStep, StepState};
use sitrep_core::mitigation::MitigationState;
use sitrep_core::picture::{Picture, PictureId};
use sitrep_core::role::Role;
use sitrep_core::severity::Severity;
use sitrep_core::status::Status;
use sitrep_core::update::UpdateFormat;
use sitrep_core::verification::VerificationCheck;
use sitrep_workstation::Settings;
use sitrep_workstation::acts::{
    ActionInput, ChangeInput, ConfirmedLine, DeclareInput, DeclarePreview, EvidenceInput, FindingInput, HypothesisInput, MitigationInput,
    QuickDone, QuickPreview, QuickTarget, Recorded, RecordedTranscript, TranscriptPreview,
};
use sitrep_workstation::editing::{TeamFileInput, TeamFileLook, TeamFileRow, TeamFileSave, TeamFileText};
use sitrep_workstation::messages::{ComposeInput, ComposedUpdate, CopiedUpdate, SavedReview, UpdateLedgerRow};
use sitrep_workstation::screens::{
    Clocks, DashboardsView, FilledCommands, IncidentScreen, InvestigationScreen, LogQueriesView, MitigateScreen, MitigationChoice,
    Overview, PolicyView, RecentChanges, SuggestionView, TeamScreen,
};
use tauri::ipc::Invoke;
use tauri::{AppHandle, Manager, Wry};

use crate::refusal::Refusal;
use crate::rooms::Rooms;
use crate::views::{HotkeyState, IpcError, Notice, OpenRequest};

/// How an argument that arrived from the page is lent to a method.
trait Lend {
    type Lent<'a>
    where
        Self: 'a;

    fn lend(&self) -> Self::Lent<'_>;
}

impl Lend for String {
    type Lent<'a> = &'a str;

    fn lend(&self) -> &str {
        self
    }
}

impl Lend for Option<String> {
    type Lent<'a> = Option<&'a str>;

    fn lend(&self) -> Option<&str> {
        self.as_deref()
    }
}

macro_rules! lend_by_reference {
    ($($type:ty),*) => {$(
        impl Lend for $type {
            type Lent<'a> = &'a Self;

            fn lend(&self) -> &Self {
                self
            }
        }
    )*};
}

macro_rules! lend_by_value {
    ($($type:ty),*) => {$(
        impl Lend for $type {
            type Lent<'a> = Self;

            fn lend(&self) -> Self {
                *self
            }
        }
    )*};
}

lend_by_reference!(
    ActionInput,
    ChangeInput,
    ComposeInput,
    DeclareInput,
    EvidenceInput,
    FindingInput,
    HypothesisInput,
    MitigationInput,
    TeamFileInput,
    TeamFileSave,
    Vec<ChangeInput>,
    Vec<ConfirmedLine>,
    Vec<PictureId>
);
lend_by_value!(
    bool,
    u32,
    Option<u32>,
    ChecklistLine,
    EventId,
    HypothesisState,
    ImpactQuestion,
    InvestigationStep,
    MitigationState,
    Role,
    Severity,
    Status,
    StepState,
    VerificationCheck
);

/// Answers one command: by the desktop's own handler where the table says so, else by the workstation's method of that name.
macro_rules! answer {
    (desktop, $app:ident, $name:ident, $($arg:ident),*) => {
        handlers::$name(&$app, $($arg),*)
    };
    (workstation, $app:ident, $name:ident, $($arg:ident),*) => {
        $app.state::<Rooms>().current().and_then(|room| Ok(room.workstation.$name($($arg.lend()),*)?))
    };
}

/// Every command runs off the main thread, so that none can hold up drawing or keys.
macro_rules! commands {
    ($($(#[$door:ident])? $name:ident($($arg:ident: $type:ty),*) -> $returns:ty;)*) => {
        $(commands!(@one $($door)?, $name($($arg: $type),*) -> $returns);)*

        /// Answers every command of the table.
        pub fn handler() -> impl Fn(Invoke<Wry>) -> bool {
            tauri::generate_handler![$($name),*]
        }
    };
    (@one desktop, $name:ident($($arg:ident: $type:ty),*) -> $returns:ty) => {
        #[tauri::command(async)]
        fn $name(app: AppHandle, $($arg: $type),*) -> Result<$returns, IpcError> {
            let answer: Result<$returns, Refusal> = answer!(desktop, app, $name, $($arg),*);
            answer.map_err(IpcError::from)
        }
    };
    (@one , $name:ident($($arg:ident: $type:ty),*) -> $returns:ty) => {
        #[tauri::command(async)]
        fn $name(app: AppHandle, $($arg: $type),*) -> Result<$returns, IpcError> {
            let answer: Result<$returns, Refusal> = answer!(workstation, app, $name, $($arg),*);
            answer.map_err(IpcError::from)
        }
    };
}
include!("table.rs");
