//! The verbs: one file each, with its help, its arguments and what it does.
//!
//! Start with `ack`, the shortest, or `hypothesis`, which has verbs of its own. Always true: a verb finds the incident, calls one
//! use case and answers; it holds no rule, and no verb knows another. Not here: what several verbs share (`command_line`), how an
//! answer is printed (`output`), watching a command (`run`), what the doctor looks at (`doctor`).

pub mod ack;
pub mod action;
mod action_board;
pub mod alert;
pub mod attached;
pub mod backup;
pub mod change;
pub mod changes;
pub mod channel;
pub mod check;
pub mod deadlines;
pub mod debugging;
pub mod declare;
pub mod doctor;
pub mod escalate;
pub mod export;
mod export_bundle;
pub mod figures;
pub mod finding;
pub mod hypothesis;
pub mod impact;
pub mod import;
pub mod list;
pub mod log;
pub mod mitigation;
mod mitigation_catalogue;
pub mod notify;
pub mod practice;
pub mod quick;
pub mod quiet;
pub mod redact;
pub mod reopen;
pub mod resolve;
pub mod restore;
pub mod review;
mod review_mark;
mod review_shown;
mod review_why;
pub mod role;
pub mod run;
pub mod runbook;
mod runbook_check;
mod runbook_run;
pub mod search;
pub mod security;
pub mod services;
pub mod severities;
pub mod severity;
pub mod show;
pub mod similar;
pub mod snooze;
pub mod status;
pub mod step;
mod step_guidance;
pub mod template;
pub mod ticket;
pub mod timeline;
mod transcript;
pub mod undo;
pub mod update;
pub mod updates;
pub mod watch;
pub mod withdraw;
