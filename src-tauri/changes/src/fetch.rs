//! Fetching, when a person asks for it.
//!
//! A repository's own settings can name a program at every turn of a fetch. So git fetches in a repository of its own, which has a person's settings and
//! none of those: of the repository it knows the address, what is there already, and where its objects are kept.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::{NamedTempFile, TempDir};

use crate::change::Repository;
use crate::error::ChangesError;
use crate::git::{Git, GitIn};
use crate::git_path::git_path;
use crate::limit::{Running, within};
use crate::one_line::one_line;

/// The branches of elsewhere are kept here; nothing else of the repository is written.
const KEPT_AT: &str = "refs/remotes/origin/";
/// Where they are in the repository that fetches, in the way of nothing that is known there.
const FETCHED_TO: &str = "refs/fetched/";
const REFSPEC: &str = "+refs/heads/*:refs/fetched/*";
const ONE_A_LINE: &str = "--format=%(objectname) %(refname)";

impl Git {
    /// Brings what is new at `origin` into the repository: the one act here that writes and reaches the network, for a person
    /// who asked. No branch of the person's own moves, nothing is deleted, no program that the repository names is run, and nothing asks for a password.
    ///
    /// # Errors
    /// [`ChangesError::NotFetched`] with git's reason, or why there is nothing to fetch into; also when it takes longer than
    /// `patience`.
    pub fn fetch(&self, repository: &Repository, patience: Duration) -> Result<(), ChangesError> {
        let (program, path) = (self.program.clone(), repository.path.clone());
        let done = within(patience, move |running| fetch(&program, &path, running));
        done.unwrap_or_else(|| Err(ChangesError::TookTooLong { path: repository.path.clone(), after: patience }))
    }
}

fn fetch(program: &Path, path: &str, running: &Running) -> Result<(), ChangesError> {
    let here = GitIn::at(program, path, running)?;
    let failed = |said: &str| ChangesError::NotFetched { path: path.to_owned(), said: one_line(said.as_bytes()) };
    let [objects, shallow, fetch_head] = kept_in(&here, ["objects", "shallow", "FETCH_HEAD"])?;
    let address = address(&here)?.ok_or_else(|| failed("it has no remote of the name origin"))?;
    let known = refs(&here, &["refs/heads", "refs/remotes"])?;

    let place = tempfile::tempdir().map_err(|error| failed(&error.to_string()))?;
    let there = place.path().to_string_lossy().into_owned();
    let carrier = here.carrier(&there, &objects);
    prepare(&here, &carrier, &known, &shallow)?;
    let options = ["fetch", "--quiet", "--no-tags", "--no-prune", "--no-recurse-submodules", "--", &address, REFSPEC];
    carrier.done(&options).map_err(|error| match error {
        ChangesError::Unreadable { said, .. } => failed(&said),
        known => known,
    })?;

    take_over(&here, &place, &refs(&carrier, &[FETCHED_TO])?, &known)?;
    // It only tells when that was.
    drop(put_in_place(&place.path().join("FETCH_HEAD"), &fetch_head));
    Ok(())
}

/// Where git keeps things of these names.
fn kept_in<const N: usize>(here: &GitIn<'_>, names: [&str; N]) -> Result<[PathBuf; N], ChangesError> {
    let words: Vec<&str> = std::iter::once("rev-parse").chain(names.into_iter().flat_map(|name| ["--git-path", name])).collect();
    let told = here.answer(&words)?.unwrap_or_default();
    let paths: Vec<PathBuf> = told.split(|byte| *byte == b'\n').map(|line| here.absolute(&git_path(line))).collect();
    paths.try_into().map_err(|_| ChangesError::Unreadable { path: here.path.to_owned(), said: "its folder has an odd name".to_owned() })
}

/// Where it came from. A path is read as git would there.
fn address(here: &GitIn<'_>) -> Result<Option<String>, ChangesError> {
    let told = here.answer(&["config", "--local", "--get", "remote.origin.url"])?;
    let address = told.map(|told| String::from_utf8_lossy(&told).into_owned()).filter(|address| !address.is_empty());
    Ok(address.map(|address| if is_path(&address) { here.absolute(Path::new(&address)).to_string_lossy().into_owned() } else { address }))
}

/// Whether it names a place on this machine: no scheme and no host stands before its first slash.
fn is_path(address: &str) -> bool {
    !address.split('/').next().unwrap_or_default().contains(':')
}

fn refs(git: &GitIn<'_>, below: &[&str]) -> Result<BTreeMap<String, String>, ChangesError> {
    let mut found = BTreeMap::new();
    let words: Vec<&str> = ["for-each-ref", ONE_A_LINE].into_iter().chain(below.iter().copied()).collect();
    git.fields(&words, b'\n', |line| {
        if let Some((object, name)) = String::from_utf8_lossy(line).split_once(' ') {
            found.insert(name.to_owned(), object.to_owned());
        }
        ControlFlow::Continue(())
    })?;
    Ok(found)
}

/// Makes the repository that fetches. It knows what is there already, so that only what is new comes.
fn prepare(here: &GitIn<'_>, carrier: &GitIn<'_>, known: &BTreeMap<String, String>, shallow: &Path) -> Result<(), ChangesError> {
    let hash = here.answer(&["config", "--local", "--get", "extensions.objectformat"])?;
    let hash = hash.map(|hash| format!("--object-format={}", one_line(&hash)));
    carrier.done(&["init", "--quiet", "--bare", "--template="].into_iter().chain(hash.as_deref()).collect::<Vec<_>>())?;
    let packed: String = known.iter().map(|(name, object)| format!("{object} {name}\n")).collect();
    fs::write(carrier.absolute(Path::new("packed-refs")), packed).map_err(ChangesError::NotStarted)?;
    if fs::symlink_metadata(shallow).is_ok_and(|about| about.is_file()) {
        fs::copy(shallow, carrier.absolute(Path::new("shallow"))).map_err(ChangesError::NotStarted)?;
    }
    Ok(())
}

/// Moves the branches of elsewhere to where they were found. Where one stands in another's way (`a` is gone, `a/b` is new), the others move.
fn take_over(
    here: &GitIn<'_>,
    place: &TempDir,
    found: &BTreeMap<String, String>,
    known: &BTreeMap<String, String>,
) -> Result<(), ChangesError> {
    let kept_at = found.iter().filter_map(|(name, object)| Some((kept_at(name)?, object)));
    let news: Vec<(String, &String)> = kept_at.filter(|(name, object)| known.get(name) != Some(object)).collect();
    let told: String = news.iter().map(|(name, object)| format!("option no-deref\nupdate {name} {object}\n")).collect();
    let list = place.path().join("news");
    fs::write(&list, told).map_err(ChangesError::NotStarted)?;
    let all = here.done_with(&["update-ref", "--stdin"], &list);
    if all.is_ok() {
        return Ok(());
    }
    let moved = news.iter().filter(|(name, object)| here.done(&["update-ref", "--no-deref", name, object]).is_ok()).count();
    if moved > 0 { Ok(()) } else { all }
}

/// HEAD there says which of the branches is meant, and is none.
fn kept_at(fetched: &str) -> Option<String> {
    fetched.strip_prefix(FETCHED_TO).filter(|name| *name != "HEAD").map(|name| format!("{KEPT_AT}{name}"))
}

/// Puts a file at `path`. A link that stands there is replaced and not followed.
fn put_in_place(file: &Path, path: &Path) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::NotFound)?;
    let mut beside = NamedTempFile::new_in(folder)?;
    io::copy(&mut fs::File::open(file)?, &mut beside)?;
    beside.persist(path).map(drop).map_err(|refusal| refusal.error)
}

#[cfg(test)]
mod tests {
    use super::is_path;

    #[test]
    fn a_place_on_this_machine_is_told_from_one_elsewhere() {
        for path in ["/srv/git/pay", "../pay.git", "pay", "./a:b"] {
            assert!(is_path(path), "{path}");
        }
        for address in ["https://git.example/pay", "git@git.example:pay.git", "ssh://git.example/pay", "ext::sh -c x", "file:///srv/pay"] {
            assert!(!is_path(address), "{address}");
        }
    }
}
