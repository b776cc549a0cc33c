//! Two windows, the command line and a background writer on one file at once: every act is on the incident its door showed.

mod support;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, ScopedJoinHandle};

use sitrep_core::vocabulary::EntryKind;
use sitrep_workstation::acts::{QuickAim, QuickDone};
use sitrep_workstation::{Error, Workstation};
use support::{Bench, Result};

/// Of the two windows and the command line together.
const ACTS: usize = 10_000;
const DOORS: usize = 3;
const INCIDENTS: [&str; 4] = ["P1 Payments failing", "P2 Search is slow", "P2 Checkout is down", "P3 Mail is late"];

/// What one door did: the words of each entry with the incident that was shown, and those that it took back.
#[derive(Default)]
struct Deeds {
    logged: BTreeMap<String, String>,
    undone: Vec<String>,
}

impl Deeds {
    fn note(&mut self, text: String, shown: &str, went: &str) {
        assert_eq!(went, shown, "{text}: the answer names where it was shown to go");
        self.logged.insert(text, shown.to_owned());
    }
}

/// Whoever finds the file held by the others tries again, as a person does: nothing was recorded, and it is meant for the same place.
fn again<T>(mut act: impl FnMut() -> std::result::Result<T, Error>) -> std::result::Result<T, Error> {
    loop {
        match act() {
            Err(error) if error.code() == "locked" => {}
            done => return done,
        }
    }
}

/// Quick entry of one window: shown, sometimes turned to another incident, previewed while others write, entered.
fn window(room: &Workstation, name: &str, acts: usize) -> std::result::Result<Deeds, Error> {
    let mut deeds = Deeds::default();
    for number in 0..acts {
        let text = format!("{name} {number}");
        let mut aim = again(|| room.aim_quick_entry(None))?;
        if number % 3 == 1
            && let Some(next) = again(|| room.next_quick_target(aim.handle(), number % 2 == 0))?
        {
            aim = QuickAim::Running { handle: next.handle };
        }
        let line = if number % 7 == 2 { format!("{text} #mail") } else { text.clone() };
        let preview = again(|| room.preview_quick_entry(&line, &aim, |_| String::new()))?;
        let shown = preview.target.map(|target| target.handle).unwrap_or_default();
        let QuickDone { handle, entry, .. } = again(|| room.submit_quick_entry(&line, &preview.aim, &[]))?;
        deeds.note(text.clone(), &shown, &handle);
        if let Some(entry) = entry.filter(|_| number % 10 == 9) {
            again(|| room.remove_entry(&handle, entry))?;
            deeds.undone.push(text);
        }
    }
    Ok(deeds)
}

/// The command line shows the incident in its answer, or is told which.
fn terminal(room: &Workstation, handles: &[String], acts: usize) -> std::result::Result<Deeds, Error> {
    let mut deeds = Deeds::default();
    for number in 0..acts {
        let text = format!("terminal {number}");
        let named = (number % 2 == 0).then(|| handles[number % handles.len()].as_str());
        let recorded = again(|| room.log(named, EntryKind::Note, &text, None))?;
        deeds.note(text.clone(), named.unwrap_or(&recorded.handle), &recorded.handle);
        if number % 10 == 9 {
            again(|| room.remove_entry(&recorded.handle, recorded.id))?;
            deeds.undone.push(text);
        }
    }
    Ok(deeds)
}

/// A script that writes to one incident after the other, so that the one last touched changes all the time.
fn background(room: &Workstation, handles: &[String], stop: &AtomicBool) -> std::result::Result<(), Error> {
    for number in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        again(|| room.log(Some(&handles[number % handles.len()]), EntryKind::Note, "background", None))?;
    }
    Ok(())
}

#[test]
fn ten_thousand_acts_are_each_on_the_incident_that_their_door_showed() -> Result {
    let bench = Bench::new()?;
    let handles = INCIDENTS.iter().map(|line| bench.declare(line)).collect::<Result<Vec<String>>>()?;
    let rooms = [bench.second()?, bench.second()?, bench.second()?, bench.second()?];
    let [first, second, third, writer] = &rooms;
    let stop = AtomicBool::new(false);

    let deeds = thread::scope(|scope| {
        let scripted = scope.spawn(|| background(writer, &handles, &stop));
        let doors = [
            scope.spawn(|| window(first, "first window", ACTS / DOORS)),
            scope.spawn(|| window(second, "second window", ACTS / DOORS)),
            scope.spawn(|| terminal(third, &handles, ACTS - 2 * (ACTS / DOORS))),
        ];
        let deeds = doors.map(ScopedJoinHandle::join);
        stop.store(true, Ordering::Relaxed);
        scripted.join().expect("a writer that does not panic")?;
        deeds.into_iter().map(|deed| deed.expect("a door that does not panic")).collect::<std::result::Result<Vec<_>, Error>>()
    })?;

    let mut kept = BTreeMap::new();
    for handle in &handles {
        let rows = bench.room.timeline(Some(handle))?.into_iter().skip(1).filter(|row| row.text != "background");
        for row in rows {
            assert_eq!(kept.insert(row.text.clone(), handle.clone()), None, "'{}' stands once", row.text);
        }
    }
    let mut wanted: BTreeMap<String, String> = deeds.iter().flat_map(|deeds| deeds.logged.clone()).collect();
    assert_eq!(wanted.len(), ACTS);
    for undone in deeds.iter().flat_map(|deeds| &deeds.undone) {
        wanted.remove(undone);
    }
    assert!(
        kept == wanted,
        "the record is what the doors showed: {:?}",
        kept.iter().find(|(text, handle)| wanted.get(*text) != Some(handle))
    );
    Ok(())
}
