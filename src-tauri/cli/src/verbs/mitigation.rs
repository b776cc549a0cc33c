//! `sitrep mitigation`.

use clap::{Args, Subcommand};
use serde_json::{Value, json};
use sitrep_core::vocabulary::MitigationState;
use sitrep_workstation::Error;
use sitrep_workstation::acts::{MitigationInput, MitigationMove};
use sitrep_workstation::screens::MitigationView;

use super::mitigation_catalogue::{self, CatalogueArgs};
use crate::command_line::{CommandLine, IncidentArg, MoveArgs, Subject};
use crate::output::{Refusal, numbered, stated};

/// Mitigations: what is done against the impact, and what came of it
#[derive(Debug, Subcommand)]
pub enum MitigationCommand {
    /// Start one, or propose it: sitrep mitigation add roll back to v312
    Add(AddArgs),
    /// List them
    List(IncidentArg),
    /// The catalogue: when to use what, how, at which risk; with an id, its steps filled for the incident
    Catalogue(CatalogueArgs),
    /// It is started
    Start(MoveArgs),
    /// It is done; say what came of it with --effect, and whether it helped
    Done(DoneArgs),
    /// It was undone again; say why with --because
    RollBack(MoveArgs),
    /// It was proposed and is decided against
    Withdraw(MoveArgs),
}

#[derive(Debug, Args)]
pub struct AddArgs {
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
    incident: IncidentArg,
}

#[derive(Debug, Args)]
pub struct DoneArgs {
    /// It helped: the resolution names it
    #[arg(long, conflicts_with = "no_help")]
    helped: bool,
    /// It did not help
    #[arg(long)]
    no_help: bool,
    #[command(flatten)]
    which: MoveArgs,
}

impl DoneArgs {
    fn verdict(&self) -> Option<bool> {
        (self.helped || self.no_help).then_some(self.helped)
    }
}

pub fn run(cli: &CommandLine, command: MitigationCommand) -> Result<(), Refusal> {
    let subject = match command {
        MitigationCommand::Catalogue(args) => return mitigation_catalogue::run(cli, &args),
        MitigationCommand::Add(args) => add(cli, args),
        MitigationCommand::List(incident) => cli.look_at(&incident),
        MitigationCommand::Start(args) => move_to(cli, MitigationState::Started, &args, None),
        MitigationCommand::Done(args) => move_to(cli, MitigationState::Done, &args.which, args.verdict()),
        MitigationCommand::RollBack(args) => move_to(cli, MitigationState::RolledBack, &args, None),
        MitigationCommand::Withdraw(args) => move_to(cli, MitigationState::Withdrawn, &args, None),
    }?;
    let mitigations = subject.told(cli.workstation.mitigations(&subject.handle))?.uses;
    let shapes: Vec<Value> = mitigations.iter().map(shape).collect();
    cli.answer(&shapes, || numbered(mitigations.iter().map(line), "No mitigation yet. Start one: sitrep mitigation add WHAT YOU DO"))
}

fn add(cli: &CommandLine, args: AddArgs) -> Result<Subject, Error> {
    let AddArgs { action, proposed, catalogue, service, incident } = args;
    let input = MitigationInput { action: action.join(" "), proposed, catalogue, service };
    cli.act_on_any(&incident, |handle| cli.workstation.add_mitigation(handle, &input))
}

fn move_to(cli: &CommandLine, state: MitigationState, args: &MoveArgs, helped: Option<bool>) -> Result<Subject, Error> {
    let change = MitigationMove { effect: args.because.clone(), helped, ..MitigationMove::to(state) };
    cli.act_on_any(&args.incident, |handle| cli.workstation.move_mitigation(handle, &args.part(), &change))
}

fn shape(one: &MitigationView) -> Value {
    json!({
        "id": one.id, "action": one.action, "state": one.state, "effect": one.effect, "helped": one.helped, "by": one.by,
        "catalogue": one.catalogue, "service": one.service,
    })
}

fn line(one: &MitigationView) -> String {
    stated(one.state.label(), &one.action, one.effect.as_deref())
}
