//! What is marked, and what is said of it.

use sitrep_core::documents::blameless::{Reader, marks, marks_in, marks_in_review};
use sitrep_core::event::EventBody;
use sitrep_core::guard::Guard;
use sitrep_core::team::ReviewReading;
use sitrep_core::vocabulary::{ChangeKind, HypothesisState, MarkKind, Role, Severity};

use crate::corpus::{found, lines, people};
use crate::support::{Story, at};

fn guard() -> Guard {
    Guard::built_in().expect("the built-in rules read")
}

#[test]
fn each_sentence_is_marked_as_the_corpus_says() {
    let (guard, lines) = (guard(), lines());
    assert!(lines.len() >= 120, "{} sentences", lines.len());

    let differs = lines.iter().filter(|line| found(&guard, line) != line.marks);
    let wrong: Vec<String> =
        differs.map(|line| format!("{}\n  expected {:?}\n  found    {:?}", line.text, line.marks, found(&guard, line))).collect();

    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
}

#[test]
fn each_mark_says_why_and_asks_something() {
    let guard = guard();
    let reader = Reader::knowing(&guard, &people());
    for line in lines() {
        for mark in reader.marks_in("Root cause", &line.text, line.part) {
            assert_eq!(&line.text[mark.range.clone()], mark.found);
            assert!(mark.why.ends_with('.') && mark.question.ends_with('?'), "{mark:?}");
            assert!(!mark.question.contains('{'), "{mark:?}");
            assert_eq!(mark.replacement.is_some(), mark.kind == MarkKind::Person, "{mark:?}");
        }
    }
}

fn a_team() -> Story {
    let role = |role, person: &str| EventBody::RoleChanged { role, from: None, to: Some(person.into()) };
    Story::declared(Severity::P1).then(1, role(Role::TechnicalLead, "@raj")).then(2, role(Role::Scribe, "@kai.weber"))
}

fn offered(story: &Story, text: &str) -> Vec<String> {
    let (guard, incident) = (guard(), story.fold().expect("it is declared"));
    let marks = Reader::of(&guard, &incident).marks_in("Root cause", text, ReviewReading::Causes);
    marks.into_iter().filter_map(|mark| mark.replacement).collect()
}

#[test]
fn for_a_person_the_role_is_offered() {
    let story = a_team();
    for (text, role) in [
        ("@raj should have caught the cap", "The reviewer"),
        ("The cap passed because raj approved it", "the reviewer"),
        ("The pool was capped by @raj", "the Technical Lead"),
        ("Raj Patel capped the pool", "The Technical Lead"),
        ("It was capped on the advice of Kai Weber", "the Scribe"),
        ("It was capped by @ana", "an engineer"),
        ("It was capped by @nobody.known", "an engineer"),
        ("The pager of @ana was off", "the on-call engineer"),
    ] {
        assert_eq!(offered(&story, text), [role], "{text}");
    }
    assert_eq!(offered(&story, "@raj and @ana capped it"), ["The Technical Lead", "an engineer"], "each for themselves");
}

#[test]
fn the_question_tells_the_time_of_the_change_that_is_suspected() {
    let noted = |minute, suspect| EventBody::ChangeNoted {
        change: ChangeKind::Deploy,
        summary: "v313".into(),
        at: at(minute),
        reference: None,
        repository: None,
        by: None,
        suspect,
    };
    let asked = |story: &Story| {
        let (guard, incident) = (guard(), story.fold().expect("it is declared"));
        Reader::of(&guard, &incident).marks_in("x", "The test should have caught it", ReviewReading::Prose).remove(0).question
    };
    let story = a_team().then(3, noted(-15, true)).then(4, noted(-50, false));

    assert_eq!(asked(&story), "What did it show at 13:45 UTC, and what did it hide?");
    assert_eq!(asked(&story.then(5, noted(-60, true))), "What did it show at the time, and what did it hide?", "of two nobody knows which");
}

#[test]
fn a_review_is_read_where_it_tells_of_causes() {
    let review = "# Post-Incident Review: Payments\n\n**Author**: @ana\n\n## Summary\n\nraj rolled back\n\n## Timeline (UTC)\n\
                  | 14:00 | Rolled back (@ana), who forgot it |\n\n## Root Cause\n\nana forgot to run the migration\n\n\
                  ```\n## no heading\nraj should have run it\n```\n\n### Contributing\n\nraj knew\n\n## Five Whys\n\n1. **Why**? -> @raj knew\n\n\
                  ## Action Items\n| Add a check | @raj |\n\n### Later\n\n@raj should have done it\n";
    let marks = marks_in_review(review, &guard(), &people());

    let told: Vec<(&str, &str)> = marks.iter().map(|mark| (mark.place.as_str(), mark.found.as_str())).collect();
    let expected = [("Root Cause", "ana"), ("Root Cause", "forgot to"), ("Contributing", "raj"), ("Five Whys", "@raj")];
    assert_eq!(told, expected);
    assert!(marks.iter().all(|mark| review[mark.range.clone()] == mark.found), "{marks:?}");
}

#[test]
fn what_the_facts_say_of_the_cause_is_read() {
    let cause = "raj capped the pool";
    let moved =
        EventBody::HypothesisMoved { statement: cause.into(), from: HypothesisState::Open, to: HypothesisState::Confirmed, because: None };
    let story =
        a_team().then(5, EventBody::HypothesisAdded { statement: cause.into(), how_to_test: None, who: None }).amending(6, 3, moved);
    let incident = story.fold().expect("it is declared");

    let marks = marks(&incident, &guard());

    let told: Vec<_> = marks.iter().map(|mark| (mark.place.as_str(), mark.found.as_str(), mark.replacement.as_deref())).collect();
    assert_eq!(told, [("Confirmed cause", "raj", Some("The Technical Lead"))]);
}

#[test]
fn who_knows_the_people_by_name_alone_reads_what_tells_of_causes() {
    let marks = marks_in("Root cause", "raj should have seen it", &guard(), &people());
    let told: Vec<_> = marks.iter().map(|mark| (mark.kind, mark.found.as_str())).collect();
    assert_eq!(told, [(MarkKind::Person, "raj"), (MarkKind::Counterfactual, "should have seen")]);
}
