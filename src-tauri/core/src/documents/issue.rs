//! An action item as the text of an issue, for the trackers that people paste it into.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::incident::{ActionItem, Incident};
use crate::text::tidy_line;

/// Where an issue is filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Tracker {
    /// GitHub, in its Markdown.
    Github,
    /// GitLab, in its Markdown with quick actions.
    Gitlab,
    /// Jira, in its wiki markup.
    Jira,
}

impl Tracker {
    /// All.
    pub const ALL: [Self; 3] = [Self::Github, Self::Gitlab, Self::Jira];

    /// The name on screen.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Github => "GitHub",
            Self::Gitlab => "GitLab",
            Self::Jira => "Jira",
        }
    }
}

impl FromStr for Tracker {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|tracker| tracker.label().eq_ignore_ascii_case(text.trim()));
        found.ok_or_else(|| "trackers are github, gitlab and jira".to_owned())
    }
}

/// The text of the issue: its title in the first line, then where it comes from, which whys it answers, and what is promised.
/// What a person typed formats nothing and pings nobody there.
#[must_use]
pub fn issue(incident: &Incident, item: &ActionItem, tracker: Tracker) -> String {
    let escaped = |text: &str| escape(&tidy_line(text), tracker);
    let day = incident.started_at.format("%Y-%m-%d");
    let after = format!("After {} '{}' of {day} ({}).", incident.peak_severity(), escaped(&incident.title), escaped(&incident.handle));
    let answers = incident.review.whys_linked_to(item.id).map(|branch| format!("Answers: {}", escaped(&branch.why.answer)));
    let kind = item.kind.map(|kind| format!("Kind: {}", kind.label().to_lowercase()));
    let owner = item.owner.as_ref().map(|owner| format!("Owner: {}", escaped(owner)));
    let due = item.due.map(|due| format!("Due: {due}"));
    let quick = item.due.filter(|_| tracker == Tracker::Gitlab).map(|due| format!("\n/due {due}"));
    let told = [Some(format!("Priority: {}", item.priority.label().to_lowercase())), kind, owner, due];
    let body: Vec<String> = [after].into_iter().chain(answers).chain(told.into_iter().flatten()).chain(quick).collect();
    format!("{}\n\n{}\n", escaped(&item.text), body.join("\n"))
}

/// Jira's markup is another than Markdown's.
fn escape(text: &str, tracker: Tracker) -> String {
    match tracker {
        Tracker::Github | Tracker::Gitlab => crate::messages::escape_literally(text, true),
        Tracker::Jira => {
            let mark = |c: char| matches!(c, '*' | '_' | '{' | '}' | '[' | ']' | '|' | '!' | '^' | '~' | '+' | '-' | '#' | '@' | '\\');
            text.chars().flat_map(|c| mark(c).then_some('\\').into_iter().chain([c])).collect()
        }
    }
}
