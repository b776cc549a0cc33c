//! What a verb works with.

use std::cell::OnceCell;
use std::io::{self, IsTerminal};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Serialize;
use sitrep_core::incident::IncidentSummary;
use sitrep_workstation::{Clock, Error, SecurityNews, SystemClock, Workstation};

use super::global::GlobalArgs;
use super::incident::NamesIncident;
use crate::output::{Refusal, answer, answer_long, note};

/// The open workstation, and the form that answers take.
pub struct CommandLine {
    pub workstation: Workstation,
    json: bool,
    /// What is told once, however many answers there are.
    team_files_told: OnceCell<()>,
}

/// How an incident stands, in a line.
pub fn standing(incident: &IncidentSummary) -> String {
    format!("{} {} {}", incident.handle, incident.severity, incident.status)
}

/// The incident that an answer is about.
pub struct Subject {
    pub handle: String,
    /// Whether something was done to it before the answer.
    pub acted: bool,
}

impl Subject {
    /// What the answer tells of it. Where that cannot be read after an act, the act stands, and the refusal says so.
    pub fn told<T>(&self, told: Result<T, Error>) -> Result<T, Refusal> {
        told.map_err(|error| if self.acted { Refusal::Untold(error) } else { error.into() })
    }
}

impl CommandLine {
    /// Opens the workstation of the folder in use.
    pub fn open(global: GlobalArgs) -> Result<Self, Error> {
        let workstation = Workstation::open(global.folders()?, Arc::new(SystemClock))?;
        // The doctor tells the rest.
        for notice in workstation.urgent_data_notices() {
            note(&notice.to_string());
        }
        if global.keep_secret {
            workstation.keep_secrets();
        }
        Ok(Self { workstation, json: global.json, team_files_told: OnceCell::new() })
    }

    /// The handle of the incident that is named; without a name, of the active one last touched.
    pub fn find(&self, incident: &impl NamesIncident) -> Result<String, Error> {
        Ok(self.workstation.find(incident.part())?.summary.handle)
    }

    /// As [`CommandLine::find`], but with none active the one last resolved.
    pub fn find_any(&self, incident: &impl NamesIncident) -> Result<String, Error> {
        Ok(self.workstation.find_any(incident.part())?.summary.handle)
    }

    /// The handle of the incident that is named; without a name, of the one last resolved, whatever goes on meanwhile.
    pub fn find_resolved(&self, incident: &impl NamesIncident) -> Result<String, Error> {
        let found = match incident.part() {
            Some(part) => self.workstation.find(Some(part))?,
            None => self.workstation.last_resolved()?,
        };
        Ok(found.summary.handle)
    }

    /// Does one act on the incident that [`CommandLine::find_any`] gives.
    pub fn act_on_any<T>(&self, incident: &impl NamesIncident, act: impl FnOnce(&str) -> Result<T, Error>) -> Result<Subject, Error> {
        let handle = self.find_any(incident)?;
        act(&handle)?;
        Ok(Subject { handle, acted: true })
    }

    /// The incident that [`CommandLine::find_any`] gives, to which nothing is done.
    pub fn look_at(&self, incident: &impl NamesIncident) -> Result<Subject, Error> {
        Ok(Subject { handle: self.find_any(incident)?, acted: false })
    }

    /// Whether only words are taken here: by a person at a terminal, or by a script that asked for JSON.
    pub fn takes_only_words(&self) -> bool {
        self.json || io::stdout().is_terminal()
    }

    /// Prints `value` as JSON, or the lines `text` gives.
    pub fn answer<T: Serialize>(&self, value: &T, text: impl FnOnce() -> String) -> Result<(), Refusal> {
        answer(self.json, value, text)?;
        self.tell_of_secrets();
        self.tell_of_security();
        self.tell_of_debugging();
        self.tell_of_team_files();
        Ok(())
    }

    /// As [`CommandLine::answer`]; what is longer than the screen is read in the person's pager.
    pub fn answer_long<T: Serialize>(&self, value: &T, text: impl FnOnce() -> String) -> Result<(), Refusal> {
        answer_long(self.json, value, text)?;
        self.tell_of_team_files();
        Ok(())
    }

    /// What was removed from the words that were recorded, on standard error as well.
    fn tell_of_secrets(&self) {
        if let Some(removed) = self.workstation.take_removed_secrets() {
            note(&removed);
            note("If it is none, or has to stay: the same with --keep-secret, and sitrep undo for what was recorded.");
        }
    }

    /// What followed from the words that were recorded, on standard error: a person, or a script, sees it whatever the answer is.
    fn tell_of_security(&self) {
        let Some(SecurityNews { handle, words, certain }) = self.workstation.take_security_news() else { return };
        note(&if certain {
            format!("P0, because it says '{words}', a security matter. If it is none: sitrep security --no --reason WHY -i {handle}")
        } else {
            format!("Is it a security matter ('{words}')? Yes: sitrep security -i {handle}   No: sitrep security --no -i {handle}")
        });
    }

    /// That the commander debugs, where this was the first to show it.
    fn tell_of_debugging(&self) {
        if let Some((handle, words)) = self.workstation.take_debugging_news() {
            note(&format!("{words} Hand one of the two over, or say why: sitrep debugging 'WHY' -i {handle}"));
        }
    }

    /// What of the team's files is not followed: whoever relies on it sees it wherever they work.
    fn tell_of_team_files(&self) {
        self.team_files_told.get_or_init(|| {
            for problem in self.workstation.team_file_problems() {
                note(&format!("{problem} The last good one stays in force: sitrep doctor"));
            }
        });
    }

    /// Answers an act with the incident as it is now, in lines of the verb's own.
    pub fn answer_about(&self, handle: &str, text: impl FnOnce(&IncidentSummary) -> String) -> Result<(), Refusal> {
        let incident = self.workstation.find(Some(handle)).map_err(Refusal::Untold)?.summary;
        self.answer(&incident, || text(&incident))
    }

    /// Answers with how an incident stands now.
    pub fn answer_with_standing(&self, handle: &str) -> Result<(), Refusal> {
        self.answer_about(handle, standing)
    }

    /// What the clock shows.
    pub fn now(&self) -> DateTime<Utc> {
        SystemClock.now()
    }
}
