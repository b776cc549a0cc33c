//! `sitrep ticket`.

use clap::Args;
use serde_json::json;
use sitrep_core::vocabulary::UpdateFormat;
use sitrep_workstation::acts::TicketInput;

use crate::command_line::{CommandLine, NamedIncident, Subject, update_format};
use crate::output::Refusal;

/// Print the text of its ticket, and note its number and who is assigned to it
#[derive(Debug, Args)]
pub struct TicketArgs {
    /// Its number or link; '' takes it away
    #[arg(long, value_name = "NUMBER")]
    number: Option<String>,
    /// Who works on it, such as @ana; '' for nobody
    #[arg(long, value_name = "PERSON")]
    assignee: Option<String>,
    /// In which form
    #[arg(long, value_parser = update_format(), default_value = "markdown")]
    format: UpdateFormat,
    #[command(flatten)]
    incident: NamedIncident,
}

pub fn run(cli: &CommandLine, args: &TicketArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let notes = args.number.is_some() || args.assignee.is_some();
    if notes {
        let input = TicketInput { number: args.number.clone(), assignee: args.assignee.clone() };
        cli.workstation.note_ticket(&handle, &input)?;
    }
    let subject = Subject { handle, acted: notes };
    let input = subject.told(cli.workstation.compose_input(&subject.handle, Some("ticket"), Some(args.format)))?;
    let text = subject.told(cli.workstation.ready_update(&input))?.message.pasted().to_owned();
    cli.answer(&json!({ "incident": subject.handle, "text": text }), || text.clone())
}
