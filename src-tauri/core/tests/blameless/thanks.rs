//! Whom a review can thank.

use sitrep_core::documents::blameless::thanks;
use sitrep_core::event::EventBody;
use sitrep_core::guard::Guard;
use sitrep_core::vocabulary::{Detection, Severity};

use crate::support::Story;

fn lines(story: &Story) -> Vec<String> {
    let (guard, incident) = (Guard::built_in().expect("the built-in rules read"), story.fold().expect("it is declared"));
    thanks(&incident, &story.rows(), &guard).iter().map(|thanks| thanks.line()).collect()
}

fn by(mut story: Story, author: &str) -> Story {
    if let Some(last) = story.events.last_mut() {
        last.author = author.into();
    }
    story
}

#[test]
fn who_declared_it_told_of_a_mistake_or_named_a_risk_is_thanked_once_for_each() {
    let story = Story::declared(Severity::P1).then(1, EventBody::Detected { by: Detection::User });
    let story = by(story.note(5, "I dropped the staging index on the wrong cluster, sorry"), "@raj");
    let story = by(story.note(6, "my mistake, the flag was on"), "@raj");
    let story = by(story.note(7, "the failover might break the replica"), "@li");
    let story = by(story.note(8, "I'm worried about the queue"), "@raj");
    let story = by(story.note(9, "rolled back"), "@kai");

    let expected = [
        "Thanks to @ana, who declared it 10 min after it began, from a user's report.",
        "Thanks to @raj, who told of a mistake: “I dropped the staging index on the wrong cluster, sorry”.",
        "Thanks to @li, who named a risk: “the failover might break the replica”.",
        "Thanks to @raj, who named a risk: “I'm worried about the queue”.",
    ];
    assert_eq!(lines(&story), expected);
}

#[test]
fn words_that_read_alike_are_no_reason() {
    for text in [
        "dropped packets on eu-1",
        "I ran the rollback",
        "no risk: it is read-only",
        "risk-engine is down, too",
        "it was not my mistake",
        "users dropped the cart",
        "they deployed v313 at 13:45",
    ] {
        assert_eq!(lines(&Story::declared(Severity::P1).note(5, text)).len(), 1, "{text}");
    }
}

#[test]
fn words_that_tell_of_one_are() {
    for text in [
        "I broke the canary",
        "I ran the cleanup by mistake",
        "I accidentally deleted the namespace",
        "we deployed the old image instead of v312",
        "I forgot the replica",
        "this could fail under load",
        "risky: the replica lags 40 min",
        "I am worried that the cap holds nothing",
        "what if the lock is stale?",
    ] {
        assert_eq!(lines(&Story::declared(Severity::P1).note(5, text)).len(), 2, "{text}");
    }
}

#[test]
fn a_long_entry_is_quoted_by_its_beginning_in_one_line() {
    let story = Story::declared(Severity::P1).note(5, &format!("a risk\n{}", "word ".repeat(40)));
    let line = lines(&story).pop().unwrap_or_default();
    assert!(line.starts_with("Thanks to @ana, who named a risk: “a risk word word") && line.ends_with("…”.") && line.len() < 160, "{line}");
}
