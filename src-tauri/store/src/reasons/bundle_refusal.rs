//! Why a file is not written as a bundle, or not taken in as one.

use sitrep_core::bundle::LineFault;
use sitrep_core::vocabulary::{AttachedTextId, EventId, IncidentId};
use uuid::Uuid;

use super::obstacle::Obstacle;

/// JSON is held in memory while it is read; a bundle is not.
pub(crate) const JSON_AT_MOST_MB: u64 = 512;

/// Why a file cannot be a bundle, or is not taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleRefusal {
    /// Something has that name.
    #[error("is there already")]
    Exists,
    /// It is a folder.
    #[error("is a folder")]
    Folder,
    /// It is the database itself, or SQLite would take it for a part of it.
    #[error("belongs to the database in use")]
    InUse,
    /// What is there is not to be written over.
    #[error("is no bundle of Sitrep's")]
    NoBundle,
    /// It cannot be written.
    #[error("cannot be written: {0}")]
    Unwritable(Obstacle),
    /// An event is such as no bundle takes.
    #[error("was not written: event {} {fault}", event.0)]
    Unfit {
        /// Which event.
        event: EventId,
        /// What is the matter with it.
        fault: LineFault,
    },
    /// It cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// It is something else.
    #[error("is no bundle, and no incident in JSON")]
    NotOurs,
    /// It is a backup.
    #[error("is a backup, and no bundle")]
    Backup,
    /// A newer Sitrep wrote it.
    #[error("was written by a newer Sitrep (version {found}, this one knows {known})")]
    Newer {
        /// The version of the file.
        found: u32,
        /// The newest that this build knows.
        known: u32,
    },
    /// The end is missing.
    #[error("is cut short or damaged: its end is missing")]
    CutShort,
    /// Some of its bytes are others.
    #[error("is damaged: what it holds is not what its end says")]
    Damaged,
    /// No Sitrep writes such a bundle.
    #[error("is not written as a bundle is: line {line} {fault}")]
    Malformed {
        /// Which line, counted from 1; the bytes of a text or a picture belong to the line before them.
        line: u64,
        /// What is the matter with it.
        fault: BundleFault,
    },
    /// It is JSON that does not read as an incident.
    #[error("does not read as an incident that Sitrep wrote: {0}")]
    UnreadJson(String),
    /// No Sitrep writes such JSON.
    #[error("is not written as Sitrep writes an incident: {part} {fault}")]
    MalformedJson {
        /// Which part of it.
        part: String,
        /// What is the matter with it.
        fault: BundleFault,
    },
    /// It is longer than JSON is read.
    #[error("holds more than {JSON_AT_MOST_MB} MB, and JSON is not read beyond that")]
    TooLongJson,
    /// Its words are others than were recorded.
    #[error("is a redacted copy, and that is no record: its words are not those that were recorded")]
    RedactedCopy,
    /// It holds practice incidents, and is to go among real ones.
    #[error("holds practice incidents, which do not go among real ones")]
    Practice,
    /// It holds real incidents, and is to go among those of practice.
    #[error("holds real incidents, which do not go among those of practice")]
    Real,
    /// It takes out more words than anybody does between two exchanges.
    #[error("takes out more words at once than anybody does")]
    TooManyRedactions,
    /// What it holds cannot be true together with what is here.
    #[error("contradicts what is here: {0}")]
    Contradicts(Contradiction),
}

/// What is the matter with a line of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleFault {
    /// The line itself.
    #[error("{0}")]
    Line(LineFault),
    /// It is longer than any line is.
    #[error("is longer than any line is")]
    TooLong,
    /// It ends before it is over.
    #[error("ends before it is over")]
    Ends,
    /// It should stand elsewhere, or stands there twice.
    #[error("does not stand in its place")]
    Order,
    /// There is more, or less, than the head says.
    #[error("is not what the head says: it holds another number of them")]
    Count,
    /// The head announces more than a bundle holds.
    #[error("announces more than a bundle holds")]
    TooMany,
    /// Two events have one id.
    #[error("has the id of another event")]
    SameId,
    /// Two events have one number of one device.
    #[error("has the number of another event of its device")]
    SameNumber,
    /// An incident is declared twice.
    #[error("declares an incident once more")]
    DeclaredTwice,
    /// An event amends one of another incident.
    #[error("amends an event of another incident")]
    Elsewhere,
    /// A text or a picture that belongs to no event.
    #[error("belongs to no event")]
    NotNamed,
    /// The bytes of a text are no text.
    #[error("has bytes that are no text")]
    NoText,
    /// The bytes of a picture are another's.
    #[error("has the bytes of another picture")]
    OtherPicture,
    /// The bytes of a picture are none.
    #[error("has a picture that is none that Sitrep keeps: {0}")]
    NoPicture(String),
}

/// What cannot be true together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Contradiction {
    /// An event that is here otherwise.
    #[error("event {} is here and says something else", .0.0)]
    Event(EventId),
    /// A device's number that another event has.
    #[error("event {} has the number {index} of device {device}, as another event here has", event.0)]
    Number {
        /// The event that came.
        event: EventId,
        /// The device.
        device: Uuid,
        /// The number.
        index: i64,
    },
    /// An incident that was declared by another event.
    #[error("incident {} was declared otherwise", .0.0)]
    Declaration(IncidentId),
    /// Events of an incident that nobody declared.
    #[error("incident {} is declared neither in it nor here", .0.0)]
    Undeclared(IncidentId),
    /// An event amends one of another incident.
    #[error("event {} amends one of another incident", .0.0)]
    Amends(EventId),
    /// An attached text that is here otherwise.
    #[error("attached text {} is here and says something else", .0.0)]
    Text(AttachedTextId),
    /// A clock that was set otherwise.
    #[error("the clock of device {0} was set otherwise")]
    Clock(Uuid),
}
