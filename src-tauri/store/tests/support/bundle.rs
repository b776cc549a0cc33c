//! Bundles as Sitrep writes them, and as nobody should.
#![allow(clippy::expect_used, clippy::panic, reason = "what was expected is what a test tells")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sitrep_core::documents::timeline;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::Stage;
use sitrep_core::vocabulary::{EventId, IncidentId};
use sitrep_store::{Bundle, BundleCopy, BundleRefusal, BundleWritten, DATABASE_FILE, NewWords, Over, Store, StoreError, TakenIn};
use tempfile::TempDir;

use super::now;

/// A data folder of its own.
pub struct Laptop {
    pub folder: TempDir,
    pub store: Store,
}

impl Laptop {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("a store");
        Self { folder, store }
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes all that is here into a bundle, and gives its bytes.
    pub fn export(&self) -> Vec<u8> {
        let file = tempfile::tempdir().expect("a folder").keep().join("a.bundle");
        self.write(&file, Over::Nothing).expect("it is written");
        let bytes = fs::read(&file).expect("the bundle");
        fs::remove_dir_all(file.parent().expect("its folder")).expect("it goes");
        bytes
    }

    pub fn write(&self, file: &Path, over: Over) -> Result<BundleWritten, StoreError> {
        let all: BTreeSet<IncidentId> =
            self.store.incidents()?.into_iter().chain(self.store.withdrawn(usize::MAX)?).map(|row| row.id).collect();
        self.store.write_bundle(file, &all, false, over)
    }

    pub fn read(&self, bytes: &[u8]) -> Result<Bundle, StoreError> {
        read_in(self.folder.path(), bytes)
    }

    pub fn preview(&self, bytes: &[u8]) -> Result<TakenIn, StoreError> {
        self.store.compare_bundle(&self.read(bytes)?, &mut |_: NewWords<'_>| ())
    }

    pub fn import(&mut self, bytes: &[u8]) -> Result<TakenIn, StoreError> {
        let bundle = self.read(bytes)?;
        take_in(&mut self.store, &bundle)
    }

    /// Why it was not taken in; nothing of it may be here then.
    pub fn refusal(&mut self, bytes: &[u8]) -> BundleRefusal {
        let before = self.everything();
        let refused = self.import(bytes).expect_err("it is refused");
        assert_eq!(self.everything(), before, "nothing of it is here");
        match refused {
            StoreError::Bundle { why, .. } => why,
            other => panic!("{other}"),
        }
    }

    /// Takes in what another has.
    pub fn hear(&mut self, other: &Self) -> TakenIn {
        self.import(&other.export()).expect("it is taken in")
    }

    /// All that an incident is here, after what is kept of it was held against what its events say.
    pub fn state(&self, id: IncidentId) -> Value {
        state(&self.store, id)
    }

    pub fn states(&self) -> Value {
        let mut ids: Vec<IncidentId> = self.store.incidents().expect("incidents").into_iter().map(|row| row.id).collect();
        ids.sort();
        ids.into_iter().map(|id| self.state(id)).collect()
    }

    /// The events as they are stored, to the byte.
    pub fn events(&self) -> Vec<String> {
        let raw = self.raw();
        let mut statement = raw
            .prepare("SELECT json_array(id, incident, occurred_at, recorded_at, author, device, device_index, kind, version, amends) || body FROM events ORDER BY id")
            .expect("the events");
        statement.query_map([], |row| row.get(0)).expect("the events").collect::<Result<_, _>>().expect("the events")
    }

    pub fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.file(DATABASE_FILE)).expect("the database")
    }

    fn everything(&self) -> (Vec<String>, Value, Vec<String>) {
        let mut files: Vec<String> = fs::read_dir(self.folder.path())
            .expect("the folder")
            .chain(fs::read_dir(self.file("pictures")).into_iter().flatten())
            .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
            .filter(|name| !name.starts_with(DATABASE_FILE))
            .collect();
        files.sort();
        (self.events(), self.states(), files)
    }
}

pub fn read_in(folder: &Path, bytes: &[u8]) -> Result<Bundle, StoreError> {
    let mut copy = BundleCopy::begin(folder)?;
    copy.write_all(bytes).expect("it is copied");
    let is_picture = |bytes: &[u8]| if bytes.starts_with(b"picture") { Ok(()) } else { Err("it is none".to_owned()) };
    copy.read_through(Path::new("a.bundle"), false, &is_picture)
}

pub fn take_in(store: &mut Store, bundle: &Bundle) -> Result<TakenIn, StoreError> {
    take_in_at(store, bundle, now())
}

pub fn take_in_at(store: &mut Store, bundle: &Bundle, now: DateTime<Utc>) -> Result<TakenIn, StoreError> {
    let none = |_: Option<&Incident>, _: &Incident| Vec::<(String, Stage)>::new();
    store.take_in_bundle(bundle, now, &|bytes| Ok(bytes.to_vec()), &mut { none })
}

pub fn state(store: &Store, id: IncidentId) -> Value {
    let facts = store.facts(id, None).expect("facts").incident;
    let folded = store.fold(id).expect("it folds");
    assert_eq!(*facts, folded, "the kept facts are what the events say");
    let events = store.events(id).expect("events");
    let rows = timeline::rows(&events, &folded);
    let part = store.timeline_part(id, None, usize::MAX).expect("the timeline");
    assert_eq!(timeline::rows(&part.events, &folded), rows, "the kept lines are what the events say");
    assert_eq!(part.total, rows.len());
    let listed: Vec<EventId> = part.events.iter().map(|event| event.id).filter(|id| rows.iter().any(|row| row.id == *id)).collect();
    assert_eq!(listed, rows.iter().map(|row| row.id).collect::<Vec<_>>(), "in the order of the timeline");
    for (position, row) in rows.iter().enumerate() {
        assert_eq!(store.timeline_position(id, row.id).expect("a position"), Some(position));
    }
    let row = store.incident(id).expect("its row");
    assert_eq!(row.summary, folded.summary(), "the list says what the events say");
    let found = store.with_handle(&row.summary.handle).expect("it is found").map(|row| row.id);
    assert_eq!(found, Some(id));
    let untold =
        store.untold(id, events.get(events.len() / 2).map(|event| event.id), 50, chrono::TimeDelta::minutes(5)).expect("what is untold");
    let untold: Vec<EventId> = untold.acts.iter().chain(&untold.live_entries).map(|event| event.id).collect();
    json!({ "show": row.summary, "reviewed": row.reviewed, "duties": row.open_duties, "facts": *facts, "timeline": rows, "untold": untold })
}

/// A bundle of lines that one writes oneself, ended as Sitrep ends it.
#[derive(Debug, Clone)]
pub struct Written {
    pub lines: Vec<Vec<u8>>,
}

impl Written {
    /// The lines of a bundle that Sitrep wrote.
    pub fn of(bundle: &[u8]) -> Self {
        let lines = bundle[..bundle.len() - 72].split(|byte| *byte == b'\n').map(<[u8]>::to_vec);
        let mut lines: Vec<Vec<u8>> = lines.collect();
        lines.pop();
        Self { lines }
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes: Vec<u8> = self.lines.iter().flat_map(|line| [line.as_slice(), b"\n"].concat()).collect();
        let digits: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        bytes.extend(format!("sha256 {digits}\n").bytes());
        bytes
    }

    /// The events, each as JSON.
    pub fn events(&self) -> Vec<Value> {
        self.lines.iter().filter_map(|line| serde_json::from_slice::<Value>(line).ok()?.get("event").cloned()).collect()
    }

    /// With these events instead, and the counts that fit them.
    pub fn with_events(&self, events: &[Value]) -> Self {
        let mut head: Value = serde_json::from_slice(&self.lines[1]).expect("the head");
        let incidents: BTreeSet<&str> = events.iter().filter_map(|event| event["incident"].as_str()).collect();
        head["holds"]["events"] = events.len().into();
        head["holds"]["incidents"] = incidents.len().into();
        let is_event = |line: &&Vec<u8>| line.starts_with(b"{\"event\"");
        let mut lines: Vec<Vec<u8>> = vec![self.lines[0].clone(), head.to_string().into_bytes()];
        lines.extend(self.lines[2..].iter().take_while(|line| !is_event(line)).cloned());
        lines.extend(events.iter().map(|event| json!({ "event": event }).to_string().into_bytes()));
        lines.extend(self.lines[2..].iter().skip_while(|line| !is_event(line)).skip_while(is_event).cloned());
        Self { lines }
    }

    /// With an event changed.
    pub fn changing(&self, which: usize, change: impl FnOnce(&mut Value)) -> Vec<u8> {
        let mut events = self.events();
        change(&mut events[which]);
        self.with_events(&events).bytes()
    }

    /// With the second line changed.
    pub fn with_head(&self, change: impl FnOnce(&mut Value)) -> Vec<u8> {
        let mut head: Value = serde_json::from_slice(&self.lines[1]).expect("the head");
        change(&mut head);
        let mut lines = self.lines.clone();
        lines[1] = head.to_string().into_bytes();
        Self { lines }.bytes()
    }
}
