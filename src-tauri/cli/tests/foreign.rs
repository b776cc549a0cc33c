//! Files that do not answer, never end, or are none: each ends in words, and what is typed is recorded all the same.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(desk.config()).expect("a config folder");
        desk.says(&["declare", "P1 Payments failing"]);
        desk
    }

    fn config(&self) -> PathBuf {
        self.0.path().join("config")
    }

    /// Under a limit of memory and time, so that what fills or hangs it fails.
    fn types(&self, words: &[&str]) -> Output {
        let mut command = Command::new("timeout");
        command.args(["30", "sh", "-c", "ulimit -v 300000; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_sitrep")]).args(words);
        command.env("SITREP_DATA_DIR", self.0.path().join("data")).env("SITREP_CONFIG_DIR", self.config());
        command.current_dir(self.0.path()).stdin(Stdio::null()).output().expect("sitrep ran")
    }

    fn says(&self, words: &[&str]) -> String {
        let output = self.types(words);
        let told = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(output.status.success(), "{words:?}: {:?} {}", output.status, told(&output.stderr));
        told(&output.stdout)
    }

    fn refuses(&self, words: &[&str]) -> String {
        let output = self.types(words);
        assert!(matches!(output.status.code(), Some(1..=3)), "{words:?}: {:?}", output.status);
        String::from_utf8_lossy(&output.stderr).into_owned()
    }
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo runs").success());
}

fn endless(path: &Path) {
    std::os::unix::fs::symlink("/dev/zero", path).expect("a link");
}

fn huge(path: &Path) {
    fs::File::create(path).and_then(|file| file.set_len(50_000_000)).expect("a large file");
}

fn circle(path: &Path) {
    std::os::unix::fs::symlink(path, path).expect("a link");
}

fn folder(path: &Path) {
    fs::create_dir(path).expect("a folder");
}

type Kind = (&'static str, fn(&Path));

const KINDS: [Kind; 5] =
    [("a pipe", pipe), ("an endless device", endless), ("a huge file", huge), ("a circle", circle), ("a folder", folder)];

#[test]
fn a_teams_file_that_is_none_stops_no_verb() {
    for (kind, make) in KINDS {
        for name in ["policy.toml", "services.toml", "guard.toml", "catalogue.toml", "templates/status.j2"] {
            let desk = Desk::new();
            fs::create_dir(desk.config().join("templates")).expect("a folder");
            make(&desk.config().join(name));
            let seen = format!("seen with {kind} as {name}");
            desk.says(&["log", &seen]);
            assert!(desk.says(&["timeline"]).contains(&seen), "{seen}");
            for words in [&["list"][..], &["show"], &["deadlines"], &["update", "--anyway"], &["review", "--save"], &["run", "--", "true"]]
            {
                desk.says(words);
            }
            let told = desk.types(&["doctor"]);
            let told = String::from_utf8_lossy(&told.stdout).into_owned();
            assert!(told.contains(name), "the doctor says nothing of {kind} as {name}: {told}");
        }
    }
}

#[test]
fn what_is_brought_in_from_a_file_that_is_none_is_refused_in_words() {
    for (kind, make) in KINDS {
        let desk = Desk::new();
        let file = desk.0.path().join("file");
        make(&file);
        for words in [
            &["log", "--picture", "file"][..],
            &["log", "--transcript", "file"],
            &["log", "--attach", "file"],
            &["services", "import", "file"],
            &["template", "check", "file"],
            &["review", "--check", "file"],
        ] {
            let told = desk.refuses(words);
            assert!(told.contains("file"), "{words:?} of {kind}: {told}");
        }
        assert_eq!(desk.says(&["timeline"]).lines().count(), 1, "{kind}");
    }
}

#[test]
fn what_is_piped_in_is_read_to_its_limit_alone() {
    let desk = Desk::new();
    let mut command = Command::new("sh");
    command.args(["-c", "yes 'error 500' | timeout 5 \"$0\" log -", env!("CARGO_BIN_EXE_sitrep")]);
    command.env("SITREP_DATA_DIR", desk.0.path().join("data")).env("SITREP_CONFIG_DIR", desk.config());
    let output = command.output().expect("it ran");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("no more than 65 kB is read") && told.contains("tail -c") && told.contains("--attach"), "{told}");
    assert_eq!(desk.says(&["timeline"]).lines().count(), 1);
}

#[test]
fn a_text_as_long_as_one_may_be_is_attached_within_the_limits_and_printed_whole() {
    let desk = Desk::new();
    let lines: String = (0..31_000).map(|at| format!("req={at:06} took={:04}ms worker stalled on a lock in pool\n", at % 2000)).collect();
    fs::write(desk.0.path().join("dump.txt"), &lines).expect("a file");
    desk.says(&["log", "--attach", "dump.txt"]);
    assert!(desk.says(&["timeline"]).contains("dump.txt, 31,000 lines: sitrep attached "));
    assert_eq!(desk.says(&["attached", "dump"]).trim_end(), lines.trim_end());
    fs::write(desk.0.path().join("dump.txt"), lines.repeat(2)).expect("a file");
    assert!(desk.refuses(&["log", "--attach", "dump.txt"]).contains("no more than"));
    assert!(desk.refuses(&["attached", "Declared"]).contains("no text is attached"));
}

#[test]
fn a_repository_that_is_named_from_here_is_fetched_into_itself() {
    let desk = Desk::new();
    let shell = |line: &str| {
        let mut command = Command::new("sh");
        command.args(["-ec", line]).current_dir(desk.0.path()).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        for who in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{who}_NAME"), "Ana").env(format!("GIT_{who}_EMAIL"), "a@b");
        }
        let output = command.output().expect("sh runs");
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    };
    shell("git init -q -b main origin; git -C origin commit -q --allow-empty -m First; git clone -q origin clone");
    shell("git -C origin commit -q --allow-empty -m Second");

    desk.says(&["changes", "--repository", "clone", "--fetch"]);

    assert_eq!(shell("git -C clone log -1 --format=%s refs/remotes/origin/main"), "Second");
}

/// A PNG that says it has 23,000 × 23,000 pixels, which would take two gigabytes to unpack.
const HUGE_PICTURE: [u8; 69] = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x59, 0xd8, 0x00, 0x00,
    0x59, 0xd8, 0x08, 0x02, 0x00, 0x00, 0x00, 0xb3, 0xfc, 0xf5, 0x7f, 0x00, 0x00, 0x00, 0x0c, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63,
    0x60, 0xa0, 0x0c, 0x00, 0x00, 0x00, 0x40, 0x00, 0x01, 0xb7, 0x34, 0x7c, 0xef, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae,
    0x42, 0x60, 0x82,
];

#[test]
fn a_picture_takes_no_more_memory_than_is_there() {
    let desk = Desk::new();
    fs::write(desk.0.path().join("huge.png"), HUGE_PICTURE).expect("a picture");
    let told = desk.refuses(&["log", "seen", "--picture", "huge.png"]);
    assert!(told.contains("pixels"), "{told}");
}
