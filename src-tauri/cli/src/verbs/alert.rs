//! `sitrep alert`.

use std::path::PathBuf;

use clap::Args;
use sitrep_alerts::{Alert, AlertState, DATADOG_PAYLOAD};
use sitrep_core::text::clock_time;
use sitrep_workstation::acts::AlertInput;
use sitrep_workstation::screens::AlertPreview;

use crate::command_line::{CommandLine, IncidentArg, read_alert_text};
use crate::output::{Refusal, joined, note};

/// Show what an alert holds: a webhook's JSON, a mail. With --add it goes to an incident
#[derive(Debug, Args)]
pub struct AlertArgs {
    /// A file, or - for standard input
    #[arg(required_unless_present = "datadog_payload")]
    file: Option<PathBuf>,
    /// Add what fires to an incident, and tell of what recovered
    #[arg(long)]
    add: bool,
    /// Print the payload to give to a Datadog webhook
    #[arg(long, conflicts_with_all = ["file", "add"])]
    datadog_payload: bool,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &AlertArgs) -> Result<(), Refusal> {
    let Some(file) = args.file.as_ref().filter(|_| !args.datadog_payload) else {
        return cli.answer(&DATADOG_PAYLOAD, || DATADOG_PAYLOAD.to_owned());
    };
    let input = AlertInput { text: read_alert_text(file)?, ..AlertInput::default() };
    if args.add {
        let handle = cli.find_any(&args.incident)?;
        cli.workstation.add_alerts(&handle, &input)?;
        return cli.answer_with_standing(&handle);
    }
    let reading = cli.workstation.read_alerts(&input.text)?;
    let preview = cli.workstation.preview_alerts(&input)?;
    preview.notes.iter().for_each(|line| note(line));
    cli.answer(&reading.alerts, || page(cli, &reading.alerts, &preview))
}

fn page(cli: &CommandLine, alerts: &[Alert], preview: &AlertPreview) -> String {
    let storm = preview.storm.iter().cloned();
    let belongs = preview
        .belongs_to
        .iter()
        .map(|one| format!("May belong to {} ({}): sitrep alert FILE --add -i {}", one.title, one.why, one.handle));
    let declare = preview.proposal.as_ref().map(|one| {
        let severity = one.severity.map_or_else(|| "a severity".to_owned(), |severity| severity.to_string());
        format!("Declare it as {severity} ({}): sitrep declare --from-alert FILE", one.severity_reason)
    });
    let recovered =
        preview.proposal.is_none().then(|| "Nothing in it fires. A recovery never declares; --add tells the incident of it.".to_owned());
    joined(alerts.iter().map(|alert| lines(cli, alert)).chain(storm).chain(belongs).chain(declare).chain(recovered))
}

fn lines(cli: &CommandLine, alert: &Alert) -> String {
    let state = if alert.state == AlertState::Firing { "firing" } else { "resolved" };
    let since = alert.started_at.map_or_else(|| "no start time in it".to_owned(), |at| format!("since {}", clock_time(at, cli.now())));
    let severity = alert.severity.map(|severity| format!("{severity}, ")).unwrap_or_default();
    let service = alert.service.as_ref().map(|service| format!("\n    service {service}")).unwrap_or_default();
    let labels = alert.labels.iter().map(|(name, value)| format!("\n    {name} {value}")).collect::<String>();
    let links = alert.links.iter().map(|link| format!("\n    {}: {}", link.title, link.url)).collect::<String>();
    format!("{}  {state} {since}: {}\n    {severity}{}{service}{labels}{links}", alert.source.label(), alert.title, alert.severity_reason)
}
