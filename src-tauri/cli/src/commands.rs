//! What each verb does.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use sitrep_clipboard::Copied;
use sitrep_core::event::UpdateSent;
use sitrep_core::incident::IncidentSummary;
use sitrep_core::procedure::{Deadline, DeadlineState};
use sitrep_core::text::{clock_time, countdown, rough};
use sitrep_core::vocabulary::{DeadlineKind, EntryKind, UpdateKind};
use sitrep_workstation::views::{DeclareInput, LedgerState, UpdateLedgerRow};
use sitrep_workstation::{Clock, Error, Folders, NewEntry, SystemClock, Workstation, seed_practice};

use crate::args::{Cli, Declare, Log, Update, Verb, Which};
use crate::output::{Refusal, answer};
use crate::{actions, changes, desktop, doctor, investigation, services, templates, timeline, transcripts, work};

/// Does what the words ask for.
pub fn run(cli: Cli) -> Result<(), Refusal> {
    let Some(verb) = cli.verb else {
        return desktop::open(if cli.practice { &["--practice"] } else { &[] });
    };
    match verb {
        Verb::Quick => return desktop::open(&["quick"]),
        Verb::Practice => return practice(cli.json),
        _ => {}
    }
    let folders = Folders::from_env().map(|folders| if cli.practice { folders.practice() } else { folders });
    if let Verb::Doctor = verb {
        return doctor::run(&folders, cli.json);
    }
    let folders = folders?;
    let door = Door { room: Workstation::open(folders, Arc::new(SystemClock))?, json: cli.json };
    door.run(verb)
}

fn practice(json: bool) -> Result<(), Refusal> {
    let handle = seed_practice(&Folders::from_env()?, Arc::new(SystemClock))?;
    desktop::open(&["--practice"])?;
    answer(json, &json!({ "handle": handle }), || {
        format!("{handle}\nA practice incident, apart from all real data. In the terminal add --practice: sitrep --practice log 'it works'")
    })
}

struct Door {
    room: Workstation,
    json: bool,
}

impl Door {
    fn run(&self, verb: Verb) -> Result<(), Refusal> {
        match verb {
            Verb::Declare(words) => self.declare(words),
            Verb::Log(words) => self.log(words),
            Verb::Ack(which) => {
                self.act(&which, |handle| self.room.acknowledge(handle), |incident| format!("Acknowledged {}", incident.handle))
            }
            Verb::Status { status, reason, which } => {
                self.act(&which, |handle| self.room.set_status(handle, status, reason.as_deref()), standing)
            }
            Verb::Severity { severity, reason, which } => {
                let severity =
                    severity.parse().map_err(|error| Error::Declaration(sitrep_core::text::DeclarationError::UnknownSeverity(error)))?;
                self.act(&which, |handle| self.room.set_severity(handle, severity, reason.as_deref()), standing)
            }
            Verb::Escalate { not_yet: false, which, .. } => self.act(&which, |handle| self.room.escalate(handle, None), standing),
            Verb::Escalate { not_yet: true, reason, which } => self.act(
                &which,
                |handle| self.room.not_yet(handle, None, reason.as_deref()),
                |incident| format!("Not yet: {} stays {}", incident.handle, incident.severity),
            ),
            Verb::Snooze { minutes, for_good, deadline, which } => self.snooze((!for_good).then_some(minutes), deadline, &which),
            Verb::Action { act } => actions::run(&self.room, self.json, act),
            Verb::Updates { words, copy, which } => self.updates(&words, copy, &which),
            Verb::Hypothesis { act } => work::hypothesis(&self.room, self.json, act),
            Verb::Finding { act } => investigation::finding(&self.room, self.json, act),
            Verb::Change { act } => investigation::change(&self.room, self.json, act),
            Verb::Step { act } => investigation::step(&self.room, self.json, act),
            Verb::Check { act } => investigation::check(&self.room, self.json, act),
            Verb::Mitigation { act } => work::mitigation(&self.room, self.json, act),
            Verb::Template { act } => templates::run(&self.room, self.json, act),
            Verb::Changes(words) => changes::run(&self.room, self.json, &words),
            Verb::Services { act } => services::run(&self.room, self.json, act),
            Verb::Role { role, person, which } => self.act(
                &which,
                |handle| self.room.assign_role(handle, role, person.as_deref()),
                |incident| format!("{}: {} on {}", role.label(), person.as_deref().unwrap_or("nobody"), incident.handle),
            ),
            Verb::Update(words) => self.update(words),
            Verb::Resolve { reason, which } => self.resolve(reason.as_deref(), &which),
            Verb::List => self.list(),
            Verb::Show(which) => self.show(&which),
            Verb::Timeline(which) => timeline::show(&self.room, self.json, which.incident.as_deref()),
            Verb::Deadlines(which) => self.deadlines(&which),
            Verb::Review { save, which } => self.review(save, &which),
            Verb::Quick | Verb::Practice | Verb::Doctor | Verb::Run(_) => Ok(()),
        }
    }

    fn incident(&self, which: &Which) -> Result<IncidentSummary, Error> {
        Ok(self.room.find(which.incident.as_deref())?.summary)
    }

    /// Does one act on one incident and answers with how it stands then.
    fn act(
        &self,
        which: &Which,
        act: impl FnOnce(&str) -> Result<(), Error>,
        text: impl FnOnce(&IncidentSummary) -> String,
    ) -> Result<(), Refusal> {
        let handle = self.incident(which)?.handle;
        act(&handle)?;
        let after = self.room.find(Some(&handle))?.summary;
        answer(self.json, &after, || text(&after))
    }

    fn declare(&self, words: Declare) -> Result<(), Refusal> {
        let input = DeclareInput {
            line: words.line.join(" "),
            severity: None,
            started: words.started,
            security: words.security,
            services: words.services,
            impact: words.impact,
            pictures: Vec::new(),
        };
        let why = self.room.preview_declaration(&input)?.security_reason;
        let declared = self.room.declare(&input)?;
        answer(self.json, &declared, || {
            let why = why.map(|why| format!("\n{why}")).unwrap_or_default();
            format!(
                "{}\n{} {}, started {}\nChannel {}{why}",
                declared.handle,
                declared.severity,
                declared.title,
                clock_time(declared.started_at, self.now()),
                declared.channel
            )
        })
    }

    fn log(&self, words: Log) -> Result<(), Refusal> {
        if let Some(file) = &words.transcript {
            return transcripts::log(&self.room, self.json, file, &words);
        }
        let text = match words.text.as_slice() {
            [dash] if dash == "-" => standard_input()?,
            words => words.join(" "),
        };
        let kind = if words.decision { EntryKind::Decision } else { EntryKind::Note };
        let mut pictures = Vec::new();
        for file in &words.pictures {
            pictures.push(self.room.keep_picture_file(&file_bytes(file)?)?.id);
        }
        let entry = NewEntry { kind, text: &text, pictures: &pictures };
        let recorded = self.room.log_entry(words.which.incident.as_deref(), &entry, words.at.as_deref())?;
        answer(self.json, &recorded, || recorded.message.clone())
    }

    /// The one that presses, else the next update, else the nearest.
    fn snooze(&self, minutes: Option<u32>, kind: Option<DeadlineKind>, which: &Which) -> Result<(), Refusal> {
        let handle = self.room.find_any(which.incident.as_deref())?.summary.handle;
        let open: Vec<Deadline> = self.room.deadlines(Some(&handle))?.into_iter().filter(Deadline::is_open).collect();
        let is_update = |deadline: &&Deadline| deadline.kind == DeadlineKind::Update;
        let found = match kind {
            Some(kind) => open.iter().find(|deadline| deadline.kind == kind),
            None => open.iter().find(|deadline| deadline.is_pressing()).or_else(|| open.iter().find(is_update)).or_else(|| open.first()),
        };
        let deadline = found.ok_or(Error::UnknownDeadline)?;
        self.room.snooze(&handle, &deadline.key, minutes)?;
        let (what, due) = (deadline.kind.label(), clock_time(deadline.due_at, self.now()));
        answer(self.json, &json!({ "key": deadline.key, "minutes": minutes }), || match minutes {
            None => format!("{what}: no more reminders of this one. It is still due at {due}."),
            Some(0) => format!("{what}: reminders are on again. Due at {due}."),
            Some(minutes) => format!("{what}: silent for {minutes} min. It is still due at {due}."),
        })
    }

    fn update(&self, words: Update) -> Result<(), Refusal> {
        // The all-clear is sent when nothing is active any more.
        let handle = self.room.find_any(words.which.incident.as_deref())?.summary.handle;
        if words.not_sent {
            return self.not_sent(&handle);
        }
        let template = words.template.as_deref().or(words.kind.map(UpdateKind::word));
        let mut input = self.room.compose_input(&handle, template, words.format)?;
        input.edits.extend(words.edits);
        input.person = words.person;
        input.anyway = words.anyway;
        let input = if words.fix { self.room.mended(input)? } else { input };
        let ready = self.room.ready_update(&input)?;
        let message = &ready.message;
        if words.copy {
            put(message)?;
        }
        if words.sent {
            self.room.record_update(&ready)?;
        }
        let told = json!({
            "kind": message.update, "template": message.template(), "format": message.format, "subject": message.subject,
            "text": message.text, "html": message.html, "sent": words.sent,
        });
        // What is printed is what pastes: the formatted flavour where the form is formatted.
        answer(self.json, &told, || message.pasted().to_owned())
    }

    /// The ledger, or one of its rows once more on the clipboard.
    fn updates(&self, words: &[String], copy: Option<usize>, which: &Which) -> Result<(), Refusal> {
        let handle = self.room.find_any(which.incident.as_deref())?.summary.handle;
        let rows = self.room.update_ledger(&handle, &words.join(" "))?;
        let Some(number) = copy else {
            return answer(self.json, &rows, || ledger_lines(&rows));
        };
        let id = rows.get(number.wrapping_sub(1)).and_then(|row| row.id).ok_or(Error::UnknownUpdate)?;
        let message = self.room.sent_update(&handle, id)?;
        put(&message)?;
        answer(self.json, &message, || message.text.clone())
    }

    fn not_sent(&self, handle: &str) -> Result<(), Refusal> {
        let screen = self.room.incident_screen(handle)?;
        let sent = |row: &&UpdateLedgerRow| row.state == LedgerState::Sent;
        let (last, id) = screen.updates.iter().find(sent).and_then(|row| Some((row, row.id?))).ok_or(Error::UnknownEvent)?;
        self.room.take_back_update(handle, id)?;
        answer(self.json, &json!({ "taken_back": id }), || {
            format!("{} of {} taken back; the clock is where it was.", last.label, last.sent)
        })
    }

    fn resolve(&self, reason: Option<&str>, which: &Which) -> Result<(), Refusal> {
        let now = self.now();
        self.act(
            which,
            |handle| self.room.resolve(handle, reason),
            |incident| {
                let review = self.room.deadlines(Some(&incident.handle)).ok();
                let review = review.and_then(|all| all.into_iter().find(|deadline| deadline.kind == DeadlineKind::Review));
                let review = review.map(|deadline| format!("\nReview due {}", clock_time(deadline.due_at, now))).unwrap_or_default();
                format!("Resolved {}{review}\nTell everyone: sitrep update --kind resolution --copy", incident.handle)
            },
        )
    }

    fn list(&self) -> Result<(), Refusal> {
        let incidents: Vec<IncidentSummary> = self.room.list()?.into_iter().map(|row| row.summary).collect();
        answer(self.json, &incidents, || match incidents.as_slice() {
            [] => "No incidents. Declare one: sitrep declare 'P1 Payments failing at checkout'".to_owned(),
            some => some
                .iter()
                .map(|incident| format!("{}  {:<13}  {}  {}", incident.severity, incident.status.label(), incident.handle, incident.title))
                .collect::<Vec<_>>()
                .join("\n"),
        })
    }

    fn show(&self, which: &Which) -> Result<(), Refusal> {
        let incident = self.incident(which)?;
        let screen = self.room.incident_screen(&incident.handle)?;
        answer(self.json, &incident, || {
            let roles: Vec<String> = screen
                .roles
                .iter()
                .map(|role| format!("{} {}", role.short_label, role.person.as_deref().unwrap_or("unassigned")))
                .collect();
            format!(
                "{}\n{} {}\n{}, {}, {}\n{}\n{}\nNext: {} ({})",
                incident.handle,
                incident.severity,
                incident.title,
                incident.status,
                screen.since,
                screen.elapsed,
                roles.join("  "),
                incident.channel,
                screen.next_step.text,
                screen.next_step.reason
            )
        })
    }

    fn review(&self, save: bool, which: &Which) -> Result<(), Refusal> {
        let handle = self.room.find_any(which.incident.as_deref())?.summary.handle;
        if save {
            let saved = self.room.save_review(&handle)?;
            return answer(self.json, &saved, || saved.path.clone());
        }
        let markdown = self.room.review_markdown(&handle)?;
        answer(self.json, &json!({ "markdown": markdown }), || markdown.trim_end().to_owned())
    }

    fn deadlines(&self, which: &Which) -> Result<(), Refusal> {
        let now = self.now();
        let handle = self.room.find_any(which.incident.as_deref())?.summary.handle;
        let deadlines = self.room.deadlines(Some(&handle))?;
        answer(self.json, &deadlines, || match deadlines.as_slice() {
            [] => "Nothing is due.".to_owned(),
            some => some.iter().map(|deadline| deadline_line(deadline, now)).collect::<Vec<_>>().join("\n"),
        })
    }

    fn now(&self) -> DateTime<Utc> {
        SystemClock.now()
    }
}

/// Both flavours of a message on the clipboard.
fn put(message: &UpdateSent) -> Result<(), Refusal> {
    Ok(sitrep_clipboard::copy(&Copied { text: message.text.clone(), html: message.html.clone() })?)
}

fn ledger_lines(rows: &[UpdateLedgerRow]) -> String {
    if rows.is_empty() {
        return "No update like that. Write one: sitrep update --copy --sent".to_owned();
    }
    let line = |(number, row): (usize, &UpdateLedgerRow)| {
        let back = if row.state == LedgerState::TakenBack { ", not sent" } else { "" };
        let first = row.text.lines().next().unwrap_or_default();
        format!("{:>2}  {}  {} to {}, {}{back}  {first}", number + 1, row.sent, row.label, row.to, row.format)
    };
    rows.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
}

fn standing(incident: &IncidentSummary) -> String {
    format!("{} {} {}", incident.handle, incident.severity, incident.status)
}

fn deadline_line(deadline: &Deadline, now: DateTime<Utc>) -> String {
    let left = deadline.due_at - now;
    let size = if left.abs() < TimeDelta::days(1) { countdown(left) } else { rough(left.abs()) };
    let standing = match (deadline.is_open(), deadline.is_late(now)) {
        (false, _) => "met".to_owned(),
        (true, true) => format!("{size} late"),
        (true, false) => format!("in {size}"),
    };
    let kind = deadline.kind.word().replace('_', " ");
    let about = deadline.subject.as_deref().map(|subject| format!(" ({subject})")).unwrap_or_default();
    let silent = match (deadline.state, deadline.snoozed_until) {
        (DeadlineState::Snoozed, Some(until)) => format!(", silent until {}", clock_time(until, now)),
        (DeadlineState::Snoozed, None) => ", silent for good".to_owned(),
        _ => String::new(),
    };
    format!("{:<20}  {:<12}  {}{silent}", format!("{kind}{about}"), standing, clock_time(deadline.due_at, now))
}

pub fn standard_input() -> Result<String, Refusal> {
    Ok(String::from_utf8_lossy(&file_bytes(Path::new("-"))?).trim_end().to_owned())
}

/// What is in a file, or on standard input for '-'.
pub fn file_bytes(file: &Path) -> Result<Vec<u8>, Refusal> {
    if file != Path::new("-") {
        return fs::read(file).map_err(|why| Refusal::File { file: file.to_owned(), why });
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}
