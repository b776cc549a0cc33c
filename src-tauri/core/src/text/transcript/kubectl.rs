//! Events of Kubernetes, which have an age and no time.

use chrono::{DateTime, Utc};

use super::reading::{Mark, Message, Order, Reading};
use super::said::{Stamp, age};
use crate::text::is_blank;

/// Reads the rows under a heading that has a column for the age.
pub(super) fn read(text: &str, now: DateTime<Utc>) -> Option<Reading> {
    let heading = text.lines().position(is_heading)?;
    let mut reading = Reading::of("Events by age", Order::Put);
    let column = column_of_age(text.lines().nth(heading)?)?;
    for (number, line) in text.lines().enumerate() {
        let is_rule = line.chars().all(|c| c == '-' || c.is_whitespace());
        match message(line, column, now).filter(|_| number > heading) {
            Some(message) => reading.push(Mark::Message(message)),
            None if is_blank(line) => {}
            None if number == heading || is_rule => reading.dropped.push(line.trim().to_owned()),
            None => reading.add_line(line),
        }
    }
    let rows = text.lines().skip(heading + 1).filter(|line| !is_blank(line)).count();
    (reading.messages().count() * 2 >= rows.max(1)).then_some(reading)
}

fn is_heading(line: &str) -> bool {
    let upper = line.to_uppercase();
    let has = |word: &str| upper.split_whitespace().any(|other| other == word);
    (has("AGE") || upper.contains("LAST SEEN")) && has("REASON") && has("MESSAGE")
}

/// The age is in the column of its heading, or in the first.
fn column_of_age(heading: &str) -> Option<usize> {
    let upper = heading.to_uppercase().replace("LAST SEEN", "LAST_SEEN").replace("FIRST SEEN", "FIRST_SEEN");
    upper.split_whitespace().position(|word| word == "AGE" || word == "LAST_SEEN")
}

fn message(line: &str, column: usize, now: DateTime<Utc>) -> Option<Message> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let ago = age(words.get(column)?)?;
    let at = now.checked_sub_signed(ago)?;
    let mut stamp = Stamp::at(at);
    stamp.doubt = Some("time guessed: from its age, counted from now");
    let rest = words.iter().enumerate().filter(|(number, _)| *number != column).map(|(_, word)| *word);
    Some(Message::of(stamp, rest.collect::<Vec<_>>().join(" "), (*words.get(column)?).to_owned()))
}
