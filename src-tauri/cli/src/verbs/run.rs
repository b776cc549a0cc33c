//! `sitrep run`: a command in the person's own terminal, and on the timeline once it has ended.

use std::ffi::OsString;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;
use std::time::Duration;

use clap::Args;
use sitrep_core::event::CommandRun;
use sitrep_core::incident::IncidentSummary;
use sitrep_workstation::{Clock, Error, SystemClock, Workstation};

use crate::command_line::{CommandLine, GlobalArgs, IncidentArg, environment_of};
use crate::output::note;
use crate::run::{Ending, Watched, end, explain, watch};

/// How long the command waits until it is known which incident it belongs to. A disk that hangs must not keep it.
const PATIENCE: Duration = Duration::from_millis(300);

/// Run a command here and log it with its outcome: sitrep run -- kubectl rollout undo deployment/api
#[derive(Debug, Args)]
pub struct RunArgs {
    /// Keep the last lines it prints on the timeline, secrets removed; 20 unless said, 200 at most
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "20", value_parser = clap::value_parser!(u8).range(1..=200))]
    keep: Option<u8>,
    #[command(flatten)]
    incident: IncidentArg,
    /// The command and its arguments
    #[arg(required = true, last = true)]
    command: Vec<OsString>,
}

/// Runs the command, records it and ends as it ended. Whatever hinders the recording is only said: the person's work comes first.
pub fn run(global: GlobalArgs, args: &RunArgs) -> ExitCode {
    let current = Current::look(global, args.incident.part());
    let (run, ending) = watched(args, &current.environment());
    if let Ending::NotStarted(error) = &ending {
        say(&explain(&args.command, error));
    }
    if let Err(error) = record(global, args, run, current) {
        say(&error.to_string());
    }
    end(&ending)
}

/// Nothing that takes time stands before the command.
fn watched(args: &RunArgs, environment: &[(&'static str, String)]) -> (CommandRun, Ending) {
    let started_at = SystemClock.now();
    let started = SystemClock.uptime();
    let Watched { ending, kept } = watch(&args.command, environment, args.keep.is_some());
    let millis = u64::try_from(SystemClock.uptime().saturating_sub(started).as_millis()).unwrap_or(u64::MAX);
    (CommandRun { command: as_typed(&args.command), started_at, millis, outcome: ending.outcome(), kept }, ending)
}

fn record(global: GlobalArgs, args: &RunArgs, run: CommandRun, current: Current) -> Result<(), Error> {
    let lines = args.keep.map_or(0, usize::from);
    CommandLine::open(global)?.workstation.record_command(&current.handle()?, run, lines)
}

/// The incident that was meant when the command began, whatever is touched while it runs.
enum Current {
    Found(Box<Result<IncidentSummary, Error>>),
    StillLooking(Receiver<Result<IncidentSummary, Error>>),
}

impl Current {
    /// Looks it up, and comes back when it is found or takes too long.
    fn look(global: GlobalArgs, part: Option<&str>) -> Self {
        let (tell, looked) = sync_channel(1);
        let part = part.map(str::to_owned);
        thread::spawn(move || drop(tell.send(find(global, part.as_deref()))));
        looked.recv_timeout(PATIENCE).map_or_else(|_| Self::StillLooking(looked), |found| Self::Found(Box::new(found)))
    }

    /// What the command finds in its environment; nothing where it is not known yet which incident it belongs to.
    fn environment(&self) -> Vec<(&'static str, String)> {
        let Self::Found(found) = self else { return Vec::new() };
        found.as_ref().as_ref().map_or_else(|_| Vec::new(), |incident| environment_of(incident, SystemClock.now()))
    }

    fn handle(self) -> Result<String, Error> {
        let incident = match self {
            Self::Found(found) => *found,
            // A look that died found none.
            Self::StillLooking(looked) => looked.recv().unwrap_or(Err(Error::NoneActive)),
        };
        Ok(incident?.handle)
    }
}

fn find(global: GlobalArgs, part: Option<&str>) -> Result<IncidentSummary, Error> {
    let workstation = Workstation::open(global.folders()?, Arc::new(SystemClock))?;
    Ok(workstation.find(part)?.summary)
}

/// Quoted for a shell, so that it can be pasted and run again. No argument holds the character that cannot be quoted.
fn as_typed(command: &[OsString]) -> String {
    let words: Vec<_> = command.iter().map(|word| word.to_string_lossy()).collect();
    shlex::try_join(words.iter().map(AsRef::as_ref)).unwrap_or_else(|_| words.join(" "))
}

/// One line on standard error; when that is gone, nobody would read it.
fn say(line: &str) {
    note(&format!("sitrep: {line}"));
}
