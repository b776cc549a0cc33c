//! Every reason for which the workstation does not do something, and what it says then.

use std::path::PathBuf;

use sitrep_changes::ChangesError;
use sitrep_core::figures::RangeError;
use sitrep_core::messages::TemplateError;
use sitrep_core::redaction::{ChoiceRefusal, StillThere};
use sitrep_core::team::TeamFileError;
use sitrep_core::text::{AheadError, DeclarationError, InstantError, QuickEntryError};
use sitrep_core::vocabulary::{ChecklistLine, Severity, UpdateField};
use sitrep_foreign::size;
use sitrep_pictures::PictureError;
use sitrep_store::StoreError;

use super::declared_already::DeclaredAlready;
use super::merge_refusal::MergeRefusal;
use super::postmortem_refusal::PostmortemRefusal;
use super::reason_needed::ReasonNeeded;
use super::review_refusal::ReviewRefusal;
use super::team_file_refusal::TeamFileRefusal;
use super::work_kind::WorkKind;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is nothing of this name to set.
    #[error("Nothing was set: there is no setting '{name}'; there are {}.", known.join(", "))]
    UnknownSetting {
        /// What was named.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// A setting cannot have this value.
    #[error("Nothing was set: '{value}' is no value of {name}.")]
    BadSetting {
        /// Which.
        name: String,
        /// What it was to be.
        value: String,
    },
    /// There is no home folder.
    #[error("There is no home folder to keep data in.")]
    NoHome,
    /// A variable of the environment names a folder that is another one in each directory.
    #[error("Nothing was read or recorded: {variable} is '{}', which is another folder in each directory.", path.display())]
    RelativeFolder {
        /// Which variable.
        variable: &'static str,
        /// As it is named.
        path: PathBuf,
        /// What it is in the directory of this process.
        whole: PathBuf,
    },
    /// The data could not be read or written.
    #[error("{recorded}: {0}.", recorded = whether_recorded(.0))]
    Store(#[from] StoreError),
    /// Nothing was searched.
    #[error("Nothing was searched: {0}.")]
    Search(StoreError),
    /// From when or until when is to be searched does not read.
    #[error("Nothing was searched: '{0}' is no day and no time.")]
    SearchRange(String),
    /// No backup was written.
    #[error("No backup was made: {0}.")]
    Backup(StoreError),
    /// A backup did not take the place of what stands.
    #[error("Nothing was restored: {0}.")]
    Restore(StoreError),
    /// No bundle was written.
    #[error("No bundle was made: {0}.")]
    Export(StoreError),
    /// A bundle was not taken in.
    #[error("Nothing was imported: {0}.")]
    Import(StoreError),
    /// The policy is broken.
    #[error("Nothing was recorded: {0}.")]
    Policy(#[from] TeamFileError),
    /// A template is broken.
    #[error("No message was written: the template {name} cannot be used, {error}.")]
    Template {
        /// Which.
        name: String,
        /// Why.
        error: TemplateError,
    },
    /// There is no such template for this incident.
    #[error("No message was written: there is no template '{0}' for this incident.")]
    UnknownTemplate(String),
    /// The message has no such field to say something in.
    #[error("No message was written: the {} has no {}; it has {}.", label.to_lowercase(), field.word(), words(has))]
    UnknownField {
        /// Which message.
        label: String,
        /// What was to be said.
        field: UpdateField,
        /// What it has.
        has: Vec<UpdateField>,
    },
    /// The message is not written for one person.
    #[error("No message was written: the {} is for all its readers, not for one person.", .0.to_lowercase())]
    NotForOnePerson(String),
    /// A team's file was not opened, saved or set aside.
    #[error(transparent)]
    TeamFile(#[from] TeamFileRefusal),
    /// A file of the team's, or one to import, cannot be used.
    #[error("Nothing was changed: {path} cannot be used, {reason}.")]
    BadTeamFile {
        /// Which.
        path: String,
        /// Why.
        reason: String,
    },
    /// It is to be resolved, and not each of the five checks holds, in words.
    #[error("Not resolved yet: the fix is not verified, so a reason is needed. Open: {}.", .0.join("; "))]
    Unverified(Vec<String>),
    /// There is no such mitigation action.
    #[error("Nothing was recorded: there is no mitigation action '{name}' in the catalogue{}.", .nearest.as_ref().map(|nearest| format!("; the nearest is '{nearest}'")).unwrap_or_default())]
    UnknownMitigation {
        /// What was asked for.
        name: String,
        /// The id that is nearest to it.
        nearest: Option<String>,
    },
    /// A file could not be written.
    #[error("Not saved to a file: {0}.")]
    File(std::io::Error),
    /// A file of that name is there already.
    #[error("Not saved: {} is there already.", .0.display())]
    FileExists(PathBuf),
    /// What was to be left out still stands in a redacted copy.
    #[error("{0}. Not saved.")]
    StillInCopy(StillThere),
    /// What is to become of words in a redacted copy cannot be.
    #[error("Nothing was handed on: {0}.")]
    Redaction(#[from] ChoiceRefusal),
    /// There is no PDF of it.
    #[error("No PDF was written, and nothing else changed: {0}.")]
    Pdf(#[from] sitrep_printer::PrintError),
    /// The folder cannot be watched for changes.
    #[error("Changes of other programs will not show by themselves: {0}.")]
    Watch(#[from] notify::Error),
    /// The declaration does not read.
    #[error("Nothing was declared: {0}.")]
    Declaration(#[from] DeclarationError),
    /// One of the same title is there already.
    #[error("Nothing was declared: {0}.")]
    DeclaredAlready(DeclaredAlready),
    /// The declaration names no severity.
    #[error("Nothing was declared: the severity is missing.")]
    SeverityMissing,
    /// The time does not read, or lies ahead.
    #[error("Nothing was recorded: {0}.")]
    Instant(#[from] InstantError),
    /// A transcript without times.
    #[error("Nothing was recorded: no times were found in the transcript.")]
    NoTimes,
    /// What was pasted or named is no picture that can be kept.
    #[error("The picture was not taken: {0}.")]
    Picture(#[from] PictureError),
    /// A picture's file is gone.
    #[error("Nothing was recorded: the picture is not in the data folder any more.")]
    PictureGone,
    /// Pictures go with entries alone.
    #[error("Nothing was recorded: a picture goes with a note or a decision.")]
    PictureNeedsEntry,
    /// The quick entry does not read.
    #[error("Nothing was recorded: {0}.")]
    QuickEntry(#[from] QuickEntryError),
    /// There is no text.
    #[error("Nothing was recorded: {0} is empty.")]
    Empty(&'static str),
    /// It is more than an entry holds.
    #[error("Nothing was recorded: the entry holds {}, and one takes {}.", size(*holds), size(*at_most))]
    EntryTooLong {
        /// In bytes.
        holds: u64,
        /// In bytes.
        at_most: u64,
    },
    /// It is more than is kept of what is typed.
    #[error("It is not kept in case of a crash: it holds {}, and a draft takes {}.", size(*holds), size(*at_most))]
    DraftTooLong {
        /// In bytes.
        holds: u64,
        /// In bytes.
        at_most: u64,
    },
    /// Where a name is asked for, the words say that there is none.
    #[error("Nothing was recorded: '{0}' names nobody.")]
    NamesNobody(String),
    /// No incident is active.
    #[error("Nothing was recorded: no incident is active.")]
    NoneActive,
    /// No incident's handle has this part.
    #[error("Nothing was recorded: no incident's handle contains '{0}'.")]
    UnknownIncident(String),
    /// Several incidents' handles have this part.
    #[error("Nothing was recorded: '{part}' could be {}.", handles.join(", "))]
    Ambiguous {
        /// What was typed.
        part: String,
        /// The handles that contain it.
        handles: Vec<String>,
    },
    /// What quick entry was shown as going to is over by now.
    #[error("Nothing was recorded: {severity} {title} is over by now.")]
    TargetIsOver {
        /// How bad it was.
        severity: Severity,
        /// What was wrong.
        title: String,
    },
    /// The event to change is not there.
    #[error("Nothing was changed: the entry is not there, or was undone.")]
    UnknownEvent,
    /// The words do not stand in what is to be redacted.
    #[error("Nothing was redacted: '{0}' does not stand there.")]
    NothingToRedact(String),
    /// Nothing shows that the commander debugs, or it was said why.
    #[error("Nothing was recorded: nothing shows that the Incident Commander debugs.")]
    NobodyDebugs,
    /// The entry has no text beside it, or has it no more.
    #[error("There is nothing to show: no text is attached to that entry.")]
    NothingAttached,
    /// No folder has this runbook.
    #[error("Nothing was done: no folder has a runbook '{0}'.")]
    UnknownRunbook(String),
    /// Several runbooks could be meant.
    #[error("Nothing was done: the runbook could be {}.", .0.join("; or "))]
    AmbiguousRunbook(Vec<String>),
    /// There is no such run of a runbook.
    #[error("Nothing was recorded: there is no such run of a runbook.")]
    UnknownRun,
    /// The runbook has no such step or prerequisite.
    #[error("Nothing was recorded: the runbook has no step or prerequisite {0}.")]
    UnknownRunStep(u32),
    /// The rules that runbooks are checked by are wrong.
    #[error("Nothing was checked: {0}.")]
    BadRunbookRules(String),
    /// What was pasted holds no alert, or lacks something.
    #[error("Nothing was recorded. {0}.")]
    Alert(#[from] sitrep_alerts::AlertError),
    /// The mappings of alerts are wrong.
    #[error("No alert was read: {0}.")]
    BadAlertMappings(String),
    /// An Alertmanager cannot be watched as it is written.
    #[error("Nothing was changed in what is watched. {0}.")]
    AlertSource(#[from] sitrep_alertmanager::SourceError),
    /// None that is watched is called so.
    #[error("Nothing was changed: no Alertmanager called '{0}' is watched.")]
    UnknownAlertSource(String),
    /// A recovery never declares.
    #[error("Nothing was declared: nothing in it fires.")]
    NothingFires,
    /// What was named is no folder that runbooks can be read from, or was not named before.
    #[error("Nothing was changed: {} is no folder that runbooks are read from.", .0.display())]
    NoRunbookFolder(PathBuf),
    /// What was to be printed holds secrets, each in a few words.
    #[error("Nothing was printed: it holds what reads like a secret: {}.", .0.join(", "))]
    HoldsSecrets(Vec<String>),
    /// No sent message has this number.
    #[error("Nothing was copied: no message of that number was sent.")]
    UnknownUpdate,
    /// No hypothesis or mitigation is meant.
    #[error("Nothing was recorded: there is no {what} like '{part}' that is still open.")]
    UnknownWork {
        /// What was looked for.
        what: WorkKind,
        /// What was typed.
        part: String,
    },
    /// What was started is undone, not withdrawn.
    #[error("Nothing was recorded: that mitigation is no longer only proposed.")]
    AlreadyStarted,
    /// Several hypotheses or mitigations could be meant.
    #[error("Nothing was recorded: the {what} could be {}.", of.join("; or "))]
    AmbiguousWork {
        /// What was looked for.
        what: WorkKind,
        /// Those that could be meant.
        of: Vec<String>,
    },
    /// The time that figures are asked of is none.
    #[error("No figures were told: {0}.")]
    FiguresSpan(#[from] RangeError),
    /// There is no such action item.
    #[error("Nothing was changed: there is no action item of that number.")]
    UnknownAction,
    /// The deadline is not running.
    #[error("Nothing was changed: that deadline is no longer running.")]
    UnknownDeadline,
    /// A time-box of no length, or of more than a day.
    #[error("The time-box was not set: it takes one minute at least and a day at most.")]
    TimeboxLength,
    /// Nobody means a snooze that long.
    #[error("Not snoozed: a day is the longest.")]
    SnoozeTooLong,
    /// A due date that cannot be read, or is over.
    #[error("The action item was not added: '{0}' is no date within the next ten years.")]
    DueDate(String),
    /// The severity cannot go up.
    #[error("Not escalated: a {0} does not go up by itself.")]
    NoEscalation(Severity),
    /// There is no automatic escalation to stop.
    #[error("Nothing was stopped: the severity does not go up by itself as it is.")]
    NothingAutomatic,
    /// A security matter is P0, always.
    #[error("The severity was not changed: a security incident is always P0.")]
    SecurityIsP0,
    /// The incident has that severity already.
    #[error("The severity was not changed: it is {0} already.")]
    SameSeverity(Severity),
    /// A lowering that does not say which it is.
    #[error("The severity was not lowered: say whether it got better, or never was that bad.")]
    WhichLowering,
    /// A reason is owed.
    #[error("{0}")]
    ReasonNeeded(ReasonNeeded),
    /// The review is not written to its end: these sections are open.
    #[error("The review was not marked complete: still to write are {}.", .0.join(", "))]
    ReviewUnwritten(Vec<String>),
    /// Something was not written on the review.
    #[error(transparent)]
    Review(#[from] ReviewRefusal),
    /// Incidents were not merged, or one not split.
    #[error(transparent)]
    Merge(#[from] MergeRefusal),
    /// A written postmortem did not become an incident.
    #[error(transparent)]
    Postmortem(#[from] PostmortemRefusal),
    /// The question about security that somebody answered was answered meanwhile; it may ask about other words by now.
    #[error("Nothing was recorded: that was answered meanwhile{}.", .0.as_ref().map(|words| format!(", and it asks about '{words}' now")).unwrap_or_default())]
    SecurityAnswered(Option<String>),
    /// Fields of an update are not filled.
    #[error("Nothing was copied: the {} still needs {}.", label.to_lowercase(), field_list(fields))]
    MissingFields {
        /// The template's name on screen.
        label: String,
        /// Which fields.
        fields: Vec<UpdateField>,
    },
    /// Something in an update is to be looked at first.
    #[error("Nothing was copied: the {} {}has {} to look at: {}.", label.to_lowercase(), also_needs(fields), count(found), found.join(", "))]
    Guarded {
        /// The template's name on screen.
        label: String,
        /// The fields that are still to be filled, too.
        fields: Vec<UpdateField>,
        /// What was found, each in a few words; of a secret only its beginning.
        found: Vec<String>,
        /// Those of its fields that are as sent last, and older than what happened.
        outdated: Vec<UpdateField>,
    },
    /// A repository could not be read, or nothing was fetched into it.
    #[error("{0}")]
    Changes(#[from] ChangesError),
    /// A line of the checklist has an act of its own.
    #[error("Not ticked: '{0}' is ticked by the act itself.")]
    TickedByFact(ChecklistLine),
    /// The quiet time is no tick of a person's.
    #[error("Not ticked: the quiet time is kept by the clock.")]
    KeptByTheClock,
    /// There is no such question about recent changes.
    #[error("Nothing was recorded: there is no such question about recent changes.")]
    UnknownQuestion,
    /// A link that is none of the incident's.
    #[error("Nothing was opened: that dashboard is not among the incident's any more.")]
    UnknownLink,
    /// A link or an image of a runbook that leads nowhere Sitrep looks.
    #[error("Nothing was opened: '{0}' leads nowhere within the runbook's folder.")]
    LeadsNowhere(String),
    /// The time of a review cannot be read, or is over.
    #[error("The review was not scheduled: {0}.")]
    ReviewTime(#[from] AheadError),
    /// Nobody has said when the review is.
    #[error("No calendar entry was written: the review is not scheduled yet.")]
    NotScheduled,
    /// There is no resolved incident.
    #[error("Nothing was changed: no incident is resolved.")]
    NoneResolved,
    /// The incident is going on.
    #[error("Nothing was reopened: the incident is still open.")]
    StillOpen,
    /// It was withdrawn before.
    #[error("Nothing was changed: the incident is withdrawn already.")]
    AlreadyWithdrawn,
    /// It stands.
    #[error("Nothing was brought back: the incident is not withdrawn.")]
    NotWithdrawn,
    /// Whether it stayed quiet can be said once it is over.
    #[error("Nothing was recorded: the incident is not resolved yet.")]
    NothingWatched,
    /// The incident is not resolved.
    #[error("The review was not completed: the incident is not resolved yet.")]
    NotResolved,
}

fn also_needs(fields: &[UpdateField]) -> String {
    if fields.is_empty() { String::new() } else { format!("still needs {} and ", field_list(fields)) }
}

fn count(found: &[String]) -> String {
    if found.len() == 1 { "something".to_owned() } else { format!("{} things", found.len()) }
}

fn words(fields: &[UpdateField]) -> String {
    fields.iter().map(|field| field.word()).collect::<Vec<_>>().join(", ")
}

fn field_list(fields: &[UpdateField]) -> String {
    fields.iter().map(|field| field.label()).collect::<Vec<_>>().join(", ")
}

impl Error {
    /// Whether a person has to look at the text first, which is done in the window.
    #[must_use]
    pub fn is_about_the_text(&self) -> bool {
        matches!(self, Self::MissingFields { .. } | Self::Guarded { .. })
    }

    /// Whether it may stand on disk all the same.
    #[must_use]
    pub fn may_be_recorded(&self) -> bool {
        matches!(self, Self::Store(StoreError::Uncertain(_)) | Self::Import(StoreError::Uncertain(_)))
    }

    /// Whether the data itself is the trouble, rather than what was asked.
    #[must_use]
    pub fn is_storage(&self) -> bool {
        match self {
            // The file that is to be a backup, or to be restored.
            Self::Backup(StoreError::Backup { .. }) | Self::Restore(StoreError::Backup { .. }) => false,
            Self::Export(StoreError::Bundle { .. }) | Self::Import(StoreError::Bundle { .. }) => false,
            Self::Store(_) | Self::Search(_) | Self::Backup(_) | Self::Restore(_) | Self::Export(_) | Self::Import(_) => true,
            other => matches!(other, Self::NoHome | Self::RelativeFolder { .. } | Self::File(_)),
        }
    }

    /// Whether what was named is not there, or is several.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        let code = self.code();
        let is_named = code.starts_with("unknown_") || code.starts_with("ambiguous_");
        // A word that is none of a few is misspelt, not missing.
        let is_misspelt = matches!(code, "unknown_severity" | "unknown_field");
        (is_named && !is_misspelt) || matches!(self, Self::NoneActive | Self::NoneResolved)
    }
}

/// A disk that fails may have kept what it was given.
fn whether_recorded(error: &StoreError) -> &'static str {
    match error {
        StoreError::Uncertain(_) => "It may have been recorded, or not",
        _ => "Nothing was recorded",
    }
}
