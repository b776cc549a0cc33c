//! What cannot be done is said plainly: what was not done, and what would work. What was typed stays.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use fantoccini::key::Key;
use rusqlite::Connection;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;
use sitrep_tests::windows::{Screen, is_main};
use sitrep_tests::{Outcome, binaries};

const REFUSED: i32 = 1;
const NOT_FOUND: i32 = 4;
const STORAGE: i32 = 3;

#[test]
fn the_command_line_says_what_it_did_not_do_and_what_would_work() -> Outcome {
    let desktop = Desktop::without_notifications()?;
    desktop.declare("P1 Payments failing")?;
    desktop.declare("P2 Payments slow")?;
    let before = desktop.json(&["list"])?;
    let cases: [(&[&str], &str, &str, &str); 9] = [
        (&["declare", "P1   "], "empty_title", "Nothing was declared: the title is empty.", "such as: P1"),
        (&["declare", "P7 Down"], "unknown_severity", "Nothing was declared: 'P7' is not a severity.", "P0 (total outage)"),
        (&["declare", "Something is off"], "severity_missing", "Nothing was declared", "Begin with P0, P1, P2 or P3"),
        (&["declare", "P1 Down", "--started", "2999-01-01T00:00:00Z"], "future_time", "Nothing was", "in the past"),
        (&["log", "x", "--at", "2999-01-01T00:00:00Z"], "future_time", "Nothing was recorded", "in the past"),
        (&["log", "x", "--at", "teatime"], "bad_time", "Nothing was recorded: 'teatime' is not a time.", "14:05"),
        (&["log", "x", "-i", "payments"], "ambiguous_incident", "could be", "Give more of the handle"),
        (&["log", "x", "-i", "search"], "unknown_incident", "no incident's handle contains 'search'", "sitrep list"),
        (&["log", "  "], "empty", "Nothing was recorded", ""),
    ];
    for (words, code, message, hint) in cases {
        let exit = if code.ends_with("_incident") { NOT_FOUND } else { REFUSED };
        let refused = desktop.sitrep(words)?.answer()?;
        assert_eq!(refused.code, exit, "{words:?} {refused:?}");
        assert!(refused.out.is_empty(), "{words:?} {refused:?}");
        assert!(refused.err.contains(message) && refused.err.contains(hint), "{words:?} {refused:?}");
        let refused = desktop.sitrep(&[words, &["--json"]].concat())?.answer()?;
        let said: serde_json::Value = serde_json::from_str(&refused.out)?;
        assert_eq!((refused.code, &said["error"]["code"]), (exit, &serde_json::json!(code)), "{words:?}");
    }
    assert_eq!(desktop.sitrep(&["frobnicate"])?.answer()?.code, 2, "usage has a code of its own");
    assert_eq!(desktop.json(&["list"])?, before, "nothing was recorded");
    Ok(())
}

#[test]
fn with_nothing_active_the_command_line_says_how_to_declare() -> Outcome {
    let desktop = Desktop::without_notifications()?;
    let refused = desktop.sitrep(&["log", "x"])?.answer()?;
    assert_eq!(refused.code, NOT_FOUND);
    assert!(refused.err.contains("no incident is active") && refused.err.contains("sitrep declare"), "{refused:?}");
    Ok(())
}

#[test]
fn the_window_says_what_is_wrong_and_keeps_what_was_typed() -> Outcome {
    let desktop = Desktop::start()?;
    let app = App::open(&desktop)?;
    for (line, message) in [("P7 Down", "'P7' is not a severity"), ("P1  ", "the title is empty")] {
        app.fill("declare-line", line)?;
        app.press_in("declare-line", Key::Enter)?;
        app.wait_for_words(message)?;
        assert_eq!(app.value("declare-line")?, line);
    }
    app.fill("declare-line", "P1 Payments failing")?;
    app.click("declare-more")?;
    app.fill("declare-started", "2999-01-01T00:00:00Z")?;
    app.press_in("declare-started", Key::Enter)?;
    app.wait_for_words("in the past")?;
    assert_eq!(app.value("declare-line")?, "P1 Payments failing");
    assert_eq!(desktop.json(&["list"])?, serde_json::json!([]));
    Ok(())
}

#[test]
fn quick_entry_says_what_is_wrong_and_keeps_what_was_typed() -> Outcome {
    let desktop = Desktop::start()?;
    let one = desktop.declare("P1 Payments failing")?;
    let two = desktop.declare("P2 Payments slow")?;
    desktop.declare("P3 Search is slow")?;
    let app = App::open(&desktop)?;
    app.wait_for_text("title", "Payments failing")?;
    app.open_quick_entry(&desktop)?;
    for (line, message) in
        [("/status fixed", "'fixed' is not a status"), ("#slow which one", "could be"), ("/severity P9", "'P9' is not a severity")]
    {
        desktop.press(&["ctrl+a"])?;
        desktop.type_text(line)?;
        until("the line to be typed", || Ok(app.value("quick-input")? == line))?;
        desktop.press(&["Return"])?;
        app.wait_for_text("quick-preview", message)?;
        assert_eq!(app.value("quick-input")?, line);
    }
    assert_eq!((desktop.timeline(&one)?.len(), desktop.timeline(&two)?.len()), (1, 1));
    Ok(())
}

#[test]
fn a_locked_database_loses_no_words() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.type_into("log-input", "seen while it was locked")?;
    until("the draft to be kept", || Ok(desktop.drafts()?.iter().any(|draft| draft.contains("locked"))))?;
    let holder = Connection::open(desktop.database_file())?;
    holder.execute_batch("BEGIN IMMEDIATE")?;
    app.press_in("log-input", Key::Enter)?;
    app.wait_for_text("log-preview", "Nothing was recorded")?;
    assert_eq!(app.value("log-input")?, "seen while it was locked");
    let refused = desktop.sitrep(&["log", "x"])?.answer()?;
    assert_eq!(refused.code, STORAGE, "{refused:?}");
    assert!(refused.err.contains("Nothing was recorded") && refused.err.contains("try again"), "{refused:?}");

    holder.execute_batch("ROLLBACK")?;
    app.press_in("log-input", Key::Enter)?;
    app.wait_for_row("seen while it was locked")?;
    assert!(desktop.timeline_has(&handle, "seen while it was locked")?);
    Ok(())
}

#[test]
fn data_of_a_newer_sitrep_is_left_alone() -> Outcome {
    let desktop = Desktop::start()?;
    desktop.declare("P1 Payments failing")?;
    Connection::open(desktop.database_file())?.pragma_update(None, "user_version", 999)?;
    let before = fs::read(desktop.database_file())?;
    let refused = desktop.sitrep(&["log", "x"])?.answer()?;
    assert_eq!(refused.code, STORAGE, "{refused:?}");
    assert!(refused.err.contains("newer") && refused.err.contains("Update Sitrep"), "{refused:?}");
    let app = App::open(&desktop)?;
    app.wait_for_text("notice-storage", "newer")?;
    app.type_into("declare-line", "P1 Payments failing")?;
    app.press_in("declare-line", Key::Enter)?;
    app.wait_for_words("Update Sitrep")?;
    assert_eq!(app.value("declare-line")?, "P1 Payments failing");
    assert_eq!(fs::read(desktop.database_file())?, before, "not a byte has changed");
    Ok(())
}

#[test]
fn a_data_folder_that_cannot_be_made_is_named() -> Outcome {
    let desktop = Desktop::start()?;
    let nowhere = ("SITREP_DATA_DIR", "/proc/no-such-place");
    let refused = desktop.sitrep(&["declare", "P1 Payments failing"])?.env(nowhere.0, nowhere.1).answer()?;
    assert_eq!(refused.code, STORAGE, "{refused:?}");
    assert!(refused.err.contains(nowhere.1) && refused.err.contains("SITREP_DATA_DIR"), "{refused:?}");
    let app = App::open_with(&desktop, &[nowhere])?;
    app.wait_for_text("notice-storage", nowhere.1)?;
    app.type_into("declare-line", "P1 Payments failing")?;
    app.press_in("declare-line", Key::Enter)?;
    app.wait_for_words("SITREP_DATA_DIR")?;
    assert_eq!(app.value("declare-line")?, "P1 Payments failing");
    Ok(())
}

/// To the superuser no folder is read-only, so the command line is run as nobody there.
#[test]
fn a_read_only_data_folder_is_told_from_a_writable_one() -> Outcome {
    let folder = tempfile::Builder::new().permissions(fs::Permissions::from_mode(0o755)).tempdir()?;
    let program = folder.path().join("sitrep");
    fs::copy(binaries::command_line()?, &program)?;
    let data = folder.path().join("data");
    let run = |words: &[&str], nobody: bool| -> Outcome<_> {
        let mut command = Command::new(if nobody { "setpriv".as_ref() } else { program.as_path() });
        if nobody {
            command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
        }
        Ok(command.args(words).env("SITREP_DATA_DIR", &data).env("SITREP_CONFIG_DIR", folder.path().join("config")).output()?)
    };
    let superuser = fs::metadata("/proc/self")?.permissions().readonly()
        || String::from_utf8_lossy(&Command::new("id").arg("-u").output()?.stdout).trim() == "0";
    assert!(run(&["declare", "P1 Payments failing"], false)?.status.success());
    let modes = |folder_mode, file_mode| -> Outcome {
        for entry in fs::read_dir(&data)? {
            fs::set_permissions(entry?.path(), fs::Permissions::from_mode(file_mode))?;
        }
        Ok(fs::set_permissions(&data, fs::Permissions::from_mode(folder_mode))?)
    };
    modes(0o555, 0o444)?;
    let refused = run(&["log", "x"], superuser)?;
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(STORAGE), "{said}");
    assert!(said.contains("Nothing was") && said.contains("writable"), "{said}");
    modes(0o700, 0o600)?;
    assert!(run(&["log", "x"], false)?.status.success());
    Ok(())
}

#[test]
fn without_a_notification_daemon_the_window_reminds() -> Outcome {
    let desktop = Desktop::without_notifications()?;
    desktop.follow_policy_of_updates()?;
    desktop.declare_at("-1600", "P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.wait_for_text("notice-notifications", "otification service is running")?;
    app.wait_for_text("notice-reminder", "Initial alert due at")?;
    Ok(())
}

#[test]
fn without_a_notification_daemon_a_closed_window_comes_back_to_remind() -> Outcome {
    let desktop = Desktop::without_notifications()?;
    desktop.follow_policy_of_updates()?;
    desktop.declare_at("-1490", "P1 Payments failing")?;
    let _app = desktop.open_app()?;
    desktop.close_main_window()?;
    Screen::of(&desktop)?.wait_for("the main window to be back", is_main).map(|_| ())
}

#[test]
fn without_a_tray_the_window_says_so_and_all_else_works() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    let app = App::open(&desktop)?;
    app.wait_for_text("notice-tray", "There is no tray")?;
    desktop.close_main_window()?;
    app.open_quick_entry(&desktop)?;
    desktop.type_text("still here")?;
    desktop.press(&["Return"])?;
    until("the entry", || desktop.timeline_has(&handle, "still here"))
}

#[test]
fn without_a_display_the_app_says_so_and_ends() -> Outcome {
    let desktop = Desktop::without_notifications()?;
    let mut app = desktop.open_app_with(&[], |command| {
        command.env_remove("DISPLAY");
    })?;
    assert_ne!(app.ended()?, Some(0));
    assert!(desktop.app_log().contains("there is no display here"), "{}", desktop.app_log());
    Ok(())
}
