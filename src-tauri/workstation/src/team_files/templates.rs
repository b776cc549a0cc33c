//! The templates as they were read.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;
use std::{fs, io};

use sitrep_core::messages::TemplateSet;

/// Longer than any message; what is longer is no template.
pub(crate) const BYTES_AT_MOST: u64 = 256 * 1024;

/// Tells one state of the folder from another without reading its files.
pub(crate) type Stamps = Vec<(String, PathBuf, (SystemTime, u64))>;

/// The templates as they were read.
pub(crate) struct ReadTemplates {
    pub(crate) stamps: Stamps,
    pub(crate) set: Arc<TemplateSet>,
}

pub(crate) fn text_of(path: &Path, length: u64) -> io::Result<String> {
    if length > BYTES_AT_MOST {
        return Err(io::Error::other("it is longer than a template can be"));
    }
    fs::read_to_string(path)
}
