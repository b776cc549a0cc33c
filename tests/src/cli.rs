//! The command line, run on a desktop.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::desktop::Desktop;
use crate::{Failure, Outcome, binaries};

/// One run of `sitrep` that is being prepared.
pub struct Run {
    command: Command,
    arguments: Vec<String>,
    input: Option<String>,
}

/// What a run of `sitrep` gave.
#[derive(Debug)]
pub struct Answer {
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
    /// The exit code; -1 for one that was killed.
    pub code: i32,
}

impl Desktop {
    /// Prepares a run of `sitrep`.
    pub fn sitrep(&self, arguments: &[&str]) -> Outcome<Run> {
        Ok(Run::of(self.command(binaries::command_line()?), arguments))
    }

    /// Runs a reading verb with `--json` and reads its answer.
    pub fn json(&self, arguments: &[&str]) -> Outcome<Value> {
        let answer = self.sitrep(&[arguments, &["--json"]].concat())?.done()?;
        Ok(serde_json::from_str(&answer.out)?)
    }

    /// Declares an incident and gives its handle.
    pub fn declare(&self, line: &str) -> Outcome<String> {
        first_line(&self.sitrep(&["declare", "--anyway", line])?.done()?)
    }

    /// Declares an incident some time ago, such as `-26m`, and gives its handle.
    pub fn declare_at(&self, clock: &str, line: &str) -> Outcome<String> {
        first_line(&self.sitrep_at(clock, &["declare", "--anyway", line])?)
    }

    /// The texts of an incident's timeline.
    pub fn timeline(&self, handle: &str) -> Outcome<Vec<String>> {
        let rows = self.json(&["timeline", "-i", handle])?;
        Ok(rows.as_array().into_iter().flatten().filter_map(|row| row["text"].as_str().map(str::to_owned)).collect())
    }

    /// The deadline of this kind of an incident, as `sitrep deadlines` gives it.
    pub fn deadline(&self, handle: &str, kind: &str) -> Outcome<Value> {
        let all = self.json(&["deadlines", "-i", handle])?;
        let found = all.as_array().into_iter().flatten().find(|deadline| deadline["kind"] == kind);
        found.cloned().ok_or_else(|| Failure::new(format!("no deadline '{kind}' in {all}")))
    }

    /// Whether a line of an incident's timeline holds these words.
    pub fn timeline_has(&self, handle: &str, words: &str) -> Outcome<bool> {
        Ok(self.timeline(handle)?.iter().any(|text| text.contains(words)))
    }
}

impl Run {
    pub(crate) fn of(command: Command, arguments: &[&str]) -> Self {
        Self { command, arguments: arguments.iter().map(|&argument| argument.to_owned()).collect(), input: None }
    }

    /// Gives it standard input.
    #[must_use]
    pub fn input(mut self, text: &str) -> Self {
        self.input = Some(text.to_owned());
        self
    }

    /// Sets a variable of its environment.
    #[must_use]
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Changes how it is started.
    #[must_use]
    pub fn changed(mut self, change: impl FnOnce(&mut Command)) -> Self {
        change(&mut self.command);
        self
    }

    /// The command itself, for a journey that starts it by hand.
    #[must_use]
    pub fn into_command(mut self) -> Command {
        self.command.args(&self.arguments);
        self.command
    }

    /// Runs it, whatever comes of it.
    pub fn answer(mut self) -> Outcome<Answer> {
        let input = self.input.take();
        let mut command = self.into_command();
        let stdin = if input.is_some() { Stdio::piped() } else { Stdio::null() };
        let mut child = command.stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        if let (Some(text), Some(mut pipe)) = (input, child.stdin.take()) {
            pipe.write_all(text.as_bytes())?;
        }
        let output = child.wait_with_output()?;
        Ok(Answer {
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
            code: output.status.code().unwrap_or(-1),
        })
    }

    /// Runs it and expects it to do what it was asked.
    pub fn done(self) -> Outcome<Answer> {
        let words = self.arguments.join(" ");
        let answer = self.answer()?;
        if answer.code == 0 {
            return Ok(answer);
        }
        Err(Failure::new(format!("`sitrep {words}` ended with {}:\n{}{}", answer.code, answer.out, answer.err)))
    }
}

pub(crate) fn first_line(answer: &Answer) -> Outcome<String> {
    let line = answer.out.lines().next().unwrap_or_default().trim();
    if line.is_empty() { Err(Failure::new(format!("a handle was expected, not {answer:?}"))) } else { Ok(line.to_owned()) }
}
