//! The templates as they were read.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use sitrep_core::messages::TemplateSet;
use sitrep_foreign::Unread;

/// Longer than any message; what is longer is no template.
pub(crate) const BYTES_AT_MOST: u64 = 256 * 1024;

/// Tells one state of the folder from another without reading its files.
pub(crate) type Stamps = Vec<(String, PathBuf, (SystemTime, u64))>;

/// The templates as they were read.
pub(crate) struct ReadTemplates {
    pub(crate) stamps: Stamps,
    pub(crate) set: Arc<TemplateSet>,
}

pub(crate) fn text_of(path: &Path) -> Result<String, Unread> {
    sitrep_foreign::read_text(path, BYTES_AT_MOST)
}
