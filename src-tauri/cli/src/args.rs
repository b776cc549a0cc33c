//! The words of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use sitrep_core::vocabulary::{ActionPriority, DeadlineKind, Role, Status, UpdateField, UpdateFormat, UpdateKind};

use crate::investigation_args::{Assigned, ChangeVerb, CheckVerb, FindingVerb, NewEvidence, StepVerb};

/// Carry an incident from the first alert to its review, from the terminal.
#[derive(Debug, Parser)]
#[command(
    name = "sitrep",
    version,
    about,
    after_help = "INCIDENT is any unambiguous part of a handle; without it, the active incident last touched.\nTimes read like 14:05, -5m, 'yesterday 23:50' or 2026-11-23T14:05:00Z, in UTC.\nExit codes: 0 done, 1 refused, 2 usage, 3 storage; run ends as its command does."
)]
pub struct Cli {
    /// Answer in JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// Use the practice folder, not the real one.
    #[arg(long, global = true)]
    pub practice: bool,
    /// What to do; nothing opens the app.
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Open quick entry, as the global hotkey does
    Quick,
    /// Declare an incident: sitrep declare 'P1 Payments failing at checkout'
    Declare(Declare),
    /// Log an entry on the timeline
    Log(Log),
    /// Run a command here and log it with its outcome: sitrep run -- kubectl rollout undo deployment/api
    Run(Run),
    /// Acknowledge: somebody is on it
    Ack(Which),
    /// Change the status: investigating, identified, mitigating, monitoring, resolved
    Status {
        /// The new status
        status: Status,
        /// Why
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    /// Change the severity; a downgrade needs a reason
    Severity {
        /// P0, P1, P2 or P3
        severity: String,
        /// Why
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    /// Raise the severity by the escalation rule
    Escalate {
        /// Not yet: ask again later
        #[arg(long)]
        not_yet: bool,
        /// Why not yet
        #[arg(long, requires = "not_yet")]
        reason: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    /// Silence the reminders of the deadline that is nearest, or of one kind; its due time stays
    Snooze {
        /// How long, in minutes; 0 turns the reminders on again
        #[arg(default_value_t = 5)]
        minutes: u32,
        /// No more reminders of this one
        #[arg(long, conflicts_with = "minutes")]
        for_good: bool,
        /// Which deadline: update, escalation, review and so on, as `sitrep deadlines --json` names them
        #[arg(long, value_name = "KIND", value_parser = kind)]
        deadline: Option<DeadlineKind>,
        #[command(flatten)]
        which: Which,
    },
    /// Action items: add them, list them, see them through
    Action {
        #[command(subcommand)]
        act: ActionVerb,
    },
    /// The ledger of updates and messages: what was drafted, sent, taken back; with words, those that hold them
    Updates {
        /// Words to look for
        words: Vec<String>,
        /// Put one on the clipboard again, by its number in the list
        #[arg(long, value_name = "NUMBER")]
        copy: Option<usize>,
        #[command(flatten)]
        which: Which,
    },
    /// Hypotheses: what may be the cause, and what became of it
    Hypothesis {
        #[command(subcommand)]
        act: HypothesisVerb,
    },
    /// Mitigations: what is done against the impact, and what came of it
    Mitigation {
        #[command(subcommand)]
        act: MitigationVerb,
    },
    /// Findings: what a dashboard or a log shows
    Finding {
        #[command(subcommand)]
        act: FindingVerb,
    },
    /// Changes: what was different before it began
    Change {
        #[command(subcommand)]
        act: ChangeVerb,
    },
    /// The five steps of the investigation, with the time spent on each
    Step {
        #[command(subcommand)]
        act: StepVerb,
    },
    /// The checks of the fix and the checklist
    Check {
        #[command(subcommand)]
        act: CheckVerb,
    },
    /// Templates of updates and messages: list them, check your own, see what one says now
    Template {
        #[command(subcommand)]
        act: TemplateVerb,
    },
    /// The team's services: list them, check their file, import them from Backstage
    Services {
        #[command(subcommand)]
        act: ServicesVerb,
    },
    /// Give a role to somebody: sitrep role commander @ana
    Role {
        /// commander, tech, comms or scribe
        role: Role,
        /// To whom; leave out to unassign
        person: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    /// Print the next update, exactly as it would be copied
    Update(Update),
    /// Resolve the incident; before the fix is verified a reason is needed
    Resolve {
        /// Why it is resolved before the fix is verified
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    /// List incidents, active ones first
    List,
    /// Show one incident
    Show(Which),
    /// Show its timeline
    Timeline(Which),
    /// Show its deadlines
    Deadlines(Which),
    /// Print the post-incident review as Markdown
    Review {
        /// Save it to a file instead, its pictures beside it, and print where
        #[arg(long)]
        save: bool,
        #[command(flatten)]
        which: Which,
    },
    /// Show what changed in the services' local repositories before it began; the nearest is marked
    ///
    /// Reads what `git log --oneline --since="2 hours ago" origin/main` would, without the network unless --fetch asks for it.
    Changes(Changes),
    /// Open a practice incident, apart from all real data
    Practice,
    /// Say in plain words what works here: data, policy, desktop
    Doctor,
}

/// What can be done with action items.
#[derive(Debug, Subcommand)]
pub enum ActionVerb {
    /// Add one: sitrep action add 'Backfill the new column' --owner @bo --due 2w
    Add {
        /// What to do
        #[arg(required = true, num_args = 1..)]
        text: Vec<String>,
        /// Who does it
        #[arg(long, value_name = "PERSON")]
        owner: Option<String>,
        /// By the end of which day: 2026-12-01, tomorrow, 5d, 2w
        #[arg(long, value_name = "DATE")]
        due: String,
        /// high, medium or low
        #[arg(long)]
        priority: Option<ActionPriority>,
        #[command(flatten)]
        which: Which,
    },
    /// List them
    List(Which),
    /// Mark one as done
    Done {
        /// Its number in the list
        number: usize,
        #[command(flatten)]
        which: Which,
    },
    /// Drop one, for a reason
    Drop {
        /// Its number in the list
        number: usize,
        /// Why
        #[arg(long)]
        reason: Option<String>,
        #[command(flatten)]
        which: Which,
    },
}

/// What can be done with hypotheses.
#[derive(Debug, Subcommand)]
pub enum HypothesisVerb {
    /// Write one down: sitrep hypothesis add the connection pool is too small
    Add {
        /// What may be the cause
        #[arg(required = true, num_args = 1..)]
        statement: Vec<String>,
        /// How to find out
        #[arg(long, value_name = "TEXT")]
        test: Option<String>,
        /// Who tests it
        #[arg(long, value_name = "PERSON")]
        who: Option<String>,
        /// Remind after so many minutes
        #[arg(long, value_name = "MINUTES")]
        timebox: Option<u32>,
        #[command(flatten)]
        which: Which,
    },
    /// Write down what speaks for or against one: sitrep hypothesis evidence against pool '20 of 200 used'
    Evidence(NewEvidence),
    /// Give the test of one to somebody: sitrep hypothesis assign pool @li
    Assign(Assigned),
    /// List them
    List(Which),
    /// It is being tested
    Testing(Moved),
    /// It is not this
    RuledOut(Moved),
    /// It is this
    Confirmed(Moved),
}

/// What can be done with mitigations.
#[derive(Debug, Subcommand)]
pub enum MitigationVerb {
    /// Start one, or propose it: sitrep mitigation add roll back to v312
    Add {
        /// What is done
        #[arg(required = true, num_args = 1..)]
        action: Vec<String>,
        /// It is still to be decided on
        #[arg(long)]
        proposed: bool,
        /// The id of the catalogue's action, such as rollback
        #[arg(long, value_name = "ID")]
        catalogue: Option<String>,
        /// The service it is done to
        #[arg(long, value_name = "NAME")]
        service: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    /// List them
    List(Which),
    /// It is started
    Start(Moved),
    /// It is done
    Done(Moved),
    /// It was undone again; say why with --because
    RollBack(Moved),
    /// It was proposed and is decided against
    Withdraw(Moved),
}

/// Which hypothesis or mitigation moves, and what is seen.
#[derive(Debug, Args)]
pub struct Moved {
    /// Its number in the list, or a part of its words; the only open one unless given
    #[arg(num_args = 0..)]
    pub part: Vec<String>,
    /// The evidence, or the effect
    #[arg(long, alias = "effect", value_name = "TEXT")]
    pub because: Option<String>,
    #[command(flatten)]
    pub which: Which,
}

/// What can be done with templates.
#[derive(Debug, Subcommand)]
pub enum TemplateVerb {
    /// List them, the files that are not used with the reason
    List,
    /// Check every file of the templates folder, or one
    Check {
        /// A template file
        file: Option<PathBuf>,
    },
    /// Print what a template says now, exactly as it would be copied
    Render {
        /// Its name
        name: String,
        /// In which form
        #[arg(long, value_parser = words::<UpdateFormat>(UpdateFormat::ALL.map(UpdateFormat::word)))]
        format: Option<UpdateFormat>,
        /// For whom, where the template is written for one person
        #[arg(long)]
        person: Option<String>,
        #[command(flatten)]
        which: Which,
    },
}

/// What can be done with services.
#[derive(Debug, Subcommand)]
pub enum ServicesVerb {
    /// List them, with what is known of each
    List,
    /// Check services.toml, or another file of its form
    Check {
        /// A file of services
        file: Option<PathBuf>,
    },
    /// Print the tables that a Backstage catalog-info.yaml gives, to go in services.toml
    Import {
        /// The catalogue
        file: PathBuf,
        /// Add them at the end of services.toml
        #[arg(long)]
        append: bool,
    },
}

/// Which incident.
#[derive(Debug, Args)]
pub struct Which {
    /// Any unambiguous part of a handle
    #[arg(short, long, value_name = "INCIDENT")]
    pub incident: Option<String>,
}

/// What `changes` takes.
#[derive(Debug, Args)]
pub struct Changes {
    /// How many hours before it began
    #[arg(long, default_value_t = 2)]
    pub hours: u32,
    /// Fetch what is new first: this uses the network
    #[arg(long)]
    pub fetch: bool,
    /// A repository's folder in place of those of the services; may be given several times
    #[arg(long = "repository", value_name = "PATH")]
    pub repositories: Vec<String>,
    /// The branch that is deployed from it
    #[arg(long, requires = "repositories")]
    pub branch: Option<String>,
    #[command(flatten)]
    pub which: Which,
}

/// What `declare` takes.
#[derive(Debug, Args)]
pub struct Declare {
    /// Severity and title: 'P1 Payments failing at checkout'
    #[arg(required = true, num_args = 1..)]
    pub line: Vec<String>,
    /// When it began
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    pub started: Option<String>,
    /// A service it touches; may be given several times
    #[arg(long = "service", value_name = "NAME")]
    pub services: Vec<String>,
    /// Who is affected and how
    #[arg(long, value_name = "TEXT")]
    pub impact: Option<String>,
    /// A data breach or security compromise: always P0
    #[arg(long)]
    pub security: bool,
}

/// What `log` takes.
#[derive(Debug, Args)]
pub struct Log {
    /// The entry; '-' reads it from standard input
    #[arg(num_args = 0..)]
    pub text: Vec<String>,
    /// When it happened
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    pub at: Option<String>,
    /// It is a decision
    #[arg(long)]
    pub decision: bool,
    /// A screenshot or another picture that goes with it; may be given several times; '-' reads standard input
    #[arg(long = "picture", value_name = "FILE")]
    pub pictures: Vec<PathBuf>,
    /// Show a transcript (Slack, Teams, IRC, a log, a shell's history) as dated entries; '-' reads standard input
    #[arg(long, value_name = "FILE", num_args = 0..=1, default_missing_value = "-", conflicts_with_all = ["text", "at", "decision", "pictures"])]
    pub transcript: Option<PathBuf>,
    /// Record the transcript's entries; those on the timeline already are left out
    #[arg(long, requires = "transcript", conflicts_with_all = ["text", "at", "decision", "pictures"])]
    pub yes: bool,
    /// The zone of the transcript's times where they name none: UTC, local, +02:00
    #[arg(long, value_name = "ZONE", default_value = "UTC", requires = "transcript", conflicts_with_all = ["text", "at", "decision", "pictures"], allow_hyphen_values = true)]
    pub zone: String,
    #[command(flatten)]
    pub which: Which,
}

/// What `run` takes.
#[derive(Debug, Args)]
pub struct Run {
    /// Keep the last lines it prints on the timeline, secrets removed; 20 unless said, 200 at most
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "20", value_parser = clap::value_parser!(u8).range(1..=200))]
    pub keep: Option<u8>,
    #[command(flatten)]
    pub which: Which,
    /// The command and its arguments
    #[arg(required = true, last = true)]
    pub command: Vec<OsString>,
}

/// What `update` takes.
#[derive(Debug, Args)]
pub struct Update {
    /// Which template; the one that comes next unless given
    #[arg(long, value_parser = words::<UpdateKind>(["initial", "status", "resolution", "customer"]))]
    pub kind: Option<UpdateKind>,
    /// Another template by its name, as `sitrep template list` shows it
    #[arg(long, value_name = "NAME", conflicts_with = "kind")]
    pub template: Option<String>,
    /// For whom, where the template is written for one person
    #[arg(long)]
    pub person: Option<String>,
    /// In which form; the last one used for that audience unless given
    #[arg(long, value_parser = words::<UpdateFormat>(UpdateFormat::ALL.map(UpdateFormat::word)))]
    pub format: Option<UpdateFormat>,
    /// Fill or change a field: --set current_state='Card payments fail'
    #[arg(long = "set", value_name = "FIELD=TEXT", value_parser = edit)]
    pub edits: Vec<(UpdateField, String)>,
    /// Put it on the clipboard
    #[arg(long)]
    pub copy: bool,
    /// Put plain words in place of what the guard finds: secrets, and for customers internal names, people, blame and jargon
    #[arg(long)]
    pub fix: bool,
    /// Let it go out as it is, with what is still to be filled or looked at
    #[arg(long)]
    pub anyway: bool,
    /// Count it as sent, which restarts the clock
    #[arg(long)]
    pub sent: bool,
    /// Take the last one back: it was not sent
    #[arg(long, conflicts_with_all = ["copy", "sent", "kind", "template", "person", "fix", "anyway", "format", "edits"])]
    pub not_sent: bool,
    #[command(flatten)]
    pub which: Which,
}

/// Words that are shown in the help and read by the type itself.
pub(crate) fn words<T>(known: impl IntoIterator<Item = &'static str>) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(known).try_map(|word| word.parse::<T>())
}

fn kind(text: &str) -> Result<DeadlineKind, String> {
    let found = DeadlineKind::ALL.into_iter().find(|kind| kind.word() == text);
    found.ok_or_else(|| format!("no such deadline; there are {}", DeadlineKind::ALL.map(DeadlineKind::word).join(", ")))
}

fn edit(text: &str) -> Result<(UpdateField, String), String> {
    let (field, value) = text.split_once('=').ok_or("expected FIELD=TEXT")?;
    let field = field.trim().parse().map_err(|_| {
        let known: Vec<&str> = UpdateField::ALL.iter().map(|field| field.word()).collect();
        format!("no such field; there are {}", known.join(", "))
    })?;
    Ok((field, value.to_owned()))
}
