//! Reads a folder, several files at a time.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::SystemTime;

use sitrep_foreign::{Found, MB, Unread, Wanted, look, read_each};

use super::beside::is_beside;
use super::decode::decode;
use super::problem::Problem;
use super::walk::{Walked, walk};
use crate::model::Runbook;
use crate::reading::parse_with;
use crate::shell::Risks;

/// A runbook is a page, not a book.
const BYTES_AT_MOST: u64 = 2 * MB;
/// Reading waits for the disk, parsing for the processor: more threads than this bring nothing.
const THREADS_AT_MOST: usize = 8;

/// One state of a file, told from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// When it was last written.
    pub modified: SystemTime,
    /// How long it is, in bytes.
    pub bytes: u64,
}

/// A runbook that was read.
#[derive(Debug, Clone)]
pub struct Read {
    /// Its path from the folder, with `/`.
    pub path: String,
    /// Where it lies.
    pub absolute: PathBuf,
    /// The state that was read.
    pub stamp: Stamp,
    /// What it says.
    pub runbook: Arc<Runbook>,
    /// Its text.
    pub text: Arc<str>,
    /// What of the text is not as it stands in the file.
    pub note: Option<String>,
    /// Whether it explains the folder and is no runbook, as a README does.
    pub is_beside: bool,
}

/// What a folder has.
#[derive(Debug, Clone, Default)]
pub struct FolderReading {
    /// Its runbooks by path, and behind them what stands beside them.
    pub runbooks: Vec<Read>,
    /// Every file in it, by its path: what a link may lead to.
    pub files: Vec<String>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// Reads a folder. `progress` is told how many of how many are read.
pub fn read_folder(folder: &Path, progress: &mut dyn FnMut(usize, usize)) -> FolderReading {
    read_folder_again(folder, &FolderReading::default(), &Risks::default(), progress)
}

/// The same, where files that are as they were are taken from what was read before, and with the team's own risky commands.
/// After those change, `before` is empty.
pub fn read_folder_again(folder: &Path, before: &FolderReading, risks: &Risks, progress: &mut dyn FnMut(usize, usize)) -> FolderReading {
    let root = match folder.canonicalize() {
        Ok(root) => root,
        Err(error) => return FolderReading { problems: vec![Problem::new("", Unread::from(error).reason())], ..FolderReading::default() },
    };
    let Walked { runbooks, files, mut problems } = walk(&root);
    let known: HashMap<&str, &Read> = before.runbooks.iter().map(|read| (read.path.as_str(), read)).collect();
    let (mut runbooks, unread) = read_all(&runbooks, &known, risks, progress);
    problems.extend(unread);
    runbooks.sort_by(|a, b| (a.is_beside, &a.path).cmp(&(b.is_beside, &b.path)));
    FolderReading { runbooks, files, problems }
}

fn read_all(
    found: &[(String, PathBuf)],
    known: &HashMap<&str, &Read>,
    risks: &Risks,
    progress: &mut dyn FnMut(usize, usize),
) -> (Vec<Read>, Vec<Problem>) {
    let threads = thread::available_parallelism().map_or(2, usize::from).min(THREADS_AT_MOST);
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        for (part, tell) in found.chunks(found.len().div_ceil(threads).max(1)).zip(std::iter::repeat(tell)) {
            // Nobody may be listening any more.
            scope.spawn(move || read_part(part, known, risks, &mut |one| drop(tell.send(one))));
        }
        collect(told, found.len(), progress)
    })
}

/// Reads some files, and parses each while the next is read.
fn read_part(part: &[(String, PathBuf)], known: &HashMap<&str, &Read>, risks: &Risks, tell: &mut dyn FnMut(Result<Read, Problem>)) {
    let before = |path: &str, absolute: &Path| known.get(path).copied().filter(|before| before.absolute == absolute);
    let state = |read: &Read| (read.stamp.modified, read.stamp.bytes);
    let wanted = part.iter().map(|(path, absolute)| Wanted { path: absolute.clone(), known: before(path, absolute).map(state) }).collect();
    read_each(wanted, BYTES_AT_MOST, &mut |at, found| {
        let Some((path, absolute)) = part.get(at) else { return };
        tell(
            found
                .map_err(|unread| Problem::new(path, unread.reason()))
                .and_then(|found| one_read(path, absolute, found, before(path, absolute), risks)),
        );
    });
}

fn collect(told: mpsc::Receiver<Result<Read, Problem>>, total: usize, progress: &mut dyn FnMut(usize, usize)) -> (Vec<Read>, Vec<Problem>) {
    let (mut reads, mut problems) = (Vec::with_capacity(total), Vec::new());
    for (done, one) in told.into_iter().enumerate() {
        match one {
            Ok(read) => reads.push(read),
            Err(problem) => problems.push(problem),
        }
        progress(done.saturating_add(1), total);
    }
    problems.sort_by(|a: &Problem, b| a.path.cmp(&b.path));
    (reads, problems)
}

fn one_read(path: &str, absolute: &Path, found: Found, before: Option<&Read>, risks: &Risks) -> Result<Read, Problem> {
    let Some(bytes) = found.bytes else { return before.cloned().ok_or_else(|| Problem::new(path, Unread::NotThere.reason())) };
    let decoded = decode(bytes);
    let runbook = parse_with(&decoded.text, path, risks);
    let (modified, length) = found.state;
    let is_beside = is_beside(path, &runbook);
    let stamp = Stamp { modified, bytes: length };
    Ok(Read {
        path: path.to_owned(),
        absolute: absolute.to_owned(),
        stamp,
        runbook: Arc::new(runbook),
        text: decoded.text.into(),
        note: decoded.note,
        is_beside,
    })
}

/// Reads one file. `path` is what it is called.
///
/// # Errors
/// [`Problem`] with the reason.
pub fn read_file(absolute: &Path, path: &str) -> Result<Read, Problem> {
    let mut read = None;
    read_part(&[(path.to_owned(), absolute.to_owned())], &HashMap::new(), &Risks::default(), &mut |one| read = Some(one));
    read.unwrap_or_else(|| Err(Problem::new(path, Unread::NotThere.reason())))
}

/// Whether a file or folder is there, by its path from a folder, and within it.
#[must_use]
pub fn is_there(folder: &Path, path: &str) -> bool {
    let absolute = folder.join(path);
    let is_within = || Some(absolute.canonicalize().ok()?.starts_with(folder.canonicalize().ok()?));
    !path.starts_with('/') && look(&absolute).is_ok() && is_within().unwrap_or(false)
}
