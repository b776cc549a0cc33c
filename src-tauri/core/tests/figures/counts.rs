//! Incidents by severity and week, and how long they lasted.

use super::*;

#[test]
fn a_range_without_incidents_says_so_in_every_figure() {
    let figures = told(&[]);
    let headings = [
        &figures.incidents.heading,
        &figures.times.heading,
        &figures.detection.heading,
        &figures.updates.heading,
        &figures.reviews.heading,
        &figures.actions.heading,
        &figures.services.heading,
        &figures.causes.heading,
        &figures.night.heading,
    ];
    for heading in headings {
        assert_eq!(heading.aside.as_deref(), Some("None in this range"), "{}", heading.text);
    }
    assert_eq!((figures.incidents.weeks.len(), figures.incidents.all.median_seconds), (13, None), "the axis stays");
    assert!(figures.times.rows.iter().all(|row| (row.counted, row.without) == (0, 0)));
}

#[test]
fn headings_are_sentences_that_hold_a_number() {
    let at = moment("2026-11-23T14:00:00Z");
    let one = told(&[begun("a", Severity::P1, at)]).incidents.heading;
    assert_eq!((one.text.as_str(), one.aside.as_deref()), ("1 incident", Some("a P1; this week 1 so far")));

    let old = at - TimeDelta::weeks(3);
    let many = told(&[begun("a", Severity::P0, old), begun("b", Severity::P1, old), begun("c", Severity::P3, old)]).incidents.heading;
    assert_eq!((many.text.as_str(), many.aside.as_deref()), ("3 incidents", Some("2 of them P0 or P1; this week none so far")));
}

#[test]
fn what_was_withdrawn_counts_for_nothing_and_is_said_to_be_left_out() {
    let withdrawn = IncidentRecord { withdrawn: true, ..begun("drill", Severity::P0, start()) };
    let figures = told(&[begun("a", Severity::P1, start()), withdrawn]);
    assert_eq!((figures.incidents.total, figures.withdrawn), (1, 1));
    assert_eq!(figures.incidents.severities[0].count, 0);
}

#[test]
fn an_incident_counts_as_what_it_was_at_its_worst() {
    let raised = |to, cause| EventBody::SeverityChanged { from: Severity::P2, to, cause, reason: None, lowering: Lowering::GotBetter };
    let story = Story::declared(Severity::P2)
        .then(50, raised(Severity::P0, SeverityCause::Assessment))
        .then(80, raised(Severity::P3, SeverityCause::Assessment))
        .status(110, Status::Investigating, Status::Resolved);

    let rows = told(&[record(&story)]).incidents.severities;

    let told: Vec<_> = rows.iter().map(|row| (row.count, row.time_in_seconds / 60, row.median.as_deref())).collect();
    assert_eq!(told, [(1, 30, Some("30 min")), (0, 0, None), (0, 60, Some("1 h")), (0, 30, Some("30 min"))], "from the start at -10");
}

#[test]
fn of_a_severity_that_it_never_had_the_time_is_that_of_the_one_it_had() {
    let change = |from, to, lowering| EventBody::SeverityChanged { from, to, cause: SeverityCause::Assessment, reason: None, lowering };
    let story = Story::declared(Severity::P1).then(20, change(Severity::P1, Severity::P3, Lowering::NeverWas)).status(
        50,
        Status::Investigating,
        Status::Resolved,
    );
    let rows = told(&[record(&story)]).incidents.severities;
    assert_eq!(rows.iter().map(|row| (row.count, row.time_in_seconds / 60)).collect::<Vec<_>>(), [(0, 0), (0, 0), (0, 0), (1, 60)]);
}

#[test]
fn while_it_was_over_it_was_nothing() {
    let story = Story::declared(Severity::P1)
        .status(20, Status::Investigating, Status::Resolved)
        .status(500, Status::Resolved, Status::Investigating)
        .status(530, Status::Investigating, Status::Resolved);
    let figures = told(&[record(&story)]);
    assert_eq!(figures.incidents.severities[1].time_in_seconds / 60, 60, "30 minutes from its start, and 30 after the reopening");
    assert_eq!(figures.incidents.all.time_in, "1.0 h");
    assert_eq!(figures.times.rows[3].median.as_deref(), Some("9 h"), "to the end that was one");
}

#[test]
fn what_was_declared_after_it_was_over_has_its_time_all_the_same() {
    let late = Story::declared(Severity::P2).recorded(
        -4,
        5,
        None,
        EventBody::StatusChanged { from: Status::Investigating, to: Status::Resolved, reason: None },
    );
    assert_eq!(told(&[record(&late)]).incidents.severities[2].time_in_seconds, 360);
}
