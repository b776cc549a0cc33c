//! `sitrep template`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use sitrep_core::vocabulary::UpdateFormat;
use sitrep_workstation::Error;
use sitrep_workstation::messages::{ComposeInput, TemplateView, describe_briefly};

use crate::command_line::{CommandLine, IncidentArg, update_format};
use crate::output::{Refusal, joined, note};

/// Templates of updates and messages: list them, check your own, see what one says now
#[derive(Debug, Subcommand)]
pub enum TemplateCommand {
    /// List them, the files that are not used with the reason
    List,
    /// Check every file of the templates folder, or one
    Check {
        /// A template file
        file: Option<PathBuf>,
    },
    /// Print what a template says now, exactly as it would be copied
    Render(RenderArgs),
}

#[derive(Debug, Args)]
pub struct RenderArgs {
    /// Its name
    name: String,
    /// In which form
    #[arg(long, value_parser = update_format())]
    format: Option<UpdateFormat>,
    /// For whom, where the template is written for one person
    #[arg(long)]
    person: Option<String>,
    /// Print it with what reads like a secret in it
    #[arg(long)]
    anyway: bool,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, command: TemplateCommand) -> Result<(), Refusal> {
    match command {
        TemplateCommand::List => list(cli),
        TemplateCommand::Check { file: Some(file) } => check(cli, &file),
        TemplateCommand::Check { file: None } => check_all(cli),
        TemplateCommand::Render(args) => render(cli, args),
    }
}

fn list(cli: &CommandLine) -> Result<(), Refusal> {
    let templates = cli.workstation.template_list()?;
    cli.answer(&templates, || joined(templates.iter().map(line)))
}

fn check(cli: &CommandLine, file: &Path) -> Result<(), Refusal> {
    cli.workstation.check_template_file(file)?;
    cli.answer(&[file.display().to_string()], || format!("{}: good", file.display()))
}

/// The first bad file is the refusal; all good is said with their number.
fn check_all(cli: &CommandLine) -> Result<(), Refusal> {
    let templates = cli.workstation.template_list()?;
    let files: Vec<&str> = templates.iter().filter_map(|template| template.path.as_deref()).collect();
    for file in &files {
        cli.workstation.check_template_file(Path::new(file))?;
    }
    let folder = cli.workstation.template_path("name").with_file_name("");
    cli.answer(&files, || match files.len() {
        0 => format!("No template of your own. The folder for them is {}", folder.display()),
        count => format!("{count} of your own, all good"),
    })
}

fn render(cli: &CommandLine, args: RenderArgs) -> Result<(), Refusal> {
    let RenderArgs { name: template, format, person, anyway, incident } = args;
    let handle = cli.find_any(&incident)?;
    let format = format.unwrap_or(UpdateFormat::Plain);
    let input = ComposeInput { handle, template, format, person, anyway: true, ..ComposeInput::default() };
    let found = cli.workstation.compose_update(&input)?.found;
    let (secrets, others): (Vec<_>, Vec<_>) = found.iter().partition(|found| found.secret);
    if !secrets.is_empty() && !anyway {
        return Err(Error::HoldsSecrets(secrets.into_iter().map(describe_briefly).collect()).into());
    }
    if !others.is_empty() {
        note(&format!("To look at before it is sent: {}.", others.into_iter().map(describe_briefly).collect::<Vec<_>>().join(", ")));
    }
    let message = cli.workstation.ready_update(&input)?.message;
    cli.answer(&message, || message.pasted().to_owned())
}

fn line(template: &TemplateView) -> String {
    let origin = template.path.as_deref().unwrap_or("built in");
    let only = if template.only.is_empty() { String::new() } else { format!(", only {}", template.only.join(", ")) };
    let problem = template.problem.as_ref().map(|problem| format!("  not used: {problem}")).unwrap_or_default();
    format!("{:<18}  {:<18}  {:<12}  {origin}{only}{problem}", template.name, template.label, template.audience)
}
