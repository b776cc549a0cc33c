//! `sitrep runbook`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use sitrep_runbooks::{PRACTICES, Practice};
use sitrep_workstation::Error;
use sitrep_workstation::screens::{RunbookFolder, RunbookPage, RunbookRow, SuggestedRunbook};

use super::runbook_check::{self, CheckArgs};
use super::runbook_run::{self, BeginArgs, EndArgs, RunArgs, SetArgs, StepArgs};
use crate::command_line::{CommandLine, IncidentArg};
use crate::output::{Refusal, joined, note};

/// Runbooks: find one, check them, run one step by step. Sitrep runs none of their commands
#[derive(Debug, Subcommand)]
pub enum RunbookCommand {
    /// List them, those with most marks first
    List,
    /// Find those that have these words: an alert, a service, anything in the text
    Find {
        /// The words
        #[arg(required = true, num_args = 1..)]
        words: Vec<String>,
    },
    /// Print one, with its marks
    Show {
        /// Its path, or a part of it or of its title
        runbook: String,
    },
    /// List those that may fit an incident, with the reason
    Suggest(IncidentArg),
    /// Check files or folders against the practices; exit code 1 where something is found
    Check(CheckArgs),
    /// Print the practices that they are checked against, why, and the codes of the rules
    Practices,
    /// Print a new one after the structure; with an incident, of what was found and done in it
    New(NewArgs),
    /// Print the patch that says that one was verified today; --write writes it
    Stamp {
        /// Its path, or a part of it or of its title
        runbook: String,
        /// Write it to the file
        #[arg(long)]
        write: bool,
    },
    /// Begin one: a run of it, at its first step
    Begin(BeginArgs),
    /// Show the run: the steps, what the current one says, its command filled
    Run(RunArgs),
    /// Say where a step stands: sitrep runbook step 2 done 'error rate 0.2 %'
    Step(StepArgs),
    /// Say what stands in a place of its commands, for all of the run: sitrep runbook set release v312
    Set(SetArgs),
    /// End the run: a false alarm, or another way was taken
    End(EndArgs),
    /// The folders that they are read from
    Folders(FoldersArgs),
}

#[derive(Debug, Args)]
pub struct NewArgs {
    /// What it is called
    #[arg(required = true, num_args = 1..)]
    name: Vec<String>,
    /// Of what was found and done in this incident
    #[arg(long, short, value_name = "INCIDENT")]
    incident: Option<String>,
}

#[derive(Debug, Args)]
pub struct FoldersArgs {
    /// Read from this folder, too: a clone of the team's repository
    #[arg(long, value_name = "FOLDER", conflicts_with = "remove")]
    add: Option<String>,
    /// Read from it no more
    #[arg(long, value_name = "FOLDER")]
    remove: Option<String>,
}

pub fn run(cli: &CommandLine, command: &RunbookCommand) -> Result<ExitCode, Refusal> {
    match command {
        RunbookCommand::List => list(cli, ""),
        RunbookCommand::Find { words } => list(cli, &words.join(" ")),
        RunbookCommand::Show { runbook } => show(cli, runbook),
        RunbookCommand::Suggest(incident) => suggest(cli, incident),
        RunbookCommand::Check(args) => return runbook_check::run(cli, args),
        RunbookCommand::Practices => practices(cli),
        RunbookCommand::New(args) => new(cli, args),
        RunbookCommand::Stamp { runbook, write } => stamp(cli, runbook, *write),
        RunbookCommand::Begin(args) => runbook_run::begin(cli, args),
        RunbookCommand::Run(args) => runbook_run::show(cli, args),
        RunbookCommand::Step(args) => runbook_run::step(cli, args),
        RunbookCommand::Set(args) => runbook_run::set(cli, args),
        RunbookCommand::End(args) => runbook_run::end(cli, args),
        RunbookCommand::Folders(args) => folders(cli, args),
    }?;
    Ok(ExitCode::SUCCESS)
}

fn list(cli: &CommandLine, words: &str) -> Result<(), Refusal> {
    let found = cli.workstation.runbook_list(words)?;
    problems(&found.folders);
    cli.answer(&found.rows, || match found.rows.as_slice() {
        [] if found.folders.is_empty() => "No folder of runbooks yet. Name one: sitrep runbook folders --add FOLDER".to_owned(),
        [] => format!("None. {}", found.counted),
        rows => joined(rows.iter().map(row)),
    })
}

/// What could not be read is told beside the answer.
fn problems(folders: &[RunbookFolder]) {
    folders.iter().flat_map(|folder| folder.problems.iter().map(move |why| format!("{}: {why}", folder.name))).for_each(|line| note(&line));
}

fn row(row: &RunbookRow) -> String {
    let verified = row.verified_days.map_or_else(|| "never".to_owned(), |days| format!("{days} d"));
    let late = if row.stale { " late" } else { "" };
    let marks = if row.marks == 0 { String::new() } else { format!("  {} marks", row.marks) };
    let snippet = if row.snippet.is_empty() { String::new() } else { format!("\n    {}", row.snippet) };
    format!("{:<48}  {:<10}  {}{marks}{snippet}", row.path, format!("{verified}{late}"), row.title)
}

fn show(cli: &CommandLine, runbook: &str) -> Result<(), Refusal> {
    let page = cli.workstation.runbook_page(runbook)?;
    cli.answer(&page, || in_lines(&page))
}

fn in_lines(page: &RunbookPage) -> String {
    let head = format!("{}  ({})\n{}", page.title, page.about, page.file);
    let marked = |line: u32| page.marks.iter().filter(move |mark| mark.line == line);
    let lines = (1..).zip(&page.lines).flat_map(|(number, line)| {
        let marks = marked(number).map(|mark| format!("      ^ {} ({}) {}", mark.message, mark.rule.code(), mark.mend.words));
        [format!("{number:>4}  {line}")].into_iter().chain(marks)
    });
    joined([head, String::new()].into_iter().chain(lines))
}

fn suggest(cli: &CommandLine, incident: &IncidentArg) -> Result<(), Refusal> {
    let handle = cli.find_any(incident)?;
    let suggested = cli.workstation.suggested_runbooks(&handle)?;
    let line = |one: &SuggestedRunbook| format!("{}  {} ({})\n    {}", one.path, one.title, one.about, one.reason);
    cli.answer(&suggested, || match suggested.as_slice() {
        [] => "None fits. sitrep runbook list shows those there are.".to_owned(),
        some => joined(some.iter().map(line)),
    })
}

fn practices(cli: &CommandLine) -> Result<(), Refusal> {
    let line = |one: &Practice| {
        let rules: Vec<&str> = one.rules.iter().map(|rule| rule.code()).collect();
        format!("{}: {} ({})", one.practice, one.reason, rules.join(", "))
    };
    cli.answer(&PRACTICES, || joined(PRACTICES.iter().map(line)))
}

fn new(cli: &CommandLine, args: &NewArgs) -> Result<(), Refusal> {
    let handle = args.incident.as_deref().map(|part| cli.workstation.find_any(Some(part))).transpose()?;
    let text = cli.workstation.new_runbook(&args.name.join(" "), handle.as_ref().map(|found| found.summary.handle.as_str()))?;
    cli.answer(&text, || text.trim_end().to_owned())
}

fn stamp(cli: &CommandLine, runbook: &str, write: bool) -> Result<(), Refusal> {
    if write {
        let file = cli.workstation.write_runbook_stamp(runbook)?;
        return cli.answer(&file, || file.as_ref().map_or_else(stamped_already, |file| format!("Verified today: {file}")));
    }
    let patch = cli.workstation.runbook_stamp(runbook)?;
    cli.answer(&patch, || patch.as_ref().map_or_else(stamped_already, |patch| patch.trim_end().to_owned()))
}

fn stamped_already() -> String {
    "It says already that it was verified today.".to_owned()
}

fn folders(cli: &CommandLine, args: &FoldersArgs) -> Result<(), Refusal> {
    match (&args.add, &args.remove) {
        (Some(folder), _) => cli.workstation.add_runbook_folder(folder)?,
        (None, Some(folder)) => cli.workstation.remove_runbook_folder(folder)?,
        (None, None) => {}
    }
    let folders: Vec<PathBuf> = cli.workstation.runbook_folders().map_err(told_after(args))?;
    let shown: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
    cli.answer(&shown, || match shown.as_slice() {
        [] => "None yet. Name one: sitrep runbook folders --add FOLDER".to_owned(),
        some => joined(some.iter().cloned()),
    })
}

/// Where the list cannot be read after a change, the change stands.
fn told_after(args: &FoldersArgs) -> impl Fn(Error) -> Refusal {
    let acted = args.add.is_some() || args.remove.is_some();
    move |error| if acted { Refusal::Untold(error) } else { error.into() }
}
