//! A stable word for each refusal.

use sitrep_core::text::{DeclarationError, InstantError, QuickEntryError};
use sitrep_store::{BundleRefusal, StoreError};

use super::error::Error;

impl Error {
    /// A stable word for scripts and pages.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoHome => "no_home",
            Self::RelativeFolder { .. } => "relative_folder",
            Self::Store(error)
            | Self::Search(error)
            | Self::Backup(error)
            | Self::Restore(error)
            | Self::Export(error)
            | Self::Import(error) => store_code(error),
            Self::SearchRange(_) => "bad_search_range",
            Self::Policy(_) => "bad_policy",
            Self::Template { .. } => "bad_template",
            Self::UnknownTemplate(_) => "unknown_template",
            Self::UnknownField { .. } => "unknown_field",
            Self::SecurityAnswered(_) => "security_answered",
            Self::ReviewUnwritten(_) => "review_unwritten",
            Self::Review(refusal) => refusal.code(),
            Self::Merge(refusal) => refusal.code(),
            Self::Postmortem(refusal) => refusal.code(),
            Self::NotForOnePerson(_) => "not_for_one_person",
            Self::TeamFile(refusal) => refusal.code(),
            Self::BadTeamFile { .. } => "bad_team_file",
            Self::Unverified(_) => "reason_needed",
            Self::UnknownMitigation { .. } => "unknown_mitigation",
            Self::File(_) => "file_not_written",
            Self::FileExists(_) => "file_exists",
            Self::StillInCopy(_) => "still_in_copy",
            Self::Redaction(_) => "bad_redaction",
            Self::Pdf(error) => error.code(),
            Self::Watch(_) => "not_watched",
            Self::Declaration(DeclarationError::EmptyTitle) => "empty_title",
            Self::Declaration(DeclarationError::LongTitle(_)) => "long_title",
            Self::Declaration(DeclarationError::UnknownSeverity(_)) => "unknown_severity",
            Self::DeclaredAlready(_) => "declared_already",
            Self::SeverityMissing => "severity_missing",
            Self::Instant(error) | Self::QuickEntry(QuickEntryError::Instant(error)) => instant_code(error),
            Self::NoTimes => "no_times",
            Self::Picture(_) => "bad_picture",
            Self::PictureGone => "picture_gone",
            Self::PictureNeedsEntry => "picture_needs_entry",
            Self::QuickEntry(QuickEntryError::Severity(_)) => "unknown_severity",
            Self::QuickEntry(_) => "bad_quick_entry",
            Self::Empty(_) => "empty",
            Self::EntryTooLong { .. } => "entry_too_long",
            Self::DraftTooLong { .. } => "draft_too_long",
            Self::NamesNobody(_) => "names_nobody",
            Self::NoneActive => "none_active",
            Self::UnknownIncident(_) => "unknown_incident",
            Self::Ambiguous { .. } => "ambiguous_incident",
            Self::TargetIsOver { .. } => "target_is_over",
            Self::UnknownEvent => "unknown_event",
            Self::HoldsSecrets(_) => "holds_secrets",
            Self::NothingToRedact(_) => "nothing_to_redact",
            Self::NobodyDebugs => "nobody_debugs",
            Self::NothingAttached => "nothing_attached",
            Self::UnknownRunbook(_) => "unknown_runbook",
            Self::AmbiguousRunbook(_) => "ambiguous_runbook",
            Self::UnknownRun => "unknown_run",
            Self::UnknownRunStep(_) => "unknown_run_step",
            Self::BadRunbookRules(_) => "bad_runbook_rules",
            Self::Alert(error) => error.code(),
            Self::BadAlertMappings(_) => "bad_alert_mappings",
            Self::AlertSource(error) => error.code(),
            Self::UnknownAlertSource(_) => "unknown_alert_source",
            Self::NothingFires => "nothing_fires",
            Self::NoRunbookFolder(_) => "no_runbook_folder",
            Self::UnknownUpdate => "unknown_update",
            Self::UnknownWork { .. } => "unknown_work",
            Self::AmbiguousWork { .. } => "ambiguous_work",
            Self::AlreadyStarted => "already_started",
            Self::FiguresSpan(_) => "bad_figures_span",
            Self::UnknownAction => "unknown_action",
            Self::UnknownDeadline => "unknown_deadline",
            Self::TimeboxLength => "timebox_length",
            Self::SnoozeTooLong => "snooze_too_long",
            Self::DueDate(_) => "bad_due_date",
            Self::NoEscalation(_) => "no_escalation",
            Self::NothingAutomatic => "nothing_automatic",
            Self::SecurityIsP0 => "security_is_p0",
            Self::SameSeverity(_) => "same_severity",
            Self::WhichLowering => "which_lowering",
            Self::ReasonNeeded(_) => "reason_needed",
            Self::MissingFields { .. } => "missing_fields",
            Self::Guarded { .. } => "guarded",
            Self::Changes(error) => error.code(),
            Self::TickedByFact(_) => "ticked_by_fact",
            Self::KeptByTheClock => "kept_by_the_clock",
            Self::UnknownQuestion => "unknown_question",
            Self::NothingWatched => "not_resolved",
            Self::UnknownLink => "unknown_link",
            Self::LeadsNowhere(_) => "leads_nowhere",
            Self::ReviewTime(_) => "bad_review_time",
            Self::NotScheduled => "not_scheduled",
            Self::NoneResolved => "none_resolved",
            Self::StillOpen => "still_open",
            Self::AlreadyWithdrawn => "already_withdrawn",
            Self::NotWithdrawn => "not_withdrawn",
            Self::UnknownSetting { .. } => "unknown_setting",
            Self::BadSetting { .. } => "bad_setting",
            Self::NotResolved => "not_resolved",
        }
    }
}

fn instant_code(error: &InstantError) -> &'static str {
    match error {
        InstantError::Unreadable(_) => "bad_time",
        InstantError::Zone(_) => "bad_zone",
        InstantError::Future(_) => "future_time",
        InstantError::Year(_) => "doubtful_year",
    }
}

fn store_code(error: &StoreError) -> &'static str {
    match error {
        StoreError::Folder { why, .. } if why.is_about_writing() => "read_only",
        StoreError::Folder { .. } => "data_folder",
        StoreError::Locked(_) => "locked",
        StoreError::Full(_) => "disk_full",
        StoreError::Newer { .. } => "newer_schema",
        StoreError::NotOurs(_) => "not_ours",
        StoreError::SetAside { .. } => "set_aside",
        StoreError::Broken { .. } | StoreError::Damaged(_) => "damaged",
        StoreError::DiskFailed(_) => "disk_failed",
        StoreError::Uncertain(_) => "uncertain",
        StoreError::Backup { .. } => "backup_file",
        StoreError::Unsearchable { .. } => "unsearchable",
        StoreError::Bundle { why, .. } => bundle_code(why),
        StoreError::OldSqlite(_) => "old_sqlite",
        StoreError::UnknownIncident => "unknown_incident",
        StoreError::Body(_) | StoreError::Sqlite(_) | StoreError::Upgrade(_) => "storage",
    }
}

fn bundle_code(why: &BundleRefusal) -> &'static str {
    match why {
        BundleRefusal::Newer { .. } => "bundle_newer",
        BundleRefusal::CutShort | BundleRefusal::Damaged => "bundle_damaged",
        BundleRefusal::Malformed { .. }
        | BundleRefusal::MalformedJson { .. }
        | BundleRefusal::UnreadJson(_)
        | BundleRefusal::TooManyRedactions => "bundle_malformed",
        BundleRefusal::RedactedCopy => "bundle_redacted",
        BundleRefusal::Practice | BundleRefusal::Real => "bundle_practice",
        BundleRefusal::Contradicts(_) => "bundle_contradicts",
        BundleRefusal::Exists
        | BundleRefusal::Folder
        | BundleRefusal::InUse
        | BundleRefusal::NoBundle
        | BundleRefusal::Unwritable(_)
        | BundleRefusal::Unfit { .. }
        | BundleRefusal::Unreadable(_)
        | BundleRefusal::NotOurs
        | BundleRefusal::TooLongJson
        | BundleRefusal::Backup => "bundle_file",
    }
}
