//! The team's own files, and Sitrep's under them: policy, services, catalogue, log platforms, and the guard's rules as written.
//!
//! Start with [`Policy`] and [`Services`]. Always true: a file is taken whole or refused with its line, its key and the reason
//! ([`TeamFileError`]). Not here: what follows from a policy for an incident (`procedure`), and the search by the guard's rules
//! (`guard`).

pub mod backstage;

mod catalogue;
mod commands;
mod guard_rules;
mod links;
mod log_platform;
mod own_words;
mod placeholders;
mod policy;
mod query_escape;
mod review_sections;
mod review_words;
mod rule_refusal;
mod service;
mod team_files;
mod toml_lines;
mod toml_overlay;

pub use backstage::{BackstageError, Imported};
pub use catalogue::{
    Catalogue, Clue, DashboardSign, DeployQuestion, Expression, HypothesisStarter, KnownClues, LogSign, MitigationAction, MitigationStep,
    Proposal, SecurityMeaning, SecuritySign, ServiceCommand, SeveritySign, SignWords, WordForm,
};
pub use guard_rules::ReviewReading;
pub(crate) use guard_rules::{Condition, LooksFor, ReadBy, RuleText, WrittenRules};
pub use links::{is_link, is_page};
pub use log_platform::LogPlatform;
pub(crate) use placeholders::is_typed;
pub use policy::{
    BusinessHours, Duties, EffectivePolicy, Lead, Minutes, Origin, Policy, PolicyValue, ReminderRule, ResponseTime, SeverityPolicy,
    UnreadableLead,
};
pub(crate) use query_escape::Escape;
pub use review_sections::{ReviewSection, ReviewSections};
pub(crate) use review_words::{OfferText, ThanksText};
pub(crate) use rule_refusal::{Refusal, no_pattern};
pub use service::{ChangeHistory, Contact, Dashboard, Logs, Repository, Service, Services};
pub use team_files::Team;
pub use toml_lines::TeamFileError;
pub(crate) use toml_lines::line_at;
