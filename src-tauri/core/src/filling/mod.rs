//! What the team's files say, filled with what is known of an incident: links, commands, queries.
//!
//! Start with [`Values`]. Always true: a value never breaks out of its place. It is encoded in a link, whose host is written out;
//! quoted in a command, whose places stand outside of quotes; escaped in a query by its platform's own rule. Commands are for
//! copying, never run. Not here: which links and commands are taken from a team's file (`team`).

pub mod dashboards;
pub mod log_query;

mod mitigation_steps;
mod query_value;
mod runbook_places;
mod shell_word;
mod values;

pub use dashboards::DashboardLink;
pub use log_query::LogQuery;
pub use mitigation_steps::FilledStep;
pub use runbook_places::known_value;
pub use values::Values;
