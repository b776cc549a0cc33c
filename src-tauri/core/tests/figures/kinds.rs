//! Services, ways of detection, causes.

use super::*;

fn of_services(handle: &str, severity: Severity, services: &[&str]) -> IncidentRecord {
    IncidentRecord { services: services.iter().map(|name| (*name).to_owned()).collect(), ..begun(handle, severity, start()) }
}

#[test]
fn the_service_with_most_incidents_leads() {
    let records = [
        of_services("a", Severity::P1, &["payments-api", "mail"]),
        of_services("b", Severity::P3, &["payments-api", "payments-api"]),
        of_services("c", Severity::P0, &["search"]),
        of_services("d", Severity::P3, &[]),
    ];
    let services = told(&records).services;
    let rows: Vec<_> = services.rows.iter().map(|row| (row.service.as_str(), row.count, row.severe)).collect();
    assert_eq!(rows, [("payments-api", 2, 1), ("mail", 1, 1), ("search", 1, 1)]);
    assert_eq!((services.without, services.incidents_without.as_slice()), (1, ["d".to_owned()].as_slice()));
    assert_eq!((services.heading.text.as_str(), services.heading.aside.as_deref()), ("payments-api leads", Some("2 incidents")));

    assert_eq!(told(&records[1..3]).services.heading.text, "search and payments-api lead", "the worse one first");
    assert_eq!(told(&[records[0].clone(), records[2].clone()]).services.heading.text, "3 services lead");
    assert_eq!(told(&records[3..]).services.heading.text, "No service named");
}

#[test]
fn figures_of_one_service_are_of_its_incidents_alone() {
    let records = [of_services("a", Severity::P1, &["payments-api"]), of_services("b", Severity::P3, &["search"])];
    let range = FiguresRange::new(day("2026-11-23"), day("2026-11-23")).expect("a day");
    let of = |service| figures(&records, range, Some(service), &policy().expect("the policy"), start());
    assert_eq!((of("Payments-API").incidents.total, of("payments").incidents.total), (1, 0));
    assert_eq!(of("payments-api").known_services, ["payments-api", "search"], "so that another can be chosen");
}

#[test]
fn how_it_was_detected_is_counted_and_so_is_that_nobody_said() {
    let by = |handle: &str, detected| IncidentRecord { detected, ..begun(handle, Severity::P2, start()) };
    let records = [by("a", Some(Detection::User)), by("b", Some(Detection::User)), by("c", Some(Detection::Alert)), by("d", None)];
    let detection = told(&records).detection;
    assert_eq!(
        detection.rows.iter().map(|row| (row.count, row.percent)).collect::<Vec<_>>(),
        [(1, Some(25)), (2, Some(50)), (0, Some(0)), (0, Some(0)), (1, Some(25))]
    );
    assert_eq!(detection.heading.text, "2 of 4 by a user's report");
    let late = IncidentRecord { detected_at: start() + TimeDelta::minutes(9), ..by("e", Some(Detection::Alert)) };
    let rows = told(&[records[2].clone(), late]).detection.rows;
    assert_eq!((rows[0].median.as_deref(), rows[1].median_seconds), (Some("4 min"), None), "after 0 and after 9 minutes");
    assert_eq!(told(&records[3..]).detection.heading.text, "Nobody said how they were detected");
}

#[test]
fn causes_are_told_by_the_change_that_they_were_or_by_their_words() {
    let of = |handle: &str, causes: &[(&str, Option<ChangeKind>)]| IncidentRecord {
        causes: causes.iter().map(|(words, change)| Cause { words: (*words).to_owned(), change: *change }).collect(),
        ..begun(handle, Severity::P2, start())
    };
    let records = [
        of("a", &[("v313 broke it", Some(ChangeKind::Deploy))]),
        of("b", &[("v40 broke it", Some(ChangeKind::Deploy)), ("The disk was full.", None)]),
        of("c", &[("the disk was full", None)]),
        of("d", &[]),
    ];
    let causes = told(&records).causes;
    let rows: Vec<_> = causes.rows.iter().map(|row| (row.cause.as_str(), row.count)).collect();
    assert_eq!(rows, [("Deploy", 2), ("The disk was full.", 2)]);
    assert_eq!((causes.heading.text.as_str(), causes.without), ("2 of 4 caused by a deploy", 1));
    assert_eq!(causes.heading.aside.as_deref(), Some("the cause of 3 of 4 is known"));
    assert_eq!(told(&records[2..3]).causes.heading.text, "No cause came twice");
    assert_eq!(told(&records[3..]).causes.heading.text, "The cause of none of 1 is known");
}
