//! Commands that were run: what they say, what they count as, and what is removed from them.

mod support;

use sitrep_core::event::{CommandRun, EventBody};
use sitrep_core::guard::Guard;
use sitrep_core::procedure::debugging_commander;
use sitrep_core::vocabulary::{CommandOutcome, Role, Severity};
use support::{Story, at};

const UNDO: &str = "kubectl rollout undo deployment/api";

fn run(minute: i64, outcome: CommandOutcome) -> EventBody {
    EventBody::CommandRun(CommandRun {
        command: UNDO.into(),
        started_at: at(minute),
        millis: 3_249,
        outcome,
        kept: vec!["rolled back".into()],
    })
}

fn role(role: Role, from: Option<&str>, to: Option<&str>) -> EventBody {
    EventBody::RoleChanged { role, from: from.map(str::to_owned), to: to.map(str::to_owned) }
}

#[test]
fn a_command_is_a_line_with_its_outcome_and_what_was_kept() {
    for (outcome, said) in [
        (CommandOutcome::Exit(0), format!("ran {UNDO}: exit 0 after 3.2 s")),
        (CommandOutcome::Exit(3), format!("ran {UNDO}: exit 3 after 3.2 s")),
        (CommandOutcome::Signal(9), format!("ran {UNDO}: ended by SIGKILL after 3.2 s")),
        (CommandOutcome::Signal(64), format!("ran {UNDO}: ended by signal 64 after 3.2 s")),
        (CommandOutcome::NotStarted("command not found".into()), format!("tried {UNDO}: command not found")),
    ] {
        let rows = Story::declared(Severity::P1).recorded(5, 6, None, run(5, outcome)).rows();
        let row = rows.last().map(|row| (row.text.as_str(), row.time.as_str(), row.kept.as_slice(), row.editable));
        assert_eq!(row, Some((said.as_str(), "14:05", ["rolled back".to_owned()].as_slice(), false)));
    }
}

#[test]
fn whoever_runs_a_command_is_at_work() -> Result<(), &'static str> {
    let incident = Story::declared(Severity::P1).recorded(5, 6, None, run(5, CommandOutcome::Exit(0))).fold().ok_or("no declaration")?;
    assert_eq!(incident.acknowledged_at, Some(at(5)));
    assert_eq!(incident.last_commands.get("@ana").map(|ran| ran.command.as_str()), Some(UNDO));
    Ok(())
}

#[test]
fn the_commander_debugs_who_runs_commands_or_leads_the_work_too() -> Result<(), &'static str> {
    let debugs = |story: &Story| story.fold().map(|incident| debugging_commander(&incident).is_some()).ok_or("no declaration");
    let before = Story::declared(Severity::P1).recorded(1, 2, None, run(1, CommandOutcome::Exit(0)));
    assert!(!debugs(&before)?, "nobody commands");
    let taken = before.clone().then(3, role(Role::IncidentCommander, None, Some("@ana")));
    assert!(!debugs(&taken)?, "it was before");
    let started_before = taken.clone().recorded(2, 9, None, run(2, CommandOutcome::Exit(0)));
    assert!(debugs(&started_before)?, "it went on after");
    let given = started_before.clone().then(10, role(Role::IncidentCommander, Some("@ana"), Some("@bo")));
    assert!(!debugs(&given)?, "@bo has run none");
    let again = started_before.then(10, role(Role::IncidentCommander, Some("@ana"), Some("@ana")));
    assert!(debugs(&again)?, "the same person goes on");
    assert!(debugs(&given.then(11, role(Role::TechnicalLead, None, Some("@bo"))))?, "@bo leads the work, too");
    Ok(())
}

#[test]
fn secrets_go_from_the_command_and_from_what_was_kept() -> Result<(), Box<dyn std::error::Error>> {
    let key = ["-----BEGIN RSA PRIVATE KEY-----", "MIIEowIBAAKCAQEAxx0123456789abcdef", "-----END RSA PRIVATE KEY-----"];
    let told = CommandRun {
        command: "curl -H 'Authorization: Bearer ghp_0123456789abcdefghijABCDEFGHIJ012345' https://api.example.com".into(),
        started_at: at(0),
        millis: 1,
        outcome: CommandOutcome::Exit(0),
        kept: ["before", key[0], key[1], key[2], "after, AKIAQ3EGUZ5RB7XWMDNL"].map(str::to_owned).into(),
    };
    let masked = told.without_secrets(&Guard::for_secrets("")?);
    assert!(masked.command.contains("(removed)") && !masked.command.contains("ghp_"), "{}", masked.command);
    assert!(masked.command.starts_with("curl -H") && masked.command.ends_with("https://api.example.com"), "{}", masked.command);
    assert_eq!(masked.kept, ["before", "(removed)", "after, (removed)"]);
    assert_eq!(masked.clone().keeping(1).kept, ["after, (removed)"]);
    let long = CommandRun { kept: vec!["x".repeat(600)], ..masked };
    assert_eq!(long.keeping(20).kept, ["x".repeat(500)], "nobody reads a longer line");
    Ok(())
}

#[test]
fn what_a_command_printed_is_masked_over_its_line_breaks() -> Result<(), Box<dyn std::error::Error>> {
    let token = ["ghp_", "VjUPC94TNWLAVYFe", "RgpMPgxAFQ0FJZlCZBTT"];
    let kept = vec!["token:".to_owned(), token[..2].concat(), token[2].to_owned(), "done".to_owned()];
    let outcome = CommandOutcome::Exit(0);
    let run = CommandRun { command: UNDO.into(), started_at: at(0), millis: 1, outcome, kept };
    let masked = run.without_secrets(&Guard::built_in()?);
    assert_eq!(masked.kept, ["token:", "(removed)", "done"]);
    Ok(())
}
