//! Why a rule of a team's file is not taken.

/// The key inside a rule (empty for the whole) and why it is not taken.
pub(crate) type Refusal = (String, String);

/// The last line of what the engine says; those before it draw the pattern.
pub(crate) fn no_pattern(error: &regex::Error) -> String {
    let said = error.to_string();
    let last = said.lines().last().unwrap_or_default();
    format!("is no pattern: {}", last.trim().trim_start_matches("error: "))
}
