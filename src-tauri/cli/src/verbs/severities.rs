//! `sitrep severities`.

use sitrep_workstation::screens::SeverityMeaning;

use crate::command_line::CommandLine;
use crate::output::{Refusal, joined};

pub fn run(cli: &CommandLine) -> Result<(), Refusal> {
    let rows = cli.workstation.severity_meanings();
    cli.answer(&rows, || joined(rows.iter().map(in_lines)))
}

fn in_lines(row: &SeverityMeaning) -> String {
    let SeverityMeaning { severity, name, description, examples, response, update_cadence, responders, .. } = row;
    let clocks = format!("Response: {response}. Updates: {update_cadence}. Responders: {responders}.");
    format!("{severity}  {name}. {description}\n    For example: {}.\n    {clocks}", examples.join(", "))
}
