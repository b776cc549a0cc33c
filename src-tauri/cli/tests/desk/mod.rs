//! A folder of its own, and the built program that works in it.

#![allow(dead_code, reason = "not every test file uses all of it")]

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

pub struct Desk(TempDir);

impl Desk {
    pub fn empty() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(desk.0.path().join("config")).expect("a config folder");
        desk
    }

    pub fn new(line: &str) -> Self {
        let desk = Self::empty();
        desk.says(&["declare", line, "--service", "order-service"]);
        desk
    }

    /// With this policy over the built-in one.
    pub fn follows(&self, policy: &str) {
        fs::write(self.0.path().join("config/policy.toml"), policy).expect("a policy");
    }

    fn runs(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sitrep"));
        command.args(words).env("SITREP_DATA_DIR", self.0.path().join("data")).env("SITREP_CONFIG_DIR", self.0.path().join("config"));
        command.output().expect("sitrep ran")
    }

    #[track_caller]
    pub fn says(&self, words: &[&str]) -> String {
        let output = self.runs(words);
        assert!(output.status.success(), "{words:?}: {}", told(&output.stderr));
        told(&output.stdout)
    }

    #[track_caller]
    pub fn refused(&self, words: &[&str]) -> String {
        let output = self.runs(words);
        assert!(!output.status.success(), "{words:?}: {}", told(&output.stdout));
        told(&output.stderr)
    }

    pub fn json(&self, words: &[&str]) -> Value {
        serde_json::from_str(&self.says(&[words, &["--json"]].concat())).expect("it is JSON")
    }

    /// The next step says so before it is done.
    #[track_caller]
    pub fn leads_to(&self, incident: &str, next: &str, done: &[&str]) {
        let shown = self.says(&["show", "-i", incident]);
        let line = shown.lines().find(|line| line.starts_with("Next: ")).unwrap_or_default();
        assert!(line.contains(next), "'{next}' in: {line}");
        self.says(done);
    }
}

fn told(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
