//! Handles and channel names (seed: Step 5, Open Incident Channel).

use chrono::{DateTime, Utc};

const STOP_WORDS: [&str; 16] =
    ["at", "in", "on", "for", "of", "to", "with", "from", "after", "since", "during", "by", "the", "a", "an", "is"];

const MAX_WORDS: usize = 4;
const MAX_LENGTH: usize = 40;

/// The topic of a title in a few words: `Payments failing at checkout` becomes `payments-failing`.
///
/// A phrase ends at its first preposition once it has two words. Letters of any script are written in ASCII; a title
/// without any gives `incident`.
#[must_use]
pub fn slug(title: &str) -> String {
    let ascii = deunicode::deunicode(title).to_ascii_lowercase();
    let mut words: Vec<&str> = Vec::new();
    for word in ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let stop = STOP_WORDS.contains(&word);
        if (stop && words.len() >= 2) || words.len() == MAX_WORDS {
            break;
        }
        if !stop {
            words.push(word);
        }
    }
    let mut slug = words.join("-");
    slug.truncate(MAX_LENGTH);
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "incident".to_owned() } else { slug.to_owned() }
}

/// The handle of an incident that started at `started_at`: its UTC date and its topic. `taken` tells which handles exist;
/// a second incident of the same day and topic gets `-2`.
pub fn handle(title: &str, started_at: DateTime<Utc>, taken: impl Fn(&str) -> bool) -> String {
    let base = format!("{}-{}", started_at.format("%Y-%m-%d"), slug(title));
    if !taken(&base) {
        return base;
    }
    (2_u32..).map(|n| format!("{base}-{n}")).find(|candidate| !taken(candidate)).unwrap_or(base)
}

/// The channel of an incident: `#incident-2026-11-23-payments-failing`.
#[must_use]
pub fn channel(handle: &str) -> String {
    format!("#incident-{handle}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_the_topic_in_a_few_ascii_words() {
        for (title, expected) in [
            ("Payments failing at checkout", "payments-failing"),
            ("Search results stale", "search-results-stale"),
            ("Errors for EU users", "errors-eu-users"),
            ("The site is down", "site-down"),
            ("Zahlungen schlagen überall fehl heute früh", "zahlungen-schlagen-uberall-fehl"),
            ("東京", "dong-jing"),
            ("!!!", "incident"),
            ("prod-db-1 unreachable", "prod-db-1-unreachable"),
        ] {
            assert_eq!(slug(title), expected, "{title}");
        }
    }

    #[test]
    fn a_second_incident_of_the_day_gets_a_number() {
        let start = DateTime::from_timestamp_millis(1_795_442_400_000).unwrap_or_default();
        let first = handle("Payments failing", start, |_| false);
        assert_eq!(first, "2026-11-23-payments-failing");
        let second = handle("Payments failing", start, |candidate| candidate == first);
        assert_eq!(second, "2026-11-23-payments-failing-2");
        assert_eq!(channel(&first), "#incident-2026-11-23-payments-failing");
    }
}
