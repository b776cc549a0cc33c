//! What would help: as data where only a door has the words, such as a verb or a key; in words where they are the same everywhere.

use sitrep_alerts::AlertError;
use sitrep_core::text::quick_entry::VERBS;
use sitrep_core::text::{DeclarationError, QuickEntryError};
use sitrep_core::vocabulary::{FindingAbout, Severity, Status, UpdateField};
use sitrep_printer::PrintError;
use sitrep_store::{BackupRefusal, BundleRefusal, LeftThere, Obstacle, StoreError};

use super::error::Error;
use super::merge_refusal::MergeRefusal;
use super::postmortem_refusal::PostmortemRefusal;
use super::reason_needed::ReasonNeeded;
use super::review_refusal::ReviewRefusal;
use super::work_kind::WorkKind;

/// What would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Help {
    /// Helps in these words, whichever door says it.
    Advice(String),
    /// Trying again once this is done. Where what was typed is kept, the door says so.
    TryAgainAfter(&'static str),
    /// Restoring a backup; without one trying again, which begins a new database.
    RestoreOrBeginAnew,
    /// Restoring a backup, which keeps the damaged file.
    RestoreBackup,
    /// Choosing another name, or saying that the file gives way.
    ReplaceFile,
    /// Having a browser print the HTML, which needs no program beside this one; first this, where it may help.
    PrintFromBrowser(&'static str),
    /// Seeing what becomes what in a redacted copy.
    LookAtRedaction,
    /// Choosing another name, or saying that an earlier backup gives way.
    ReplaceBackup,
    /// Choosing another name, or saying that an earlier bundle gives way.
    ReplaceBundle,
    /// Restoring it, which is what one does with a backup.
    RestoreIt,
    /// Importing it among practice incidents.
    ImportAsPractice,
    /// Importing it among real incidents.
    ImportAsReal,
    /// Finding out whether the data can be read, if trying again does not help.
    CheckTheData,
    /// Reading again what others wrote.
    ReadAgain,
    /// Declaring an incident first.
    Declare,
    /// Going on with this incident, by its handle, or saying that another is meant all the same.
    GoOnWith(String, Option<Severity>),
    /// Seeing which incidents there are; any unambiguous part of a handle names one.
    ListIncidents,
    /// Naming one of these by more of its handle.
    NameOne(Vec<String>),
    /// Aiming at another incident, or naming this one, which takes entries still.
    AimAnew,
    /// Giving the words that are missing.
    GiveWords,
    /// Saying why.
    GiveReason(ReasonNeeded),
    /// Saying which of the two kinds of lowering it is.
    SayWhichLowering,
    /// Seeing which there are, or writing it down first.
    ListWork(WorkKind),
    /// Seeing whether it stands on the timeline, before it is recorded twice.
    LookBeforeTryingAgain,
    /// Of something long its end says most.
    KeepTheEnd,
    /// Nobody is named by naming nobody.
    LeaveNameOut,
    /// Seeing the timeline as it is by now.
    LookAtTimeline,
    /// It can be printed as it is.
    PrintAnyway,
    /// Seeing which deadlines run by now.
    ListDeadlines,
    /// Saying first that it is no security matter, with a reason.
    DenySecurity,
    /// Saying that no more reminders of this one are wanted.
    SnoozeForGood,
    /// Changing the severity, with a reason.
    ChangeSeverity,
    /// Seeing the action items with their numbers.
    ListActionItems,
    /// Seeing the mitigation actions of the catalogue.
    ListMitigationActions,
    /// Doing the next step, whose act ticks the line.
    DoNextStep,
    /// Giving the picture again.
    GivePictureAgain,
    /// Logging the picture by itself, and then what was to be done.
    LogPictureFirst,
    /// Seeing which templates there are.
    ListTemplates,
    /// Writing the review to its end, or saying where else it is written.
    SayWhereItIsWritten,
    /// Seeing which parts a review has.
    ListReviewParts,
    /// Seeing the review as it stands by now.
    LookAtReview,
    /// Seeing the questions about recent changes.
    ListDeployQuestions,
    /// Seeing the messages that were sent, with their numbers.
    ListMessages,
    /// Seeing which runbooks there are.
    ListRunbooks,
    /// Looking at the run as it stands by now.
    LookAtRun,
    /// Filling these fields, or saying that the message goes out with them open.
    FillFields(Vec<UpdateField>),
    /// Mending what was found in a message, or saying that it goes out as it is; of these fields, that they still hold.
    MendMessage(Vec<UpdateField>),
}

impl Help {
    fn advice(words: impl Into<String>) -> Self {
        Self::Advice(words.into())
    }
}

impl Error {
    /// What would help.
    #[must_use]
    pub fn help(&self) -> Help {
        match self {
            Self::RelativeFolder { variable, whole, .. } => Help::Advice(format!("Name the whole path: {variable}={}", whole.display())),
            Self::NoHome => Help::advice("Set SITREP_DATA_DIR and SITREP_CONFIG_DIR to folders you can write to."),
            Self::Store(error)
            | Self::Search(error)
            | Self::Backup(error)
            | Self::Restore(error)
            | Self::Export(error)
            | Self::Import(error) => help_with_storage(error),
            Self::SearchRange(_) => Help::advice("Write it like 2026-11-23, 2026-11, 2026, 90d or 2026-11-23 14:05."),
            Self::Policy(_) => Help::advice("Reinstall Sitrep; the data is untouched."),
            Self::Template { .. } => Help::advice("Mend the file, or move it out of the templates folder: the built-in one is used then."),
            Self::ReviewUnwritten(_) => Help::SayWhereItIsWritten,
            Self::Review(refusal) => help_with_review(refusal),
            Self::Merge(refusal) => help_with_merge(refusal),
            Self::Postmortem(refusal) => help_with_postmortem(refusal),
            Self::SecurityAnswered(_) => Help::LookAtTimeline,
            Self::UnknownTemplate(_) | Self::NotForOnePerson(_) => Help::ListTemplates,
            Self::UnknownField { .. } => Help::advice("Say it in one of those, or write another message."),
            Self::TeamFile(refusal) => Help::advice(refusal.hint()),
            Self::BadTeamFile { .. } => Help::advice("Mend what it says, then try again. The team's own files are as they were."),
            Self::Unverified(_) => Help::GiveReason(ReasonNeeded::EarlyResolution),
            Self::UnknownMitigation { .. } => Help::ListMitigationActions,
            Self::File(_) => Help::advice("Check the disk and the folder's permissions, then try again. The data is safe."),
            Self::FileExists(_) => Help::ReplaceFile,
            Self::StillInCopy(_) | Self::Redaction(_) => Help::LookAtRedaction,
            Self::Pdf(error) => Help::PrintFromBrowser(before_a_browser(error)),
            Self::Watch(_) => Help::ReadAgain,
            Self::Declaration(error) => help_with_declaration(error),
            Self::DeclaredAlready(first) => Help::GoOnWith(first.handle.clone(), first.raise_to),
            Self::SeverityMissing => Help::advice("Begin with P0, P1, P2 or P3. In doubt, choose the higher."),
            Self::Instant(error) => Help::advice(error.hint()),
            Self::NoTimes => {
                Help::advice("Copy it with its times, as from Slack, Teams, IRC, a log or a shell's history; or log the text as one entry.")
            }
            Self::Picture(_) => Help::TryAgainAfter("Save it as PNG"),
            Self::PictureGone => Help::GivePictureAgain,
            Self::PictureNeedsEntry => Help::LogPictureFirst,
            Self::QuickEntry(error) => help_with_quick_entry(error),
            Self::Empty(_) => Help::GiveWords,
            Self::EntryTooLong { .. } => Help::KeepTheEnd,
            Self::DraftTooLong { .. } => Help::advice("What is typed stays in the window. Save it, or make it shorter."),
            Self::NamesNobody(_) => Help::LeaveNameOut,
            Self::NoneActive => Help::Declare,
            Self::UnknownIncident(_) => Help::ListIncidents,
            Self::Ambiguous { handles, .. } => Help::NameOne(handles.clone()),
            Self::TargetIsOver { .. } => Help::AimAnew,
            Self::HoldsSecrets(_) => Help::PrintAnyway,
            Self::UnknownEvent | Self::NothingToRedact(_) | Self::NothingAttached | Self::NobodyDebugs => Help::LookAtTimeline,
            Self::UnknownRunbook(_) => Help::ListRunbooks,
            Self::AmbiguousRunbook(_) => Help::advice("Give more of its path."),
            Self::UnknownRun | Self::UnknownRunStep(_) => Help::LookAtRun,
            Self::BadRunbookRules(_) => Help::advice("Mend what it says in runbooks.toml, then try again."),
            Self::Alert(error) => help_with_alert(error),
            Self::BadAlertMappings(_) => Help::advice("Mend what it says in alerts.toml, then try again."),
            Self::AlertSource(_) => Help::advice("Write it like http://127.0.0.1:9093, and filters like severity=\"critical\"."),
            Self::UnknownAlertSource(_) => Help::advice("Look at the list of those that are watched again."),
            Self::NothingFires => Help::advice("A recovery is told of the incident it belongs to: add it there."),
            Self::NoRunbookFolder(_) => {
                Help::advice("Name a folder with Markdown files that you can read, such as a clone of the team's repository.")
            }
            Self::UnknownDeadline => Help::ListDeadlines,
            Self::UnknownUpdate => Help::ListMessages,
            Self::UnknownWork { what, .. } => Help::ListWork(*what),
            Self::AmbiguousWork { .. } => Help::advice("Give more of its words."),
            Self::AlreadyStarted => Help::advice("Roll it back instead, and say why."),
            Self::FiguresSpan(_) => {
                Help::advice("Name a first day and a last one, such as 2026-08-31 and 2026-11-24, at most ten years apart.")
            }
            Self::UnknownAction => Help::ListActionItems,
            Self::TimeboxLength => Help::advice("Give its minutes, such as 15."),
            Self::SnoozeTooLong => Help::SnoozeForGood,
            Self::DueDate(_) => Help::advice("Write it like 2026-12-01, tomorrow, 5d or 2w."),
            Self::NoEscalation(_) => Help::ChangeSeverity,
            Self::NothingAutomatic => Help::advice("Only a policy that escalates by itself can be held back; otherwise it asks first."),
            Self::SecurityIsP0 => Help::DenySecurity,
            Self::SameSeverity(_) => Help::advice("Choose another severity."),
            Self::WhichLowering => Help::SayWhichLowering,
            Self::ReasonNeeded(what) => Help::GiveReason(*what),
            Self::MissingFields { fields, .. } => Help::FillFields(fields.clone()),
            Self::Guarded { outdated, .. } => Help::MendMessage(outdated.clone()),
            Self::Changes(error) => Help::advice(error.hint()),
            Self::TickedByFact(_) => Help::DoNextStep,
            Self::KeptByTheClock => Help::advice("It is over by itself; what is seen meanwhile can be written down as its evidence."),
            Self::UnknownQuestion => Help::ListDeployQuestions,
            Self::LeadsNowhere(_) => Help::advice("Runbooks marks such links, each with the file that may be meant."),
            Self::UnknownLink => Help::advice("Look at the list again; services.toml may have been changed."),
            Self::ReviewTime(_) => {
                Help::advice("Write a day and a time that lie ahead, such as tomorrow 15:00 or 2026-12-01 15:00, in UTC.")
            }
            Self::NotScheduled => Help::advice("Say when it is first."),
            Self::UnknownSetting { .. } => Help::advice("Name one of those."),
            Self::BadSetting { .. } => Help::advice(
                "A name reads like @ana, a chord like Ctrl+Alt+Space, a theme is system, dark or light, a switch is on or off.",
            ),
            Self::NoneResolved | Self::StillOpen => Help::ListIncidents,
            Self::AlreadyWithdrawn | Self::NotWithdrawn => Help::advice("Look at it again; somebody else may have been faster."),
            Self::NotResolved | Self::NothingWatched => Help::advice("Resolve the incident first."),
        }
    }
}

fn help_with_review(refusal: &ReviewRefusal) -> Help {
    match refusal {
        ReviewRefusal::WrittenMeanwhile { .. } => {
            Help::advice("Both are kept: look at the other, then keep yours, take theirs, or keep both.")
        }
        ReviewRefusal::WhyWrittenMeanwhile { .. } => Help::advice("Both are kept: look at the other, then write it anew."),
        ReviewRefusal::UnknownPart(_) => Help::ListReviewParts,
        ReviewRefusal::NoSuchWhy => Help::LookAtReview,
    }
}

fn help_with_merge(refusal: &MergeRefusal) -> Help {
    match refusal {
        MergeRefusal::IntoItself => Help::ListIncidents,
        MergeRefusal::IntoWithdrawn(_) => Help::advice("Merge into the one that goes on, or bring that one back first."),
        MergeRefusal::Already(_) => Help::advice("Take the merge back first, if it is a part of another."),
        MergeRefusal::NotMerged => Help::advice("Look at it again; somebody else may have been faster."),
        MergeRefusal::NothingChosen | MergeRefusal::NoEntry(_) => {
            Help::advice("Choose entries: what a person wrote. What the procedure recorded stays where it was.")
        }
    }
}

fn help_with_postmortem(refusal: &PostmortemRefusal) -> Help {
    match refusal {
        PostmortemRefusal::NoDay | PostmortemRefusal::BadDay(_) => Help::advice("Give the day it began on, such as 2026-11-23."),
        PostmortemRefusal::NoTitle => Help::advice("Give a title, such as: Payments failing at checkout"),
        PostmortemRefusal::Ahead(_) => Help::advice("Look at its day, its times and their zone."),
        PostmortemRefusal::Already(_) => Help::advice("Withdraw that one first, if it is to be read anew."),
    }
}

fn help_with_declaration(error: &DeclarationError) -> Help {
    match error {
        DeclarationError::EmptyTitle => Help::advice("Say what is wrong, such as: P1 Payments failing at checkout"),
        DeclarationError::LongTitle(_) => Help::advice("Say what is wrong in a line, and log the rest as an entry."),
        DeclarationError::UnknownSeverity(_) => severities(),
    }
}

fn severities() -> Help {
    Help::advice("Severities are P0 (total outage), P1 (major), P2 (partial) and P3 (minor).")
}

fn help_with_quick_entry(error: &QuickEntryError) -> Help {
    match error {
        QuickEntryError::Instant(error) => Help::advice(error.hint()),
        QuickEntryError::Severity(_) => severities(),
        QuickEntryError::Status(_) => {
            Help::Advice(format!("Statuses are {}.", Status::ALL.map(|status| status.label().to_lowercase()).join(", ")))
        }
        QuickEntryError::Finding(_) => {
            Help::Advice(format!("Findings are about {}.", FindingAbout::ALL.map(FindingAbout::word).join(", ")))
        }
        QuickEntryError::Role(_) => Help::advice("Roles are commander, tech, comms and scribe."),
        QuickEntryError::Incomplete { .. } => Help::Advice(VERBS.map(|(_, shape)| shape).join("   ")),
    }
}

fn help_with_alert(error: &AlertError) -> Help {
    match error {
        AlertError::Subscription => Help::advice("What a topic sends after that is an alert that can be pasted."),
        AlertError::NotAnAlert | AlertError::UnknownJson { .. } => {
            Help::advice("Declare in your own words, such as: P1 Payments failing. alerts.toml can map what no source sends.")
        }
        _ => Help::advice("Copy it again where it was sent, or declare in your own words, such as: P1 Payments failing"),
    }
}

fn help_with_storage(error: &StoreError) -> Help {
    match error {
        StoreError::Folder { why: Obstacle::TooLong { .. }, .. } => Help::advice("Set SITREP_DATA_DIR to a folder with a shorter path."),
        StoreError::Folder { .. } => {
            Help::advice("Make the folder writable, or set SITREP_DATA_DIR to one that is. What is in it is untouched.")
        }
        StoreError::Locked(_) => Help::TryAgainAfter("Close the program that holds it"),
        StoreError::Full(_) => Help::advice("Free some space, then try again. What was recorded before is safe."),
        StoreError::Newer { .. } => Help::advice("Update Sitrep, or set SITREP_DATA_DIR to another folder. The data is untouched."),
        StoreError::NotOurs(_) => Help::advice("Set SITREP_DATA_DIR to another folder. The file is untouched."),
        StoreError::SetAside { .. } => Help::RestoreOrBeginAnew,
        StoreError::Broken { why: LeftThere::OpenElsewhere, .. } => Help::TryAgainAfter("Quit Sitrep everywhere"),
        StoreError::Broken { .. } => Help::TryAgainAfter("Make the folder writable"),
        StoreError::DiskFailed(_) => {
            Help::advice("Try again. If the disk fails again, write down elsewhere what matters, and see to the disk.")
        }
        StoreError::Uncertain(_) => Help::LookBeforeTryingAgain,
        StoreError::Backup { why: BackupRefusal::Exists, .. } => Help::ReplaceBackup,
        StoreError::Backup { why, .. } => Help::advice(help_with_backup(why)),
        StoreError::Bundle { why, .. } => help_with_bundle(why),
        StoreError::Damaged(_) => Help::RestoreBackup,
        StoreError::Unsearchable { why, .. } => help_with_index(why),
        StoreError::OldSqlite(_) => Help::advice("Install a current build of Sitrep."),
        StoreError::UnknownIncident => Help::ListIncidents,
        StoreError::Body(_) | StoreError::Sqlite(_) | StoreError::Upgrade(_) => Help::CheckTheData,
    }
}

/// Nothing is in it that could be lost.
fn help_with_index(why: &StoreError) -> Help {
    match why {
        StoreError::Folder { .. } | StoreError::Locked(_) | StoreError::Full(_) => help_with_storage(why),
        _ => Help::advice("Close Sitrep everywhere and remove that file: it is made anew. What was recorded is not in it alone."),
    }
}

/// What may help a PDF itself.
fn before_a_browser(error: &PrintError) -> &'static str {
    match error {
        PrintError::Missing(_) => "It comes with Sitrep: put it there. ",
        PrintError::NotStarted { .. } => "See that it may be run and is the one of this Sitrep. ",
        PrintError::TooSlow(_) | PrintError::Ended(_) => "Try again. ",
        PrintError::TooLarge(_) | PrintError::Refused { .. } => "",
    }
}

pub(super) fn help_with_backup(why: &BackupRefusal) -> &'static str {
    match why {
        BackupRefusal::Exists => "Choose another name. The file is untouched.",
        BackupRefusal::Folder => "Name a file in it.",
        BackupRefusal::InUse | BackupRefusal::NoBackup => "Choose another file. This one is untouched.",
        BackupRefusal::Unwritable(_) => "Choose a folder that is there and can be written. An earlier backup is untouched.",
        BackupRefusal::Unreadable(_) => "Check its name and its permissions.",
        BackupRefusal::NotOurs | BackupRefusal::Damaged(_) | BackupRefusal::Unsound(_) => {
            "Choose another backup. What stands there is as it was."
        }
    }
}

fn help_with_bundle(why: &BundleRefusal) -> Help {
    match why {
        BundleRefusal::Exists => Help::ReplaceBundle,
        BundleRefusal::Folder => Help::advice("Name a file in it."),
        BundleRefusal::InUse | BundleRefusal::NoBundle => Help::advice("Choose another file. This one is untouched."),
        BundleRefusal::Unwritable(_) => Help::advice("Choose a folder that is there and can be written. An earlier bundle is untouched."),
        BundleRefusal::Unfit { .. } => Help::advice("Leave its incident out: name those that go into the bundle."),
        BundleRefusal::Unreadable(_) => Help::advice("Check its name and its permissions."),
        BundleRefusal::Backup => Help::RestoreIt,
        BundleRefusal::Newer { .. } => Help::advice("Update Sitrep. What is here is as it was."),
        BundleRefusal::Practice => Help::ImportAsPractice,
        BundleRefusal::Real => Help::ImportAsReal,
        BundleRefusal::NotOurs | BundleRefusal::CutShort | BundleRefusal::Damaged => {
            Help::advice("Have it made and sent again. What is here is as it was.")
        }
        BundleRefusal::Malformed { .. } | BundleRefusal::TooManyRedactions => {
            Help::advice("No Sitrep writes such a bundle: ask whoever sent it. What is here is as it was.")
        }
        BundleRefusal::MalformedJson { .. } | BundleRefusal::UnreadJson(_) => {
            Help::advice("No Sitrep writes such a file: ask whoever sent it. What is here is as it was.")
        }
        BundleRefusal::TooLongJson => Help::advice("Have it sent as a bundle, which may be as long as it is. What is here is as it was."),
        BundleRefusal::RedactedCopy => Help::advice("Ask for one that is not redacted, or for a bundle. What is here is as it was."),
        BundleRefusal::Contradicts(_) => {
            Help::advice("One of the two was changed or copied by hand: ask whoever sent it. What is here is as it was.")
        }
    }
}
