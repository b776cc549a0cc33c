//! Whatever the notification service does, the reminder reaches the person and the app goes on answering.

use std::fs;
use std::time::Duration;

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::fake_notifications::{Behaviour, FakeNotifications};
use sitrep_tests::wait::{stays, until};

/// A P1 warns of its first update 25 minutes after its declaration. These are seconds before now, as faketime takes them.
const IS_WARNED: &str = "-1600";
const ESCALATES: &str = "-5500";

/// Longer than a beat of the app, so that what was going to come has come.
const A_WHILE: Duration = Duration::from_secs(3);

/// An open app on a desktop whose service behaves so once it has been met.
fn open_with(behaviour: Behaviour) -> Outcome<(App, FakeNotifications, Desktop)> {
    let desktop = Desktop::without_notifications()?;
    desktop.follow_policy_of_updates()?;
    let service = FakeNotifications::start(&desktop)?;
    let app = App::open(&desktop)?;
    app.invoke("send_test_notification", serde_json::json!({}))?;
    service.wait_for("Notifications work")?;
    service.behave(behaviour);
    Ok((app, service, desktop))
}

/// What is written elsewhere is seen in the window, and the window's commands are answered.
fn still_answers(app: &App, desktop: &Desktop, handle: &str) -> Outcome {
    desktop.sitrep(&["log", "-i", handle, "still here"])?.done()?;
    app.click(&format!("incident-{handle}"))?;
    app.wait_for_row("still here")?;
    app.log("and here")?;
    until("what was logged in the window", || desktop.timeline_has(handle, "and here"))
}

fn is_in_window(app: &App, words: &str) -> Outcome {
    app.wait_for_text("notice-reminder", words)
}

fn has_left_window(app: &App) -> Outcome {
    app.told(until("the window's notices to go", || Ok(!app.shows("notice-reminder")? && !app.shows("notice-notifications")?)))
}

#[test]
fn one_that_errs_is_stood_in_for_by_the_window_until_it_is_well() -> Outcome {
    let (app, service, desktop) = open_with(Behaviour::Errs)?;
    let handle = desktop.declare_at(IS_WARNED, "P1 Payments failing")?;
    is_in_window(&app, "Initial alert due")?;
    app.wait_for_text("notice-notifications", "refused")?;
    still_answers(&app, &desktop, &handle)?;
    service.behave(Behaviour::Shows);
    service.wait_for("Initial alert due")?;
    has_left_window(&app)?;
    assert_eq!(service.count("Initial alert"), 1);
    Ok(())
}

#[test]
fn one_that_hangs_costs_its_wait_once_and_shows_each_once_when_it_is_well() -> Outcome {
    hangs(Behaviour::Hangs)
}

#[test]
fn one_that_forgets_what_it_was_asked_is_asked_again() -> Outcome {
    hangs(Behaviour::Ignores)
}

fn hangs(behaviour: Behaviour) -> Outcome {
    let (app, service, desktop) = open_with(behaviour)?;
    let titles = ["Payments failing", "Search down", "Login slow"];
    let mut handle = String::new();
    for title in titles {
        handle = desktop.declare_at(IS_WARNED, &format!("P1 {title}"))?;
    }
    // Were each waited for by itself, the third would come after thirty seconds, later than this looks.
    until("all three in the window", || {
        let said = app.text_now("notice-reminder")?;
        Ok(titles.iter().all(|title| said.contains(title)))
    })?;
    app.wait_for_text("notice-notifications", "does not answer")?;
    still_answers(&app, &desktop, &handle)?;
    service.behave(Behaviour::Shows);
    for title in titles {
        service.wait_for(title)?;
    }
    has_left_window(&app)?;
    stays(A_WHILE, "one of each", || Ok(titles.iter().all(|title| service.count(title) == 1)))
}

#[test]
fn one_that_closes_each_at_once_leaves_it_in_the_window() -> Outcome {
    let (app, _service, desktop) = open_with(Behaviour::ClosesAtOnce)?;
    let handle = desktop.declare_at(IS_WARNED, "P1 Payments failing")?;
    is_in_window(&app, "Initial alert due")?;
    still_answers(&app, &desktop, &handle)
}

#[test]
fn a_button_that_is_pressed_before_the_service_has_answered_works() -> Outcome {
    acts(Behaviour::PressesThenAnswers)
}

#[test]
fn a_button_that_is_pressed_as_the_service_answers_works() -> Outcome {
    acts(Behaviour::AnswersThenPresses)
}

fn acts(behaviour: Behaviour) -> Outcome {
    let (app, service, desktop) = open_with(behaviour)?;
    let titles = ["Payments failing", "Search down", "Login slow", "Mail delayed", "Reports empty", "Uploads stuck"];
    let mut handle = String::new();
    for title in titles {
        handle = desktop.declare_at(ESCALATES, &format!("P1 {title}"))?;
        until("the escalation", || Ok(desktop.json(&["show", "-i", &handle])?["severity"] == "P0"))?;
    }
    assert_eq!(service.count("Escalation to P0 due"), titles.len());
    still_answers(&app, &desktop, &handle)
}

#[test]
fn one_that_dies_and_comes_back_shows_again_what_was_not_dealt_with() -> Outcome {
    let (app, mut service, desktop) = open_with(Behaviour::Shows)?;
    let handle = desktop.declare_at(IS_WARNED, "P1 Payments failing")?;
    desktop.declare_at(IS_WARNED, "P1 Search down")?;
    let dealt_with = service.wait_for("Search down")?;
    service.wait_for("Payments failing")?;
    service.dismiss(dealt_with.id)?;
    // What the app is told comes in order: once it has shown another, it knows of that.
    app.invoke("send_test_notification", serde_json::json!({}))?;
    until("the app to have heard of it", || Ok(service.count("Notifications work") == 2))?;
    service.die()?;
    app.wait_for_text("notice-notifications", "No notification service")?;
    still_answers(&app, &desktop, &handle)?;
    service.come_back()?;
    until("what was not dealt with", || Ok(service.count("Payments failing") == 2))?;
    has_left_window(&app)?;
    assert_eq!(service.count("Search down"), 1);
    Ok(())
}

#[test]
fn what_died_with_the_service_comes_to_the_window() -> Outcome {
    let (app, mut service, desktop) = open_with(Behaviour::Shows)?;
    desktop.declare_at(IS_WARNED, "P1 Payments failing")?;
    service.wait_for("Payments failing")?;
    service.die()?;
    is_in_window(&app, "Initial alert due")
}

#[test]
fn one_that_appears_later_shows_what_still_stands() -> Outcome {
    let desktop = Desktop::without_notifications()?;
    desktop.follow_policy_of_updates()?;
    desktop.declare_at(IS_WARNED, "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    is_in_window(&app, "Payments failing")?;
    desktop.declare_at(IS_WARNED, "P1 Search down")?;
    is_in_window(&app, "Search down")?;
    desktop.sitrep(&["update", "-i", "search", "--sent", "--set", "impact=EU", "--set", "incident_commander=@ana"])?.done()?;
    until("the reminder that is met to go", || Ok(!app.text_now("notice-reminder")?.contains("Search down")))?;
    let service = FakeNotifications::start(&desktop)?;
    service.wait_for("Payments failing")?;
    has_left_window(&app)?;
    assert_eq!(service.count("Search down"), 0, "it was met meanwhile");
    Ok(())
}

#[test]
fn a_thousand_notifications_cost_no_thread() -> Outcome {
    let (app, service, desktop) = open_with(Behaviour::Shows)?;
    send(&app, 100)?;
    let threads = || Ok::<_, std::io::Error>(fs::read_dir(format!("/proc/{}/task", desktop.app_id().unwrap_or_default()))?.count());
    let before = threads()?;
    for _ in 0..9 {
        send(&app, 100)?;
        let now = threads()?;
        // The toolkit may start one of its own in the meantime.
        assert!(now < before + 5, "{now} threads, {before} before");
    }
    assert_eq!(service.count("Notifications work"), 1001);
    Ok(())
}

fn send(app: &App, count: u32) -> Outcome {
    let send = "window.__TAURI_INTERNALS__.invoke('send_test_notification')";
    let sent = app.promise(&format!("(async () => {{ for (let i = 0; i < {count}; i++) await {send}; return {count} }})()"))?;
    assert_eq!(sent["value"], count, "{sent}");
    Ok(())
}
