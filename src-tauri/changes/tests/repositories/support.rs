//! Repositories with fixed dates and names.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_changes::{ChangesError, Git, Repository, RepositoryChanges, Window};

pub type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// 2026-11-23 14:00 UTC: when the incident began.
const ONSET: i64 = 1_795_442_400;

pub fn onset() -> DateTime<Utc> {
    DateTime::from_timestamp(ONSET, 0).unwrap_or_default()
}

/// The hours before the onset.
pub fn hours_before(hours: i64) -> Window {
    Window { from: onset() - TimeDelta::hours(hours), to: onset(), onset: onset() }
}

/// A repository in a folder that goes with it.
pub struct Made {
    pub folder: tempfile::TempDir,
    pub path: PathBuf,
}

impl Made {
    /// An empty one, on the branch main.
    pub fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("repository");
        let made = Self { path, folder };
        made.git_at(made.folder.path(), 0, &["init", "--quiet", "--initial-branch=main", "repository"])?;
        Ok(made)
    }

    /// Git, so many minutes before the onset; gives what it printed.
    pub fn git(&self, minutes_before: i64, words: &[&str]) -> Result<String> {
        self.git_at(&self.path, minutes_before, words)
    }

    pub fn git_at(&self, folder: &Path, minutes_before: i64, words: &[&str]) -> Result<String> {
        let output = closed(folder, minutes_before).args(words).output()?;
        if !output.status.success() {
            return Err(format!("git {words:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// A commit that changes nothing, so many minutes before the onset; gives its hash.
    pub fn commit(&self, minutes_before: i64, message: &str) -> Result<String> {
        self.git(minutes_before, &["commit", "--quiet", "--allow-empty", "--message", message])?;
        self.git(0, &["rev-parse", "HEAD"])
    }

    /// A commit whose parts are these very bytes; moves HEAD to it.
    pub fn raw_commit(&self, author: &[u8], minutes_before: i64, message: &[u8]) -> Result<String> {
        let tree = self.git(0, &["write-tree"])?;
        let parent =
            self.git(0, &["rev-parse", "--verify", "--quiet", "HEAD"]).map_or_else(|_| String::new(), |tip| format!("parent {tip}\n"));
        let at = ONSET - minutes_before * 60;
        let mut object = format!("tree {tree}\n{parent}author ").into_bytes();
        object.extend([author, format!(" <a@b> {at} +0000\ncommitter C <a@b> {at} +0000\n\n").as_bytes(), message].concat());
        let file = self.folder.path().join("object");
        std::fs::write(&file, object)?;
        let hash = self.git(0, &["hash-object", "-t", "commit", "-w", "--literally", &file.to_string_lossy()])?;
        self.git(0, &["update-ref", "HEAD", &hash])?;
        Ok(hash)
    }

    pub fn import(&self, stream: &str) -> Result {
        let mut child = closed(&self.path, 0).args(["fast-import", "--quiet"]).stdin(Stdio::piped()).spawn()?;
        child.stdin.take().ok_or("no input")?.write_all(stream.as_bytes())?;
        if child.wait()?.success() { Ok(()) } else { Err("git fast-import failed".into()) }
    }

    /// Commits on a branch, five minutes apart, the last one so many minutes before the onset.
    pub fn import_commits(&self, branch: &str, count: i64, last_minutes_before: i64) -> Result {
        let mut stream = String::new();
        for number in 0..count {
            let at = ONSET - (last_minutes_before + (count - 1 - number) * 5) * 60;
            let message = format!("Change {number}");
            let length = message.len();
            writeln!(stream, "commit refs/heads/{branch}\nauthor Ana <a@b> {at} +0000\ncommitter Ana <a@b> {at} +0000")?;
            writeln!(stream, "data {length}\n{message}")?;
        }
        self.import(&stream)
    }

    pub fn repository(&self) -> Repository {
        at(&self.path)
    }

    pub fn recent(&self, window: &Window) -> std::result::Result<RepositoryChanges, ChangesError> {
        Git::default().recent(&self.repository(), window, 100)
    }

    /// A program that is called as git is, in a shell.
    pub fn program(&self, name: &str, script: &str) -> Result<PathBuf> {
        use std::os::unix::fs::PermissionsExt;
        let path = self.folder.path().join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n"))?;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755))?;
        Ok(path)
    }
}

pub fn at(path: &Path) -> Repository {
    Repository { path: path.to_string_lossy().into_owned(), branch: None }
}

pub fn subjects(read: &RepositoryChanges) -> Vec<&str> {
    read.changes.iter().map(|change| change.subject.as_str()).collect()
}

/// Git with nothing of the person's own.
fn closed(folder: &Path, minutes_before: i64) -> Command {
    let date = format!("{} +0000", ONSET - minutes_before * 60);
    let mut command = Command::new("git");
    command.current_dir(folder).env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null");
    for (who, name) in [("AUTHOR", "Ana"), ("COMMITTER", "Bo")] {
        command.env(format!("GIT_{who}_NAME"), name).env(format!("GIT_{who}_EMAIL"), "a@b").env(format!("GIT_{who}_DATE"), &date);
    }
    command
}
