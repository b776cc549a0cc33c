//! Which runbook an incident is for, and why.

use serde::Serialize;
use ts_rs::TS;

use super::index::{Entry, Index};
use super::names::{said, same_words, segments_shared};
use super::words::words;

/// So many are offered.
const OFFERED_AT_MOST: usize = 8;
/// A name must share so much of its words to be the same matter.
const SHARED_AT_LEAST: f32 = 0.6;

/// What is known of an incident.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// Its alerts, by name.
    pub alerts: Vec<String>,
    /// What its alerts link to.
    pub runbook_urls: Vec<String>,
    /// Its services.
    pub services: Vec<String>,
    /// Its title, and what else is said of it.
    pub words: String,
}

/// Why a runbook is offered. The order is that of strength.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(tag = "reason", rename_all = "snake_case")]
#[ts(rename = "RunbookReason")]
pub enum Reason {
    /// An alert links to it.
    Url {
        /// The link.
        url: String,
    },
    /// It names an alert.
    Alert {
        /// The alert.
        alert: String,
    },
    /// Its title has an alert's words.
    Title {
        /// The alert.
        alert: String,
    },
    /// It is for a service.
    Service {
        /// The service.
        service: String,
    },
    /// It has words of the incident.
    Words {
        /// Those words.
        words: Vec<String>,
    },
}

/// A runbook that is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RunbookSuggestion")]
pub struct Suggestion {
    /// Its place among those that were indexed.
    pub which: usize,
    /// Why, the strongest first. Never none.
    pub reasons: Vec<Reason>,
}

impl Reason {
    fn strength(&self) -> u32 {
        match self {
            Self::Url { .. } => 100,
            Self::Alert { .. } => 90,
            Self::Title { .. } => 50,
            Self::Service { .. } => 30,
            Self::Words { words } => u32::try_from(words.len().min(10)).unwrap_or(10),
        }
    }
}

impl Index {
    /// The runbooks for an incident, the strongest reason first. Words alone count where two of the title's are the same.
    #[must_use]
    pub fn suggest(&self, context: &Context) -> Vec<Suggestion> {
        let incident = said(&context.words);
        let each = self.entries.iter().enumerate();
        let found = each.map(|(which, entry)| Suggestion { which, reasons: reasons(entry, context, &incident) });
        let mut found: Vec<Suggestion> = found.filter(|one| !one.reasons.is_empty()).collect();
        let strength = |one: &Suggestion| one.reasons.iter().map(Reason::strength).fold(0, u32::saturating_add);
        let longest_url = |one: &Suggestion| self.shared(one.which, context);
        found.sort_by_key(|one| std::cmp::Reverse((one.reasons.first().map_or(0, Reason::strength), longest_url(one), strength(one))));
        found.truncate(OFFERED_AT_MOST);
        found
    }

    fn shared(&self, which: usize, context: &Context) -> usize {
        let path = self.entries.get(which).map_or("", |entry| entry.path.as_str());
        context.runbook_urls.iter().map(|url| segments_shared(url, path)).max().unwrap_or(0)
    }
}

fn reasons(entry: &Entry, context: &Context, incident: &[String]) -> Vec<Reason> {
    let front = &entry.runbook.front;
    let title = &entry.runbook.title;
    let same = |one: &str, other: &str| one.eq_ignore_ascii_case(other.trim());
    let url = context.runbook_urls.iter().find(|url| segments_shared(url, &entry.path) > 0).map(|url| Reason::Url { url: url.clone() });
    let alert = context
        .alerts
        .iter()
        .find(|alert| front.alerts.iter().any(|named| same(named, alert)) || same(title, alert))
        .map(|alert| Reason::Alert { alert: alert.clone() });
    let by_title = || {
        context
            .alerts
            .iter()
            .find(|alert| same_words(alert, title) || shares(alert, title))
            .map(|alert| Reason::Title { alert: alert.clone() })
    };
    let service = context
        .services
        .iter()
        .find(|service| front.services.iter().any(|named| same(named, service)))
        .map(|service| Reason::Service { service: service.clone() });
    let of_title = said(title);
    let words: Vec<String> = incident.iter().filter(|word| word.len() > 2 && of_title.contains(word)).cloned().collect();
    let words = (words.len() > 1 || (!words.is_empty() && of_title.len() == 1)).then_some(Reason::Words { words });
    let title = if alert.is_some() { None } else { by_title() };
    [url, alert, title, service, words].into_iter().flatten().collect()
}

/// Whether a title has most words of an alert, and two at least.
fn shares(alert: &str, title: &str) -> bool {
    let alert = said(alert);
    let title = words(title);
    let shared = alert.iter().filter(|word| title.contains(word)).count();
    shared >= 2 && shared as f32 / alert.len() as f32 >= SHARED_AT_LEAST
}
