//! A paper is data: it is written down, read again, and holds what is seen.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

use chrono::{TimeZone, Utc};
use sitrep_core::paper::{Block, Branch, Drawing, Fact, Level, LinkTarget, ListOrder, Paper, Picture, SeenText, Table, Words};

fn with_one_of_each() -> Paper {
    let link = LinkTarget::try_from("https://status.example").expect("a page");
    let words = Words::from("Found by ").strong("us").emphasis(" early").code("ps").tag("Key").link("the page", link);
    let leaf = Branch { words: Words::from("The cap passed review").tag("Root cause"), children: Vec::new() };
    let drawing = Drawing { file_name: "course.svg".to_owned(), svg: "<svg/>".to_owned(), alternative: "Severity over time".into() };
    let blocks = vec![
        Block::heading(Level::Section, "Summary"),
        Block::paragraph(words),
        Block::Verbatim { text: "a\n  b".into() },
        Block::Facts { facts: vec![Fact::new("Severity", "P1")] },
        Block::list(ListOrder::NumberedFrom(3), ["three".into()]),
        Block::Table(Table::new(["Time", "Event"], vec![vec!["14:00".into(), "Declared".into()]]).with_caption("What happened")),
        Block::Tree { roots: vec![Branch { words: "Checkout failed".into(), children: vec![leaf] }] },
        Block::Picture(Picture { file_name: "2026-11-23-1405-0a0a0a0a.png".to_owned(), alternative: "The graph".into() }),
        Block::Drawing(drawing),
    ];
    let written_at = Utc.with_ymd_and_hms(2026, 11, 24, 9, 0, 0).single().expect("an instant");
    Paper { title: "Payments failing".into(), language: "en".to_owned(), author: Some("Ana".into()), written_at, blocks }
}

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
