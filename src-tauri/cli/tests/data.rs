//! The data folder as it is met at the command line: closed, damaged, backed up, restored.

#![allow(clippy::expect_used, clippy::panic, reason = "what was expected is what a test tells")]
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const STORAGE: i32 = 3;
const REFUSED: i32 = 1;
const NOBODY: u32 = 65534;

/// A person to whom permissions mean something: whoever runs the test, or nobody where that is the superuser.
struct Person {
    place: TempDir,
    program: PathBuf,
}

#[derive(Debug)]
struct Answer {
    out: String,
    err: String,
    code: i32,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

impl Person {
    fn new() -> Self {
        let place = tempfile::Builder::new().permissions(Permissions::from_mode(0o755)).tempdir().expect("a place");
        let program = place.path().join("sitrep");
        fs::copy(env!("CARGO_BIN_EXE_sitrep"), &program).expect("the program where everybody reaches it");
        let home = place.path().join("home");
        fs::create_dir(&home).expect("a home");
        if is_superuser() {
            chown(&home, Some(NOBODY), Some(NOBODY)).expect("a home of their own");
        }
        Self { place, program }
    }

    fn home(&self) -> PathBuf {
        self.place.path().join("home")
    }

    fn data(&self) -> PathBuf {
        self.home().join("data")
    }

    fn database(&self) -> PathBuf {
        self.data().join("sitrep.db")
    }

    fn command(&self, umask: &str, words: &[&str]) -> Command {
        let mut command = Command::new("sh");
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).current_dir(self.home());
        command.env("HOME", self.home()).env("USER", "ana");
        command.env("SITREP_DATA_DIR", self.data()).env("SITREP_CONFIG_DIR", self.home().join("config"));
        command.args(["-c", &format!("umask {umask}; exec \"$@\""), "sh"]);
        if is_superuser() {
            command.args(["setpriv", &format!("--reuid={NOBODY}"), &format!("--regid={NOBODY}"), "--clear-groups"]);
        }
        command.arg(&self.program).args(words).stdin(Stdio::null());
        command
    }

    fn types(&self, words: &[&str]) -> Answer {
        answer(&mut self.command("022", words))
    }

    /// The same on a disk that fails in every sync; strace stands in for it.
    fn types_on_a_failing_disk(&self, words: &[&str]) -> Answer {
        let plain = self.command("022", words);
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-o", "/dev/null", "-e", "inject=fsync,fdatasync:error=EIO"]);
        command.arg(plain.get_program()).args(plain.get_args()).stdin(Stdio::null()).current_dir(self.home());
        command.env_clear().envs(plain.get_envs().filter_map(|(name, value)| Some((name, value?))));
        answer(&mut command)
    }

    /// Does what was asked.
    fn does(&self, words: &[&str]) -> String {
        let answer = self.types(words);
        assert_eq!(answer.code, 0, "{words:?}: {answer:?}");
        answer.out
    }
}

fn answer(command: &mut Command) -> Answer {
    answer_to(command.stdout(Stdio::piped()))
}

/// The same with an output of its own.
fn answer_to(command: &mut Command) -> Answer {
    let output = command.stderr(Stdio::piped()).spawn().and_then(std::process::Child::wait_with_output).expect("sitrep starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Answer { out: text(&output.stdout), err: text(&output.stderr), code: output.status.code().unwrap_or(-1) }
}

fn is_superuser() -> bool {
    fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0)
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("permissions");
}

#[test]
fn a_relative_folder_is_refused_with_the_whole_path() {
    let ana = Person::new();
    for variable in ["SITREP_DATA_DIR", "SITREP_CONFIG_DIR"] {
        let refused = answer(ana.command("022", &["list", "--json"]).env(variable, "somewhere"));
        let error = &refused.json()["error"];
        assert_eq!((refused.code, &error["code"]), (STORAGE, &json!("relative_folder")));
        let whole = fs::canonicalize(ana.home()).expect("home").join("somewhere");
        assert_eq!(error["hint"], format!("Name the whole path: {variable}={}", whole.display()));
    }
    assert!(!ana.home().join("somewhere").exists());
}

#[test]
fn a_tilde_that_no_shell_has_read_is_the_home_folder() {
    let ana = Person::new();
    let declared = answer(ana.command("022", &["declare", "P1 Payments failing"]).env("SITREP_DATA_DIR", "~/of mine"));
    assert_eq!(declared.code, 0, "{declared:?}");
    assert!(ana.home().join("of mine/sitrep.db").exists());
    assert!(!ana.home().join("~").exists());
    let told = answer(ana.command("022", &["doctor"]).env("SITREP_DATA_DIR", "~/of mine")).out;
    assert!(told.contains(&format!("{}, as SITREP_DATA_DIR says (read and written)", ana.home().join("of mine").display())), "{told}");
}

#[test]
fn a_folder_that_cannot_be_written_is_read_with_a_word_about_it() {
    let ana = Person::new();
    ana.does(&["declare", "P1 Payments failing"]);
    set_mode(&ana.data(), 0o500);

    for (verb, part) in [("list", "ayments"), ("show", "ayments"), ("timeline", "ayments"), ("deadlines", "update"), ("review", "ayments")]
    {
        let words = [verb];
        let read = ana.types(&words);
        assert_eq!(read.code, 0, "{words:?}: {read:?}");
        assert!(read.out.contains(part), "{words:?}: {read:?}");
        assert!(read.err.starts_with("Everything can be read, and nothing recorded: the data folder"), "{words:?}: {read:?}");
    }
    assert!(ana.types(&["list", "--json"]).json().is_array(), "a script reads only the answer");
    let refused = ana.types(&["log", "x"]);
    let reason =
        format!("Nothing was recorded: the data folder {0} cannot be used: the permissions of {0} (r-x------)", ana.data().display());
    assert!(refused.code == STORAGE && refused.err.contains(&reason), "{refused:?}");
    let told = ana.does(&["doctor"]);
    assert!(told.contains("can be read, and not written") && told.contains("(r-x------)"), "{told}");
    set_mode(&ana.data(), 0o700);
    ana.does(&["log", "x"]);
}

#[test]
fn what_is_said_to_be_saved_can_be_opened_whatever_the_umask() {
    for umask in ["000", "777"] {
        is_for_its_owner_alone(umask);
    }
}

fn is_for_its_owner_alone(umask: &str) {
    let ana = Person::new();
    let backstage = "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: checkout\nspec:\n  type: service\n";
    fs::write(ana.home().join("catalog.yaml"), backstage).expect("a catalogue");
    let picture = ana.home().join("picture.png");
    fs::write(&picture, include_bytes!("../../../icons/tray.png")).expect("a picture");
    let does = |words: &[&str]| {
        let answer = answer(&mut ana.command(umask, words));
        assert_eq!(answer.code, 0, "{words:?}: {answer:?}");
        answer.out
    };
    does(&["declare", "P1 Payments failing"]);
    does(&["log", "seen", "--picture", "picture.png"]);
    does(&["services", "import", "catalog.yaml", "--append"]);
    let review = does(&["review", "--save"]);
    does(&["backup", "backup.db"]);

    assert!(does(&["services", "list"]).contains("checkout"));
    let mut seen = 0;
    let mut folders = vec![ana.data(), ana.home().join("config")];
    while let Some(folder) = folders.pop() {
        assert_eq!(mode(&folder), 0o700, "{umask}: {}", folder.display());
        for entry in fs::read_dir(&folder).expect("a folder").flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                assert_eq!(mode(&entry.path()), 0o600, "{umask}: {}", entry.path().display());
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 6, "database, two of a picture, review with its picture, services");
    assert!(Path::new(review.trim()).exists());
    assert_eq!(mode(&ana.home().join("backup.db")), 0o600);
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

#[test]
fn a_folder_that_others_can_look_into_is_named_by_the_doctor() {
    let ana = Person::new();
    ana.does(&["list"]);
    assert!(!ana.does(&["doctor"]).contains("Data folder"));
    set_mode(&ana.data(), 0o755);

    let told = ana.does(&["doctor"]);

    assert!(told.contains("! Data folder     The data is not for you alone: others may look into"), "{told}");
    assert!(told.contains(&format!("chmod 700 {}", ana.data().display())), "{told}");
    assert_eq!(mode(&ana.data()), 0o755, "it is theirs to decide");
}

#[test]
fn an_empty_database_is_told_set_aside_and_never_taken_for_a_new_one() {
    let ana = Person::new();
    ana.does(&["declare", "P1 Payments failing"]);
    ana.does(&["backup", "backup.db"]);
    fs::write(ana.database(), "").expect("somebody emptied it");

    let refused = ana.types(&["list", "--json"]);
    let error = &refused.json()["error"];
    assert_eq!((refused.code, &error["code"]), (STORAGE, &json!("set_aside")));
    assert!(error["message"].as_str().is_some_and(|message| message.contains("is empty (0 bytes)")), "{error}");
    assert!(error["hint"].as_str().is_some_and(|hint| hint.contains("sitrep restore FILE")), "{error}");
    let begun = ana.types(&["list"]);
    assert!(begun.err.starts_with("A new database was begun. The one before it was damaged"), "{begun:?}");
    assert!(ana.does(&["doctor"]).contains("A damaged database was set aside as"));

    ana.does(&["restore", "backup.db", "--yes"]);

    assert_eq!(ana.does(&["list"]).lines().count(), 1);
}

#[test]
fn a_restore_shows_what_goes_and_does_it_only_when_told() {
    let ana = Person::new();
    ana.does(&["declare", "P1 Payments failing"]);
    assert_eq!(ana.does(&["backup", "backup.db"]), "backup.db\n1 incident, 1 event and 0 pictures, read through.\n");
    ana.does(&["log", "rolled back"]);
    ana.does(&["declare", "P2 Search down"]);
    let before = ana.does(&["list"]);

    let asked = ana.types(&["restore", "backup.db"]);
    assert_eq!(asked.code, REFUSED, "{asked:?}");
    assert!(asked.out.contains("payments-failing  1 event, 1 entry among them, the last: rolled back"), "{asked:?}");
    assert!(asked.out.contains("search-down  all of it, 1 event"), "{asked:?}");
    assert!(asked.err.contains("it was not confirmed") && asked.err.contains("--yes"), "{asked:?}");
    let shape = ana.types(&["restore", "backup.db", "--json"]).json();
    assert_eq!((&shape["error"]["code"], &shape["preview"]["lost"][1]["entries"]), (&json!("not_confirmed"), &json!(1)), "{shape}");
    assert_eq!(ana.does(&["list"]), before, "nothing is restored by looking");

    let done: Value = serde_json::from_str(&ana.does(&["restore", "backup.db", "--yes", "--json"])).expect("an answer");
    assert_eq!(done["restored"]["events"], 1, "{done}");
    assert_eq!(ana.does(&["list"]).lines().count(), 1);
    let aside = done["set_aside"].as_str().expect("what stood is kept");
    ana.does(&["restore", aside, "--yes"]);
    assert_eq!(ana.does(&["list"]), before, "and can be brought back");
}

#[test]
fn a_file_that_is_no_backup_is_refused_by_its_name() {
    let ana = Person::new();
    ana.does(&["declare", "P1 Payments failing"]);
    fs::write(ana.home().join("letter"), "to my landlord").expect("a letter");
    for (words, part) in [
        (["restore", "letter", "--yes"], "Nothing was restored: letter is not a Sitrep database."),
        (["restore", "nowhere", "--yes"], "Nothing was restored: nowhere cannot be read: nowhere is not there."),
        (["restore", "data/sitrep.db", "--yes"], "belongs to the database in use"),
        (["backup", "letter", "--replace"], "No backup was made: letter is no backup of Sitrep's."),
        (["backup", "data/sitrep.db", "--replace"], "belongs to the database in use"),
        (["backup", "data", "--replace"], "No backup was made: data is a folder."),
    ] {
        let refused = ana.types(&words);
        assert!(refused.code == REFUSED && refused.err.contains(part), "{words:?}: {refused:?}");
    }
    let taken = ana.types(&["backup", "letter"]);
    assert!(taken.err.contains("letter is there already") && taken.err.contains("--replace"), "{taken:?}");
}

#[test]
fn what_a_failing_disk_did_not_take_is_recorded_once_when_it_is_typed_again() {
    let ana = Person::new();
    ana.does(&["declare", "P1 Payments failing"]);

    let refused = ana.types_on_a_failing_disk(&["log", "errors on every card"]);

    assert_eq!(refused.code, STORAGE, "{refused:?}");
    assert!(refused.err.starts_with("Nothing was recorded: the disk failed while"), "{refused:?}");
    assert!(!ana.does(&["timeline"]).contains("errors on every card"));
    ana.does(&["log", "errors on every card"]);
    assert_eq!(ana.does(&["timeline"]).matches("errors on every card").count(), 1);
}

#[test]
fn an_answer_that_cannot_be_printed_is_no_act_that_was_not_done() {
    let ana = Person::new();
    let full = fs::File::options().write(true).open("/dev/full").expect("a full device");

    let unprinted = answer_to(ana.command("022", &["declare", "P1 Payments failing"]).stdout(full));

    assert_eq!(unprinted.code, REFUSED, "{unprinted:?}");
    assert!(unprinted.err.contains("What was to be recorded is recorded."), "{unprinted:?}");
    assert!(ana.does(&["list"]).contains("Payments failing"));
}
