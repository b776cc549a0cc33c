//! Sentences that name times.

use super::reading::{Mark, Message, Order, Reading};
use super::said::Stamp;
use super::scan;
use crate::text::is_blank;

/// A sentence is no longer (bytes); only so much of one is looked at.
const LONGEST: usize = 1_000;

/// Reads each sentence that names one time; a time of day alone counts where its zone or its half of the day is said, or a word before it says
/// that something happened then.
pub(super) fn read(text: &str) -> Option<Reading> {
    let mut reading = Reading::of("Prose with times", Order::Put);
    for sentence in sentences(text) {
        match stamp_of(sentence) {
            Some(stamp) => reading.push(Mark::Message(Message::of(stamp, sentence.trim().to_owned(), String::new()))),
            None if is_blank(sentence) => {}
            None => reading.add_line(sentence.trim()),
        }
    }
    (reading.messages().count() > 1).then_some(reading)
}

fn stamp_of(sentence: &str) -> Option<Stamp> {
    let head = &sentence[..sentence.floor_char_boundary(LONGEST)];
    let found = scan::times(head);
    let first = found.first()?;
    let before = head[..first.at.start].split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let tells =
        ["at", "by", "around", "update", "um", "gegen", "à", "vers", "until", "from", "since", "on", "@", "~"].contains(&before.as_str());
    let mut stamp = first.stamp.clone();
    stamp.doubt = Some("read from a sentence");
    let starts = is_blank(&head[..first.at.start]);
    (tells || starts).then_some(stamp)
}

/// Sentences end at a point and a space before a capital letter, and with a line.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| {
        let mut ends: Vec<usize> = line.match_indices(". ").filter(|(at, _)| is_end(line, *at)).map(|(at, _)| at + 1).collect();
        ends.push(line.len());
        let starts = std::iter::once(0).chain(ends.clone());
        starts.zip(ends).map(|(from, to)| &line[from..to]).collect::<Vec<_>>()
    })
}

fn is_end(line: &str, at: usize) -> bool {
    let follows = line[at + 2..].chars().next();
    let word = line[..at].rsplit(' ').next().unwrap_or_default();
    follows.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()) && word.len() > 2
}
