//! `sitrep`: the command line. Links no window toolkit, so that it is up in milliseconds.

mod actions;
mod args;
mod changes;
mod command_line;
mod commands;
mod doctor;
mod investigation;
mod investigation_args;
mod output;
mod run;
mod services;
mod templates;
mod timeline;
mod transcripts;
mod work;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    if let Some(code) = sitrep_clipboard::hold_if_asked() {
        return code;
    }
    let cli = args::Cli::parse();
    let json = cli.global.json;
    if let Some(args::Verb::Run(words)) = &cli.verb {
        return run::run(words, cli.global);
    }
    match commands::run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => output::refuse(&refusal, json),
    }
}
