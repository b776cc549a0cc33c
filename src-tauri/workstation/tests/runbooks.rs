//! Runbooks in real folders: found, checked, and run for an incident.

mod support;

use std::fs;
use std::path::PathBuf;

use sitrep_core::vocabulary::{EventId, Role, RunEnd, RunStepState};
use sitrep_workstation::Error;
use sitrep_workstation::acts::DeclareInput;
use sitrep_workstation::screens::{RunPart, RunStepView, RunView, RunbookLink, RunbookText};
use support::{Bench, Result};

const ROLL_BACK: &str = "---
alerts: [PaymentErrorsHigh]
service: payments-api
version: 7
verified: 2026-11-11
---
# Payment errors high

## Prerequisites
- Access to the cluster

## Steps

### 1. Verify the problem
```bash
kubectl -n $NAMESPACE get pods -l app={{service}}
```
**Expected**: Error rate below 0.01. If above, continue. If normal, check thresholds and close.
**Ask**: error rate

### 2. Roll back the last release
```bash
# Option A: Restart
kubectl -n $NAMESPACE rollout restart deployment/{{service}}
# Option B: Rollback
kubectl -n $NAMESPACE set image deployment/{{service}} api={{service}}:<release>
```
**Rollback**:
```bash
kubectl -n $NAMESPACE rollout undo deployment/{{service}}
```

### 3. Verify the fix
**Expected**: error rate below 0.01 within 5 minutes.

### 4. Escalation
If unresolved: escalate to payments on-call.
";

struct Room {
    bench: Bench,
    handle: String,
}

impl Room {
    fn new() -> Result<Self> {
        let bench = Bench::new()?;
        let room = Self { bench, handle: String::new() };
        fs::create_dir_all(room.folder().join("payments"))?;
        room.write(ROLL_BACK)?;
        fs::write(
            room.bench.folder.path().join("config/services.toml"),
            "[[service]]\nname = \"payments-api\"\nvalues = { namespace = \"shop\" }\n",
        )?;
        let input = DeclareInput { line: "P1 Payments failing".into(), services: vec!["payments-api".into()], ..DeclareInput::default() };
        let handle = room.bench.room.declare(&input)?.handle;
        Ok(Self { handle, ..room })
    }

    fn folder(&self) -> PathBuf {
        self.bench.folder.path().join("config/runbooks")
    }

    fn write(&self, text: &str) -> Result {
        Ok(fs::write(self.folder().join("payments/errors-high.md"), text)?)
    }

    fn begin(&self) -> Result<EventId> {
        Ok(self.bench.room.begin_runbook(&self.handle, "errors-high")?)
    }

    fn view(&self, run: EventId) -> Result<RunView> {
        Ok(self.bench.room.runbook_run(&self.handle, run)?)
    }

    fn moves(&self, run: EventId, number: u32, to: RunStepState) -> std::result::Result<(), Error> {
        self.bench.room.move_runbook_step(&self.handle, run, number, to, None)
    }
}

/// What is copied of a step: the ways of its commands, places unfilled where they are.
fn copied(step: &RunStepView) -> Vec<Option<String>> {
    let ways = step.parts.iter().filter_map(|part| if let RunPart::Command { command } = part { Some(command) } else { None });
    ways.flat_map(|command| command.ways.iter().map(|way| way.text.clone())).collect()
}

#[test]
fn a_run_fills_what_is_known_and_asks_once_for_the_rest() -> Result {
    let room = Room::new()?;
    let run = room.begin()?;
    let view = room.view(run)?;
    assert_eq!(copied(&view.steps[0]), [Some("kubectl -n shop get pods -l app=payments-api".to_owned())]);
    let [restart, rollback] = copied(&view.steps[1]).try_into().map_err(|_| "two ways")?;
    assert!(restart.is_some_and(|text| text.ends_with("rollout restart deployment/payments-api")));
    assert_eq!(rollback, None, "a place is unfilled");
    assert_eq!(view.steps[1].asked.iter().map(|place| place.name.as_str()).collect::<Vec<_>>(), ["release"]);

    room.bench.room.fill_runbook_place(&room.handle, run, "release", "v312; rm -rf /", None)?;
    let filled = copied(&room.view(run)?.steps[1])[1].clone().ok_or("it is filled")?;
    assert!(filled.contains("'payments-api:v312; rm -rf /'") || filled.contains("payments-api:'v312; rm -rf /'"), "one word: {filled}");
    Ok(())
}

#[test]
fn one_of_the_alternatives_is_chosen_and_kept() -> Result {
    let room = Room::new()?;
    let run = room.begin()?;
    let chosen = |room: &Room| -> Result<Option<String>> {
        let view = room.view(run)?;
        let command =
            view.steps[1].parts.iter().find_map(|part| if let RunPart::Command { command } = part { Some(command) } else { None });
        Ok(command.ok_or("a command")?.chosen.clone())
    };
    assert_eq!(chosen(&room)?, None, "pasted whole it would restart and roll back");
    room.bench.room.choose_alternative(&room.handle, run, 2, "Option B: Rollback")?;
    assert_eq!(chosen(&room)?.as_deref(), Some("Option B: Rollback"));
    Ok(())
}

#[test]
fn a_run_goes_on_after_a_restart_by_the_text_it_began_with() -> Result {
    let room = Room::new()?;
    let run = room.begin()?;
    room.moves(run, 1, RunStepState::Done)?;
    room.write("# Something else\n")?;
    let second = room.bench.second()?;
    let pane = second.runbook_pane(&room.handle, None)?;
    let view = pane.run.ok_or("the run")?;
    assert_eq!((view.current, view.progress.as_str(), view.steps.len()), (Some(2), "2 of 4", 4));
    assert_eq!(pane.why.as_deref(), Some("Changed since this run began. The run keeps its text."));
    Ok(())
}

#[test]
fn a_run_is_finished_once_no_step_is_left_and_offers_the_date() -> Result {
    let room = Room::new()?;
    let run = room.begin()?;
    room.moves(run, 1, RunStepState::Done)?;
    room.moves(run, 2, RunStepState::Failed)?;
    room.moves(run, 3, RunStepState::Done)?;
    room.moves(run, 4, RunStepState::Skipped)?;
    assert_eq!(room.view(run)?.ended, None, "a step failed");
    room.moves(run, 2, RunStepState::Done)?;
    let view = room.view(run)?;
    assert!(view.ended.is_some_and(|ended| ended.starts_with("finished ")) && view.went_well);
    let patch = room.bench.room.runbook_stamp("errors-high")?.ok_or("a patch")?;
    assert!(patch.contains("-verified: 2026-11-11") && patch.contains("+verified: 2026-11-23"), "{patch}");
    assert_eq!(fs::read_to_string(room.folder().join("payments/errors-high.md"))?, ROLL_BACK, "nothing is written unasked");
    Ok(())
}

#[test]
fn a_false_alarm_ends_a_run_and_two_runs_are_two() -> Result {
    let room = Room::new()?;
    let first = room.begin()?;
    room.bench.room.end_runbook(&room.handle, first, RunEnd::FalseAlarm, Some("threshold too low"))?;
    let second = room.begin()?;
    let pane = room.bench.room.runbook_pane(&room.handle, None)?;
    assert_eq!(pane.run.map(|run| run.id), Some(second), "the one that goes on is in front");
    assert_eq!(pane.other_runs.iter().map(|run| run.about.as_str()).collect::<Vec<_>>(), ["ended, a false alarm, begun 14:00 UTC"]);
    assert!(room.bench.room.runbook_pane(&room.handle, Some(first))?.run.is_some_and(|run| run.id == first));
    Ok(())
}

#[test]
fn what_is_not_there_is_said() -> Result {
    let room = Room::new()?;
    let run = room.begin()?;
    let code = |done: std::result::Result<(), Error>| done.map_or_else(|error| error.code(), |()| "done");
    assert_eq!(code(room.moves(run, 9, RunStepState::Done)), "unknown_run_step");
    assert_eq!(code(room.bench.room.begin_runbook(&room.handle, "nothing like it").map(|_| ())), "unknown_runbook");
    fs::write(room.folder().join("errors-low.md"), "# Errors low\n")?;
    room.bench.room.forget_runbooks();
    assert_eq!(code(room.bench.room.begin_runbook(&room.handle, "errors").map(|_| ())), "ambiguous_runbook");
    assert_eq!(code(room.bench.room.add_runbook_folder("/nowhere/at/all")), "no_runbook_folder");
    Ok(())
}

#[test]
fn the_step_says_until_when_and_its_time_box_is_set() -> Result {
    let room = Room::new()?;
    let run = room.begin()?;
    room.bench.room.timebox_runbook_step(&room.handle, run, 3)?;
    let last = room.bench.room.timeline(Some(&room.handle))?.pop().ok_or("a line")?;
    assert_eq!(last.text, "Verify the fix: error rate below 0.01 within 5 minutes., back by 14:05 UTC");
    assert!(room.bench.room.timebox_runbook_step(&room.handle, run, 4).is_err());
    Ok(())
}

#[test]
fn folders_are_named_searched_and_checked() -> Result {
    let room = Room::new()?;
    let other = tempfile::tempdir()?;
    fs::write(other.path().join("index stale.md"), "# Search index stale\n\n## Steps\n### 1. Look\n```bash\ncurl -s search/age\n```\n")?;
    room.bench.room.add_runbook_folder(&other.path().display().to_string())?;
    let found = room.bench.room.runbook_list("index")?;
    assert_eq!(found.rows.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["Search index stale"]);
    assert_eq!(room.bench.room.runbook_list("")?.counted, "2 in 2 folders, 2 with marks");
    let page = room.bench.room.runbook_page("index stale")?;
    let rules: Vec<&str> = page.marks.iter().map(|mark| mark.rule.code()).collect();
    assert!(rules.contains(&"no-expected") && rules.contains(&"no-version"), "{rules:?}");
    fs::write(other.path().join("runbooks.toml"), "off = [\"no-expected\", \"no-version\", \"no-alert\"]\n")?;
    room.bench.room.forget_runbooks();
    assert_eq!(room.bench.room.runbook_page("index stale")?.marks, [], "a folder's own rules hold in it");
    room.bench.room.remove_runbook_folder(&other.path().display().to_string())?;
    assert!(room.bench.room.runbook_page("index stale").is_err());
    Ok(())
}

#[test]
fn what_fits_the_incident_is_offered_with_the_reason() -> Result {
    let room = Room::new()?;
    let offered = room.bench.room.suggested_runbooks(&room.handle)?;
    assert_eq!(offered.len(), 1);
    assert_eq!(offered[0].reason, "Suggested: it is for payments-api.");
    assert_eq!(offered[0].about, "version 7, verified 12 d ago, 4 steps");
    Ok(())
}

#[test]
fn a_new_one_of_an_incident_has_what_was_found_and_done() -> Result {
    let room = Room::new()?;
    room.bench.room.add_mitigation(
        &room.handle,
        &sitrep_workstation::acts::MitigationInput { action: "Roll back to v312".into(), ..Default::default() },
    )?;
    let text = room.bench.room.new_runbook("Payment errors", Some(&room.handle))?;
    assert!(text.contains("# Runbook: Payment errors") && text.contains("service: \"payments-api\""), "{text}");
    Ok(())
}

#[test]
fn a_commander_who_works_through_a_runbook_is_told_that_they_debug() -> Result {
    let room = Room::new()?;
    let author = room.bench.room.settings()?.author;
    room.bench.room.assign_role(&room.handle, Role::IncidentCommander, Some(&author))?;
    let run = room.begin()?;
    assert_eq!(room.bench.room.incident_screen(&room.handle)?.debugging, None, "to open one is no debugging");
    room.moves(run, 1, RunStepState::Begun)?;
    let told = room.bench.room.incident_screen(&room.handle)?.debugging.ok_or("it is told")?;
    assert!(told.contains("works through a runbook: Verify the problem"), "{told}");
    Ok(())
}

const LINKED: &str = "# Linked

## Steps
### 1. Look
See [the dashboard](https://grafana.example/d/1), [rolling back](payments/errors-high.md), [the script](scripts/drain.sh),
[nothing](gone.md), [out](../services.toml), [a mail](mailto:dba@example.com) and [a file](file:///etc/passwd).

![the graph](graph.png) ![outside](../services.toml) ![no picture](scripts/drain.sh)
";

fn linked() -> Result<Room> {
    let room = Room::new()?;
    fs::create_dir_all(room.folder().join("scripts"))?;
    fs::write(room.folder().join("scripts/drain.sh"), "true\n")?;
    fs::write(room.folder().join("linked.md"), LINKED)?;
    Ok(room)
}

#[test]
fn only_a_link_that_stands_in_the_text_leads_anywhere() -> Result {
    let room = linked()?;
    let text = RunbookText::File { path: "runbooks/linked.md".into() };
    let leads = |url: &str| room.bench.room.runbook_leads_to(&text, url);
    let web = leads("https://grafana.example/d/1")?;
    assert_eq!(web, RunbookLink::Web { url: "https://grafana.example/d/1".into() });
    assert_eq!(leads("payments/errors-high.md")?, RunbookLink::Runbook { path: "runbooks/payments/errors-high.md".into() });
    let script = room.folder().join("scripts/drain.sh").display().to_string();
    assert_eq!(leads("scripts/drain.sh")?, RunbookLink::Elsewhere { what: script });
    for unopened in ["mailto:dba@example.com", "file:///etc/passwd"] {
        assert_eq!(leads(unopened)?, RunbookLink::Elsewhere { what: unopened.into() });
    }
    for nowhere in ["gone.md", "../services.toml", "https://evil.example/", "payments/../linked.md"] {
        assert_eq!(leads(nowhere).map_err(|error| error.code()), Err("leads_nowhere"), "{nowhere}");
    }
    Ok(())
}

#[test]
fn an_image_is_drawn_from_the_runbooks_folder_and_from_nowhere_else() -> Result {
    let room = linked()?;
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/../../icons/32x32.png"), room.folder().join("graph.png"))?;
    fs::copy(room.folder().join("graph.png"), room.folder().join("other.png"))?;
    let run = room.bench.room.begin_runbook(&room.handle, "linked")?;
    let texts = [RunbookText::File { path: "runbooks/linked.md".into() }, RunbookText::Run { handle: room.handle.clone(), run }];
    for text in texts {
        let image = |url: &str| room.bench.room.runbook_image(&text, url);
        assert!(image("graph.png")?.starts_with(b"\x89PNG"), "{text:?}");
        assert_eq!(image("../services.toml").map_err(|error| error.code()), Err("leads_nowhere"));
        assert_eq!(image("other.png").map_err(|error| error.code()), Err("leads_nowhere"), "it does not stand in the text");
        assert!(image("scripts/drain.sh").is_err(), "it is none");
    }
    Ok(())
}

#[test]
fn what_is_expected_is_filled_and_the_escalation_names_who_helps() -> Result {
    let room = Room::new()?;
    room.write(&ROLL_BACK.replace("error rate below 0.01 within", "error rate of {{service}} below 0.01 within"))?;
    fs::write(
        room.bench.folder.path().join("config/services.toml"),
        "[[service]]\nname = \"payments-api\"\nowners = [\"team payments\"]\ncontacts = [{ who = \"on-call\", how = \"555 1234\" }]\n",
    )?;
    let run = room.begin()?;
    let view = room.view(run)?;
    let expected = view.steps[2].expected.as_ref().ok_or("it expects something")?;
    assert_eq!(expected.text, "error rate of payments-api below 0.01 within 5 minutes.");
    let helper = view.helpers.first().ok_or("a helper")?;
    assert_eq!((helper.owners.as_slice(), helper.contacts[0].how.as_str()), (["team payments".to_owned()].as_slice(), "555 1234"));
    Ok(())
}
