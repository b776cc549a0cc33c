//! `sitrep action`.

use clap::Subcommand;
use sitrep_core::vocabulary::ActionPriority;
use sitrep_workstation::Error;
use sitrep_workstation::acts::ActionInput;
use sitrep_workstation::screens::ActionItemView;

use crate::command_line::{CommandLine, IncidentArg, Subject, nth};
use crate::output::{Refusal, numbered};

/// Action items: add them, list them, see them through
#[derive(Debug, Subcommand)]
pub enum ActionCommand {
    /// Add one: sitrep action add 'Backfill the new column' --owner @bo --due 2w
    Add {
        /// What to do
        #[arg(required = true, num_args = 1..)]
        text: Vec<String>,
        /// Who does it
        #[arg(long, value_name = "PERSON")]
        owner: Option<String>,
        /// By the end of which day: 2026-12-01, tomorrow, 5d, 2w
        #[arg(long, value_name = "DATE")]
        due: String,
        /// high, medium or low
        #[arg(long)]
        priority: Option<ActionPriority>,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// List them
    List(IncidentArg),
    /// Give one to somebody: sitrep action assign 2 @bo
    Assign {
        /// Its number in the list
        number: usize,
        /// Who does it; nobody takes it away
        owner: Option<String>,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// Mark one as done
    Done {
        /// Its number in the list
        number: usize,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// Drop one, for a reason
    Drop {
        /// Its number in the list
        number: usize,
        /// Why
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        incident: IncidentArg,
    },
}

pub fn run(cli: &CommandLine, command: ActionCommand) -> Result<(), Refusal> {
    let subject = act(cli, command)?;
    let items = subject.told(cli.workstation.action_items(&subject.handle))?;
    let none = format!("{} has no action items. Add one: sitrep action add 'What to do' --owner @name --due 2w", subject.handle);
    cli.answer(&items, || numbered(items.iter().map(line), &none))
}

fn act(cli: &CommandLine, command: ActionCommand) -> Result<Subject, Error> {
    let workstation = &cli.workstation;
    match command {
        ActionCommand::Add { text, owner, due, priority, incident } => {
            let input = ActionInput { text: text.join(" "), owner, priority, due };
            cli.act_on_any(&incident, |handle| workstation.add_action(handle, &input))
        }
        ActionCommand::List(incident) => cli.look_at(&incident),
        ActionCommand::Assign { number, owner, incident } => {
            cli.act_on_any(&incident, |handle| workstation.assign_action(handle, find(cli, handle, number)?.id, owner.as_deref()))
        }
        ActionCommand::Done { number, incident } => {
            cli.act_on_any(&incident, |handle| workstation.finish_action(handle, find(cli, handle, number)?.id))
        }
        ActionCommand::Drop { number, reason, incident } => {
            cli.act_on_any(&incident, |handle| workstation.drop_action(handle, find(cli, handle, number)?.id, reason.as_deref()))
        }
    }
}

fn find(cli: &CommandLine, handle: &str, number: usize) -> Result<ActionItemView, Error> {
    nth(cli.workstation.action_items(handle)?, number).ok_or(Error::UnknownAction)
}

fn line(item: &ActionItemView) -> String {
    let owner = item.owner.as_deref().unwrap_or("nobody");
    format!("{}  {}  {:<6}  {}  {}", item.due, owner, item.priority_label, item.status, item.text)
}
