//! `sitrep import`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use serde_json::{Value, json};
use sitrep_core::text::one_line;
use sitrep_workstation::{BundleImported, BundlePreview, DueReminder, IncidentInBundle, RenamedIncident};

use crate::command_line::{CommandLine, GlobalArgs, is_said_yes};
use crate::output::{Refusal, answer, counted, joined, note};

const NOT_CONFIRMED: &str = "Nothing was imported: it was not confirmed.";
const SAY_YES: &str = "Look at what it brings, then say --yes.";
const REFUSED: u8 = 1;
/// So many incidents tell enough.
const SHOWN: usize = 20;

/// Take in what another laptop exported, a bundle or JSON; what it brings is shown first
///
/// Twice is once, and the order of several does not matter. A file that is damaged, contradicts what is here, or is a redacted copy is
/// refused whole.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The bundle, or what `export --format json` wrote
    file: PathBuf,
    /// Import it without a question
    #[arg(long)]
    yes: bool,
}

pub fn run(cli: &CommandLine, global: GlobalArgs, args: &ImportArgs) -> Result<ExitCode, Refusal> {
    let bundle = cli.workstation.open_bundle(&args.file)?;
    let preview = cli.workstation.preview_bundle(&bundle)?;
    if !args.yes && !is_said_yes(global, &what_it_brings(&preview), "Import it?")? {
        return not_confirmed(global, &preview);
    }
    let done = cli.workstation.import_bundle(&bundle)?;
    answer(global.json, &with_imported(&done, true)?, || what_was_done(&done))?;
    Ok(ExitCode::SUCCESS)
}

fn not_confirmed(global: GlobalArgs, preview: &BundlePreview) -> Result<ExitCode, Refusal> {
    let mut told = with_imported(preview, false)?;
    told["error"] = json!({ "code": "not_confirmed", "message": NOT_CONFIRMED, "hint": SAY_YES });
    answer(global.json, &told, || what_it_brings(preview))?;
    if !global.json {
        note(&format!("{NOT_CONFIRMED}\n{SAY_YES}"));
    }
    Ok(ExitCode::from(REFUSED))
}

/// One shape for both, which says which of them it is.
fn with_imported(told: &impl Serialize, imported: bool) -> Result<Value, Refusal> {
    let mut told = serde_json::to_value(told).map_err(|error| Refusal::Unprinted(error.into()))?;
    told["imported"] = imported.into();
    Ok(told)
}

fn what_it_brings(preview: &BundlePreview) -> String {
    let events = format!("{} new here, {} here already", counted(preview.events_new, "event"), preview.events_known);
    let first = format!("The file holds {}: {events}.", counted(preview.incidents, "incident"));
    let nothing = preview.brings_nothing().then(|| "It brings nothing that is not here.".to_owned());
    joined([first].into_iter().chain(nothing).chain(changes(&preview.changes)).chain(remarks(preview)))
}

fn what_was_done(done: &BundleImported) -> String {
    let brought = &done.brought;
    let first = format!("Imported {} of {}.", counted(brought.events_new, "new event"), counted(brought.incidents, "incident"));
    let log = (!done.is_clean)
        .then(|| "The database's log may hold what was taken out until it is in use nowhere else: close Sitrep everywhere.".to_owned());
    joined([first].into_iter().chain(changes(&brought.changes)).chain(remarks(brought)).chain(due(&done.due)).chain(log))
}

fn changes(incidents: &[IncidentInBundle]) -> impl Iterator<Item = String> {
    let more = incidents.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| format!("  and {}", counted(more, "more incident")));
    incidents.iter().take(SHOWN).map(change).chain(more)
}

fn change(incident: &IncidentInBundle) -> String {
    let new = if incident.is_new { "new, " } else { "" };
    format!("  {}  {new}{}: {}", incident.handle, counted(incident.events_new, "event"), one_line(&incident.title))
}

/// What a person should know beside the numbers.
fn remarks(preview: &BundlePreview) -> Vec<String> {
    let remarks = [
        (preview.pictures_new, "Pictures that are new here"),
        (preview.texts_new, "Attached texts that are new here"),
        (preview.pictures_missing, "Pictures that its entries name and that are neither in it nor here"),
        (preview.redacted_here, "Events here that lose words for good, because they were redacted elsewhere"),
        (preview.stays_redacted, "Events that come with words that were redacted here, which stay out"),
        (preview.secrets, "What reads like it holds a secret, and stays as it was sent (sitrep redact takes it out)"),
        (preview.from_newer, "Events that only a newer Sitrep can read, and that are kept"),
    ];
    let remarks = remarks.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{what}: {count}."));
    remarks.chain(preview.renamed.iter().map(renamed)).collect()
}

fn renamed(RenamedIncident { from, to }: &RenamedIncident) -> String {
    format!("Another incident was declared as {from}, too: the one here reads {to}.")
}

fn due(due: &[DueReminder]) -> impl Iterator<Item = String> {
    let title = (!due.is_empty()).then(|| "Due when it came:".to_owned());
    let more = due.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| format!("  and {more} more"));
    let line = |one: &DueReminder| format!("  {}: {}", one_line(&one.incident), one_line(&one.title));
    title.into_iter().chain(due.iter().take(SHOWN).map(line)).chain(more).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preview() -> BundlePreview {
        let change = IncidentInBundle { handle: "payments".into(), title: "Payments\u{1b}[2J failing".into(), is_new: true, events_new: 3 };
        BundlePreview { incidents: 2, incidents_new: 1, events_new: 3, events_known: 1, changes: vec![change], ..BundlePreview::default() }
    }

    #[test]
    fn what_it_brings_is_named_before_the_question() {
        assert_eq!(
            what_it_brings(&preview()),
            "The file holds 2 incidents: 3 events new here, 1 here already.\n  payments  new, 3 events: Payments failing"
        );
        let nothing = BundlePreview { incidents: 1, events_known: 4, ..BundlePreview::default() };
        assert_eq!(
            what_it_brings(&nothing),
            "The file holds 1 incident: 0 events new here, 4 here already.\nIt brings nothing that is not here."
        );
    }

    #[test]
    fn what_a_person_should_know_is_said_in_words() {
        let renamed = vec![RenamedIncident { from: "payments".into(), to: "payments-3f9a".into() }];
        let all =
            BundlePreview { pictures_missing: 1, redacted_here: 2, stays_redacted: 1, secrets: 1, from_newer: 1, renamed, ..preview() };
        assert_eq!(
            remarks(&all).join("\n"),
            "Pictures that its entries name and that are neither in it nor here: 1.\n\
             Events here that lose words for good, because they were redacted elsewhere: 2.\n\
             Events that come with words that were redacted here, which stay out: 1.\n\
             What reads like it holds a secret, and stays as it was sent (sitrep redact takes it out): 1.\n\
             Events that only a newer Sitrep can read, and that are kept: 1.\n\
             Another incident was declared as payments, too: the one here reads payments-3f9a."
        );
    }
}
