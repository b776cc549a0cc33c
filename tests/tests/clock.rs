//! A wall clock that is set, and a computer that slept, cost nobody a reminder.

use std::process::Command;
use std::time::Duration;

use chrono::{NaiveTime, TimeDelta};
use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::driven_clock::DrivenClock;
use sitrep_tests::fake_logind::FakeLogind;
use sitrep_tests::fake_notifications::FakeNotifications;
use sitrep_tests::process::{Process, signal};
use sitrep_tests::wait::{eventually, eventually_within, stays, until};
use sitrep_tests::windows::{Screen, is_main};

/// How long after its start the app has to warn of an update.
const WARNS_IN: Duration = Duration::from_secs(15);
/// How late a reminder may be after the clock was set or the computer woke.
const AT_MOST: Duration = Duration::from_secs(5);
/// Longer than a beat of the app, so that what was going to come has come.
const A_WHILE: Duration = Duration::from_secs(3);

/// A desktop whose time is the journey's.
struct Bench {
    // Dropped in this order: the desktop ends last.
    app: Process,
    service: FakeNotifications,
    logind: FakeLogind,
    clock: DrivenClock,
    desktop: Desktop,
}

impl Bench {
    /// With an open app and these incidents, whose first warning is to come.
    fn start(lines: &[&str]) -> Outcome<Self> {
        Self::start_with(lines, DrivenClock::is_read_by)
    }

    fn start_with(lines: &[&str], drive: impl FnOnce(&DrivenClock, &mut Command)) -> Outcome<Self> {
        let mut desktop = Desktop::without_notifications()?;
        desktop.follow_policy_of_updates()?;
        let service = FakeNotifications::start(&desktop)?;
        let logind = FakeLogind::start(&mut desktop)?;
        let clock = DrivenClock::start(&desktop)?;
        for line in lines {
            clock.sitrep(&desktop, &["declare", line])?.done()?;
        }
        let passed = TimeDelta::minutes(25) - TimeDelta::from_std(WARNS_IN)?;
        clock.jump(passed)?;
        desktop.let_pass(passed)?;
        let app = desktop.open_app_with(&[], |command| {
            drive(&clock, command);
            logind.is_found_by(command);
        })?;
        wait_until_it_ticks(&desktop)?;
        assert!(service.received().is_empty(), "before its time: {:?}", service.received());
        Ok(Self { app, service, logind, clock, desktop })
    }

    /// What the app writes wakes it, and its wait of a few milliseconds for the disk would last minutes once its timers stand.
    fn wait_until_all_of_its_start_is_written(&self) -> Outcome {
        let query = "SELECT count(*) FROM settings WHERE name = 'desktop_report' AND value LIKE '%\"works\":true%\"tray\":false%'";
        until("the report of the desktop", || Ok(self.desktop.database()?.query_row(query, [], |row| row.get::<_, u32>(0))? == 1))?;
        stays(Duration::from_secs(1), "no reminder before its time", || Ok(self.service.received().is_empty()))
    }

    fn jump(&self, by: TimeDelta) -> Outcome {
        self.clock.jump(by)
    }

    #[track_caller]
    fn reminded_within(&self, patience: Duration, words: &str) -> Outcome {
        eventually_within(patience, &format!("a notification with '{words}'"), || Ok(self.service.newest(words)))
            .map(|_| ())
            .map_err(|failure| failure.with(&format!("shown were {:?}\n{}", self.service.received(), self.desktop.app_log())))
    }

    /// The computer sleeps for an hour: nothing of the app runs, and the wall clock goes on.
    fn sleep(&self) -> Outcome {
        signal("STOP", &[self.app.id()])?;
        self.jump(TimeDelta::hours(1))
    }

    fn wake(&self) -> Outcome {
        signal("CONT", &[self.app.id()])
    }
}

/// The app has looked at its deadlines when the clock in its title runs.
fn wait_until_it_ticks(desktop: &Desktop) -> Outcome {
    let screen = Screen::of(desktop)?;
    let main = screen.wait_for("the main window", is_main)?;
    let first = eventually("a clock in the title", || Ok(Some(screen.title(main)?).filter(|title| title.contains('·'))))?;
    until("the clock in the title to run", || Ok(screen.title(main)? != first))
}

fn set_forward(by: TimeDelta, words: &str) -> Outcome {
    let bench = Bench::start(&["P1 Payments failing"])?;
    bench.jump(by)?;
    bench.reminded_within(AT_MOST, words)
}

#[test]
fn set_forward_by_an_hour_what_is_due_by_then_comes_at_once() -> Outcome {
    set_forward(TimeDelta::hours(1), "Initial alert late since ")
}

#[test]
fn set_forward_by_a_day_what_is_due_by_then_comes_at_once() -> Outcome {
    set_forward(TimeDelta::days(1), "Initial alert late since ")
}

#[test]
fn what_a_clock_that_was_ahead_made_late_goes_when_it_is_set_right() -> Outcome {
    let bench = Bench::start(&["P1 Payments failing"])?;
    bench.jump(TimeDelta::days(1))?;
    bench.reminded_within(AT_MOST, "While you were away")?;
    bench.jump(-TimeDelta::days(1))?;
    until("nothing to be late with", || Ok(bench.service.newest("late since").is_some() && bench.service.on_screen() == 0))
}

/// The warning was seconds away, and the person's hour goes on whatever the clock on the wall shows.
fn set_back(by: TimeDelta) -> Outcome {
    let bench = Bench::start(&["P1 Payments failing"])?;
    bench.jump(-by)?;
    bench.reminded_within(WARNS_IN + AT_MOST, "Initial alert due")
}

#[test]
fn set_back_by_an_hour_a_warning_comes_when_its_time_is_up() -> Outcome {
    set_back(TimeDelta::hours(1))
}

#[test]
fn set_back_by_a_day_a_warning_comes_when_its_time_is_up() -> Outcome {
    set_back(TimeDelta::days(1))
}

#[test]
fn the_window_says_how_long_it_has_been_whatever_the_clock_on_the_wall_does() -> Outcome {
    let desktop = Desktop::start()?;
    let clock = DrivenClock::start(&desktop)?;
    desktop.declare_at("-50m", "P1 Payments failing")?;
    let environment = clock.environment();
    let app = App::open_with(&desktop, &environment.each_ref().map(|(name, value)| (*name, value.as_str())))?;
    app.wait_for_text("elapsed", "00:5")?;
    let before = started(&app.text("since")?)?;

    clock.jump(TimeDelta::hours(-3))?;

    app.wait_for_row("The clock was set back 3 h")?;
    until("the start by the clock as it is", || Ok(started(&app.text("since")?)? == before.overflowing_sub_signed(TimeDelta::hours(3)).0))?;
    assert!(app.text("elapsed")?.starts_with("00:5"), "{}", app.text("elapsed")?);
    app.wait_for_text("deadline-update", "20:")?;
    let rows = app.text_now("timeline-row")?;
    assert!(rows.find("Declared").zip(rows.find("The clock was set")).is_some_and(|(declared, set)| declared < set), "{rows}");
    Ok(())
}

/// The time in `since start 14:05 UTC`.
fn started(since: &str) -> Outcome<NaiveTime> {
    let time = since.rsplit(' ').nth(1).unwrap_or_default();
    Ok(NaiveTime::parse_from_str(time, "%H:%M")?)
}

#[test]
fn after_an_hour_of_sleep_one_summary_comes() -> Outcome {
    let bench = Bench::start(&["P1 Payments failing", "P1 Search down", "P1 Login slow"])?;
    let before = bench.service.received().len();
    bench.sleep()?;
    bench.wake()?;
    bench.reminded_within(AT_MOST, "While you were away")?;
    stays(A_WHILE, "one summary", || Ok(bench.service.received().len() == before + 1))?;
    let summary = bench.service.newest("While you were away").map(|summary| summary.body).unwrap_or_default();
    for title in ["Payments failing", "Search down", "Login slow"] {
        assert!(summary.contains(title), "{summary}");
    }
    Ok(())
}

#[test]
fn being_told_of_the_end_of_sleep_is_enough() -> Outcome {
    let bench = Bench::start_with(&["P1 Payments failing"], DrivenClock::drives_timers_of)?;
    bench.wait_until_all_of_its_start_is_written()?;
    // Timers stand still in sleep, and so they all but do here, while the clocks that count sleep go on.
    bench.clock.all_but_stop()?;
    stays(WARNS_IN + A_WHILE, "no beat", || Ok(bench.service.received().is_empty()))?;
    bench.clock.show_what_passed(WARNS_IN + A_WHILE)?;
    stays(A_WHILE, "no beat yet", || Ok(bench.service.received().is_empty()))?;
    eventually_within(AT_MOST, "the reminder", || {
        bench.logind.prepare_for_sleep(false)?;
        Ok(bench.service.newest("Initial alert due"))
    })
    .map(|_| ())
}
