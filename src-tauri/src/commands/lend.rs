//! How an argument that arrived from the page is lent to a method of the workstation.

use super::table_types::{
    ActionEdit, ActionInput, AlertInput, BackfillInput, BoardFilter, ChangeInput, ChannelInput, CheckEvidenceInput, ChecklistLine,
    ComposeInput, ConfirmedLine, DeclareInput, DeployAnswerInput, Detection, EventId, EvidenceInput, ExportFormat, FiguresInput,
    FiguresTable, FindingInput, HypothesisInput, HypothesisState, ImpactQuestion, InvestigationStep, Lowering, MitigationInput,
    MitigationState, MomentMarker, PartInput, PictureId, QuickAim, RedactedInput, Role, RunEnd, RunStepState, SearchInput, Severity,
    Status, StepState, TeamFileInput, TeamFileSave, TicketInput, Tracker, VerificationCheck, WhyInput, WhyStep,
};
/// An argument of a command.
pub trait Lend {
    /// As the method takes it.
    type Lent<'a>
    where
        Self: 'a;

    /// Lends it.
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
    ActionEdit,
    ActionInput,
    AlertInput,
    BoardFilter,
    ChangeInput,
    ChannelInput,
    CheckEvidenceInput,
    ComposeInput,
    BackfillInput,
    DeclareInput,
    DeployAnswerInput,
    EvidenceInput,
    FiguresInput,
    FindingInput,
    HypothesisInput,
    MitigationInput,
    PartInput,
    QuickAim,
    RedactedInput,
    SearchInput,
    TeamFileInput,
    TeamFileSave,
    TicketInput,
    WhyInput,
    Vec<ChangeInput>,
    Vec<ConfirmedLine>,
    Vec<EventId>,
    Vec<PictureId>
);
lend_by_value!(
    bool,
    u32,
    Option<EventId>,
    Option<Lowering>,
    Option<MomentMarker>,
    Option<u32>,
    ChecklistLine,
    Detection,
    EventId,
    ExportFormat,
    FiguresTable,
    HypothesisState,
    ImpactQuestion,
    InvestigationStep,
    MitigationState,
    Role,
    RunEnd,
    RunStepState,
    Severity,
    Status,
    StepState,
    Tracker,
    VerificationCheck,
    WhyStep
);
