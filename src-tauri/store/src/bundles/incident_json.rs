//! An incident in JSON, written anew as the bundle that holds the same, so that it is checked and taken in as one.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};

use serde::Deserialize;
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};
use sitrep_core::bundle::{
    BundleCounts, BundleHead, BundleLine, EventInFile, EventLine, INCIDENT_FILE, INCIDENT_FILE_VERSION, IncidentFile, LineFault, MAGIC,
    PictureInFile, PictureLine, TextInFile, TextLine, VERSION,
};
use sitrep_core::paper::Png;
use sitrep_core::vocabulary::IncidentId;
use uuid::Uuid;

use super::lines::unreadable;
use super::writer::Writer;
use crate::error::StoreError;
use crate::hex::hex;
use crate::reasons::{BundleFault, BundleRefusal, JSON_AT_MOST_MB};

const AT_MOST: u64 = JSON_AT_MOST_MB * 1_000_000;
/// The lines of a bundle before those that hold anything.
const LINES_BEFORE: usize = 2;

/// A file that was read.
pub(super) type ReadFile = IncidentFile<'static, IgnoredAny>;

/// What the file says of itself, also where the rest is as only a newer Sitrep writes it.
#[derive(Deserialize)]
struct Kind {
    sitrep: String,
    version: u32,
    #[serde(default)]
    redacted: bool,
}

/// What such a file ends with: the SHA-256 of what is taken in of it.
///
/// # Errors
/// [`StoreError::Body`] for a body that is none.
pub fn seal<S>(file: &IncidentFile<'_, S>) -> Result<String, StoreError> {
    let mut hash = Hashed(Sha256::new());
    serde_json::to_writer(&mut hash, &file.sealed()).map_err(StoreError::Body)?;
    Ok(hex(&hash.0.finalize()))
}

struct Hashed(Sha256);

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether a file that begins so is JSON, whatever else is the matter with it.
pub(super) fn is_json(beginning: &[u8]) -> bool {
    beginning.trim_ascii_start().starts_with(b"{")
}

/// Reads it as a whole.
pub(super) fn read_json(file: &File) -> Result<ReadFile, BundleRefusal> {
    if file.metadata().map_err(|error| unreadable(&error))?.len() > AT_MOST {
        return Err(BundleRefusal::TooLongJson);
    }
    let read: ReadFile = parse(file)?.map_err(|error| why_unread(file, &error))?;
    let is_whole = || seal(&read).is_ok_and(|seal| read.sha256.as_ref().is_none_or(|told| *told == seal));
    match () {
        () if read.sitrep != INCIDENT_FILE => Err(BundleRefusal::NotOurs),
        () if read.version > INCIDENT_FILE_VERSION => Err(newer(read.version)),
        () if read.redacted => Err(BundleRefusal::RedactedCopy),
        () if !is_whole() => Err(BundleRefusal::Damaged),
        () => Ok(read),
    }
}

fn parse<T: serde::de::DeserializeOwned>(mut file: &File) -> Result<serde_json::Result<T>, BundleRefusal> {
    file.seek(SeekFrom::Start(0)).map_err(|error| unreadable(&error))?;
    Ok(serde_json::from_reader(BufReader::new(file.take(AT_MOST))))
}

fn why_unread(file: &File, error: &serde_json::Error) -> BundleRefusal {
    match parse::<Kind>(file) {
        _ if error.is_eof() => BundleRefusal::CutShort,
        _ if error.is_syntax() => BundleRefusal::UnreadJson(error.to_string()),
        Ok(Ok(kind)) if kind.sitrep != INCIDENT_FILE => BundleRefusal::NotOurs,
        Ok(Ok(kind)) if kind.version > INCIDENT_FILE_VERSION => newer(kind.version),
        Ok(Ok(Kind { redacted: true, .. })) => BundleRefusal::RedactedCopy,
        Ok(Err(other)) if other.is_data() => BundleRefusal::NotOurs,
        _ => BundleRefusal::UnreadJson(error.to_string()),
    }
}

fn newer(found: u32) -> BundleRefusal {
    BundleRefusal::Newer { found, known: INCIDENT_FILE_VERSION }
}

/// What is the matter with the bundle, said of the part of the JSON that the line was made of.
pub(super) fn in_json(read: &[String], why: BundleRefusal) -> BundleRefusal {
    match why {
        BundleRefusal::Malformed { line, fault } => {
            let at = usize::try_from(line).unwrap_or(usize::MAX).saturating_sub(LINES_BEFORE + 1);
            let part = read.get(at).or(read.last()).cloned().unwrap_or_else(|| "the file".to_owned());
            BundleRefusal::MalformedJson { part, fault }
        }
        other => other,
    }
}

/// Writes the bundle that holds the same. Gives the name of what each of its lines was made of, or what of the JSON is nothing to be written.
pub(super) fn write_as_bundle(read: ReadFile, into: &File) -> io::Result<Result<Vec<String>, BundleRefusal>> {
    let mut bundle = Anew { writer: Writer::new(into), parts: Vec::new() };
    match bundle.write(read)? {
        Ok(()) => bundle.writer.finish().map(|()| Ok(bundle.parts)),
        Err((part, fault)) => Ok(Err(BundleRefusal::MalformedJson { part, fault })),
    }
}

/// A bundle that is written anew.
struct Anew<'a> {
    writer: Writer<'a>,
    parts: Vec<String>,
}

/// What became of a part: written, or which it is and what is the matter with it.
type Written = io::Result<Result<(), (String, BundleFault)>>;

impl Anew<'_> {
    fn write(&mut self, mut read: ReadFile) -> Written {
        read.clocks.sort();
        read.texts.sort_by_key(|text| text.id);
        read.events.sort_by_key(|event| (event.incident, event.id));
        read.pictures.sort_by(|one, other| one.id.cmp(&other.id));
        // Texts are of the one incident that such a file holds; events of another are refused by the count.
        let incident = read.events.first().map_or(IncidentId(Uuid::nil()), |event| event.incident);
        self.begin(&read)?;
        for clock in read.clocks {
            self.line(format!("the clock of {}", clock.device), &BundleLine::Clock(clock))?;
        }
        for text in read.texts {
            self.text(&text, incident)?;
        }
        for event in read.events {
            let part = format!("event {}", event.id.0);
            let Some(line) = event_line(event) else { return Ok(Err((part, BundleFault::Line(LineFault::Id)))) };
            self.line(part, &BundleLine::Event(Box::new(line)))?;
        }
        self.pictures(read.pictures)
    }

    fn begin(&mut self, read: &ReadFile) -> io::Result<()> {
        let [clocks, events] = [read.clocks.len(), read.events.len()].map(|count| count as u64);
        let [texts, pictures] = [read.texts.len(), read.pictures.len()].map(|count| count as u64);
        let holds = BundleCounts { incidents: 1, clocks, events, texts, pictures };
        self.writer.bytes(format!("{MAGIC} {VERSION}").as_bytes())?;
        self.writer.line(&BundleHead { practice: read.practice, holds })
    }

    fn line(&mut self, part: String, line: &BundleLine) -> io::Result<()> {
        self.parts.push(part);
        self.writer.line(line)
    }

    fn text(&mut self, TextInFile { id, text, .. }: &TextInFile<'_>, incident: IncidentId) -> io::Result<()> {
        let line = TextLine { id: *id, incident, kept_at: made_at(id.0), bytes: text.len() as u64 };
        self.line(format!("attached text {}", id.0), &BundleLine::Text(line))?;
        self.writer.bytes(text.as_bytes())
    }

    fn pictures(&mut self, pictures: Vec<PictureInFile<'_>>) -> Written {
        for PictureInFile { id, png, .. } in pictures {
            let part = format!("picture {}", *id);
            let png = match Png::try_from(png.into_owned()) {
                Ok(png) => png,
                Err(none) => return Ok(Err((part, BundleFault::NoPicture(none.to_string())))),
            };
            let line = PictureLine { id: id.into_owned(), bytes: png.bytes().len() as u64 };
            self.line(part, &BundleLine::Picture(line))?;
            self.writer.bytes(png.bytes())?;
        }
        Ok(Ok(()))
    }
}

/// An id begins with the time it was made at: milliseconds, UTC.
fn made_at(id: Uuid) -> i64 {
    i64::try_from(id.as_u128() >> 80).unwrap_or(i64::MAX)
}

/// None where the device is none.
fn event_line(event: EventInFile<'_>) -> Option<EventLine> {
    Some(EventLine {
        incident: event.incident,
        id: event.id,
        occurred_at: event.occurred_at.timestamp_millis(),
        recorded_at: event.recorded_at.timestamp_millis(),
        author: event.author.into_owned(),
        device: Uuid::try_parse(&event.device).ok()?,
        device_index: event.device_index,
        kind: event.kind.into_owned(),
        version: event.version,
        body: event.body.get().to_owned(),
        amends: event.amends,
    })
}
