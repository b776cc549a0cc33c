//! `sitrep similar`.

use clap::Args;
use sitrep_workstation::screens::{SimilarIncident, UndoneAction};

use crate::command_line::{CommandLine, read_all_to_search};
use crate::output::{Refusal, bracketed, joined};

/// Find earlier incidents that are like one: why, what fixed them, and what is still to be done
#[derive(Debug, Args)]
pub struct SimilarArgs {
    /// Any unambiguous part of a handle
    #[arg(value_name = "INCIDENT")]
    named: Option<String>,
}

pub fn run(cli: &CommandLine, args: &SimilarArgs) -> Result<(), Refusal> {
    read_all_to_search(cli);
    let handle = cli.workstation.find_any(args.named.as_deref())?.summary.handle;
    let similar = cli.workstation.similar(&handle)?;
    cli.answer(&similar, || match similar.as_slice() {
        [] => format!("No earlier incident is like {handle}."),
        some => joined(some.iter().map(one)),
    })
}

fn one(similar: &SimilarIncident) -> String {
    let head = format!("{}  {}  {}  ({} ago)", similar.severity, similar.handle, similar.title, similar.ago);
    let told = |what: &str, words: &str| format!("    {what:<9}  {words}");
    let fixed = similar.fixed_by.as_deref().map(|action| told("Fixed by", action));
    let runbook = similar.runbook.as_ref().map(|run| told("Runbook", &format!("{}, {}", run.title, run.went)));
    let not_done = similar.not_done.iter().map(|action| told("Not done", &undone(action)));
    joined([head, format!("    {}", similar.because)].into_iter().chain(fixed).chain(runbook).chain(not_done))
}

fn undone(action: &UndoneAction) -> String {
    let owner = action.owner.as_deref().unwrap_or("nobody");
    format!("{}{}", action.text, bracketed(Some(format!("{owner}, {}", action.due))))
}
