//! The post-incident review as a Markdown document (seed: Post-Incident Review Template).

use chrono::{DateTime, Utc};

use super::timeline::{TimelineRow, attached_words, without_corrected_starts};
use crate::incident::{ActionItem, CountedFrom, Incident};
use crate::messages::escape;
use crate::text::{as_seen, isolated, tidy_line};
use crate::vocabulary::{Picture, UpdateField, UpdateFormat, UpdateKind};

const SUMMARY_HINT: &str = "_2-3 sentences: what happened, the impact, and the resolution._";
/// The parts of the impact that no fact tells, each with its hint.
const IMPACT_HINTS: [(&str, &str); 3] = [
    ("Users affected", "_who and how many, or none_"),
    ("Revenue/SLA impact", "_revenue lost, SLA missed, or none_"),
    ("Data impact", "_data lost, wrong or exposed, or none_"),
];
const CAUSE_HINT: &str = "_Detailed technical explanation of what went wrong and why. Name systems and roles, not people._";

const LESSONS_HINTS: [(&str, &str); 2] = [
    ("What went well", "_e.g., quick detection, rapid team assembly_"),
    ("What could improve", "_e.g., rollback automation, test coverage_"),
];

/// What stood there to begin with in reviews that an earlier version saved.
const EARLIER_HINTS: [(&str, &str); 2] = [
    ("Impact", "_Users affected, duration, revenue/SLA impact, data impact._"),
    ("Lessons Learned", "- What went well:\n- What could improve:"),
];

/// The sections of a review that nobody has written yet: they hold what stood there to begin with.
#[must_use]
pub fn unwritten_sections(review: &str) -> Vec<&'static str> {
    let review = review.replace("\r\n", "\n");
    let first_why = review.lines().find(|line| line.starts_with("1. **Why**"));
    let earlier = |section: &str| EARLIER_HINTS.iter().any(|(of, hint)| *of == section && review.contains(hint));
    let any = |hints: &[(&str, &str)]| hints.iter().any(|(_, hint)| review.contains(hint));
    let hints = [
        ("Summary", review.contains(SUMMARY_HINT)),
        ("Impact", any(&IMPACT_HINTS) || earlier("Impact")),
        ("Root Cause", review.contains(CAUSE_HINT)),
        ("Five Whys", first_why.is_some_and(|line| line.trim_end().ends_with("->"))),
        ("Lessons Learned", any(&LESSONS_HINTS) || earlier("Lessons Learned")),
    ];
    hints.into_iter().filter_map(|(section, is_unwritten)| is_unwritten.then_some(section)).collect()
}

/// What the document does with pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pictures<'a> {
    /// Says where there are some: it is pasted somewhere else, and they cannot come along.
    Mentioned,
    /// Shows them from the folder of this name beside it, each by its [`crate::vocabulary::Picture::file_name`].
    From(&'a str),
}

/// The whole document: header and timeline from the facts, what was said before reused, the rest ready to fill.
#[must_use]
pub fn markdown(incident: &Incident, timeline: &[TimelineRow], author: &str, pictures: Pictures<'_>, now: DateTime<Utc>) -> String {
    [
        head(incident, author, now),
        format!("## Summary\n\n{SUMMARY_HINT}\n"),
        format!("## Timeline (UTC)\n\n{}{}", timeline_table(timeline), pictures_below(timeline, pictures)),
        format!("## Impact\n\n{}", impact(incident, now)),
        format!("## Root Cause\n\n{}\n", from_the_notice(incident, UpdateField::RootCause).unwrap_or_else(|| CAUSE_HINT.to_owned())),
        five_whys(incident),
        format!("## Action Items\n\n{}", action_table(incident)),
        format!("## Lessons Learned\n\n{}", LESSONS_HINTS.map(|(part, hint)| format!("- {part}: {hint}\n")).concat()),
    ]
    .join("\n")
}

/// The four parts, the duration from the facts and the users from what the resolution notice said.
fn impact(incident: &Incident, now: DateTime<Utc>) -> String {
    let [users, revenue, data] = IMPACT_HINTS.map(|(part, hint)| (part, hint.to_owned()));
    let users = (users.0, from_the_notice(incident, UpdateField::CustomerImpact).unwrap_or(users.1));
    let duration = ("Duration", incident.lasted_in_words(CountedFrom::Detection, now));
    [users, duration, revenue, data].map(|(part, words)| format!("- **{part}**: {words}\n")).concat()
}

fn head(incident: &Incident, author: &str, now: DateTime<Utc>) -> String {
    let title = escape_markdown(&incident.title);
    let date = incident.started_at.format("%Y-%m-%d");
    let (severity, author) = (incident.severity, escape_markdown(author));
    let [detected, started] = [CountedFrom::Detection, CountedFrom::Start].map(|from| incident.lasted_in_words(from, now));
    format!(
        "# Post-Incident Review: {title}\n\n**Date**: {date} | **Severity**: {severity} | **Duration**: {detected} ({started}) | **Author**: {author}\n"
    )
}

fn timeline_table(timeline: &[TimelineRow]) -> String {
    let timeline = without_corrected_starts(timeline);
    let several_days = timeline.first().map(|row| &row.day) != timeline.last().map(|row| &row.day);
    let mut table = String::from("| Time | Event |\n|------|-------|\n");
    for row in timeline {
        let time = if several_days { format!("{} {}", row.day, row.time) } else { row.time.clone() };
        let with: String = [count_words(&row.pictures), with_attached(row)].into_iter().flatten().map(|with| format!(", {with}")).collect();
        table.push_str(&format!("| {time} | {} ({}{with}) |\n", cell(&row.in_words()), cell(&row.author)));
    }
    table
}

/// `with a picture`, `with 2 pictures`; nothing without one.
fn count_words(pictures: &[Picture]) -> Option<String> {
    match pictures.len() {
        0 => None,
        1 => Some("with a picture".to_owned()),
        count => Some(format!("with {count} pictures")),
    }
}

/// `with dump.txt, 20,341 lines`: what is in it stays where it is.
fn with_attached(row: &TimelineRow) -> Option<String> {
    row.attached.as_ref().map(|attached| format!("with {}", cell(&attached_words(attached))))
}

/// The pictures under the table, which would be cramped in it.
fn pictures_below(timeline: &[TimelineRow], pictures: Pictures<'_>) -> String {
    let Pictures::From(folder) = pictures else { return String::new() };
    let of = |row: &TimelineRow| {
        let images: Vec<String> =
            row.pictures.iter().map(|picture| format!("![{}]({folder}/{})", cell(&row.text), picture.file_name(row.occurred_at))).collect();
        (!images.is_empty()).then(|| format!("\n**{} {}**: {}\n\n{}\n", row.day, row.time, cell(&row.text), images.join("\n\n")))
    };
    timeline.iter().filter_map(of).collect()
}

fn action_table(incident: &Incident) -> String {
    let head = "| Action | Owner | Priority | Due Date | Status |\n|--------|-------|----------|----------|--------|\n";
    let rows: String = incident.actions.iter().map(action_row).collect();
    if rows.is_empty() { format!("{head}|  |  |  |  | TODO |\n") } else { format!("{head}{rows}") }
}

fn action_row(action: &ActionItem) -> String {
    // Nobody is pinged by pasting a review.
    let owner = cell(action.owner.as_deref().unwrap_or_default());
    let (text, priority, due, status) = (cell(&action.text), action.priority.label(), action.due, cell(&action.status()));
    format!("| {text} | {owner} | {priority} | {due} | {status} |\n")
}

/// What the resolution notice said of a field.
fn from_the_notice(incident: &Incident, field: UpdateField) -> Option<String> {
    let notice = incident.sent_updates().find(|sent| sent.message.update == Some(UpdateKind::Resolution))?;
    notice.message.fields.get(&field).map(|text| escape_markdown(text))
}

fn five_whys(incident: &Incident) -> String {
    let title = escape_markdown(&incident.title);
    format!(
        "## Five Whys\n\n1. **Why** did this happen ({title})? -> \n2. **Why**? -> \n3. **Why**? -> \n4. **Why**? -> \n5. **Why**? -> \n"
    )
}

/// A bar within code ends a cell all the same, so it is escaped there, too.
fn cell(text: &str) -> String {
    let text = escape_markdown(&tidy_line(text));
    let mut before = None;
    let escaped = text.chars().map(|c| {
        let is_bare = c == '|' && before != Some('\\');
        before = Some(c);
        if is_bare { format!("\\{c}") } else { c.to_string() }
    });
    escaped.collect()
}

/// Text of a person's stays text: no table, tag, link or emphasis comes of it.
fn escape_markdown(text: &str) -> String {
    escape(&isolated(&as_seen(text)), UpdateFormat::Markdown, true)
}
