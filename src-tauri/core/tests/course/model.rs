//! What the course holds, the table, and the figures beside it.

use sitrep_core::documents::course::{
    BandKind, CourseEnd, CourseUpdate, Entered, IncidentCourse, WorkOutcome, WorkStage, facts_beside, sentences, table,
};
use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::{Audience, Lowering, Severity, SeverityCause, Status, UpdateKind};

use crate::stories::{course, of_forty_seconds, of_the_design, severity};
use crate::support::{Story, at, sent};

fn bands(course: &IncidentCourse) -> Vec<(Severity, i64, i64, BandKind)> {
    let minute = |instant: chrono::DateTime<chrono::Utc>| (instant - at(0)).num_minutes();
    course.bands.iter().map(|band| (band.severity, minute(band.from), minute(band.to), band.kind)).collect()
}

fn updates(course: &IncidentCourse, audience: Audience) -> Vec<String> {
    let minute = |instant: &chrono::DateTime<chrono::Utc>| (*instant - at(0)).num_minutes();
    let lane = course.sent.iter().find(|lane| lane.audience == audience);
    let told = |update: &CourseUpdate| match update {
        CourseUpdate::InTime { at, .. } => format!("in time {}", minute(at)),
        CourseUpdate::Late { due_at, at, .. } => format!("due {} sent {}", minute(due_at), minute(at)),
        CourseUpdate::Missed { due_at, until } => format!("due {} until {:?}", minute(due_at), until.as_ref().map(minute)),
    };
    lane.into_iter().flat_map(|lane| lane.updates.iter().map(told)).collect()
}

fn figures(story: &Story, now: i64) -> Vec<(String, String)> {
    let incident = story.fold().expect("it is declared");
    facts_beside(&incident, &course(story, at(now)), at(now)).into_iter().map(|fact| (fact.label, fact.value)).collect()
}

#[test]
fn severities_are_bands_from_the_start_to_the_end() {
    let course = course(&of_the_design(), at(500));

    let expected = [
        (Severity::P1, -10, 0, BandKind::Undeclared),
        (Severity::P1, 0, 58, BandKind::Held),
        (Severity::P2, 58, 74, BandKind::Held),
        (Severity::P3, 74, 86, BandKind::Held),
    ];
    assert_eq!(bands(&course), expected);
    assert_eq!(course.end, CourseEnd::Resolved(at(86)));
}

#[test]
fn a_reopened_incident_has_each_of_its_entries_and_no_severity_in_between() {
    let story = Story::declared(Severity::P1)
        .status(10, Status::Investigating, Status::Resolved)
        .status(40, Status::Resolved, Status::Identified)
        .status(50, Status::Identified, Status::Resolved);

    let course = course(&story, at(60));

    let entered: Vec<_> = course.statuses.iter().map(|entry| (entry.entered, (entry.at - at(0)).num_minutes())).collect();
    let expected = [
        (Entered::Status(Status::Investigating), -10),
        (Entered::Status(Status::Resolved), 10),
        (Entered::Reopened(Status::Identified), 40),
        (Entered::Status(Status::Resolved), 50),
    ];
    assert_eq!(entered, expected);
    assert_eq!(bands(&course)[1..], [(Severity::P1, 0, 10, BandKind::Held), (Severity::P1, 40, 50, BandKind::Held)]);
}

#[test]
fn what_never_was_that_bad_is_told_apart() {
    let lowered = EventBody::SeverityChanged {
        from: Severity::P0,
        to: Severity::P2,
        cause: SeverityCause::Assessment,
        reason: None,
        lowering: Lowering::NeverWas,
    };
    let course = course(&Story::declared(Severity::P0).then(20, lowered), at(30));

    assert_eq!(bands(&course)[1..], [(Severity::P0, 0, 20, BandKind::Disavowed), (Severity::P2, 20, 30, BandKind::Held)]);
}

#[test]
fn an_update_is_late_by_the_clock_of_its_severity() {
    let course = course(&of_the_design(), at(500));

    assert_eq!(updates(&course, Audience::Internal), ["in time 5", "in time 18", "due 48 sent 53", "in time 75", "in time 86"]);
    assert_eq!(updates(&course, Audience::Customers).first().map(String::as_str), Some("in time 25"), "customers are owed none before it");
}

#[test]
fn what_was_late_before_a_lowering_stays_late() {
    let story = Story::declared(Severity::P1)
        .then(5, sent(UpdateKind::Initial))
        .then(40, severity(Severity::P1, Severity::P3))
        .then(50, sent(UpdateKind::Status));

    assert_eq!(updates(&course(&story, at(60)), Audience::Internal), ["in time 5", "due 35 sent 50"]);
}

#[test]
fn a_raising_makes_nothing_late() {
    let story = Story::declared(Severity::P2)
        .then(5, sent(UpdateKind::Initial))
        .then(90, severity(Severity::P2, Severity::P0))
        .then(100, sent(UpdateKind::Status));

    assert_eq!(updates(&course(&story, at(101)), Audience::Internal), ["in time 5", "in time 100"]);
}

#[test]
fn what_never_came_is_told_until_it_was_owed_no_more() {
    let story = Story::declared(Severity::P1).then(5, sent(UpdateKind::Initial));
    assert_eq!(updates(&course(&story, at(60)), Audience::Internal), ["in time 5", "due 35 until None"], "while it goes on");

    let ended = story.status(70, Status::Investigating, Status::Resolved);
    assert_eq!(updates(&course(&ended, at(900)), Audience::Internal), ["in time 5", "due 35 until Some(70)"]);

    let told = ended.clone().then(72, sent(UpdateKind::Resolution));
    assert_eq!(updates(&course(&told, at(900)), Audience::Internal), ["in time 5", "due 35 sent 72"]);

    let reopened = ended.status(100, Status::Resolved, Status::Investigating).then(110, sent(UpdateKind::Status));
    assert_eq!(updates(&course(&reopened, at(111)), Audience::Internal), ["in time 5", "due 35 until Some(70)", "in time 110"]);
}

#[test]
fn customers_who_heard_once_are_owed_the_end() {
    let story = Story::declared(Severity::P1)
        .then(10, sent(UpdateKind::Customer))
        .status(20, Status::Investigating, Status::Resolved)
        .then(21, sent(UpdateKind::Resolution));
    let due = course(&story, at(1000));
    let told = updates(&due, Audience::Customers);
    assert!(matches!(told.as_slice(), [first, missed] if first == "in time 10" && missed.ends_with("until None")), "{told:?}");

    let all_clear = course(&story.then(22, sent(UpdateKind::Customer)), at(1000));
    assert_eq!(updates(&all_clear, Audience::Customers), ["in time 10", "in time 22"]);
}

#[test]
fn an_update_that_was_taken_back_was_not_sent() {
    let story = Story::declared(Severity::P1).then(5, sent(UpdateKind::Initial)).amending(6, 1, EventBody::UpdateTakenBack);
    assert_eq!(updates(&course(&story, at(10)), Audience::Internal), [""; 0]);
}

#[test]
fn a_mitigation_and_a_hypothesis_have_their_moves() {
    let course = course(&of_the_design(), at(500));

    let moves = |works: &[sitrep_core::documents::course::CourseWork]| -> Vec<Vec<(String, WorkStage)>> {
        works.iter().map(|work| work.moves.iter().map(|one| (one.word.clone(), one.stage)).collect()).collect()
    };
    let roll_back = &moves(&course.mitigations)[0];
    let words: Vec<&str> = roll_back.iter().map(|(word, _)| word.as_str()).collect();
    assert_eq!(words, ["proposed", "started", "done", "helped"]);
    assert_eq!(moves(&course.hypotheses)[0].last(), Some(&("ruled out".to_owned(), WorkStage::Over(WorkOutcome::Miss))));
    assert_eq!(moves(&course.hypotheses)[1].last(), Some(&("confirmed".to_owned(), WorkStage::Over(WorkOutcome::Hit))));
}

#[test]
fn the_table_says_all_of_it_in_the_order_of_time() {
    let rows = table(&course(&of_the_design(), at(500)));
    let told: Vec<String> = rows.iter().map(|row| format!("{} | {} | {}", row.time, row.lane, row.what)).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn the_figures_beside_it_are_words() {
    let expected = [("Duration", "1 h 36 min"), ("Detected in", "10 min"), ("Mitigated in", "48 min"), ("Updates on time", "5 of 7")];
    assert_eq!(figures(&of_the_design(), 500), expected.map(|(label, value)| (label.to_owned(), value.to_owned())));
}

#[test]
fn what_has_no_figure_is_left_out() {
    let labels = |story: &Story, now| figures(story, now).into_iter().map(|(label, _)| label).collect::<Vec<_>>();
    assert_eq!(labels(&Story::declared(Severity::P1), 5), ["Duration so far", "Detected in"]);
    assert_eq!(figures(&of_forty_seconds(), 5)[0], ("Duration".to_owned(), "40 s".to_owned()));
}

#[test]
fn a_few_sentences_say_what_the_picture_shows() {
    insta::assert_snapshot!(sentences(&course(&of_the_design(), at(500))));
    let open = Story::declared(Severity::P1).then(5, sent(UpdateKind::Initial));
    insta::assert_snapshot!(sentences(&course(&open, at(60))));
}

#[test]
fn it_is_read_back_as_it_was_kept() {
    let course = course(&of_the_design(), at(500));
    let kept = serde_json::to_string(&course).expect("a course is JSON");
    assert_eq!(serde_json::from_str::<IncidentCourse>(&kept).expect("and read as it"), course);
}
