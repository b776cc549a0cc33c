//! What the verbs print and how they end, as one text: an incident from its declaration to its review.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

use std::fs;
use std::process::Command;

use regex::Regex;
use tempfile::TempDir;

/// What changes from run to run, and what stands for it.
const CHANGING: [(&str, &str); 6] = [
    (r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "[id]"),
    (r"(\d{4}-\d\d-\d\d )?\d{1,2}:\d\d(:\d\d)?", "[time]"),
    (r"\d{4}-\d\d-\d\d", "[day]"),
    (r"after \d+ ms", "after [n] ms"),
    (r"\d+ min before", "[n] min before"),
    (r"/\S*/sitrep-answers-\w+", "[folder]"),
];

/// From the declaration to the review, with what is refused on the way.
const INCIDENT: &str = "
list
show
declare 'P1 Payments failing at checkout' --service payments-api --impact 'Card payments fail' --started -5m
declare 'p1 payments  failing at Checkout'
channel
channel --opened
ack
snooze --deadline escalation --for-good
snooze --deadline escalation --for-good --reason 'The VP decides'
escalate --stop-automatic --reason 'The VP decides'
escalate --reason 'The VP decides'
status identified
status identified --reason 'A deploy'
severity P2
severity P0 --reason 'Everything fails'
escalate
role commander @ana
role scribe
log 'Errors on every card' --at -4m
log --decision We roll back
log --at soon Errors
run -- true
timeline
deadlines
snooze 7 --deadline update
snooze --deadline lunch
impact
impact who 'all users'
impact what 'entire service'
impact
severity
status
update --kind initial
update --kind initial --anyway --sent
updates
update --not-sent
show
resolve
resolve --reason 'Quiet for an hour'
ack
deadlines
list
action list
action add Backfill the column --owner @bo --due 2w
action done 2
action drop 1
action done 1
review --save
declare 'P3 Payments failing, declared twice'
withdraw
update --kind initial --anyway --sent
withdraw --reason 'It is the same one'
show -i twice
timeline -i twice
deadlines -i twice
list
list --all
withdraw --back
withdraw --back -i twice
list
";

/// The investigation and the fix.
const WORK: &str = "
declare P1 Payments failing
hypothesis list
hypothesis add the pool is too small --who @li --test 'Look at the pool'
hypothesis evidence for pool 200 of 200 used
hypothesis evidence for deploy 200 of 200 used
hypothesis assign pool
hypothesis testing
hypothesis confirmed 1 --because 'It grew'
mitigation list
mitigation add roll back to v312 --proposed
mitigation start 1
mitigation done v312 --effect 'Errors fall'
finding list
finding add errors 502s on card payments
finding remove
change list
change add deploy v314 of payments-api --at -10m --suspect
change suspect v314 --no
change suspect v315
step start dashboards
step skip logs
step skip logs --reason 'None are kept'
check fix error-rate
check line 3
check line 13
";

/// What is read from files, and files that cannot be read.
const FILES: &str = "
log --transcript irc.txt
declare P1 Payments failing
log --transcript irc.txt --yes --at 12:00
log --transcript nowhere.txt
log --picture irc.txt Errors
services list
services check
services check irc.txt
template check
template check irc.txt
template render nowhere
changes
changes --repository nowhere
--practice list
run -- nowhere
";

/// A person with folders of their own, whose environment says nothing else.
struct Person(TempDir);

impl Person {
    fn new() -> Self {
        Self(tempfile::Builder::new().prefix("sitrep-answers-").tempdir().expect("a folder of one's own"))
    }

    /// Types each line and gives the page as it then stands in the terminal.
    fn types(&self, lines: &str) -> String {
        steady(lines.lines().filter(|line| !line.is_empty()).map(|line| self.answer(line)).collect())
    }

    fn answer(&self, line: &str) -> String {
        let words = shlex::split(line).expect("quotes are closed");
        let mut sitrep = Command::new(env!("CARGO_BIN_EXE_sitrep"));
        sitrep.env_clear().env("USER", "ana").env("HOME", self.0.path()).current_dir(self.0.path());
        sitrep.env("SITREP_DATA_DIR", self.0.path().join("data")).env("SITREP_CONFIG_DIR", self.0.path().join("config"));
        let output = sitrep.args(words).output().expect("sitrep starts");
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        let ending = output.status.code().filter(|code| *code != 0).map(|code| format!("[{code}]\n")).unwrap_or_default();
        format!("$ sitrep {line}\n{out}{err}{ending}\n")
    }
}

/// The page with what stands for everything that changes.
fn steady(page: String) -> String {
    CHANGING.into_iter().fold(page, |page, (pattern, sign)| Regex::new(pattern).expect("a pattern").replace_all(&page, sign).into_owned())
}

#[test]
fn an_incident_is_carried_from_its_declaration_to_its_review() {
    let page = Person::new().types(INCIDENT);

    insta::assert_snapshot!("incident", page);
}

#[test]
fn the_work_is_listed_as_it_stands_after_each_act() {
    let page = Person::new().types(WORK);

    insta::assert_snapshot!("work", page);
}

#[test]
fn what_is_read_from_files_is_told_with_its_place() {
    let person = Person::new();
    fs::write(person.0.path().join("irc.txt"), "[12:01] <ana> errors go up\n[12:03] <bo> rolled back\n").expect("a file");
    fs::create_dir(person.0.path().join("config")).expect("a folder");
    fs::write(
        person.0.path().join("config/services.toml"),
        "[[service]]\nname = \"api\"\nowners = [\"@bo\"]\nrollback = \"undo {service}\"\n",
    )
    .expect("a file");

    let page = person.types(FILES);

    insta::assert_snapshot!("files", page);
}
