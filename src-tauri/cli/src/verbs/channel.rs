//! `sitrep channel`.

use clap::Args;
use serde_json::json;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Print the name of its channel, and say that the channel or a bridge is open
#[derive(Debug, Args)]
pub struct ChannelArgs {
    /// It is open; to print or copy its name does not say so
    #[arg(long)]
    opened: bool,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &ChannelArgs) -> Result<(), Refusal> {
    let handle = cli.find(&args.incident)?;
    if args.opened {
        cli.workstation.open_channel(&handle)?;
    }
    let channel = cli.workstation.channel_name(&handle)?;
    cli.answer(&json!({ "channel": channel, "opened": args.opened }), || {
        if args.opened { format!("{channel} is open") } else { channel.clone() }
    })
}
