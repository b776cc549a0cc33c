//! Whether updates went out in time.

use super::*;

fn rows(stories: &[Story]) -> Vec<(u32, u32, u32, u32)> {
    let records: Vec<IncidentRecord> = stories.iter().map(record).collect();
    told(&records).updates.rows.iter().map(|row| (row.on_time, row.late, row.missed, row.of)).collect()
}

#[test]
fn an_update_is_due_by_the_cadence_of_the_severity_at_that_time() {
    let story = Story::declared(Severity::P1)
        .then(30, sent(UpdateKind::Initial))
        .then(61, sent(UpdateKind::Status))
        .then(90, sent(UpdateKind::Status))
        .status(110, Status::Investigating, Status::Resolved)
        .then(115, sent(UpdateKind::Resolution));
    assert_eq!(rows(std::slice::from_ref(&story)), [(3, 1, 0, 4), (0, 0, 0, 0)], "the one at 61 was due at 60");

    let lower = Story { events: Story::declared(Severity::P2).events.into_iter().chain(story.events.into_iter().skip(1)).collect() };
    assert_eq!(rows(&[lower])[0], (4, 0, 0, 4), "a P2 has two hours");
}

#[test]
fn one_that_never_came_is_missed_and_one_that_is_late_by_now_too() {
    let silent = Story::declared(Severity::P1).status(90, Status::Investigating, Status::Resolved);
    assert_eq!(rows(&[silent])[0], (0, 0, 1, 1));
    let short = Story::declared(Severity::P1).status(20, Status::Investigating, Status::Resolved);
    assert_eq!(rows(&[short])[0], (0, 0, 0, 0), "none was due before its end");
    assert_eq!(rows(&[Story::declared(Severity::P1)])[0], (0, 0, 1, 1), "it goes on, and nobody was told since yesterday");
}

#[test]
fn customers_who_heard_once_are_owed_the_end() {
    let heard = Story::declared(Severity::P1).then(10, sent(UpdateKind::Initial)).then(10, sent(UpdateKind::Customer));
    let over = heard.status(30, Status::Investigating, Status::Resolved);
    assert_eq!(rows(std::slice::from_ref(&over))[1], (1, 0, 1, 2), "nobody told them");
    let told = over.clone().then(35, sent(UpdateKind::Customer));
    assert_eq!(rows(&[told])[1], (2, 0, 0, 2));
    let taken_back = over.then(35, sent(UpdateKind::Customer)).amending(36, 4, EventBody::UpdateTakenBack);
    assert_eq!(rows(&[taken_back])[1], (1, 0, 1, 2));
}

#[test]
fn a_raising_makes_nothing_late() {
    let raise = EventBody::SeverityChanged {
        from: Severity::P2,
        to: Severity::P0,
        cause: SeverityCause::Assessment,
        reason: None,
        lowering: Lowering::default(),
    };
    let story = |minute| {
        Story::declared(Severity::P2).then(100, raise.clone()).then(minute, sent(UpdateKind::Initial)).status(
            minute + 1,
            Status::Investigating,
            Status::Resolved,
        )
    };
    assert_eq!(rows(&[story(114)])[0], (1, 0, 0, 1), "a quarter of an hour from the raising");
    assert_eq!(rows(&[story(116)])[0], (0, 1, 0, 1));
}

#[test]
fn the_heading_says_the_share_of_all() {
    let kept = Story::declared(Severity::P1).then(10, sent(UpdateKind::Initial)).status(20, Status::Investigating, Status::Resolved);
    let missed = Story::declared(Severity::P1).status(90, Status::Investigating, Status::Resolved);
    let updates = told(&[record(&kept), IncidentRecord { handle: "silent".into(), ..record(&missed) }]).updates;
    assert_eq!((updates.heading.text.as_str(), updates.heading.aside.as_deref()), ("50% of updates on time", Some("1 of 2")));
    assert_eq!((updates.rows[0].incidents.len(), updates.rows[0].incidents_late.as_slice()), (2, ["silent".to_owned()].as_slice()));
}
