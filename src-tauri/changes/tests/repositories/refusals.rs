//! A plain message wherever there are no changes to give.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::support::{Made, Result, at, hours_before};
use sitrep_changes::{ChangesError, Git, Repository};

fn refused(git: &Git, repository: &Repository) -> Result<ChangesError> {
    Ok(git.recent(repository, &hours_before(2), 9).err().ok_or("no refusal")?)
}

fn refused_at(path: &Path) -> Result<ChangesError> {
    refused(&Git::default(), &at(path))
}

#[test]
fn what_is_missing_is_named() -> Result {
    let made = Made::new()?;
    let outside = made.folder.path().join("outside");
    let file = made.folder.path().join("file");
    let inside = made.path.join("inside");
    fs::create_dir(&outside)?;
    fs::create_dir(&inside)?;
    fs::write(&file, "")?;
    assert_eq!(refused_at(&made.path)?.code(), "empty_repository");
    made.commit(60, "First")?;
    for (path, code) in
        [(made.folder.path().join("none"), "no_folder"), (file, "no_folder"), (outside, "no_repository"), (inside, "no_repository")]
    {
        let error = refused_at(&path)?;
        assert_eq!(error.code(), code, "{error}");
        assert!(error.to_string().contains(&*path.to_string_lossy()) && !error.hint().is_empty(), "{error}");
    }
    Ok(())
}

#[test]
fn an_unknown_branch_is_named_unless_nothing_was_committed() -> Result {
    let made = Made::new()?;
    let wanted = |branch: &str| Repository { branch: Some(branch.to_owned()), ..made.repository() };
    assert_eq!(refused(&Git::default(), &wanted("release"))?.code(), "empty_repository");
    made.commit(60, "First")?;
    for branch in ["release", "--output=x", "ma*n", "", "main\n", "HEAD~1", "refs/heads/mai"] {
        let error = refused(&Git::default(), &wanted(branch))?;
        assert_eq!(error.code(), "unknown_branch", "{branch}: {error}");
    }
    assert!(!made.path.join("x").exists());
    Ok(())
}

#[test]
fn a_repository_of_somebody_else_is_not_trusted_and_the_way_out_is_named() -> Result {
    let made = Made::new()?;
    made.commit(60, "First")?;
    let program = made.program("git-elsewhere", "GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git \"$@\"")?;
    let error = refused(&Git { program, ..Git::default() }, &made.repository())?;
    assert_eq!(error.code(), "repository_not_trusted", "{error}");
    assert!(error.hint().contains("safe.directory") && error.hint().contains(&*made.path.to_string_lossy()));
    Ok(())
}

#[test]
fn what_is_damaged_is_unreadable_in_gits_own_words() -> Result {
    let made = Made::new()?;
    let first = made.commit(60, "First")?;
    made.commit(30, "Second")?;
    fs::remove_file(made.path.join(".git/objects").join(&first[..2]).join(&first[2..]))?;
    let error = refused_at(&made.path)?;
    assert!(matches!(&error, ChangesError::Unreadable { said, .. } if said.contains(&first)), "{error}");
    Ok(())
}

#[test]
fn without_git_or_with_an_old_one_that_is_said() -> Result {
    let made = Made::new()?;
    made.commit(60, "First")?;
    let with = |program: PathBuf| Git { program, ..Git::default() };
    assert_eq!(refused(&with(made.folder.path().join("no-git")), &made.repository())?.code(), "git_missing");
    let old = r#"case "$*" in *--version*) echo 'git version 2.11.0';; *) echo 'usage: git' >&2; exit 129;; esac"#;
    let error = refused(&with(made.program("old-git", old)?), &made.repository())?;
    assert_eq!(error.to_string(), "No changes were read: git 2.11.0 is too old, 2.20 or newer is needed.");
    let new = r#"case "$*" in *--version*) echo 'git version 2.50.1 (Apple Git-155)';; *) echo 'fatal: no luck.' >&2; exit 128;; esac"#;
    let error = refused(&with(made.program("new-git", new)?), &made.repository())?;
    assert!(matches!(&error, ChangesError::Unreadable { said, .. } if said == "no luck"), "{error}");
    Ok(())
}

/// The program hangs, and what it started hangs with it; neither is left behind.
#[test]
fn a_git_that_does_not_answer_is_ended() -> Result {
    let made = Made::new()?;
    let script = made.program("slow-git", "sleep 600 & echo $$ $! > pids; wait")?;
    let git = Git { program: script, patience: Duration::from_millis(300) };
    let error = refused(&git, &made.repository())?;
    assert_eq!(error.code(), "repository_too_slow", "{error}");
    for pid in fs::read_to_string(made.path.join("pids"))?.split_whitespace() {
        let status = || fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        while !status().is_empty() && !status().contains("State:\tZ") {
            std::thread::yield_now();
        }
    }
    let error = git.fetch(&made.repository(), Duration::from_millis(300)).err().ok_or("no refusal")?;
    assert_eq!(error.code(), "repository_too_slow", "{error}");
    Ok(())
}

#[test]
fn a_fetch_that_fails_says_why_and_what_is_here_stays() -> Result {
    let made = Made::new()?;
    made.commit(60, "First")?;
    let fetch = || Git::default().fetch(&made.repository(), Duration::from_secs(60)).err().ok_or("no refusal");
    assert_eq!(fetch()?.code(), "not_fetched");
    made.git(0, &["remote", "add", "origin", "file:///nowhere/at/all"])?;
    let error = fetch()?;
    assert!(matches!(&error, ChangesError::NotFetched { said, .. } if said.contains("/nowhere/at/all")), "{error}");
    assert_eq!(made.recent(&hours_before(2))?.changes.len(), 1);
    Ok(())
}

#[test]
fn several_are_read_in_order_and_a_bad_one_hides_no_other() -> Result {
    let made: Vec<Made> = (0..7).map(|_| Made::new()).collect::<Result<_>>()?;
    for (number, one) in made.iter().enumerate().filter(|(number, _)| number % 3 != 1) {
        one.commit(60, &format!("Of {number}"))?;
    }
    let all: Vec<Repository> = made.iter().map(Made::repository).collect();
    let read = Git::default().recent_of_all(&all, &hours_before(2), 9);
    let seen: Vec<String> =
        read.iter().map(|one| one.as_ref().map_or_else(|error| error.code().to_owned(), |read| read.changes[0].subject.clone())).collect();
    assert_eq!(seen, ["Of 0", "empty_repository", "Of 2", "Of 3", "empty_repository", "Of 5", "Of 6"]);
    assert!(Git::default().recent_of_all(&[], &hours_before(2), 9).is_empty());
    Ok(())
}

/// Settings of the repository that would run something, and variables that would turn git to another one.
#[test]
fn nothing_that_a_repository_names_is_run() -> Result {
    let made = Made::new()?;
    let signer = made.program("signer", r"cat >/dev/null; printf '\n[GNUPG:] SIG_CREATED \n' >&2; echo signature")?;
    let signer = format!("gpg.program={}", signer.display());
    made.git(60, &["-c", &signer, "commit", "--quiet", "--gpg-sign", "--allow-empty", "--message", "First"])?;
    let mark = made.folder.path().join("ran");
    let run = made.program("run", &format!("touch '{}'; exec cat", mark.display()))?;
    let run = run.to_string_lossy();
    for setting in ["core.fsmonitor", "core.pager", "pager.log", "gpg.program", "core.sshCommand", "core.askPass", "core.editor"] {
        made.git(0, &["config", setting, &run])?;
    }
    made.git(0, &["config", "log.showSignature", "true"])?;
    made.git(0, &["config", "format.pretty", "oneline"])?;
    made.git(0, &["config", "log.decorate", "full"])?;
    let program = made.program("seen-git", &format!("env > '{}'; exec git \"$@\"", made.folder.path().join("env").display()))?;
    let read = Git { program, ..Git::default() }.recent(&made.repository(), &hours_before(2), 9)?;
    assert_eq!(read.changes[0].subject, "First");
    assert!(!mark.exists());
    let seen = fs::read_to_string(made.folder.path().join("env"))?;
    for line in ["GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_ASKPASS=false", "LC_ALL=C"] {
        assert!(seen.lines().any(|one| OsStr::new(one) == line), "{line}");
    }
    Ok(())
}
