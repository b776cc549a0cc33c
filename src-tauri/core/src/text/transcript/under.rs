//! Texts whose times stand under the words: status pages, and the history of the fish shell.

use std::sync::LazyLock;

use regex::Regex;

use super::reading::{Mark, Message, Order, Reading};
use super::said::{Stamp, epoch};
use super::skeleton::Line;

static POSTED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)^\s*(?:posted\b[^\x01-\x06]{0,40}|updated?\b[^\x01-\x06]{0,40})?[\x02\x04-\x06]\s*$").ok());

/// Reads what is said above each line that is a date and a time, and no more, if the first line is none and the last is one.
pub(super) fn status_page(lines: &[Line<'_>]) -> Option<Reading> {
    let pattern = POSTED.as_ref()?;
    let shown: Vec<&Line<'_>> = lines.iter().filter(|line| !line.is_blank).collect();
    let is_time = |line: &Line<'_>| line.is_whole && pattern.is_match(&line.skeleton);
    if is_time(shown.first()?) || !is_time(shown.last()?) || shown.windows(2).any(|two| is_time(two[0]) && is_time(two[1])) {
        return None;
    }
    let mut reading = Reading::of("Status page", Order::Put);
    let mut words: Vec<&str> = Vec::new();
    for line in shown {
        match line.times.first().filter(|_| is_time(line)) {
            Some(found) => {
                let said = std::mem::take(&mut words).join("\n");
                reading.push(Mark::Message(Message::of(found.stamp.clone(), said, line.text.to_owned())));
            }
            None => words.push(line.text),
        }
    }
    Some(reading)
}

/// Reads `- cmd:` with its `when:` under it.
pub(super) fn fish_history(text: &str) -> Option<Reading> {
    if !text.trim_start().starts_with("- cmd:") {
        return None;
    }
    let mut reading = Reading::of("Shell history", Order::Written);
    let mut command: Option<String> = None;
    for line in text.lines() {
        fish_line(&mut reading, &mut command, line);
    }
    if let Some(left) = command {
        reading.add_line(&left);
    }
    reading.if_any()
}

fn fish_line(reading: &mut Reading, command: &mut Option<String>, line: &str) {
    let when = line.trim().strip_prefix("when:").and_then(|digits| epoch(digits.trim()));
    if let Some(next) = line.strip_prefix("- cmd:") {
        if let Some(left) = command.replace(next.trim().replace("\\n", "\n").replace("\\\\", "\\")) {
            reading.add_line(&left);
        }
    } else if let Some((at, said)) = when.zip(command.take()) {
        reading.push(Mark::Message(Message::of(Stamp::at(at), said, format!("- cmd: {line}"))));
    } else {
        // The paths that a command named are in the command.
        reading.dropped.push(line.trim().to_owned());
    }
}
