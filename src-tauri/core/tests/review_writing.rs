//! Writing the review: its parts, whys, ideas and marks, whatever the order in which they arrive (seed: Post-Incident Review Template).

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod support;

use proptest::prelude::*;
use sitrep_core::documents::review::{Pictures, ReviewOf, offer, paper, still_to_write};
use sitrep_core::event::{Event, EventBody, ReviewEdit, WhyPlace, WhyWords};
use sitrep_core::incident::Incident;
use sitrep_core::paper::{PicturesInMarkdown, markdown};
use sitrep_core::team::ReviewSections;
use sitrep_core::vocabulary::{ActionPriority, EventId, MomentMarker, ReviewField, Severity, Status};
use support::{Story, at};

fn edit(edit: ReviewEdit) -> EventBody {
    EventBody::ReviewEdited(edit)
}

fn written(field: ReviewField, text: &str) -> EventBody {
    edit(ReviewEdit::Written { field, text: text.to_owned(), offer: None })
}

fn why(question: &str, answer: &str, under: Option<EventId>, after: Option<EventId>) -> EventBody {
    let question = (!question.is_empty()).then(|| question.to_owned());
    edit(ReviewEdit::WhyAdded { why: WhyWords { question, answer: answer.to_owned() }, at: WhyPlace { under, after } })
}

fn folded(story: &Story) -> Incident {
    story.fold().expect("it is declared")
}

fn last(story: &Story) -> EventId {
    story.events.last().expect("an event").id
}

fn tree(incident: &Incident) -> Vec<String> {
    let told = |branch: &sitrep_core::incident::WhyBranch<'_>| format!("{}{}", "-".repeat(branch.depth), branch.why.answer);
    incident.review.whys_in_order().iter().map(told).collect()
}

/// The seed's example, typed in.
fn the_seeds_example() -> Story {
    let mut story = Story::declared(Severity::P1)
        .note(0, "Alert fires: order error rate > 5%")
        .note(15, "Recent deploy at 13:45 identified as suspect")
        .note(25, "Rollback deployed")
        .status(45, Status::Investigating, Status::Resolved)
        .then(50, written(ReviewField::Author, "@dana"))
        .then(51, written(ReviewField::Summary, "Orders failed for 45 minutes. A rollback mended it."))
        .then(52, written(ReviewField::UsersAffected, "all who ordered"))
        .then(53, written(ReviewField::RevenueImpact, "none"))
        .then(54, written(ReviewField::DataImpact, "none"))
        .then(55, written(ReviewField::RootCause, "A migration added a column and did not backfill it."))
        .then(56, written(ReviewField::WentWell, "quick detection, rapid team assembly"))
        .then(57, written(ReviewField::CouldImprove, "rollback automation, test coverage"));
    let whys = [
        ("did orders fail", "Payment validation threw an exception."),
        ("did validation throw", "Null value for a non-nullable field."),
        ("was the field null", "Migration added column but did not backfill."),
        ("was backfill missed", "No checklist step for backfill verification."),
        ("no checklist step", "Migration procedures were undocumented."),
    ];
    let mut under = None;
    for (question, answer) in whys {
        story = story.then(58, why(question, answer, under, None));
        under = Some(last(&story));
    }
    let actions = [
        ("Add integration test for null field validation", "@alice", ActionPriority::High),
        ("Lower alert threshold from 5% to 2%", "@bob", ActionPriority::High),
        ("Add feature flag to payment flow", "@carol", ActionPriority::Medium),
    ];
    for (text, owner, priority) in actions {
        let due = chrono::NaiveDate::from_ymd_opt(2026, 12, 1);
        story =
            story.then(59, EventBody::ActionAdded { text: text.into(), owner: Some(owner.into()), priority, due, kind: None, from: None });
    }
    story
}

fn document(story: &Story) -> String {
    let (incident, rows, sections) = (folded(story), story.rows(), ReviewSections::default());
    let of = ReviewOf {
        incident: &incident,
        timeline: &rows,
        sections: &sections,
        author: "@ana",
        pictures: Pictures::Mentioned,
        practice: false,
    };
    markdown(&paper(&of, at(120)), PicturesInMarkdown::Mentioned)
}

#[test]
fn the_seeds_example_comes_out_as_it_was_typed() {
    let story = the_seeds_example();
    let review = document(&story);

    for line in [
        "1. **Why** did orders fail? -> Payment validation threw an exception.",
        "2. **Why** did validation throw? -> Null value for a non-nullable field.",
        "3. **Why** was the field null? -> Migration added column but did not backfill.",
        "4. **Why** was backfill missed? -> No checklist step for backfill verification.",
        "5. **Why** no checklist step? -> Migration procedures were undocumented.",
        "- What went well: quick detection, rapid team assembly",
        "- What could improve: rollback automation, test coverage",
    ] {
        assert!(review.lines().any(|written| written == line), "'{line}' is missing:\n{review}");
    }
    assert!(still_to_write(&folded(&story), &ReviewSections::default()).is_empty());
    insta::assert_snapshot!(review);
}

#[test]
fn what_is_not_written_is_named() {
    let open = still_to_write(&folded(&Story::declared(Severity::P1)), &ReviewSections::default());
    assert_eq!(open, ["Summary", "Impact", "Root Cause", "Five Whys", "Lessons Learned"]);

    let own = ReviewSections::parse("[[section]]\nname = \"voice\"\ntitle = \"What customers said\"\n").expect("it reads");
    assert_eq!(still_to_write(&folded(&the_seeds_example()), &own), ["What customers said"]);
}

#[test]
fn a_version_that_was_not_seen_stays_beside_the_one_that_stands() {
    let story = Story::declared(Severity::P1).then(50, written(ReviewField::Summary, "first"));
    let first = story.events.len() - 1;
    let both =
        story.amending(51, first, written(ReviewField::Summary, "ana's")).amending(52, first, written(ReviewField::Summary, "ben's"));
    let incident = folded(&both);

    let stands = &incident.review.parts[&ReviewField::Summary];
    assert_eq!(stands.text, "ben's");
    assert_eq!(stands.beside.as_ref().map(|beside| beside.text.as_str()), Some("ana's"));

    let seen = both.events.len() - 1;
    let settled = folded(&both.amending(53, seen, written(ReviewField::Summary, "ana's and ben's")));
    assert_eq!(settled.review.parts[&ReviewField::Summary].beside, None, "who wrote it had seen both");
}

#[test]
fn whys_branch_move_and_come_back() {
    let story = Story::declared(Severity::P1).then(50, why("", "pool", None, None));
    let pool = last(&story);
    let story = story.then(51, why("", "cap", Some(pool), None));
    let cap = last(&story);
    let story = story.then(52, why("", "load test", Some(cap), None));
    let load = last(&story);
    let story = story.then(53, why("", "review", Some(cap), Some(load)));
    let review = last(&story);
    assert_eq!(tree(&folded(&story)), ["-pool", "--cap", "---load test", "---review"]);

    let moved = edit(ReviewEdit::WhyMoved { at: WhyPlace { under: Some(pool), after: None } });
    let story = story.recorded(54, 54, Some(review), moved);
    assert_eq!(tree(&folded(&story)), ["-pool", "--review", "--cap", "---load test"]);

    let under_itself = edit(ReviewEdit::WhyMoved { at: WhyPlace { under: Some(load), after: None } });
    let story = story.recorded(55, 55, Some(pool), under_itself);
    assert_eq!(tree(&folded(&story)), ["-pool", "--review", "--cap", "---load test"], "nothing stands under itself");

    let story = story.recorded(56, 56, Some(cap), edit(ReviewEdit::WhyRemoved));
    assert_eq!(tree(&folded(&story)), ["-pool", "--review"], "what stands under it is out with it");
    let story = story.recorded(57, 57, Some(cap), edit(ReviewEdit::WhyRestored));
    assert_eq!(tree(&folded(&story)), ["-pool", "--review", "--cap", "---load test"]);
}

#[test]
fn a_tree_that_branches_is_a_list_for_each_branch() {
    let story = Story::declared(Severity::P1).then(50, why("", "Every pod waited", None, None));
    let top = last(&story);
    let story = story.then(51, why("", "The load test is small", Some(top), None));
    let load = last(&story);
    let story = story.then(52, why("", "Test volume has no owner", Some(load), None));
    let owner = last(&story);
    let story = story.then(53, why("", "The cap passed review", Some(top), Some(load)));
    let story = story.recorded(54, 54, Some(owner), edit(ReviewEdit::WhyRooted { root_cause: true }));
    let review = document(&story);

    let whys: String = review.split("## Five Whys\n").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap_or_default().into();
    insta::assert_snapshot!(whys.trim());
}

#[test]
fn lines_are_left_out_starred_and_marked() {
    let story = Story::declared(Severity::P1).note(4, "coffee").note(21, "Pool wait is flat on v312");
    let (coffee, pool) = (story.events[1].id, story.events[2].id);
    let marked = edit(ReviewEdit::LineMarked { marker: Some(MomentMarker::Diagnosis), answer: Some("The one pod still on v312".into()) });
    let story = story
        .recorded(50, 50, Some(coffee), edit(ReviewEdit::LineChosen { chosen: false }))
        .recorded(51, 51, Some(pool), edit(ReviewEdit::LineStarred { starred: true }))
        .recorded(52, 52, Some(pool), marked);
    let review = document(&story);

    assert!(!review.contains("coffee"), "{review}");
    assert!(review.contains("**Pool wait is flat on v312**"), "{review}");
    assert!(review.contains("The one pod still on v312"), "{review}");
}

#[test]
fn an_offer_never_replaces_what_a_person_wrote() {
    let story = Story::declared(Severity::P1).then(50, written(ReviewField::Summary, "Mine."));
    let before = folded(&story);
    let after = folded(&story.status(60, Status::Investigating, Status::Resolved));

    assert_eq!(before.review_text(&ReviewField::Summary), Some("Mine."));
    assert_eq!(after.review_text(&ReviewField::Summary), Some("Mine."));
    assert_ne!(
        offer(&before, &ReviewField::Summary, at(90)),
        offer(&after, &ReviewField::Summary, at(90)),
        "what is offered follows the facts"
    );
}

#[test]
fn whys_that_were_added_under_each_other_both_stand() {
    let id = |number| Some(EventId(uuid::Uuid::from_u128(number)));
    let story = Story::declared(Severity::P1).then(1, why("", "first", id(3), None)).then(2, why("", "second", id(2), None));

    assert_eq!(tree(&folded(&story)), ["-second", "--first"]);
}

fn any_edit() -> impl Strategy<Value = (Option<usize>, ReviewEdit)> {
    let text = "[a-c]{1,3}";
    let place = (any::<Option<u8>>(), any::<Option<u8>>());
    let id = |at: Option<u8>| at.map(|at| EventId(uuid::Uuid::from_u128(u128::from(at % 12) + 1)));
    let place = place.prop_map(move |(under, after)| WhyPlace { under: id(under), after: id(after) });
    let words = text.prop_map(|answer| WhyWords { question: None, answer });
    let edit = prop_oneof![
        text.prop_map(|text| ReviewEdit::Written { field: ReviewField::Summary, text, offer: None }),
        (words.clone(), place.clone()).prop_map(|(why, at)| ReviewEdit::WhyAdded { why, at }),
        place.prop_map(|at| ReviewEdit::WhyMoved { at }),
        (words, 1_u128..12).prop_map(|(why, follows)| ReviewEdit::WhyWritten { why, follows: EventId(uuid::Uuid::from_u128(follows)) }),
        Just(ReviewEdit::WhyRemoved),
        Just(ReviewEdit::WhyRestored),
        any::<bool>().prop_map(|starred| ReviewEdit::LineStarred { starred }),
        text.prop_map(|text| ReviewEdit::IdeaAdded { text }),
        Just(ReviewEdit::IdeaRemoved),
    ];
    (proptest::option::of(0_usize..12), edit)
}

fn story_of(edits: Vec<(Option<usize>, ReviewEdit)>) -> Story {
    let told = |story: Story, (minute, (about, one)): (i64, (Option<usize>, ReviewEdit))| match about {
        Some(about) => story.amending(minute, about, edit(one)),
        None => story.then(minute, edit(one)),
    };
    (1..).zip(edits).fold(Story::declared(Severity::P1), told)
}

proptest! {
    #[test]
    fn whatever_is_written_folds_the_same_in_any_order_and_step_by_step(edits in prop::collection::vec(any_edit(), 0..24), seed in any::<u64>()) {
        let story = story_of(edits);
        let whole = folded(&story);

        let mut shuffled: Vec<Event> = story.events.clone();
        shuffled.sort_by_key(|event| event.id.0.as_u128().wrapping_mul(u128::from(seed | 1)));
        let again = Incident::fold(&shuffled);
        prop_assert_eq!(again.as_ref(), Some(&whole));

        let mut stepped = Incident::fold(&story.events[..1]).expect("it is declared");
        for event in &story.events[1..] {
            prop_assert!(stepped.advance(event), "each follows the one before");
        }
        prop_assert_eq!(&stepped, &whole);
        prop_assert!(whole.review.whys_in_order().iter().all(|branch| branch.depth <= 24));
        prop_assert!(document(&story).contains("## Five Whys"));
    }
}
