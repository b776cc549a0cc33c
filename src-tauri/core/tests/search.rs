//! What a person types is found in what people wrote, in every script, and marked where it stands.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

use proptest::prelude::*;
use sitrep_core::text::search::{SearchQuery, indexed_words, search_words};

fn words(text: &str) -> Vec<String> {
    search_words(text).into_iter().map(|word| word.word).collect()
}

/// The text with what was asked for in brackets.
fn marked(typed: &str, text: &str) -> String {
    let marks = SearchQuery::read(typed).marks(text);
    let bracket = |(at, letter): (usize, char)| {
        let is_opened = marks.iter().any(|mark| mark.start == at);
        let is_closed = marks.iter().any(|mark| mark.end == at + 1);
        let (opens, closes) = (if is_opened { "[" } else { "" }, if is_closed { "]" } else { "" });
        format!("{opens}{letter}{closes}")
    };
    text.chars().enumerate().map(bracket).collect()
}

fn finds(typed: &str, text: &str) -> bool {
    SearchQuery::read(typed).is_in(&[text])
}

#[test]
fn a_text_is_divided_into_words_in_every_script() {
    for (text, expected) in [
        ("Pool wait: 4.1 s", "pool wait 4 1 s"),
        ("prod-db-1 /var/log/x.log", "prod db 1 var log x log"),
        ("Café, naïve ÜBER", "cafe naive uber"),
        ("cafe\u{301}", "cafe"),
        ("Straße STRASSE", "strasse strasse"),
        ("İstanbul ISPARTA ısı", "istanbul isparta isi"),
        ("ΟΔΟΣ οδός", "οδοσ οδοσ"),
        ("支付失败v313です", "支 付 失 败 v313 て\u{3099} す"),
        ("ｶﾞ ガ ｶﾞ", "カ\u{3099} カ\u{3099} カ\u{3099}"),
        ("서버가", "\u{1109}\u{1165} \u{1107}\u{1165} \u{1100}\u{1161}"),
        ("ล่ม", "ล\u{e48} ม"),
        ("مُحَمَّد", "محمد"),
        ("שָׁלוֹם", "שלום"),
        ("🔥 down 👩‍💻", "🔥 down 👩 💻"),
        ("10.0.0.1:5432", "10 0 0 1 5432"),
        ("＃ｆｕｌｌ ﬁle ①", "full file 1"),
        ("हिन्दी", "हिन\u{94d}दी"),
        ("soft\u{ad}hyphen", "softhyphen"),
        ("€20 ≠ 20€", "€ 20 20 €"),
        ("++ \" … ", ""),
    ] {
        assert_eq!(words(text).join(" "), expected, "{text}");
    }
}

#[test]
fn what_is_typed_is_found() {
    for (typed, text) in [
        ("café", "the Cafe is down"),
        ("CAFE", "das Café"),
        ("prod-db-1", "failover of prod-db-1 to prod-db-2"),
        ("foo\"", "say \"foo\" twice"),
        ("AND", "salt and pepper"),
        ("NEAR(", "near the end"),
        ("NOT", "not yet"),
        ("*", "a * b"),
        ("C++", "the C++ worker"),
        ("c#", "a C# client"),
        ("🔥", "site on 🔥"),
        ("10.0.0.1", "timeout to 10.0.0.1:5432"),
        ("/var/log", "rm /var/log/app.log"),
        ("v313", "rolled back V313"),
        ("strasse", "Große Straße"),
        ("STRASSE", "große straße"),
        ("istanbul", "İSTANBUL"),
        ("IĞDIR", "ığdır"),
        ("支付", "所有支付失败"),
        ("失败 支付", "所有支付失败"),
        ("データベース", "本番データベースが停止"),
        ("ﾃﾞｰﾀ", "本番データベース"),
        ("서버", "웹서버가 죽었다"),
        ("하", "한국"),
        ("ระบบ", "ทั้งระบบล่ม"),
        ("οδος", "ΟΔΌΣ"),
        ("сервер", "Сервера упали"),
        ("paym", "Payments failing"),
        ("pay fail", "Payments failing"),
        ("``", "a ``code`` b"),
        ("->", "v312 -> v313"),
        ("%", "38 % of errors"),
    ] {
        assert!(finds(typed, text), "{typed} in {text}: {:?}", SearchQuery::read(typed));
        assert!(!SearchQuery::read(typed).marks(text).is_empty(), "{typed} is marked in {text}");
    }
}

#[test]
fn what_is_not_there_is_not_found() {
    for (typed, text) in [
        ("pool wait", "pool is full"),
        ("prod-db-1", "prod-web-1 and db"),
        ("支付", "支票付款"),
        ("C++", "vitamin C"),
        ("ool", "pool"),
        ("p", "pool"),
        ("が", "か"),
        ("++", "a+b"),
        ("pool\"", "pools"),
    ] {
        assert!(!finds(typed, text), "{typed} in {text}");
    }
}

#[test]
fn a_hit_is_marked_where_it_stands_and_no_further() {
    for (typed, text, expected) in [
        ("pool", "Pools are full, pool wait", "[Pool]s are full, [pool] wait"),
        ("cafe", "das Cafe\u{301}!", "das [Cafe\u{301}]!"),
        ("stras", "die Straße", "die [Straß]e"),
        ("prod-db-1", "on prod-db-1.", "on [prod-db-1]."),
        ("支付", "所有支付失败", "所有[支付]失败"),
        ("v313 pool", "v313 cut the pool", "[v313] cut the [pool]"),
        ("->", "a -> b", "a [->] b"),
        ("c++", "in C++ and C", "in [C++] and [C]"),
        ("🔥", "on 🔥 now", "on [🔥] now"),
    ] {
        assert_eq!(marked(typed, text), expected, "{typed}");
    }
}

#[test]
fn words_of_two_texts_are_no_phrase() {
    assert_eq!(indexed_words(["pool", "wait"]).split_whitespace().count(), 3, "something stands between them");
    assert!(!SearchQuery::read("pool-wait").is_in(&["a pool", "wait a bit"]));
    assert!(SearchQuery::read("pool wait").is_in(&["a pool", "wait a bit"]));
}

#[test]
fn a_word_without_end_is_compared_by_its_beginning() {
    let long = "a".repeat(5_000);
    assert_eq!(words(&long), ["a".repeat(64)]);
    assert!(finds(&long, &format!("token {long} end")));
    assert_eq!(marked(&long, &long), format!("[{long}]"));
}

#[test]
fn nothing_that_can_be_typed_asks_for_nothing() {
    assert!(SearchQuery::read("").is_empty() && SearchQuery::read(" \t\u{200b}\n").is_empty());
    for typed in ["\"", "++", "*", "🔥", "支", "a", "\u{301}"] {
        assert!(!SearchQuery::read(typed).is_empty() || typed == "\u{301}", "{typed}");
    }
}

proptest! {
    /// The index is given the same words as are marked, and none of them holds what would divide it there.
    #[test]
    fn the_index_is_given_the_words_that_are_marked(text in "\\PC{0,40}") {
        let words = words(&text);
        let given = indexed_words([text.as_str()]);
        prop_assert_eq!(given.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>(), words.iter().map(String::as_str).collect::<Vec<_>>());
        for word in &words {
            prop_assert!(word.chars().all(|letter| !letter.is_ascii() || letter.is_ascii_alphanumeric()), "{word}");
        }
    }

    /// Every word of a text finds it, typed as it stands there, and is marked.
    #[test]
    fn every_word_of_a_text_finds_it(text in "[a-zA-Z0-9 äßéİıŁ支付失败がざ서버ลุ่ม🔥€+#./_-]{1,40}") {
        for word in text.split_whitespace() {
            let query = SearchQuery::read(word);
            prop_assert!(query.is_in(&[&text]), "{word}: {query:?}");
            prop_assert!(query.is_empty() || !query.marks(&text).is_empty(), "{word}");
        }
    }

    #[test]
    fn marks_are_in_order_apart_and_inside(text in "\\PC{0,40}", typed in "\\PC{0,6}") {
        let marks = SearchQuery::read(&typed).marks(&text);
        let ends: Vec<usize> = marks.iter().flat_map(|mark| [mark.start, mark.end]).collect();
        prop_assert!(ends.is_sorted_by(|one, other| one < other) && ends.last().is_none_or(|end| *end <= text.chars().count()), "{marks:?}");
    }
}
