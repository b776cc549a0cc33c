//! What holds for every verb: which incident it is about, how it refuses, what it says of broken files; and the verbs for the shell itself.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod desk;

use std::fs;

use desk::Desk;
use serde_json::json;

const TWO: [&str; 2] = ["P1 Payments failing", "P2 Search stale"];

fn two() -> (Desk, String, String) {
    let desk = Desk::new(TWO[0]);
    desk.says(&["declare", TWO[1]]);
    let handle = |title: &str| {
        let list = desk.json(&["list"]);
        let found = list.as_array().expect("a list").iter().find(|one| one["title"] == title).expect("it is there");
        found["handle"].as_str().expect("a handle").to_owned()
    };
    let (payments, search) = (handle("Payments failing"), handle("Search stale"));
    (desk, payments, search)
}

#[test]
fn the_last_word_or_the_flag_or_the_shell_names_the_incident() {
    let (mut desk, payments, search) = two();
    assert_eq!(desk.json(&["show"])["handle"], search, "the one last touched");
    assert_eq!(desk.json(&["show", "payments"])["handle"], payments);
    assert_eq!(desk.json(&["show", "-i", "payments"])["handle"], payments);
    desk.sets("SITREP_INCIDENT", "payments");
    assert_eq!(desk.json(&["show"])["handle"], payments);
    assert_eq!(desk.json(&["show", "search"])["handle"], search, "what is said goes before what the shell says");
    desk.says(&["log", "for the shell's own"]);
    assert!(desk.says(&["timeline"]).contains("for the shell's own"));
}

#[test]
fn the_one_that_is_used_is_meant_until_another_is_written_to() {
    let (desk, payments, search) = two();
    assert!(desk.says(&["use", "payments"]).starts_with(&payments));
    assert_eq!(desk.json(&["show"])["handle"], payments);
    desk.says(&["log", "the index is old", "-i", "search"]);
    assert_eq!(desk.json(&["show"])["handle"], search);
    assert_eq!(desk.code(&["use", "nothing"]), 4);
}

#[test]
fn title_start_and_entries_are_set_right() {
    let (desk, payments, _) = two();
    let on = |words: &[&str]| desk.says(&[words, &["-i", payments.as_str()]].concat());
    on(&["title", "Card", "payments", "fail"]);
    on(&["start", "-20m"]);
    on(&["log", "Eror rate 38 %"]);
    on(&["edit", "Eror", "--text", "Error rate 38 %"]);
    on(&["edit", "Error rate", "--at", "-10m"]);
    let shown = desk.json(&["show", &payments]);
    assert_eq!(shown["title"], "Card payments fail");
    let rows = desk.json(&["timeline", &payments]);
    let row = rows.as_array().expect("rows").iter().find(|row| row["text"] == "Error rate 38 %").expect("the edited one");
    assert!(row["occurred_at"].as_str() < row["recorded_at"].as_str(), "{row}");
    assert_eq!(desk.code(&["edit", "no such entry", "--text", "x", "-i", &payments]), 4);
}

#[test]
fn a_timebox_runs_and_is_closed() {
    let desk = Desk::new(TWO[0]);
    desk.says(&["timebox", "10m", "look at the rollback"]);
    assert!(desk.says(&["deadlines"]).contains("look at the rollback"));
    desk.says(&["timebox", "--close", "rollback"]);
    assert_eq!(desk.code(&["timebox", "--close", "rollback"]), 4);
    assert_eq!(desk.code(&["timebox", "soon", "look"]), 1);
}

#[test]
fn a_timeline_is_cut_by_time_and_by_number() {
    let desk = Desk::new(TWO[0]);
    for (at, text) in [("-30m", "first"), ("-20m", "second"), ("-10m", "third")] {
        desk.says(&["log", text, "--at", at]);
    }
    let texts = |words: &[&str]| -> Vec<String> {
        let rows = desk.json(&[&["timeline"], words].concat());
        rows.as_array().expect("rows").iter().filter(|row| row["kind"] == "note").map(|row| row["text"].to_string()).collect()
    };
    assert_eq!(texts(&["--since", "-25m"]), ["\"second\"", "\"third\""]);
    assert_eq!(desk.json(&["timeline", "--limit", "1"]).as_array().map(Vec::len), Some(1));
    assert_eq!(desk.code(&["timeline", "--since", "lunch"]), 1);
}

#[test]
fn what_is_to_be_done_is_in_the_json_of_an_incident() {
    let desk = Desk::new(TWO[0]);
    let shown = desk.json(&["show"]);
    assert!(shown["next_step"]["text"].is_string() && shown["checklist"][0]["label"].is_string(), "{shown}");
    assert_eq!(shown["deadlines"][0]["incident"], shown["handle"]);
}

#[test]
fn a_misuse_is_an_answer_in_json_and_the_exit_code_says_which() {
    let desk = Desk::new(TWO[0]);
    let refused = desk.refused_in_json(&["severity", "P0", "--resaon", "x"]);
    assert_eq!((refused.0, &refused.1["error"]["code"]), (2, &json!("usage")), "{}", refused.1);
    assert!(refused.1["error"]["message"].as_str().is_some_and(|message| message.contains("--resaon")), "{}", refused.1);
    let unknown = desk.refused_in_json(&["show", "-i", "nothing"]);
    assert_eq!((unknown.0, &unknown.1["error"]["code"]), (4, &json!("unknown_incident")));
    let refused = desk.refused_in_json(&["severity", "P2"]);
    assert_eq!((refused.0, &refused.1["error"]["code"]), (1, &json!("reason_needed")));
}

#[test]
fn a_broken_file_of_the_team_is_told_by_every_verb() {
    let desk = Desk::new(TWO[0]);
    desk.follows("severity = 7\n");
    for words in [&["show"][..], &["list"], &["log", "words"], &["timeline"], &["deadlines"]] {
        let (answer, beside) = desk.told_beside(words);
        assert!(beside.contains("policy.toml is not followed"), "{words:?}: {beside}");
        assert!(!answer.contains("policy.toml"), "{words:?}: {answer}");
    }
}

#[test]
fn settings_are_read_and_set() {
    let desk = Desk::new(TWO[0]);
    assert!(desk.says(&["settings", "author", "ana"]).contains("@ana"));
    desk.says(&["settings", "p0_sound", "on"]);
    assert_eq!(desk.json(&["settings"])["p0_sound"], true);
    assert_eq!(desk.json(&["settings", "author"]), json!({ "author": "@ana" }));
    assert_eq!(desk.code(&["settings", "colour"]), 4);
    assert_eq!(desk.code(&["settings", "theme", "pink"]), 1);
}

#[test]
fn a_shell_learns_the_verbs_and_man_has_a_page_of_each() {
    let desk = Desk::empty();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(desk.says(&["completions", shell]).contains("hypothesis"), "{shell}");
    }
    assert!(desk.says(&["man"]).contains(".SH DESCRIPTION"));
    let folder = desk.path("man");
    desk.says(&["man", "--out", &folder]);
    let page = fs::read_to_string(format!("{folder}/sitrep-hypothesis-add.1")).expect("a page of a verb's own verb");
    assert!(page.contains(".SH SYNOPSIS"), "{page}");
}

#[cfg(unix)]
#[test]
fn a_command_and_a_shell_know_the_incident() {
    let (mut desk, payments, _) = two();
    let told = desk.says(&[
        "run",
        "-i",
        "payments",
        "--",
        "sh",
        "-c",
        "echo $SITREP_INCIDENT $SITREP_SEVERITY $SITREP_SERVICE $SITREP_ROLLBACK_TAG",
    ]);
    let words: Vec<&str> = told.split_whitespace().collect();
    assert_eq!(words[..3], [payments.as_str(), "P1", "order-service"]);
    assert!(words[3].starts_with("incident-rollback-20"), "{told}");
    // A shell of its own: it answers at once with what it found.
    let shell = desk.path("own-shell");
    fs::write(&shell, "#!/bin/sh\necho in $SITREP_INCIDENT since $SITREP_STARTED_AT\nexit 7\n").expect("written");
    fs::set_permissions(&shell, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("executable");
    desk.sets("SHELL", &shell);
    assert_eq!(desk.code(&["shell", "payments"]), 7);
    desk.sets("SHELL", "/bin/bash");
    let kept = desk.says_to(&["shell", "payments"], "keep echo the pool is empty\nexit\n");
    assert!(kept.contains("the pool is empty"), "{kept}");
    let timeline = desk.says(&["timeline", "payments"]);
    assert!(timeline.contains("echo the pool is empty"), "{timeline}");
}
