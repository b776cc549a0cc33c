//! What the screens show, drawn from the facts: one file a screen or a part of one, its shape first, then how it is filled.
//!
//! Start with `incident_screen`, which is made of the parts beside it. Always true: everything is computed from the facts at the moment
//! it is asked for; a shape holds words and values to draw, and the page keeps no time and decides nothing.
//! Not here: acts (`acts`), and messages (`messages`).

mod action_board;
mod action_items;
mod alert_preview;
mod before_onset;
mod changes;
mod clocks;
mod dashboards;
mod deploy_questions;
mod escalation;
mod figures;
mod findings;
mod guidance;
mod history;
mod hypotheses;
mod incident_screen;
mod investigation;
mod investigation_steps;
mod log_queries;
mod mitigations;
mod notify;
mod overview;
mod policy;
mod recent_changes;
mod repository_rows;
mod review;
mod roles;
mod runbook_links;
mod runbook_list;
mod runbook_pane;
mod runbook_run;
mod search;
mod search_input;
mod service_help;
mod severity_chooser;
mod similar;
mod status_steps;
mod team;
mod touched_services;
mod triage;
mod verification;
mod withdrawal;

pub use action_board::{ActionBoard, BoardFilter, BoardGroup, BoardRow, BoardTerm};
pub use action_items::ActionItemView;
pub use alert_preview::{AlertIncident, AlertLabel, AlertPreview, AlertProposal, AlertRow};
pub use changes::ChangeView;
pub use clocks::{Clocks, IncidentClock};
pub use dashboards::DashboardsView;
pub use deploy_questions::DeployQuestionView;
pub use escalation::EscalationView;
pub use figures::{FiguresInput, FiguresView};
pub use findings::FindingView;
pub use guidance::{FilledCommands, MitigationChoice};
pub use history::{HistoryFilters, IncidentGlance};
pub use hypotheses::{EvidenceView, HypothesisView};
pub use incident_screen::IncidentScreen;
pub use investigation::InvestigationScreen;
pub use investigation_steps::{LookFor, StepView};
pub use log_queries::LogQueriesView;
pub use mitigations::{MitigateScreen, MitigationView};
pub use notify::{NotifiedView, NotifyTick};
pub use overview::{Overview, OwedReview, RecentIncident};
pub use policy::{PolicyValueView, PolicyView};
pub use recent_changes::RecentChanges;
pub use repository_rows::{ChangesProblem, RecentChangeRow, RepositoryRows};
pub use review::{
    BesideView, CourseView, ReviewIdea, ReviewLine, ReviewPart, ReviewPrinciple, ReviewScreen, ReviewStatus, ReviewVersion, ReviewView,
    ReviewWhy, WhyLink,
};
pub use roles::RoleView;
pub use runbook_links::{RunbookLink, RunbookText};
pub use runbook_list::{CheckedFile, RunbookFolder, RunbookList, RunbookPage, RunbookRow};
pub use runbook_pane::{RunLine, RunbookPane, SuggestedRunbook};
pub use runbook_run::{AskedPlace, PrerequisiteView, RunCommand, RunPart, RunStepView, RunView, RunWay};
pub use search::{IncidentHits, SearchHit, SearchResults};
pub use search_input::{SearchInput, SearchState, UnknownSearchState};
pub use service_help::{ContactView, RunbookView, ServiceHelp};
pub use severity_chooser::SeverityMeaning;
pub use similar::{SimilarIncident, SimilarReason, SimilarRunbook, UndoneAction};
pub use status_steps::StatusStep;
pub use team::{RoleHeldView, TeamScreen};
pub use triage::{DetectionChoice, ImpactQuestionView, SuggestionView, Triage};
pub use verification::{CheckEvidenceView, CheckView, RecoveryView, Verification};
pub use withdrawal::{MergedInto, WithdrawalView, owed_elsewhere_line, owed_line};
