//! The lines of a bundle, one after another, each read to its bound.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

use sitrep_core::bundle::{BundleLine, LINE_AT_MOST};

use crate::reasons::{BundleFault, BundleRefusal};

/// Where a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    /// In bytes from the beginning.
    pub(super) byte: u64,
    /// Its number, from 1.
    pub(super) line: u64,
}

/// The lines from a place on, up to the end line.
pub(super) struct Lines<'a> {
    input: BufReader<io::Take<&'a File>>,
    next: Place,
    end: u64,
}

impl<'a> Lines<'a> {
    /// Those of a file that holds lines up to `end`, from a place on.
    pub(super) fn from(mut file: &'a File, place: Place, end: u64) -> Result<Self, BundleRefusal> {
        file.seek(SeekFrom::Start(place.byte)).map_err(|error| unreadable(&error))?;
        Ok(Self { input: BufReader::new(file.take(end.saturating_sub(place.byte))), next: place, end })
    }

    /// Where the next line begins.
    pub(super) fn place(&self) -> Place {
        self.next
    }

    /// Whether all lines were read.
    pub(super) fn is_at_end(&self) -> bool {
        self.next.byte >= self.end
    }

    /// What is the matter with the line that was read last.
    pub(super) fn fault(&self, fault: BundleFault) -> BundleRefusal {
        BundleRefusal::Malformed { line: self.next.line.saturating_sub(1), fault }
    }

    /// The next line, without its end.
    pub(super) fn next(&mut self) -> Result<Vec<u8>, BundleRefusal> {
        let mut line = Vec::new();
        let read = self.input.by_ref().take(LINE_AT_MOST + 1).read_until(b'\n', &mut line).map_err(|error| unreadable(&error))?;
        self.next = Place { byte: self.next.byte + read as u64, line: self.next.line + 1 };
        match line.pop() {
            Some(b'\n') => Ok(line),
            _ if read as u64 > LINE_AT_MOST => Err(self.fault(BundleFault::TooLong)),
            _ => Err(self.fault(BundleFault::Ends)),
        }
    }

    /// The next line as what it says.
    pub(super) fn next_line(&mut self) -> Result<BundleLine, BundleRefusal> {
        let line = self.next()?;
        BundleLine::read(&line).map_err(|fault| self.fault(BundleFault::Line(fault)))
    }

    /// The bytes that follow a line, and their end. How many these are was bounded when the line was read.
    pub(super) fn bytes(&mut self, count: u64) -> Result<Vec<u8>, BundleRefusal> {
        let mut bytes = Vec::new();
        let read = self.input.by_ref().take(count + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
        self.next.byte += read as u64;
        if bytes.len() as u64 == count + 1 && bytes.pop() == Some(b'\n') { Ok(bytes) } else { Err(self.fault(BundleFault::Ends)) }
    }
}

pub(super) fn unreadable(error: &io::Error) -> BundleRefusal {
    BundleRefusal::Unreadable(error.to_string())
}
