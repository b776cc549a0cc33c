//! `sitrep`: the command line. Links no window toolkit, so that it is up in milliseconds.

mod command_line;
mod doctor;
mod output;
mod run;
mod verbs;

use std::env;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use command_line::{CommandLine, GlobalArgs, open_app};
use output::{Refusal, refuse, refuse_usage};
use verbs::{
    ack, action, alert, attached, backfill, backup, change, changes, channel, check, completions, deadlines, debugging, declare, edit,
    escalate, export, figures, finding, hypothesis, impact, import, list, log, merge, mitigation, notify, practice, quick, quiet, redact,
    reopen, resolve, restore, review, role, runbook, search, security, services, settings, severities, severity, show, similar, snooze,
    split, start, status, step, template, ticket, timebox, timeline, title, update, updates, use_incident, watch, withdraw,
};

const AFTER_HELP: &str = "\
INCIDENT is any unambiguous part of a handle or a title; without it SITREP_INCIDENT, else the active incident last touched or used.
Times read like 14:05, 2:05pm CET, -5m, '10 minutes ago', 'yesterday 23:50', 'Nov 25 14:05' or
2026-11-23T14:05:00Z; without a zone they are in the one that is set, UTC at first.
Exit codes: 0 done, 1 refused, 2 usage, 3 storage, 4 not found or several; run ends as its command does.";

/// Carry an incident from the first alert to its review, from the terminal.
#[derive(Debug, Parser)]
#[command(name = "sitrep", version, about, after_help = AFTER_HELP)]
struct Cli {
    #[command(flatten)]
    global: GlobalArgs,
    /// What to do; nothing opens the app.
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// In the order of the help.
#[derive(Debug, Subcommand)]
enum Verb {
    Quick(quick::QuickArgs),
    Declare(declare::DeclareArgs),
    Alert(alert::AlertArgs),
    #[command(subcommand)]
    Watch(watch::WatchCommand),
    Log(log::LogArgs),
    Edit(edit::EditArgs),
    Undo(verbs::undo::UndoArgs),
    Attached(attached::AttachedArgs),
    Redact(redact::RedactArgs),
    Run(verbs::run::RunArgs),
    Shell(verbs::shell::ShellArgs),
    Ack(ack::AckArgs),
    Title(title::TitleArgs),
    Start(start::StartArgs),
    Channel(channel::ChannelArgs),
    Status(status::StatusArgs),
    Impact(impact::ImpactArgs),
    /// Print the severity table: what each means, examples, response, updates, responders
    Severities,
    Severity(severity::SeverityArgs),
    Security(security::SecurityArgs),
    Escalate(escalate::EscalateArgs),
    Snooze(snooze::SnoozeArgs),
    Timebox(timebox::TimeboxArgs),
    #[command(subcommand)]
    Action(action::ActionCommand),
    Updates(updates::UpdatesArgs),
    #[command(subcommand)]
    Hypothesis(hypothesis::HypothesisCommand),
    #[command(subcommand)]
    Mitigation(mitigation::MitigationCommand),
    #[command(subcommand)]
    Finding(finding::FindingCommand),
    #[command(subcommand)]
    Change(change::ChangeCommand),
    #[command(subcommand)]
    Step(step::StepCommand),
    #[command(subcommand)]
    Runbook(runbook::RunbookCommand),
    #[command(subcommand)]
    Check(check::CheckCommand),
    #[command(subcommand)]
    Template(template::TemplateCommand),
    #[command(subcommand)]
    Services(services::ServicesCommand),
    Role(role::RoleArgs),
    Notify(notify::NotifyArgs),
    Ticket(ticket::TicketArgs),
    Debugging(debugging::DebuggingArgs),
    Update(update::UpdateArgs),
    Resolve(resolve::ResolveArgs),
    Quiet(quiet::QuietArgs),
    Reopen(reopen::ReopenArgs),
    Withdraw(withdraw::WithdrawArgs),
    Merge(merge::MergeArgs),
    Split(split::SplitArgs),
    Backfill(backfill::BackfillArgs),
    List(list::ListArgs),
    Use(use_incident::UseArgs),
    Show(show::ShowArgs),
    Timeline(timeline::TimelineArgs),
    Search(search::SearchArgs),
    Similar(similar::SimilarArgs),
    Deadlines(deadlines::DeadlinesArgs),
    Review(review::ReviewArgs),
    Figures(figures::FiguresArgs),
    Export(export::ExportArgs),
    Changes(changes::ChangesArgs),
    Backup(backup::BackupArgs),
    Restore(restore::RestoreArgs),
    Import(import::ImportArgs),
    Practice(practice::PracticeArgs),
    Settings(settings::SettingsArgs),
    Doctor(verbs::doctor::DoctorArgs),
    Completions(completions::CompletionsArgs),
    Man(completions::ManArgs),
}

fn main() -> ExitCode {
    if let Some(code) = sitrep_clipboard::hold_if_asked() {
        return code;
    }
    let Cli { global, verb } = match Cli::try_parse() {
        Ok(read) => read,
        Err(error) => return misused(&error),
    };
    let done = match verb {
        Some(verb) => run_verb(global, verb),
        None => open_app(if global.practice { &["--practice"] } else { &[] }).map(|()| ExitCode::SUCCESS),
    };
    done.unwrap_or_else(|refusal| refuse(&refusal, global.json))
}

/// Help goes out as it is; what is wrong with a call may hold what a person typed.
fn misused(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        refuse_usage(&error.render().to_string(), env::args_os().any(|argument| argument == "--json"));
    } else {
        // When even that cannot be printed, the exit code still tells.
        drop(error.print());
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// An arm for each verb and none for the rest. What the arguments say is known before anything is opened.
fn run_verb(global: GlobalArgs, verb: Verb) -> Result<ExitCode, Refusal> {
    let open = || CommandLine::open(global);
    match verb {
        Verb::Quick(_) => quick::run(),
        Verb::Declare(args) => declare::run(&open()?, args),
        Verb::Alert(args) => alert::run(&open()?, &args),
        Verb::Watch(command) => watch::run(&open()?, command),
        Verb::Log(args) => log::run(&open()?, &args),
        Verb::Edit(args) => edit::run(&open()?, &args),
        Verb::Undo(args) => verbs::undo::run(&open()?, &args),
        Verb::Attached(args) => attached::run(&open()?, &args),
        Verb::Redact(args) => redact::run(&open()?, &args),
        Verb::Run(args) => return Ok(verbs::run::run(global, &args)),
        Verb::Shell(args) => return verbs::shell::run(&open()?, &args),
        Verb::Ack(args) => ack::run(&open()?, &args),
        Verb::Title(args) => title::run(&open()?, &args),
        Verb::Start(args) => start::run(&open()?, &args),
        Verb::Channel(args) => channel::run(&open()?, &args),
        Verb::Status(args) => status::run(&open()?, &args),
        Verb::Impact(args) => impact::run(&open()?, &args),
        Verb::Severities => severities::run(&open()?),
        Verb::Severity(args) => severity::run(&open()?, &args),
        Verb::Security(args) => security::run(&open()?, &args),
        Verb::Escalate(args) => escalate::run(&open()?, &args),
        Verb::Snooze(args) => snooze::run(&open()?, &args),
        Verb::Timebox(args) => timebox::run(&open()?, &args),
        Verb::Action(command) => action::run(&open()?, command),
        Verb::Updates(args) => updates::run(&open()?, &args),
        Verb::Hypothesis(command) => hypothesis::run(&open()?, command),
        Verb::Mitigation(command) => mitigation::run(&open()?, command),
        Verb::Finding(command) => finding::run(&open()?, command),
        Verb::Change(command) => change::run(&open()?, command),
        Verb::Step(command) => step::run(&open()?, command),
        Verb::Runbook(command) => return runbook::run(&open()?, &command),
        Verb::Check(command) => check::run(&open()?, command),
        Verb::Template(command) => template::run(&open()?, command),
        Verb::Services(command) => services::run(&open()?, command),
        Verb::Role(args) => role::run(&open()?, &args),
        Verb::Notify(args) => notify::run(&open()?, &args),
        Verb::Ticket(args) => ticket::run(&open()?, &args),
        Verb::Debugging(args) => debugging::run(&open()?, &args),
        Verb::Update(args) => update::run(&open()?, args),
        Verb::Resolve(args) => resolve::run(&open()?, &args),
        Verb::Quiet(args) => quiet::run(&open()?, &args),
        Verb::Reopen(args) => reopen::run(&open()?, &args),
        Verb::Withdraw(args) => withdraw::run(&open()?, &args),
        Verb::Merge(args) => merge::run(&open()?, &args),
        Verb::Split(args) => split::run(&open()?, args),
        Verb::Backfill(args) => backfill::run(&open()?, global, args),
        Verb::List(args) => list::run(&open()?, &args),
        Verb::Use(args) => use_incident::run(&open()?, &args),
        Verb::Show(args) => show::run(&open()?, &args),
        Verb::Timeline(args) => timeline::run(&open()?, &args),
        Verb::Search(args) => search::run(&open()?, &args),
        Verb::Similar(args) => similar::run(&open()?, &args),
        Verb::Deadlines(args) => deadlines::run(&open()?, &args),
        Verb::Review(args) => review::run(&open()?, &args),
        Verb::Figures(args) => figures::run(&open()?, args),
        Verb::Export(args) => export::run(&open()?, &args),
        Verb::Changes(args) => changes::run(&open()?, &args),
        Verb::Backup(args) => backup::run(&open()?, &args),
        Verb::Restore(args) => return restore::run(global, &args),
        Verb::Import(args) => return import::run(&open()?, global, &args),
        Verb::Practice(_) => practice::run(global),
        Verb::Settings(args) => settings::run(&open()?, &args),
        Verb::Doctor(_) => verbs::doctor::run(global),
        Verb::Completions(args) => completions::complete(&mut Cli::command(), &args),
        Verb::Man(args) => completions::man(&Cli::command(), &args),
    }?;
    Ok(ExitCode::SUCCESS)
}
