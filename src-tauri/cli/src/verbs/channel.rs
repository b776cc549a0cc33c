//! `sitrep channel`.

use clap::Args;
use serde_json::json;
use sitrep_core::incident::IncidentSummary;
use sitrep_workstation::acts::ChannelInput;

use crate::command_line::{CommandLine, NamedIncident, Subject};
use crate::output::Refusal;

/// Print its channel and bridge, say what they are, and that one is open
#[derive(Debug, Args)]
pub struct ChannelArgs {
    /// What it is called; '' for the usual name
    #[arg(long)]
    name: Option<String>,
    /// Where it opens; '' takes it away
    #[arg(long, value_name = "URL")]
    link: Option<String>,
    /// The call: a link, a number, a code; '' takes it away
    #[arg(long, value_name = "TEXT")]
    bridge: Option<String>,
    /// It is open; to print or copy its name does not say so
    #[arg(long)]
    opened: bool,
    #[command(flatten)]
    incident: NamedIncident,
}

pub fn run(cli: &CommandLine, args: &ChannelArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let ChannelArgs { name, link, bridge, opened, .. } = args;
    let names = name.is_some() || link.is_some() || bridge.is_some();
    if names {
        let input = ChannelInput { name: name.clone(), link: link.clone(), bridge: bridge.clone() };
        cli.workstation.name_channel(&handle, &input)?;
    }
    if *opened {
        cli.workstation.open_channel(&handle)?;
    }
    let subject = Subject { handle, acted: names || *opened };
    let summary = subject.told(cli.workstation.find(Some(&subject.handle)))?.summary;
    let IncidentSummary { channel, channel_link, bridge, .. } = &summary;
    let value = json!({ "channel": channel, "link": channel_link, "bridge": bridge, "opened": opened });
    cli.answer(&value, || {
        let first = if *opened { format!("{channel} is open") } else { channel.clone() };
        let bridge = bridge.as_ref().map(|bridge| format!("Bridge {bridge}"));
        [Some(first), channel_link.clone(), bridge].into_iter().flatten().collect::<Vec<_>>().join("\n")
    })
}
