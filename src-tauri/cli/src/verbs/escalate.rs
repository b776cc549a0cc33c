//! `sitrep escalate`.

use clap::Args;

use crate::command_line::{CommandLine, NamedIncident};
use crate::output::Refusal;

/// Raise the severity by the escalation rule
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("held_back").args(["not_yet", "stop_automatic"]))]
pub struct EscalateArgs {
    /// Not yet: ask again later; until then the policy does not raise it by itself either
    #[arg(long)]
    not_yet: bool,
    /// Where the policy escalates by itself: not this severity, for a reason; it still asks
    #[arg(long)]
    stop_automatic: bool,
    /// Let the policy escalate by itself again
    #[arg(long, conflicts_with_all = ["held_back", "reason"])]
    resume_automatic: bool,
    /// Why not
    #[arg(long, requires = "held_back")]
    reason: Option<String>,
    #[command(flatten)]
    incident: NamedIncident,
}

pub fn run(cli: &CommandLine, args: &EscalateArgs) -> Result<(), Refusal> {
    let handle = cli.find(&args.incident)?;
    if args.not_yet {
        cli.workstation.not_yet(&handle, None, args.reason.as_deref())?;
        return cli.answer_about(&handle, |incident| format!("Not yet: {} stays {}", incident.handle, incident.severity));
    }
    if args.stop_automatic {
        cli.workstation.stop_automatic_escalation(&handle, args.reason.as_deref())?;
        return cli
            .answer_about(&handle, |incident| format!("{} stays {} until somebody escalates it", incident.handle, incident.severity));
    }
    if args.resume_automatic {
        cli.workstation.resume_automatic_escalation(&handle)?;
        return cli.answer_about(&handle, |incident| format!("{}: the policy escalates by itself again", incident.handle));
    }
    cli.workstation.escalate(&handle, None)?;
    cli.answer_with_standing(&handle)
}
