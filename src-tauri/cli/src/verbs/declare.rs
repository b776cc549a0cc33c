//! `sitrep declare`.

use std::path::{Path, PathBuf};

use clap::Args;
use sitrep_core::incident::IncidentSummary;
use sitrep_core::text::clock_time;
use sitrep_core::vocabulary::{Detection, SecurityReason};
use sitrep_workstation::acts::{AlertInput, DeclareInput};

use crate::command_line::{CommandLine, detection, read_alert_text};
use crate::output::{Refusal, in_doubt, joined};

/// Declare an incident: sitrep declare 'P1 Payments failing at checkout'
#[derive(Debug, Args)]
pub struct DeclareArgs {
    /// Severity and title: 'P1 Payments failing at checkout'
    #[arg(required_unless_present = "from_alert", num_args = 1..)]
    line: Vec<String>,
    /// As an alert tells it, a file or - for standard input; a severity or words say it otherwise
    #[arg(long, value_name = "FILE", conflicts_with_all = ["services", "impact", "detected", "security"])]
    from_alert: Option<PathBuf>,
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
    let security_reason = args.security.then(|| SecurityReason::Stated.explain());
    let declared = match args.from_alert.clone() {
        Some(file) => cli.workstation.declare_alerts(&alert_input(args, &file)?)?,
        None => cli.workstation.declare(&input(args))?,
    };
    let started = clock_time(declared.started_at, cli.now());
    cli.answer(&declared, || {
        // The incident is declared, whether or not its doubt can be read.
        let doubt = cli.workstation.severity_doubt(&declared.handle).ok().flatten().map(|doubt| in_doubt(&doubt, &declared.handle));
        joined([confirmation(&declared, &started, security_reason)].into_iter().chain(doubt))
    })
}

/// A severity at the beginning of the words counts over the alert's guess.
fn alert_input(args: DeclareArgs, file: &Path) -> Result<AlertInput, Refusal> {
    let DeclareArgs { line, started, anyway, .. } = args;
    let words = (!line.is_empty()).then(|| line.join(" "));
    let severity = words.as_deref().and_then(|words| words.parse().ok());
    let title = words.filter(|_| severity.is_none());
    Ok(AlertInput { text: read_alert_text(file)?, title, severity, started, anyway, ..AlertInput::default() })
}

fn input(args: DeclareArgs) -> DeclareInput {
    let DeclareArgs { line, started, services, impact, detected, security, anyway, from_alert: _ } = args;
    DeclareInput { line: line.join(" "), severity: None, started, security, services, impact, detected, pictures: Vec::new(), anyway }
}

fn confirmation(declared: &IncidentSummary, started: &str, security_reason: Option<String>) -> String {
    let IncidentSummary { handle, severity, title, channel, .. } = declared;
    let reason = security_reason.map(|reason| format!("\n{reason}")).unwrap_or_default();
    format!("{handle}\n{severity} {title}, started {started}\nChannel {channel}{reason}")
}
