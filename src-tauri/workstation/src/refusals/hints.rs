//! What would work instead.

use sitrep_core::text::{DeclarationError, QuickEntryError};
use sitrep_store::StoreError;

use super::error::Error;
use super::work_kind::WorkKind;

impl Error {
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
            Self::UnknownWork { what: WorkKind::Entry, .. } => "Look for its words: sitrep timeline".to_owned(),
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
