//! `sitrep review`.

use clap::Args;
use serde_json::json;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Print the post-incident review as Markdown
#[derive(Debug, Args)]
pub struct ReviewArgs {
    /// Save it to a file instead, its pictures beside it, and print where
    #[arg(long)]
    save: bool,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &ReviewArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    if args.save {
        let saved = cli.workstation.save_review(&handle)?;
        return cli.answer(&saved, || saved.path.clone());
    }
    let markdown = cli.workstation.review_document(&handle)?;
    cli.answer(&json!({ "markdown": markdown }), || markdown.trim_end().to_owned())
}
