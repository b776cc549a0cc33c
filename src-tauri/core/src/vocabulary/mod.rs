//! The closed vocabularies of an incident, and its ids: one file a word, with how it reads and how it is read.
//!
//! Start with [`Severity`] and [`Status`]. Always true: each list is closed (`ALL`), and what is stored or typed as none of it is
//! refused with a named error. Not here: anything that holds time, or is true of one incident only.

mod action_outcome;
mod action_priority;
mod attached_text;
mod audience;
mod change_kind;
mod checklist_line;
mod command_outcome;
mod deadline_kind;
mod detection;
mod entry_kind;
mod evidence_side;
mod finding_about;
mod hit_group;
mod hypothesis_state;
mod ids;
mod impact_question;
mod investigation_step;
mod lowering;
mod mitigation_state;
mod picture;
mod role;
mod security_reason;
mod severity;
mod severity_cause;
mod status;
mod step_state;
mod unknown_word;
mod update_field;
mod update_format;
mod update_kind;
mod verification_check;

pub use action_outcome::ActionOutcome;
pub use action_priority::ActionPriority;
pub use attached_text::{AttachedText, AttachedTextId};
pub use audience::Audience;
pub use change_kind::{ChangeKind, UnknownChange};
pub use checklist_line::ChecklistLine;
pub use command_outcome::CommandOutcome;
pub use deadline_kind::DeadlineKind;
pub use detection::{Detection, UnknownDetection};
pub use entry_kind::EntryKind;
pub use evidence_side::{EvidenceSide, UnknownSide};
pub use finding_about::{FindingAbout, UnknownFinding};
pub use hit_group::HitGroup;
pub use hypothesis_state::HypothesisState;
pub use ids::{EventId, IncidentId};
pub use impact_question::ImpactQuestion;
pub use investigation_step::{InvestigationStep, UnknownStep};
pub use lowering::Lowering;
pub use mitigation_state::MitigationState;
pub use picture::{NoPictureId, Picture, PictureId, WITHOUT_WORDS};
pub use role::{Role, UnknownRole};
pub use security_reason::SecurityReason;
pub use severity::{Severity, UnknownSeverity};
pub use severity_cause::SeverityCause;
pub use status::{Status, UnknownStatus};
pub use step_state::StepState;
pub use unknown_word::UnknownUpdateWord;
pub use update_field::UpdateField;
pub use update_format::UpdateFormat;
pub use update_kind::UpdateKind;
pub use verification_check::{UnknownCheck, VerificationCheck};
