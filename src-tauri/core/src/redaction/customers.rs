//! Which words name a customer: by the form of a company, by the word before it, by the name of a label.

use std::sync::LazyLock;

use regex::Regex;

/// What a company is by law, at the end of its name.
const FORM: &str = r"(?:GmbH(?: & Co\.? KG)?|AG|KGaA|SE|UG|e\.K\.|Ltd\.?|Limited|LLC|LLP|PLC|plc|Inc\.?|Corp\.?|Corporation|S\.?A\.?S?|SARL|S\.?r\.?l\.?|S\.?p\.?A\.?|B\.?V\.?|N\.?V\.?|Oy|AB|ApS|A/S|AS|Pty|Co\.)";
const NAME: &str = r"\p{Lu}[\p{L}\p{N}&'’]*(?:-\p{L}[\p{L}\p{N}]*)*";
/// The name of a label that has one for its value.
const LABEL: &str = r"\b(?i:customer|client|tenant|merchant|account|organi[sz]ation|org)(?:[_ -]?(?i:name|id))?\s?[=:]\s?";

static PATTERNS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let patterns = [
        format!(r"(?P<found>{NAME}(?: (?:& )?{NAME}){{0,3}},? {FORM})(?:[^\p{{L}}\p{{N}}]|$)"),
        format!(r"\b(?i:customer|client|tenant|merchant|account|kunde|kundin)s? (?P<found>{NAME}(?: {NAME}){{0,2}})"),
        format!(r#"{LABEL}"(?P<found>[^"\n]{{2,60}})""#),
        format!(r"{LABEL}(?P<found>[\p{{L}}\p{{N}}][\p{{L}}\p{{N}}._-]*)"),
    ];
    patterns.iter().filter_map(|pattern| Regex::new(pattern).ok()).collect()
});

static WITH_FORM: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&format!(r"^(?P<name>.+?),? {FORM}$")).ok());

/// Words that may stand before a name.
const BEFORE: [&str; 7] = ["The", "A", "An", "Our", "Their", "This", "That"];

/// Words that stand behind 'customer' and name none.
const NO_NAMES: [&str; 17] = [
    "Support",
    "Service",
    "Services",
    "Success",
    "Care",
    "Impact",
    "Communication",
    "Communications",
    "None",
    "All",
    "No",
    "Id",
    "ID",
    "API",
    "Data",
    "Facing",
    "Each",
];

/// The customers that a text names.
pub(super) fn customers_in(text: &str) -> Vec<String> {
    let found = PATTERNS.iter().flat_map(|pattern| pattern.captures_iter(text));
    found.filter_map(|captures| captures.name("found").map(|name| named(name.as_str()))).filter(|name| is_name(name)).collect()
}

/// The name without what the company is by law: `Nordlicht` of `Nordlicht GmbH`.
pub(super) fn without_form(name: &str) -> Option<&str> {
    let short = WITH_FORM.as_ref()?.captures(name)?.name("name")?.as_str();
    (short.chars().count() >= 3).then_some(short)
}

fn named(found: &str) -> String {
    let mut name = found.trim_end_matches(['.', '_', '-']);
    // A sentence may begin right before the name: 'The Nordlicht GmbH'.
    while let Some((_, rest)) = name.split_once(' ').filter(|(first, _)| BEFORE.contains(first)) {
        name = rest;
    }
    name.to_owned()
}

fn is_name(name: &str) -> bool {
    let first = name.split([' ', '-']).next().unwrap_or(name);
    name.chars().count() >= 3 && !NO_NAMES.contains(&first) && !BEFORE.contains(&name) && name.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_are_known_by_what_stands_beside_their_name() {
        for (text, found) in [
            ("Nordlicht GmbH reported it first", vec!["Nordlicht GmbH"]),
            ("told The Blue Harbour Trading Ltd at 14:00", vec!["Blue Harbour Trading Ltd"]),
            ("customer Nordlicht cannot pay", vec!["Nordlicht"]),
            ("customer=nordlicht-eu", vec!["nordlicht-eu"]),
            ("tenant_id: \"acme42\"", vec!["acme42"]),
            ("customers cannot pay; Customer Support told them", vec![]),
            ("A customer said no. Account is locked", vec![]),
        ] {
            assert_eq!(customers_in(text), found, "{text}");
        }
        assert_eq!(without_form("Nordlicht GmbH"), Some("Nordlicht"));
        assert_eq!(without_form("Nordlicht"), None);
    }
}
