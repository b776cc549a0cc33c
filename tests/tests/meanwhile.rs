//! What a person does in the window comes out as they saw it, while another process writes all the time.

use fantoccini::key::Key;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::process::Process;
use sitrep_tests::wait::until;
use sitrep_tests::windows::is_main;
use sitrep_tests::{Outcome, binaries};

/// An open window on an incident, to which another process logs without a pause.
struct Bench {
    // Dropped in this order: the desktop ends last.
    app: App,
    neighbour: Process,
    handle: String,
    desktop: Desktop,
}

impl Bench {
    fn start(line: &str) -> Outcome<Self> {
        let desktop = Desktop::start()?;
        let handle = desktop.declare(line)?;
        let app = App::open(&desktop)?;
        app.wait_for_row("Declared")?;
        let neighbour = writes_all_the_time(&desktop, &handle)?;
        app.wait_for_row("neighbour 2 ")?;
        Ok(Self { app, neighbour, handle, desktop })
    }

    /// Whoever writes has ended, and each of its lines stands.
    fn nothing_of_the_neighbour_is_lost(&mut self) -> Outcome {
        self.neighbour.kill()?;
        let lines = self.desktop.timeline(&self.handle)?;
        let numbers = lines.iter().filter_map(|line| line.strip_prefix("neighbour ")?.strip_suffix(" writes")?.parse().ok());
        let written: Vec<usize> = numbers.collect();
        assert_eq!(written, (1..=written.len()).collect::<Vec<_>>());
        Ok(())
    }

    fn press(&self, chords: &[&str]) -> Outcome {
        self.desktop.focus_window("the main window", is_main)?;
        self.desktop.press(chords)
    }

    fn lines_with(&self, words: &str) -> Outcome<usize> {
        Ok(self.desktop.timeline(&self.handle)?.iter().filter(|line| line.contains(words)).count())
    }

    /// Writes the initial alert as far as it has to be.
    fn write_alert(&self, commander: &str) -> Outcome {
        self.app.click("tab-updates")?;
        self.app.fill("field-impact", "EU card payments fail")?;
        self.app.fill("field-incident_commander", commander)?;
        self.app.wait_for_text("update-preview", commander)
    }

    /// Waits until the neighbour has written and the window has shown it.
    fn wait_for_more(&self) -> Outcome {
        let before = self.app.rows()?;
        until("more of the neighbour", || Ok(self.app.rows()? != before))
    }
}

fn writes_all_the_time(desktop: &Desktop, handle: &str) -> Outcome<Process> {
    let mut shell = desktop.command("sh");
    let line = "n=0; while :; do n=$((n + 1)); \"$0\" log -i \"$1\" \"neighbour $n writes\"; sleep 0.1; done";
    shell.args(["-c", line]).arg(binaries::command_line()?).arg(handle);
    Process::start(shell, &desktop.folder().join("neighbour.log"))
}

#[test]
fn undo_takes_back_what_was_just_logged_and_it_can_be_brought_back() -> Outcome {
    let mut bench = Bench::start("P1 Payments failing")?;
    for number in 1..=3 {
        let words = format!("wrong incident {number}");
        bench.app.log(&words)?;
        bench.app.click("undo-log")?;
        until("the entry to be undone", || Ok(bench.lines_with(&words)? == 0))?;
    }
    bench.app.click("bring-back")?;
    until("the last one to stand again", || Ok(bench.lines_with("wrong incident 3")? == 1))?;
    bench.nothing_of_the_neighbour_is_lost()
}

#[test]
fn what_is_pressed_right_after_the_next_incident_was_chosen_is_done_there() -> Outcome {
    let bench = Bench::start("P1 Checkout is down")?;
    let search = bench.desktop.declare("P2 Search is slow")?;
    bench.app.wait_for_words("Search is slow")?;
    bench.press(&["alt+Down", "ctrl+l"])?;
    bench.desktop.type_text("seen in search")?;
    bench.desktop.press(&["Return"])?;
    until("the entry", || bench.desktop.timeline_has(&search, "seen in search"))?;
    assert_eq!(bench.lines_with("seen in search")?, 0);
    Ok(())
}

#[test]
fn an_entry_that_is_edited_keeps_what_is_typed_and_is_the_one_that_was_opened() -> Outcome {
    let mut bench = Bench::start("P1 Payments failing")?;
    bench.neighbour.kill()?;
    let day = (chrono::Utc::now() - chrono::TimeDelta::days(2)).format("%Y-%m-%d").to_string();
    bench.desktop.sitrep(&["log", "--at", &format!("{day} 23:40"), "error rate climbs"])?.done()?;
    bench.app.wait_for_row("error rate climbs")?;
    // The first row with such a button is the oldest entry.
    bench.app.click("edit-entry")?;
    bench.neighbour = writes_all_the_time(&bench.desktop, &bench.handle)?;
    bench.app.fill("edit-text", "error rate climbs past 40 %")?;
    bench.wait_for_more()?;
    bench.wait_for_more()?;
    bench.app.fill("edit-time", "23:45")?;
    bench.app.wait_for_text("edit-time-reads", &format!("{day} 23:45 UTC"))?;
    bench.app.wait_for_focus("edit-time")?;
    assert_eq!(bench.app.value("edit-text")?, "error rate climbs past 40 %");
    bench.app.press_in("edit-time", Key::Enter)?;
    until("the entry to be saved", || Ok(bench.lines_with("error rate climbs past 40 %")? == 1))?;
    let rows = bench.desktop.json(&["timeline", "-i", &bench.handle])?;
    assert!(rows[0]["occurred_at"].as_str().is_some_and(|at| at.starts_with(&format!("{day}T23:45"))), "{}", rows[0]);
    assert_eq!(bench.lines_with("error rate climbs")?, 1, "it is one entry");
    Ok(())
}

#[test]
fn one_message_is_copied_once_however_often_its_key_is_pressed() -> Outcome {
    let mut bench = Bench::start("P1 Payments failing")?;
    bench.write_alert("@ana")?;
    bench.app.wait_for_text("update-preview", "EU card payments fail")?;
    bench.press(&["ctrl+Return", "ctrl+Return", "ctrl+Return"])?;
    bench.app.wait_for_words("counted as sent")?;
    bench.wait_for_more()?;
    assert!(bench.desktop.clipboard()?.contains("EU card payments fail"));
    assert_eq!((bench.lines_with("Initial alert copied")?, bench.lines_with("Status update copied")?), (1, 0));
    bench.nothing_of_the_neighbour_is_lost()
}

#[test]
fn an_incident_is_resolved_once_and_its_review_is_not_ended_with_it() -> Outcome {
    let bench = Bench::start("P1 Payments failing")?;
    bench.app.click("tab-verify")?;
    bench.app.click("resolve")?;
    bench.app.type_into("resolve-reason", "error rate back at its baseline")?;
    bench.press(&["ctrl+Return", "ctrl+Return", "ctrl+Return"])?;
    until("the end", || Ok(bench.lines_with("Resolved")? == 1))?;
    bench.wait_for_more()?;
    assert_eq!((bench.lines_with("Resolved")?, bench.lines_with("Review complete")?), (1, 0));
    let next = bench.desktop.json(&["deadlines", "-i", &bench.handle])?;
    assert!(next.as_array().into_iter().flatten().any(|deadline| deadline["kind"] == "review"), "{next}");
    Ok(())
}

#[test]
fn a_form_keeps_its_refusal_its_keyboard_and_its_words() -> Outcome {
    let bench = Bench::start("P1 Payments failing")?;
    bench.app.click("since")?;
    bench.app.fill("start-input", "25:99")?;
    bench.app.press_in("start-input", Key::Enter)?;
    bench.app.wait_for_words("'25:99'")?;
    bench.desktop.sitrep(&["status", "identified", "-i", &bench.handle])?.done()?;
    bench.desktop.sitrep(&["role", "scribe", "@li", "-i", &bench.handle])?.done()?;
    bench.app.wait_for_row("Identified")?;
    bench.wait_for_more()?;
    bench.app.wait_for_focus("start-input")?;
    assert_eq!(bench.app.value("start-input")?, "25:99");
    assert!(bench.app.page_text().contains("'25:99'"), "{}", bench.app.page_text());
    Ok(())
}

#[test]
fn what_is_half_typed_belongs_to_the_window_it_is_typed_in() -> Outcome {
    let bench = Bench::start("P1 Payments failing")?;
    bench.write_alert("@nobody")?;
    let fields = ["--set", "impact=Cards fail everywhere", "--set", "incident_commander=@raj"];
    let sent = bench.desktop.sitrep(&[&["update", "--sent", "-i", &bench.handle], &fields[..]].concat())?.done()?.out;
    assert!(sent.contains("@raj") && !sent.contains("@nobody"), "{sent}");
    bench.wait_for_more()?;
    assert_eq!(bench.app.value("field-impact")?, "EU card payments fail");
    assert_eq!(bench.desktop.json(&["show", "-i", &bench.handle])?["roles"]["incident_commander"], "@raj");
    Ok(())
}

#[test]
fn two_quick_changes_in_the_settings_both_stay() -> Outcome {
    let bench = Bench::start("P1 Payments failing")?;
    bench.app.click("settings-button")?;
    let both = "for (const id of ['theme-light', 'p0-sound-on']) document.querySelector(`[data-testid='${id}'] input`).click()";
    bench.app.script(both, vec![])?;
    until("both", || {
        let settings = bench.app.invoke("settings", serde_json::json!({}))?;
        Ok(settings["value"]["theme"] == "light" && settings["value"]["p0_sound"] == true)
    })
}

#[test]
fn a_line_typed_with_the_practice_window_closed_is_a_real_one() -> Outcome {
    let bench = Bench::start("P1 Payments failing")?;
    bench.desktop.sitrep(&["practice"])?.done()?;
    bench.app.element("practice-banner")?;
    bench.desktop.close_main_window()?;
    bench.app.open_quick_entry(&bench.desktop)?;
    bench.app.wait_for_text("quick-target", "Payments failing")?;
    assert!(!bench.app.shows("quick-practice")?);
    bench.desktop.type_text("seen from the sofa")?;
    bench.desktop.press(&["Return"])?;
    until("the entry", || Ok(bench.lines_with("seen from the sofa")? == 1))
}

#[test]
fn a_message_that_is_too_long_for_where_it_goes_says_so() -> Outcome {
    let bench = Bench::start("P1 Payments failing")?;
    bench.app.click("tab-updates")?;
    bench.app.element("field-impact")?;
    bench.app.script(
        "const field = document.querySelector(\"[data-testid='field-impact']\"); field.value = 'payments '.repeat(600);
         field.dispatchEvent(new Event('input', { bubbles: true }))",
        vec![],
    )?;
    bench.app.wait_for_text("update-too-long", "characters")?;
    Ok(())
}
