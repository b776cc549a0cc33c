//! `sitrep export --bundle`.

use std::path::Path;

use sitrep_workstation::{BundleMade, Over};

use crate::command_line::CommandLine;
use crate::output::{Refusal, counted, joined};

/// Incidents as one file that another laptop imports: their events, pictures and attached texts, as they are.
pub fn run(cli: &CommandLine, file: &Path, incidents: &[String], replace: bool) -> Result<(), Refusal> {
    let over = if replace { Over::Earlier } else { Over::Nothing };
    let made = cli.workstation.export_bundle(file, incidents, over)?;
    cli.answer(&made, || lines(&made))
}

fn lines(made: &BundleMade) -> String {
    let (incidents, events) = (counted(made.incidents, "incident"), counted(made.events, "event"));
    let held = format!("{incidents}, {events} and {}.", counted(made.pictures, "picture"));
    let missing = (made.pictures_missing > 0)
        .then(|| format!("{} that entries name had no file any more.", counted(made.pictures_missing, "picture")));
    joined([made.file.clone(), held].into_iter().chain(missing))
}
