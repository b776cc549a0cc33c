//! What a pattern cannot say: whether a string looks like a secret.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;

use crate::team::Condition;

/// Whether the condition holds of what a pattern found.
pub(super) fn holds(condition: Condition, found: &str) -> bool {
    match condition {
        Condition::Jwt => is_jwt(found),
        Condition::Filled => is_filled(found),
        Condition::Value => is_filled(found) && is_no_word(found),
    }
}

/// Shannon's entropy in bits per character: words have 2 to 3, hexadecimal at most 4, base64 up to 6.
pub(super) fn entropy(text: &str) -> f64 {
    let mut counts: BTreeMap<char, u32> = BTreeMap::new();
    for letter in text.chars() {
        *counts.entry(letter).or_default() += 1;
    }
    let all = f64::from(counts.values().sum::<u32>()).max(1.0);
    counts.values().map(|count| f64::from(*count) / all).map(|share| -share * share.log2()).sum()
}

fn is_filled(found: &str) -> bool {
    let opens = found.starts_with(['<', '$', '%', '{', '[', '(', '‹', '…']);
    let masked = found.chars().all(|letter| matches!(letter, '*' | 'x' | 'X' | '•' | '.' | '-' | '_'));
    !opens && !masked && !found.contains("***") && !found.contains("xxxx") && !found.contains("XXXX") && !says_removed(found)
}

fn says_removed(found: &str) -> bool {
    let lower = found.to_ascii_lowercase();
    ["redacted", "removed", "filtered", "masked", "hidden", "placeholder", "changeme", "your-", "your_"]
        .iter()
        .any(|word| lower.starts_with(word))
}

fn is_no_word(found: &str) -> bool {
    let digits = found.chars().filter(char::is_ascii_digit).count();
    let letters = found.chars().filter(char::is_ascii_alphabetic).count();
    let one_word = found.chars().all(|letter| letter.is_ascii_alphabetic());
    let mixed = found.chars().skip(1).any(|letter| letter.is_ascii_uppercase()) && found.chars().any(|letter| letter.is_ascii_lowercase());
    (digits > 0 && letters > 0) || (one_word && mixed && found.len() >= 12) || (one_word && found.len() >= 20)
}

fn is_jwt(found: &str) -> bool {
    let header = found.split('.').next().and_then(|header| BASE64_URL_SAFE_NO_PAD.decode(header).ok());
    header.is_some_and(|bytes| serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(&bytes).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_one_whose_header_is_json() {
        assert!(is_jwt("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x"));
        assert!(!is_jwt("eyJhbGciOiJIUzI1NiJ8.eyJzdWIiOiIxIn0.x"));
        assert!(!is_jwt("eyJ*.a.b") && !is_jwt(""));
    }

    #[test]
    fn a_word_is_no_value() {
        for word in ["expired", "required", "(removed)", "<token>", "***", "${TOKEN}", "xxxxxxxx", "NotFound", "12345678", "your-token-1"] {
            assert!(!holds(Condition::Value, word), "{word}");
        }
        for value in ["hunter2", "a1b2c3d4", "correcthorsebatterystaple", "QmFzZTYeFbVzIQ"] {
            assert!(holds(Condition::Value, value), "{value}");
        }
    }
}
