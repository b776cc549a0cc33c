//! `sitrep shell`: the person's own shell, which knows the incident.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use clap::Args;

use crate::command_line::{CommandLine, NamedIncident, NamesIncident, environment_of};
use crate::output::{Refusal, note};

/// Open your shell with the incident in its environment; `keep COMMAND` runs one and logs it with what it printed; exit ends it
#[derive(Debug, Args)]
pub struct ShellArgs {
    #[command(flatten)]
    incident: NamedIncident,
}

/// What each shell reads after the person's own file: the mark in its prompt, and the word that keeps a command.
const BASH: &str = r#"[ -f "$HOME/.bashrc" ] && . "$HOME/.bashrc"
keep() { "$SITREP_PROGRAM" run --keep -i "$SITREP_INCIDENT" -- "$@"; }
PS1="[$SITREP_SEVERITY $SITREP_INCIDENT] $PS1"
"#;
const ZSH: &str = r#"ZDOTDIR="${SITREP_ZDOTDIR:-$HOME}"
[ -f "$ZDOTDIR/.zshrc" ] && . "$ZDOTDIR/.zshrc"
keep() { "$SITREP_PROGRAM" run --keep -i "$SITREP_INCIDENT" -- "$@" }
PROMPT="[$SITREP_SEVERITY $SITREP_INCIDENT] $PROMPT"
"#;
const FISH: &str = r#"function keep; $SITREP_PROGRAM run --keep -i $SITREP_INCIDENT -- $argv; end
functions -c fish_prompt sitrep_own_prompt
function fish_prompt; echo -n "[$SITREP_SEVERITY $SITREP_INCIDENT] "; sitrep_own_prompt; end
"#;

pub fn run(cli: &CommandLine, args: &ShellArgs) -> Result<ExitCode, Refusal> {
    let incident = cli.workstation.find(args.incident.part())?.summary;
    let shell = env::var_os("SHELL").filter(|shell| !shell.is_empty()).unwrap_or_else(|| OsString::from("/bin/sh"));
    let mut command = prepared(&shell, &cli.workstation.folders().data.join("shell"))?;
    command.envs(environment_of(&incident, cli.now()));
    if let Ok(program) = env::current_exe() {
        command.env("SITREP_PROGRAM", program);
    }
    note(&format!("{}: keep COMMAND logs it with what it printed; exit ends this shell.", incident.handle));
    let ended = command.status().map_err(|error| Refusal::Shell { shell: shell.to_string_lossy().into_owned(), error })?;
    Ok(ended.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}

/// The shell with what it is to read; one that is not known has the environment alone.
fn prepared(shell: &OsString, folder: &Path) -> Result<Command, Refusal> {
    let mut command = Command::new(shell);
    let name = Path::new(shell).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match name.as_str() {
        "bash" => command.arg("--rcfile").arg(written(folder, "bashrc", BASH)?).arg("-i"),
        "zsh" => {
            written(folder, ".zshrc", ZSH)?;
            command.envs(env::var_os("ZDOTDIR").map(|own| ("SITREP_ZDOTDIR", own))).env("ZDOTDIR", folder).arg("-i")
        }
        "fish" => command.arg("-C").arg(FISH),
        _ => &mut command,
    };
    Ok(command)
}

fn written(folder: &Path, name: &str, text: &str) -> Result<OsString, Refusal> {
    let file = folder.join(name);
    let write = fs::create_dir_all(folder).and_then(|()| fs::write(&file, text));
    write.map(|()| file.into_os_string()).map_err(|error| sitrep_workstation::Error::File(error).into())
}
