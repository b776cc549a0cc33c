//! `sitrep updates`.

use clap::Args;
use sitrep_workstation::Error;
use sitrep_workstation::messages::{LedgerState, UpdateLedgerRow};

use crate::command_line::{CommandLine, IncidentArg, copy_message, nth};
use crate::output::{Refusal, numbered};

/// The ledger of updates and messages: what was drafted, sent, taken back; with words, those that hold them
#[derive(Debug, Args)]
pub struct UpdatesArgs {
    /// Words to look for
    words: Vec<String>,
    /// Put one on the clipboard again, by its number in the list
    #[arg(long, value_name = "NUMBER")]
    copy: Option<usize>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &UpdatesArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let rows = cli.workstation.update_ledger(&handle, &args.words.join(" "))?;
    match args.copy {
        Some(number) => copy(cli, &handle, nth(rows, number)),
        None => cli.answer(&rows, || numbered(rows.iter().map(line), "No update like that. Write one: sitrep update --copy --sent")),
    }
}

fn copy(cli: &CommandLine, handle: &str, row: Option<UpdateLedgerRow>) -> Result<(), Refusal> {
    let id = row.and_then(|row| row.id).ok_or(Error::UnknownUpdate)?;
    let message = cli.workstation.sent_update(handle, id)?;
    copy_message(&message)?;
    cli.answer(&message, || message.text.clone())
}

fn line(row: &UpdateLedgerRow) -> String {
    let back = if row.state == LedgerState::TakenBack { ", not sent" } else { "" };
    let first = row.text.lines().next().unwrap_or_default();
    format!("{}  {} to {}, {}{back}  {first}", row.sent, row.label, row.to, row.format)
}
