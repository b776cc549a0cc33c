//! `sitrep export`.

use std::path::PathBuf;

use clap::Args;
use sitrep_workstation::{BundleMade, Over};

use crate::command_line::CommandLine;
use crate::output::{Refusal, counted, joined};

/// Write incidents into one file that another laptop imports: sitrep export --bundle payments.bundle payments
///
/// Their events, pictures and attached texts are in it, as they are. The app may go on meanwhile.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The file of the bundle
    #[arg(long, value_name = "FILE")]
    bundle: PathBuf,
    /// Write over an earlier bundle
    #[arg(long)]
    replace: bool,
    /// Any unambiguous part of each handle; all incidents where none is named
    incidents: Vec<String>,
}

pub fn run(cli: &CommandLine, args: &ExportArgs) -> Result<(), Refusal> {
    let over = if args.replace { Over::Earlier } else { Over::Nothing };
    let made = cli.workstation.export_bundle(&args.bundle, &args.incidents, over)?;
    cli.answer(&made, || lines(&made))
}

fn lines(made: &BundleMade) -> String {
    let (incidents, events) = (counted(made.incidents, "incident"), counted(made.events, "event"));
    let held = format!("{incidents}, {events} and {}.", counted(made.pictures, "picture"));
    let missing = (made.pictures_missing > 0)
        .then(|| format!("{} that entries name had no file any more.", counted(made.pictures_missing, "picture")));
    joined([made.file.clone(), held].into_iter().chain(missing))
}
