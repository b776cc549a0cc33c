//! `sitrep update`.

use clap::Args;
use serde_json::{Value, json};
use sitrep_core::event::UpdateSent;
use sitrep_core::messages::Length;
use sitrep_core::vocabulary::{UpdateField, UpdateFormat, UpdateKind};
use sitrep_workstation::Error;
use sitrep_workstation::messages::{ComposeInput, LedgerState};

use crate::command_line::{CommandLine, IncidentArg, copy_message, one_of, update_format};
use crate::output::{Refusal, note};

/// Print the next update, exactly as it would be copied; says on standard error when it is longer than its form takes
#[derive(Debug, Args)]
pub struct UpdateArgs {
    /// Which template; the one that comes next unless given
    #[arg(long, value_parser = one_of::<UpdateKind>(UpdateKind::ALL.map(UpdateKind::word)))]
    kind: Option<UpdateKind>,
    /// Another template by its name, as `sitrep template list` shows it
    #[arg(long, value_name = "NAME", conflicts_with = "kind")]
    template: Option<String>,
    /// For whom, where the template is written for one person
    #[arg(long)]
    person: Option<String>,
    /// In which form; the last one used for that audience unless given
    #[arg(long, value_parser = update_format())]
    format: Option<UpdateFormat>,
    /// Fill or change a field: --set current_state='Card payments fail'
    #[arg(long = "set", value_name = "FIELD=TEXT", value_parser = edit)]
    edits: Vec<(UpdateField, String)>,
    /// Say that a field which is older than what happened still holds
    #[arg(long = "still-holds", value_name = "FIELD", value_parser = one_of::<UpdateField>(UpdateField::ALL.map(UpdateField::word)))]
    still_holds: Vec<UpdateField>,
    /// Put it on the clipboard
    #[arg(long)]
    copy: bool,
    /// Put plain words in place of what the guard finds (secrets, and for customers internal names, people, blame and jargon), and
    /// the newest facts in place of what is older
    #[arg(long)]
    fix: bool,
    /// Let it go out as it is, with what is still to be filled or looked at
    #[arg(long)]
    anyway: bool,
    /// Count it as sent, which restarts the clock
    #[arg(long)]
    sent: bool,
    /// Take the last one back: it was not sent
    #[arg(long, conflicts_with_all = ["copy", "sent", "kind", "template", "person", "fix", "anyway", "format", "edits", "still_holds"])]
    not_sent: bool,
    #[command(flatten)]
    incident: IncidentArg,
}

fn edit(text: &str) -> Result<(UpdateField, String), String> {
    let (field, value) = text.split_once('=').ok_or("expected FIELD=TEXT")?;
    let known = || UpdateField::ALL.map(UpdateField::word).join(", ");
    let field = field.trim().parse().map_err(|_| format!("no such field; there are {}", known()))?;
    Ok((field, value.to_owned()))
}

pub fn run(cli: &CommandLine, args: UpdateArgs) -> Result<(), Refusal> {
    // The all-clear is sent when nothing is active any more.
    let handle = cli.find_any(&args.incident)?;
    if args.not_sent { take_back(cli, &handle) } else { send(cli, &handle, args) }
}

fn send(cli: &CommandLine, handle: &str, args: UpdateArgs) -> Result<(), Refusal> {
    let (copy, sent) = (args.copy, args.sent);
    let input = input(cli, handle, args)?;
    let ready = cli.workstation.ready_update(&input)?;
    let composed = cli.workstation.compose_update(&input)?;
    if let Some(warning) = &composed.length.too_long {
        note(warning);
    }
    if let Some(off) = &composed.not_looked_for {
        note(off);
    }
    for (label, advice) in composed.fields.into_iter().filter_map(|one| Some((one.label, one.advice?))) {
        note(&format!("{label}: {advice}"));
    }
    if cli.workstation.has_message_draft(&input)? {
        note("What is half typed for it in the window is not in it, and stays there.");
    }
    let message = &ready.message;
    if copy {
        copy_message(message)?;
    }
    if sent {
        cli.workstation.record_update(&ready)?;
    }
    // What is printed is what pastes: the formatted flavour where the form is formatted.
    cli.answer(&shape(message, &composed.length, sent), || message.pasted().to_owned())
}

fn input(cli: &CommandLine, handle: &str, args: UpdateArgs) -> Result<ComposeInput, Error> {
    let template = args.template.as_deref().or(args.kind.map(UpdateKind::word));
    let mut input = cli.workstation.compose_input(handle, template, args.format)?;
    input.anyway = args.anyway;
    let input = cli.workstation.for_person(input, args.person)?;
    let input = cli.workstation.with_fields(input, args.edits)?;
    let input = cli.workstation.keep_as_held(input, &args.still_holds)?;
    if args.fix { cli.workstation.mend(input) } else { Ok(input) }
}

fn shape(message: &UpdateSent, length: &Length, sent: bool) -> Value {
    json!({
        "kind": message.head.update, "template": message.head.template(), "format": message.head.format, "subject": message.head.subject,
        "text": message.text, "html": message.html, "sent": sent,
        "length": length,
    })
}

/// Takes back the last one that counts as sent.
fn take_back(cli: &CommandLine, handle: &str) -> Result<(), Refusal> {
    let updates = cli.workstation.incident_screen(handle)?.updates;
    let last = updates.iter().find(|row| row.state == LedgerState::Sent);
    let (last, id) = last.and_then(|row| Some((row, row.id?))).ok_or(Error::UnknownEvent)?;
    cli.workstation.take_back_update(handle, id)?;
    cli.answer(&json!({ "taken_back": id }), || format!("{} of {} taken back; the clock is where it was.", last.label, last.sent))
}
