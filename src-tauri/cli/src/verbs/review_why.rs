//! `sitrep review why`.

use clap::Subcommand;
use sitrep_core::vocabulary::EventId;
use sitrep_workstation::acts::{WhyInput, WhyStep};
use sitrep_workstation::{Error, ReviewRefusal};

use super::review_shown::answer_with_review;
use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// The five whys
#[derive(Debug, Subcommand)]
pub enum WhyCommand {
    /// Add one: sitrep review why add 'did orders fail? -> Payment validation threw an exception.'
    Add {
        /// The answer, or the question, an arrow and the answer
        #[arg(required = true, num_args = 1..)]
        text: Vec<String>,
        /// Under which why, by its number in review show; without it under the last one
        #[arg(long, value_name = "NUMBER")]
        under: Option<usize>,
        /// At the top, as another reason for the incident
        #[arg(long, conflicts_with = "under")]
        top: bool,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// Write one anew: sitrep review why edit 2 'did validation throw? -> Null value for a non-nullable field.'
    Edit {
        /// Its number in review show
        number: usize,
        /// The answer, or the question, an arrow and the answer
        #[arg(required = true, num_args = 1..)]
        text: Vec<String>,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// Move one, with those under it: deeper, out, up or down
    Move {
        /// Its number in review show
        number: usize,
        /// Where to
        step: Step,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// Say that one is a root cause
    Root {
        /// Its number in review show
        number: usize,
        /// It is none after all
        #[arg(long)]
        no: bool,
        #[command(flatten)]
        incident: IncidentArg,
    },
    /// Take one out, with those under it
    Remove {
        /// Its number in review show
        number: usize,
        #[command(flatten)]
        incident: IncidentArg,
    },
}

/// Where a why goes.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum Step {
    /// Under the one before it
    Deeper,
    /// Behind the one that it stands under
    Out,
    /// Before the one before it
    Up,
    /// Behind the one after it
    Down,
}

impl From<Step> for WhyStep {
    fn from(step: Step) -> Self {
        match step {
            Step::Deeper => Self::Deeper,
            Step::Out => Self::Out,
            Step::Up => Self::Up,
            Step::Down => Self::Down,
        }
    }
}

pub fn run(cli: &CommandLine, command: &WhyCommand) -> Result<(), Refusal> {
    let (WhyCommand::Add { incident, .. }
    | WhyCommand::Edit { incident, .. }
    | WhyCommand::Move { incident, .. }
    | WhyCommand::Root { incident, .. }
    | WhyCommand::Remove { incident, .. }) = command;
    let handle = cli.find_any(incident)?;
    act(cli, &handle, command)?;
    answer_with_review(cli, &handle)
}

fn act(cli: &CommandLine, handle: &str, command: &WhyCommand) -> Result<(), Error> {
    let workstation = &cli.workstation;
    match command {
        WhyCommand::Add { text, under, top, .. } => {
            let under = if *top { None } else { place(cli, handle, *under)? };
            workstation.add_why(handle, &WhyInput { text: text.join(" "), under, after: None }).map(|_| ())
        }
        WhyCommand::Edit { number, text, .. } => workstation.write_why(handle, nth_why(cli, handle, *number)?, &text.join(" "), None),
        WhyCommand::Move { number, step, .. } => workstation.move_why(handle, nth_why(cli, handle, *number)?, (*step).into()),
        WhyCommand::Root { number, no, .. } => workstation.root_why(handle, nth_why(cli, handle, *number)?, !no),
        WhyCommand::Remove { number, .. } => workstation.remove_why(handle, nth_why(cli, handle, *number)?),
    }
}

/// Under which why a new one goes: the one of this number, or the last of them.
fn place(cli: &CommandLine, handle: &str, number: Option<usize>) -> Result<Option<EventId>, Error> {
    match number {
        Some(number) => nth_why(cli, handle, number).map(Some),
        None => Ok(cli.workstation.review_screen(handle)?.whys.last().map(|why| why.id)),
    }
}

fn nth_why(cli: &CommandLine, handle: &str, number: usize) -> Result<EventId, Error> {
    let whys = cli.workstation.review_screen(handle)?.whys;
    let why = number.checked_sub(1).and_then(|at| whys.get(at));
    Ok(why.ok_or(ReviewRefusal::NoSuchWhy)?.id)
}
