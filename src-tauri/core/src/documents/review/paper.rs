//! The review as a paper (seed: Post-Incident Review Template): header and timeline from the facts, the rest as it is written.

use chrono::{DateTime, Utc};

use super::hints::hint;
use super::of::ReviewOf;
use super::prose::{labelled_item, prose};
use super::timeline::{below_timeline, timeline_table};
use super::whys::five_whys;
use crate::incident::{ActionItem, CountedFrom, Incident};
use crate::paper::{Block, Fact, Level, ListOrder, Paper, Table, Words};
use crate::team::ReviewSection;
use crate::text::{date_and_time, prose as length};
use crate::vocabulary::{ReviewField, Severity};

/// The whole review.
#[must_use]
pub fn paper(of: &ReviewOf<'_>, now: DateTime<Utc>) -> Paper {
    let incident = of.incident;
    let section = |title: &str, blocks: Vec<Block>| [vec![Block::heading(Level::Section, title)], blocks].concat();
    let own = of.sections.iter().flat_map(|own| section(&own.title, own_section(incident, own)));
    let blocks = [
        header(of, now),
        section("Summary", part(incident, &ReviewField::Summary)),
        section("Timeline (UTC)", [vec![timeline_table(of)], below_timeline(of)].concat()),
        section("Impact", vec![impact(incident, now)]),
        section("Root Cause", part(incident, &ReviewField::RootCause)),
        section("Five Whys", five_whys(incident)),
        section("Action Items", vec![action_table(incident)]),
        section("Lessons Learned", vec![lessons(incident)]),
        own.collect(),
    ]
    .concat();
    let practice = if of.practice { " (practice, it did not happen)" } else { "" };
    let title = format!("Post-Incident Review{practice}: {}", incident.title);
    Paper { title: title.into(), language: "en".to_owned(), author: author(of).map(Into::into), written_at: now, blocks }
}

/// Who brings in what others wrote is not its author.
fn author<'a>(of: &'a ReviewOf<'_>) -> Option<&'a str> {
    of.incident.review.text(&ReviewField::Author).or((!of.incident.backfilled).then_some(of.author))
}

fn header(of: &ReviewOf<'_>, now: DateTime<Utc>) -> Vec<Block> {
    let incident = of.incident;
    let [detected, started] = [CountedFrom::Detection, CountedFrom::Start].map(|from| incident.lasted_in_words(from, now));
    let facts = [
        ("Date", Some(incident.started_at.format("%Y-%m-%d").to_string())),
        ("Severity", Some(incident.severity.to_string())),
        ("Duration", Some(format!("{detected} ({started})"))),
        ("Author", author(of).map(str::to_owned)),
    ];
    let facts = facts.into_iter().filter_map(|(label, value)| Some(Fact::new(label, value?))).collect();
    let more = more_facts(incident, now);
    let more = (!more.is_empty()).then_some(Block::Facts { facts: more });
    [Block::Facts { facts }].into_iter().chain(more).collect()
}

/// What the seed's header does not have, where there is something to say.
fn more_facts(incident: &Incident, now: DateTime<Utc>) -> Vec<Fact> {
    let fact = |label: &str, value: Option<String>| value.map(|value| Fact::new(label, value));
    let meeting = incident.review_scheduled.as_ref().map(ToString::to_string);
    let status = incident.review_published_at.map(|at| format!("complete since {}", date_and_time(at)));
    let status = status.or_else(|| incident.review.asked_at.map(|at| format!("in review since {}", date_and_time(at))));
    [
        fact("Time in each severity", time_in_each(incident, now)),
        fact("Owner", incident.review.text(&ReviewField::Owner).map(str::to_owned)),
        fact("Review", meeting),
        fact("Status", status),
        fact("Source", incident.read_from.as_ref().map(|read| format!("{}, read on {}", read.source, read.at.format("%Y-%m-%d")))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// `P1 52 min, P2 34 min`, where it had more than one.
fn time_in_each(incident: &Incident, now: DateTime<Utc>) -> Option<String> {
    let end = incident.over_at().unwrap_or(now);
    let times = Severity::ALL.into_iter().filter_map(|severity| {
        let stretches = incident.severity_history.iter().filter(|stretch| stretch.severity == severity && stretch.from < end);
        let lengths: Vec<_> = stretches.map(|stretch| stretch.to.unwrap_or(end).min(end) - stretch.from).collect();
        (!lengths.is_empty()).then(|| format!("{severity} {}", length(lengths.into_iter().sum())))
    });
    let times: Vec<String> = times.collect();
    (times.len() > 1).then(|| times.join(", "))
}

/// What is written, or what is to be.
fn part(incident: &Incident, field: &ReviewField) -> Vec<Block> {
    incident.review_text(field).map_or_else(|| vec![Block::paragraph(Words::default().emphasis(hint(field)))], prose)
}

fn own_section(incident: &Incident, own: &ReviewSection) -> Vec<Block> {
    let question =
        || if own.question.is_empty() { vec![] } else { vec![Block::paragraph(Words::default().emphasis(own.question.as_str()))] };
    incident.review_text(&own.field()).map_or_else(question, prose)
}

/// The four parts, the duration from the facts.
fn impact(incident: &Incident, now: DateTime<Utc>) -> Block {
    let item = |field: ReviewField| labelled_item(Words::default().strong(field.label()), incident.review_text(&field), hint(&field));
    let duration = incident.lasted_in_words(CountedFrom::Detection, now);
    let items = vec![
        item(ReviewField::UsersAffected),
        labelled_item(Words::default().strong("Duration"), Some(&duration), ""),
        item(ReviewField::RevenueImpact),
        item(ReviewField::DataImpact),
    ];
    Block::List { order: ListOrder::Bullets, items }
}

fn lessons(incident: &Incident) -> Block {
    let item = |field: &ReviewField| labelled_item(field.label().into(), incident.review_text(field), hint(field));
    let asked = [ReviewField::WentWell, ReviewField::CouldImprove];
    let more = [ReviewField::Lucky, ReviewField::Thanks].into_iter().filter(|field| incident.review_text(field).is_some());
    Block::List { order: ListOrder::Bullets, items: asked.into_iter().chain(more).map(|field| item(&field)).collect() }
}

fn action_table(incident: &Incident) -> Block {
    let mut rows: Vec<Vec<Words>> = incident.actions.iter().map(action_row).collect();
    if rows.is_empty() {
        rows.push(["", "", "", "", "TODO"].map(Words::from).into());
    }
    Block::Table(Table::new(["Action", "Owner", "Priority", "Due Date", "Status"], rows))
}

fn action_row(action: &ActionItem) -> Vec<Words> {
    let due = action.due.map(|due| due.to_string()).unwrap_or_default();
    let (text, owner) = (action.text.as_str(), action.owner.as_deref().unwrap_or_default());
    [text.into(), owner.into(), action.priority.label().into(), due.into(), action.status().into()].into()
}
