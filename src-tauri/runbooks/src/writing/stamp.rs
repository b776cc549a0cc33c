//! The date of a run that went well.

use chrono::NaiveDate;

use crate::check::{Edit, apply, unified};
use crate::model::{FrontMatter, Runbook};
use crate::reading::{date_in, parse, plain_key, written_date};

/// A text with its new date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped {
    /// The whole text.
    pub text: String,
    /// The change as a patch that `git apply` takes; empty if the date stood there.
    pub patch: String,
}

/// Keys whose date is that of a verification. Others, such as a page's `date:`, are left as they are.
const OF_A_VERIFICATION: &[&str] = &["verified", "lastverified", "verifiedon", "tested", "lasttested", "reviewed", "lastreviewed"];
/// A line of its own stands within so many lines of the beginning.
const HABIT_WITHIN: usize = 25;

/// The text with `today` as the day it was verified: where it has such a date, in its place; else in its front matter; else as a line below others of its kind
/// (`**Owner**: search`); else in front matter of its own. `path` is what the patch calls it.
#[must_use]
pub fn verified_stamp(text: &str, path: &str, today: NaiveDate) -> Stamped {
    let runbook = parse(text, path);
    let edit = in_its_place(text, &runbook, today).or_else(|| in_front(&runbook.front, today)).or_else(|| in_its_habit(text, today));
    let new = edit.map_or_else(|| with_front(text, today), |edit| apply(text, &[edit]));
    Stamped { patch: unified(text, &new, path), text: new }
}

fn in_its_place(text: &str, runbook: &Runbook, today: NaiveDate) -> Option<Edit> {
    let line = runbook.front.verified_line?;
    let old = line_at(text, line)?;
    let key = old.split([':', '=', '|']).map(plain_key).find(|key| !key.is_empty())?;
    date_in(old).filter(|_| OF_A_VERIFICATION.contains(&key.as_str()))?;
    let written = written_date(old)?;
    Some(Edit { line, goes: 1, comes: vec![old.replacen(written, &today.to_string(), 1)] })
}

fn line_at(text: &str, line: u32) -> Option<&str> {
    text.lines().nth(line.checked_sub(1)? as usize)
}

/// YAML's keys may stand last; TOML's must stand before its tables.
fn in_front(front: &FrontMatter, today: NaiveDate) -> Option<Edit> {
    let lines = front.lines.filter(|_| front.problem.is_none())?;
    let (line, text) = match front.form.as_deref() {
        Some("toml") => (lines.from.saturating_add(1), format!("verified = {today}")),
        _ => (lines.to, format!("verified: {today}")),
    };
    Some(Edit { line, goes: 0, comes: vec![text] })
}

/// Below the last line near the beginning that looks like `**Owner**: search`.
fn in_its_habit(text: &str, today: NaiveDate) -> Option<Edit> {
    let is_habit = |line: &str| line.starts_with("**") && (line.contains("**:") || line.contains(":**")) && line.len() < 120;
    let told = ["**expected", "**rollback", "**ask", "**record", "**note", "**warning", "**important"];
    let lines = (1u32..).zip(text.lines()).take(HABIT_WITHIN).take_while(|(_, line)| !line.starts_with("##"));
    let (at, line) = lines.filter(|(_, line)| is_habit(line) && !told.iter().any(|word| line.to_lowercase().starts_with(word))).last()?;
    let colon_outside = line.contains("**:");
    let name = if colon_outside { "**Last verified**:" } else { "**Last verified:**" };
    let end: String = line.chars().rev().take_while(|c| matches!(c, ' ' | '\\')).collect();
    Some(Edit {
        line: at.saturating_add(1),
        goes: 0,
        comes: vec![format!("{name} {today}{}", if end.trim().is_empty() { end.as_str() } else { "\\" })],
    })
}

/// Before everything but a mark of the byte order.
fn with_front(text: &str, today: NaiveDate) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (mark, body) = text.strip_prefix('\u{feff}').map_or(("", text), |body| ("\u{feff}", body));
    format!("{mark}---{end}verified: {today}{end}---{end}{body}")
}
