//! `sitrep declare`.

use clap::Args;
use sitrep_core::incident::IncidentSummary;
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::{Detection, SecurityReason};
use sitrep_workstation::acts::DeclareInput;

use crate::command_line::{CommandLine, detection};
use crate::output::{Refusal, in_doubt, joined};

/// Declare an incident: sitrep declare 'P1 Payments failing at checkout'
#[derive(Debug, Args)]
pub struct DeclareArgs {
    /// Severity and title: 'P1 Payments failing at checkout'
    #[arg(required = true, num_args = 1..)]
    line: Vec<String>,
    /// When it began
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    started: Option<String>,
    /// A service it touches; may be given several times
    #[arg(long = "service", value_name = "NAME")]
    services: Vec<String>,
    /// Who is affected and how
    #[arg(long, value_name = "TEXT")]
    impact: Option<String>,
    /// How it was detected
    #[arg(long, value_name = "BY", value_parser = detection())]
    detected: Option<Detection>,
    /// A data breach or security compromise: always P0
    #[arg(long)]
    security: bool,
    /// Declare it though one of the same title is there already
    #[arg(long)]
    anyway: bool,
}

pub fn run(cli: &CommandLine, args: DeclareArgs) -> Result<(), Refusal> {
    let input = input(args);
    let security_reason = input.security.then(|| SecurityReason::Stated.explain());
    let declared = cli.workstation.declare(&input)?;
    let started = clock_time(declared.started_at, cli.now());
    cli.answer(&declared, || {
        // The incident is declared, whether or not its doubt can be read.
        let doubt = cli.workstation.severity_doubt(&declared.handle).ok().flatten().map(|doubt| in_doubt(&doubt, &declared.handle));
        joined([confirmation(&declared, &started, security_reason)].into_iter().chain(doubt))
    })
}

fn input(args: DeclareArgs) -> DeclareInput {
    let DeclareArgs { line, started, services, impact, detected, security, anyway } = args;
    DeclareInput { line: line.join(" "), severity: None, started, security, services, impact, detected, pictures: Vec::new(), anyway }
}

fn confirmation(declared: &IncidentSummary, started: &str, security_reason: Option<String>) -> String {
    let IncidentSummary { handle, severity, title, channel, .. } = declared;
    let reason = security_reason.map(|reason| format!("\n{reason}")).unwrap_or_default();
    format!("{handle}\n{severity} {title}, started {started}\nChannel {channel}{reason}")
}
