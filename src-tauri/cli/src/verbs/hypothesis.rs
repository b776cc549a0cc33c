//! `sitrep hypothesis`.

use clap::{Args, Subcommand};
use serde_json::{Value, json};
use sitrep_core::incident::Hypothesis;
use sitrep_core::vocabulary::{EvidenceSide, HypothesisState};
use sitrep_workstation::Error;
use sitrep_workstation::acts::{EvidenceInput, HypothesisInput};

use crate::command_line::{CommandLine, IncidentArg, MoveArgs, Subject, one_of};
use crate::output::{Refusal, numbered, stated};

/// Hypotheses: what may be the cause, and what became of it
#[derive(Debug, Subcommand)]
pub enum HypothesisCommand {
    /// Write one down: sitrep hypothesis add the connection pool is too small
    Add(AddArgs),
    /// Write down what speaks for or against one: sitrep hypothesis evidence against pool '20 of 200 used'
    Evidence(EvidenceArgs),
    /// Give the test of one to somebody: sitrep hypothesis assign pool @li
    Assign(AssignArgs),
    /// List them
    List(IncidentArg),
    /// It is being tested
    Testing(MoveArgs),
    /// It is not this
    RuledOut(MoveArgs),
    /// It is this
    Confirmed(MoveArgs),
}

#[derive(Debug, Args)]
pub struct AddArgs {
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
    incident: IncidentArg,
}

#[derive(Debug, Args)]
pub struct EvidenceArgs {
    /// for or against
    #[arg(value_parser = one_of::<EvidenceSide>(["for", "against"]))]
    side: EvidenceSide,
    /// The hypothesis: its number in the list, or a part of its words
    hypothesis: String,
    /// What speaks for or against it
    #[arg(required_unless_present = "entry", num_args = 0..)]
    text: Vec<String>,
    /// The entry of the timeline that it is taken from, by a part of its words; these count where no others are given
    #[arg(long, value_name = "WORDS")]
    entry: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

#[derive(Debug, Args)]
pub struct AssignArgs {
    /// The hypothesis: its number in the list, or a part of its words
    hypothesis: String,
    /// Who tests it; leave out for nobody
    person: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, command: HypothesisCommand) -> Result<(), Refusal> {
    let subject = act(cli, command)?;
    let hypotheses = subject.told(cli.workstation.hypotheses(&subject.handle))?;
    let none = "No hypothesis yet. Write one down: sitrep hypothesis add WHAT MAY BE THE CAUSE";
    let shapes: Vec<Value> = hypotheses.iter().map(shape).collect();
    cli.answer(&shapes, || numbered(hypotheses.iter().map(line), none))
}

fn act(cli: &CommandLine, command: HypothesisCommand) -> Result<Subject, Error> {
    match command {
        HypothesisCommand::Add(args) => add(cli, args),
        HypothesisCommand::Evidence(args) => add_evidence(cli, args),
        HypothesisCommand::Assign(args) => assign(cli, &args),
        HypothesisCommand::List(incident) => cli.look_at(&incident),
        HypothesisCommand::Testing(args) => move_to(cli, HypothesisState::Testing, &args),
        HypothesisCommand::RuledOut(args) => move_to(cli, HypothesisState::RuledOut, &args),
        HypothesisCommand::Confirmed(args) => move_to(cli, HypothesisState::Confirmed, &args),
    }
}

fn add(cli: &CommandLine, args: AddArgs) -> Result<Subject, Error> {
    let AddArgs { statement, test, who, timebox, incident } = args;
    let input = HypothesisInput { statement: statement.join(" "), how_to_test: test, who, minutes: timebox };
    cli.act_on_any(&incident, |handle| cli.workstation.add_hypothesis(handle, &input))
}

fn add_evidence(cli: &CommandLine, args: EvidenceArgs) -> Result<Subject, Error> {
    let EvidenceArgs { side, hypothesis, text, entry, incident } = args;
    cli.act_on_any(&incident, |handle| {
        let id = cli.workstation.find_hypothesis(handle, &hypothesis)?.id;
        let source = entry.map(|words| cli.workstation.find_entry(handle, &words)).transpose()?;
        cli.workstation.add_evidence(handle, id, &EvidenceInput { side, text: text.join(" "), source })
    })
}

fn assign(cli: &CommandLine, args: &AssignArgs) -> Result<Subject, Error> {
    cli.act_on_any(&args.incident, |handle| {
        let id = cli.workstation.find_hypothesis(handle, &args.hypothesis)?.id;
        cli.workstation.assign_hypothesis(handle, id, args.person.as_deref())
    })
}

fn move_to(cli: &CommandLine, state: HypothesisState, args: &MoveArgs) -> Result<Subject, Error> {
    let because = args.because.as_deref();
    cli.act_on_any(&args.incident, |handle| cli.workstation.move_hypothesis(handle, &args.part(), state, because, None))
}

fn shape(one: &Hypothesis) -> Value {
    json!({
        "id": one.id, "statement": one.statement, "state": one.state, "because": one.because, "by": one.by,
        "how_to_test": one.how_to_test, "who": one.who, "change": one.change,
        "evidence_for": evidence(one, EvidenceSide::For), "evidence_against": evidence(one, EvidenceSide::Against),
    })
}

fn evidence(one: &Hypothesis, side: EvidenceSide) -> Vec<&str> {
    one.evidence.iter().filter(|evidence| evidence.side == side).map(|evidence| evidence.text.as_str()).collect()
}

fn line(one: &Hypothesis) -> String {
    let evidence = one.evidence.iter().map(|evidence| format!("{} it: {}", evidence.side.label(), evidence.text));
    let notes: Vec<String> = one.who.iter().chain(&one.because).cloned().chain(evidence).collect();
    stated(one.state.label(), &one.statement, (!notes.is_empty()).then(|| notes.join("; ")))
}
