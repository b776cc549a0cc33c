//! The facts of one incident, folded from its events.
//!
//! Start with [`Incident`] (`facts`), then `fold`, which hands each kind of event to the part that it belongs to; a part is one
//! file. Always true: the fold is the same for any order in which the events arrive, so two copies of an incident merge by union.
//! Not here: what a policy asks of these facts (`procedure`).

mod actions;
mod activity;
mod alerts;
mod changes;
mod channel;
mod check_evidence;
mod commands;
mod declared;
mod deploy_answers;
mod entries;
mod escalation_hold;
mod facts;
mod findings;
mod fold;
mod hypotheses;
mod investigation;
mod lasting;
mod milestones;
mod mitigations;
mod moves;
mod quiet;
mod read_from;
mod responders;
mod review;
mod roles;
mod runbook_runs;
mod security_asked;
mod severities;
mod severity_course;
mod summary;
mod ticket;
mod timeboxes;
mod updates;
mod withdrawal;
mod worked;

pub use actions::ActionItem;
pub use alerts::IncidentAlert;
pub use changes::Change;
pub use channel::Channel;
pub use check_evidence::CheckEvidence;
pub use commands::LastCommand;
pub use deploy_answers::DeployAnswered;
pub(crate) use entries::is_live;
pub use entries::{Entry, EntryFacts, LIVE_WITHIN};
pub use escalation_hold::EscalationHold;
pub use facts::Incident;
pub use findings::Finding;
pub use hypotheses::{Evidence, Hypothesis};
pub use investigation::{Investigation, StepProgress, Stretch};
pub use lasting::CountedFrom;
pub use mitigations::{Mitigation, Outcome};
pub use moves::FactKind;
pub use read_from::ReadFrom;
pub use review::{BesideText, Idea, LineMarks, Review, ScheduledReview, Why, WhyBranch, WhyNode, Written};
pub use roles::{Notification, RoleHeld};
pub use runbook_runs::{RunEnded, RunStep, RunStepMoved, RunValue, RunbookRun};
pub use security_asked::{SecurityAsked, SecurityQuestion};
pub use severities::SeverityStretch;
pub use severity_course::{peak_of, raised_through};
pub use summary::{IncidentSummary, RoleHolders};
pub use ticket::Ticket;
pub use timeboxes::Timebox;
pub use updates::SentUpdate;
pub use withdrawal::Withdrawal;
pub use worked::{WorkStretch, Worked};
