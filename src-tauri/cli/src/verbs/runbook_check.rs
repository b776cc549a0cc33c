//! `sitrep runbook check`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use sitrep_runbooks::{Mark, as_text, findings, sarif};

use crate::command_line::CommandLine;
use crate::output::{Refusal, answer};

#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Files or folders; without one, every folder that runbooks are read from
    paths: Vec<PathBuf>,
    /// In which form; sarif is 2.1.0, for a code host's own marks
    #[arg(long, value_enum, default_value_t = ReportForm::Text)]
    format: ReportForm,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportForm {
    Text,
    Json,
    Sarif,
}

/// Something found is no refusal: it is the answer, and the exit code says so to a team's checks.
pub fn run(cli: &CommandLine, args: &CheckArgs) -> Result<ExitCode, Refusal> {
    let named = if args.paths.is_empty() { cli.workstation.runbook_folders()? } else { args.paths.clone() };
    let mut files: Vec<(String, Vec<Mark>)> = Vec::new();
    for path in &named {
        files.extend(checked(cli, path)?);
    }
    let found = files.iter().any(|(_, marks)| !marks.is_empty());
    match args.format {
        ReportForm::Sarif => answer(true, &sarif(&files, env!("CARGO_PKG_VERSION")), String::new)?,
        ReportForm::Json => answer(true, &findings(&files), String::new)?,
        ReportForm::Text => cli.answer(&findings(&files), || report(&files))?,
    }
    Ok(if found { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn checked(cli: &CommandLine, path: &Path) -> Result<impl Iterator<Item = (String, Vec<Mark>)>, Refusal> {
    Ok(cli.workstation.check_runbooks(path)?.into_iter().map(|file| (file.file, file.marks)))
}

fn report(files: &[(String, Vec<Mark>)]) -> String {
    let marks: usize = files.iter().map(|(_, marks)| marks.len()).sum();
    match marks {
        0 => format!("Nothing to mend in {} runbooks.", files.len()),
        marks => format!("{}\n{marks} marks in {} runbooks.", as_text(files).trim_end(), files.len()),
    }
}
