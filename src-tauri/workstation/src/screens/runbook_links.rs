//! Links and images of a runbook: a person follows a link, an image is drawn. Only what stands in the text leads anywhere.

use serde::{Deserialize, Serialize};
use sitrep_core::team::is_page;
use sitrep_core::vocabulary::EventId;
use sitrep_foreign::MB;
use sitrep_runbooks::{Inline, Runbook, led_to};
use ts_rs::TS;

use crate::acts::find_run;
use crate::data::{Shelf, ShelvedFolder, Workstation};
use crate::refusals::Error;

/// What an image's file holds at most.
const IMAGE_AT_MOST: u64 = 20 * MB;

/// A runbook's text that is read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "text", rename_all = "snake_case")]
pub enum RunbookText {
    /// The one that a run keeps.
    Run {
        /// The incident.
        handle: String,
        /// The event that began it.
        run: EventId,
    },
    /// The one on disk.
    File {
        /// Its folder's name and its place in it.
        path: String,
    },
}

/// Where a link of a runbook leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "leads", rename_all = "snake_case")]
pub enum RunbookLink {
    /// To a page.
    Web {
        /// Its address: http or https.
        url: String,
    },
    /// To another runbook.
    Runbook {
        /// Its folder's name and its place in it.
        path: String,
    },
    /// To what Sitrep does not open: a file, a mail's address.
    Elsewhere {
        /// The file's path, or the address.
        what: String,
    },
}

impl Workstation {
    /// Where a link leads that stands in a runbook.
    ///
    /// # Errors
    /// [`Error::LeadsNowhere`], also for one that does not stand there.
    pub fn runbook_leads_to(&self, text: &RunbookText, url: &str) -> Result<RunbookLink, Error> {
        let (path, runbook) = self.read_runbook(text)?;
        let leads_nowhere = || Error::LeadsNowhere(url.to_owned());
        stands(&runbook, |part| matches!(part, Inline::Link { url: known, .. } if known == url)).ok_or_else(leads_nowhere)?;
        if is_page(url) {
            return Ok(RunbookLink::Web { url: url.to_owned() });
        }
        let shelf = self.shelf()?;
        match file(&shelf, &path, url) {
            Some((folder, path)) => Ok(shelf.led_to(folder, &path)),
            None if url.contains(':') => Ok(RunbookLink::Elsewhere { what: url.to_owned() }),
            None => Err(leads_nowhere()),
        }
    }

    /// An image that stands in a runbook and lies in its folder, as PNG.
    ///
    /// # Errors
    /// [`Error::LeadsNowhere`], also for one that does not stand there or cannot be read; [`Error::Picture`] for what is none.
    pub fn runbook_image(&self, text: &RunbookText, url: &str) -> Result<Vec<u8>, Error> {
        let (path, runbook) = self.read_runbook(text)?;
        let leads_nowhere = || Error::LeadsNowhere(url.to_owned());
        stands(&runbook, |part| matches!(part, Inline::Image { url: known, .. } if known == url)).ok_or_else(leads_nowhere)?;
        let shelf = self.shelf()?;
        let (folder, path) = file(&shelf, &path, url).ok_or_else(leads_nowhere)?;
        let bytes = sitrep_foreign::read(&folder.folder.join(path), IMAGE_AT_MOST).map_err(|_| leads_nowhere())?;
        Ok(sitrep_pictures::from_file(&bytes)?.png)
    }

    /// The runbook with its path: its folder's name and its place in it.
    fn read_runbook(&self, text: &RunbookText) -> Result<(String, Runbook), Error> {
        match text {
            RunbookText::Run { handle, run } => {
                let incident = self.facts_of(handle)?;
                let known = find_run(&incident, *run)?;
                Ok((known.path.clone(), self.runbook_of(handle, *run)?))
            }
            RunbookText::File { path } => {
                let shelf = self.shelf()?;
                let one = shelf.find(path)?;
                Ok((one.path(), Runbook::clone(&one.read.runbook)))
            }
        }
    }
}

impl Shelf {
    fn led_to(&self, folder: &ShelvedFolder, path: &str) -> RunbookLink {
        let known = self.all().find(|one| one.folder.name == folder.name && one.read.path == path);
        match known {
            Some(one) => RunbookLink::Runbook { path: one.path() },
            None => RunbookLink::Elsewhere { what: folder.folder.join(path).display().to_string() },
        }
    }
}

fn stands(runbook: &Runbook, is_it: impl Fn(&Inline) -> bool) -> Option<()> {
    runbook.blocks.iter().flat_map(|block| block.inlines()).any(is_it).then_some(())
}

/// The file that a link of the runbook at `from` leads to, from its folder.
fn file<'a>(shelf: &'a Shelf, from: &str, url: &str) -> Option<(&'a ShelvedFolder, String)> {
    let (name, from) = from.split_once('/')?;
    let folder = shelf.folders.iter().find(|folder| folder.name == name)?;
    Some((folder, led_to(&folder.folder, from, url)?))
}
