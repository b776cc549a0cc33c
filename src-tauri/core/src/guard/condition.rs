//! What a pattern cannot say: whether a string looks like a secret.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};

use crate::team::Condition;

/// Whether the condition holds of what a pattern found.
pub(super) fn holds(condition: Condition, found: &str) -> bool {
    match condition {
        Condition::Jwt => is_jwt(found),
        Condition::Filled => is_filled(found),
        Condition::Value => is_filled(found) && is_no_word(found),
        Condition::Key => is_filled(found) && has_key_like_run(found),
        Condition::Encoded => is_encoded(found),
        Condition::Telephone => (7..=15).contains(&digits(found).count()),
        Condition::Card => is_card(found),
        Condition::Address => found.contains("://") || is_private_number(found),
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

/// Whether it is a key as handbooks show it: with EXAMPLE in it, or with a letter that only fills it.
pub(super) fn is_example(found: &str) -> bool {
    found.contains("EXAMPLE") || ["xxxx", "XXXX", "****", "••••"].iter().any(|filler| found.contains(filler))
}

fn is_filled(found: &str) -> bool {
    let opens = found.starts_with(['<', '$', '%', '{', '[', '(', '‹', '…']);
    let masked = found.chars().all(|letter| matches!(letter, '*' | 'x' | 'X' | '•' | '.' | '-' | '_'));
    !opens && !masked && !found.contains("***") && !is_example(found) && !says_removed(found) && !is_reference(found)
}

/// Whether it names the place where the value is: a variable of a program or of Terraform, a file that sops encrypted.
fn is_reference(found: &str) -> bool {
    static PLACES: [&str; 21] = [
        "var.",
        "local.",
        "data.",
        "module.",
        "secrets.",
        "env.",
        "process.env",
        "os.environ",
        "os.getenv",
        "system.getenv",
        "config.",
        "settings.",
        "self.",
        "this.",
        "vault.",
        "random_password.",
        "params.",
        "ref+",
        "enc[",
        "op://",
        "arn:aws:",
    ];
    let lower = found.to_ascii_lowercase();
    PLACES.iter().any(|place| lower.starts_with(place))
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

fn has_key_like_run(found: &str) -> bool {
    let is_uuid = found.len() == 36 && found.split('-').map(str::len).eq([8, 4, 4, 4, 12]);
    let runs = || found.split(|letter: char| !letter.is_ascii_alphanumeric());
    is_uuid
        || runs().any(|run| run.len() >= 10 && is_no_word(run) && !run.starts_with("sha"))
        || (found.len() >= 24 && has_many_turns(found))
}

/// Small and capital letters and digits in turn, as words do not have them.
fn has_many_turns(found: &str) -> bool {
    let kind = |letter: char| (letter.is_ascii_digit(), letter.is_ascii_uppercase());
    let kinds: Vec<_> = found.chars().filter(char::is_ascii_alphanumeric).map(kind).collect();
    kinds.windows(2).filter(|pair| pair[0] != pair[1]).count() * 4 >= kinds.len()
}

fn is_encoded(found: &str) -> bool {
    found.len().is_multiple_of(4) && is_no_word(found) && BASE64_STANDARD.decode(found).is_ok()
}

fn digits(found: &str) -> impl DoubleEndedIterator<Item = u32> + ExactSizeIterator {
    let digits: Vec<u32> = found.chars().filter_map(|letter| letter.to_digit(10)).collect();
    digits.into_iter()
}

/// By Luhn's sum.
fn is_card(found: &str) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits(found).rev().enumerate().map(|(at, digit)| if at % 2 == 1 { doubled(digit) } else { digit }).sum();
    (13..=19).contains(&digits(found).len()) && sum.is_multiple_of(10)
}

/// An address within a network, as one number.
fn is_private_number(found: &str) -> bool {
    let number = match found.strip_prefix("0x").or_else(|| found.strip_prefix("0X")) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => found.parse(),
    };
    number.is_ok_and(|number| {
        let address = std::net::Ipv4Addr::from(number);
        address.is_private() || address.is_loopback() || address.is_link_local()
    })
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
