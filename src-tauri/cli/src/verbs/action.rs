//! `sitrep action`.

use clap::Subcommand;
use serde_json::json;
use sitrep_core::documents::Tracker;
use sitrep_core::vocabulary::{ActionKind, ActionPriority};
use sitrep_workstation::Error;
use sitrep_workstation::acts::{ActionEdit, ActionInput};
use sitrep_workstation::screens::ActionItemView;

use super::action_board::{self, BoardArgs};
use crate::command_line::{CommandLine, IncidentArg, Subject, nth};
use crate::output::{Refusal, numbered};

/// Action items: add them, list them, see them through
#[derive(Debug, Subcommand)]
pub enum ActionCommand {
    #[command(flatten)]
    OfIncident(ItemCommand),
    /// List those of all incidents, late ones first: sitrep action board --owner @bo
    Board(BoardArgs),
    /// Print one as the text of an issue: sitrep action issue 2 --for gitlab
    Issue {
        /// Its number in the list
        number: usize,
        /// Where it is filed: github, gitlab or jira
        #[arg(long = "for", value_name = "TRACKER", default_value = "github")]
        tracker: Tracker,
        #[command(flatten)]
        incident: IncidentArg,
    },
}

/// What is done to the items of one incident.
#[derive(Debug, Subcommand)]
pub enum ItemCommand {
    /// Add one: sitrep action add 'Backfill the new column' --owner @bo --due 2w
    Add {
        /// What to do
        #[arg(required = true, num_args = 1..)]
        text: Vec<String>,
        /// Who does it
        #[arg(long, value_name = "PERSON")]
        owner: Option<String>,
        /// By the end of which day: 2026-12-01, tomorrow, 5d, 2w
        #[arg(long, value_name = "DATE", default_value = "")]
        due: String,
        /// What it is for: detect, prevent, mitigate or process
        #[arg(long)]
        kind: Option<ActionKind>,
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
    /// Change one: sitrep action edit 2 --due 1w --priority high
    Edit {
        /// Its number in the list
        number: usize,
        /// What to do
        #[arg(long)]
        text: Option<String>,
        /// By the end of which day; '' for no date
        #[arg(long, value_name = "DATE")]
        due: Option<String>,
        /// high, medium or low
        #[arg(long)]
        priority: Option<ActionPriority>,
        /// detect, prevent, mitigate or process
        #[arg(long)]
        kind: Option<ActionKind>,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// Say that somebody works on one
    Start {
        /// Its number in the list
        number: usize,
        /// Nobody does after all
        #[arg(long)]
        no: bool,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// Open one again that was done or dropped, for a reason
    Reopen {
        /// Its number in the list
        number: usize,
        /// Why
        #[arg(long)]
        reason: Option<String>,
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
    match command {
        ActionCommand::Board(args) => action_board::run(cli, args),
        ActionCommand::Issue { number, tracker, incident } => issue(cli, number, tracker, &incident),
        ActionCommand::OfIncident(command) => answer_with_items(cli, command),
    }
}

fn issue(cli: &CommandLine, number: usize, tracker: Tracker, incident: &IncidentArg) -> Result<(), Refusal> {
    let handle = cli.find_any(incident)?;
    let text = cli.workstation.action_issue(&handle, find(cli, &handle, number)?.id, tracker)?;
    cli.answer(&json!({ "issue": text }), || text.trim_end().to_owned())
}

fn answer_with_items(cli: &CommandLine, command: ItemCommand) -> Result<(), Refusal> {
    let subject = act(cli, command)?;
    let items = subject.told(cli.workstation.action_items(&subject.handle))?;
    let none = format!("{} has no action items. Add one: sitrep action add 'What to do' --owner @name --due 2w", subject.handle);
    cli.answer(&items, || numbered(items.iter().map(line), &none))
}

fn act(cli: &CommandLine, command: ItemCommand) -> Result<Subject, Error> {
    let workstation = &cli.workstation;
    match command {
        ItemCommand::Add { text, owner, due, kind, priority, incident } => {
            let input = ActionInput { text: text.join(" "), owner, priority, due, kind };
            cli.act_on_any(&incident, |handle| workstation.add_action(handle, &input))
        }
        ItemCommand::List(incident) => cli.look_at(&incident),
        ItemCommand::Assign { number, owner, incident } => {
            cli.act_on_any(&incident, |handle| workstation.assign_action(handle, find(cli, handle, number)?.id, owner.as_deref()))
        }
        ItemCommand::Edit { number, text, due, priority, kind, incident } => {
            let edit = ActionEdit { text, priority, kind, due };
            cli.act_on_any(&incident, |handle| workstation.change_action(handle, find(cli, handle, number)?.id, &edit))
        }
        ItemCommand::Start { number, no, incident } => {
            cli.act_on_any(&incident, |handle| workstation.start_action(handle, find(cli, handle, number)?.id, !no))
        }
        ItemCommand::Reopen { number, reason, incident } => {
            cli.act_on_any(&incident, |handle| workstation.reopen_action(handle, find(cli, handle, number)?.id, reason.as_deref()))
        }
        ItemCommand::Done { number, incident } => {
            cli.act_on_any(&incident, |handle| workstation.finish_action(handle, find(cli, handle, number)?.id))
        }
        ItemCommand::Drop { number, reason, incident } => {
            cli.act_on_any(&incident, |handle| workstation.drop_action(handle, find(cli, handle, number)?.id, reason.as_deref()))
        }
    }
}

fn find(cli: &CommandLine, handle: &str, number: usize) -> Result<ActionItemView, Error> {
    nth(cli.workstation.action_items(handle)?, number).ok_or(Error::UnknownAction)
}

fn line(item: &ActionItemView) -> String {
    let owner = item.owner.as_deref().unwrap_or("nobody");
    let due = item.due.as_deref().unwrap_or("no date   ");
    format!("{due}  {owner}  {:<6}  {}  {}", item.priority_label, item.status, item.text)
}
