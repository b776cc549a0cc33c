//! Night work.

use super::*;

/// An incident that went on from one moment to another, with people at it all the time.
fn worked(handle: &str, from: &str, to: &str) -> IncidentRecord {
    let (from, to) = (moment(from), moment(to));
    let minutes = (to - from).num_minutes();
    IncidentRecord { worked: vec![WorkStretch { from, to }], ..resolved(handle, Severity::P1, from, minutes) }
}

fn nights(records: &[IncidentRecord], policy: &Policy) -> Vec<(String, u32)> {
    let range = FiguresRange::new(day("2026-01-01"), day("2026-12-31")).expect("a year");
    let figures = figures(records, range, None, policy, moment("2027-01-01T00:00:00Z")).night;
    assert_eq!(figures.seconds, figures.nights.iter().map(|night| night.seconds).sum::<u32>(), "the nights are all of it");
    figures.nights.iter().map(|night| (night.night.to_string(), night.seconds / 60)).collect()
}

#[test]
fn a_night_is_from_22_to_6_where_the_team_works() {
    let day_and_night = [worked("a", "2026-11-23T15:00:00Z", "2026-11-24T09:00:00Z")];
    assert_eq!(nights(&day_and_night, &policy().expect("the policy")), [("2026-11-23".to_owned(), 8 * 60)]);
    let evening = [worked("a", "2026-11-23T20:30:00Z", "2026-11-23T21:30:00Z")];
    assert_eq!(nights(&evening, &policy().expect("the policy")), []);
    assert_eq!(nights(&evening, &in_berlin()), [("2026-11-23".to_owned(), 35)], "22:30 there, and the last act took five minutes");
}

/// At the end of October a night has nine hours, at the end of March seven.
#[test]
fn a_night_in_which_the_clocks_change_is_as_long_as_it_is() {
    let autumn = [worked("a", "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z")];
    assert_eq!(nights(&autumn, &in_berlin()), [("2026-10-24".to_owned(), 9 * 60)]);
    let spring = [worked("a", "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z")];
    assert_eq!(nights(&spring, &in_berlin()), [("2026-03-28".to_owned(), 7 * 60)]);
    let around_two = [worked("a", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")];
    assert_eq!(nights(&around_two, &in_berlin()), [("2026-10-24".to_owned(), 65)], "from half past two to half past two");
}

#[test]
fn the_same_minutes_at_two_incidents_count_once() {
    let both = [
        worked("a", "2026-11-23T23:00:00Z", "2026-11-24T01:00:00Z"),
        worked("b", "2026-11-24T00:00:00Z", "2026-11-24T02:00:00Z"),
        worked("c", "2026-11-25T23:00:00Z", "2026-11-25T23:00:00Z"),
    ];
    assert_eq!(nights(&both, &policy().expect("the policy")), [("2026-11-23".to_owned(), 185), ("2026-11-25".to_owned(), 5)]);
    let figures = told(&both[..2]).night;
    assert_eq!(figures.nights[0].incidents, ["a", "b"]);
    assert_eq!(figures.heading.text, "3 h 05 of night work");
    assert_eq!(figures.heading.aside.as_deref(), Some("over 1 night, 22:00 to 06:00 in UTC"));
}

#[test]
fn who_does_something_once_in_the_night_was_at_it_and_who_writes_after_the_end_was_not() {
    // It began at 14:00; the night begins eight hours later.
    let story = Story::declared(Severity::P1).note(600, "looked at it").status(1200, Status::Investigating, Status::Resolved);
    let noted = record(&story.clone().note(2000, "wrote on the review"));
    assert_eq!(nights(&[noted], &policy().expect("the policy")), [("2026-11-23".to_owned(), 5)]);
    let backdated = story.recorded(500, 1100, None, EventBody::Acknowledged);
    assert_eq!(nights(&[record(&backdated)], &policy().expect("the policy")), [("2026-11-23".to_owned(), 5)], "written in the morning");
    let alone = Story::declared(Severity::P1).status(600, Status::Investigating, Status::Resolved);
    assert_eq!(nights(&[record(&alone)], &policy().expect("the policy")), [("2026-11-23".to_owned(), 5)], "resolved in the night");
}
