//! Why a file was not read.

use std::io;

use crate::size::size;

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// There is none.
    #[error("it is not there")]
    NotThere,
    /// It is something that is read otherwise, such as a folder, a pipe or a device.
    #[error("it is {0}, and no file")]
    NoFile(&'static str),
    /// Nobody reads so much.
    #[error("it holds {}, and no more than {} is read", size(*holds), size(*at_most))]
    TooLong {
        /// As far as it was looked at, in bytes.
        holds: u64,
        /// In bytes.
        at_most: u64,
    },
    /// It does not answer, as on a share that hangs.
    #[error("it does not answer")]
    Silent,
    /// Its bytes are no UTF-8.
    #[error("it is no text")]
    NoText,
    /// What the system says.
    #[error("{0}")]
    Refused(io::Error),
}

impl Unread {
    /// The same as a whole sentence's end: `it cannot be read (permission denied)`.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Refused(error) => format!("it cannot be read ({error})"),
            other => other.to_string(),
        }
    }
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound { Self::NotThere } else { Self::Refused(error) }
    }
}
