//! The acts: everything that a person does to an incident. Each decides on the facts and appends events; it is on disk when it returns.
//!
//! One file an act, with what it takes: declaring (`declare`), logging (`entries`), then in the order of the procedure. Quick entry
//! (`quick_submit`) reads a line and calls the same acts.
//! Not here: what is sent (`messages`), and what a screen shows of it (`screens`).

mod action_items;
mod alert_watch;
mod alerts;
mod attached_texts;
mod backfill;
mod changes;
mod checklist;
mod command_runs;
mod declare;
mod declare_twice;
mod deploy_questions;
mod doubt;
mod entries;
mod escalation;
mod evidence;
mod facts;
mod find_by_words;
mod findings;
mod hypotheses;
mod investigation_steps;
mod merging;
mod mitigations;
mod new_events;
mod people;
mod quick_preview;
mod quick_submit;
mod quick_target;
mod quick_words;
mod review;
mod runbook_files;
mod runbook_runs;
mod security;
mod severity;
mod snooze;
mod status;
mod ticket;
mod timebox;
mod transcript_preview;
mod transcript_record;
mod triage;
mod withdraw;

pub use action_items::{ActionEdit, ActionInput};
pub use alert_watch::{AlertSourceInput, AlertSourceView, Look, WatchedAlerts};
pub use alerts::AlertInput;
pub(crate) use alerts::{known as known_alert, picked as picked_alerts};
pub use attached_texts::{ATTACHED_AT_MOST, AttachedTextRead, LongText};
pub use backfill::{BackfillInput, BackfillPreview, Backfilled, ReadLine};
pub use changes::ChangeInput;
pub use declare::{DeclareInput, DeclarePreview};
pub use deploy_questions::DeployAnswerInput;
pub use doubt::DoubtView;
pub use entries::{ENTRY_AT_MOST, NewEntry, Recorded};
pub use evidence::{CheckEvidenceInput, EvidenceInput};
pub use findings::FindingInput;
pub use hypotheses::HypothesisInput;
pub(crate) use investigation_steps::open_questions;
pub use merging::{Merged, Split};
pub(crate) use mitigations::unknown_mitigation;
pub use mitigations::{MitigationInput, MitigationMove};
pub use people::ChannelInput;
pub use quick_preview::QuickPreview;
pub use quick_submit::QuickDone;
pub use quick_target::{QuickAim, QuickTarget};
pub use review::{PartInput, WhyInput, WhyStep};
pub(crate) use runbook_runs::find_run;
pub use ticket::TicketInput;
pub use transcript_preview::{TranscriptPreview, TranscriptRow};
pub use transcript_record::{ConfirmedLine, RecordedTranscript};

pub(crate) use changes::changes_by_time;
pub(crate) use escalation::is_to_escalate;
pub(crate) use find_by_words::{Named, find_by_number_or_words};
pub(crate) use people::role_change;
