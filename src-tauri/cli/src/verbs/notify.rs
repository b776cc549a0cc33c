//! `sitrep notify`.

use clap::Args;
use sitrep_workstation::Error;
use sitrep_workstation::screens::NotifiedView;

use crate::command_line::{CommandLine, IncidentArg, Subject};
use crate::output::{Refusal, numbered, stated};

/// List whom its severity asks to be told, and say who was: sitrep notify manager
#[derive(Debug, Args)]
pub struct NotifyArgs {
    /// Who was told: the number in the list, or a part of the words
    #[arg(num_args = 0..)]
    who: Vec<String>,
    /// Everybody on the list was told
    #[arg(long, conflicts_with_all = ["who", "undo"])]
    all: bool,
    /// Take it back
    #[arg(long, requires = "who")]
    undo: bool,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &NotifyArgs) -> Result<(), Refusal> {
    let subject = act(cli, args)?;
    let list = subject.told(cli.workstation.team(&subject.handle))?.notify;
    cli.answer(&list, || numbered(list.iter().map(line), "Its severity asks for nobody to be told."))
}

fn act(cli: &CommandLine, args: &NotifyArgs) -> Result<Subject, Error> {
    if args.all {
        return cli.act_on_any(&args.incident, |handle| {
            let untold = cli.workstation.team(handle)?.notify.into_iter().filter(|one| !one.done);
            untold.into_iter().try_for_each(|one| cli.workstation.tick_notified(handle, &one.who, true))
        });
    }
    if args.who.is_empty() {
        return cli.look_at(&args.incident);
    }
    cli.act_on_any(&args.incident, |handle| {
        let who = cli.workstation.find_notified(handle, &args.who.join(" "))?;
        cli.workstation.tick_notified(handle, &who, !args.undo)
    })
}

fn line(one: &NotifiedView) -> String {
    stated(if one.done { "told" } else { "open" }, &one.who, one.told.as_deref())
}
