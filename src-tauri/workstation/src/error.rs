//! Refusals: what was not done, that nothing was lost, what would work.

use sitrep_changes::ChangesError;
use sitrep_core::messages::TemplateError;
use sitrep_core::team::TeamFileError;
use sitrep_core::text::{DeclarationError, InstantError, QuickEntryError};
use sitrep_core::vocabulary::{ChecklistLine, Severity, UpdateField};
use sitrep_pictures::PictureError;
use sitrep_store::StoreError;

use crate::team_file_refusal::TeamFileRefusal;
use crate::work::ENTRY;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no home folder.
    #[error("There is no home folder to keep data in.")]
    NoHome,
    /// The data could not be read or written.
    #[error("Nothing was recorded: {0}.")]
    Store(#[from] StoreError),
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
    /// There is no such mitigation action.
    #[error("Nothing was recorded: there is no mitigation action '{0}' in the catalogue.")]
    UnknownMitigation(String),
    /// A file could not be written.
    #[error("Not saved to a file: {0}.")]
    File(std::io::Error),
    /// The folder cannot be watched for changes.
    #[error("Changes of other programs will not show by themselves: {0}.")]
    Watch(#[from] notify::Error),
    /// The declaration does not read.
    #[error("Nothing was declared: {0}.")]
    Declaration(#[from] DeclarationError),
    /// The declaration names no severity.
    #[error("Nothing was declared: the severity is missing.")]
    SeverityMissing,
    /// The time does not read, or lies ahead.
    #[error("Nothing was recorded: {0}.")]
    Instant(#[from] InstantError),
    /// The zone does not read.
    #[error("Nothing was read: '{0}' is not a zone.")]
    Zone(String),
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
    /// The event to change is not there.
    #[error("Nothing was changed: the entry is not there, or was undone.")]
    UnknownEvent,
    /// No sent message has this number.
    #[error("Nothing was copied: no message of that number was sent.")]
    UnknownUpdate,
    /// No hypothesis or mitigation is meant.
    #[error("Nothing was recorded: there is no {what} like '{part}' that is still open.")]
    UnknownWork {
        /// Hypothesis or mitigation.
        what: &'static str,
        /// What was typed.
        part: String,
    },
    /// What was started is undone, not withdrawn.
    #[error("Nothing was recorded: that mitigation is no longer only proposed.")]
    AlreadyStarted,
    /// Several hypotheses or mitigations could be meant.
    #[error("Nothing was recorded: the {what} could be {}.", of.join("; or "))]
    AmbiguousWork {
        /// Hypothesis or mitigation.
        what: &'static str,
        /// Those that could be meant.
        of: Vec<String>,
    },
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
    /// A security matter is P0, always.
    #[error("The severity was not changed: a security incident is always P0.")]
    SecurityIsP0,
    /// The incident has that severity already.
    #[error("The severity was not changed: it is {0} already.")]
    SameSeverity(Severity),
    /// A reason is owed.
    #[error("{0}")]
    ReasonNeeded(ReasonNeeded),
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
    },
    /// A repository could not be read, or nothing was fetched into it.
    #[error("{0}")]
    Changes(#[from] ChangesError),
    /// A line of the checklist has an act of its own.
    #[error("Not ticked: '{0}' is ticked by the act itself.")]
    TickedByFact(ChecklistLine),
    /// A link that is none of the incident's.
    #[error("Nothing was opened: that dashboard is not among the incident's any more.")]
    UnknownLink,
    /// The incident is not resolved.
    #[error("The review was not completed: the incident is not resolved yet.")]
    NotResolved,
}

/// For what a reason is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonNeeded {
    /// Resolving before the five checks hold.
    EarlyResolution,
    /// Lowering the severity.
    Downgrade,
    /// Dropping an action item.
    DroppedAction,
    /// Leaving out a step of the investigation.
    SkippedStep,
    /// Undoing a mitigation.
    UndoneMitigation,
}

impl std::fmt::Display for ReasonNeeded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::EarlyResolution => "Not resolved yet: the fix is not verified, so a reason is needed.",
            Self::Downgrade => "The severity was not lowered: a downgrade needs a reason.",
            Self::DroppedAction => "The action item was not dropped: that needs a reason.",
            Self::SkippedStep => "The step was not left out: that needs a reason.",
            Self::UndoneMitigation => "Not recorded as rolled back: say why it was undone.",
        })
    }
}

fn also_needs(fields: &[UpdateField]) -> String {
    if fields.is_empty() { String::new() } else { format!("still needs {} and ", field_list(fields)) }
}

fn count(found: &[String]) -> String {
    if found.len() == 1 { "something".to_owned() } else { format!("{} things", found.len()) }
}

fn field_list(fields: &[UpdateField]) -> String {
    fields.iter().map(|field| field.label()).collect::<Vec<_>>().join(", ")
}

impl Error {
    /// A stable word for scripts and pages.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoHome => "no_home",
            Self::Store(error) => store_code(error),
            Self::Policy(_) => "bad_policy",
            Self::Template { .. } => "bad_template",
            Self::UnknownTemplate(_) => "unknown_template",
            Self::TeamFile(refusal) => refusal.code(),
            Self::BadTeamFile { .. } => "bad_team_file",
            Self::UnknownMitigation(_) => "unknown_mitigation",
            Self::File(_) => "file_not_written",
            Self::Watch(_) => "not_watched",
            Self::Declaration(DeclarationError::EmptyTitle) => "empty_title",
            Self::Declaration(DeclarationError::UnknownSeverity(_)) => "unknown_severity",
            Self::SeverityMissing => "severity_missing",
            Self::Instant(error) | Self::QuickEntry(QuickEntryError::Instant(error)) => instant_code(error),
            Self::Zone(_) => "bad_zone",
            Self::NoTimes => "no_times",
            Self::Picture(_) => "bad_picture",
            Self::PictureGone => "picture_gone",
            Self::PictureNeedsEntry => "picture_needs_entry",
            Self::QuickEntry(QuickEntryError::Severity(_)) => "unknown_severity",
            Self::QuickEntry(_) => "bad_quick_entry",
            Self::Empty(_) => "empty",
            Self::NoneActive => "none_active",
            Self::UnknownIncident(_) => "unknown_incident",
            Self::Ambiguous { .. } => "ambiguous_incident",
            Self::UnknownEvent => "unknown_event",
            Self::UnknownUpdate => "unknown_update",
            Self::UnknownWork { .. } => "unknown_work",
            Self::AmbiguousWork { .. } => "ambiguous_work",
            Self::AlreadyStarted => "already_started",
            Self::UnknownAction => "unknown_action",
            Self::UnknownDeadline => "unknown_deadline",
            Self::TimeboxLength => "timebox_length",
            Self::SnoozeTooLong => "snooze_too_long",
            Self::DueDate(_) => "bad_due_date",
            Self::NoEscalation(_) => "no_escalation",
            Self::SecurityIsP0 => "security_is_p0",
            Self::SameSeverity(_) => "same_severity",
            Self::ReasonNeeded(_) => "reason_needed",
            Self::MissingFields { .. } => "missing_fields",
            Self::Guarded { .. } => "guarded",
            Self::Changes(error) => error.code(),
            Self::TickedByFact(_) => "ticked_by_fact",
            Self::UnknownLink => "unknown_link",
            Self::NotResolved => "not_resolved",
        }
    }

    /// What would work.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::NoHome => "Set SITREP_DATA_DIR and SITREP_CONFIG_DIR to folders you can write to.".to_owned(),
            Self::Store(error) => store_hint(error).to_owned(),
            Self::Policy(_) => "Reinstall Sitrep; the data is untouched.".to_owned(),
            Self::Template { .. } => "Mend the file, or move it out of the templates folder: the built-in one is used then.".to_owned(),
            Self::UnknownTemplate(_) => "sitrep template list shows those there are.".to_owned(),
            Self::TeamFile(refusal) => refusal.hint().to_owned(),
            Self::BadTeamFile { .. } => "Mend what it says, then try again. The team's own files are as they were.".to_owned(),
            Self::UnknownMitigation(_) => "Choose one of the list; catalogue.toml adds to it.".to_owned(),
            Self::File(_) => "Check the disk and the folder's permissions, then try again. The data is safe.".to_owned(),
            Self::Watch(_) => "Close and open the incident to see what others wrote.".to_owned(),
            Self::Declaration(DeclarationError::EmptyTitle) => "Say what is wrong, such as: P1 Payments failing at checkout".to_owned(),
            Self::Declaration(DeclarationError::UnknownSeverity(_)) | Self::QuickEntry(QuickEntryError::Severity(_)) => {
                "Severities are P0 (total outage), P1 (major), P2 (partial) and P3 (minor).".to_owned()
            }
            Self::SeverityMissing => "Begin with P0, P1, P2 or P3. In doubt, choose the higher.".to_owned(),
            Self::Instant(error) | Self::QuickEntry(QuickEntryError::Instant(error)) => error.hint().to_owned(),
            Self::Zone(_) => "Zones read like UTC, local or +02:00.".to_owned(),
            Self::NoTimes => {
                "Copy it with its times, as from Slack, Teams, IRC, a log or a shell's history; or log the text as one entry.".to_owned()
            }
            Self::Picture(_) => "Save it as PNG and try again. What you typed is still here.".to_owned(),
            Self::PictureGone => "Take it off and paste it again. What you typed is still here.".to_owned(),
            Self::PictureNeedsEntry => "Log the picture first, then press Enter on this; both are still here.".to_owned(),
            Self::QuickEntry(error) => quick_entry_hint(error),
            Self::Empty(_) => "Type it, then press Enter.".to_owned(),
            Self::NoneActive => "Declare one first: sitrep declare 'P1 Payments failing at checkout'".to_owned(),
            Self::UnknownIncident(_) => "sitrep list shows the handles; any unambiguous part will do.".to_owned(),
            Self::Ambiguous { .. } => "Give more of the handle.".to_owned(),
            Self::UnknownEvent | Self::UnknownDeadline => "Look at the timeline again; it may have changed elsewhere.".to_owned(),
            Self::UnknownUpdate => "sitrep updates shows them with their numbers.".to_owned(),
            Self::UnknownWork { what: ENTRY, .. } => "Look for its words: sitrep timeline".to_owned(),
            Self::UnknownWork { what, .. } => format!("Write it down first, or look: sitrep {what} list"),
            Self::AmbiguousWork { .. } => "Give more of its words.".to_owned(),
            Self::AlreadyStarted => "Roll it back instead, and say why.".to_owned(),
            Self::UnknownAction => "sitrep action list shows them with their numbers.".to_owned(),
            Self::TimeboxLength => "Give its minutes, such as 15.".to_owned(),
            Self::SnoozeTooLong => "Say 'none for this one' instead.".to_owned(),
            Self::DueDate(_) => "Write it like 2026-12-01, tomorrow, 5d or 2w.".to_owned(),
            Self::NoEscalation(_) => "Change the severity instead, with a reason.".to_owned(),
            Self::SecurityIsP0 => "Resolve it, or declare what remains as an incident of its own.".to_owned(),
            Self::SameSeverity(_) => "Choose another severity.".to_owned(),
            Self::ReasonNeeded(_) => "Say why in a few words; it goes on the timeline.".to_owned(),
            Self::MissingFields { fields, .. } => {
                let names: Vec<String> = fields.iter().map(|field| format!("--set {}='...'", field.word())).collect();
                format!("Fill what is marked; on the command line: {}, or --anyway to leave it open", names.join(" "))
            }
            Self::Guarded { .. } => {
                "F8 mends what is marked; on the command line --fix does, and --anyway lets it go out as it is".to_owned()
            }
            Self::Changes(error) => error.hint(),
            Self::TickedByFact(_) => "Do it in Sitrep: the next step leads there.".to_owned(),
            Self::UnknownLink => "Look at the list again; services.toml may have been changed.".to_owned(),
            Self::NotResolved => "Resolve the incident first.".to_owned(),
        }
    }

    /// Whether a person has to look at the text first, which is done in the window.
    #[must_use]
    pub fn is_about_the_text(&self) -> bool {
        matches!(self, Self::MissingFields { .. } | Self::Guarded { .. })
    }

    /// Whether the data itself is the trouble, rather than what was asked.
    #[must_use]
    pub fn is_storage(&self) -> bool {
        matches!(self, Self::NoHome | Self::Store(_) | Self::File(_))
    }
}

fn instant_code(error: &InstantError) -> &'static str {
    match error {
        InstantError::Unreadable(_) => "bad_time",
        InstantError::Future(_) => "future_time",
    }
}

fn quick_entry_hint(error: &QuickEntryError) -> String {
    use sitrep_core::text::quick_entry::VERBS;
    use sitrep_core::vocabulary::{FindingAbout, Status};
    match error {
        QuickEntryError::Status(_) => format!("Statuses are {}.", Status::ALL.map(|status| status.label().to_lowercase()).join(", ")),
        QuickEntryError::Finding(_) => format!("Findings are about {}.", FindingAbout::ALL.map(FindingAbout::word).join(", ")),
        QuickEntryError::Role(_) => "Roles are commander, tech, comms and scribe.".to_owned(),
        _ => VERBS.map(|(_, shape)| shape).join("   "),
    }
}

fn store_code(error: &StoreError) -> &'static str {
    match error {
        StoreError::Folder { .. } => "data_folder",
        StoreError::ReadOnly(_) => "read_only",
        StoreError::Locked(_) => "locked",
        StoreError::Full(_) => "disk_full",
        StoreError::Newer { .. } => "newer_schema",
        StoreError::NotOurs(_) => "not_ours",
        StoreError::Damaged(_) => "damaged",
        StoreError::OldSqlite(_) => "old_sqlite",
        StoreError::UnknownIncident => "unknown_incident",
        StoreError::Body(_) | StoreError::Sqlite(_) | StoreError::Upgrade(_) => "storage",
    }
}

fn store_hint(error: &StoreError) -> &'static str {
    match error {
        StoreError::Folder { .. } | StoreError::ReadOnly(_) => {
            "Make the folder writable, or set SITREP_DATA_DIR to one that is. What is in it is untouched."
        }
        StoreError::Locked(_) => "Close the program that holds it, then try again. What you typed is still here.",
        StoreError::Full(_) => "Free some space, then try again. What was recorded before is safe.",
        StoreError::Newer { .. } => "Update Sitrep, or set SITREP_DATA_DIR to another folder. The data is untouched.",
        StoreError::NotOurs(_) => "Set SITREP_DATA_DIR to another folder. The file is untouched.",
        StoreError::Damaged(_) => "Move the file aside and start again; keep it, as most of it can be recovered.",
        StoreError::OldSqlite(_) => "Install a current build of Sitrep.",
        StoreError::UnknownIncident => "sitrep list shows the handles.",
        StoreError::Body(_) | StoreError::Sqlite(_) | StoreError::Upgrade(_) => {
            "Try again; if it stays, sitrep list tells whether the data can be read."
        }
    }
}
