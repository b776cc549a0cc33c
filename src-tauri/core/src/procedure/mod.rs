//! What the procedure asks of an incident at a moment: deadlines and their reminders, the checklist, the next step, what to offer.
//!
//! Start with [`deadlines`] and [`next_step`]. Always true: everything is computed from the facts, the policy and `now`, and nothing
//! is counted down; reminders are named by a deadline's key and a stage, so that two processes never both show one. Not here: when
//! anybody looks (`now` is a parameter), and how a message says it (`messages`).

pub mod reminder;

mod checklist;
mod clock_face;
mod deadline;
mod deadlines;
mod debugging_commander;
mod deploy_questions;
mod duties;
mod escalation;
mod first_aid;
mod lowering_choice;
mod next_action;
mod next_step;
mod next_update;
mod punctuality;
mod raising;
mod recurrence_watch;
mod security_rule;
mod severity_suggestion;
mod status_offer;
mod turn;
mod verification;

pub use checklist::{ChecklistItem, checklist};
pub use clock_face::{ClockLevel, DeadlineClock};
pub use deadline::{Deadline, DeadlineState};
pub use deadlines::{deadlines, review_due, review_due_after, review_due_by};
pub use debugging_commander::{DebuggingCommander, debugging_commander};
pub use deploy_questions::{DeployQuestionState, deploy_questions, open_deploy_questions};
pub use escalation::escalates_to;
pub use lowering_choice::{LoweringChoice, lowering_choices};
pub use next_action::{NextAction, NextStep, Pane};
pub use next_step::next_step;
pub use next_update::{next_update, next_update_due};
pub use punctuality::{Punctuality, SentToAudience, Told, punctuality};
pub use recurrence_watch::{nothing_watched_before, watched_until};
pub use reminder::Stage;
pub use security_rule::{becomes_security, no_security, security_events};
pub use severity_suggestion::{Doubt, ExplainedSuggestion, doubt, explain_severity, higher_by_words};
pub use status_offer::{StatusOffer, status_offer};
pub use turn::Turn;
