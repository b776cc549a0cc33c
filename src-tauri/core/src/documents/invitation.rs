//! The review as an entry of a calendar (iCalendar, RFC 5545).

use chrono::{DateTime, TimeDelta, Utc};
use icalendar::{Calendar, Component, Event, EventLike};

use crate::incident::Incident;

/// Nobody says how long a review takes; whoever moves it in the calendar does.
const LENGTH: TimeDelta = TimeDelta::hours(1);

/// The file's text, if the review is scheduled. Moving the review gives the same entry its new time.
#[must_use]
pub fn invitation(incident: &Incident, now: DateTime<Utc>) -> Option<String> {
    let review = incident.review_scheduled.as_ref()?;
    let with = if review.with.is_empty() { String::new() } else { format!("With {}\n", review.with.join(", ")) };
    let entry = Event::new()
        .uid(&format!("{}@sitrep", incident.id.0))
        .sequence(u32::try_from(now.timestamp() / 60).unwrap_or_default())
        .timestamp(now)
        .starts(review.at)
        .ends(review.at + LENGTH)
        .summary(&format!("Post-incident review: {}", incident.title))
        .description(&format!("{with}{} {}\n{}", incident.severity, incident.handle, incident.channel_name()))
        .done();
    Some(Calendar::new().push(entry).done().to_string())
}
