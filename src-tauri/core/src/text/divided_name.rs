//! Names that were made of several words.

/// `PaymentPoolWait` as the words that it was made of: `Payment Pool Wait`.
pub(crate) fn divided_name(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && words.chars().next_back().is_some_and(char::is_lowercase) {
            words.push(' ');
        }
        words.push(letter);
    }
    words
}
