//! The post-incident review as a Markdown document (seed: Post-Incident Review Template).

use chrono::{DateTime, Utc};

use super::timeline::TimelineRow;
use crate::comms::escaped;
use crate::duration_text;
use crate::incident::Incident;
use crate::picture;
use crate::update::{UpdateField, UpdateFormat, UpdateKind};

/// What the document does with pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pictures<'a> {
    /// Says where there are some: it is pasted somewhere else, and they cannot come along.
    Mentioned,
    /// Shows them from the folder of this name beside it, each by its [`crate::picture::Picture::file_name`].
    From(&'a str),
}

/// The whole document: header and timeline from the facts, what was said before reused, the rest ready to fill.
#[must_use]
pub fn markdown(incident: &Incident, timeline: &[TimelineRow], author: &str, pictures: Pictures<'_>, now: DateTime<Utc>) -> String {
    let date = incident.started_at.format("%Y-%m-%d");
    let duration = duration_text::prose(incident.duration(now));
    [
        format!(
            "# Post-Incident Review: {}\n\n**Date**: {date} | **Severity**: {} | **Duration**: {duration} | **Author**: {}\n",
            escape(&incident.title),
            incident.severity,
            escape(author)
        ),
        "## Summary\n\n_2-3 sentences: what happened, the impact, and the resolution._\n".to_owned(),
        format!("## Timeline (UTC)\n\n{}{}", timeline_table(timeline), shown(timeline, pictures)),
        format!(
            "## Impact\n\n{}\n",
            said(incident, UpdateField::CustomerImpact, "_Users affected, duration, revenue/SLA impact, data impact._")
        ),
        format!(
            "## Root Cause\n\n{}\n",
            said(
                incident,
                UpdateField::RootCause,
                "_Detailed technical explanation of what went wrong and why. Name systems and roles, not people._"
            )
        ),
        five_whys(incident),
        format!("## Action Items\n\n{}", action_table(incident)),
        "## Lessons Learned\n\n- What went well:\n- What could improve:\n".to_owned(),
    ]
    .join("\n")
}

fn timeline_table(timeline: &[TimelineRow]) -> String {
    let several_days = timeline.first().map(|row| &row.day) != timeline.last().map(|row| &row.day);
    let mut table = String::from("| Time | Event |\n|------|-------|\n");
    for row in timeline {
        let time = if several_days { format!("{} {}", row.day, row.time) } else { row.time.clone() };
        let with = picture::count_words(&row.pictures).map(|with| format!(", {with}")).unwrap_or_default();
        table.push_str(&format!("| {time} | {} ({}{with}) |\n", cell(&row.text), cell(&row.author)));
    }
    table
}

/// The pictures under the table, which would be cramped in it.
fn shown(timeline: &[TimelineRow], pictures: Pictures<'_>) -> String {
    let Pictures::From(folder) = pictures else { return String::new() };
    let of = |row: &TimelineRow| {
        let images: Vec<String> =
            row.pictures.iter().map(|picture| format!("![{}]({folder}/{})", cell(&row.text), picture.file_name(row.occurred_at))).collect();
        (!images.is_empty()).then(|| format!("\n**{} {}**: {}\n\n{}\n", row.day, row.time, cell(&row.text), images.join("\n\n")))
    };
    timeline.iter().filter_map(of).collect()
}

fn action_table(incident: &Incident) -> String {
    let mut table = String::from("| Action | Owner | Priority | Due Date | Status |\n|--------|-------|----------|----------|--------|\n");
    for action in &incident.actions {
        // An owner is named so that the owner is told.
        let owner = action.owner.as_deref().unwrap_or_default();
        let owner = owner.strip_prefix('@').map_or_else(|| cell(owner), |name| format!("@{}", cell(name)));
        table.push_str(&format!(
            "| {} | {owner} | {} | {} | {} |\n",
            cell(&action.text),
            action.priority.label(),
            action.due,
            cell(&action.status())
        ));
    }
    if incident.actions.is_empty() {
        table.push_str("|  |  |  |  | TODO |\n");
    }
    table
}

/// What the resolution notice already said, or the hint.
fn said(incident: &Incident, field: UpdateField, hint: &str) -> String {
    let notice = incident.sent_updates().find(|sent| sent.message.update == Some(UpdateKind::Resolution));
    notice.and_then(|sent| sent.message.fields.get(&field)).map_or_else(|| hint.to_owned(), |text| escape(text))
}

fn five_whys(incident: &Incident) -> String {
    let title = escape(&incident.title);
    format!(
        "## Five Whys\n\n1. **Why** did this happen ({title})? -> \n2. **Why**? -> \n3. **Why**? -> \n4. **Why**? -> \n5. **Why**? -> \n"
    )
}

fn cell(text: &str) -> String {
    escape(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Text of a person's stays text: no table, tag, link or emphasis comes of it.
fn escape(text: &str) -> String {
    escaped(text, UpdateFormat::Markdown, true)
}
