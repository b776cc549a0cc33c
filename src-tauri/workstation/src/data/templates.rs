//! The team's own templates, over and beside the built-in ones.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use sitrep_core::messages::{TEMPLATE_ENDING, TemplateError, TemplateSet};
use sitrep_foreign::in_a_moment;

use super::workstation::Workstation;
use crate::refusals::Error;
use crate::team_files::{ReadTemplates, Stamps, TEMPLATES, is_name, text_of};

/// Nobody chooses among more.
const TEMPLATES_AT_MOST: usize = 500;

impl Workstation {
    /// Every template there is, as the files are at this moment.
    ///
    /// # Errors
    /// [`Error::Template`] if a built-in template is broken, which a test rules out.
    pub fn templates(&self) -> Result<Arc<TemplateSet>, Error> {
        let found = template_stamps(&self.folders.config.join(TEMPLATES));
        let mut read = self.templates.lock().unwrap_or_else(PoisonError::into_inner);
        // Where the folder does not answer, what it last said stays.
        if let Some(known) = read.as_ref().filter(|known| found.as_ref().is_none_or(|stamps| *stamps == known.stamps)) {
            return Ok(Arc::clone(&known.set));
        }
        let stamps = found.unwrap_or_default();
        let mut files = Vec::new();
        let mut unread = Vec::new();
        for (name, path, _) in &stamps {
            match text_of(path) {
                Ok(text) => files.push((name.clone(), text)),
                Err(error) => unread.push((name.clone(), TemplateError { line: None, reason: error.reason() })),
            }
        }
        let mut set = TemplateSet::with(&files).map_err(|error| Error::Template { name: "built in".to_owned(), error })?;
        set.problems.extend(unread);
        let set = Arc::new(set);
        *read = Some(ReadTemplates { stamps, set: Arc::clone(&set) });
        Ok(set)
    }

    /// Where the file of a template would be.
    #[must_use]
    pub fn template_path(&self, name: &str) -> PathBuf {
        self.folders.config.join(TEMPLATES).join(format!("{name}{TEMPLATE_ENDING}"))
    }
}

/// The files of the folder by name, in order; none where it does not answer. No folder is an empty one.
fn template_stamps(folder: &Path) -> Option<Stamps> {
    let theirs = folder.to_owned();
    let listed = in_a_moment(folder, move || {
        let Ok(entries) = fs::read_dir(theirs) else { return Stamps::new() };
        let named = entries.filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_name()?.to_str()?.strip_suffix(TEMPLATE_ENDING).filter(|name| is_name(name))?.to_owned();
            // A link that leads nowhere is a file that cannot be read, and is said to be one.
            let about = fs::metadata(&path).or_else(|_| fs::symlink_metadata(&path)).ok()?;
            Some((name, path, (about.modified().ok()?, about.len())))
        });
        named.take(TEMPLATES_AT_MOST).collect()
    });
    let mut stamps = listed.ok()?;
    stamps.sort();
    Some(stamps)
}
