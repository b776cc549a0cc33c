//! Words as they begin a sentence.

/// The text with a capital at its beginning, where its first letter has one.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
