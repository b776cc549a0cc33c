//! What an incident is measured by.

use super::*;

fn minutes(record: &IncidentRecord) -> [Option<i64>; 4] {
    [record.acknowledged_at, record.identified_at, record.mitigated_at, record.resolved_at]
        .map(|reached| reached.map(|reached| (reached - start()).num_minutes()))
}

#[test]
fn what_was_not_reached_is_none() {
    assert_eq!(minutes(&record(&Story::declared(Severity::P1))), [None; 4]);
    let straight = Story::declared(Severity::P1).status(30, Status::Investigating, Status::Resolved);
    assert_eq!(minutes(&record(&straight)), [Some(30), None, None, Some(30)], "what was left out is not made up");
}

#[test]
fn a_mitigation_that_helped_counts_from_when_it_was_done() {
    let moved = |from, to, helped| EventBody::MitigationMoved { action: "roll back".into(), from, to, effect: None, helped };
    let (started, done) = (MitigationState::Started, MitigationState::Done);
    let added = EventBody::MitigationAdded { action: "roll back".into(), state: started, catalogue: None, service: None };
    let story = Story::declared(Severity::P1)
        .then(1, EventBody::Acknowledged)
        .status(10, Status::Investigating, Status::Identified)
        .then(12, added)
        .amending(20, 3, moved(started, done, None))
        .amending(30, 3, moved(done, done, Some(true)))
        .status(40, Status::Identified, Status::Monitoring);
    assert_eq!(minutes(&record(&story)), [Some(1), Some(10), Some(20), None]);

    let undone = story.amending(50, 3, moved(done, MitigationState::RolledBack, None));
    assert_eq!(minutes(&record(&undone))[2], Some(40), "the fix began to be watched then");
}

#[test]
fn a_confirmed_hypothesis_is_a_known_cause() {
    let moved = |from, to| EventBody::HypothesisMoved { statement: "the pool".into(), from, to, because: None };
    let added = EventBody::HypothesisAdded { statement: "the pool".into(), how_to_test: None, who: None };
    let (open, confirmed) = (HypothesisState::Open, HypothesisState::Confirmed);
    let story = Story::declared(Severity::P1).then(5, added).amending(9, 1, moved(open, confirmed));
    assert_eq!(minutes(&record(&story))[1], Some(9));
    let doubted = story.amending(11, 1, moved(confirmed, HypothesisState::RuledOut));
    assert_eq!(minutes(&record(&doubted))[1], None);
}

/// What did not hold is not reached: a reopened incident is measured by its last course.
#[test]
fn a_reopened_incident_is_measured_until_it_is_over_for_good() {
    let first = Story::declared(Severity::P1)
        .status(10, Status::Investigating, Status::Identified)
        .status(20, Status::Identified, Status::Monitoring)
        .status(40, Status::Monitoring, Status::Resolved);
    assert_eq!(minutes(&record(&first)), [Some(10), Some(10), Some(20), Some(40)]);

    let reopened = first.status(100, Status::Resolved, Status::Investigating);
    assert_eq!(minutes(&record(&reopened)), [Some(10), None, None, None]);
    let to_mitigating = Story { events: reopened.events[..4].to_vec() }.status(100, Status::Resolved, Status::Mitigating);
    assert_eq!(minutes(&record(&to_mitigating)), [Some(10), Some(10), None, None], "the cause is still known");

    let over = reopened.status(130, Status::Investigating, Status::Monitoring).status(160, Status::Monitoring, Status::Resolved);
    assert_eq!(minutes(&record(&over)), [Some(10), None, Some(130), Some(160)]);
    let active: Vec<_> = record(&over).active.into_iter().map(|one| (one.from, one.to)).collect();
    assert_eq!(active, [(at(0), Some(at(40))), (at(100), Some(at(160)))]);
}

#[test]
fn what_was_withdrawn_and_brought_back_was_over_in_between() {
    let story = Story::declared(Severity::P1).then(10, EventBody::Withdrawn { reason: "a drill".into(), into: None });
    assert!(record(&story).withdrawn);
    let back = record(&story.then(30, EventBody::BroughtBack));
    assert_eq!(back.active.iter().map(|one| (one.from, one.to)).collect::<Vec<_>>(), [(at(0), Some(at(10))), (at(30), None)]);
}

/// A record is kept as text and read back as it was.
#[test]
fn a_record_reads_back_as_it_was_written() -> Result {
    let story = Story::declared(Severity::P1)
        .then(5, sent(UpdateKind::Initial))
        .then(6, EventBody::Detected { by: Detection::Alert })
        .then(
            7,
            EventBody::ActionAdded {
                text: "x".into(),
                owner: Some("@bo".into()),
                priority: ActionPriority::High,
                due: Some(day("2026-12-01")),
                kind: None,
                from: None,
            },
        )
        .amending(9, 3, EventBody::ActionClosed { text: "x".into(), outcome: ActionOutcome::Done })
        .status(20, Status::Investigating, Status::Resolved);
    let record = record(&story);
    assert_eq!(serde_json::from_str::<IncidentRecord>(&serde_json::to_string(&record)?)?, record);
    Ok(())
}
