//! Which of the newest hits say best what was asked for.
//!
//! Not by the index's own measure: that counts every line which has a word before it ranks one, which for a common word takes longer than all the rest; and where
//! all that was asked for has to be there, how rare it is tells no hit from another.

use rusqlite::{Connection, OptionalExtension};
use sitrep_core::documents::{SearchedLine, TimelineKind, searched_line};
use sitrep_core::text::search::SearchQuery;

use super::failure::Failure;
use super::hits::AT_ONCE;
use super::rowid::position_of;
use crate::open::Store;

/// The shortest of the newest, so many of them, are read.
const READ_AT_MOST: usize = 400;

/// A hit and how well it says it; more is better.
pub(super) struct Ranked {
    pub(super) line: i64,
    score: f64,
}

/// The newest of these hits, the best first. Those that are too long to say it best keep their order behind the others.
pub(super) fn ranked(connection: &Connection, store: &Store, query: &SearchQuery, rowids: &[i64]) -> Result<Vec<Ranked>, Failure> {
    let mut by_length = Vec::new();
    for line in rowids.iter().take(AT_ONCE) {
        by_length.push((length(connection, *line)?, *line));
    }
    by_length.sort_by_key(|(length, line)| (*length, std::cmp::Reverse(*line)));
    let mut ranked = Vec::new();
    for (at, (_, line)) in by_length.into_iter().enumerate() {
        let score = if at < READ_AT_MOST { read(store, query, line)? } else { 0.0 };
        ranked.push(Ranked { line, score });
    }
    ranked.sort_by(|one, other| other.score.total_cmp(&one.score).then(other.line.cmp(&one.line)));
    Ok(ranked)
}

/// How many words a line has, as the index keeps it: a number of seven bits a byte.
fn length(connection: &Connection, line: i64) -> Result<u64, Failure> {
    let mut statement = connection.prepare_cached("SELECT sz FROM lines_docsize WHERE id = ?1")?;
    let kept: Option<Vec<u8>> = statement.query_row([line], |row| row.get(0)).optional()?;
    Ok(kept.unwrap_or_default().into_iter().fold(0, |number, byte| number << 7 | u64::from(byte & 0x7f)))
}

fn read(store: &Store, query: &SearchQuery, line: i64) -> Result<f64, Failure> {
    let written = store.event_at(position_of(line))?;
    Ok(written.and_then(|written| searched_line(&written.event, &written.amending)).map_or(0.0, |line| score(query, &line)))
}

/// A title or a cause before a note, whole words before beginnings, side by side before far apart, few words before many.
fn score(query: &SearchQuery, line: &SearchedLine) -> f64 {
    let marks = query.marks(&line.text);
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else { return weight(line.kind) / 8.0 };
    let marked: usize = marks.iter().map(ExactSizeIterator::len).sum();
    let characters = line.text.chars().count().max(1);
    let together = marked as f64 / (last.end - first.start).max(1) as f64;
    let share = (marked as f64 / characters as f64).sqrt();
    let whole = query.whole_words_in(&line.text) as f64 / query.phrases.len().max(1) as f64;
    weight(line.kind) * (1.0 + together + share + whole)
}

fn weight(kind: TimelineKind) -> f64 {
    use TimelineKind as Kind;
    match kind {
        Kind::Declared | Kind::Hypothesis | Kind::Review => 1.5,
        Kind::Status | Kind::Finding | Kind::Mitigation | Kind::Decision | Kind::Change | Kind::Alert => 1.2,
        Kind::Note | Kind::Severity | Kind::Impact | Kind::Update | Kind::Command | Kind::Runbook => 1.0,
        Kind::Role | Kind::People | Kind::Clock | Kind::Investigation | Kind::Verification | Kind::FromNewer => 0.7,
    }
}
