//! A history of years, searched and looked back on: ten thousand incidents with a million entries.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;

use chrono::Utc;
use sitrep_core::event::EventBody;
use sitrep_core::figures::FiguresSpan;
use sitrep_core::vocabulary::{EntryKind, Severity};
use sitrep_store::{SEARCH_FILE, SearchIndex, Store};
use sitrep_tests::desktop::Desktop;
use sitrep_tests::many::{self, COMMON_WORD, PEOPLE, RARE_WORD, SERVICES};
use sitrep_tests::{Failure, Outcome};
use sitrep_workstation::screens::{FiguresInput, SearchInput};
use sitrep_workstation::{Folders, SystemClock, Workstation};

use crate::figures::{Row, Times};

const INCIDENTS: usize = 10_000;
const ENTRIES: usize = 1_000_000;
const RUNS: usize = 40;
/// What an index takes in at once while nobody waits for it.
const ONE_STEP: u32 = 1_000;

/// Measures the index being made, questions to it, and what it adds to an entry and to a start.
pub fn measure() -> Outcome<Vec<Row>> {
    let desktop = Desktop::without_notifications()?;
    eprintln!("A history of {ENTRIES} entries is made once and kept; this takes some minutes");
    copy(&many::kept(INCIDENTS, ENTRIES)?, desktop.data())?;
    let folders = Folders { data: desktop.data().to_owned(), config: desktop.folder().join("config/sitrep"), practice: false };
    let room = Workstation::open(folders, Arc::new(SystemClock))?;
    let mut rows = vec![made(&room)?];
    rows.extend(searches(&room)?);
    rows.push(similar(&room)?);
    rows.push(figures(&room)?);
    rows.push(incident(&room)?);
    rows.push(entry(desktop.data())?);
    rows.extend(processes(&desktop)?);
    Ok(rows)
}

fn copy(from: &Path, to: &Path) -> Outcome {
    std::fs::create_dir_all(to)?;
    for file in std::fs::read_dir(from)? {
        let path = file?.path();
        if let Some(name) = path.file_name().filter(|name| path.is_file() && !name.to_string_lossy().starts_with(SEARCH_FILE)) {
            std::fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

fn made(room: &Workstation) -> Outcome<Row> {
    let mut times = Times::default();
    while !times.time(|| room.catch_up_search(ONE_STEP))?.is_done {}
    Ok(Row::new("a step of making the index, 1,000 events", times).under(1_000))
}

/// Words of each kind: everywhere, nowhere, beginnings, phrases, several, with filters, and those that rank.
fn searches(room: &Workstation) -> Outcome<Vec<Row>> {
    let words = |words: &str| SearchInput { words: words.to_owned(), ..SearchInput::default() };
    let of = |words: &str, change: &dyn Fn(&mut SearchInput)| {
        let mut input = SearchInput { words: words.to_owned(), ..SearchInput::default() };
        change(&mut input);
        input
    };
    let asked = [
        ("the most common word", words(COMMON_WORD)),
        ("its beginning", words("paym")),
        ("two letters", words("co")),
        ("three letters", words("con")),
        ("a rare word", words(RARE_WORD)),
        ("two common words", words("payments pool")),
        ("a host", words("prod-db-17")),
        ("letters without spaces between words", words("支付失败")),
        ("a word that is nowhere", words("xylophone")),
        ("signs alone", words("->")),
        ("the common word in one service", of(COMMON_WORD, &|input| input.services = Some(vec![SERVICES[9].to_owned()]))),
        (
            "the common word in P0 two years ago",
            of(COMMON_WORD, &|input| {
                input.severities = Some(vec![Severity::P0]);
                input.to = Some("730d".to_owned());
            }),
        ),
        ("the common word by one person", of(COMMON_WORD, &|input| input.people = Some(vec![PEOPLE[3].to_owned()]))),
        ("the best of the common word", of(COMMON_WORD, &|input| input.best_first = Some(true))),
        ("no word: all incidents", words("")),
    ];
    let mut all = Times::default();
    let mut rows = Vec::new();
    for (what, input) in asked {
        let mut times = Times::default();
        for _ in 0..RUNS {
            let found = times.time(|| room.search(&input))?;
            let begun = std::time::Instant::now();
            room.search(&input)?;
            all.add(begun.elapsed());
            if input.words == COMMON_WORD && found.hits_total == 0 {
                return Err(Failure::new(format!("nothing was found of {what}")));
            }
        }
        rows.push(Row::new(format!("search: {what}"), times).under(30));
    }
    rows.push(Row::new("search: all of these", all).under(30));
    Ok(rows)
}

fn similar(room: &Workstation) -> Outcome<Row> {
    let mut times = Times::default();
    for handle in &some(room)? {
        times.time(|| room.similar(handle))?;
    }
    Ok(Row::new("similar incidents of one", times).under(50))
}

/// Of all the years, once what they need is kept.
fn figures(room: &Workstation) -> Outcome<Row> {
    let input = FiguresInput { span: FiguresSpan::Months { months: 60 }, service: None };
    room.figures(&input)?;
    let mut times = Times::default();
    for _ in 0..RUNS {
        times.time(|| room.figures(&input))?;
    }
    Ok(Row::new("figures of all incidents, with charts", times).under(300))
}

fn incident(room: &Workstation) -> Outcome<Row> {
    let mut times = Times::default();
    for handle in &some(room)? {
        times.time(|| room.incident_screen(handle))?;
    }
    Ok(Row::new("an incident opened", times).under(100))
}

fn some(room: &Workstation) -> Outcome<Vec<String>> {
    Ok(room.list()?.into_iter().step_by(INCIDENTS / RUNS).map(|row| row.summary.handle).collect())
}

/// What the index adds to each entry, taken in one by one.
fn entry(data: &Path) -> Outcome<Row> {
    let (mut store, mut index) = (Store::open(data)?, SearchIndex::default());
    let incident = store.active()?.first().ok_or_else(|| Failure::new("no incident is active"))?.id;
    let mut times = Times::default();
    for number in 0..200 {
        let text = format!("{COMMON_WORD} of run {number} wait for the pool");
        let body = EventBody::Entry { entry: EntryKind::Note, text, pictures: Vec::new(), attached: None, from: None };
        store.append_entry(incident, "@ana", Utc::now(), body.into())?;
        times.time(|| index.catch_up(&store, ONE_STEP))?;
    }
    Ok(Row::new("an entry taken into the index by itself", times))
}

fn processes(desktop: &Desktop) -> Outcome<Vec<Row>> {
    let time = |arguments: &[&str]| {
        let mut times = Times::default();
        for _ in 0..RUNS {
            let mut command = desktop.sitrep(arguments)?.into_command();
            command.stdin(Stdio::null()).stdout(Stdio::null());
            let status = times.time(|| command.status())?;
            if !status.success() {
                return Err(Failure::new(format!("{command:?} ended with {status}")));
            }
        }
        Ok(times)
    };
    let searched = time(&["search", COMMON_WORD])?;
    let with_index = time(&["status", "--help"])?;
    Ok(vec![Row::new("`sitrep search` of the common word, the whole process", searched).beside("`sitrep --help`", with_index)])
}
