//! A fetch takes the address from the repository and nothing else: no setting of it runs a program, moves a branch or reaches another file.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use sitrep_changes::{ChangesError, Git};

use crate::support::{Made, Result, at};

/// A repository and its clone, which knows the first commit of two.
struct Pair {
    origin: Made,
    clone: PathBuf,
    /// Would be there if a program of the repository's had run.
    canary: PathBuf,
}

impl Pair {
    /// With a branch of the person's own, and one that is gone from where it came.
    fn new() -> Result<Self> {
        let origin = Made::new()?;
        origin.commit(60, "First")?;
        origin.git(0, &["branch", "old"])?;
        let folder = origin.folder.path();
        // Its objects are borrowed, which is one more setting's chance.
        origin.git_at(folder, 0, &["clone", "--quiet", "--shared", &origin.path.to_string_lossy(), "clone"])?;
        let (clone, canary) = (folder.join("clone"), folder.join("canary"));
        let pair = Self { origin, clone, canary };
        pair.git(&["branch", "mine"])?;
        pair.git(&["branch", "old"])?;
        pair.origin.git(0, &["branch", "--delete", "old"])?;
        pair.origin.commit(30, "Second")?;
        Ok(pair)
    }

    fn git(&self, words: &[&str]) -> Result<String> {
        self.origin.git_at(&self.clone, 0, words)
    }

    fn branches(&self) -> Result<String> {
        self.git(&["for-each-ref", "--format=%(refname) %(objectname)", "refs/heads", "refs/tags"])
    }

    fn fetch(&self) -> std::result::Result<(), ChangesError> {
        Git::default().fetch(&at(&self.clone), Duration::from_secs(60))
    }

    /// What was fetched of main.
    fn fetched(&self) -> Result<String> {
        self.git(&["log", "--format=%s", "-1", "refs/remotes/origin/main"])
    }

    /// Fetches what is new, and nothing of the person's changes.
    fn fetches_alone(&self, with: &str) -> Result {
        let before = self.branches()?;
        self.fetch().map_err(|error| format!("{with}: {error}"))?;
        assert_eq!(self.fetched()?, "Second", "{with}");
        assert_eq!(self.branches()?, before, "{with}");
        assert!(!self.canary.exists(), "{with} was run");
        Ok(())
    }
}

#[test]
fn no_setting_of_the_repository_runs_a_program_or_moves_a_branch() -> Result {
    let settings = [
        ("remote.origin.uploadpack", "touch CANARY; git-upload-pack"),
        ("remote.origin.vcs", "ext"),
        ("remote.origin.fetch", "+refs/heads/*:refs/heads/*"),
        ("remote.origin.mirror", "true"),
        ("remote.origin.prune", "true"),
        ("remote.origin.tagOpt", "--tags"),
        ("fetch.prune", "true"),
        ("fetch.pruneTags", "true"),
        ("core.sshCommand", "touch CANARY"),
        ("core.gitProxy", "touch CANARY"),
        ("core.askPass", "touch CANARY"),
        ("core.alternateRefsCommand", "touch CANARY; true"),
        ("core.fsmonitor", "touch CANARY"),
        ("core.pager", "touch CANARY"),
        ("credential.helper", "!touch CANARY"),
        ("url.ext::touch CANARY #.insteadOf", "ORIGIN"),
        ("protocol.ext.allow", "always"),
        ("gc.auto", "1"),
    ];
    for (name, value) in settings {
        let pair = Pair::new()?;
        let meant =
            |text: &str| text.replace("CANARY", &pair.canary.to_string_lossy()).replace("ORIGIN", &pair.origin.path.to_string_lossy());
        pair.git(&["config", "--add", &meant(name), &meant(value)])?;
        pair.fetches_alone(name)?;
    }
    Ok(())
}

#[test]
fn no_hook_is_run() -> Result {
    let pair = Pair::new()?;
    let hook = pair.origin.program("hook", &format!("touch '{}'", pair.canary.display()))?;
    fs::create_dir_all(pair.clone.join(".git/hooks"))?;
    for name in ["reference-transaction", "post-checkout", "pre-auto-gc", "post-rewrite"] {
        fs::copy(&hook, pair.clone.join(".git/hooks").join(name))?;
    }
    pair.fetches_alone("a hook")
}

#[test]
fn an_address_is_reached_by_nothing_that_runs_what_it_says() -> Result {
    for address in ["ext::touch CANARY", "git://127.0.0.1:9/pay", "http://127.0.0.1:9/pay", "fd::3", "--upload-pack=touch CANARY", ""] {
        let pair = Pair::new()?;
        pair.git(&["config", "remote.origin.url", &address.replace("CANARY", &pair.canary.to_string_lossy())])?;
        let before = pair.branches()?;
        let refused = pair.fetch().err().ok_or_else(|| format!("{address} was fetched"))?;
        assert_eq!(refused.code(), "not_fetched", "{address}: {refused}");
        assert!(!pair.canary.exists(), "{address} was run");
        assert_eq!((pair.branches()?, pair.fetched()?.as_str()), (before, "First"), "{address}");
    }
    Ok(())
}

#[test]
fn a_link_and_a_name_that_stands_for_another_are_not_followed() -> Result {
    let pair = Pair::new()?;
    let theirs = pair.origin.folder.path().join("bashrc");
    fs::write(&theirs, "export EDITOR=vi\n")?;
    std::os::unix::fs::symlink(&theirs, pair.clone.join(".git/FETCH_HEAD"))?;
    pair.git(&["symbolic-ref", "refs/remotes/origin/main", "refs/heads/mine"])?;
    pair.fetches_alone("a link")?;
    assert_eq!(fs::read_to_string(&theirs)?, "export EDITOR=vi\n");
    Ok(())
}

#[test]
fn a_branch_that_stands_in_anothers_way_stays_and_the_others_are_fetched() -> Result {
    let pair = Pair::new()?;
    pair.fetch()?;
    pair.origin.git(0, &["branch", "old/new"])?;
    pair.origin.commit(20, "Third")?;
    pair.fetch()?;
    assert_eq!(pair.fetched()?, "Third");
    pair.git(&["rev-parse", "--verify", "refs/remotes/origin/old"])?;
    Ok(())
}

#[test]
fn what_is_there_is_not_brought_again_and_shallow_stays_shallow() -> Result {
    let origin = Made::new()?;
    origin.import_commits("main", 300, 60)?;
    let folder = origin.folder.path();
    let address = format!("file://{}", origin.path.display());
    origin.git_at(folder, 0, &["clone", "--quiet", "--depth=5", &address, "clone"])?;
    let clone = folder.join("clone");
    origin.git(0, &["symbolic-ref", "HEAD", "refs/heads/main"])?;
    origin.commit(10, "New")?;
    Git::default().fetch(&at(&clone), Duration::from_secs(60))?;
    let git = |words: &[&str]| origin.git_at(&clone, 0, words);
    assert_eq!(git(&["rev-list", "--count", "refs/remotes/origin/main"])?, "6");
    assert_eq!(git(&["rev-parse", "--is-shallow-repository"])?, "true");
    git(&["fsck", "--connectivity-only"])?;
    Ok(())
}
