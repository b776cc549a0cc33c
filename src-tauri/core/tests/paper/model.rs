//! A paper is data: it is written down, read again, and holds what is seen.

use sitrep_core::paper::{Paper, SeenText, Words};

use crate::example::with_one_of_each;

#[test]
fn a_paper_that_was_written_down_is_read_as_it_was() {
    let paper = with_one_of_each();

    let written = serde_json::to_string_pretty(&paper).expect("it is data");

    assert_eq!(serde_json::from_str::<Paper>(&written).ok(), Some(paper));
    insta::assert_snapshot!(written);
}

#[test]
fn a_text_in_a_paper_is_as_it_is_seen_however_it_came_in() {
    let hidden = "a\u{202e}b\u{0}c\r\nd";
    let typed = SeenText::from(hidden);
    let read: SeenText = serde_json::from_value(hidden.into()).expect("a text");

    assert_eq!(typed.as_str(), "abc\nd");
    assert_eq!(read, typed);
}

#[test]
fn a_paper_with_a_link_that_runs_something_is_not_read() {
    let words = r#"[{"text":"x","link":"javascript:alert(1)"}]"#;

    let refused = serde_json::from_str::<Words>(words).expect_err("no such link");

    assert!(refused.to_string().contains("http, https or mailto"), "{refused}");
}
