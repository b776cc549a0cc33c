//! What would help, in the keys and places of the windows.

use sitrep_workstation::{Help, WorkKind};

/// Opens the form that declares; the page's keymap takes it.
const DECLARE_KEY: &str = if cfg!(target_os = "macos") { "Cmd+N" } else { "Ctrl+N" };
/// Leads to the next step; the page's keymap takes it.
const NEXT_STEP_KEY: &str = if cfg!(target_os = "macos") { "Cmd+J" } else { "Ctrl+J" };

/// What to do, in a sentence or two.
pub fn help_in_words(help: &Help) -> String {
    match help {
        Help::Advice(words) => words.clone(),
        Help::TryAgainAfter(act) => format!("{act}, then try again. What you typed is still here."),
        Help::RestoreOrBeginAnew => {
            "`sitrep restore FILE` brings a backup back. Without one a new database is begun, and the old file stays.".to_owned()
        }
        Help::RestoreBackup => "`sitrep restore FILE` brings a backup back. The damaged file is kept.".to_owned(),
        Help::ReplaceBackup | Help::ReplaceBundle => "Choose another name.".to_owned(),
        Help::RestoreIt => "`sitrep restore FILE` restores it, which replaces what is here.".to_owned(),
        Help::ImportAsPractice => "`sitrep --practice import FILE` takes it in among practice incidents.".to_owned(),
        Help::ImportAsReal => "`sitrep import FILE` takes it in among real incidents.".to_owned(),
        Help::ReplaceFile => "Choose another name. The file is untouched.".to_owned(),
        Help::PrintFromBrowser(before) => format!("{before}Or choose HTML, which a browser prints."),
        Help::LookAtRedaction => "Look at the list of what becomes what: F2 gives it another word.".to_owned(),
        Help::CheckTheData => "Try again. If it stays, run `sitrep doctor` in a terminal: it tells what is wrong.".to_owned(),
        Help::ReadAgain => "Close and open the incident to see what others wrote.".to_owned(),
        Help::Declare => format!("Declare one first: {DECLARE_KEY} in the window, or /declare P1 Payments failing at checkout"),
        Help::GoOnWith(handle, Some(worse)) => {
            format!("/severity {worse} #{handle} raises that one. For another one, say in its title what is different.")
        }
        Help::GoOnWith(handle, None) => {
            format!("Go on with that one: #{handle} and a few words log to it. For another one, say in its title what is different.")
        }
        Help::AimAnew => {
            "Tab goes to another incident; a part of its handle, such as #payments, stays with this one. What you typed is still here."
                .to_owned()
        }
        Help::ListIncidents => "Any unambiguous part of its handle will do, such as #payments.".to_owned(),
        Help::NameOne(_) => "Give more of the handle.".to_owned(),
        Help::GiveWords => "Type it, then press Enter.".to_owned(),
        Help::GiveReason(_) => "Say why in a few words; it goes on the timeline.".to_owned(),
        Help::SayWhichLowering => {
            "Put it before the reason: /severity P3 got better, errors are gone (what its worst asked for stays owed), \
             or /severity P3 never was, one test account (that is owed no more)."
                .to_owned()
        }
        Help::ListWork(kind) => look_for(*kind).to_owned(),
        Help::KeepTheEnd => {
            "Keep what matters of it, which is often its end; or paste all of it, up to 2 MB, and attach it. What you typed is still here."
                .to_owned()
        }
        Help::LeaveNameOut => "Name one person, such as @ana; to leave it to nobody, leave it empty.".to_owned(),
        Help::LookBeforeTryingAgain => "Look at the timeline before you try again. What you typed is still here.".to_owned(),
        Help::LookAtTimeline => "Look at the timeline again; it may have changed elsewhere.".to_owned(),
        Help::PrintAnyway => "Take it out first, or print it as it is.".to_owned(),
        Help::ListDeadlines => "Look at the clocks again; it may have changed elsewhere.".to_owned(),
        Help::DenySecurity => "If it is none, press 'It is none' beneath the title first, with a reason.".to_owned(),
        Help::SnoozeForGood => "Choose 'none for this one' instead.".to_owned(),
        Help::ChangeSeverity => "Change the severity instead, with a reason.".to_owned(),
        Help::ListActionItems => "Look at the list in Review again.".to_owned(),
        Help::ListMitigationActions => "Choose one of the list; catalogue.toml adds to it.".to_owned(),
        Help::DoNextStep => format!("Do it in its own place: {NEXT_STEP_KEY} leads to the next step."),
        Help::GivePictureAgain => "Take it off and paste it again. What you typed is still here.".to_owned(),
        Help::LogPictureFirst => "Log the picture first, then press Enter on this; both are still here.".to_owned(),
        Help::ListTemplates => "Choose another of the templates that are offered.".to_owned(),
        Help::SayWhereItIsWritten => "Write what is open, or say where it is written.".to_owned(),
        Help::ListReviewParts => "Look at the review again; review.toml may have been changed.".to_owned(),
        Help::LookAtReview => "Look at the review again; it may have been changed elsewhere. What you typed is still here.".to_owned(),
        Help::ListDeployQuestions => "Look at the list of questions again.".to_owned(),
        Help::ListRunbooks => "Look at the list in Runbooks, or name another folder there.".to_owned(),
        Help::LookAtRun => "Look at the run in Runbook again; it may have changed elsewhere.".to_owned(),
        Help::ListMessages => "Look at the list of messages again.".to_owned(),
        Help::FillFields(_) => "Fill what is marked, or press 'Copy it as it is'.".to_owned(),
        Help::MendMessage(outdated) => {
            let holds = if outdated.is_empty() { "" } else { " Shift+F8 says that older words still hold." };
            format!("F8 mends what is marked, and 'Copy it as it is' lets it go out like that.{holds}")
        }
    }
}

fn look_for(kind: WorkKind) -> &'static str {
    match kind {
        WorkKind::Notified => "Look at the list in Team.",
        WorkKind::Entry => "Look for its words on the timeline.",
        WorkKind::Hypothesis | WorkKind::Finding | WorkKind::Change => "Write it down first, or look for its words in Investigate.",
        WorkKind::Mitigation => "Write it down first, or look for its words in Mitigate.",
    }
}
