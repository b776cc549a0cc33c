//! Each act of the command line is on what it named, while others write to the same data.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

use std::process::Command;
use std::sync::Arc;

use serde_json::Value;
use sitrep_workstation::{Folders, SystemClock, Workstation};
use tempfile::TempDir;

/// A data folder of its own, and the command line on it.
struct Room(TempDir);

impl Room {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sitrep"));
        command.env("SITREP_DATA_DIR", self.0.path().join("data")).env("SITREP_CONFIG_DIR", self.0.path().join("config")).args(words);
        command
    }

    /// Another door on the same data.
    fn workstation(&self) -> Workstation {
        let folders = Folders { data: self.0.path().join("data"), config: self.0.path().join("config"), practice: false };
        Workstation::open(folders, Arc::new(SystemClock)).expect("the data opens")
    }

    fn json(&self, words: &[&str]) -> Value {
        let out = self.command(&["--json"]).args(words).output().expect("it runs");
        serde_json::from_slice(&out.stdout).expect("JSON")
    }

    fn declare(&self, line: &str) -> String {
        self.json(&["declare", line])["handle"].as_str().expect("a handle").to_owned()
    }

    fn texts(&self, handle: &str) -> Vec<String> {
        let rows = self.json(&["timeline", "-i", handle]);
        rows.as_array().expect("rows").iter().skip(1).map(|row| row["text"].as_str().expect("words").to_owned()).collect()
    }
}

#[test]
fn undo_takes_back_what_it_names_and_brings_it_back() {
    let room = Room::new();
    let handle = room.declare("P1 Payments failing");
    let mine = room.json(&["log", "wrong window"]);
    room.json(&["log", "from the other terminal"]);

    let undone = room.json(&["undo", "wrong window"]);
    assert_eq!(undone["id"], mine["id"]);
    assert_eq!(room.texts(&handle), ["from the other terminal"]);
    assert_eq!(room.json(&["undo", "wrong window"])["error"]["code"], "unknown_work");

    room.json(&["undo", "--back", mine["id"].as_str().expect("an id")]);
    assert_eq!(room.texts(&handle), ["wrong window", "from the other terminal"]);
    room.json(&["undo", mine["id"].as_str().expect("an id")]);
    assert_eq!(room.texts(&handle), ["from the other terminal"], "by its id, too");
    assert_eq!(room.json(&["undo", "--back", "wrong window"])["error"]["code"], "unknown_event");
}

#[test]
fn an_update_holds_the_facts_and_what_its_own_line_says() {
    let room = Room::new();
    let handle = room.declare("P1 Payments failing");
    let window = room.workstation();
    let typed = r#"{"edits":{"impact":"Cards fa","current_state":"Cards fa","incident_commander":"@an"}}"#;
    let places = ["initial", "status", "resolution", "customer"].map(|kind| format!("update:{handle}:{kind}"));
    for place in &places {
        window.save_draft(place, typed).expect("a draft");
    }

    for kind in ["initial", "status", "resolution", "customer"] {
        let sent = room.json(&["update", "--kind", kind, "--anyway", "--sent"]);
        assert!(!sent["text"].as_str().expect("a text").contains("Cards fa"), "{sent}");
    }

    assert!(room.json(&["show"])["roles"]["incident_commander"].is_null(), "half a name is no commander");
    for place in &places {
        assert_eq!(window.load_draft(place).expect("a draft"), typed, "what is being typed stays where it is typed");
    }
}

#[test]
fn a_field_that_a_template_lacks_is_refused_by_name() {
    let room = Room::new();
    let handle = room.declare("P1 Payments failing");

    for lacking in [["--set", "root_cause=A full pool"], ["--still-holds", "root_cause"]] {
        let refused = room.json(&[&["update", "--kind", "status", "--anyway", "--sent"], &lacking[..]].concat());
        assert_eq!(refused["error"]["code"], "unknown_field");
        let message = refused["error"]["message"].as_str().expect("a message");
        assert!(message.contains("it has current_state, actions_taken"), "{message}");
    }
    let refused = room.json(&["update", "--kind", "status", "--person", "@vp", "--anyway", "--sent"]);
    assert_eq!(refused["error"]["code"], "not_for_one_person");

    assert!(room.texts(&handle).is_empty(), "nothing counts as sent");
}

#[cfg(unix)]
#[test]
fn a_command_belongs_to_the_incident_that_was_current_when_it_began() {
    let room = Room::new();
    let checkout = room.declare("P1 Checkout is down");
    let search = room.declare("P2 Search is slow");
    let program = env!("CARGO_BIN_EXE_sitrep");

    let elsewhere = format!("{program} log -i {checkout} 'meanwhile'");
    let ended = room.command(&["run", "--", "sh", "-c", &elsewhere]).output().expect("it runs");

    assert!(ended.status.success(), "{ended:?}");
    assert_eq!(room.texts(&checkout), ["meanwhile"]);
    assert!(room.texts(&search)[0].starts_with("ran sh -c"), "{:?}", room.texts(&search));
}

#[test]
fn a_secret_is_removed_and_said_so_unless_it_is_to_stay() {
    let room = Room::new();
    room.declare("P1 Payments failing");
    let secret = format!("{}AUJZDEGXDNCF32EPF", "AKI");
    let log = |more: &[&str]| room.command(&["log", "the key is", &secret]).args(more).output().expect("it runs");
    let removed = log(&[]);
    let said = String::from_utf8_lossy(&removed.stderr).into_owned();
    assert!(removed.status.success() && said.contains("AWS access key removed") && said.contains("--keep-secret"), "{said}");
    let timeline = |room: &Room| room.json(&["timeline"]).to_string();
    assert!(timeline(&room).contains("the key is (removed)") && !timeline(&room).contains(&secret), "{}", timeline(&room));
    let kept = log(&["--keep-secret"]);
    assert!(kept.stderr.is_empty() && timeline(&room).contains(&secret), "{}", timeline(&room));
}

#[test]
fn a_rendered_template_is_looked_at_before_it_is_printed() {
    let room = Room::new();
    room.declare("P1 Payments failing");
    let secret = format!("{}AUJZDEGXDNCF32EPF", "AKI");
    room.command(&["log", "the key is", &secret, "--keep-secret"]).output().expect("it runs");
    let render = |more: &[&str]| room.command(&["template", "render", "status"]).args(more).output().expect("it runs");
    let refused = render(&[]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        !refused.status.success() && refused.stdout.is_empty() && said.contains("AWS access key 'AKIA…'") && !said.contains(&secret),
        "{said}"
    );
    assert!(String::from_utf8_lossy(&render(&["--anyway"]).stdout).contains(&secret));
}
