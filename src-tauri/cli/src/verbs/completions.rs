//! `sitrep completions` and `sitrep man`.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_complete::{Shell, generate};
use clap_mangen::{Man, generate_to};

use crate::output::Refusal;

/// Print what completes its verbs in a shell: sitrep completions bash > ~/.local/share/bash-completion/completions/sitrep
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// bash, zsh, fish, elvish or powershell
    shell: Shell,
}

/// Print the manual page; with --out, write that of each verb into a folder: sitrep man | man -l -
#[derive(Debug, Args)]
pub struct ManArgs {
    /// The folder
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
}

pub fn complete(command: &mut Command, args: &CompletionsArgs) -> Result<(), Refusal> {
    let mut script = Vec::new();
    generate(args.shell, command, "sitrep", &mut script);
    printed(&script)
}

pub fn man(command: &Command, args: &ManArgs) -> Result<(), Refusal> {
    match &args.out {
        None => page(command).and_then(|page| printed(&page)),
        Some(folder) => pages(command, folder),
    }
}

fn page(command: &Command) -> Result<Vec<u8>, Refusal> {
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page).map_err(Refusal::Unprinted)?;
    Ok(page)
}

/// A page for each verb, and for each of its own.
fn pages(command: &Command, folder: &Path) -> Result<(), Refusal> {
    let write = fs::create_dir_all(folder).and_then(|()| generate_to(command.clone(), folder));
    Ok(write.map_err(sitrep_workstation::Error::File)?)
}

fn printed(bytes: &[u8]) -> Result<(), Refusal> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(Refusal::Unprinted)
}
