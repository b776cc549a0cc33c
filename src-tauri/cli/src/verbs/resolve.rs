//! `sitrep resolve`.

use clap::Args;
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::DeadlineKind;

use crate::command_line::{CommandLine, NamedIncident};
use crate::output::{Refusal, note};

/// Resolve the incident; before the fix is verified a reason is needed
#[derive(Debug, Args)]
pub struct ResolveArgs {
    /// Why it is resolved before the fix is verified
    #[arg(long)]
    reason: Option<String>,
    #[command(flatten)]
    incident: NamedIncident,
}

pub fn run(cli: &CommandLine, args: &ResolveArgs) -> Result<(), Refusal> {
    let handle = cli.find(&args.incident)?;
    cli.workstation.resolve(&handle, args.reason.as_deref())?;
    for advice in cli.workstation.blameless_advice(&handle).map_err(Refusal::Untold)? {
        note(&advice.line());
    }
    cli.answer_about(&handle, |incident| {
        let review = review_due(cli, &handle).map(|due| format!("\nReview due {due}")).unwrap_or_default();
        format!("Resolved {}{review}\nTell everyone: sitrep update --kind resolution --copy", incident.handle)
    })
}

/// When its review is due, where it asks for one.
fn review_due(cli: &CommandLine, handle: &str) -> Option<String> {
    let deadlines = cli.workstation.deadlines(Some(handle)).ok()?;
    let review = deadlines.into_iter().find(|deadline| deadline.kind == DeadlineKind::Review)?;
    Some(clock_time(review.due_at, cli.now()))
}
