//! The commits of a window.

use std::ops::ControlFlow;

use chrono::{DateTime, Utc};

use crate::change::Window;
use crate::error::ChangesError;
use crate::git::GitIn;
use crate::one_line::one_line;
use crate::refs::instant;

/// Git gives the newest first, but a clock may have been wrong: so many commits in a row that are too old are believed.
/// `git log --since` believes the first.
const BELIEVED: usize = 1000;
const FORMAT: &str = "--format=tformat:%H%x00%h%x00%P%x00%ct%x00%an%x00%s";
const FIELDS: usize = 6;

/// A commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Commit {
    pub(crate) id: String,
    pub(crate) short: String,
    pub(crate) at: DateTime<Utc>,
    pub(crate) is_merge: bool,
    pub(crate) author: String,
    pub(crate) subject: String,
}

/// The commits of a window, and whether there are more than these.
pub(crate) struct Commits {
    pub(crate) found: Vec<Commit>,
    pub(crate) cut: bool,
}

/// Reads the commits of a window that lead to `tip`. Stops some way after `limit` of them lie before the onset.
pub(crate) fn read(git: &GitIn<'_>, tip: &str, window: &Window, limit: usize) -> Result<Commits, ChangesError> {
    let until = format!("--until=@{} +0000", window.to.timestamp().max(0));
    let words = ["log", "-z", "--no-show-signature", "--no-color", "--no-decorate", "--encoding=UTF-8", FORMAT, &until, tip, "--"];
    let mut fields: Vec<Vec<u8>> = Vec::new();
    let mut walk = Walk { window, enough: limit.saturating_add(BELIEVED), found: Vec::new(), before: 0, too_old: 0 };
    let too_much = git.fields(&words, 0, |field| {
        fields.push(field.to_owned());
        if fields.len() < FIELDS {
            return ControlFlow::Continue(());
        }
        let step = walk.step(&fields);
        fields.clear();
        step
    })?;
    Ok(Commits { cut: too_much || walk.before >= walk.enough, found: walk.found })
}

struct Walk<'a> {
    window: &'a Window,
    enough: usize,
    found: Vec<Commit>,
    before: usize,
    /// How many in a row lie before the window.
    too_old: usize,
}

impl Walk<'_> {
    fn step(&mut self, fields: &[Vec<u8>]) -> ControlFlow<()> {
        // A commit whose date cannot be read is in no window.
        let at = instant(&fields[3]).filter(|at| *at >= self.window.from);
        self.too_old = if at.is_some() { 0 } else { self.too_old + 1 };
        if let Some(at) = at.filter(|at| self.window.holds(*at)) {
            self.before += usize::from(at <= self.window.onset);
            self.found.push(commit(fields, at));
        }
        if self.too_old >= BELIEVED || self.before >= self.enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

fn commit(fields: &[Vec<u8>], at: DateTime<Utc>) -> Commit {
    let text = |field: usize| one_line(&fields[field]);
    Commit { id: text(0), short: text(1), at, is_merge: fields[2].contains(&b' '), author: text(4), subject: text(5) }
}
