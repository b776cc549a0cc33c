//! `sitrep backup`.

use std::path::PathBuf;

use clap::Args;
use sitrep_workstation::{BackupMade, Over};

use crate::command_line::CommandLine;
use crate::output::{Refusal, counted, joined};

/// Write everything into one file that restores it: sitrep backup /media/stick/sitrep.db
///
/// Incidents, settings, drafts and pictures are in it. The app may go on meanwhile. The file is read through before it gets its name.
#[derive(Debug, Args)]
pub struct BackupArgs {
    /// The file
    file: PathBuf,
    /// Write over an earlier backup
    #[arg(long)]
    replace: bool,
}

pub fn run(cli: &CommandLine, args: &BackupArgs) -> Result<(), Refusal> {
    let over = if args.replace { Over::Earlier } else { Over::Nothing };
    let made = cli.workstation.back_up(&args.file, over)?;
    cli.answer(&made, || lines(&made))
}

fn lines(made: &BackupMade) -> String {
    let (incidents, events) = (counted(made.contents.incidents, "incident"), counted(made.contents.events, "event"));
    let held = format!("{incidents}, {events} and {}, read through.", counted(made.pictures, "picture"));
    let missing = (made.pictures_missing > 0)
        .then(|| format!("{} that entries name had no file any more.", counted(made.pictures_missing, "picture")));
    joined([made.file.clone(), held].into_iter().chain(missing))
}
