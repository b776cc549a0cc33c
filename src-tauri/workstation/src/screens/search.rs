//! The history: incidents, and what was written in them, found by words.

use chrono::{DateTime, Datelike, Utc};
use serde::Serialize;
use sitrep_core::documents::{SearchedLine, TimelineKind};
use sitrep_core::text::search::SearchQuery;
use sitrep_core::text::thousands;
use sitrep_core::vocabulary::{EventId, IncidentId, Severity, Status};
use sitrep_store::{FoundIncident, IncidentState, SearchAnswer, SearchRequest};
use ts_rs::TS;

use super::search_input::{SearchInput, SearchState};
use crate::data::{SearchCoverage, Workstation};
use crate::refusals::Error;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SearchResults {
    /// The incidents that are shown.
    pub incidents: Vec<IncidentHits>,
    /// How many hits there are in all incidents.
    pub hits_total: u32,
    /// How many incidents there are.
    pub incidents_total: u32,
    /// Whether those are all: hits of a word that stands everywhere are not counted to their end.
    pub is_all: bool,
    /// `24 hits in 8 incidents`, `More than 5,000 hits`.
    pub in_words: String,
    /// How many hits there are without the filters, where with them there is none.
    pub without_filters: u32,
    /// Whether signs such as `++` were asked for, which are looked for in the newest lines alone.
    pub newest_alone: bool,
    /// How much of what was written was looked through.
    pub coverage: SearchCoverage,
}

/// An incident that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IncidentHits {
    /// Its handle.
    pub handle: String,
    /// What is wrong.
    pub title: String,
    /// How bad.
    pub severity: Severity,
    /// Where it stands.
    pub status: Status,
    /// The same for who looks back.
    pub state: SearchState,
    /// The services it touches.
    pub services: Vec<String>,
    /// The day on which it began, for a list: `23 Nov`, `23 Nov 2025`.
    pub day: String,
    /// When it began (UTC).
    pub started_at: DateTime<Utc>,
    /// When it was resolved (UTC), if it was.
    pub resolved_at: Option<DateTime<Utc>>,
    /// How many hits it has.
    pub hits_total: u32,
    /// The first of them in the order of recording, or the best.
    pub hits: Vec<SearchHit>,
}

/// A line of a timeline that has what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SearchHit {
    /// The event behind it.
    pub id: EventId,
    /// What it is.
    pub kind: TimelineKind,
    /// When it happened (UTC).
    pub occurred_at: DateTime<Utc>,
    /// `14:05`, in UTC.
    pub time: String,
    /// `2026-11-23`.
    pub day: String,
    /// Who recorded it.
    pub author: String,
    /// The words, as on the timeline; of what is longer, the part that has what was asked for.
    pub text: String,
    /// Where in them that stands: from which character (Unicode scalar value), counted from 0, up to which.
    pub hits: Vec<[u32; 2]>,
}

impl Workstation {
    /// Finds incidents and what was written in them. What was recorded a moment ago is found; [`SearchResults::coverage`] says whether something older is missing still.
    ///
    /// # Errors
    /// [`Error::SearchRange`] for a time that does not read, [`Error::Search`] when nothing can be searched.
    pub fn search(&self, input: &SearchInput) -> Result<SearchResults, Error> {
        let mut request = input.request(self.wall_clock())?;
        request.filter.incidents = input.handles.as_deref().map(|handles| self.ids_of(handles)).transpose()?;
        let answer = self.with_search(|index, store| index.search(store, &request))?;
        Ok(results(answer, &request, self.now()))
    }

    /// Those of them that are there.
    fn ids_of(&self, handles: &[String]) -> Result<Vec<IncidentId>, Error> {
        let inner = self.lock();
        let rows = handles.iter().filter_map(|handle| inner.store.with_handle(handle).transpose());
        Ok(rows.map(|row| row.map(|row| row.id)).collect::<Result<_, _>>()?)
    }

    /// Every hit of one incident, in the order of recording.
    ///
    /// # Errors
    /// Why the incident was not found, or [`Error::Search`] when nothing can be searched.
    pub fn search_hits(&self, words: &str, handle: &str) -> Result<Vec<SearchHit>, Error> {
        let (query, row) = (SearchQuery::read(words), self.find(Some(handle))?);
        let lines = self.with_search(|index, store| index.lines_of(store, row.id, &query))?;
        Ok(lines.iter().filter_map(|line| hit(line, &query)).collect())
    }
}

fn results(answer: SearchAnswer, request: &SearchRequest, now: DateTime<Utc>) -> SearchResults {
    let (hits_total, incidents_total) = (small(answer.lines), small(answer.incidents_in_all));
    SearchResults {
        in_words: in_words(hits_total, incidents_total, answer.is_all, &request.query),
        incidents: answer.incidents.into_iter().map(|found| incident_hits(found, &request.query, now)).collect(),
        hits_total,
        incidents_total,
        is_all: answer.is_all,
        without_filters: small(answer.without_filter),
        newest_alone: !request.query.signs.is_empty() && !answer.is_all,
        coverage: answer.coverage.into(),
    }
}

fn in_words(hits: u32, incidents: u32, is_all: bool, query: &SearchQuery) -> String {
    let counted = |count: u32, noun: &str| if count == 1 { format!("1 {noun}") } else { format!("{} {noun}s", thousands(count as usize)) };
    match (query.is_empty(), is_all) {
        (true, _) => counted(incidents, "incident"),
        (false, true) => format!("{} in {}", counted(hits, "hit"), counted(incidents, "incident")),
        (false, false) => format!("More than {}", counted(hits, "hit")),
    }
}

fn incident_hits(found: FoundIncident, query: &SearchQuery, now: DateTime<Utc>) -> IncidentHits {
    let state = IncidentState::of(&found.row).into();
    let summary = found.row.summary;
    IncidentHits {
        handle: summary.handle,
        title: summary.title,
        severity: summary.severity,
        status: summary.status,
        state,
        services: summary.services,
        day: day(summary.started_at, now),
        started_at: summary.started_at,
        resolved_at: summary.resolved_at,
        hits_total: small(found.lines_in_all),
        hits: found.lines.iter().filter_map(|line| hit(line, query)).collect(),
    }
}

/// A line that has it no more, as somebody was quicker, is no hit.
fn hit(line: &SearchedLine, query: &SearchQuery) -> Option<SearchHit> {
    let shown = line.shown(query)?;
    Some(SearchHit {
        id: line.id,
        kind: line.kind,
        occurred_at: line.occurred_at,
        time: line.occurred_at.format("%H:%M").to_string(),
        day: line.occurred_at.format("%Y-%m-%d").to_string(),
        author: line.author.clone(),
        text: shown.text,
        hits: shown.marks.into_iter().map(|mark| [small(mark.start), small(mark.end)]).collect(),
    })
}

/// `23 Nov`; of another year `23 Nov 2025`.
pub(super) fn day(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    at.format(if at.year() == now.year() { "%-d %b" } else { "%-d %b %Y" }).to_string()
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
