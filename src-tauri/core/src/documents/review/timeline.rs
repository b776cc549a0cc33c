//! The timeline as the review has it: the lines that were chosen, and below them what was said of key moments.

use std::borrow::Cow;

use super::of::{Pictures, ReviewOf};
use crate::documents::timeline::{TimelineRow, attached_words, without_corrected_starts};
use crate::incident::LineMarks;
use crate::paper::{Block, Level, ListOrder, Picture, Table, Words};
use crate::text::tidy_line;

/// That it was read from somewhere is no part of its course, and stands above.
fn chosen<'a>(of: &ReviewOf<'a>) -> Vec<&'a TimelineRow> {
    let is_of_it = |row: &&TimelineRow| of.incident.read_from.as_ref().is_none_or(|read| read.id != row.id);
    let lines = without_corrected_starts(of.timeline).into_iter();
    lines.filter(is_of_it).filter(|row| of.incident.review.has_line(row.id)).collect()
}

/// A row a line, with its day where they span several.
pub(super) fn timeline_table(of: &ReviewOf<'_>) -> Block {
    let rows = chosen(of);
    let several_days = rows.first().map(|row| &row.day) != rows.last().map(|row| &row.day);
    let cells = rows.into_iter().map(|row| {
        let marks = of.incident.review.lines.get(&row.id);
        vec![time(row, several_days).into(), event(of, row, marks)]
    });
    Block::Table(Table::new(["Time", "Event"], cells.collect()))
}

fn time(row: &TimelineRow, with_day: bool) -> String {
    if with_day { format!("{} {}", row.day, row.time) } else { row.time.clone() }
}

/// Who recorded it; nobody where it was read, and recorded by somebody who need not have been there.
fn by_whom<'a>(of: &ReviewOf<'_>, row: &'a TimelineRow) -> Option<Cow<'a, str>> {
    let was_read = of.incident.read_from.as_ref().is_some_and(|read| row.recorded_at <= read.at);
    (!was_read).then(|| row.by_whom())
}

fn event(of: &ReviewOf<'_>, row: &TimelineRow, marks: Option<&LineMarks>) -> Words {
    let pictures = match row.pictures.len() {
        0 => None,
        1 => Some("with a picture".to_owned()),
        count => Some(format!("with {count} pictures")),
    };
    // What is in an attached text stays where it is.
    let attached = row.attached.as_ref().map(|attached| format!("with {}", attached_words(attached)));
    let behind = [by_whom(of, row).map(Cow::into_owned), pictures, attached].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let text = tidy_line(&row.in_words());
    let words = if marks.is_some_and(|marks| marks.starred) { Words::default().strong(text) } else { text.into() };
    let words = if behind.is_empty() { words } else { words.plain(format!(" ({behind})")) };
    match marks.and_then(|marks| marks.marker) {
        Some(marker) => words.plain(" ").tag(marker.label()),
        None => words,
    }
}

/// What was said of the marked moments, and the pictures, which would be cramped in the table.
pub(super) fn below_timeline(of: &ReviewOf<'_>) -> Vec<Block> {
    let rows = chosen(of);
    let moments: Vec<Words> = rows.iter().filter_map(|row| moment(row, of.incident.review.lines.get(&row.id)?)).collect();
    let moments = (!moments.is_empty()).then(|| [Block::heading(Level::Part, "Key moments"), Block::list(ListOrder::Bullets, moments)]);
    let pictures = rows.iter().filter(|_| of.pictures == Pictures::Shown).flat_map(|row| pictures(row));
    moments.into_iter().flatten().chain(pictures).collect()
}

fn moment(row: &TimelineRow, marks: &LineMarks) -> Option<Words> {
    let (marker, answer) = (marks.marker?, marks.answer.as_ref()?);
    let words = Words::default().strong(format!("{} {}", row.time, marker.label()));
    Some(words.plain(" ").emphasis(marker.question()).plain(format!(" {answer}")))
}

fn pictures(row: &TimelineRow) -> Vec<Block> {
    if row.pictures.is_empty() {
        return Vec::new();
    }
    let text = tidy_line(&row.text);
    let caption = Block::paragraph(Words::default().strong(format!("{} {}", row.day, row.time)).plain(format!(": {text}")));
    let shown = row
        .pictures
        .iter()
        .map(|picture| Block::Picture(Picture { file_name: picture.file_name(row.occurred_at), alternative: text.clone().into() }));
    [caption].into_iter().chain(shown).collect()
}
