//! The floors: the least that this machine takes.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use rusqlite::Connection;
use sitrep_tests::Outcome;
use sitrep_tests::desktop::Desktop;
use x11rb::COPY_DEPTH_FROM_PARENT;
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{ConnectionExt, CreateWindowAux, EventMask, WindowClass};

use crate::figures::Times;

/// A table of one column, as durable as Sitrep's own.
pub struct Commit(Connection);

impl Commit {
    /// Makes it in a folder.
    pub fn to(folder: &Path) -> Outcome<Self> {
        let database = Connection::open(folder.join("bare.db"))?;
        database.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entries (text TEXT) STRICT")?;
        Ok(Self(database))
    }

    /// Commits one row.
    pub fn one(&self, text: &str) -> Outcome {
        self.0.prepare_cached("INSERT INTO entries VALUES (?1)")?.execute([text])?;
        Ok(())
    }
}

/// Writes a page of a file and waits until it is on disk.
pub fn write_and_sync(file: &mut File) -> Outcome {
    file.write_all(&[7; 4096])?;
    Ok(file.sync_data()?)
}

/// Shows an empty window, and times how long the window manager takes to give it the keyboard.
pub fn window_to_focus(desktop: &Desktop, times: &mut Times) -> Outcome {
    let (connection, number) = x11rb::connect(Some(desktop.display()))?;
    let root = connection.setup().roots[number].root;
    let window = connection.generate_id()?;
    let look = CreateWindowAux::new().event_mask(EventMask::FOCUS_CHANGE);
    connection.create_window(COPY_DEPTH_FROM_PARENT, window, root, 400, 300, 640, 176, 0, WindowClass::INPUT_OUTPUT, 0, &look)?.check()?;
    let start = Instant::now();
    connection.map_window(window)?;
    connection.flush()?;
    while !matches!(connection.wait_for_event()?, Event::FocusIn(_)) {}
    times.add(start.elapsed());
    connection.destroy_window(window)?.check()?;
    Ok(())
}
