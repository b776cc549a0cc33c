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
mod pages;
mod pictures;
mod process;
mod quick;
mod runbooks;
mod search;
mod second;
mod start;

use std::process::ExitCode;

use sitrep_tests::Outcome;

use figures::Row;

fn main() -> ExitCode {
    let (rows, failures) = measure();
    figures::print(&rows);
    for failure in &failures {
        eprintln!("Not measured: {failure}");
    }
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

type Part = fn() -> Outcome<Vec<Row>>;

/// One part that cannot be measured keeps the figures of no other.
fn measure() -> (Vec<Row>, Vec<String>) {
    let parts: [(&str, Part); 13] = [
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
        ("runbooks", runbooks::measure),
        ("search in years of history", search::measure),
    ];
    let words: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |what: &str| words.is_empty() || words.iter().any(|word| what.contains(word));
    let (mut rows, mut failures) = (Vec::new(), Vec::new());
    for (what, part) in parts.into_iter().filter(|(what, _)| wanted(what)) {
        eprintln!("Measuring {what}");
        match part() {
            Ok(measured) => rows.extend(measured),
            Err(failure) => failures.push(format!("{what}: {failure}")),
        }
    }
    (rows, failures)
}
