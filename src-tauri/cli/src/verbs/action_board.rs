//! `sitrep action board`.

use clap::Args;
use sitrep_core::vocabulary::{ActionKind, ActionPriority};
use sitrep_workstation::screens::{BoardFilter, BoardGroup, BoardRow};

use crate::command_line::CommandLine;
use crate::output::{Refusal, joined};

/// Which action items of all incidents.
#[derive(Debug, Args)]
pub struct BoardArgs {
    /// Whose; nobody for those that nobody owns
    #[arg(long, value_name = "PERSON")]
    owner: Option<String>,
    /// detect, prevent, mitigate or process
    #[arg(long)]
    kind: Option<ActionKind>,
    /// high, medium or low
    #[arg(long)]
    priority: Option<ActionPriority>,
    /// Of incidents of this service
    #[arg(long)]
    service: Option<String>,
    /// Those that are closed, too
    #[arg(long)]
    all: bool,
}

pub fn run(cli: &CommandLine, args: BoardArgs) -> Result<(), Refusal> {
    let BoardArgs { owner, kind, priority, service, all: closed } = args;
    let board = cli.workstation.action_board(&BoardFilter { owner, kind, priority, service, closed })?;
    cli.answer(&board, || {
        let head = format!("{} open, {} late", board.open, board.late);
        joined([head].into_iter().chain(board.groups.iter().flat_map(group)))
    })
}

fn group(group: &BoardGroup) -> Vec<String> {
    let row = |row: &BoardRow| {
        let when = row.late.as_deref().or(row.item.due.as_deref()).unwrap_or("no date");
        let owner = row.item.owner.as_deref().unwrap_or("nobody");
        format!(
            "  {when}  {owner}  {:<6}  {}  {}  ({} {})",
            row.item.priority_label, row.item.status, row.item.text, row.severity, row.handle
        )
    };
    [group.title.clone()].into_iter().chain(group.rows.iter().map(row)).collect()
}
