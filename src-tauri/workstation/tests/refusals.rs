//! Every refusal on one page: its code, what it says, and what each door says would help.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use chrono::DateTime;
use sitrep_alertmanager::SourceError;
use sitrep_alerts::AlertError;
use sitrep_changes::ChangesError;
use sitrep_core::bundle::LineFault;
use sitrep_core::figures::RangeError;
use sitrep_core::messages::TemplateError;
use sitrep_core::paper::PrintRefusal;
use sitrep_core::redaction::{ChoiceRefusal, StillThere};
use sitrep_core::team::TeamFileError;
use sitrep_core::text::{AheadError, DeclarationError, InstantError, QuickEntryError, ZoneError};
use sitrep_core::vocabulary::{
    ChecklistLine, EventId, IncidentId, ReviewField, Severity, Status, UnknownFinding, UnknownRole, UnknownSeverity, UnknownStatus,
    UpdateField,
};
use sitrep_pictures::PictureError;
use sitrep_store::{BackupRefusal, BundleFault, BundleRefusal, Contradiction, Damage, LeftThere, Obstacle, StoreError};
use sitrep_workstation::{
    DeclaredAlready, Error, MergeRefusal, PostmortemRefusal, PrintError, ReasonNeeded, ReviewRefusal, TeamFileRefusal, WorkKind,
};

#[path = "../../cli/src/output/help.rs"]
mod command_line;
#[path = "../../src/help.rs"]
mod window;

#[test]
fn every_refusal_says_what_was_not_done_and_what_would_help() {
    let page: Vec<String> = chapters().iter().map(|errors| errors.iter().map(entry).collect()).collect();

    insta::assert_snapshot!(page.join("\n"));
}

#[test]
fn every_code_is_on_that_page() {
    let arms = include_str!("../src/refusals/codes.rs").lines().filter_map(|line| line.trim().strip_suffix("\",")?.split_once("=> \""));
    let codes: Vec<&str> = arms.map(|(_, code)| code).collect();
    let shown: Vec<&str> = chapters().iter().flatten().map(Error::code).collect();

    let missing: Vec<&&str> = codes.iter().filter(|code| !shown.contains(code)).collect();

    assert!(codes.len() > 40 && missing.is_empty(), "{missing:?} of {codes:?}");
}

fn chapters() -> [Vec<Error>; 10] {
    [
        about_the_data(),
        about_backups(),
        about_bundles(),
        about_the_team(),
        about_what_was_typed(),
        about_incidents(),
        about_work(),
        about_messages(),
        about_runbooks(),
        about_alerts(),
    ]
}

fn entry(error: &Error) -> String {
    let help = error.help();
    let (command_line, window) = (command_line::help_in_words(&help), window::help_in_words(&help));
    let hints = match command_line == window {
        true => format!("  {window}\n"),
        false => format!("  sitrep: {command_line}\n  window: {window}\n"),
    };
    format!("{}\n  {error}\n{hints}", error.code())
}

fn about_the_data() -> Vec<Error> {
    let path = || PathBuf::from("/data/sitrep.db");
    let closed = || Obstacle::Permissions { path: "/data".into(), mode: 0o500 };
    let folder = |why| StoreError::Folder { folder: "/data".into(), why };
    let store = [
        folder(closed()),
        folder(Obstacle::ReadOnlyFileSystem("/data".into())),
        folder(Obstacle::AnothersOwn { path: "/data".into(), owner: 1001, mode: 0o755 }),
        folder(Obstacle::TooLong { bytes: 600, most: 493 }),
        StoreError::Locked(path()),
        StoreError::Full(path()),
        StoreError::Newer { found: 9, known: 2 },
        StoreError::NotOurs(path()),
        StoreError::SetAside { file: path(), damage: Damage::Empty, aside: "/data/sitrep-damaged.db".into() },
        StoreError::Broken { file: path(), damage: Damage::Zeros(4096), why: LeftThere::OpenElsewhere },
        StoreError::Broken { file: path(), damage: Damage::Beginning, why: LeftThere::Immovable(closed()) },
        StoreError::Damaged(path()),
        StoreError::DiskFailed(path()),
        StoreError::Uncertain(path()),
        StoreError::OldSqlite("3.40.1".to_owned()),
        StoreError::UnknownIncident,
        StoreError::Sqlite(rusqlite::Error::InvalidQuery),
    ];
    let index = |why| Error::Search(StoreError::Unsearchable { file: "/data/search.db".into(), why: Box::new(why) });
    let search =
        [index(folder(closed())), index(StoreError::Damaged("/data/search.db".into())), Error::SearchRange("last week".to_owned())];
    let relative = Error::RelativeFolder { variable: "SITREP_DATA_DIR", path: "data".into(), whole: "/home/ana/data".into() };
    [Error::NoHome, relative].into_iter().chain(store.map(Error::Store)).chain(search).chain(about_files()).collect()
}

fn about_files() -> Vec<Error> {
    let denied = io::Error::from(io::ErrorKind::PermissionDenied);
    let files = [Error::File(denied), Error::Watch(notify::Error::generic("no more watches"))];
    files.into_iter().chain(about_pdf()).collect()
}

fn about_pdf() -> Vec<Error> {
    let program = || PathBuf::from("/usr/bin/sitrep-pdf");
    let refused = PrintError::Refused { reason: PrintRefusal::NotPrintable, detail: "failed to parse SVG".to_owned() };
    let errors = [
        PrintError::Missing(program()),
        PrintError::NotStarted { program: program(), error: io::Error::from(io::ErrorKind::PermissionDenied) },
        PrintError::TooSlow(Duration::from_secs(60)),
        PrintError::TooLarge(512 << 20),
        refused,
        PrintError::Ended(None),
    ];
    errors.into_iter().map(Error::Pdf).collect()
}

fn about_backups() -> Vec<Error> {
    let refused = |why| StoreError::Backup { file: "/stick/sitrep.db".into(), why };
    let backup = [
        BackupRefusal::Exists,
        BackupRefusal::Folder,
        BackupRefusal::InUse,
        BackupRefusal::NoBackup,
        BackupRefusal::Unwritable(Obstacle::Missing("/stick".into())),
    ];
    let restore = [
        BackupRefusal::Unreadable(Obstacle::Missing("/stick/sitrep.db".into())),
        BackupRefusal::NotOurs,
        BackupRefusal::Damaged(Damage::CutShort { found: 4096, whole: 8192 }),
        BackupRefusal::Unsound("a part of it does not read".to_owned()),
    ];
    let backup = backup.map(|why| Error::Backup(refused(why)));
    backup.into_iter().chain(restore.map(|why| Error::Restore(refused(why)))).collect()
}

fn about_bundles() -> Vec<Error> {
    let file = |why| StoreError::Bundle { file: "/stick/payments.bundle".into(), why };
    let id = uuid::Uuid::from_u128(0x019a_0000_0000_7000_8000_0000_0000_0001);
    let (event, incident, device) = (EventId(id), IncidentId(id), uuid::Uuid::from_u128(0x4000_8000_0000_0000_0001));
    let written = [
        BundleRefusal::Exists,
        BundleRefusal::Folder,
        BundleRefusal::InUse,
        BundleRefusal::NoBundle,
        BundleRefusal::Unwritable(Obstacle::Missing("/stick".into())),
        BundleRefusal::Unfit { event, fault: LineFault::TooLong },
    ];
    let read = [
        BundleRefusal::Unreadable("it is a pipe, and no file".into()),
        BundleRefusal::NotOurs,
        BundleRefusal::Backup,
        BundleRefusal::Newer { found: 2, known: 1 },
        BundleRefusal::CutShort,
        BundleRefusal::Damaged,
        BundleRefusal::Malformed { line: 7, fault: BundleFault::Line(LineFault::Handle) },
        BundleRefusal::Malformed { line: 9, fault: BundleFault::Elsewhere },
        BundleRefusal::TooManyRedactions,
        BundleRefusal::UnreadJson("missing field `texts` at line 1 column 90".into()),
        BundleRefusal::MalformedJson { part: "picture 9f86d081".into(), fault: BundleFault::OtherPicture },
        BundleRefusal::TooLongJson,
        BundleRefusal::RedactedCopy,
        BundleRefusal::Practice,
        BundleRefusal::Real,
        BundleRefusal::Contradicts(Contradiction::Event(event)),
        BundleRefusal::Contradicts(Contradiction::Number { event, device, index: 7 }),
        BundleRefusal::Contradicts(Contradiction::Undeclared(incident)),
    ];
    let closed = StoreError::Folder { folder: "/data".into(), why: Obstacle::ReadOnlyFileSystem("/data".into()) };
    let written = written.into_iter().map(|why| Error::Export(file(why)));
    written.chain(read.into_iter().map(|why| Error::Import(file(why)))).chain([Error::Import(closed)]).collect()
}

fn about_the_team() -> Vec<Error> {
    let name = || "templates/status.j2".to_owned();
    let problem = || "line 4: there is no variable 'titel'".to_owned();
    let fault = TeamFileError { line: Some(3), key: Some("severity.P1".to_owned()), reason: "it is no number".to_owned() };
    let refusals = [
        TeamFileRefusal::Name("../x".to_owned()),
        TeamFileRefusal::Unreadable { name: name(), reason: "it cannot be read (permission denied)".to_owned() },
        TeamFileRefusal::ChangedElsewhere(name()),
        TeamFileRefusal::Faulty { name: name(), problem: problem() },
    ];
    let others = [
        Error::Policy(fault),
        Error::Template { name: "status".to_owned(), error: TemplateError { line: Some(4), reason: problem() } },
        Error::UnknownTemplate("statsu".to_owned()),
        Error::SecurityAnswered(None),
        Error::SecurityAnswered(Some("keys were leaked".to_owned())),
        Error::ReviewUnwritten(vec!["Summary".to_owned(), "Root Cause".to_owned()]),
        ReviewRefusal::WrittenMeanwhile { field: ReviewField::Summary, by: "@ben".to_owned(), at: DateTime::UNIX_EPOCH }.into(),
        ReviewRefusal::WhyWrittenMeanwhile { by: "@ben".to_owned() }.into(),
        ReviewRefusal::UnknownPart("moods".to_owned()).into(),
        ReviewRefusal::NoSuchWhy.into(),
        Error::NotForOnePerson("Status update".to_owned()),
        Error::UnknownField {
            label: "Initial alert".to_owned(),
            field: UpdateField::CurrentState,
            has: vec![UpdateField::Impact, UpdateField::IncidentCommander],
        },
        Error::BadTeamFile { path: "services.toml".to_owned(), reason: "there is no such file".to_owned() },
        Error::UnknownMitigation { name: "rolback".to_owned(), nearest: Some("rollback".to_owned()) },
        Error::UnknownLink,
        Error::Changes(ChangesError::GitMissing),
    ];
    others.into_iter().chain(refusals.map(Error::TeamFile)).collect()
}

fn about_what_was_typed() -> Vec<Error> {
    let quick = [
        QuickEntryError::Status(UnknownStatus("fixed".to_owned())),
        QuickEntryError::Severity(UnknownSeverity("P7".to_owned())),
        QuickEntryError::Role(UnknownRole("boss".to_owned())),
        QuickEntryError::Finding(UnknownFinding("weather".to_owned())),
        QuickEntryError::Incomplete { verb: "status", needs: "a status" },
    ];
    let others = [
        Error::Declaration(DeclarationError::EmptyTitle),
        Error::Declaration(DeclarationError::LongTitle(10_000)),
        Error::Declaration(DeclarationError::UnknownSeverity(UnknownSeverity("P7".to_owned()))),
        Error::SeverityMissing,
        Error::Instant(InstantError::Unreadable("teatime".to_owned())),
        Error::Instant(InstantError::Future(DateTime::UNIX_EPOCH)),
        Error::Instant(InstantError::Year(DateTime::UNIX_EPOCH)),
        Error::Instant(InstantError::Zone(ZoneError::Several { letters: "IST", write: "Asia/Kolkata or +05:30" })),
        Error::Instant(InstantError::Zone(ZoneError::Unknown("XYZ".to_owned()))),
        Error::NoTimes,
        Error::Picture(PictureError::Unknown),
        Error::PictureGone,
        Error::PictureNeedsEntry,
        Error::Empty("the entry"),
        Error::DraftTooLong { holds: 100_000_000, at_most: 8_000_000 },
        Error::EntryTooLong { holds: 200_000_000, at_most: 64_000 },
        Error::NamesNobody("nobody yet".into()),
    ];
    others.into_iter().chain(quick.map(Error::QuickEntry)).collect()
}

fn about_incidents() -> Vec<Error> {
    let handles = ["2026-11-23-payments-failing", "2026-11-23-payments-slow"].map(str::to_owned);
    let reasons = [
        ReasonNeeded::EarlyResolution,
        ReasonNeeded::Reopening,
        ReasonNeeded::Downgrade,
        ReasonNeeded::DroppedAction,
        ReasonNeeded::ReopenedAction,
        ReasonNeeded::SkippedStep,
        ReasonNeeded::UndoneMitigation,
        ReasonNeeded::NoSecurity,
        ReasonNeeded::Withdrawal,
        ReasonNeeded::SilentEscalation,
        ReasonNeeded::StoppedEscalation,
    ];
    let others = [
        Error::NoneActive,
        Error::DeclaredAlready(DeclaredAlready {
            handle: handles[0].clone(),
            severity: Severity::P1,
            title: "Payments failing".to_owned(),
            status: Status::Investigating,
            declared: "14:00 UTC".to_owned(),
            raise_to: Some(Severity::P0),
        }),
        Error::UnknownIncident("search".to_owned()),
        Error::Ambiguous { part: "payments".to_owned(), handles: handles.into() },
        Error::TargetIsOver { severity: Severity::P2, title: "Search is slow".to_owned() },
        Error::UnknownEvent,
        Error::HoldsSecrets(vec!["Password 'hunt…'".to_owned()]),
        Error::NothingToRedact("hunter2".to_owned()),
        Error::NothingAttached,
        Error::NobodyDebugs,
        Error::Unverified(vec!["Latency returning to normal".to_owned(), "12 min of quiet to go".to_owned()]),
        Error::UnknownDeadline,
        Error::NoEscalation(Severity::P3),
        Error::NothingAutomatic,
        Error::SecurityIsP0,
        Error::SameSeverity(Severity::P1),
        Error::SnoozeTooLong,
        Error::WhichLowering,
        Error::AlreadyWithdrawn,
        Error::Merge(MergeRefusal::IntoItself),
        Error::Merge(MergeRefusal::IntoWithdrawn("2026-11-23-payments-slow".to_owned())),
        Error::Merge(MergeRefusal::Already("2026-11-23-payments-slow".to_owned())),
        Error::Merge(MergeRefusal::NotMerged),
        Error::Merge(MergeRefusal::NothingChosen),
        Error::Merge(MergeRefusal::NoEntry("7".to_owned())),
        Error::Postmortem(PostmortemRefusal::NoDay),
        Error::Postmortem(PostmortemRefusal::NoTitle),
        Error::Postmortem(PostmortemRefusal::BadDay("someday".to_owned())),
        Error::Postmortem(PostmortemRefusal::Ahead("2030-01-01 14:00 UTC".to_owned())),
        Error::Postmortem(PostmortemRefusal::Already("2026-11-23-payments-slow".to_owned())),
        Error::NotWithdrawn,
        Error::UnknownSetting { name: "colour".to_owned(), known: vec!["author".to_owned(), "theme".to_owned()] },
        Error::BadSetting { name: "theme".to_owned(), value: "pink".to_owned() },
        Error::StillOpen,
        Error::NoneResolved,
        Error::NotScheduled,
        Error::ReviewTime(AheadError::Unreadable("teatime".to_owned())),
        Error::ReviewTime(AheadError::Over(DateTime::UNIX_EPOCH)),
        Error::NotResolved,
    ];
    others.into_iter().chain(reasons.map(Error::ReasonNeeded)).collect()
}

fn about_work() -> Vec<Error> {
    let kinds = [WorkKind::Hypothesis, WorkKind::Mitigation, WorkKind::Finding, WorkKind::Change, WorkKind::Entry, WorkKind::Notified];
    let others = [
        Error::AmbiguousWork { what: WorkKind::Hypothesis, of: vec!["v314 leaks".to_owned(), "v314 retries".to_owned()] },
        Error::AlreadyStarted,
        Error::UnknownAction,
        Error::TimeboxLength,
        Error::DueDate("someday".to_owned()),
        Error::FiguresSpan(RangeError::TooLong),
        Error::TickedByFact(ChecklistLine::ChannelOpened),
        Error::KeptByTheClock,
        Error::UnknownQuestion,
        Error::NothingWatched,
    ];
    kinds.map(|what| Error::UnknownWork { what, part: "v314".to_owned() }).into_iter().chain(others).collect()
}

fn about_messages() -> Vec<Error> {
    let (label, fields) = ("Status update".to_owned(), vec![UpdateField::CurrentState, UpdateField::Impact]);
    let found = vec!["AWS access key 'AKIA…'".to_owned(), "A person's name '@raj'".to_owned()];
    vec![
        Error::UnknownUpdate,
        Error::MissingFields { label: label.clone(), fields: fields.clone() },
        Error::Guarded { label: label.clone(), fields: vec![], found: found.clone(), outdated: vec![] },
        Error::Guarded { label, fields, found, outdated: vec![UpdateField::CurrentState] },
        Error::FileExists("/home/ana/payments.html".into()),
        Error::StillInCopy(StillThere { original: "eu-1.internal".to_owned(), place: "the copy" }),
        Error::Redaction(ChoiceRefusal::SecretStays),
        Error::Redaction(ChoiceRefusal::UnknownWord("raj".to_owned())),
        Error::Redaction(ChoiceRefusal::Blank),
    ]
}

fn about_runbooks() -> Vec<Error> {
    vec![
        Error::UnknownRunbook("api-latncy".to_owned()),
        Error::AmbiguousRunbook(vec!["payments/restart.md".to_owned(), "search/restart.md".to_owned()]),
        Error::UnknownRun,
        Error::UnknownRunStep(7),
        Error::LeadsNowhere("../old/pool.md".to_owned()),
        Error::BadRunbookRules("line 2: there is no rule 'RB99'".to_owned()),
        Error::NoRunbookFolder("/home/ana/runbooks".into()),
    ]
}

fn about_alerts() -> Vec<Error> {
    let alert = [
        AlertError::Empty,
        AlertError::TooLong { bytes: 9_000_000, most: 8_000_000 },
        AlertError::TooDeep,
        AlertError::CutOff { line: 12 },
        AlertError::NotAnAlert,
        AlertError::UnknownJson { keys: "id, text".to_owned() },
        AlertError::Subscription,
    ];
    let source = [SourceError::NoName, SourceError::UrlScheme];
    let others = [
        Error::BadAlertMappings("line 3: there is no key 'titel'".to_owned()),
        Error::UnknownAlertSource("production".to_owned()),
        Error::NothingFires,
    ];
    let read = alert.map(Error::Alert).into_iter().chain(source.map(Error::AlertSource));
    read.chain(others).collect()
}
