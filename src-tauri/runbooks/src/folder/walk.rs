//! Which files a folder has.

use std::collections::{HashSet, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};

use sitrep_foreign::{Unread, in_a_moment};

use super::problem::Problem;

/// So many runbooks are read; no team writes more.
const RUNBOOKS_AT_MOST: usize = 10_000;
/// So many other files are known by name, for links.
const FILES_AT_MOST: usize = 50_000;
/// Folders within folders.
const DEPTH_AT_MOST: usize = 32;
/// What programs keep for themselves.
const SKIPPED: &[&str] = &["node_modules", "vendor", "target", "venv", "__pycache__", "bower_components"];

/// What a folder has, by paths from it, with `/`.
#[derive(Debug, Default)]
pub struct Walked {
    pub runbooks: Vec<(String, PathBuf)>,
    pub files: Vec<String>,
    pub problems: Vec<Problem>,
}

/// One entry of a folder.
struct Entry {
    name: String,
    path: PathBuf,
    is_link: bool,
    is_folder: bool,
}

struct Walk<'a> {
    root: &'a Path,
    seen: HashSet<PathBuf>,
    /// Folders to look into. Those that are links come last, so that a folder is known by its own name.
    next: VecDeque<(PathBuf, String, usize)>,
    linked: VecDeque<(PathBuf, String, usize)>,
    walked: Walked,
}

/// Everything in a folder. `root` has no links in it.
pub fn walk(root: &Path) -> Walked {
    let first = VecDeque::from([(root.to_owned(), String::new(), 0)]);
    let mut walk = Walk { root, seen: HashSet::new(), next: first, linked: VecDeque::new(), walked: Walked::default() };
    while let Some((folder, path, depth)) = walk.next.pop_front().or_else(|| walk.linked.pop_front()) {
        walk.look_into(&folder, &path, depth);
    }
    let mut walked = walk.walked;
    walked.runbooks.sort();
    if walked.runbooks.len() > RUNBOOKS_AT_MOST {
        walked.runbooks.truncate(RUNBOOKS_AT_MOST);
        walked.problems.push(Problem::new(
            "",
            format!("It has more than {RUNBOOKS_AT_MOST} runbooks. The first ones are read: name folders with fewer."),
        ));
    }
    walked
}

impl Walk<'_> {
    fn look_into(&mut self, folder: &Path, path: &str, depth: usize) {
        if !self.seen.insert(folder.to_owned()) {
            return;
        }
        match entries(folder) {
            Ok(entries) => entries.into_iter().for_each(|entry| self.take(entry, path, depth)),
            Err(unread) => self.problem(path, unread.reason()),
        }
    }

    fn problem(&mut self, path: &str, why: impl Into<String>) {
        self.walked.problems.push(Problem::new(path, why));
    }

    fn take(&mut self, entry: Entry, parent: &str, depth: usize) {
        let path = if parent.is_empty() { entry.name.clone() } else { format!("{parent}/{}", entry.name) };
        let Some((real, is_folder)) = self.real(&entry, &path) else { return };
        if !is_folder {
            return self.file(path, real);
        }
        if is_skipped(&entry.name) {
            return;
        }
        if depth >= DEPTH_AT_MOST {
            return self.problem(&path, format!("It lies more than {DEPTH_AT_MOST} folders deep, and is not read."));
        }
        let to = if entry.is_link { &mut self.linked } else { &mut self.next };
        to.push_back((real, path, depth + 1));
    }

    /// Where an entry really lies, if that is within the folder, and whether it is a folder.
    fn real(&mut self, entry: &Entry, path: &str) -> Option<(PathBuf, bool)> {
        if !entry.is_link {
            return Some((entry.path.clone(), entry.is_folder));
        }
        let Ok(real) = fs::canonicalize(&entry.path) else {
            if is_runbook(&entry.name) {
                self.problem(path, "The link leads nowhere.");
            }
            return None;
        };
        if !real.starts_with(self.root) {
            self.problem(path, "The link leads out of the folder, and is not followed.");
            return None;
        }
        let is_folder = real.is_dir();
        Some((real, is_folder))
    }

    fn file(&mut self, path: String, real: PathBuf) {
        if self.walked.files.len() < FILES_AT_MOST {
            self.walked.files.push(path.clone());
        }
        if is_runbook(&path) {
            self.walked.runbooks.push((path, real));
        }
    }
}

fn entries(folder: &Path) -> Result<Vec<Entry>, Unread> {
    let owned = folder.to_owned();
    let listed = in_a_moment(folder, move || {
        fs::read_dir(owned)?.map(|entry| entry.and_then(|entry| read_entry(&entry))).collect::<Result<Vec<_>, _>>()
    })?;
    let mut entries = listed.map_err(Unread::from)?;
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(entries)
}

fn read_entry(entry: &fs::DirEntry) -> std::io::Result<Entry> {
    let kind = entry.file_type()?;
    Ok(Entry {
        name: entry.file_name().to_string_lossy().into_owned(),
        path: entry.path(),
        is_link: kind.is_symlink(),
        is_folder: kind.is_dir(),
    })
}

fn is_skipped(name: &str) -> bool {
    SKIPPED.contains(&name) || (name.starts_with('.') && !matches!(name, ".github" | ".gitlab"))
}

/// By its name: `.md`, `.markdown`, `.mdx`, also with `.erb` behind.
fn is_runbook(name: &str) -> bool {
    let name = name.to_lowercase();
    let name = name.strip_suffix(".erb").unwrap_or(&name);
    [".md", ".markdown", ".mdx", ".mdown", ".mkd"].iter().any(|ending| name.ends_with(ending))
}
