//! What would help, in the verbs and flags of the command line.

use sitrep_workstation::{Help, ReasonNeeded, WorkKind};

/// What to do, in a sentence or two.
pub fn help_in_words(help: &Help) -> String {
    match help {
        Help::Advice(words) => words.clone(),
        Help::TryAgainAfter(act) => format!("{act}, then try again."),
        Help::RestoreOrBeginAnew => {
            "Restore a backup: sitrep restore FILE. Without one, try again: a new database is begun, and the old file stays.".to_owned()
        }
        Help::RestoreBackup => "Restore a backup: sitrep restore FILE. The damaged file is kept; most of it can be recovered.".to_owned(),
        Help::ReplaceBackup => "Choose another name, or say --replace if it is an earlier backup.".to_owned(),
        Help::ReplaceBundle => "Choose another name, or say --replace if it is an earlier bundle.".to_owned(),
        Help::RestoreIt => "Restore it instead, which replaces what is here: sitrep restore FILE".to_owned(),
        Help::ImportAsPractice => "Import it among practice incidents: sitrep --practice import FILE".to_owned(),
        Help::ImportAsReal => "Import it without --practice.".to_owned(),
        Help::ReplaceFile => "Choose another name, or say --replace to write over it.".to_owned(),
        Help::PrintFromBrowser(before) => format!("{before}A browser prints the HTML: sitrep export --format html --out FILE"),
        Help::LookAtRedaction => "See what becomes what: --redacted --preview. Another word is --as WORD=OTHER.".to_owned(),
        Help::CheckTheData => "Try again; if it stays, sitrep doctor tells what is wrong.".to_owned(),
        Help::ReadAgain => "Run it again to see what others wrote.".to_owned(),
        Help::Declare => "Declare one first: sitrep declare 'P1 Payments failing at checkout'".to_owned(),
        Help::GoOnWith(handle, Some(worse)) => {
            format!("If it became worse, raise that one: sitrep severity {worse} -i {handle}. If another is meant, say --anyway.")
        }
        Help::GoOnWith(handle, None) => format!("Go on with that one: sitrep log -i {handle} WORDS. If another is meant, say --anyway."),
        Help::AimAnew => "Name another incident, or this one: sitrep log -i INCIDENT".to_owned(),
        Help::ListIncidents => "sitrep list shows the handles; any unambiguous part will do.".to_owned(),
        Help::NameOne(_) => "Give more of the handle.".to_owned(),
        Help::GiveWords => "Say it in a few words.".to_owned(),
        Help::GiveReason(what) => format!("Say why in a few words with {}; it goes on the timeline.", reason_flag(*what)),
        Help::SayWhichLowering => "What got better still owes what its worst asked for; --never-was takes that back: \
             sitrep severity SEVERITY --never-was --reason WHY"
            .to_owned(),
        Help::ListWork(kind) => look_for(*kind),
        Help::KeepTheEnd => "Keep its end, which often says most: tail -c 60000 FILE | sitrep log -\n\
             Or keep all of it beside an entry, up to 2 MB: sitrep log --attach FILE"
            .to_owned(),
        Help::LeaveNameOut => "Name one person, such as @ana; to leave it to nobody, leave the name out.".to_owned(),
        Help::LookBeforeTryingAgain => "Look before you try again: sitrep timeline".to_owned(),
        Help::LookAtTimeline => "sitrep timeline shows what stands there by now; it may have changed elsewhere.".to_owned(),
        Help::PrintAnyway => "--anyway prints it as it is.".to_owned(),
        Help::ListDeadlines => "sitrep deadlines shows those that run by now.".to_owned(),
        Help::DenySecurity => "If it is none, say so first, with a reason: sitrep security --no --reason WHY".to_owned(),
        Help::SnoozeForGood => "Say --for-good instead: no more reminders of this one.".to_owned(),
        Help::ChangeSeverity => "Change the severity instead, with a reason: sitrep severity SEVERITY --reason WHY".to_owned(),
        Help::ListActionItems => "sitrep action list shows them with their numbers.".to_owned(),
        Help::ListMitigationActions => "Choose one of the catalogue; catalogue.toml adds to it.".to_owned(),
        Help::DoNextStep => "Do it by its own verb: sitrep --help lists them.".to_owned(),
        Help::GivePictureAgain => "Give its file again: sitrep log --picture FILE".to_owned(),
        Help::LogPictureFirst => "Log the picture by itself first: sitrep log --picture FILE".to_owned(),
        Help::ListTemplates => "sitrep template list shows those there are.".to_owned(),
        Help::SayWhereItIsWritten => {
            "Write what is open (sitrep review edit PART TEXT), or say where it is written: --written LINK".to_owned()
        }
        Help::ListReviewParts => "sitrep review show lists the parts; review.toml adds sections to them.".to_owned(),
        Help::LookAtReview => "sitrep review show shows it as it stands.".to_owned(),
        Help::ListDeployQuestions => "sitrep change list shows them.".to_owned(),
        Help::ListRunbooks => "sitrep runbook list shows those there are; sitrep runbook folders --add FOLDER reads more.".to_owned(),
        Help::LookAtRun => "sitrep runbook run shows it as it stands.".to_owned(),
        Help::ListMessages => "sitrep updates shows them with their numbers.".to_owned(),
        Help::FillFields(fields) => {
            let flags: Vec<String> = fields.iter().map(|field| format!("--set {}='...'", field.word())).collect();
            format!("Fill what is missing: {}; or --anyway leaves it open.", flags.join(" "))
        }
        Help::MendMessage(outdated) => {
            let holds: Vec<String> =
                outdated.iter().map(|field| format!("--still-holds {} says that it is so still; ", field.word())).collect();
            format!("{}--fix mends what one word mends, and --anyway lets it go out as it is.", holds.concat())
        }
    }
}

fn reason_flag(what: ReasonNeeded) -> &'static str {
    match what {
        ReasonNeeded::EarlyResolution
        | ReasonNeeded::Reopening
        | ReasonNeeded::ReopenedReview
        | ReasonNeeded::Downgrade
        | ReasonNeeded::DroppedAction
        | ReasonNeeded::ReopenedAction
        | ReasonNeeded::SkippedStep
        | ReasonNeeded::Withdrawal
        | ReasonNeeded::SilentEscalation
        | ReasonNeeded::StoppedEscalation
        | ReasonNeeded::NoSecurity => "--reason",
        ReasonNeeded::UndoneMitigation => "--because",
    }
}

fn look_for(kind: WorkKind) -> String {
    match kind {
        WorkKind::Entry => "Look for its words: sitrep timeline".to_owned(),
        WorkKind::Notified => "See who is on the list: sitrep notify".to_owned(),
        WorkKind::Hypothesis | WorkKind::Mitigation | WorkKind::Finding | WorkKind::Change => {
            format!("Write it down first, or look: sitrep {kind} list")
        }
    }
}
