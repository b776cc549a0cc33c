//! Days and weeks.

use super::*;

fn days(span: FiguresSpan, now: &str) -> std::result::Result<(String, String), RangeError> {
    let range = span.range(moment(now))?;
    Ok((range.from().to_string(), range.to().to_string()))
}

#[test]
fn weeks_are_this_one_and_those_before_it() {
    let weeks = |weeks, now| days(FiguresSpan::Weeks { weeks }, now).expect("a range");
    assert_eq!(weeks(13, "2026-11-24T09:20:04Z"), ("2026-08-31".into(), "2026-11-24".into()));
    assert_eq!(weeks(4, "2026-11-23T00:00:00Z"), ("2026-11-02".into(), "2026-11-23".into()), "on a Monday");
    assert_eq!(weeks(1, "2026-11-29T23:59:59Z"), ("2026-11-23".into(), "2026-11-29".into()), "on a Sunday");
    let months = |months, now| days(FiguresSpan::Months { months }, now).expect("a range");
    assert_eq!(months(12, "2026-11-24T09:20:04Z"), ("2025-11-24".into(), "2026-11-24".into()), "which was a Monday");
    assert_eq!(months(12, "2026-11-26T09:20:04Z"), ("2025-12-01".into(), "2026-11-26".into()), "the first Monday in them");
    assert_eq!(months(1, "2026-03-31T00:00:00Z"), ("2026-03-02".into(), "2026-03-31".into()), "there is no 31 February");
}

#[test]
fn a_span_that_is_none_says_why() {
    let now = "2026-11-24T09:20:04Z";
    let dates = |from, to| days(FiguresSpan::Dates { from: day(from), to: day(to) }, now);
    assert_eq!(dates("2026-11-24", "2026-11-24").expect("a day").0, "2026-11-24");
    assert!(matches!(dates("2026-11-25", "2026-11-24"), Err(RangeError::Reversed { .. })));
    assert_eq!(dates("2006-11-25", "2026-11-24"), Err(RangeError::TooLong));
    assert_eq!(days(FiguresSpan::Weeks { weeks: 0 }, now), Err(RangeError::Empty));
    assert_eq!(days(FiguresSpan::Weeks { weeks: u32::MAX }, now), Err(RangeError::TooLong));
    assert_eq!(days(FiguresSpan::Months { months: u32::MAX }, now), Err(RangeError::TooLong));
}

#[test]
fn weeks_go_on_across_the_end_of_a_year() {
    let range = FiguresRange::new(day("2026-12-23"), day("2027-01-06")).expect("a range");
    let begun = |handle: &str, at| begun(handle, Severity::P2, moment(at));
    let records = [
        begun("before", "2026-12-22T23:59:59Z"),
        begun("a", "2026-12-23T00:00:00Z"),
        begun("b", "2026-12-27T23:59:59Z"),
        begun("c", "2026-12-28T00:00:00Z"),
        begun("d", "2027-01-03T12:00:00Z"),
        begun("e", "2027-01-06T23:59:59Z"),
        begun("after", "2027-01-07T00:00:00Z"),
    ];

    let figures = figures(&records, range, None, &policy().expect("the policy"), moment("2027-01-05T00:00:00Z"));

    let weeks: Vec<_> = figures.incidents.weeks.iter().map(|week| (week.monday.to_string(), week.total, week.running)).collect();
    assert_eq!(weeks, [("2026-12-21".into(), 2, false), ("2026-12-28".into(), 2, false), ("2027-01-04".into(), 1, true)]);
    assert_eq!(figures.incidents.weeks[1].severities[2].incidents, ["c", "d"]);
    assert_eq!(figures.incidents.heading.aside.as_deref(), Some("none of them P0 or P1; this week 1 so far"));
}
