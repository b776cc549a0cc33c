//! `sitrep merge`.

use clap::Args;
use serde_json::json;
use sitrep_workstation::acts::Merged;
use sitrep_workstation::screens::owed_elsewhere_line;

use crate::command_line::CommandLine;
use crate::output::{Refusal, joined};

/// Merge an incident into another that it is a part of; --undo takes that back
#[derive(Debug, Args)]
pub struct MergeArgs {
    /// The one that is a part of the other: any unambiguous part of its handle
    #[arg(value_name = "INCIDENT")]
    named: String,
    /// The one that it is a part of
    #[arg(long, value_name = "INCIDENT", required_unless_present = "undo")]
    into: Option<String>,
    /// Take the merge back: it stands for itself again
    #[arg(long, conflicts_with = "into")]
    undo: bool,
}

pub fn run(cli: &CommandLine, args: &MergeArgs) -> Result<(), Refusal> {
    match args.into.as_deref().filter(|_| !args.undo) {
        Some(into) => merge(cli, &args.named, into),
        None => undo(cli, &args.named),
    }
}

fn merge(cli: &CommandLine, named: &str, into: &str) -> Result<(), Refusal> {
    let merged = cli.workstation.merge(named, into)?;
    cli.answer(&merged, || page(&merged))
}

fn page(Merged { handle, into, recorded, owed, worse }: &Merged) -> String {
    let done = format!("Merged {handle} into {into}: {recorded} lines recorded there\nTake it back: sitrep merge {handle} --undo");
    let worse = worse.map(|severity| format!("It was {severity}, which is worse than the other: sitrep severity {severity} -i {into}"));
    joined([Some(done), owed_elsewhere_line(owed), worse].into_iter().flatten())
}

fn undo(cli: &CommandLine, named: &str) -> Result<(), Refusal> {
    let handle = cli.workstation.find(Some(named))?.summary.handle;
    let from = cli.workstation.undo_merge(&handle)?;
    cli.answer(&json!({ "handle": handle, "from": from }), || format!("{handle} stands for itself again, apart from {from}"))
}
