//! What was written is found, as it reads now, and the index that finds it is never more than what can be made anew.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use sitrep_core::documents::SearchedLine;
use sitrep_core::event::{AlertTaken, CommandRun, EventBody, RunMove, RunbookBegun, UpdateHead, UpdateSent};
use sitrep_core::text::search::SearchQuery;
use sitrep_core::vocabulary::{
    AttachedText, AttachedTextId, CommandOutcome, EntryKind, EventId, FindingAbout, IncidentId, Role, Severity, Status, UpdateField,
};
use sitrep_store::{IncidentState, NewEvent, Redaction, SearchAnswer, SearchFilter, SearchIndex, SearchRequest, Store, StoreError};
use support::{Result, mode, now};

/// A data folder, and who searches it.
struct Desk {
    folder: tempfile::TempDir,
    store: Store,
    index: SearchIndex,
}

fn request(words: &str) -> SearchRequest {
    SearchRequest {
        query: SearchQuery::read(words),
        filter: SearchFilter::default(),
        best_first: false,
        skip: 0,
        incidents: 100,
        lines_each: 100,
        lines: 1_000,
    }
}

fn note(text: &str) -> NewEvent {
    EventBody::Entry { entry: EntryKind::Note, text: text.into(), pictures: vec![], attached: None, from: None }.into()
}

impl Desk {
    fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let store = Store::open(folder.path())?;
        Ok(Self { folder, store, index: SearchIndex::default() })
    }

    fn declare(&mut self, handle: &str, severity: Severity, started_at: DateTime<Utc>, services: &[&str]) -> Result<IncidentId> {
        let declared = EventBody::Declared {
            handle: handle.into(),
            title: format!("Trouble with {handle}"),
            severity,
            assessed: None,
            started_at,
            security: None,
            services: services.iter().map(|&service| service.to_owned()).collect(),
        };
        let declared = NewEvent { occurred_at: Some(started_at), amends: None, body: declared };
        Ok(self.store.declare("@ana", now(), |_| Ok::<_, StoreError>(vec![declared]))?.facts.incident.id)
    }

    fn append(&mut self, incident: IncidentId, by: &str, new: NewEvent) -> Result<EventId> {
        let appended = self.store.append(incident, by, now(), |_| Ok::<_, StoreError>(vec![new]))?;
        appended.ids.first().copied().ok_or_else(|| "nothing was appended".into())
    }

    fn amend(&mut self, incident: IncidentId, amended: EventId, body: EventBody) -> Result<EventId> {
        self.append(incident, "@ana", NewEvent { occurred_at: None, amends: Some(amended), body })
    }

    fn search(&mut self, request: &SearchRequest) -> std::result::Result<SearchAnswer, StoreError> {
        self.index.search(&self.store, request)
    }

    /// The texts on the timeline of the lines that have these words.
    fn find(&mut self, words: &str) -> Result<Vec<String>> {
        Ok(texts(&self.search(&request(words))?))
    }

    fn handles(&mut self, filter: SearchFilter, words: &str) -> Result<Vec<String>> {
        let answer = self.search(&SearchRequest { filter, ..request(words) })?;
        Ok(answer.incidents.into_iter().map(|found| found.row.summary.handle).collect())
    }

    fn index_file(&self) -> std::path::PathBuf {
        self.folder.path().join(sitrep_store::SEARCH_FILE)
    }
}

fn lines(answer: &SearchAnswer) -> impl Iterator<Item = &SearchedLine> {
    answer.incidents.iter().flat_map(|found| &found.lines)
}

fn texts(answer: &SearchAnswer) -> Vec<String> {
    lines(answer).map(|line| line.text.clone()).collect()
}

/// What an index that is made now from this database answers.
fn afresh(desk: &Desk, request: &SearchRequest) -> Result<SearchAnswer> {
    let folder = tempfile::tempdir()?;
    let copy = folder.path().join("copy.db");
    desk.store.backup(&copy, sitrep_store::Over::Nothing)?;
    fs::rename(copy, folder.path().join(sitrep_store::DATABASE_FILE))?;
    let (store, mut index) = (Store::open(folder.path())?, SearchIndex::default());
    while !index.catch_up(&store, 1_000)?.is_done {}
    Ok(index.search(&store, request)?)
}

#[test]
fn what_was_typed_in_any_script_is_found() -> Result {
    let mut desk = Desk::new()?;
    let id = desk.declare("a", Severity::P1, now(), &["payments-api"])?;
    for text in [
        "the Café is down",
        "failover of prod-db-1",
        "say \"foo\" AND bar NEAR(baz)",
        "rebuilt the C++ worker",
        "所有支付失败",
        "本番データベースが停止",
        "웹서버가 죽었다",
        "ทั้งระบบล่ม",
        "Сервера упали",
        "große Straße in İSTANBUL",
        "site on 🔥 at 10.0.0.1:5432",
        "v313 -> v312, 38 % of errors",
    ] {
        desk.append(id, "@ana", note(text))?;
    }
    for (typed, found) in [
        ("cafe", "the Café is down"),
        ("CAFÉ", "the Café is down"),
        ("prod-db-1", "failover of prod-db-1"),
        ("foo\"", "say \"foo\" AND bar NEAR(baz)"),
        ("AND", "say \"foo\" AND bar NEAR(baz)"),
        ("NEAR(", "say \"foo\" AND bar NEAR(baz)"),
        ("bar OR baz", ""),
        ("C++", "rebuilt the C++ worker"),
        ("支付", "所有支付失败"),
        ("失败 支付", "所有支付失败"),
        ("失支", ""),
        ("ﾃﾞｰﾀ", "本番データベースが停止"),
        ("서버", "웹서버가 죽었다"),
        ("ระบบ", "ทั้งระบบล่ม"),
        ("сервер", "Сервера упали"),
        ("STRASSE istanbul", "große Straße in İSTANBUL"),
        ("🔥", "site on 🔥 at 10.0.0.1:5432"),
        ("10.0.0.1", "site on 🔥 at 10.0.0.1:5432"),
        ("->", "v313 -> v312, 38 % of errors"),
        ("v31 %", "v313 -> v312, 38 % of errors"),
        ("rebuil work", "rebuilt the C++ worker"),
        ("\"", "say \"foo\" AND bar NEAR(baz)"),
        ("words: x", ""),
        ("*", ""),
        ("++++", ""),
    ] {
        let expected: Vec<String> = if found.is_empty() { vec![] } else { vec![found.to_owned()] };
        assert_eq!(desk.find(typed)?, expected, "{typed}");
    }
    Ok(())
}

#[test]
fn a_line_is_found_as_it_reads_now() -> Result {
    let mut desk = Desk::new()?;
    let id = desk.declare("a", Severity::P1, now(), &[])?;
    let entry = desk.append(id, "@ana", note("rolled back to v311"))?;
    assert_eq!(desk.find("v311")?.len(), 1);

    desk.amend(id, entry, EventBody::EntryAmended { text: "rolled back to v312".into() })?;
    assert_eq!((desk.find("v311")?, desk.find("v312")?), (vec![], vec!["rolled back to v312".to_owned()]));

    desk.amend(id, entry, EventBody::EntryRemoved)?;
    assert_eq!(desk.find("rolled")?, Vec::<String>::new());

    desk.amend(id, entry, EventBody::EntryRestored)?;
    assert_eq!(desk.find("v312")?, ["rolled back to v312"]);

    let finding = EventBody::FindingAdded { about: FindingAbout::NewError, text: "502s on cards".into(), onset: None };
    let finding = desk.append(id, "@ana", finding.into())?;
    assert_eq!(desk.find("502s")?.len(), 1);
    desk.amend(id, finding, EventBody::FindingRemoved)?;
    assert_eq!(desk.find("502s")?, Vec::<String>::new());
    Ok(())
}

#[test]
fn what_stands_behind_a_line_is_found_too() -> Result {
    let mut desk = Desk::new()?;
    let id = desk.declare("2026-11-23-checkout", Severity::P1, now(), &["payments-api"])?;
    let head = UpdateHead { fields: BTreeMap::from([(UpdateField::Impact, "mandarins".to_owned())]), ..UpdateHead::default() };
    let sent = UpdateSent { head, text: "*Cards* fail in Oranjestad".into(), html: None, words: String::new() };
    desk.append(id, "@ana", EventBody::UpdateSent(sent).into())?;
    let (started_at, outcome) = (now(), CommandOutcome::Exit(0));
    let run = CommandRun { command: "make".into(), started_at, millis: 3, outcome, kept: vec!["panic: goroutine".into()] };
    desk.append(id, "@ana", EventBody::CommandRun(run).into())?;
    let text = AttachedText { id: AttachedTextId(id.0), name: "errors-high.md".into(), lines: 9 };
    let begun = RunbookBegun {
        title: "Errors high".into(),
        path: "payments/errors-high.md".into(),
        version: None,
        steps: vec!["Drain the node".into()],
        text,
    };
    let begun = desk.append(id, "@ana", EventBody::RunbookBegun(begun).into())?;
    let value = RunMove::Value { name: "release".into(), value: "zebra-7".into(), step: None };
    desk.amend(id, begun, EventBody::RunbookMoved { runbook: "Errors high".into(), moved: value })?;
    let alert = AlertTaken {
        source: "Alertmanager".into(),
        name: Some("PaymentPoolWait".into()),
        title: "Waits".into(),
        summary: None,
        service: None,
        started_at: None,
        fingerprint: None,
        labels: BTreeMap::from([("region".to_owned(), "aruba".to_owned())]),
        links: vec![],
    };
    desk.append(id, "@ana", EventBody::AlertTaken(Box::new(alert)).into())?;
    for (typed, found) in [
        ("oranjestad", "Message copied for Slack"),
        ("mandarins", "Message copied for Slack"),
        ("goroutine", "ran make: exit 0 after 3 ms"),
        ("drain node", "Runbook begun: Errors high"),
        ("zebra-7", "Runbook begun: Errors high"),
        ("pool wait", "Alert: Waits (Alertmanager)"),
        ("paymentpool", "Alert: Waits (Alertmanager)"),
        ("aruba", "Alert: Waits (Alertmanager)"),
        ("payments-api", "Declared P1: Trouble with 2026-11-23-checkout"),
    ] {
        assert_eq!(desk.find(typed)?, [found], "{typed}");
    }
    Ok(())
}

#[test]
fn the_newest_incident_comes_first_and_a_filter_leaves_others_out() -> Result {
    let mut desk = Desk::new()?;
    let day = |number| now() - TimeDelta::days(number);
    let old = desk.declare("old", Severity::P0, day(30), &["mail"])?;
    // It was written down last, and is the oldest.
    let new = desk.declare("new", Severity::P1, day(1), &["Payments API"])?;
    let late = desk.declare("late", Severity::P1, day(90), &["mail", "search"])?;
    for id in [old, new, late] {
        desk.append(id, "@ana", note("the pool is full"))?;
        desk.append(id, "@ana", note("the pool is empty"))?;
    }
    desk.append(old, "@Li", note("seen"))?;
    desk.append(new, "@ana", EventBody::RoleChanged { role: Role::Scribe, from: None, to: Some("@bo".into()) }.into())?;
    let resolved = || EventBody::StatusChanged { from: Status::Investigating, to: Status::Resolved, reason: None };
    desk.append(old, "@ana", NewEvent { occurred_at: Some(day(29)), amends: None, body: resolved() })?;
    desk.append(late, "@ana", NewEvent { occurred_at: Some(day(89)), amends: None, body: resolved() })?;
    desk.append(late, "@ana", EventBody::ReviewPublished.into())?;

    assert_eq!(desk.handles(SearchFilter::default(), "pool")?, ["new", "old", "late"]);
    assert_eq!(desk.handles(SearchFilter::default(), "")?, ["new", "old", "late"], "without words all are listed");
    let any = SearchFilter::default;
    for (filter, expected) in [
        (SearchFilter { severities: [Severity::P0].into(), ..any() }, vec!["old"]),
        (SearchFilter { services: vec!["mail".into()], ..any() }, vec!["old", "late"]),
        (SearchFilter { services: vec!["payments-api".into()], ..any() }, vec!["new"]),
        (SearchFilter { services: vec!["mail".into()], severities: [Severity::P1].into(), ..any() }, vec!["late"]),
        (SearchFilter { states: [IncidentState::Active].into(), ..any() }, vec!["new"]),
        (SearchFilter { states: [IncidentState::Resolved].into(), ..any() }, vec!["old"]),
        (SearchFilter { states: [IncidentState::Reviewed].into(), ..any() }, vec!["late"]),
        (SearchFilter { people: vec!["@li".into()], ..any() }, vec!["old"]),
        (SearchFilter { people: vec!["@bo".into(), "@li".into()], ..any() }, vec!["new", "old"]),
        (SearchFilter { from: Some(day(30)), ..any() }, vec!["new", "old"]),
        (SearchFilter { to: Some(day(30)), ..any() }, vec!["old", "late"]),
        (SearchFilter { from: Some(day(60)), to: Some(day(2)), ..any() }, vec!["old"]),
        (SearchFilter { services: vec!["nowhere".into()], ..any() }, vec![]),
    ] {
        assert_eq!(desk.handles(filter.clone(), "pool")?, expected, "{filter:?}");
        assert_eq!(desk.handles(filter.clone(), "")?, expected, "all that fit {filter:?}");
    }
    let nowhere = SearchRequest { filter: SearchFilter { services: vec!["nowhere".into()], ..any() }, ..request("pool") };
    assert_eq!(desk.search(&nowhere)?.without_filter, 6);
    Ok(())
}

#[test]
fn a_page_goes_on_where_the_last_one_ended() -> Result {
    let mut desk = Desk::new()?;
    for number in 0..5 {
        let id = desk.declare(&format!("n{number}"), Severity::P2, now() + TimeDelta::hours(number), &[])?;
        desk.store.append(id, "@ana", now(), |_| Ok::<_, StoreError>(vec![note("pool"); 4]))?;
    }
    let page = |skip| SearchRequest { skip, incidents: 2, lines_each: 3, ..request("pool") };
    let mut seen = Vec::new();
    for skip in [0, 2, 4] {
        let answer = desk.search(&page(skip))?;
        assert_eq!((answer.lines, answer.incidents_in_all, answer.is_all), (20, 5, true));
        assert!(answer.incidents.iter().all(|found| found.lines.len() == 3 && found.lines_in_all == 4));
        seen.extend(answer.incidents.into_iter().map(|found| found.row.summary.handle));
    }
    assert_eq!(seen, ["n4", "n3", "n2", "n1", "n0"]);
    let few = desk.search(&SearchRequest { lines: 5, ..request("pool") })?;
    assert_eq!(few.incidents.iter().map(|found| found.lines.len()).collect::<Vec<_>>(), [4, 1]);
    Ok(())
}

#[test]
fn what_says_it_best_comes_first_if_asked() -> Result {
    let mut desk = Desk::new()?;
    let id = desk.declare("a", Severity::P2, now(), &[])?;
    for text in [
        "the wait for the long line at the pool",
        "pool wait",
        "pools were seen, and we had to wait for a very long time until anybody answered",
    ] {
        desk.append(id, "@ana", note(text))?;
    }
    let best = desk.search(&SearchRequest { best_first: true, ..request("pool wait") })?;
    assert_eq!(texts(&best)[0], "pool wait");
    assert_eq!(texts(&best).len(), 3);
    Ok(())
}

#[test]
fn an_index_that_is_begun_late_covers_the_newest_first() -> Result {
    let mut desk = Desk::new()?;
    for number in 0..10 {
        let id = desk.declare(&format!("n{number}"), Severity::P2, now() + TimeDelta::hours(number), &[])?;
        let entries = (0..9).map(|entry| note(&format!("pool {entry}"))).collect();
        desk.store.append(id, "@ana", now(), |_| Ok::<_, StoreError>(entries))?;
    }
    let first = desk.index.catch_up(&desk.store, 10)?;
    assert_eq!((first.percent, first.is_done), (10, false));
    let answer = desk.search(&request("pool"))?;
    assert_eq!((answer.incidents.len(), answer.incidents[0].row.summary.handle.as_str(), answer.coverage.percent), (1, "n9", 10));
    // What comes meanwhile is found at once.
    let id = desk.declare("newer", Severity::P2, now() + TimeDelta::hours(20), &[])?;
    desk.append(id, "@ana", note("pool"))?;
    assert_eq!(desk.handles(SearchFilter::default(), "pool")?, ["newer", "n9"]);
    assert_eq!(desk.handles(SearchFilter::default(), "")?.len(), 11, "incidents are listed all the same");
    let mut percents = vec![];
    while let coverage = desk.index.catch_up(&desk.store, 10)?
        && !coverage.is_done
    {
        percents.push(coverage.percent);
    }
    assert!(percents.is_sorted() && percents.contains(&100), "{percents:?}");
    assert_eq!(desk.search(&request("pool"))?.lines, 91);
    Ok(())
}

/// The files under a folder that hold these bytes.
fn holding(folder: &Path, bytes: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.is_file() && fs::read(&path)?.windows(bytes.len()).any(|window| window == bytes.as_bytes()) {
            found.push(path.display().to_string());
        }
    }
    Ok(found)
}

#[test]
fn no_byte_of_what_was_redacted_stays_in_the_index() -> Result {
    let mut desk = Desk::new()?;
    let id = desk.declare("a", Severity::P1, now(), &[])?;
    let entry = desk.append(id, "@ana", note("the token is hunterzwei"))?;
    assert_eq!(desk.find("hunterzwei")?.len(), 1);
    // It is open here and in another process meanwhile.
    let mut other = SearchIndex::default();
    other.search(&desk.store, &request("hunterzwei"))?;
    assert!(holding(desk.folder.path(), "hunterzwei")?.iter().any(|file| file.contains("search.db")), "it is there to be removed");

    let redaction = Redaction { event: entry, words: Some("hunterzwei"), tombstone: "(redacted)" };
    let redacted = desk.store.redact(id, &redaction)?.ok_or("nothing was redacted")?;

    assert!(redacted.is_clean);
    assert_eq!(holding(desk.folder.path(), "hunterzwei")?, Vec::<String>::new());
    assert_eq!(desk.find("hunterzwei")?, Vec::<String>::new());
    assert_eq!(desk.find("token redacted")?, ["the token is (redacted)"]);
    assert_eq!(texts(&other.search(&desk.store, &request("token"))?), ["the token is (redacted)"]);
    assert_eq!(holding(desk.folder.path(), "hunterzwei")?, Vec::<String>::new());
    Ok(())
}

#[test]
fn the_index_is_for_its_owner_alone_and_goes_with_the_database_of_a_practice() -> Result {
    let mut desk = Desk::new()?;
    desk.declare("a", Severity::P1, now(), &[])?;
    desk.find("trouble")?;
    for file in fs::read_dir(desk.folder.path())? {
        assert_eq!(mode(&file?.path())?, 0o600);
    }
    let Desk { folder, store, index } = desk;
    drop((store, index));
    Store::remove(folder.path())?;
    assert_eq!(fs::read_dir(folder.path())?.count(), 0);
    Ok(())
}

#[test]
fn a_backup_has_no_index_and_after_a_restore_what_it_holds_is_found() -> Result {
    let mut desk = Desk::new()?;
    let id = desk.declare("a", Severity::P1, now(), &[])?;
    desk.append(id, "@ana", note("before"))?;
    desk.find("before")?;
    let elsewhere = tempfile::tempdir()?;
    let backup = elsewhere.path().join("backup.db");
    desk.store.backup(&backup, sitrep_store::Over::Nothing)?;
    desk.append(id, "@ana", note("afterwards"))?;
    assert_eq!(desk.find("afterwards")?.len(), 1);

    sitrep_store::Restoration::prepare(&backup, desk.folder.path())?.carry_out(now())?;

    assert_eq!(desk.find("afterwards")?, Vec::<String>::new());
    assert_eq!(desk.find("before")?, ["before"]);
    Ok(())
}

#[test]
fn another_database_in_its_place_is_noticed() -> Result {
    let (mut desk, mut other) = (Desk::new()?, Desk::new()?);
    for (desk, word) in [(&mut desk, "apples"), (&mut other, "pears")] {
        let id = desk.declare("a", Severity::P1, now(), &[])?;
        desk.append(id, "@ana", note(word))?;
        desk.find(word)?;
    }
    let (Desk { folder, store, index, .. }, Desk { folder: others, store: closed, index: shut }) = (desk, other);
    drop((store, index, closed, shut));
    fs::copy(others.path().join(sitrep_store::DATABASE_FILE), folder.path().join(sitrep_store::DATABASE_FILE))?;

    let mut desk = Desk { store: Store::open(folder.path())?, folder, index: SearchIndex::default() };

    assert_eq!((desk.find("apples")?, desk.find("pears")?), (vec![], vec!["pears".to_owned()]));
    Ok(())
}

/// How many lines of [`with_index`] wait.
const WAITING: usize = 400;

/// A desk with something to find, whose index nobody has open.
fn with_index() -> Result<Desk> {
    let mut desk = Desk::new()?;
    for number in 0..4 {
        let id = desk.declare(&format!("n{number}"), Severity::P2, now() + TimeDelta::hours(number), &[])?;
        let entries = (0..100).map(|entry| note(&format!("pool {entry} of {number} waits for w{number}x{entry}"))).collect();
        desk.store.append(id, "@ana", now(), |_| Ok::<_, StoreError>(entries))?;
    }
    while !desk.index.catch_up(&desk.store, 500)?.is_done {}
    assert_eq!(desk.search(&request("waits"))?.lines, WAITING);
    desk.index = SearchIndex::default();
    Ok(desk)
}

/// The same once more.
fn copied(desk: &Desk) -> Result<Desk> {
    let folder = tempfile::tempdir()?;
    for file in [sitrep_store::DATABASE_FILE, sitrep_store::SEARCH_FILE] {
        // What is in the log alone would not be copied.
        let log = rusqlite::Connection::open(desk.folder.path().join(file))?;
        log.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        fs::copy(desk.folder.path().join(file), folder.path().join(file))?;
    }
    Ok(Desk { store: Store::open(folder.path())?, folder, index: SearchIndex::default() })
}

fn every_answer_is_right(desk: &mut Desk, what: &str) -> Result {
    for words in ["waits", "pool 7", "wa", "trouble n1"] {
        let asked = SearchRequest { lines: 10_000, ..request(words) };
        while !desk.index.catch_up(&desk.store, 500)?.is_done {}
        assert_eq!(desk.search(&asked)?, afresh(desk, &asked)?, "{words}, {what}");
    }
    Ok(())
}

#[test]
fn a_damaged_index_is_made_anew() -> Result {
    let mut desk = with_index()?;
    let bytes = fs::read(desk.index_file())?;
    let page = 4096;
    let zeroed = |from: usize, pages: usize| {
        let mut bytes = bytes.clone();
        let end = (from * page + pages * page).min(bytes.len());
        bytes[from * page..end].fill(0);
        bytes
    };
    let pages = bytes.len() / page;
    let mut damages: Vec<(String, Vec<u8>)> = vec![
        ("empty".into(), vec![]),
        ("cut short in its middle".into(), bytes[..bytes.len() / 2].to_vec()),
        ("cut short in a page".into(), bytes[..page + 100].to_vec()),
        ("garbage".into(), b"this was never a database ".repeat(900)),
        ("zeros alone".into(), vec![0; bytes.len()]),
        ("all pages but the first zeroed".into(), zeroed(1, pages - 1)),
    ];
    damages.extend((0..pages).map(|at| (format!("page {at} of {pages} zeroed"), zeroed(at, 1))));
    for (what, damaged) in damages {
        fs::write(desk.index_file(), damaged)?;
        desk.index = SearchIndex::default();
        while !desk.index.catch_up(&desk.store, 500)?.is_done {}
        let found = desk.search(&request("waits")).map_err(|error| format!("{what}: {error}"))?;
        assert_eq!(found.lines, WAITING, "{what}");
        desk.index = SearchIndex::default();
    }
    desk.declare("still", Severity::P1, now(), &[])?;
    every_answer_is_right(&mut desk, "in the end")
}

#[test]
fn an_index_whose_tables_are_not_what_they_were_is_made_anew() -> Result {
    let whole = with_index()?;
    for sql in [
        "DELETE FROM lines_data WHERE id > 1000",
        "DELETE FROM lines_data",
        "DELETE FROM lines_idx",
        "UPDATE lines_data SET block = zeroblob(length(block)) WHERE id > 1000",
        "DROP TABLE lines_config",
        "DROP TABLE lines_docsize",
        "DROP TABLE words",
        "DROP TABLE incidents",
        "DROP TABLE state",
        "DELETE FROM state",
        "UPDATE state SET format = format + 1",
        "UPDATE state SET newest = 'another'",
        "UPDATE state SET high = high + 7",
    ] {
        let mut desk = copied(&whole)?;
        let raw = rusqlite::Connection::open(desk.index_file())?;
        raw.execute_batch(sql)?;
        drop(raw);
        let asked = SearchRequest { lines: 10_000, ..request("waits") };
        desk.search(&asked)?;
        while !desk.index.catch_up(&desk.store, 500)?.is_done {}
        assert_eq!(desk.search(&asked)?.lines, WAITING, "{sql}");
    }
    Ok(())
}

#[test]
fn a_damaged_database_is_said_to_be_and_never_made_anew() -> Result {
    let whole = with_index()?;
    for index_is_there in [true, false] {
        let Desk { folder, store, index } = copied(&whole)?;
        drop((store, index));
        let [database, index] = [sitrep_store::DATABASE_FILE, sitrep_store::SEARCH_FILE].map(|file| folder.path().join(file));
        if !index_is_there {
            fs::remove_file(&index)?;
        }
        let mut bytes = fs::read(&database)?;
        for page in bytes.chunks_mut(4096).filter(|page| page.windows(5).any(|word| word == b"waits")) {
            page.fill(0x55);
        }
        fs::write(&database, &bytes)?;
        let before = fs::read(&index).ok();

        let store = Store::open(folder.path())?;
        let refused = SearchIndex::default().search(&store, &request("waits"));

        assert!(matches!(refused, Err(StoreError::Damaged(ref file)) if *file == database), "{refused:?}");
        drop(store);
        assert_eq!(fs::read(&database)?, bytes, "the database is as it was");
        assert!(before.is_none_or(|before| fs::read(&index).is_ok_and(|now| now == before)), "and so is the index");
    }
    Ok(())
}

#[test]
fn services_are_known_by_the_names_that_they_were_given() -> Result {
    let mut desk = Desk::new()?;
    desk.declare("first", Severity::P1, now(), &["Checkout API", "order-service"])?;
    desk.declare("second", Severity::P1, now(), &["checkout-api"])?;

    let known = desk.index.known(&desk.store)?;

    assert_eq!(known.services.into_iter().collect::<Vec<_>>(), ["Checkout API", "order-service"], "each once");
    let filter = SearchFilter { services: vec!["Checkout API".to_owned()], ..SearchFilter::default() };
    assert_eq!(desk.handles(filter, "")?.len(), 2, "in whatever letters they were written");
    Ok(())
}
