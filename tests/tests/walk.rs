//! A whole incident's reminders in a minute: the clock is set through the calm stretches, and what matters comes at the
//! pace of life.

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_tests::desktop::Desktop;
use sitrep_tests::driven_clock::DrivenClock;
use sitrep_tests::process::Process;
use sitrep_tests::wait::until;
use sitrep_tests::windows::{Screen, is_main};
use sitrep_tests::{Failure, Outcome};

/// A policy of updates alone.
const CADENCE_ONLY: &str = "impact_assessment_minutes = 10000\n[severity.P1]\nresponse_minutes = 0\nescalate_after_minutes = 0\n";

/// What an initial alert cannot do without, and what the updates after it cannot.
const FIRST_SAYS: [&str; 4] = ["--set", "impact=EU cards", "--set", "incident_commander=@ana"];
const LATER_SAY: [&str; 4] = ["--set", "current_state=Cards fail", "--set", "next_steps=Roll back"];

/// An incident on a desktop whose time is the journey's.
struct Walk {
    // Dropped in this order: the desktop ends last.
    _app: Process,
    clock: DrivenClock,
    desktop: Desktop,
}

impl Walk {
    /// With this policy; the app is open and the incident declared.
    fn start(policy: &str, line: &str) -> Outcome<Self> {
        let desktop = Desktop::start()?;
        desktop.follow_policy(policy)?;
        let clock = DrivenClock::start(&desktop)?;
        clock.sitrep(&desktop, &["declare", line])?.done()?;
        let app = clock.open_app(&desktop)?;
        Screen::of(&desktop)?.wait_for("the main window", is_main)?;
        Ok(Self { _app: app, clock, desktop })
    }

    fn sitrep(&self, arguments: &[&str]) -> Outcome<String> {
        Ok(self.clock.sitrep(&self.desktop, arguments)?.done()?.out)
    }

    /// When the deadline of this kind is due.
    fn due(&self, kind: &str) -> Outcome<DateTime<Utc>> {
        let all: serde_json::Value = serde_json::from_str(&self.sitrep(&["deadlines", "--json"])?)?;
        let deadline = all.as_array().into_iter().flatten().find(|deadline| deadline["kind"] == kind);
        let due = deadline.and_then(|deadline| deadline["due_at"].as_str());
        Ok(due.ok_or_else(|| Failure::new(format!("no deadline '{kind}' in {all}")))?.parse()?)
    }

    /// How often a notification held these words.
    fn said(&self, words: &str) -> usize {
        self.desktop.notifications().iter().filter(|shown| shown.summary.contains(words) || shown.body.contains(words)).count()
    }

    /// Lives through `then`, and waits until these words were said so many times.
    #[track_caller]
    fn crosses(&self, then: DateTime<Utc>, words: &str, times: usize) -> Outcome {
        assert_eq!(self.said(words), times - 1, "'{words}' before its time: {:?}", self.desktop.notifications());
        self.clock.jump_to(then - TimeDelta::seconds(1))?;
        until(&format!("'{words}' for the {times}. time"), || Ok(self.said(words) == times))
            .map_err(|failure| failure.with(&format!("shown were {:?}", self.desktop.notifications())))
    }
}

#[test]
fn a_partial_impact_left_alone_becomes_an_outage_with_every_prompt_once() -> Outcome {
    let walk = Walk::start("escalate_automatically = true\n", "P2 Search slow")?;
    let declared = walk.due("escalation")? - TimeDelta::hours(4);
    for (minutes, words) in [(180, "Escalates to P1 at "), (240, "Escalated to P1"), (330, "Escalates to P0 at "), (360, "Escalated to P0")]
    {
        walk.crosses(declared + TimeDelta::minutes(minutes), words, 1)?;
    }
    let shown: serde_json::Value = serde_json::from_str(&walk.sitrep(&["show", "--json"])?)?;
    assert_eq!(shown["severity"], "P0");
    // An hour on, nothing of it was said again.
    walk.clock.jump(TimeDelta::hours(1))?;
    let late = walk.desktop.notifications().len();
    until("the hour to have passed in the app", || Ok(walk.desktop.notifications().len() > late))?;
    for words in ["Escalates to P1", "Escalated to P1", "Escalates to P0", "Escalated to P0"] {
        assert_eq!(walk.said(words), 1, "{words}: {:?}", walk.desktop.notifications());
    }
    Ok(())
}

#[test]
fn twelve_hours_of_updates_on_time_have_one_warning_each() -> Outcome {
    let walk = Walk::start(CADENCE_ONLY, "P1 Payments failing")?;
    for cycle in 1..=24 {
        let due = walk.due("update")?;
        walk.crosses(due - TimeDelta::minutes(5), "due at ", cycle)?;
        walk.clock.jump_to(due - TimeDelta::seconds(10))?;
        let says = if cycle == 1 { FIRST_SAYS } else { LATER_SAY };
        walk.sitrep(&[["update", "--sent"].as_slice(), &says].concat())?;
    }
    assert_eq!(walk.said("due at "), 24, "{:?}", walk.desktop.notifications());
    for words in ["due since", "late"] {
        assert_eq!(walk.said(words), 0, "{words}: {:?}", walk.desktop.notifications());
    }
    Ok(())
}
