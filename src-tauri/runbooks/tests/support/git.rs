//! The real git, which says whether a patch is one.
#![allow(clippy::expect_used, reason = "a test without git has to stop")]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// Applies a patch to one file in a folder of its own, and gives what it says then.
pub fn applied(path: &str, text: &str, patch: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(path);
    std::fs::create_dir_all(file.parent().expect("a parent")).expect("its folder");
    std::fs::write(&file, text).expect("the file");
    apply(folder.path(), patch);
    std::fs::read_to_string(&file).expect("the file again")
}

fn apply(folder: &Path, patch: &str) {
    let mut git = Command::new("git")
        .args(["-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"])
        .current_dir(folder)
        .env("GIT_CEILING_DIRECTORIES", folder)
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("git");
    git.stdin.take().expect("its input").write_all(patch.as_bytes()).expect("the patch");
    let end = git.wait_with_output().expect("git ends");
    assert!(end.status.success(), "{}\n{patch}", String::from_utf8_lossy(&end.stderr));
}
