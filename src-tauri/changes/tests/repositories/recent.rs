//! The right changes of real repositories.

use std::fs;

use crate::support::{Made, Result, at, hours_before, onset, subjects};
use chrono::{TimeDelta, Utc};
use sitrep_changes::{Git, RecentChange, RecentChangeKind, Repository, Window};

#[test]
fn commits_merges_and_tags_in_the_window_the_newest_first() -> Result {
    let made = Made::new()?;
    made.import_commits("main", 300, 200)?;
    made.git(0, &["reset", "--quiet", "--hard"])?;
    made.git(0, &["checkout", "--quiet", "-b", "topic"])?;
    let topic = made.commit(110, "Lower the pool size")?;
    made.git(0, &["checkout", "--quiet", "main"])?;
    made.commit(100, "Log more")?;
    made.git(90, &["merge", "--quiet", "--no-ff", "topic", "--message", "Merge topic"])?;
    made.git(80, &["tag", "--annotate", "v312", "--message", "Deploy of Monday", &topic])?;
    made.git(0, &["tag", "light", &topic])?;
    made.commit(-10, "Roll back")?;

    let read = made.recent(&Window { to: onset() + TimeDelta::hours(1), ..hours_before(2) })?;
    let seen: Vec<_> = read.changes.iter().map(|one| (one.kind, one.subject.as_str(), one.age_before_onset / 60)).collect();
    let expected = [
        (RecentChangeKind::Commit, "Roll back", -10),
        (RecentChangeKind::Tag, "Deploy of Monday", 80),
        (RecentChangeKind::Merge, "Merge topic", 90),
        (RecentChangeKind::Commit, "Log more", 100),
        (RecentChangeKind::Commit, "Lower the pool size", 110),
    ];
    assert_eq!(seen, expected);
    let tag = &read.changes[1];
    assert_eq!((tag.tags.join(" "), tag.author.as_str(), tag.commit.as_str()), ("v312".to_owned(), "Bo", topic.as_str()));
    assert!(topic.starts_with(&tag.short) && tag.id != topic);
    let commit = &read.changes[4];
    assert_eq!((commit.tags.join(" "), commit.author.as_str(), &commit.id), ("light v312".to_owned(), "Ana", &topic));
    assert_eq!(commit.at, onset() - TimeDelta::minutes(110));
    let nearest: Vec<_> = read.changes.iter().filter(|one| one.nearest_before_onset).map(|one| one.subject.as_str()).collect();
    assert_eq!(nearest, ["Deploy of Monday"]);
    assert_eq!((read.branch.as_deref(), read.is_shallow, read.truncated), (Some("main"), false, false));

    let long = made.recent(&hours_before(24 * 30))?;
    assert_eq!((long.changes.len(), long.truncated), (100, true), "the limit");
    let all = Git::default().recent(&made.repository(), &hours_before(24 * 30), 1000)?;
    assert_eq!((all.changes.len(), all.truncated), (300 + 4, false));
    Ok(())
}

#[test]
fn a_window_holds_both_its_ends_and_nothing_beside_them() -> Result {
    let made = Made::new()?;
    for minutes in [121, 120, 60, 0, -1] {
        made.commit(minutes, &format!("{minutes}"))?;
    }
    assert_eq!(subjects(&made.recent(&hours_before(2))?), ["0", "60", "120"]);
    Ok(())
}

#[test]
fn what_has_to_go_is_farthest_from_the_onset() -> Result {
    let made = Made::new()?;
    for minutes in [90, 60, 30, -1, -2, -3] {
        made.commit(minutes, &format!("{minutes}"))?;
    }
    let window = Window { to: onset() + TimeDelta::hours(1), ..hours_before(2) };
    let read = |limit| Git::default().recent(&made.repository(), &window, limit);
    assert_eq!(subjects(&read(2)?), ["30", "60"]);
    assert_eq!(subjects(&read(4)?), ["-1", "30", "60", "90"]);
    assert!(read(1)?.changes[0].nearest_before_onset && read(5)?.truncated && !read(6)?.truncated);
    Ok(())
}

#[test]
fn a_light_tag_off_the_branch_is_a_change() -> Result {
    let made = Made::new()?;
    made.commit(90, "On main")?;
    made.git(0, &["checkout", "--quiet", "-b", "release"])?;
    made.commit(60, "On release")?;
    made.git(0, &["tag", "v1"])?;
    made.git(0, &["tag", "v1-eu"])?;
    made.git(0, &["checkout", "--quiet", "main"])?;
    let blob = made.git(0, &["hash-object", "-w", "--stdin"])?;
    made.git(30, &["tag", "--annotate", "no-commit", "--message", "Of a blob", &blob])?;
    let read = made.recent(&hours_before(2))?;
    assert_eq!(subjects(&read), ["On release", "On main"]);
    let tag = &read.changes[0];
    assert_eq!((tag.kind, tag.tags.join(" "), tag.author.as_str()), (RecentChangeKind::Tag, "v1 v1-eu".to_owned(), "Ana"));
    Ok(())
}

#[test]
fn a_clock_that_was_wrong_hides_nothing() -> Result {
    let made = Made::new()?;
    made.commit(60, "Before")?;
    made.commit(25_000_000, "Of 1979")?;
    made.commit(1_000_000, "Of last year")?;
    made.commit(30, "After")?;
    assert_eq!(subjects(&made.recent(&hours_before(2))?), ["After", "Before"]);
    Ok(())
}

#[test]
fn odd_names_and_messages_are_one_harmless_line() -> Result {
    let made = Made::new()?;
    made.raw_commit("Zoë \u{202e}\"O'Brien\"\t👩‍🚒".as_bytes(), 50, b"tab\there \x1b[31mred\x07\nand more\n\nbody")?;
    made.raw_commit(b"", 40, b"")?;
    made.raw_commit(b"Ren\xe9", 30, b"caf\xe9 \xff closed")?;
    made.raw_commit("שרה".as_bytes(), 20, &b"x".repeat(1_000_000))?;
    made.git(0, &["tag", "ünïcode/'quoted'-\"🚀\"", "HEAD"])?;
    let read = made.recent(&hours_before(2))?;
    let seen: Vec<_> = read.changes.iter().map(|one| (one.author.as_str(), one.subject.as_str())).collect();
    let long = format!("{}…", "x".repeat(199));
    let zoe = "Zoë \u{fffd}\"O'Brien\" 👩‍🚒";
    assert_eq!(
        seen,
        [
            ("שרה", long.as_str()),
            ("Ren\u{fffd}", "caf\u{fffd} \u{fffd} closed"),
            ("", ""),
            (zoe, "tab here \u{fffd}[31mred\u{fffd} and more"),
        ]
    );
    assert_eq!(read.changes[0].tags, ["ünïcode/'quoted'-\"🚀\""]);
    Ok(())
}

#[test]
fn a_message_in_another_encoding_is_read_in_it() -> Result {
    let made = Made::new()?;
    let file = made.folder.path().join("message");
    fs::write(&file, b"caf\xe9")?;
    let message = file.to_string_lossy();
    made.git(10, &["-c", "i18n.commitEncoding=ISO-8859-1", "commit", "--quiet", "--allow-empty", "--file", &message])?;
    assert_eq!(subjects(&made.recent(&hours_before(2))?), ["café"]);
    Ok(())
}

#[test]
fn a_detached_head_is_read_and_has_no_branch() -> Result {
    let made = Made::new()?;
    made.commit(60, "Deployed")?;
    made.commit(30, "Newer")?;
    made.git(0, &["checkout", "--quiet", "--detach", "HEAD~1"])?;
    let read = made.recent(&hours_before(2))?;
    assert_eq!((subjects(&read), &read.branch), (vec!["Deployed"], &None));
    Ok(())
}

#[test]
fn the_branch_is_the_given_one_else_origins_else_head() -> Result {
    let made = Made::new()?;
    made.commit(60, "First")?;
    made.git(0, &["branch", "-m", "trunk"])?;
    let path = made.path.clone();
    made.git_at(made.folder.path(), 0, &["clone", "--quiet", &path.to_string_lossy(), "clone"])?;
    made.commit(30, "Not fetched")?;
    let clone = made.folder.path().join("clone");
    let git = |words: &[&str]| made.git_at(&clone, 20, words);
    git(&["commit", "--quiet", "--allow-empty", "--message", "Local"])?;
    git(&["branch", "--quiet", "-", "HEAD"]).err().ok_or("git takes a dash")?;
    git(&["update-ref", "refs/remotes/origin/master", "HEAD"])?;
    let read = |branch: Option<&str>| {
        let repository = Repository { branch: branch.map(str::to_owned), ..at(&clone) };
        let read = Git::default().recent(&repository, &hours_before(2), 9)?;
        Ok::<_, sitrep_changes::ChangesError>((read.branch.clone().unwrap_or_default(), subjects(&read).join(", ")))
    };
    let pair = |branch: &str, subjects: &str| (branch.to_owned(), subjects.to_owned());
    assert_eq!(read(None)?, pair("origin/trunk", "First"));
    assert_eq!(read(Some("trunk"))?, pair("origin/trunk", "First"), "what was fetched, not what somebody left behind");
    assert_eq!(read(Some("refs/heads/trunk"))?, pair("trunk", "Local, First"));
    assert_eq!(read(Some("HEAD"))?, pair("trunk", "Local, First"));
    git(&["remote", "set-head", "origin", "--delete"])?;
    assert_eq!(read(None)?, pair("origin/master", "Local, First"));
    git(&["update-ref", "refs/remotes/origin/main", "origin/trunk"])?;
    assert_eq!(read(None)?, pair("origin/main", "First"));
    git(&["update-ref", "refs/heads/only/here", "HEAD"])?;
    assert_eq!(read(Some("only/here"))?, pair("only/here", "Local, First"));
    Ok(())
}

#[test]
fn a_fetch_brings_what_is_new_only_when_it_is_asked_for() -> Result {
    let made = Made::new()?;
    made.commit(60, "First")?;
    let path = made.path.clone();
    made.git_at(made.folder.path(), 0, &["clone", "--quiet", &path.to_string_lossy(), "clone"])?;
    made.commit(30, "Second")?;
    let (clone, git) = (at(&made.folder.path().join("clone")), Git::default());
    let read = git.recent(&clone, &hours_before(2), 9)?;
    assert_eq!((subjects(&read), read.fetched_at), (vec!["First"], None));
    git.fetch(&clone, std::time::Duration::from_secs(60))?;
    let read = git.recent(&clone, &hours_before(2), 9)?;
    assert_eq!(subjects(&read), ["Second", "First"]);
    assert!(read.fetched_at.is_some_and(|at| at <= Utc::now() && Utc::now() - at < TimeDelta::minutes(10)));
    Ok(())
}

#[test]
fn a_shallow_clone_gives_what_it_has_and_says_so() -> Result {
    let made = Made::new()?;
    for minutes in [90, 60, 30] {
        made.commit(minutes, &format!("{minutes}"))?;
    }
    let origin = format!("file://{}", made.path.display());
    made.git_at(made.folder.path(), 0, &["clone", "--quiet", "--depth=2", &origin, "clone"])?;
    let read = Git::default().recent(&at(&made.folder.path().join("clone")), &hours_before(2), 9)?;
    assert_eq!((subjects(&read), read.is_shallow), (vec!["30", "60"], true));
    Ok(())
}

#[test]
fn a_bare_clone_a_worktree_and_a_packed_one_are_read() -> Result {
    let made = Made::new()?;
    made.commit(60, "First")?;
    made.git(30, &["tag", "--annotate", "v1", "--message", "Deploy"])?;
    made.git(0, &["gc", "--quiet"])?;
    let path = made.path.to_string_lossy().into_owned();
    made.git_at(made.folder.path(), 0, &["clone", "--quiet", "--mirror", &path, "bare"])?;
    made.git(0, &["worktree", "add", "--quiet", "-b", "beside", "../worktree"])?;
    for folder in ["repository", "bare", "worktree"] {
        let read = Git::default().recent(&at(&made.folder.path().join(folder)), &hours_before(2), 9)?;
        assert_eq!(subjects(&read), ["Deploy", "First"], "{folder}");
    }
    Ok(())
}

#[test]
fn locks_of_another_git_are_no_hindrance_and_nothing_is_written() -> Result {
    let made = Made::new()?;
    made.commit(60, "First")?;
    let inside = made.path.join(".git");
    for lock in ["index.lock", "HEAD.lock", "config.lock", "packed-refs.lock", "shallow.lock", "refs/heads/main.lock"] {
        fs::write(inside.join(lock), "")?;
    }
    let files = || -> Result<Vec<_>> {
        let (mut all, mut folders) = (Vec::new(), vec![inside.clone()]);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                if entry.metadata()?.is_dir() {
                    folders.push(entry.path());
                }
                all.push((entry.path(), entry.metadata()?.modified()?));
            }
        }
        all.sort();
        Ok(all)
    };
    let before = files()?;
    assert_eq!(subjects(&made.recent(&hours_before(2))?), ["First"]);
    assert_eq!(files()?, before);
    Ok(())
}

#[test]
fn a_hundred_thousand_commits_are_read_no_farther_than_needed() -> Result {
    let made = Made::new()?;
    made.import_commits("main", 100_000, 0)?;
    let read = made.recent(&hours_before(2))?;
    assert_eq!((read.changes.len(), read.truncated), (25, false));
    assert_eq!(read.changes[0].subject, "Change 99999");
    // Nothing of what lies far before the window is asked for, or this would fail.
    fs::write(made.path.join(".git/shallow"), made.git(0, &["rev-parse", "HEAD~2000"])?)?;
    let shallow = made.recent(&hours_before(2))?;
    let ids = |all: &[RecentChange]| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&shallow.changes), ids(&read.changes));
    Ok(())
}
