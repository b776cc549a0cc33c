//! The times to each milestone.

use super::*;

fn mitigated(minutes: &[i64]) -> Vec<IncidentRecord> {
    let one = |minutes: &i64| IncidentRecord {
        mitigated_at: Some(start() + TimeDelta::minutes(*minutes)),
        ..resolved(&format!("after-{minutes}"), Severity::P1, start(), 600)
    };
    minutes.iter().map(one).collect()
}

#[test]
fn median_and_p90_are_told_with_how_many_they_are_of() {
    let mut records = mitigated(&[10, 20, 30, 41, 50, 60, 320, 500]);
    records.push(resolved("never", Severity::P2, start(), 30));

    let times = told(&records).times;

    let row = &times.rows[2];
    assert_eq!((row.milestone, row.counted, row.without), (Milestone::Mitigate, 8, 1));
    assert_eq!((row.median.as_deref(), row.p90.as_deref(), row.note.as_deref()), (Some("45 min"), Some("8 h 20"), None));
    assert_eq!(row.incidents_without, ["never"]);
    assert_eq!(times.heading.text, "45 min to mitigate");
    assert_eq!(times.heading.aside.as_deref(), Some("at the median; one in ten takes longer than 8 h 20"));
}

#[test]
fn fewer_than_five_have_no_p90() {
    let times = told(&mitigated(&[10, 20, 30, 600])).times;
    let row = &times.rows[2];
    assert_eq!(
        (row.median.as_deref(), row.p90_seconds, row.note.as_deref()),
        (Some("25 min"), None, Some("4 incidents, too few for a p90"))
    );
    assert_eq!(times.heading.aside.as_deref(), Some("at the median; 4 incidents, too few for a p90"));
    let one = told(&mitigated(&[10])).times.heading;
    assert_eq!((one.text.as_str(), one.aside.as_deref()), ("10 min to mitigate", Some("at the median; 1 incident, too few for a p90")));
    assert!(told(&mitigated(&[1, 2, 3, 4, 5])).times.rows[2].p90.is_some(), "five are enough");
}

#[test]
fn without_the_milestone_an_incident_is_counted_apart_and_never_as_zero() {
    let times = told(&[begun("a", Severity::P1, start()), begun("b", Severity::P1, start())]).times;
    for row in &times.rows {
        assert_eq!((row.counted, row.without, row.median_seconds), (0, 2, None), "{:?}", row.milestone);
    }
    assert_eq!((times.heading.text.as_str(), times.heading.aside.as_deref()), ("None mitigated", Some("of 2 incidents")));
}

#[test]
fn who_was_there_before_it_began_took_no_time() {
    let early = IncidentRecord { acknowledged_at: Some(start() - TimeDelta::minutes(5)), ..begun("a", Severity::P1, start()) };
    let row = &told(&[early]).times.rows[0];
    assert_eq!((row.median_seconds, row.median.as_deref(), row.counted), (Some(0), Some("< 1 min"), 1));
}
