//! What the eye saw is what is kept, shown and sent.

use proptest::prelude::*;
use sitrep_core::event::{EventBody, Stored};
use sitrep_core::text::{WallClock, as_printed, as_seen, declaration, is_blank, isolated, quick_entry, tidy_line};
use sitrep_core::vocabulary::{EntryKind, SeverityNames};

#[test]
fn what_nobody_sees_does_not_stay() {
    for (typed, seen) in [
        ("Payments \u{202e}gnitirw si\u{202c} failing", "Payments gnitirw si failing"),
        ("\u{202d}a\u{2066}b\u{2067}c\u{2069}", "abc"),
        ("red \u{1b}[31malert\u{1b}[0m", "red alert"),
        ("\u{9b}1;31mred", "red"),
        ("\u{1b}]0;a title\u{7}words", "words"),
        ("a \u{1b}]8;;https://x.example\u{1b}\\link\u{1b}]8;;\u{1b}\\", "a link"),
        ("nul\0 bell\u{7} end", "nul bell end"),
        ("two\r\nlines\rthree\u{2028}four", "two\nlines\nthree\nfour"),
        ("\u{301}accent on nothing \u{301}", "accent on nothing "),
        ("hid\u{e0048}\u{e0049}den", "hidden"),
        ("\u{2068}opened and never ended", "opened and never ended"),
        ("ended\u{2069} and never opened", "ended and never opened"),
    ] {
        assert_eq!(as_seen(typed), seen, "{typed:?}");
    }
}

#[test]
fn what_belongs_to_words_stays() {
    for words in [
        "caf\u{e9} and cafe\u{301}",
        "👩\u{200d}👩\u{200d}👧 ❤\u{fe0f} 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        "می\u{200c}خواهم",
        "क्\u{200d}ष",
        "التحقق من الدفع",
        "שָׁלוֹם",
        "soft\u{ad}hyphen and\u{200b}wrap",
        "  indented\n\twith a tab",
        "a name \u{2068}שלום\u{2069} apart",
    ] {
        assert_eq!(as_seen(words), words);
        assert!(!is_blank(words));
    }
}

#[test]
fn what_shows_nothing_is_as_nothing() {
    for empty in [
        "",
        " ",
        "\u{a0}\u{3000}",
        "\u{200b}",
        "\u{202e}",
        "\u{3164}",
        "\u{2800}",
        "\u{ad}",
        "\u{e0041}\u{e0042}",
        "\0",
        "\u{301}",
        "\u{feff}",
        "\u{1b}[31m\u{1b}[0m",
        "\u{200d}\u{fe0f}",
        "\u{115f}\u{1160}\u{ffa0}",
        "\u{2068}\u{2069}",
        "\u{2060}\u{180e}",
        "\u{1b}]0;hidden\u{7}",
    ] {
        assert!(is_blank(empty), "{empty:?}");
        assert!(declaration::parse(&format!("P1 {empty}"), false, &SeverityNames::default()).is_err(), "{empty:?} is no title");
        assert_eq!(tidy_line(&format!("Payments {empty} failing")), "Payments failing", "{empty:?}");
        let line = quick_entry::parse(empty, WallClock::utc(chrono::DateTime::UNIX_EPOCH)).map(|entry| entry.intent);
        assert_eq!(line, Ok(quick_entry::Intent::Nothing), "{empty:?} is no entry");
        assert!(
            quick_entry::parse(&format!("/decision {empty}"), WallClock::utc(chrono::DateTime::UNIX_EPOCH)).is_err(),
            "{empty:?} is no decision"
        );
    }
}

#[test]
fn words_from_right_to_left_move_nothing_beside_them() {
    assert_eq!(isolated("Payments"), "Payments");
    assert_eq!(isolated("תשלומים 500"), "\u{2068}תשלומים 500\u{2069}");
    assert_eq!(isolated(&isolated("תשלומים")), isolated("תשלומים"));
    assert_eq!(as_printed("P1 תשלומים נכשלים 14:05 UTC"), "P1 \u{2068}תשלומים נכשלים\u{2069} 14:05 UTC");
    assert_eq!(as_printed("\u{2068}תשלומים\u{2069}: late"), "\u{2068}תשלומים\u{2069}: late");
    assert_eq!(as_printed("from שלום to שלום"), "from \u{2068}שלום\u{2069} to \u{2068}שלום\u{2069}");
    assert_eq!(as_printed("a\u{202e}b"), "ab");
}

#[test]
fn an_event_is_stored_and_read_as_seen() {
    let typed = EventBody::Entry {
        entry: EntryKind::Note,
        text: "a\u{202e}b\u{1b}[31m\0 \u{301}c\r\nd".into(),
        pictures: vec![],
        attached: None,
        from: None,
    };
    let seen = EventBody::Entry { entry: EntryKind::Note, text: "ab c\nd".into(), pictures: vec![], attached: None, from: None };

    let Stored { kind, version, body } = typed.stored().expect("it is JSON");
    assert_eq!(body, seen.stored().expect("it is JSON").body);
    assert_eq!(EventBody::read(&kind, version, &body), seen);
    let old = serde_json::to_value(&typed).expect("it is JSON")["body"].to_string();
    assert_eq!(EventBody::read(&kind, version, &old), seen, "what was recorded before reads as seen, too");
}

proptest! {
    #[test]
    fn looking_again_changes_nothing(text in "(\\PC|[\u{0}-\u{1f}\u{7f}-\u{9f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{300}\u{5d0}\u{e0041}a]){0,40}") {
        let seen = as_seen(&text).into_owned();
        prop_assert_eq!(as_seen(&seen), seen.as_str());
        prop_assert!(!seen.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
        let turns = ('\u{202a}'..='\u{202e}').any(|turning| seen.contains(turning));
        prop_assert!(!turns);
        prop_assert_eq!(as_printed(&as_printed(&text)), as_printed(&text));
    }
}
