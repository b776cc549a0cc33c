//! What a duration is counted from (seed: Status Update, Resolution Notification).

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod support;

use sitrep_core::documents::review::{Pictures, ReviewOf, paper};
use sitrep_core::event::EventBody;
use sitrep_core::incident::CountedFrom;
use sitrep_core::messages::{MessageEdits, TemplateSet, compose};
use sitrep_core::paper::{PicturesInMarkdown, markdown};
use sitrep_core::team::ReviewSections;
use sitrep_core::vocabulary::{Audience, Severity, Status, UpdateFormat};
use support::{Story, at};

/// It began ten minutes before it was declared.
fn resolved() -> Story {
    Story::declared(Severity::P1).status(42, Status::Investigating, Status::Resolved)
}

/// The line of a message that tells a duration.
fn told(story: &Story, template: &str) -> String {
    let templates = TemplateSet::with(&[]).expect("the built-in ones read");
    let template = templates.built_in(template).expect("a built-in template");
    let (facts, recent) = (story.fold().expect("it is declared"), story.recent(Audience::Internal));
    let team = support::team().expect("the built-in policy reads");
    let message = compose(&facts, &recent, &team, template, &MessageEdits::default(), at(60)).expect("it is filled");
    let text = message.document.write(UpdateFormat::Plain, &[]).text();
    text.lines().find(|line| line.contains(" min ")).expect("a duration").to_owned()
}

#[test]
fn a_status_update_counts_since_start_and_the_notice_from_detection_to_resolution() {
    assert_eq!(told(&Story::declared(Severity::P1), "status"), "Duration: 1 h 10 min since start");
    assert_eq!(told(&resolved(), "resolution"), "Duration: 42 min from detection to resolution (52 min from start to resolution)");
    assert_eq!(told(&resolved(), "page"), "Status: Resolved, 52 min from start to resolution");
}

#[test]
fn what_was_withdrawn_lasts_no_longer() {
    let withdrawn = Story::declared(Severity::P1).then(20, EventBody::Withdrawn { reason: "a drill".into(), into: None });
    let facts = withdrawn.fold().expect("it is declared");
    assert_eq!(facts.lasted_in_words(CountedFrom::Start, at(60)), "30 min from start to withdrawal");
    assert_eq!(facts.counted_since(CountedFrom::Start, at(60)), "from start 13:50 UTC");
}

#[test]
fn a_review_tells_both() {
    let story = resolved();
    let (incident, rows, sections) = (story.fold().expect("it is declared"), story.rows(), ReviewSections::default());
    let of = ReviewOf {
        incident: &incident,
        timeline: &rows,
        sections: &sections,
        author: "ana",
        pictures: Pictures::Mentioned,
        practice: false,
    };
    let document = markdown(&paper(&of, at(60)), PicturesInMarkdown::Mentioned);
    let both = "**Duration**: 42 min from detection to resolution (52 min from start to resolution)";
    assert!(document.contains(both), "{document}");
}

#[test]
fn whoever_responded_before_the_declaration_knew_of_it() {
    let story = Story::declared(Severity::P1);
    let detected = |story: &Story| story.fold().expect("it is declared").counted_since(CountedFrom::Detection, at(0));
    assert_eq!(detected(&story), "since detection 14:00 UTC");
    let late = story.clone().then(7, EventBody::Acknowledged);
    assert_eq!(detected(&late), "since detection 14:00 UTC", "a declaration is a detection");
    let early = story.recorded(-4, 7, None, EventBody::Acknowledged);
    assert_eq!(detected(&early), "since detection 13:56 UTC");
}
