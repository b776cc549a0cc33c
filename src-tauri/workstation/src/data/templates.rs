//! The team's own templates, over and beside the built-in ones.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use sitrep_core::messages::{TEMPLATE_ENDING, TemplateError, TemplateSet};

use super::workstation::Workstation;
use crate::refusals::Error;
use crate::team_files::{ReadTemplates, Stamps, TEMPLATES, is_name, stamp, text_of};

impl Workstation {
    /// Every template there is, as the files are at this moment.
    ///
    /// # Errors
    /// [`Error::Template`] if a built-in template is broken, which a test rules out.
    pub fn templates(&self) -> Result<Arc<TemplateSet>, Error> {
        let stamps = self.template_stamps();
        let mut read = self.templates.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = read.as_ref().filter(|known| known.stamps == stamps) {
            return Ok(Arc::clone(&known.set));
        }
        let mut files = Vec::new();
        let mut unread = Vec::new();
        for (name, path, (_, length)) in &stamps {
            match text_of(path, *length) {
                Ok(text) => files.push((name.clone(), text)),
                Err(error) => unread.push((name.clone(), TemplateError { line: None, reason: format!("it cannot be read ({error})") })),
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

    /// The files by name, in order. No folder is an empty one.
    fn template_stamps(&self) -> Stamps {
        let Ok(entries) = fs::read_dir(self.folders.config.join(TEMPLATES)) else { return Stamps::new() };
        let mut stamps: Stamps = entries
            .filter_map(|entry| {
                let path = entry.ok()?.path();
                let name = path.file_name()?.to_str()?.strip_suffix(TEMPLATE_ENDING)?.to_owned();
                let stamp = stamp(&path)?;
                is_name(&name).then_some((name, path, stamp))
            })
            .collect();
        stamps.sort();
        stamps
    }
}
