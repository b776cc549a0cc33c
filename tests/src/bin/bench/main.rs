//! What Sitrep takes, each figure beside the least that this machine takes for the same on the same run. Words given to it
//! choose the parts to measure.

mod bare;
mod changes;
mod crowd;
mod durable;
mod eye;
mod figures;
mod hands;
mod large;
mod ledgers;
mod long_list;
mod messages;
mod pictures;
mod process;
mod quick;
mod second;
mod start;

use std::process::ExitCode;

use sitrep_tests::Outcome;

use figures::Row;

fn main() -> ExitCode {
    match measure() {
        Ok(rows) => {
            figures::print(&rows);
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("The bench stopped: {failure}");
            ExitCode::FAILURE
        }
    }
}

type Part = fn() -> Outcome<Vec<Row>>;

fn measure() -> Outcome<Vec<Row>> {
    let parts: [(&str, Part); 11] = [
        ("entries on disk", durable::measure),
        ("the command line", process::measure),
        ("starts", start::measure),
        ("quick entry", quick::measure),
        ("a second process", second::measure),
        ("messages", messages::measure),
        ("pictures", pictures::measure),
        ("large ledgers", large::measure),
        ("long lists", long_list::measure),
        ("five hundred incidents", crowd::measure),
        ("recent changes", changes::measure),
    ];
    let words: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |what: &str| words.is_empty() || words.iter().any(|word| what.contains(word));
    let mut rows = Vec::new();
    for (what, part) in parts.into_iter().filter(|(what, _)| wanted(what)) {
        eprintln!("Measuring {what}");
        rows.extend(part()?);
    }
    Ok(rows)
}
