//! The words of the command line for working the problem.

use clap::{Args, Subcommand};
use sitrep_core::vocabulary::{ChangeKind, ChecklistLine, EvidenceSide, FindingAbout, InvestigationStep, VerificationCheck};

use crate::args::{Which, words};

/// What can be done with findings.
#[derive(Debug, Subcommand)]
pub enum FindingVerb {
    /// Write one down: sitrep finding add errors '502s on card payments' --onset 13:52
    Add {
        /// What it is about
        #[arg(value_parser = words::<FindingAbout>(FindingAbout::ALL.map(FindingAbout::word)))]
        about: FindingAbout,
        /// What it shows
        #[arg(required = true, num_args = 1..)]
        text: Vec<String>,
        /// Since when it shows
        #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
        onset: Option<String>,
        /// When it was found
        #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
        at: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    /// List them
    List(Which),
    /// Take one back
    Remove(Meant),
}

/// What can be done with changes.
#[derive(Debug, Subcommand)]
pub enum ChangeVerb {
    /// Note one: sitrep change add deploy 'v314 of payments-api' --at 13:45 --reference a1b2c3d
    Add {
        /// What was changed
        #[arg(value_parser = words::<ChangeKind>(ChangeKind::ALL.map(ChangeKind::word)))]
        change: ChangeKind,
        /// What it is, in a line
        #[arg(required = true, num_args = 1..)]
        summary: Vec<String>,
        /// When it was made
        #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
        at: String,
        /// The hash of its commit, or whatever names it elsewhere
        #[arg(long)]
        reference: Option<String>,
        /// The repository it was found in
        #[arg(long)]
        repository: Option<String>,
        /// Who made it
        #[arg(long, value_name = "PERSON")]
        by: Option<String>,
        /// It is a suspect
        #[arg(long)]
        suspect: bool,
        #[command(flatten)]
        which: Which,
    },
    /// List them, by when they were made
    List(Which),
    /// Make one a suspect
    Suspect {
        /// It is none any more
        #[arg(long)]
        no: bool,
        /// Write down the hypothesis that it is the cause, too
        #[arg(long, conflicts_with = "no")]
        hypothesis: bool,
        #[command(flatten)]
        meant: Meant,
    },
}

/// Which one of a list.
#[derive(Debug, Args)]
pub struct Meant {
    /// Its number in the list, or a part of its words; the only one unless given
    #[arg(num_args = 0..)]
    pub part: Vec<String>,
    #[command(flatten)]
    pub which: Which,
}

/// What `hypothesis evidence` takes.
#[derive(Debug, Args)]
pub struct NewEvidence {
    /// for or against
    #[arg(value_parser = words::<EvidenceSide>(["for", "against"]))]
    pub side: EvidenceSide,
    /// The hypothesis: its number in the list, or a part of its words
    pub hypothesis: String,
    /// What speaks for or against it
    #[arg(required_unless_present = "entry", num_args = 0..)]
    pub text: Vec<String>,
    /// The entry of the timeline that it is taken from, by a part of its words; these count where no others are given
    #[arg(long, value_name = "WORDS")]
    pub entry: Option<String>,
    #[command(flatten)]
    pub which: Which,
}

/// What `hypothesis assign` takes.
#[derive(Debug, Args)]
pub struct Assigned {
    /// The hypothesis: its number in the list, or a part of its words
    pub hypothesis: String,
    /// Who tests it; leave out for nobody
    pub person: Option<String>,
    #[command(flatten)]
    pub which: Which,
}

/// What can be ticked.
#[derive(Debug, Subcommand)]
pub enum CheckVerb {
    /// List the five checks of the fix and the twelve lines of the checklist
    List(Which),
    /// Tick a check of the fix: sitrep check fix error-rate
    Fix {
        /// Which
        #[arg(value_parser = words::<VerificationCheck>(VerificationCheck::ALL.map(VerificationCheck::word)))]
        check: VerificationCheck,
        /// Take the tick back
        #[arg(long)]
        undo: bool,
        #[command(flatten)]
        which: Which,
    },
    /// Tick a line of the checklist that no fact ticks
    Line {
        /// Its number, 1 to 12
        #[arg(value_parser = line)]
        line: ChecklistLine,
        /// Take the tick back
        #[arg(long)]
        undo: bool,
        #[command(flatten)]
        which: Which,
    },
}

/// What can be done with the steps of the investigation.
#[derive(Debug, Subcommand)]
pub enum StepVerb {
    /// List them, with the time spent on each
    List(Which),
    /// Start one: dashboards, changes, logs, hypotheses, verification
    Start(Step),
    /// It is done
    Done(Step),
    /// Leave one out, for a reason
    Skip {
        /// Why
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        step: Step,
    },
}

/// Which step.
#[derive(Debug, Args)]
pub struct Step {
    /// Which
    #[arg(value_parser = words::<InvestigationStep>(InvestigationStep::ALL.map(InvestigationStep::word)))]
    pub step: InvestigationStep,
    #[command(flatten)]
    pub which: Which,
}

fn line(text: &str) -> Result<ChecklistLine, String> {
    let number = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    number.and_then(|index| ChecklistLine::ALL.get(index)).copied().ok_or_else(|| "the lines are numbered 1 to 12".to_owned())
}
