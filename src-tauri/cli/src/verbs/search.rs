//! `sitrep search`.

use chrono::{DateTime, Utc};
use clap::Args;
use serde::Serialize;
use sitrep_core::documents::TimelineKind;
use sitrep_core::text::one_line;
use sitrep_core::vocabulary::{EventId, Severity};
use sitrep_workstation::screens::{IncidentHits, SearchHit, SearchInput, SearchResults, SearchState};

use crate::command_line::{CommandLine, one_of, read_all_to_search};
use crate::output::{Refusal, counted, joined, note};

/// Hits that are printed unless more are asked for.
const HITS: u32 = 50;

/// Find what was written in all incidents: titles, entries, updates, runs of runbooks
#[derive(Debug, Args)]
pub struct SearchArgs {
    /// Words that a line has, all of them; each also finds those that begin with it
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// In incidents of this severity
    #[arg(long, value_name = "SEVERITY", value_parser = one_of::<Severity>(Severity::ALL.map(Severity::label)))]
    severity: Vec<Severity>,
    /// In incidents that touch this service
    #[arg(long, value_name = "SERVICE")]
    service: Vec<String>,
    /// In incidents that went on then or later: 2026-11-23, 2026-11, 90d
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    from: Option<String>,
    /// In incidents that began then or earlier
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    to: Option<String>,
    /// In incidents that stand so
    #[arg(long, value_name = "STATE", value_parser = one_of::<SearchState>(SearchState::ALL.map(SearchState::word)))]
    state: Vec<SearchState>,
    /// In incidents in which this person recorded something or holds a role
    #[arg(long, value_name = "PERSON")]
    person: Vec<String>,
    /// The best of the newest first, rather than the newest
    #[arg(long)]
    best: bool,
    /// So many hits at most
    #[arg(long, value_name = "N", default_value_t = HITS)]
    limit: u32,
}

pub fn run(cli: &CommandLine, args: &SearchArgs) -> Result<(), Refusal> {
    read_all_to_search(cli);
    let found = cli.workstation.search(&input(args))?;
    if found.coverage.percent < 100 {
        note(&format!("Search covers {} % so far.", found.coverage.percent));
    }
    if found.newest_alone {
        note("Signs alone are looked for in the newest lines only.");
    }
    let hits: Vec<FoundHit> = found.incidents.iter().flat_map(hits_of).collect();
    cli.answer_long(&hits, || in_words(&found, args))
}

fn input(args: &SearchArgs) -> SearchInput {
    let some = |names: &[String]| (!names.is_empty()).then(|| names.to_vec());
    SearchInput {
        words: args.words.join(" "),
        handles: None,
        severities: (!args.severity.is_empty()).then(|| args.severity.clone()),
        services: some(&args.service),
        states: (!args.state.is_empty()).then(|| args.state.clone()),
        people: some(&args.person),
        from: args.from.clone(),
        to: args.to.clone(),
        best_first: Some(args.best),
        skip: None,
        incidents: Some(args.limit),
        hits_each: Some(args.limit),
        hits: Some(args.limit),
    }
}

/// A hit as scripts read it.
#[derive(Serialize)]
struct FoundHit<'a> {
    incident: &'a str,
    title: &'a str,
    severity: Severity,
    kind: TimelineKind,
    id: EventId,
    occurred_at: DateTime<Utc>,
    author: &'a str,
    text: &'a str,
    /// From which character of the text, counted from 0, up to which.
    hits: &'a [[u32; 2]],
}

fn hits_of(found: &IncidentHits) -> impl Iterator<Item = FoundHit<'_>> {
    found.hits.iter().map(|hit| FoundHit {
        incident: &found.handle,
        title: &found.title,
        severity: found.severity,
        kind: hit.kind,
        id: hit.id,
        occurred_at: hit.occurred_at,
        author: &hit.author,
        text: &hit.text,
        hits: &hit.hits,
    })
}

fn in_words(found: &SearchResults, args: &SearchArgs) -> String {
    if found.incidents.is_empty() {
        return nothing(found, args);
    }
    let shown: usize = found.incidents.iter().map(|incident| incident.hits.len()).sum();
    let left = (shown < found.hits_total as usize).then(|| format!("{}; --limit shows more", found.in_words));
    joined(found.incidents.iter().map(group).chain(left))
}

fn nothing(found: &SearchResults, args: &SearchArgs) -> String {
    let words = args.words.join(" ");
    match found.without_filters {
        0 => format!("Nothing holds '{words}'."),
        hits => format!("Nothing holds '{words}' there. {} without the filters.", counted(hits, "hit")),
    }
}

fn group(found: &IncidentHits) -> String {
    let services = if found.services.is_empty() { String::new() } else { format!("  {}", found.services.join(", ")) };
    let head = format!("{}  {}  {}{services}  ({})", found.severity, found.handle, found.title, counted(found.hits_total, "hit"));
    joined([head].into_iter().chain(found.hits.iter().map(line)))
}

fn line(hit: &SearchHit) -> String {
    format!("    {} {}Z  {}  {}", hit.day, hit.time, one_line(&hit.text), hit.author)
}
