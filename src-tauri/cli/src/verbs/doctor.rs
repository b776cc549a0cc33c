//! `sitrep doctor`.

use clap::Args;

use crate::command_line::GlobalArgs;
use crate::output::Refusal;

/// Say in plain words what works here: data, policy, desktop
#[derive(Debug, Args)]
pub struct DoctorArgs {}

pub fn run(global: GlobalArgs) -> Result<(), Refusal> {
    crate::doctor::run(&global.folders(), global.json)
}
