//! For any text: the guard never panics, its places can be cut out, and what is replaced stays replaced.

use std::sync::LazyLock;

use proptest::prelude::*;
use sitrep_core::guard::{Guard, Hit, Scope};

use crate::corpus::{benign, samples};
use crate::{CUSTOMERS, replaced};

static GUARD: LazyLock<Guard> = LazyLock::new(|| Guard::built_in().unwrap_or_default());
static PIECES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = [
        " ",
        "\n",
        ". ",
        ": ",
        "@",
        "@ana",
        "ana",
        "Ana",
        "raj",
        "#ops",
        "PAY-12",
        "prod-db-1",
        "10.0.0.1",
        "shop.internal",
        "deploy",
        "a ",
        "an ",
        "the ",
        "5xx",
        "502",
        "pod",
        "LB",
        "latency",
        "resolved",
        "has been resolved",
        "fixed",
        "not ",
        "back to normal",
        "our team's fault",
        "should have known",
        "forgot to",
        "ß",
        "İ",
        "東京",
        "🙂",
        "é",
        "password=",
        "token: ",
        "(removed)",
        "one of our servers",
        "and ",
        "see ",
    ];
    words.into_iter().map(str::to_owned).chain(samples().into_iter().map(|(_, text)| text)).chain(benign()).collect()
});

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec((0..PIECES.len()).prop_map(|at| PIECES[at].clone()), 0..12).prop_map(|parts| parts.concat())
}

fn scan(text: &str) -> Vec<Hit> {
    let people = ["@ana".to_owned(), "@raj".to_owned()];
    GUARD.scan(text, &Scope { people: &people, next_update: Some("15:12"), ..CUSTOMERS })
}

/// What is put in place can uncover a word that had been a part of a longer one, as the message's own mending knows; each pass
/// leaves less.
const PASSES: usize = 4;

fn check(text: &str) -> Result<(), TestCaseError> {
    let hits = scan(text);
    let mut end = 0;
    for hit in &hits {
        if let Some(range) = &hit.range {
            prop_assert!(range.start >= end && !range.is_empty(), "{hits:?}");
            prop_assert_eq!(text.get(range.clone()), Some(hit.found.as_str()));
            end = range.end;
        }
    }
    let mut mended = text.to_owned();
    for _ in 0..PASSES {
        mended = replaced(&mended, &scan(&mended));
    }
    let again = scan(&mended).into_iter().find(|hit| hit.replace_with.is_some());
    prop_assert!(again.is_none(), "{again:?} in {mended:?}");
    Ok(())
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn what_is_replaced_stays_replaced(text in pieces()) {
        check(&text)?;
    }
}

#[test]
fn long_texts_are_read_to_their_end() {
    for unit in [
        "a",
        "@",
        "A",
        "-",
        "0",
        " ",
        "://",
        "password=",
        "@a ",
        "a@",
        "a.",
        "a:b@",
        "deploy ",
        "eyJ",
        "#a ",
        "QmFzZTY0",
        "QmFzZTY0QmFzZTY0\n",
        "-----BEGIN PRIVATE KEY-----",
        "x://a:b@c ",
    ] {
        let text = unit.repeat(100_000 / unit.len());
        assert!(scan(&text).iter().all(|hit| hit.range.as_ref().is_none_or(|range| range.end <= text.len())));
    }
}
