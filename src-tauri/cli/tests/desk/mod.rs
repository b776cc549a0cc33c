//! A folder of its own, and the built program that works in it.

#![allow(dead_code, reason = "not every test file uses all of it")]

use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub struct Desk(TempDir, Vec<(&'static str, String)>);

impl Desk {
    pub fn empty() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"), Vec::new());
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

    /// From now on with this in the environment.
    pub fn sets(&mut self, name: &'static str, value: &str) {
        self.1.push((name, value.to_owned()));
    }

    /// A path in its folder.
    pub fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_string_lossy().into_owned()
    }

    fn runs(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("sitrep ran")
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sitrep"));
        command.args(words).env("SITREP_DATA_DIR", self.0.path().join("data")).env("SITREP_CONFIG_DIR", self.0.path().join("config"));
        command.env_remove("SITREP_INCIDENT").envs(self.1.iter().cloned());
        command
    }

    /// With this on its standard input.
    #[track_caller]
    pub fn says_to(&self, words: &[&str], input: &str) -> String {
        let mut command = self.command(words);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("sitrep began");
        child.stdin.take().expect("its input").write_all(input.as_bytes()).expect("it reads");
        let output = child.wait_with_output().expect("it ended");
        assert!(output.status.success(), "{words:?}: {}", told(&output.stderr));
        told(&output.stdout)
    }

    /// How it ended.
    pub fn code(&self, words: &[&str]) -> i32 {
        self.runs(words).status.code().expect("it ended by itself")
    }

    /// How it ended, and what it said in JSON.
    pub fn refused_in_json(&self, words: &[&str]) -> (i32, Value) {
        let output = self.runs(&[words, &["--json"]].concat());
        (output.status.code().expect("it ended by itself"), serde_json::from_slice(&output.stdout).expect("it is JSON"))
    }

    /// What it answered, and what it said beside that.
    #[track_caller]
    pub fn told_beside(&self, words: &[&str]) -> (String, String) {
        let output = self.runs(words);
        assert!(output.status.success(), "{words:?}: {}", told(&output.stderr));
        (told(&output.stdout), told(&output.stderr))
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
