//! `sitrep review`.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use sitrep_workstation::messages::BlamelessAdvice;

use crate::command_line::{CommandLine, IncidentArg, read_file};
use crate::output::{Refusal, joined, note};

/// Print the post-incident review as Markdown
#[derive(Debug, Args)]
pub struct ReviewArgs {
    /// Save it to a file instead, its pictures beside it, and print where
    #[arg(long)]
    save: bool,
    /// Read a review that was written on, and print what of it names or blames somebody
    #[arg(long, value_name = "FILE", conflicts_with = "save")]
    check: Option<PathBuf>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &ReviewArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    if let Some(file) = &args.check {
        let advice = cli.workstation.blameless_advice_on(&handle, &String::from_utf8_lossy(&read_file(file)?))?;
        return cli
            .answer(&advice, || if advice.is_empty() { "Names and blames nobody.".to_owned() } else { joined(advice.iter().map(line)) });
    }
    for advice in cli.workstation.blameless_advice(&handle)? {
        note(&line(&advice))?;
    }
    if args.save {
        let saved = cli.workstation.save_review(&handle)?;
        return cli.answer(&saved, || saved.path.clone());
    }
    let markdown = cli.workstation.review_document(&handle)?;
    cli.answer(&json!({ "markdown": markdown }), || markdown.trim_end().to_owned())
}

/// `Root cause: 'ana'. Name the role, not the person: ...`
fn line(BlamelessAdvice { place, found, why }: &BlamelessAdvice) -> String {
    format!("{place}: '{found}'. {why}")
}
