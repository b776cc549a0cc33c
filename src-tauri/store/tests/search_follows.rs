//! The index follows the ledger: whatever happened and in whatever steps it was read, by one process or by several, it answers as one that is made now.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod support;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use sitrep_core::event::{ClockReading, EventBody, RunMove, RunbookBegun};
use sitrep_core::text::search::SearchQuery;
use sitrep_core::vocabulary::{AttachedText, AttachedTextId, EntryKind, EventId, FindingAbout, IncidentId, Role, Severity, Status};
use sitrep_store::{Alike, NewEvent, Over, SEARCH_FILE, SearchAnswer, SearchFilter, SearchIndex, SearchRequest, Store, StoreError};
use support::child::Nobody;
use support::{Result, child, now};

fn request(words: &str) -> SearchRequest {
    SearchRequest {
        query: SearchQuery::read(words),
        filter: SearchFilter::default(),
        best_first: false,
        skip: 0,
        incidents: 100,
        lines_each: 1_000,
        lines: 10_000,
    }
}

fn declared(handle: &str) -> NewEvent {
    let (handle, title, services) = (handle.to_owned(), format!("Pool of {handle}"), vec!["mail".to_owned()]);
    EventBody::Declared { handle, title, severity: Severity::P1, assessed: None, started_at: now(), security: None, services }.into()
}

fn note(text: &str) -> NewEvent {
    EventBody::Entry { entry: EntryKind::Note, text: text.into(), pictures: vec![], attached: None, from: None }.into()
}

/// What happens next. A number names one of what is there.
#[derive(Debug, Clone)]
enum Step {
    Declare,
    Entry { incident: usize, word: usize, by: usize, minutes_ago: i64 },
    Edit { which: usize, word: usize },
    Undo { which: usize },
    BringBack { which: usize },
    Finding { incident: usize, word: usize, minutes_ago: i64 },
    RemoveFinding { which: usize },
    Begin { incident: usize },
    Fill { which: usize, word: usize },
    Retitle { incident: usize, word: usize },
    Status { incident: usize, to: Status },
    Role { incident: usize, by: usize },
    SetClock { minutes: i64 },
    CatchUp { reader: usize, events: u32 },
    Search { reader: usize },
}

const WORDS: [&str; 5] = ["pool", "wait", "支付失败", "v313", "poolside"];
const PEOPLE: [&str; 3] = ["@ana", "@li", "@bo"];

fn step() -> impl Strategy<Value = Step> {
    let ago = || prop_oneof![3 => Just(0_i64), 1 => 1..90_i64];
    let any_of = || 0..6_usize;
    prop_oneof![
        2 => Just(Step::Declare),
        6 => (any_of(), any_of(), any_of(), ago()).prop_map(|(incident, word, by, minutes_ago)| Step::Entry { incident, word, by, minutes_ago }),
        3 => (any_of(), any_of()).prop_map(|(which, word)| Step::Edit { which, word }),
        2 => any_of().prop_map(|which| Step::Undo { which }),
        2 => any_of().prop_map(|which| Step::BringBack { which }),
        2 => (any_of(), any_of(), ago()).prop_map(|(incident, word, minutes_ago)| Step::Finding { incident, word, minutes_ago }),
        1 => any_of().prop_map(|which| Step::RemoveFinding { which }),
        1 => any_of().prop_map(|incident| Step::Begin { incident }),
        1 => (any_of(), any_of()).prop_map(|(which, word)| Step::Fill { which, word }),
        1 => (any_of(), any_of()).prop_map(|(incident, word)| Step::Retitle { incident, word }),
        1 => (any_of(), prop::sample::select(Status::ALL.to_vec())).prop_map(|(incident, to)| Step::Status { incident, to }),
        1 => (any_of(), any_of()).prop_map(|(incident, by)| Step::Role { incident, by }),
        1 => (-90..90_i64).prop_map(|minutes| Step::SetClock { minutes }),
        4 => (0..2_usize, 1..9_u32).prop_map(|(reader, events)| Step::CatchUp { reader, events }),
        2 => (0..2_usize).prop_map(|reader| Step::Search { reader }),
    ]
}

/// A story as it is written, and two processes that search it.
struct Teller {
    store: Store,
    readers: [(Store, SearchIndex); 2],
    now: DateTime<Utc>,
    passed: TimeDelta,
    incidents: Vec<IncidentId>,
    entries: Vec<(IncidentId, EventId)>,
    findings: Vec<(IncidentId, EventId)>,
    runs: Vec<(IncidentId, EventId)>,
}

fn picked<T: Copy>(all: &[T], which: usize) -> Option<T> {
    all.get(which.checked_rem(all.len())?).copied()
}

impl Teller {
    fn new(folder: &Path) -> std::result::Result<Self, StoreError> {
        let store = Store::open(folder)?;
        let reader = || Ok::<_, StoreError>((Store::open(folder)?, SearchIndex::default()));
        let readers = [reader()?, reader()?];
        Ok(Self {
            store,
            readers,
            now: now(),
            passed: TimeDelta::zero(),
            incidents: vec![],
            entries: vec![],
            findings: vec![],
            runs: vec![],
        })
    }

    fn tell(&mut self, step: &Step) -> std::result::Result<(), StoreError> {
        self.now += TimeDelta::seconds(20);
        self.passed += TimeDelta::seconds(20);
        let ago = |minutes: &i64| (*minutes > 0).then(|| self.now - TimeDelta::minutes(*minutes));
        let word = |word: &usize| WORDS[word % WORDS.len()].to_owned();
        let person = |by: &usize| PEOPLE[by % PEOPLE.len()];
        match step {
            Step::Declare => {
                let handle = format!("n{}", self.incidents.len());
                let facts = self.store.declare("@ana", self.now, |_| Ok::<_, StoreError>(vec![declared(&handle)]))?.facts;
                self.incidents.push(facts.incident.id);
            }
            Step::Entry { incident, word: which, by, minutes_ago } => {
                let Some(id) = picked(&self.incidents, *incident) else { return Ok(()) };
                let new = NewEvent { occurred_at: ago(minutes_ago), ..note(&format!("saw {}", word(which))) };
                self.entries.push((id, self.store.append_entry(id, person(by), self.now, new)?));
            }
            Step::Edit { which, word: new } => self.amend(picked(&self.entries, *which), EventBody::EntryAmended { text: word(new) })?,
            Step::Undo { which } => self.amend(picked(&self.entries, *which), EventBody::EntryRemoved)?,
            Step::BringBack { which } => self.amend(picked(&self.entries, *which), EventBody::EntryRestored)?,
            Step::Finding { incident, word: which, minutes_ago } => {
                let onset = ago(minutes_ago);
                let body = EventBody::FindingAdded { about: FindingAbout::NewError, text: word(which), onset };
                let added = self.append(picked(&self.incidents, *incident), NewEvent { occurred_at: onset, ..body.into() })?;
                self.findings.extend(added);
            }
            Step::RemoveFinding { which } => self.amend(picked(&self.findings, *which), EventBody::FindingRemoved)?,
            Step::Begin { incident } => {
                let text = AttachedText { id: AttachedTextId(uuid()), name: "pool.md".into(), lines: 3 };
                let begun =
                    RunbookBegun { title: "Pool".into(), path: "a/pool.md".into(), version: None, steps: vec!["Wait".into()], text };
                let begun = self.append(picked(&self.incidents, *incident), EventBody::RunbookBegun(begun).into())?;
                self.runs.extend(begun);
            }
            Step::Fill { which, word: value } => {
                let moved = RunMove::Value { name: "release".into(), value: word(value), step: None };
                self.amend(picked(&self.runs, *which), EventBody::RunbookMoved { runbook: "Pool".into(), moved })?;
            }
            Step::Retitle { incident, word: which } => {
                let body = EventBody::TitleChanged { from: String::new(), to: word(which) };
                self.append(picked(&self.incidents, *incident), body.into())?;
            }
            Step::Status { incident, to } => {
                let body = EventBody::StatusChanged { from: Status::Investigating, to: *to, reason: None };
                self.append(picked(&self.incidents, *incident), body.into())?;
            }
            Step::Role { incident, by } => {
                let body = EventBody::RoleChanged { role: Role::Scribe, from: None, to: Some(person(by).into()) };
                self.append(picked(&self.incidents, *incident), body.into())?;
            }
            Step::SetClock { minutes } => {
                self.now += TimeDelta::minutes(*minutes);
                let reading = ClockReading { boot: "one".into(), uptime: self.passed.num_milliseconds(), wall: self.now };
                self.store.heed_clock(&reading, "@ana")?;
            }
            Step::CatchUp { reader, events } => {
                let (store, index) = &mut self.readers[*reader];
                index.catch_up(store, *events)?;
            }
            Step::Search { reader } => {
                let (store, index) = &mut self.readers[*reader];
                index.search(store, &request("pool"))?;
            }
        }
        Ok(())
    }

    fn append(&mut self, incident: Option<IncidentId>, new: NewEvent) -> std::result::Result<Option<(IncidentId, EventId)>, StoreError> {
        let Some(id) = incident else { return Ok(None) };
        let appended = self.store.append(id, "@ana", self.now, |_| Ok::<_, StoreError>(vec![new]))?;
        Ok(appended.ids.first().map(|event| (id, *event)))
    }

    fn amend(&mut self, amended: Option<(IncidentId, EventId)>, body: EventBody) -> std::result::Result<(), StoreError> {
        let Some((incident, amends)) = amended else { return Ok(()) };
        self.append(Some(incident), NewEvent { occurred_at: None, amends: Some(amends), body }).map(drop)
    }
}

fn uuid() -> uuid::Uuid {
    uuid::Uuid::nil()
}

fn requests() -> Vec<SearchRequest> {
    let mut all: Vec<SearchRequest> = ["pool", "wait", "支付", "v31", "poolsi", "release", "since", "started", ""].map(request).into();
    for person in PEOPLE {
        all.push(SearchRequest { filter: SearchFilter { people: vec![person.into()], ..SearchFilter::default() }, ..request("") });
    }
    all.push(SearchRequest { filter: SearchFilter { from: Some(now()), ..SearchFilter::default() }, ..request("pool") });
    all.push(SearchRequest { best_first: true, ..request("pool") });
    all
}

type Answers = (Vec<SearchAnswer>, Vec<Vec<Alike>>);

fn answers(store: &Store, index: &mut SearchIndex, incidents: &[IncidentId]) -> std::result::Result<Answers, StoreError> {
    while !index.catch_up(store, 3)?.is_done {}
    let found = requests().iter().map(|request| index.search(store, request)).collect::<std::result::Result<_, _>>()?;
    let alike = incidents.iter().map(|id| index.alike(store, *id, 5)).collect::<std::result::Result<_, _>>()?;
    Ok((found, alike))
}

/// What an index that is made now of a copy of the database answers.
fn afresh(store: &Store, incidents: &[IncidentId]) -> Result<Answers> {
    let folder = tempfile::tempdir()?;
    let copy = folder.path().join("copy.db");
    store.backup(&copy, Over::Nothing)?;
    fs::rename(copy, folder.path().join(sitrep_store::DATABASE_FILE))?;
    Ok(answers(&Store::open(folder.path())?, &mut SearchIndex::default(), incidents)?)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happened_it_answers_as_one_that_is_made_now(steps in prop::collection::vec(step(), 1..40)) {
        let folder = tempfile::tempdir().expect("a folder");
        let mut teller = Teller::new(folder.path()).expect("a story");
        for step in &steps {
            teller.tell(step).expect("it is told");
        }
        let expected = afresh(&teller.store, &teller.incidents).expect("a fresh index");
        for (store, index) in &mut teller.readers {
            prop_assert_eq!(&answers(store, index, &teller.incidents).expect("answers"), &expected);
        }
    }
}

#[test]
fn several_who_make_it_at_once_make_one() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    let id = store.declare("@ana", now(), |_| Ok::<_, StoreError>(vec![declared("a")]))?.facts.incident.id;
    store.append(id, "@ana", now(), |_| Ok::<_, StoreError>((0..500).map(|number| note(&format!("pool {number}"))).collect()))?;
    let path = Arc::new(folder.path().to_owned());
    let makers: Vec<_> = (0..3)
        .map(|number| {
            let path = Arc::clone(&path);
            thread::spawn(move || -> std::result::Result<usize, StoreError> {
                let (mut store, mut index) = (Store::open(&path)?, SearchIndex::default());
                for entry in 0..6 {
                    store.append_entry(id, "@ana", now(), note(&format!("pool of {number}, {entry}")))?;
                    index.search(&store, &request("pool"))?;
                    index.catch_up(&store, 100)?;
                }
                while !index.catch_up(&store, 100)?.is_done {}
                Ok(index.search(&store, &request("pool"))?.lines)
            })
        })
        .collect();
    for maker in makers {
        let found = maker.join().expect("it ended")?;
        assert!((507..=519).contains(&found), "{found}");
    }
    let mut index = SearchIndex::default();
    while !index.catch_up(&store, 100)?.is_done {}
    assert_eq!(index.search(&store, &request("pool"))?.lines, 519);
    Ok(())
}

/// Looks for something in a folder that cannot be written.
fn look(folder: &Path) -> Result<String> {
    let (store, mut index) = (Store::open(folder)?, SearchIndex::default());
    let answer = index.search(&store, &request("pool"));
    Ok(match answer {
        Ok(found) => format!("{} hits, {} %", found.lines, found.coverage.percent),
        Err(StoreError::Unsearchable { file, why }) => format!("{} cannot be made: {why}", file.file_name().unwrap_or_default().display()),
        Err(other) => format!("refused: {other}"),
    })
}

#[test]
fn child() -> Result {
    child::be(&[("look", look)])
}

#[test]
fn in_a_folder_that_cannot_be_written_an_index_that_is_there_answers() -> Result {
    use std::os::unix::fs::PermissionsExt;
    let nobody = Nobody::new()?;
    let folder = nobody.folder("data")?;
    let mut store = Store::open(&folder)?;
    let id = store.declare("@ana", now(), |_| Ok::<_, StoreError>(vec![declared("a")]))?.facts.incident.id;
    drop(store);
    let closed = |is_closed: bool| -> Result {
        for file in fs::read_dir(&folder)? {
            let path = file?.path();
            nobody.give(&path)?;
            fs::set_permissions(&path, fs::Permissions::from_mode(if is_closed { 0o400 } else { 0o600 }))?;
        }
        Ok(fs::set_permissions(&folder, fs::Permissions::from_mode(if is_closed { 0o500 } else { 0o700 }))?)
    };

    closed(true)?;
    let without = nobody.answer("022", "look", &folder)?;
    assert!(without.starts_with("search.db cannot be made: the data folder") && without.contains("permissions"), "{without}");

    closed(false)?;
    let (mut store, mut index) = (Store::open(&folder)?, SearchIndex::default());
    while !index.catch_up(&store, 100)?.is_done {}
    drop(index);
    drop(store);
    closed(true)?;
    assert_eq!(nobody.answer("022", "look", &folder)?, "1 hits, 100 %");

    closed(false)?;
    store = Store::open(&folder)?;
    store.append_entry(id, "@ana", now(), note("pool"))?;
    drop(store);
    closed(true)?;
    assert_eq!(nobody.answer("022", "look", &folder)?, "1 hits, 50 %", "what came since is missing, and that is said");

    closed(false)?;
    fs::write(folder.join(SEARCH_FILE), "garbage")?;
    closed(true)?;
    let damaged = nobody.answer("022", "look", &folder)?;
    assert!(damaged.starts_with("search.db cannot be made: the data folder"), "{damaged}");
    closed(false)
}

#[test]
fn something_else_in_its_place_stays_and_is_named() -> Result {
    let folder = tempfile::tempdir()?;
    let mut store = Store::open(folder.path())?;
    store.declare("@ana", now(), |_| Ok::<_, StoreError>(vec![declared("a")]))?;
    fs::create_dir(folder.path().join(SEARCH_FILE))?;

    let refused = SearchIndex::default().search(&store, &request("pool"));

    assert!(matches!(refused, Err(StoreError::Unsearchable { ref file, .. }) if file.ends_with(SEARCH_FILE)), "{refused:?}");
    assert!(folder.path().join(SEARCH_FILE).is_dir());
    Ok(())
}
