//! The arguments that every verb takes.

use clap::Args;
use sitrep_workstation::{Error, Folders};

/// Before or behind any verb.
#[derive(Debug, Clone, Copy, Args)]
pub struct GlobalArgs {
    /// Answer in JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// Use the practice folder, not the real one.
    #[arg(long, global = true)]
    pub practice: bool,
    /// Record what reads like a secret as it is typed; otherwise (removed) stands in its place.
    #[arg(long, global = true)]
    pub keep_secret: bool,
}

impl GlobalArgs {
    /// Where data and configuration are.
    pub fn folders(self) -> Result<Folders, Error> {
        Folders::from_env().map(|folders| if self.practice { folders.practice() } else { folders })
    }
}
