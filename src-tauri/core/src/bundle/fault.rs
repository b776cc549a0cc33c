//! Why a line is none that Sitrep writes.

/// Why a line is none that Sitrep writes: the end of a sentence that names the line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineFault {
    /// It is no JSON of that shape.
    #[error("does not read ({0})")]
    Unread(String),
    /// An id that Sitrep does not give.
    #[error("has an id that Sitrep does not give")]
    Id,
    /// A time that nobody could write down.
    #[error("tells a time before the year 0 or after the year 9999")]
    Time,
    /// A number that no event of a device has.
    #[error("has a number that no event has")]
    Number,
    /// A kind's name that is none.
    #[error("has a kind whose name is none")]
    Kind,
    /// An author who has no name, or one that is a book.
    #[error("has an author whose name is none")]
    Author,
    /// More than an event holds.
    #[error("holds more than an event does")]
    TooLong,
    /// The body is no JSON.
    #[error("has a body that does not read")]
    Body,
    /// A clock that was set by more than there are years to tell.
    #[error("sets a clock by thousands of years")]
    Clock,
    /// A declaration that this Sitrep cannot read.
    #[error("declares an incident in a way that only a newer Sitrep can read")]
    Declaration,
    /// A handle that would be a path, or worse.
    #[error("declares an incident under a handle that is none")]
    Handle,
    /// A length of a picture or a text that none has.
    #[error("announces more bytes than one takes")]
    Size,
}
