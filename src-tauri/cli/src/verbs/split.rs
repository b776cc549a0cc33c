//! `sitrep split`.

use std::collections::BTreeSet;

use clap::Args;
use sitrep_core::documents::TimelineRow;
use sitrep_core::vocabulary::{EventId, Severity};
use sitrep_workstation::MergeRefusal;
use sitrep_workstation::acts::DeclareInput;

use crate::command_line::{CommandLine, IncidentArg, nth};
use crate::output::Refusal;

/// Split entries off to an incident of their own; sitrep merge takes that back
#[derive(Debug, Args)]
pub struct SplitArgs {
    /// Severity and title of the new one, or the title alone with --severity
    #[arg(required = true, num_args = 1.., value_name = "TITLE")]
    line: Vec<String>,
    /// The entries, by their numbers in sitrep timeline --numbers or by their ids: 3,5,6-8
    #[arg(long, value_name = "N", value_delimiter = ',', required = true)]
    entries: Vec<String>,
    /// How bad the new one is
    #[arg(long)]
    severity: Option<Severity>,
    /// When it began; with the first of the entries unless given
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    started: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: SplitArgs) -> Result<(), Refusal> {
    let SplitArgs { line, entries, severity, started, incident } = args;
    let handle = cli.find_any(&incident)?;
    let chosen = chosen(cli, &handle, &entries)?;
    let input = DeclareInput { line: line.join(" "), severity, started, anyway: true, ..DeclareInput::default() };
    let split = cli.workstation.split(&handle, &chosen, &input)?;
    cli.answer(&split, || {
        let (new, from) = (&split.declared.handle, &split.from);
        format!("{new}\n{} entries of {from} are there now\nTake it back: sitrep merge {new} --into {from}", split.entries)
    })
}

/// The entries that were named, each once.
fn chosen(cli: &CommandLine, handle: &str, named: &[String]) -> Result<Vec<EventId>, Refusal> {
    let rows = cli.workstation.timeline(Some(handle))?;
    let all = named.iter().map(|name| one(&rows, name.trim()).ok_or_else(|| MergeRefusal::NoEntry(name.clone()).into()));
    let all = all.collect::<Result<Vec<_>, sitrep_workstation::Error>>()?;
    Ok(all.into_iter().flatten().collect::<BTreeSet<EventId>>().into_iter().collect())
}

/// A number, the first and last of several, or an id.
fn one(rows: &[TimelineRow], name: &str) -> Option<Vec<EventId>> {
    if let Ok(id) = name.parse() {
        return Some(vec![EventId(id)]);
    }
    let (first, last) = name.split_once('-').unwrap_or((name, name));
    let (first, last): (usize, usize) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    let ids = rows.iter().map(|row| row.id).collect::<Vec<_>>();
    (first..=last.min(rows.len() + 1)).map(|number| nth(ids.clone(), number)).collect::<Option<Vec<_>>>().filter(|ids| !ids.is_empty())
}
