//! Lists as lines.

use std::fmt::Display;

/// One line under the other.
pub fn joined(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// One line under the other, with the numbers by which a person names them; `none` where there is none.
pub fn numbered(lines: impl Iterator<Item = String>, none: &str) -> String {
    let all = joined(lines.enumerate().map(|(at, line)| format!("{:>2}  {line}", at + 1)));
    if all.is_empty() { none.to_owned() } else { all }
}

/// `1 service`, `2 services`, `3 entries`.
pub fn counted(count: impl TryInto<usize>, noun: &str) -> String {
    let count = count.try_into().unwrap_or(usize::MAX);
    match noun.strip_suffix('y') {
        _ if count == 1 => format!("1 {noun}"),
        Some(stem) => format!("{count} {stem}ies"),
        None => format!("{count} {noun}s"),
    }
}

/// A state, a text, and behind it what is known besides.
pub fn stated(state: &str, text: &str, note: Option<impl Display>) -> String {
    format!("{state:<11}  {text}{}", bracketed(note))
}

/// ` (like this)`, to stand behind what it belongs to; empty without a note.
pub fn bracketed(note: Option<impl Display>) -> String {
    note.map(|note| format!(" ({note})")).unwrap_or_default()
}
