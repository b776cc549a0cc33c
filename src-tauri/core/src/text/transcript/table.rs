//! Tables: of Markdown, of a person's notes or a review, and those that command lines draw.

use std::sync::LazyLock;

use regex::Regex;

use super::reading::{Mark, Message, Order, Reading};
use super::recognise::day_line;
use super::scan::{self, Found};
use super::skeleton::Line;
use super::{words, zones};
use crate::text::is_blank;

const AUTHORS: [&str; 11] = ["who", "author", "by", "person", "actor", "owner", "user", "name", "wer", "qui", "from"];

const NUMBERS: [&str; 4] = ["#", "no", "no.", "nr"];

/// Who recorded an entry, as a review of Sitrep writes it behind the words.
static RECORDED_BY: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\s*\(`(@[^`\s]+)`\)").ok());

/// Reads a text that has a table of which a column is times.
pub(super) fn read(lines: &[Line<'_>]) -> Option<Reading> {
    let is_row = |line: &&Line<'_>| line.text.trim_start().starts_with('|') && line.text.trim_end().ends_with('|');
    let first = lines.iter().position(|line| is_row(&line))?;
    let dated = |line: &&Line<'_>| !line.times.is_empty();
    if lines[..first].iter().any(|line| dated(&line) && !line.text.starts_with('#'))
        || lines.iter().filter(is_row).filter(dated).count() == 0
    {
        return None;
    }
    let mut table = Table { reading: Reading::of("Table", Order::Put), author: None, number: None, in_rows: false };
    for line in lines {
        table.take(line, is_row(&line));
    }
    let rows = lines.iter().filter(is_row).filter(dated).count();
    (table.reading.messages().count() * 2 >= rows).then_some(table.reading)
}

struct Table {
    reading: Reading,
    /// The column of who did it.
    author: Option<usize>,
    /// The column that numbers the rows.
    number: Option<usize>,
    in_rows: bool,
}

impl Table {
    fn take(&mut self, line: &Line<'_>, is_row: bool) {
        let is_rule = !line.text.chars().any(char::is_alphanumeric);
        if is_rule {
            self.rule(line);
        } else if is_row {
            self.row(line.text);
        } else {
            self.between(line.text);
        }
    }

    fn rule(&mut self, line: &Line<'_>) {
        if !line.is_blank {
            self.reading.dropped.push(line.text.trim().to_owned());
        }
    }

    /// Words between tables belong to no row.
    fn between(&mut self, text: &str) {
        if let Some(zone) = zones::of_line(text) {
            self.reading.zone.get_or_insert(zone);
        }
        if let Some((day, false)) = day_line(text) {
            self.reading.push(Mark::Day(day, false));
            self.reading.days.push(text.trim().to_owned());
        } else if self.in_rows {
            self.in_rows = false;
            self.reading.push(Mark::Aside(text.to_owned()));
        } else {
            self.reading.add_line(text);
        }
    }

    fn row(&mut self, text: &str) {
        let cells = cells(text);
        if let Some(message) = self.message(&cells) {
            self.in_rows = true;
            self.reading.push(Mark::Message(message));
            return;
        }
        let column = |names: &[&str]| cells.iter().position(|cell| names.contains(&cell.trim().trim_matches('*').to_lowercase().as_str()));
        self.author = column(&AUTHORS).or(self.author);
        self.number = column(&NUMBERS).or(self.number);
        if let Some(zone) = zones::of_line(text) {
            self.reading.zone.get_or_insert(zone);
        }
        if self.in_rows { self.reading.add_line(text) } else { self.reading.dropped.push(text.trim().to_owned()) }
    }

    fn message(&self, cells: &[&str]) -> Option<Message> {
        let at = cells.iter().position(|cell| time_of(cell).is_some())?;
        let day = at.checked_sub(1).filter(|before| cells.get(*before).is_some_and(|cell| day_line(cell).is_some()));
        let written = day.map_or_else(|| cells[at].to_owned(), |day| format!("{} {}", cells[day].trim(), cells[at].trim()));
        let found = time_of(&written).or_else(|| time_of(cells[at]))?;
        let author = self.author.filter(|author| *author != at && Some(*author) != day);
        let beside = [Some(at), day, author, self.number];
        let rest = cells.iter().enumerate().filter(|(number, cell)| !beside.contains(&Some(*number)) && !is_blank(cell));
        let text = rest.map(|(_, cell)| cell.trim()).collect::<Vec<_>>().join(" | ");
        let number = self.number.and_then(|number| cells.get(number)).map_or("", |cell| cell.trim());
        let written = format!("{number} {written}").trim().to_owned();
        let mut message = Message::of(found.stamp, text, written);
        message.capitals = found.capitals;
        message.author = author.and_then(|author| cells.get(author)).map(|cell| words::unmarked(cell, "")).filter(|name| !is_blank(name));
        name_recorder(&mut message);
        message.text = words::unmarked(&words::named(&message.text), "");
        if let Some(author) = author.and_then(|author| cells.get(author)) {
            message.head = format!("{} {}", message.head, author.trim());
        }
        Some(message)
    }
}

fn name_recorder(message: &mut Message) {
    let Some(pattern) = RECORDED_BY.as_ref() else { return };
    let Some(captures) = pattern.captures(&message.text) else { return };
    let (all, name) =
        (captures.get(0).map(|all| all.range()).unwrap_or_default(), captures.get(1).map_or("", |name| name.as_str()).to_owned());
    message.text.replace_range(all, "");
    message.head = format!("{} {name}", message.head);
    message.author = Some(name);
}

/// The time that a cell is, whatever it is marked up with.
fn time_of(cell: &str) -> Option<Found> {
    let bare = cell.trim().trim_matches(['*', '_', '`', '~', '≈', '(', ')', '[', ']', ' ']);
    let found = scan::times(&bare[..bare.floor_char_boundary(100)]).into_iter().next()?;
    (found.at.start == 0 && bare.len() - found.at.end <= 12 && !bare[found.at.end..].contains(|c: char| c.is_alphabetic())).then_some(found)
}

/// The cells of a row; a mark behind a backslash is none.
fn cells(text: &str) -> Vec<&str> {
    let inner = text.trim().trim_start_matches('|');
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let (mut cells, mut from, mut escaped) = (Vec::new(), 0, false);
    for (at, letter) in inner.char_indices() {
        if letter == '|' && !escaped {
            cells.push(&inner[from..at]);
            from = at + 1;
        }
        escaped = letter == '\\' && !escaped;
    }
    cells.push(&inner[from..]);
    cells
}
