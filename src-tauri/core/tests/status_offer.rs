//! Which status what is known speaks for.

mod support;

use std::error::Error;

use sitrep_core::event::EventBody;
use sitrep_core::procedure::status_offer;
use sitrep_core::vocabulary::{HypothesisState, MitigationState, Severity, Status};
use support::Story;

type Result = std::result::Result<(), Box<dyn Error>>;

fn offered(story: &Story) -> Option<(Status, String)> {
    status_offer(&story.fold()?).map(|offer| (offer.to, offer.why))
}

fn confirmed(story: Story, minute: i64) -> Story {
    let place = story.events.len();
    let added = EventBody::HypothesisAdded { statement: "the pool is small".into(), how_to_test: None, who: None };
    let moved = EventBody::HypothesisMoved {
        statement: "the pool is small".into(),
        from: HypothesisState::Open,
        to: HypothesisState::Confirmed,
        because: None,
    };
    story.then(minute, added).amending(minute, place, moved)
}

fn mitigation(story: Story, minute: i64, state: MitigationState) -> Story {
    story.then(minute, EventBody::MitigationAdded { action: "Roll back".into(), state, catalogue: None, service: None })
}

#[test]
fn each_offers_its_own_and_the_furthest_goes_first() -> Result {
    let declared = Story::declared(Severity::P1);
    assert_eq!(offered(&declared), None);
    assert_eq!(offered(&confirmed(declared.clone(), 5)), Some((Status::Identified, "confirmed: the pool is small".into())));
    let started = mitigation(confirmed(declared.clone(), 5), 6, MitigationState::Started);
    assert_eq!(offered(&started), Some((Status::Mitigating, "started: Roll back".into())));
    let done = mitigation(confirmed(declared.clone(), 5), 7, MitigationState::Done);
    assert_eq!(offered(&done), Some((Status::Monitoring, "done: Roll back".into())));
    let one_goes_on = mitigation(done, 8, MitigationState::Started);
    assert_eq!(offered(&one_goes_on).map(|(to, _)| to), Some(Status::Mitigating));
    assert_eq!(offered(&mitigation(declared, 6, MitigationState::Proposed)), None);
    Ok(())
}

#[test]
fn what_led_to_a_status_once_says_nothing_when_it_was_left_again() -> Result {
    let there_and_back = |story: Story, to: Status| story.status(10, Status::Investigating, to).status(20, to, Status::Investigating);
    for (story, to) in [
        (confirmed(Story::declared(Severity::P1), 5), Status::Identified),
        (mitigation(Story::declared(Severity::P1), 5, MitigationState::Started), Status::Mitigating),
        (mitigation(Story::declared(Severity::P1), 5, MitigationState::Done), Status::Monitoring),
    ] {
        assert_eq!(offered(&story).map(|(offer, _)| offer), Some(to));
        assert_eq!(offered(&there_and_back(story.clone(), to)), None, "{to}");
    }
    let same_minute = confirmed(Story::declared(Severity::P1), 10).status(10, Status::Investigating, Status::Identified);
    assert_eq!(offered(&same_minute.status(20, Status::Identified, Status::Investigating)), None, "it is what led to it");
    let at_once =
        mitigation(Story::declared(Severity::P1), 10, MitigationState::Started).status(10, Status::Investigating, Status::Mitigating);
    assert_eq!(offered(&at_once.status(20, Status::Mitigating, Status::Investigating)), None, "it is what led to it");
    let tried_anew = mitigation(there_and_back(Story::declared(Severity::P1), Status::Mitigating), 30, MitigationState::Started);
    assert_eq!(offered(&tried_anew).map(|(to, _)| to), Some(Status::Mitigating));
    let anew = confirmed(there_and_back(Story::declared(Severity::P1), Status::Identified), 30);
    assert_eq!(offered(&anew).map(|(to, _)| to), Some(Status::Identified));
    Ok(())
}

#[test]
fn nothing_is_offered_that_is_reached_or_over() -> Result {
    let identified = Story::declared(Severity::P1).status(10, Status::Investigating, Status::Mitigating);
    assert_eq!(offered(&confirmed(identified, 20)), None, "it is further already");
    let over = Story::declared(Severity::P1).status(10, Status::Investigating, Status::Resolved);
    assert_eq!(offered(&mitigation(over, 20, MitigationState::Done)), None);
    let there =
        mitigation(Story::declared(Severity::P1).status(10, Status::Investigating, Status::Mitigating), 20, MitigationState::Started);
    assert_eq!(offered(&there), None, "it is there");
    Ok(())
}
