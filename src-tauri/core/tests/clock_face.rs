//! What a clock shows: of each kind of deadline, at each moment that changes its look.

mod support;

use chrono::TimeDelta;
use sitrep_core::procedure::{ClockLevel, Deadline, DeadlineClock, DeadlineState, Turn};
use sitrep_core::vocabulary::{Audience, DeadlineKind};
use support::at;

/// An hour of time, due at minute 60.
fn deadline(kind: DeadlineKind) -> Deadline {
    Deadline {
        key: "a/update/1".into(),
        incident: "a".into(),
        kind,
        audience: None,
        subject: None,
        set_by: None,
        runs_from: at(0),
        due_at: at(60),
        warns_at: at(55),
        snoozed_until: None,
        woke_at: None,
        by_itself_at: None,
        waits_for_working_hours: false,
        state: DeadlineState::Running,
    }
}

fn left(millis: i64) -> DeadlineClock {
    DeadlineClock::at(&deadline(DeadlineKind::Update), false, at(60) - TimeDelta::milliseconds(millis))
}

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

#[test]
fn a_clock_counts_down_to_nothing_and_up_from_there() {
    for (millis, shown) in [
        (49 * HOUR, "2 d"),
        (48 * HOUR, "2 d"),
        (24 * HOUR, "24 h"),
        (24 * HOUR - SECOND, "23:59:59"),
        (6 * MINUTE + 12 * SECOND, "06:12"),
        (1, "00:01"),
        (0, "00:00"),
        (-SECOND, "00:01"),
        (-999, "00:00"),
        (-90 * MINUTE, "1:30:00"),
        (-49 * HOUR, "2 d"),
    ] {
        assert_eq!(left(millis).clock, shown, "{millis} ms left");
    }
    assert_eq!(left(2 * HOUR).short_clock, "2:00 h");
    assert_eq!(left(6 * MINUTE).short_clock, "06:00");
}

#[test]
fn it_looks_more_urgent_at_ten_and_five_minutes_and_once_it_is_past() {
    for (millis, level) in [
        (10 * MINUTE, ClockLevel::Calm),
        (10 * MINUTE - 1, ClockLevel::Soon),
        (5 * MINUTE, ClockLevel::Soon),
        (5 * MINUTE - 1, ClockLevel::Near),
        (1, ClockLevel::Near),
        (0, ClockLevel::Late),
    ] {
        assert_eq!(left(millis).level, level, "{millis} ms left");
    }
    assert_eq!((left(1).due.as_str(), left(0).due.as_str()), ("at 15:00 UTC", "was 15:00 UTC"));
}

#[test]
fn it_says_which_share_of_its_time_is_used() {
    for (minutes_left, percent) in [(70, 0), (60, 0), (45, 25), (30, 50), (1, 98), (0, 100), (-30, 100)] {
        assert_eq!(left(minutes_left * MINUTE).used_percent, percent, "{minutes_left} min left");
    }
    let no_time = Deadline { runs_from: at(60), ..deadline(DeadlineKind::Review) };
    assert_eq!(DeadlineClock::at(&no_time, false, at(60)).used_percent, 0);
}

#[test]
fn a_snoozed_one_says_until_when() {
    let snoozed = Deadline { state: DeadlineState::Snoozed, snoozed_until: Some(at(53)), ..deadline(DeadlineKind::Update) };
    let for_good = Deadline { snoozed_until: None, ..snoozed.clone() };
    let shown = |deadline: &Deadline| DeadlineClock::at(deadline, false, at(40)).snoozed;
    assert_eq!(shown(&snoozed).as_deref(), Some("until 14:53 UTC"));
    assert_eq!(shown(&for_good).as_deref(), Some("for good"));
    assert_eq!(shown(&deadline(DeadlineKind::Update)), None);
    let running = deadline(DeadlineKind::Review);
    assert!(Turn::from(&running) < Turn::from(&Deadline { due_at: at(1), ..snoozed.clone() }), "it asks after those that are not");
    assert!(Turn::from(&Deadline { due_at: at(1), ..running.clone() }) < Turn::from(&running));
}

#[test]
fn each_kind_is_called_what_it_is() {
    let update = deadline(DeadlineKind::Update);
    let escalation = Deadline { subject: Some("P0".into()), ..deadline(DeadlineKind::Escalation) };
    let by_itself = Deadline { by_itself_at: Some(at(60)), ..escalation.clone() };
    let all_clear = Deadline { subject: Some("All-clear to customers".into()), ..update.clone() };
    let named = |kind| Deadline { subject: Some("Rotate the keys".into()), ..deadline(kind) };
    for (deadline, first, early, late) in [
        (update.clone(), true, ("Initial alert due in", "Alert due in"), ("Initial alert late by", "Alert")),
        (update.clone(), false, ("Status update due in", "Update due in"), ("Status update late by", "Update")),
        (
            Deadline { audience: Some(Audience::Customers), ..update },
            true,
            ("Customer update due in", "Customers due in"),
            ("Customer update late by", "Customers"),
        ),
        (all_clear, true, ("All-clear to customers due in", "All-clear due in"), ("All-clear to customers late by", "All-clear")),
        (escalation, false, ("Escalation to P0 due in", "To P0 in"), ("Escalation to P0 late by", "Escalate to P0")),
        (by_itself, false, ("Escalates to P0 in", "To P0 in"), ("Escalation to P0 late by", "Escalate to P0")),
        (deadline(DeadlineKind::Response), false, ("Response due in", "Response due in"), ("Response late by", "Response")),
        (
            deadline(DeadlineKind::Verification),
            false,
            ("Verification due in", "Verification due in"),
            ("Verification late by", "Verification"),
        ),
        (
            deadline(DeadlineKind::ImpactAssessment),
            false,
            ("Impact assessment due in", "Impact due in"),
            ("Impact assessment late by", "Impact"),
        ),
        (deadline(DeadlineKind::Review), false, ("Review due in", "Review due in"), ("Review late by", "Review")),
        (
            named(DeadlineKind::ActionItem),
            false,
            ("Rotate the keys due in", "Action item due in"),
            ("Rotate the keys late by", "Action item"),
        ),
        (named(DeadlineKind::Timebox), false, ("Rotate the keys due in", "Time-box due in"), ("Rotate the keys late by", "Time-box")),
    ] {
        for (minute, words) in [(30, early), (60, late)] {
            let clock = DeadlineClock::at(&deadline, first, at(minute));
            assert_eq!((clock.label.as_str(), clock.short_label.as_str()), words, "{deadline:?} at minute {minute}");
        }
    }
}

#[test]
fn one_is_late_from_its_time_on_until_it_is_met() {
    let open = deadline(DeadlineKind::Update);
    let met = Deadline { state: DeadlineState::Met, ..open.clone() };
    let snoozed = Deadline { state: DeadlineState::Snoozed, ..open.clone() };
    let late = |deadline: &Deadline| [59, 60, 61].map(|minute| deadline.is_late(at(minute)));
    assert_eq!((late(&open), late(&snoozed), late(&met)), ([false, true, true], [false, true, true], [false; 3]));
}
