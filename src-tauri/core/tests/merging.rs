//! What goes from one incident into another, and comes back.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod support;

use sitrep_core::documents::merging::{Recording, Side, merged, split_off, taken_back, taken_off};
use sitrep_core::documents::timeline;
use sitrep_core::event::{Event, EventBody};
use sitrep_core::incident::Incident;
use sitrep_core::vocabulary::{ActionOutcome, ActionPriority, EventId, IncidentId, Severity, Status};
use support::{Story, at};
use uuid::Uuid;

/// An incident of its own, whose events are no other's.
struct Told {
    events: Vec<Event>,
    number: u128,
}

impl Told {
    fn of(story: Story, number: u128) -> Self {
        let mut events = story.events;
        for event in &mut events {
            event.incident = IncidentId(Uuid::from_u128(number));
            event.id = EventId(Uuid::from_u128(event.id.0.as_u128() + number * 1000));
            event.amends = event.amends.map(|amends| EventId(Uuid::from_u128(amends.0.as_u128() + number * 1000)));
            if let EventBody::Declared { handle, .. } = &mut event.body {
                *handle = format!("incident-{number}");
            }
        }
        Self { events, number }
    }

    fn facts(&self) -> Incident {
        Incident::fold(&self.events).expect("it is declared")
    }

    /// Records, at a minute.
    fn record(&mut self, minute: i64, recordings: Vec<Recording>) {
        for Recording { occurred_at, amends, body } in recordings {
            let id = EventId(Uuid::from_u128(self.number * 1000 + self.events.len() as u128 + 1));
            let (incident, author) = (IncidentId(Uuid::from_u128(self.number)), "@li".to_owned());
            let occurred_at = occurred_at.unwrap_or(at(minute));
            self.events.push(Event { id, incident, occurred_at, recorded_at: at(minute), author, device: "laptop".into(), amends, body });
        }
    }

    fn lines(&self) -> Vec<String> {
        let rows = timeline::rows(&self.events, &self.facts());
        rows.iter().map(|row| format!("{} {} {}", row.time, row.by_whom(), row.text)).collect()
    }

    fn open_actions(&self) -> Vec<String> {
        self.facts().open_actions().map(|item| item.text.clone()).collect()
    }
}

fn action(text: &str) -> EventBody {
    let (owner, due) = (Some("@bo".to_owned()), None);
    EventBody::ActionAdded { text: text.into(), owner, priority: ActionPriority::High, due, kind: None, from: None }
}

fn duplicate() -> Told {
    let story = Story::declared(Severity::P1)
        .note(3, "502s on card payments")
        .note(4, "a slip")
        .status(10, Status::Investigating, Status::Identified)
        .then(12, action("Add an alert"))
        .amending(13, 2, EventBody::EntryRemoved)
        .amending(14, 1, EventBody::EntryAmended { text: "502s on all payments".into() });
    Told::of(story, 1)
}

fn first() -> Told {
    Told::of(Story::declared(Severity::P1).note(2, "pool is full"), 2)
}

fn merge(from: &Told, into: &Told) -> Vec<Recording> {
    let (one, other) = (from.facts(), into.facts());
    merged(Side { incident: &one, events: &from.events }, Side { incident: &other, events: &into.events }, "@li")
}

fn undo(from: &Told, into: &Told) -> Vec<Recording> {
    let (one, other) = (from.facts(), into.facts());
    taken_back(Side { incident: &one, events: &from.events }, Side { incident: &other, events: &into.events })
}

#[test]
fn what_a_person_would_miss_goes_along_at_its_time_and_under_its_author() {
    let (from, mut into) = (duplicate(), first());
    into.record(30, merge(&from, &into));

    let lines = into.lines();
    assert!(lines.contains(&"14:14 @ana, from incident-1 502s on all payments".to_owned()), "as it reads after its edit: {lines:#?}");
    assert!(lines.contains(&"14:10 @ana, from incident-1 Identified".to_owned()), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("14:00 @ana, from incident-1 Declared P1")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains("Merged in: Payments failing at checkout (incident-1)")), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains("a slip")), "what was undone stays undone: {lines:#?}");
    assert_eq!(into.open_actions(), ["Add an alert"]);
    assert_eq!(into.facts().status, Status::Investigating, "what is told of the other changes nothing here");
}

#[test]
fn what_was_cut_off_is_done_to_its_end_and_nothing_twice() {
    let (from, mut into) = (duplicate(), first());
    let all = merge(&from, &into);
    for cut in 0..all.len() {
        let mut half = first();
        half.record(30, all[..cut].to_vec());
        let rest = merge(&from, &half);
        half.record(31, rest);
        assert_eq!(half.lines().len(), first().lines().len() + all.len(), "cut after {cut}");
        assert_eq!(half.open_actions(), ["Add an alert"], "cut after {cut}");
    }
    into.record(30, all);
    assert_eq!(merge(&from, &into), []);
}

#[test]
fn a_merge_that_is_taken_back_leaves_what_was_there_and_can_be_done_again() {
    let (from, mut into) = (duplicate(), first());
    let before = into.lines();
    into.record(30, merge(&from, &into));
    let (with, merged_actions) = (into.lines(), into.open_actions());

    into.record(40, undo(&from, &into));
    let after: Vec<String> =
        into.lines().into_iter().filter(|line| !line.contains("Action item") && !line.contains("Merge taken back")).collect();
    assert_eq!(after, before);
    assert!(into.lines().iter().any(|line| line.contains("Merge taken back: Payments failing at checkout (incident-1)")));
    assert_eq!(into.open_actions(), Vec::<String>::new());
    assert_eq!(undo(&from, &into), [], "it is taken back once");

    into.record(50, merge(&from, &into));
    assert!(with.iter().all(|line| into.lines().contains(line)), "the same lines are back, and no second ones");
    assert_eq!(into.open_actions(), merged_actions);
}

#[test]
fn what_was_done_of_an_action_item_meanwhile_stays_done() {
    let (from, mut into) = (duplicate(), first());
    into.record(30, merge(&from, &into));
    let item = into.facts().actions.last().expect("it came along").clone();
    let done = EventBody::ActionClosed { text: item.text.clone(), outcome: ActionOutcome::Done };
    into.record(31, vec![Recording { occurred_at: None, amends: Some(item.id), body: done }]);

    let (one, other) = (from.facts(), into.facts());
    let home = sitrep_core::documents::merging::taken_home(
        Side { incident: &one, events: &from.events },
        Side { incident: &other, events: &into.events },
    );
    assert!(matches!(home.as_slice(), [Recording { body: EventBody::ActionClosed { outcome: ActionOutcome::Done, .. }, .. }]), "{home:?}");
}

#[test]
fn what_was_split_off_comes_home_as_it_was() {
    let mut from = Told::of(Story::declared(Severity::P1).note(2, "pool is full").note(5, "search is slow").note(6, "index is old"), 2);
    let before = from.lines();
    let chosen: Vec<EventId> = from.events[2..4].iter().map(|event| event.id).collect();
    let facts = from.facts();
    let side = Side { incident: &facts, events: &from.events };
    let (off, gone) = (split_off(side, &chosen, "@li"), taken_off(side, &chosen));
    let mut new = Told::of(Story::declared(Severity::P2), 3);
    new.record(20, off);
    from.record(20, gone);
    assert_eq!(from.lines().len(), before.len() - 2);
    assert!(new.lines().contains(&"14:05 @ana, from incident-2 search is slow".to_owned()), "{:#?}", new.lines());

    new.record(
        25,
        vec![Recording {
            occurred_at: Some(at(6)),
            amends: Some(new.events[3].id),
            body: EventBody::EntryAmended { text: "index is a day old".into() },
        }],
    );
    from.record(30, merge(&new, &from));
    let lines = from.lines();
    assert!(lines.contains(&"14:05 @ana search is slow".to_owned()), "it is the entry itself, and no copy: {lines:#?}");
    assert!(lines.contains(&"14:06 @ana index is a day old".to_owned()), "as it was edited there: {lines:#?}");
    assert_eq!(lines.iter().filter(|line| line.contains("search is slow")).count(), 1);
    assert_eq!(merge(&new, &from), []);

    from.record(40, undo(&new, &from));
    assert!(!from.lines().iter().any(|line| line.contains("search is slow")), "taken back, it stands there again: {:#?}", from.lines());
}
