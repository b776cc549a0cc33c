//! What leads through a step of the investigation (seed: Investigation Methodology), filled for the incident.

use sitrep_core::filling::{DashboardLink, LogQuery};
use sitrep_core::vocabulary::{InvestigationStep, VerificationCheck};
use sitrep_workstation::Error;
use sitrep_workstation::screens::DeployQuestionView;

use crate::command_line::CommandLine;

/// What was deployed, where no repository is known (seed: Check Recent Deploys).
const WHAT_WAS_DEPLOYED: &str = "git log --oneline --since=\"2 hours ago\" origin/main";

/// What to look for, to ask, to open, to search and to run.
pub fn guidance(cli: &CommandLine, handle: &str, step: InvestigationStep) -> Result<Vec<String>, Error> {
    match step {
        InvestigationStep::Dashboards => dashboards(cli, handle),
        InvestigationStep::Changes => changes(cli, handle),
        InvestigationStep::Logs => logs(cli, handle),
        InvestigationStep::Hypotheses => hypotheses(cli),
        InvestigationStep::Verification => checks(cli, handle),
    }
}

fn dashboards(cli: &CommandLine, handle: &str) -> Result<Vec<String>, Error> {
    let view = cli.workstation.dashboards(handle)?;
    let link = |link: &DashboardLink| {
        let first = if link.overview { "Start here: " } else { "" };
        format!("{first}{} of {}: {}", link.title, link.service, link.url)
    };
    let signs = view.signs.iter().map(|sign| format!("Look for: {} ({})", sign.sign, sign.question));
    Ok(view.links.iter().map(link).chain(signs).collect())
}

fn changes(cli: &CommandLine, handle: &str) -> Result<Vec<String>, Error> {
    let commands = [format!("Run: sitrep changes, or by hand: {WHAT_WAS_DEPLOYED}")];
    let histories = cli.workstation.dashboards(handle)?.histories;
    let history = |link: DashboardLink| format!("{} of {}: {}", link.title, link.service, link.url);
    let questions = cli.workstation.investigation(handle)?.questions;
    Ok(commands.into_iter().chain(histories.into_iter().map(history)).chain(questions.iter().map(question)).collect())
}

/// With its answer, or how it is answered.
fn question(one: &DeployQuestionView) -> String {
    match &one.answer_label {
        Some(answer) => format!("{} {answer}", one.question),
        None => format!("{} sitrep change answer {} yes WHAT --at WHEN, or no, or unknown", one.question, one.id),
    }
}

fn logs(cli: &CommandLine, handle: &str) -> Result<Vec<String>, Error> {
    let view = cli.workstation.log_queries(handle)?;
    let query = |query: &LogQuery| {
        let around = query.around.as_ref().map(|around| format!("  ({around})")).unwrap_or_default();
        format!("{}: {}{around}", query.title, query.query)
    };
    let signs = view.signs.iter().map(|sign| format!("Look for: {}", sign.sign));
    Ok(view.queries.iter().map(query).chain(signs).collect())
}

fn hypotheses(cli: &CommandLine) -> Result<Vec<String>, Error> {
    Ok(cli.workstation.hypothesis_starters()?.into_iter().map(|one| format!("{}: {}", one.hypothesis, one.test)).collect())
}

fn checks(cli: &CommandLine, handle: &str) -> Result<Vec<String>, Error> {
    let line = |check: VerificationCheck| format!("{}: sitrep check fix {} --evidence WHAT", check.label(), check.word());
    let quiet = cli.workstation.incident_screen(handle)?.verification.quiet_label;
    Ok(VerificationCheck::TICKED.into_iter().map(line).chain([quiet]).collect())
}
