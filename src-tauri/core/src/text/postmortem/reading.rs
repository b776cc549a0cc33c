//! Reading a postmortem line after line.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::actions::{Columns, listed};
use super::head::{facts, labelled};
use super::lines::{Timed, timed};
use super::model::{Placed, Postmortem, PostmortemLine};
use super::plain::{bare, cells, is_open, is_rule, plain};
use super::section::{Section, heading, labelled_part, section};
use super::times::{Days, leading, length, read_day};
use super::whys::why;
use crate::text::Zone;
use crate::text::zone::several_in;
use crate::text::{as_seen, at_name, is_blank};
use crate::vocabulary::ReviewField;

/// What stands before a title.
const KINDS: [&str; 7] =
    ["post-incident review", "incident review", "incident report", "incident postmortem", "postmortem", "post-mortem", "incident"];

/// Reads a postmortem. Its times are of `day` where it names none, and in `zone` where it names none.
#[must_use]
pub fn read(text: &str, day: Option<NaiveDate>, zone: Zone) -> Postmortem {
    let mut reading = Reading::new(day, zone);
    let text = as_seen(text);
    reading.out.several_zones = text.lines().find_map(several_in).map(str::to_owned);
    for (line, number) in text.lines().zip(1..) {
        reading.take(number, line);
    }
    reading.finish()
}

/// A line of the timeline, or a day that dates those after it; and where in [`Postmortem::placed`] it stands.
enum Mark {
    Day(NaiveDate),
    Line(usize, Timed),
}

struct Reading {
    section: Section,
    /// The part that a label above named.
    within: Option<ReviewField>,
    out: Postmortem,
    /// The day was given with the text, and holds over what it says.
    is_given: bool,
    zone: Zone,
    marks: Vec<Mark>,
    /// Those of the table that is read, once its first row is.
    columns: Option<Columns>,
    is_code: bool,
    /// Times of the header, until its day is known.
    header: Vec<(usize, &'static str, String)>,
}

impl Reading {
    fn new(day: Option<NaiveDate>, zone: Zone) -> Self {
        Self {
            section: Section::Head,
            within: None,
            out: Postmortem { day, ..Postmortem::default() },
            is_given: day.is_some(),
            zone,
            marks: Vec::new(),
            columns: None,
            is_code: false,
            header: Vec::new(),
        }
    }

    fn take(&mut self, number: usize, line: &str) {
        if is_blank(line) {
            return self.end_paragraph();
        }
        self.is_code ^= line.trim_start().starts_with("```");
        let became = match heading(line).filter(|_| !self.is_code) {
            Some((depth, title)) => self.begin(depth, &title),
            None => self.read(number, line),
        };
        self.out.placed.push(Placed::new(number, became.as_deref(), line));
    }

    /// A heading. The first is the title.
    fn begin(&mut self, depth: usize, title: &str) -> Option<String> {
        if depth == 1 && self.out.title.is_none() && section(title).is_none() {
            return self.title(title);
        }
        if self.section == Section::Timeline && self.turn_to(title) {
            return Some("Day".to_owned());
        }
        (self.within, self.columns) = (None, None);
        if let Some(section) = section(title) {
            self.zone =
                Some(&section).filter(|section| **section == Section::Timeline).and_then(|_| Zone::named_in(title)).unwrap_or(self.zone);
            self.section = section;
            return Some("Heading".to_owned());
        }
        // A smaller heading belongs to what it stands in.
        if depth <= 2 || matches!(self.section, Section::Head | Section::Timeline | Section::Moments | Section::Actions) {
            self.section = Section::Other;
        }
        self.end_paragraph();
        let became = self.write(title);
        self.end_paragraph();
        became
    }

    fn title(&mut self, title: &str) -> Option<String> {
        let lower = title.to_lowercase();
        let kind = KINDS.into_iter().find(|kind| lower.starts_with(kind));
        let rest =
            kind.and_then(|kind| title.get(kind.len()..)).map(|rest| rest.trim_start_matches([':', ' ', '-', '\u{2013}', '\u{2014}']));
        let title = rest.filter(|rest| !rest.is_empty()).unwrap_or(title);
        self.out.title = Some(title.trim().to_owned()).filter(|title| !is_open(title));
        self.out.title.is_some().then(|| "Title".to_owned())
    }

    fn read(&mut self, number: usize, line: &str) -> Option<String> {
        match self.section.clone() {
            Section::Head => self.head(number, line),
            Section::Timeline => self.timeline(line),
            Section::Moments => None,
            Section::Impact => self.labelled_or(line, &ReviewField::UsersAffected),
            Section::Lessons => self.labelled_or(line, &ReviewField::Summary),
            Section::Whys => self.why(line),
            Section::Actions => self.action(line),
            Section::Part(_) | Section::Other => self.write_line(line),
        }
    }

    fn head(&mut self, number: usize, line: &str) -> Option<String> {
        if let Some(zone) = line.to_lowercase().starts_with("all times").then(|| Zone::named_in(line)).flatten() {
            self.zone = zone;
            return Some("Zone".to_owned());
        }
        let facts = facts(line);
        if facts.is_empty() {
            return self.write_line(line);
        }
        let became: Vec<&str> = facts.iter().filter_map(|(label, value)| self.fact(number, label, value)).collect();
        (!became.is_empty()).then(|| became.join(", "))
    }

    fn fact(&mut self, number: usize, label: &str, value: &str) -> Option<&'static str> {
        if is_open(value) {
            return None;
        }
        match label {
            "date" | "day" | "incident date" => self.day(value),
            "severity" | "priority" => {
                self.out.severity = value.split(|c: char| !c.is_alphanumeric()).find_map(|word| word.parse().ok());
                self.out.severity.map(|_| "Severity")
            }
            "duration" => {
                self.out.length = length(value);
                self.out.length.map(|_| "Duration")
            }
            "author" | "authors" => self.one_line(ReviewField::Author, value, "Author"),
            "owner" => self.one_line(ReviewField::Owner, value, "Owner"),
            "status" => self.status(value),
            "started" | "start" | "start time" | "began" => self.header_time(number, "Start", value),
            "detected" | "detection" => self.header_time(number, "Detection", value),
            "resolved" | "ended" | "end" | "end time" => self.header_time(number, "Resolution", value),
            // These follow from the times.
            "time in each severity" | "review" => None,
            _ => self.append(&ReviewField::Summary, &format!("{label}: {value}")).map(|_| "Summary"),
        }
    }

    fn day(&mut self, value: &str) -> Option<&'static str> {
        let day = read_day(value)?;
        if !self.is_given {
            self.out.day = Some(day);
        }
        Some("Date")
    }

    fn one_line(&mut self, field: ReviewField, value: &str, label: &'static str) -> Option<&'static str> {
        let name = if value.contains([' ', ',']) { value.to_owned() } else { at_name(value)? };
        self.out.parts.insert(field, name);
        Some(label)
    }

    fn status(&mut self, value: &str) -> Option<&'static str> {
        let lower = value.to_lowercase();
        self.out.complete = ["complete", "final", "published", "done"].iter().any(|word| lower.starts_with(word));
        let since = lower.find("since ").and_then(|at| value.get(at + 6..)).unwrap_or_default();
        if let Some((written, _)) = leading(since, None) {
            self.out.completed = Days::from(None).instant(written, self.zone);
        }
        (self.out.complete || ["draft", "in review", "in progress", "resolved", "closed"].iter().any(|word| lower.starts_with(word)))
            .then_some("Status")
    }

    fn header_time(&mut self, number: usize, label: &'static str, value: &str) -> Option<&'static str> {
        leading(value, None)?;
        self.header.push((number, label, value.to_owned()));
        Some(label)
    }

    fn timeline(&mut self, line: &str) -> Option<String> {
        if cells(line).is_some_and(|cells| is_rule(&cells) || cells.first().is_some_and(|cell| cell.to_lowercase().starts_with("time"))) {
            return Some("Table".to_owned());
        }
        if self.turn_to(&plain(bare(line))) {
            return Some("Day".to_owned());
        }
        if let Some(timed) = timed(line, self.year()) {
            self.marks.push(Mark::Line(self.out.placed.len(), timed));
            return None;
        }
        let last = self.marks.iter_mut().rev().find_map(|mark| if let Mark::Line(_, timed) = mark { Some(timed) } else { None })?;
        last.text.push('\n');
        last.text.push_str(&plain(line));
        Some("Timeline".to_owned())
    }

    fn year(&self) -> Option<i32> {
        Days::from(self.out.day).year()
    }

    /// Whether a text is a day, and nothing else.
    fn turn_to(&mut self, text: &str) -> bool {
        let day = read_day(text).filter(|_| text.len() < 40 && !text.contains([':', '|']));
        self.marks.extend(day.map(Mark::Day));
        day.is_some()
    }

    /// A part that a label names, else the one that is given; what is read of the facts is not written again.
    fn labelled_or(&mut self, line: &str, else_to: &ReviewField) -> Option<String> {
        let named = labelled(bare(line)).map(|(label, value)| (labelled_part(&label), label, value));
        match named {
            Some((Some(field), _, value)) => {
                self.within = Some(field.clone());
                if value.is_empty() { Some(field.label().to_owned()) } else { self.append(&field, &value) }
            }
            Some((None, label, value)) if label == "duration" => {
                self.out.length = self.out.length.or_else(|| length(&value));
                self.out.length.map(|_| "Duration".to_owned())
            }
            // Lines that follow one with a label belong to it.
            _ => self.append(&self.within.clone().unwrap_or_else(|| else_to.clone()), &plain(line)),
        }
    }

    fn why(&mut self, line: &str) -> Option<String> {
        // Nobody has answered it yet.
        if plain(line).ends_with("->") {
            return None;
        }
        let last = self.out.whys.last().map_or(0, |why| why.depth);
        if let Some(why) = why(line, last) {
            self.out.whys.push(why);
            return Some("Why".to_owned());
        }
        match self.out.whys.last_mut() {
            Some(why) => {
                why.answer.push(' ');
                why.answer.push_str(&plain(bare(line)));
                Some("Why".to_owned())
            }
            None => self.append(&ReviewField::RootCause, &plain(line)),
        }
    }

    fn action(&mut self, line: &str) -> Option<String> {
        let action = match cells(line) {
            Some(cells) if is_rule(&cells) => return Some("Table".to_owned()),
            Some(cells) => match &self.columns {
                Some(columns) => columns.action(&cells),
                None => {
                    let named = Columns::named(&cells);
                    let columns = self.columns.insert(named.clone().unwrap_or_default());
                    if named.is_some() {
                        return Some("Table".to_owned());
                    }
                    columns.action(&cells)
                }
            },
            None => listed(line),
        };
        self.out.actions.push(action?);
        Some("Action item".to_owned())
    }

    /// A line of a text, its marks taken off; one that is only a hint is left out.
    fn write_line(&mut self, line: &str) -> Option<String> {
        if is_open(line) { None } else { self.write(&plain(line)) }
    }

    fn write(&mut self, text: &str) -> Option<String> {
        let field = match &self.section {
            Section::Part(field) => field.clone(),
            _ => ReviewField::Summary,
        };
        self.append(&field, text)
    }

    fn append(&mut self, field: &ReviewField, text: &str) -> Option<String> {
        if is_open(text) {
            return None;
        }
        let part = self.out.parts.entry(field.clone()).or_default();
        if !part.is_empty() {
            part.push('\n');
        }
        part.push_str(text);
        Some(field.label().to_owned())
    }

    /// A line without words parts two paragraphs.
    fn end_paragraph(&mut self) {
        let field = match &self.section {
            Section::Part(field) => field.clone(),
            _ => ReviewField::Summary,
        };
        if let Some(part) = self.out.parts.get_mut(&field).filter(|part| !part.ends_with('\n')) {
            part.push('\n');
        }
    }

    fn finish(mut self) -> Postmortem {
        let day = self.out.day.or_else(|| self.first_day());
        self.out.day = day;
        self.out.day_begins = day.and_then(|day| self.zone.instant(day.and_time(NaiveTime::MIN)));
        self.date_header(day);
        self.date_lines(day);
        for part in self.out.parts.values_mut() {
            let tidy = part.trim().to_owned();
            *part = tidy;
        }
        self.out.parts.retain(|_, text| !text.is_empty());
        self.out
    }

    /// The first day that a time of the header or of the timeline is written with.
    fn first_day(&self) -> Option<NaiveDate> {
        let header = self.header.iter().find_map(|(_, _, value)| leading(value, None)?.0.day);
        let marks = || {
            self.marks.iter().find_map(|mark| match mark {
                Mark::Day(day) => Some(*day),
                Mark::Line(_, timed) => timed.written.day,
            })
        };
        header.or_else(marks)
    }

    fn date_header(&mut self, day: Option<NaiveDate>) {
        let mut days = Days::from(day);
        for (number, label, value) in std::mem::take(&mut self.header) {
            let at: Option<DateTime<Utc>> = leading(&value, days.year()).and_then(|(written, _)| days.instant(written, self.zone));
            match label {
                "Start" => self.out.started = at,
                "Detection" => self.out.detected = at,
                _ => self.out.resolved = at,
            }
            if at.is_none()
                && let Some(placed) = self.out.placed.iter_mut().find(|placed| placed.line == number)
            {
                placed.became = None;
            }
        }
    }

    fn date_lines(&mut self, day: Option<NaiveDate>) {
        let mut days = Days::from(day);
        for mark in std::mem::take(&mut self.marks) {
            match mark {
                Mark::Day(day) => days.turn_to(day),
                Mark::Line(placed, Timed { written, author, text }) => {
                    let Some(at) = days.instant(written, self.zone) else { continue };
                    self.out.placed[placed].became = Some(at.format("%Y-%m-%d %H:%M UTC").to_string());
                    self.out.lines.push(PostmortemLine { at, author, text });
                }
            }
        }
    }
}
