//! The team's own templates: files in the config folder, over and beside the built-in ones. A bad file is set aside, and the
//! built-in one holds.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};
use std::time::SystemTime;

use sitrep_core::messages::{self, MessageEdits, TEMPLATE_ENDING, Template, TemplateError, TemplateSet};

use crate::error::Error;
use crate::team_file::stamp;
use crate::views::TemplateView;
use crate::workstation::Workstation;

/// The folder's name in the config folder.
pub(crate) const TEMPLATES: &str = "templates";
/// Longer than any message; what is longer is no template.
pub(crate) const BYTES_AT_MOST: u64 = 256 * 1024;

/// Tells one state of the folder from another without reading its files.
type Stamps = Vec<(String, PathBuf, (SystemTime, u64))>;

/// The templates as they were read.
pub(crate) struct ReadTemplates {
    stamps: Stamps,
    set: Arc<TemplateSet>,
}

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

    /// The templates, and the files that are not used with the reason.
    ///
    /// # Errors
    /// [`Error::Template`] if a built-in template is broken, which a test rules out.
    pub fn template_list(&self) -> Result<Vec<TemplateView>, Error> {
        let set = self.templates()?;
        let path = |name: &str| self.template_path(name).display().to_string();
        let good = set.all().map(|template| TemplateView {
            name: template.name.clone(),
            label: template.label.clone(),
            audience: template.audience.label().to_owned(),
            only: template.severities.iter().map(ToString::to_string).chain(template.services.iter().cloned()).collect(),
            path: template.own.then(|| path(&template.name)),
            problem: None,
        });
        let bad = set.problems.iter().map(|(name, error)| TemplateView {
            name: name.clone(),
            label: String::new(),
            audience: String::new(),
            only: Vec::new(),
            path: Some(path(name)),
            problem: Some(error.to_string()),
        });
        Ok(good.chain(bad).collect())
    }

    /// Reads one template file and fills it from the incident last touched, if there is one.
    ///
    /// # Errors
    /// [`Error::Template`] with line and reason.
    pub fn check_template_file(&self, path: &Path) -> Result<(), Error> {
        let shown = path.display().to_string();
        let refused = |error| Error::Template { name: shown.clone(), error };
        let unreadable = |error: io::Error| refused(TemplateError { line: None, reason: format!("it cannot be read ({error})") });
        let length = fs::metadata(path).map_err(unreadable)?.len();
        let source = text_of(path, length).map_err(unreadable)?;
        let name = path.file_name().and_then(|name| name.to_str()?.strip_suffix(TEMPLATE_ENDING)).unwrap_or_default();
        if !is_name(name) {
            let reason = format!("a template's file is named in lower-case letters, digits and dashes, and ends in {TEMPLATE_ENDING}");
            return Err(refused(TemplateError { line: None, reason }));
        }
        let set = self.templates()?;
        let template = Template::read(name, &source, set.built_in(name)).map_err(refused)?;
        match self.find_any(None) {
            Ok(row) => {
                let incident = self.facts_of(&row.summary.handle)?;
                let filled = messages::compose(&incident, &self.own_team(), &template, &MessageEdits::default(), self.now());
                filled.map(|_| ()).map_err(refused)
            }
            Err(_) => Ok(()),
        }
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

fn text_of(path: &Path, length: u64) -> io::Result<String> {
    if length > BYTES_AT_MOST {
        return Err(io::Error::other("it is longer than a template can be"));
    }
    fs::read_to_string(path)
}

/// A template's name is a word, never a path; editors' own files beside it are none.
pub(crate) fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
}
