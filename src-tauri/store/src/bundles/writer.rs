//! What is written into a bundle, line by line, and the end that says what it was.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::hex::hex;

/// How the end line begins; 64 digits and an end of line follow.
pub(super) const END: &[u8] = b"sha256 ";

/// A bundle being written.
pub(super) struct Writer<'a> {
    out: BufWriter<&'a File>,
    hash: Sha256,
}

impl<'a> Writer<'a> {
    pub(super) fn new(file: &'a File) -> Self {
        Self { out: BufWriter::new(file), hash: Sha256::new() }
    }

    /// Writes bytes, and an end of line.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        for part in [bytes, b"\n"] {
            self.hash.update(part);
            self.out.write_all(part)?;
        }
        Ok(())
    }

    /// Writes a line of JSON.
    pub(super) fn line(&mut self, line: &impl Serialize) -> io::Result<()> {
        self.bytes(&serde_json::to_vec(line)?)
    }

    /// Writes the end.
    pub(super) fn finish(mut self) -> io::Result<()> {
        let end = end_line(&self.hash.finalize());
        self.out.write_all(&end)?;
        self.out.flush()
    }
}

/// The end line for what stands before it.
pub(super) fn end_line(digest: &[u8]) -> Vec<u8> {
    [END, hex(digest).as_bytes(), b"\n"].concat()
}
