//! `sitrep doctor`.

use clap::Args;

use crate::command_line::GlobalArgs;
use crate::doctor::Report;
use crate::output::{Refusal, answer};

/// Say in plain words what works here: data, policy, desktop
#[derive(Debug, Args)]
pub struct DoctorArgs {}

/// Storage that cannot be opened is one of the things that it tells.
pub fn run(global: GlobalArgs) -> Result<(), Refusal> {
    let report = Report::of(&global.folders());
    answer(global.json, &report.shape(), || report.text())
}
