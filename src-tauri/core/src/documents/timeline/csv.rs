//! The timeline as comma-separated values.

use chrono::{DateTime, SecondsFormat, Utc};

use super::row::TimelineRow;
use crate::text::csv_row;

/// A line under the names of the columns for each of these rows. Instants are RFC 3339 in UTC.
#[must_use]
pub fn timeline_csv(rows: &[TimelineRow]) -> String {
    let head = csv_row(["occurred_at", "recorded_at", "author", "kind", "text"]);
    [head].into_iter().chain(rows.iter().map(line)).collect()
}

fn line(row: &TimelineRow) -> String {
    let kind = serde_json::to_value(row.kind).ok().and_then(|kind| kind.as_str().map(str::to_owned)).unwrap_or_default();
    csv_row([instant(row.occurred_at), instant(row.recorded_at), row.author.clone(), kind, row.in_words().into_owned()])
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
