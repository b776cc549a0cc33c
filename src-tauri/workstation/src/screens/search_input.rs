//! What is searched for, as a person gave it.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sitrep_core::text::search::SearchQuery;
use sitrep_core::text::{WallClock, at_name, is_blank, parse_range_end, parse_range_start};
use sitrep_core::vocabulary::Severity;
use sitrep_store::{IncidentState, SearchFilter, SearchRequest};
use ts_rs::TS;

use crate::refusals::Error;

/// Incidents that are shown at once, where nothing else is said.
const INCIDENTS: u32 = 20;
/// Nobody looks at more at once.
const INCIDENTS_AT_MOST: u32 = 200;
/// Hits of an incident that are shown before more are asked for.
const HITS_EACH: u32 = 3;
/// Nobody looks at more hits at once.
const HITS_AT_MOST: u32 = 1_000;

/// What is searched for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields)]
pub struct SearchInput {
    /// The words, as typed. Without any the incidents themselves are listed.
    pub words: String,
    /// One of these, by their handles: those behind a figure.
    pub handles: Option<Vec<String>>,
    /// Of one of these severities.
    pub severities: Option<Vec<Severity>>,
    /// That touch one of these services.
    pub services: Option<Vec<String>>,
    /// In one of these states.
    pub states: Option<Vec<SearchState>>,
    /// In which one of these people recorded something or holds a role, as `@name`.
    pub people: Option<Vec<String>>,
    /// That went on then or later, as typed: `2026-11-23`, `2026-11`, `90d`.
    pub from: Option<String>,
    /// That began then or earlier, as typed.
    pub to: Option<String>,
    /// What says it best first, else what is newest.
    pub best_first: Option<bool>,
    /// How many incidents were shown already.
    pub skip: Option<u32>,
    /// How many are to be shown; 20 unless said.
    pub incidents: Option<u32>,
    /// How many hits of each; 3 unless said.
    pub hits_each: Option<u32>,
    /// How many hits in all.
    pub hits: Option<u32>,
}

/// Where an incident stands, for who looks back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SearchState {
    /// It goes on.
    Active,
    /// It is over, whatever became of its review.
    Resolved,
    /// Its review is complete.
    Reviewed,
    /// It was none.
    Withdrawn,
}

impl SearchInput {
    /// What the index is asked, its days in the zone on display.
    pub(super) fn request(&self, clock: WallClock) -> Result<SearchRequest, Error> {
        let limit = |asked: Option<u32>, usual: u32, most: u32| asked.unwrap_or(usual).min(most) as usize;
        Ok(SearchRequest {
            query: SearchQuery::read(&self.words),
            filter: self.filter(clock)?,
            best_first: self.best_first.unwrap_or_default(),
            skip: self.skip.unwrap_or_default() as usize,
            incidents: limit(self.incidents, INCIDENTS, INCIDENTS_AT_MOST),
            lines_each: limit(self.hits_each, HITS_EACH, HITS_AT_MOST),
            lines: limit(self.hits, HITS_AT_MOST, HITS_AT_MOST),
        })
    }

    fn filter(&self, clock: WallClock) -> Result<SearchFilter, Error> {
        let edge = |typed: &Option<String>, read: fn(&str, WallClock) -> Option<DateTime<Utc>>| {
            let typed = typed.as_deref().filter(|typed| !is_blank(typed));
            typed.map(|typed| read(typed, clock).ok_or_else(|| Error::SearchRange(typed.trim().to_owned()))).transpose()
        };
        let named = |names: &Option<Vec<String>>| names.iter().flatten().filter(|name| !is_blank(name)).cloned().collect::<Vec<_>>();
        Ok(SearchFilter {
            incidents: None,
            severities: self.severities.iter().flatten().copied().collect(),
            services: named(&self.services),
            states: self.states.iter().flatten().flat_map(|state| state.of_the_index()).copied().collect(),
            people: named(&self.people).iter().filter_map(|person| at_name(person)).collect(),
            from: edge(&self.from, parse_range_start)?,
            to: edge(&self.to, parse_range_end)?,
        })
    }
}

/// The word is none of the states.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no state")]
pub struct UnknownSearchState(String);

impl FromStr for SearchState {
    type Err = UnknownSearchState;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let word = text.trim().to_lowercase();
        Self::ALL.into_iter().find(|state| state.word() == word).ok_or_else(|| UnknownSearchState(text.trim().to_owned()))
    }
}

impl SearchState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Active, Self::Resolved, Self::Reviewed, Self::Withdrawn];

    /// As it is typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Resolved => "resolved",
            Self::Reviewed => "reviewed",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn of_the_index(self) -> &'static [IncidentState] {
        match self {
            Self::Active => &[IncidentState::Active],
            Self::Resolved => &[IncidentState::Resolved, IncidentState::Reviewed],
            Self::Reviewed => &[IncidentState::Reviewed],
            Self::Withdrawn => &[IncidentState::Withdrawn],
        }
    }
}

impl From<IncidentState> for SearchState {
    fn from(state: IncidentState) -> Self {
        match state {
            IncidentState::Active => Self::Active,
            IncidentState::Resolved => Self::Resolved,
            IncidentState::Reviewed => Self::Reviewed,
            IncidentState::Withdrawn => Self::Withdrawn,
        }
    }
}
