//! `sitrep practice`.

use std::sync::Arc;

use clap::Args;
use serde_json::json;
use sitrep_workstation::{Folders, SystemClock, seed_practice};

use crate::command_line::{GlobalArgs, open_app};
use crate::output::{Refusal, answer};

/// Open a practice incident, apart from all real data
#[derive(Debug, Args)]
pub struct PracticeArgs {}

pub fn run(global: GlobalArgs) -> Result<(), Refusal> {
    let handle = seed_practice(&Folders::from_env()?, Arc::new(SystemClock))?;
    open_app(&["--practice"])?;
    answer(global.json, &json!({ "handle": handle }), || {
        format!("{handle}\nA practice incident, apart from all real data. In the terminal add --practice: sitrep --practice log 'it works'")
    })
}
