//! Handles and channel names (seed: Step 5, Open Incident Channel).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use icu_properties::CodePointMapData;
use icu_properties::props::Script;

use super::redacted::REDACTED;
use crate::vocabulary::IncidentId;

const STOP_WORDS: [&str; 16] =
    ["at", "in", "on", "for", "of", "to", "with", "from", "after", "since", "during", "by", "the", "a", "an", "is"];

const MAX_WORDS: usize = 4;
const MAX_LENGTH: usize = 40;
/// A handle may have a date before its topic and numbers behind it.
const HANDLE_AT_MOST: usize = 100;
/// So many of the last digits of an incident's id tell it from others of its handle; more where that does not do.
const DIGITS: [usize; 4] = [4, 8, 12, 32];

/// The topic of a title in a few words: `Payments failing at checkout` becomes `payments-failing`.
///
/// A phrase ends at its first preposition once it has two words. Only what is written in Latin letters is written in ASCII: other scripts have
/// letters that several languages read differently. A title without any gives `incident`.
#[must_use]
pub fn slug(title: &str) -> String {
    topic(title).unwrap_or_else(|| "incident".to_owned())
}

fn topic(title: &str) -> Option<String> {
    let (mut words, mut length) = (Vec::<String>::new(), 0);
    for word in title.split(|c: char| !c.is_alphanumeric()).filter(|word| is_latin(word)).flat_map(in_ascii) {
        let stop = STOP_WORDS.contains(&word.as_str());
        if (stop && words.len() >= 2) || words.len() == MAX_WORDS || length >= MAX_LENGTH {
            break;
        }
        if !stop {
            length += word.len() + 1;
            words.push(word);
        }
    }
    let mut slug = words.join("-");
    slug.truncate(MAX_LENGTH);
    let slug = slug.trim_end_matches('-');
    slug.contains(|c: char| c.is_ascii_alphabetic()).then(|| slug.to_owned())
}

/// Whether no letter of a word is of another script.
fn is_latin(word: &str) -> bool {
    let scripts = CodePointMapData::<Script>::new();
    word.chars().all(|c| matches!(scripts.get(c), Script::Latin | Script::Common | Script::Inherited))
}

fn in_ascii(word: &str) -> Vec<String> {
    let ascii = deunicode::deunicode(word).to_ascii_lowercase();
    ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The handle of an incident that started at `started_at`: its UTC date and its topic, or a number where its title has none in Latin letters.
/// `taken` tells which handles exist; a second incident of the same day and topic gets `-2`.
pub fn handle(title: &str, started_at: DateTime<Utc>, taken: impl Fn(&str) -> bool) -> String {
    let day = started_at.format("%Y-%m-%d").to_string();
    let base = topic(title).map(|topic| format!("{day}-{topic}"));
    let numbered = (1_u32..).map(|n| match (&base, n) {
        (Some(base), 1) => base.clone(),
        (Some(base), n) => format!("{base}-{n}"),
        (None, n) => format!("{day}-{n}"),
    });
    numbered.into_iter().find(|candidate| !taken(candidate)).unwrap_or(day)
}

/// Whether a text could be a handle: what is one stands in names of files, of channels and of what is due. Words may have been taken out of it.
#[must_use]
pub fn is_handle(text: &str) -> bool {
    let text = text.replace(REDACTED, "x");
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.len() <= HANDLE_AT_MOST && text.bytes().next().is_some_and(is_letter) && text.bytes().all(|byte| is_letter(byte) || byte == b'-')
}

/// Under which handle each incident is shown, by those that they were declared under.
///
/// Two laptops may have declared two incidents under one handle. Then none of them has it alone, so that it never comes to mean another one:
/// each is told by the last digits of its id, `2026-11-23-payments-3f9a`. It follows from the incidents alone, not from which came first.
#[must_use]
pub fn shown_handles(declared: &BTreeMap<IncidentId, String>) -> BTreeMap<IncidentId, String> {
    let mut told_by: BTreeMap<IncidentId, usize> = BTreeMap::new();
    loop {
        let shown: BTreeMap<_, _> =
            declared.iter().map(|(id, handle)| (*id, shown_handle(*id, handle, told_by.get(id).copied().unwrap_or_default()))).collect();
        let mut bearers: BTreeMap<&str, Vec<IncidentId>> = BTreeMap::new();
        for (id, handle) in &shown {
            bearers.entry(handle).or_default().push(*id);
        }
        let alike: Vec<IncidentId> = bearers.into_values().filter(|ids| ids.len() > 1).flatten().collect();
        // Told by all its digits an incident is like no other.
        let further: Vec<_> = alike.into_iter().filter(|id| told_by.get(id).is_none_or(|told_by| *told_by < DIGITS.len())).collect();
        if further.is_empty() {
            return shown;
        }
        further.into_iter().for_each(|id| *told_by.entry(id).or_default() += 1);
    }
}

/// The handle, told from others of its name by nothing, by four digits, by eight …
fn shown_handle(id: IncidentId, handle: &str, told_by: usize) -> String {
    let all = id.0.simple().to_string();
    match told_by.checked_sub(1).and_then(|which| DIGITS.get(which)) {
        Some(digits) => format!("{handle}-{}", &all[all.len() - digits..]),
        None => handle.to_owned(),
    }
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
            ("Zoë's café überlastet", "zoe-s-cafe-uberlastet"),
            ("東京", "incident"),
            ("決済 API が落ちた", "api"),
            ("Платежи не работают", "incident"),
            ("503 !!!", "incident"),
            ("prod-db-1 unreachable", "prod-db-1-unreachable"),
        ] {
            assert_eq!(slug(title), expected, "{title}");
        }
    }

    fn id(number: u128) -> IncidentId {
        IncidentId(uuid::Uuid::from_u128(number))
    }

    fn shown(declared: &[(u128, &str)]) -> Vec<String> {
        let declared = declared.iter().map(|(number, handle)| (id(*number), (*handle).to_owned())).collect();
        shown_handles(&declared).into_values().collect()
    }

    #[test]
    fn of_two_incidents_declared_under_one_handle_none_has_it_alone() {
        assert_eq!(shown(&[(1, "payments"), (2, "search")]), ["payments", "search"]);
        assert_eq!(shown(&[(1, "payments"), (0xa_beef, "payments"), (7, "search")]), ["payments-0001", "search", "payments-beef"]);
    }

    #[test]
    fn a_handle_is_of_one_incident_whatever_they_were_declared_under() {
        let tricky = [(0x1_0001, "a"), (0x2_0001, "a"), (3, "a-0001"), (4, "a-00010001"), (5, "a-0001-0003")];

        let shown = shown(&tricky);

        let mut once = shown.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), tricky.len(), "{shown:?}");
    }

    #[test]
    fn only_what_could_stand_in_a_name_of_a_file_is_a_handle() {
        for handle in ["a", "2026-11-23-payments-failing-2", "2026-11-23-(redacted)-failing"] {
            assert!(is_handle(handle), "{handle}");
        }
        for none in ["", "-a", "../etc", "a/b", "A", "a b", "a\u{e9}", "(a)", &"a".repeat(101)] {
            assert!(!is_handle(none), "{none}");
        }
    }

    #[test]
    fn a_title_without_latin_letters_is_told_by_a_number() {
        let start = DateTime::from_timestamp_millis(1_795_442_400_000).unwrap_or_default();
        for title in ["決済が失敗", "فشل الدفع", "Платежи не работают", "!!!"] {
            assert_eq!(handle(title, start, |_| false), "2026-11-23-1", "{title}");
            assert_eq!(handle(title, start, |candidate| candidate == "2026-11-23-1"), "2026-11-23-2", "{title}");
        }
        assert!(is_handle("2026-11-23-1"));
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
