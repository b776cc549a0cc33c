//! Reminders come on time, once, with the main window closed, and each of their buttons does what it says.

use std::time::Duration;

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::{stays, until};
use sitrep_tests::windows::{Screen, is_main};

/// Longer than a beat of the app, so that what was going to come has come.
const A_WHILE: Duration = Duration::from_secs(3);

/// A P1 asks for an update every 30 minutes and warns 5 minutes before. These are seconds before now, as faketime takes them.
const WARNS_SOON: &str = "-1492";
const IS_WARNED: &str = "-1600";
const IS_DUE_SOON: &str = "-1794";
const REPEATS_SOON: &str = "-2094";

#[test]
fn an_update_is_warned_of_five_minutes_before() -> Outcome {
    let desktop = start()?;
    desktop.declare_at(WARNS_SOON, "P1 Payments failing")?;
    let _app = desktop.open_app()?;
    desktop.close_main_window()?;
    stays(Duration::from_secs(1), "no reminder before its time", || Ok(desktop.notifications().is_empty()))?;
    let shown = desktop.wait_for_notification("Initial alert due at ")?;
    assert!(shown.body.contains("P1 Payments failing"), "{shown:?}");
    let buttons = desktop.notification_buttons()?;
    for button in ["Copy update", "Snooze 5 min", "Open"] {
        assert!(buttons.iter().any(|there| there == button), "{buttons:?}");
    }
    Ok(())
}

#[test]
fn it_is_reminded_of_when_it_is_due() -> Outcome {
    let desktop = start()?;
    desktop.declare_at(IS_DUE_SOON, "P1 Payments failing")?;
    let _app = desktop.open_app()?;
    let shown = desktop.wait_for_notification("Initial alert due since ")?;
    assert_eq!(shown.urgency, "CRITICAL");
    Ok(())
}

#[test]
fn what_is_said_goes_with_the_app() -> Outcome {
    let desktop = start()?;
    desktop.declare_at(IS_DUE_SOON, "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    desktop.wait_for_notification("Initial alert due since ")?;
    // The app goes before it can answer.
    app.script("window.__TAURI_INTERNALS__.invoke('quit')", vec![]).ok();
    until("the screen to be free", || Ok(desktop.notifications_on_screen()? == 0 && desktop.app_ids().is_empty()))
}

#[test]
fn it_is_reminded_of_again_five_minutes_later() -> Outcome {
    let desktop = start()?;
    desktop.declare_at(REPEATS_SOON, "P1 Payments failing")?;
    let _app = desktop.open_app()?;
    let said = || desktop.notifications().iter().filter(|shown| shown.summary.starts_with("Initial alert ")).count();
    until("the reminder of when it was due", || Ok(said() == 1))?;
    desktop.wait_for_notification("Initial alert late since ")?;
    assert_eq!(said(), 2, "{:?}", desktop.notifications());
    Ok(())
}

#[test]
fn sending_the_update_ends_the_reminders() -> Outcome {
    let desktop = start()?;
    desktop.declare_at(REPEATS_SOON, "P1 Payments failing")?;
    let _app = desktop.open_app()?;
    desktop.wait_for_notification("Initial alert due since ")?;
    send_initial(&desktop)?;
    until("the reminder to leave the screen", || Ok(desktop.notifications_on_screen()? == 0))?;
    stays(Duration::from_secs(6), "silence after the update", || Ok(!said(&desktop, "late since")))
}

#[test]
fn snoozing_silences_and_leaves_the_due_time() -> Outcome {
    let desktop = start()?;
    let handle = desktop.declare_at(IS_WARNED, "P1 Payments failing")?;
    let due = desktop.deadline(&handle, "update")?["due_at"].clone();
    let _app = desktop.open_app()?;
    desktop.close_main_window()?;
    desktop.press_notification("Initial alert due", "Snooze 5 min")?;
    until("the snooze", || Ok(desktop.deadline(&handle, "update")?["state"] == "snoozed"))?;
    assert_eq!(desktop.deadline(&handle, "update")?["due_at"], due);
    assert!(desktop.timeline_has(&handle, "Update reminder snoozed until")?, "it is on the timeline");
    Ok(())
}

#[test]
fn a_snooze_that_is_over_reminds_again() -> Outcome {
    let desktop = start()?;
    desktop.declare_at("-2400", "P1 Payments failing")?;
    desktop.sitrep_at("-294", &["snooze"])?;
    let _app = desktop.open_app()?;
    desktop.close_main_window()?;
    stays(Duration::from_secs(1), "silence while it is snoozed", || Ok(!said(&desktop, "Initial alert")))?;
    desktop.wait_for_notification("Initial alert late since ").map(|_| ())
}

#[test]
fn copy_update_copies_and_counts_as_sent_with_the_window_closed() -> Outcome {
    let desktop = start()?;
    let handle = ready_to_send(&desktop)?;
    let due = desktop.deadline(&handle, "update")?["due_at"].clone();
    let wanted = desktop.sitrep(&["update", "--kind", "initial"])?.done()?.out;
    let _app = desktop.open_app()?;
    desktop.close_main_window()?;
    desktop.press_notification("Initial alert due", "Copy update")?;
    until("the update on the clipboard", || Ok(without_times(&desktop.clipboard()?) == without_times(wanted.trim_end())))?;
    until("a new due time", || Ok(desktop.deadline(&handle, "update")?["due_at"] != due))?;
    assert!(desktop.timeline_has(&handle, "Initial alert copied")?);
    assert!(!Screen::of(&desktop)?.shows(is_main)?, "the window stays closed");

    desktop.press_notification("Copied", "Not sent")?;
    until("the old due time", || Ok(desktop.deadline(&handle, "update")?["due_at"] == due))
}

#[test]
fn copy_update_with_something_missing_copies_nothing_and_opens_the_update() -> Outcome {
    let desktop = start()?;
    let handle = desktop.declare_at(IS_WARNED, "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    desktop.close_main_window()?;
    desktop.press_notification("Initial alert due", "Copy update")?;
    Screen::of(&desktop)?.wait_for("the main window", is_main)?;
    app.element("field-impact")?;
    assert_eq!(desktop.clipboard()?, "");
    assert!(!desktop.timeline_has(&handle, "copied")?);
    Ok(())
}

#[test]
fn open_brings_the_incident_to_the_front() -> Outcome {
    let desktop = start()?;
    desktop.declare("P0 Everything is down")?;
    desktop.declare_at(IS_WARNED, "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.wait_for_text("title", "Everything is down")?;
    desktop.close_main_window()?;
    desktop.press_notification("Initial alert due", "Open")?;
    Screen::of(&desktop)?.wait_until_active("the main window to be in front", is_main)?;
    app.wait_for_text("title", "Payments failing")
}

#[test]
fn an_escalation_is_asked_for_at_three_quarters_of_its_time() -> Outcome {
    let desktop = start()?;
    let handle = desktop.declare_at("-5394", "P1 Payments failing")?;
    desktop.sitrep_at("-60", &["update", "--sent", "--set", "impact=EU cards", "--set", "incident_commander=@ana"])?;
    let _app = desktop.open_app()?;
    desktop.close_main_window()?;
    stays(Duration::from_secs(1), "no question before its time", || Ok(!said(&desktop, "Escalate")))?;
    desktop.wait_for_notification("Escalation to P0 due at ")?;
    desktop.press_notification("Escalation to P0", "Escalate")?;
    until("the escalation", || Ok(desktop.json(&["show"])?["severity"] == "P0"))?;
    assert!(desktop.timeline_has(&handle, "Escalated P1 to P0")?);
    Ok(())
}

#[test]
fn an_escalation_that_is_due_can_be_answered_with_not_yet() -> Outcome {
    let desktop = start()?;
    let handle = desktop.declare_at("-7194", "P1 Payments failing")?;
    desktop.sitrep_at("-60", &["update", "--sent", "--set", "impact=EU cards", "--set", "incident_commander=@ana"])?;
    let _app = desktop.open_app()?;
    desktop.close_main_window()?;
    desktop.wait_for_notification("Escalate to P0?")?;
    desktop.press_notification("Escalate to P0?", "Not yet")?;
    until("the answer", || desktop.timeline_has(&handle, "Not escalated yet"))?;
    assert_eq!(desktop.json(&["show"])?["severity"], "P1");
    assert_eq!(desktop.deadline(&handle, "escalation")?["state"], "snoozed");
    Ok(())
}

#[test]
fn two_apps_on_the_same_data_remind_once() -> Outcome {
    let first = start()?;
    let second = first.beside()?;
    second.follow_policy_of_updates()?;
    first.declare_at(WARNS_SOON, "P1 Payments failing")?;
    let _one = first.open_app()?;
    let _two = second.open_app()?;
    let shown = || first.notifications().len() + second.notifications().len();
    until("the reminder", || Ok(shown() > 0))?;
    stays(A_WHILE, "one reminder", || Ok(shown() == 1))
}

#[test]
fn a_second_start_brings_the_first_to_the_front() -> Outcome {
    let desktop = start()?;
    desktop.declare("P1 Payments failing")?;
    let _app = desktop.open_app()?;
    desktop.close_main_window()?;
    desktop.open_app()?.ended()?;
    Screen::of(&desktop)?.wait_until_active("the main window to be in front", is_main)?;
    assert_eq!(desktop.app_ids().len(), 1);
    desktop.close_main_window()?;
    desktop.sitrep(&[])?.done()?;
    Screen::of(&desktop)?.wait_until_active("the main window to be in front", is_main)
}

#[test]
fn what_was_shown_before_a_crash_is_not_shown_again() -> Outcome {
    let desktop = start()?;
    desktop.declare_at(IS_WARNED, "P1 Payments failing")?;
    let mut app = desktop.open_app()?;
    desktop.wait_for_notification("Initial alert due")?;
    until("the mark on disk", || Ok(desktop.shown_reminders()? == 1))?;
    app.kill()?;
    desktop.wait_until_forgotten()?;
    let _again = desktop.open_app()?;
    Screen::of(&desktop)?.wait_for("the main window", is_main)?;
    stays(A_WHILE, "one reminder", || Ok(desktop.notifications().len() == 1))
}

/// A desktop on which updates and escalation alone remind.
fn start() -> Outcome<Desktop> {
    let desktop = Desktop::start()?;
    desktop.follow_policy_of_updates()?;
    Ok(desktop)
}

fn said(desktop: &Desktop, words: &str) -> bool {
    desktop.notifications().iter().any(|shown| shown.summary.contains(words))
}

fn send_initial(desktop: &Desktop) -> Outcome {
    desktop.sitrep(&["update", "--sent", "--set", "impact=EU cards", "--set", "incident_commander=@ana"])?.done().map(|_| ())
}

/// An incident whose initial alert lacks nothing and is due in a few minutes.
fn ready_to_send(desktop: &Desktop) -> Outcome<String> {
    let declared = desktop.sitrep_at(IS_WARNED, &["declare", "P1 Payments failing", "--impact", "EU card payments fail"])?;
    desktop.sitrep(&["role", "commander", "@ana"])?.done()?;
    let handle = declared.out.lines().next().unwrap_or_default().to_owned();
    Ok(handle)
}

/// The update without its digits: a minute may pass between two looks at it.
fn without_times(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_ascii_digit()).collect()
}
