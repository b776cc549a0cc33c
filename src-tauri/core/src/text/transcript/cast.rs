//! Recordings of a terminal by asciinema: when it began, and what was printed how many seconds later.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use super::reading::{Mark, Message, Order, Reading};
use super::said::Stamp;
use crate::text::{as_seen, is_blank};

/// What waits so long begins an entry of its own.
const PAUSE: TimeDelta = TimeDelta::seconds(1);

/// Reads a recording whose head says when it began; without that it has no times.
pub(super) fn read(text: &str) -> Option<Reading> {
    let mut lines = text.lines().filter(|line| !is_blank(line));
    let head: Value = serde_json::from_str(lines.next()?).ok()?;
    let version = head.get("version")?.as_u64().filter(|version| (2..=3).contains(version))?;
    let mut at = DateTime::from_timestamp(head.get("timestamp")?.as_i64()?, 0)?;
    let began = at;
    let mut screen = Screen { reading: Reading::of("Terminal recording", Order::Written), line: String::new(), began: at, last: None };
    for line in lines {
        let Some((seconds, printed)) = printed(line) else {
            screen.reading.dropped.push(line.to_owned());
            continue;
        };
        at = if version == 2 { began } else { at }.checked_add_signed(seconds)?;
        screen.print(at, &printed.unwrap_or_default());
    }
    screen.end_line();
    screen.reading.if_any()
}

/// How many seconds later, and what was printed; keys that were pressed are printed where they are seen.
fn printed(line: &str) -> Option<(TimeDelta, Option<String>)> {
    let event: Value = serde_json::from_str(line).ok()?;
    let seconds = event.get(0)?.as_f64().filter(|seconds| seconds.is_finite() && seconds.abs() < 1e9)?;
    let millis = (seconds * 1000.0) as i64;
    let is_output = event.get(1)?.as_str()? == "o";
    Some((TimeDelta::try_milliseconds(millis)?, event.get(2)?.as_str().filter(|_| is_output).map(str::to_owned)))
}

struct Screen {
    reading: Reading,
    line: String,
    /// When the line was begun.
    began: DateTime<Utc>,
    /// When the line before ended.
    last: Option<DateTime<Utc>>,
}

impl Screen {
    fn print(&mut self, at: DateTime<Utc>, printed: &str) {
        for letter in printed.chars() {
            match letter {
                '\n' => self.end_line(),
                '\u{8}' => drop(self.line.pop()),
                _ => {
                    if self.line.is_empty() {
                        self.began = at;
                    }
                    self.line.push(letter);
                }
            }
        }
    }

    /// A line belongs to the one before it, unless something was waited for between them or a prompt is on it.
    fn end_line(&mut self) {
        let line = as_seen(&std::mem::take(&mut self.line)).trim_end().to_owned();
        if is_blank(&line) {
            return;
        }
        let follows = self.last.is_some_and(|last| self.began - last < PAUSE) && !is_prompt(&line);
        self.last = Some(self.began);
        if follows {
            self.reading.add_line(&line);
        } else {
            self.reading.push(Mark::Message(Message::of(Stamp::at(self.began), line, String::new())));
        }
    }
}

fn is_prompt(line: &str) -> bool {
    let head = &line[..line.floor_char_boundary(80)];
    ["$ ", "# ", "% ", "❯ ", "> "].iter().any(|mark| head.find(mark).is_some_and(|at| !head[..at].trim_end().contains(' ')))
}
