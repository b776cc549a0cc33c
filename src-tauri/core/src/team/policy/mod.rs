//! The response policy: Sitrep's own (`policy.toml`), and over it the team's `policy.toml`, value by value.
//!
//! Start with [`Policy::of`], the row of a severity. Always true: a key that does not exist and a value that makes no sense are
//! refused with line, key and reason, so a bad file leaves the last good policy in force.

mod business_hours;
mod duties;
mod effective;
mod minutes;
mod reminder_rules;
mod severity_policy;
mod team_policy;

pub use business_hours::BusinessHours;
pub use duties::Duties;
pub use effective::{EffectivePolicy, Origin, PolicyValue};
pub use minutes::Minutes;
pub use reminder_rules::{Lead, ReminderRule, UnreadableLead};
pub use severity_policy::{ResponseTime, SeverityPolicy};
pub use team_policy::Policy;
