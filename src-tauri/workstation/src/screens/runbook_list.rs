//! The Runbooks screen: every runbook with its marks, and one with its text (seed: Runbook Best Practices).

use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;
use sitrep_runbooks::{Around, Block, Mark, apply, check, is_there, parse_with, patch, unified, verified_stamp};
use ts_rs::TS;

use super::runbook_pane::about;
use crate::data::{FolderRules, Shelf, Shelved, ShelvedFolder, Workstation};
use crate::refusals::Error;

/// The Runbooks screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunbookList {
    /// `34 in 2 folders, 4 with marks`.
    pub counted: String,
    /// The runbooks, those with most marks first; what was searched for, the best first.
    pub rows: Vec<RunbookRow>,
    /// The folders, each with what could not be read in it.
    pub folders: Vec<RunbookFolder>,
}

/// A runbook in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunbookRow {
    /// Its folder's name and its place in it.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// What it is for: its services, else its folder.
    pub of: String,
    /// Days since it was verified; none where nobody said.
    pub verified_days: Option<u32>,
    /// Whether that is too long ago.
    pub stale: bool,
    /// How many marks it has.
    pub marks: u32,
    /// The line that has what was searched for.
    pub snippet: String,
}

/// A folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunbookFolder {
    /// What its runbooks' paths begin with.
    pub name: String,
    /// Where it lies.
    pub path: String,
    /// How many runbooks it holds.
    pub count: u32,
    /// Whether a person named it, and can have it left out.
    pub named: bool,
    /// What could not be read in it.
    pub problems: Vec<String>,
}

/// One runbook with its text and its marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunbookPage {
    /// Its folder's name and its place in it.
    pub path: String,
    /// Where the file lies.
    pub file: String,
    /// What it is called.
    pub title: String,
    /// `version 7, verified 12 d ago, 4 steps`.
    pub about: String,
    /// Its lines.
    pub lines: Vec<String>,
    /// The same as it is read: headings, commands, tables, images.
    pub blocks: Vec<Block>,
    /// What is wrong with it, by line.
    pub marks: Vec<Mark>,
    /// All mends that can be made, as one patch; none where none can.
    pub patch: Option<String>,
    /// What of the text is not as it stands in the file.
    pub note: Option<String>,
}

/// The marks of a file, for a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedFile {
    /// As it is named in the report.
    pub file: String,
    /// By line.
    pub marks: Vec<Mark>,
}

impl Workstation {
    /// Every runbook, or those that have these words.
    ///
    /// # Errors
    /// [`Error::Store`] when the folders' names cannot be read.
    pub fn runbook_list(&self, words: &str) -> Result<RunbookList, Error> {
        let (shelf, today) = (self.shelf()?, self.now().date_naive());
        let row = |one: Shelved<'_>, snippet: String| row(&one, one.folder.marks_of(one.read, today).len(), today, snippet);
        let all = rows_of(&shelf, today);
        let marked = all.iter().filter(|row| row.marks > 0).count();
        let counted = counted(all.len(), shelf.folders.len(), marked);
        let rows = if sitrep_core::text::is_blank(words) {
            most_marks_first(all)
        } else {
            shelf.index.find(words).into_iter().filter_map(|hit| Some(row(shelf.at(hit.which)?, hit.snippet))).collect()
        };
        Ok(RunbookList { counted, rows, folders: self.folders_view(&shelf)? })
    }

    /// One runbook with its text and its marks.
    ///
    /// # Errors
    /// [`Error::UnknownRunbook`] where no folder has it.
    pub fn runbook_page(&self, path: &str) -> Result<RunbookPage, Error> {
        let (shelf, today) = (self.shelf()?, self.now().date_naive());
        let one = shelf.find(path)?;
        let marks = one.folder.marks_of(one.read, today);
        let mend = patch(&one.read.text, &one.read.path, &marks);
        Ok(RunbookPage {
            path: one.path(),
            file: one.read.absolute.display().to_string(),
            title: one.read.runbook.title.clone(),
            about: about(&one.read.runbook, today),
            lines: one.read.text.lines().map(|line| sitrep_core::text::as_seen(line).into_owned()).collect(),
            blocks: parse_with(&sitrep_core::text::as_seen(&one.read.text), &one.read.path, &one.folder.rules.risks).blocks,
            marks,
            patch: (!mend.is_empty()).then_some(mend),
            note: one.read.note.clone(),
        })
    }

    /// What the files of a folder, or one file, lack: for a team's own checks.
    ///
    /// # Errors
    /// [`Error::NoRunbookFolder`] for what cannot be read, [`Error::BadRunbookRules`] where the rules' own file is wrong.
    pub fn check_runbooks(&self, path: &Path) -> Result<Vec<CheckedFile>, Error> {
        let unread = || Error::NoRunbookFolder(path.to_owned());
        let folder = if path.is_dir() { path } else { path.parent().filter(|_| path.is_file()).ok_or_else(unread)? };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let FolderRules { rules, problem, .. } = self.runbook_rules(folder);
        if let Some(problem) = problem {
            return Err(Error::BadRunbookRules(problem));
        }
        let reading = sitrep_runbooks::read_folder(folder, &mut |_, _| ());
        let only = path.is_file().then(|| path.file_name().map(|name| name.to_string_lossy().into_owned())).flatten();
        let today = self.now().date_naive();
        let meant = reading.runbooks.iter().filter(|read| only.as_ref().map_or(!read.is_beside, |only| read.path == *only));
        let checked = meant.map(|read| {
            let around = Around { today, path: &read.path, alerts: &[], exists: &|path| is_there(folder, path), files: &reading.files };
            let runbook = parse_with(&read.text, &read.path, &rules.risks);
            CheckedFile { file: folder.join(&read.path).display().to_string(), marks: check(&runbook, &read.text, &around, &rules) }
        });
        Ok(checked.collect())
    }

    /// The patch that says of a runbook that it was verified today; nothing where it says so already.
    ///
    /// # Errors
    /// [`Error::UnknownRunbook`] where no folder has it.
    pub fn runbook_stamp(&self, path: &str) -> Result<Option<String>, Error> {
        let shelf = self.shelf()?;
        let one = shelf.find(path)?;
        let stamped = verified_stamp(&one.read.text, &one.read.path, self.now().date_naive());
        Ok((!stamped.patch.is_empty()).then_some(stamped.patch))
    }

    /// What mends a mark alone, as a patch; nothing where only a person knows.
    ///
    /// # Errors
    /// [`Error::UnknownRunbook`] where no folder has it, [`Error::UnknownRunStep`] where the mark is gone.
    pub fn runbook_mend(&self, path: &str, mark: u32) -> Result<Option<String>, Error> {
        let (shelf, today) = (self.shelf()?, self.now().date_naive());
        let one = shelf.find(path)?;
        let marks = one.folder.marks_of(one.read, today);
        let mark = marks.get(mark as usize).ok_or(Error::UnknownRunStep(mark))?;
        if mark.mend.edits.is_empty() {
            return Ok(mark.mend.copy.clone());
        }
        let mended = apply(&one.read.text, &mark.mend.edits);
        Ok(mark.mend.copy.clone().or_else(|| Some(unified(&one.read.text, &mended, &one.read.path))))
    }

    fn folders_view(&self, shelf: &Shelf) -> Result<Vec<RunbookFolder>, Error> {
        let own = self.own_runbook_folder();
        let one = |folder: &ShelvedFolder| RunbookFolder {
            name: folder.name.clone(),
            path: folder.folder.display().to_string(),
            count: u32::try_from(folder.reading.runbooks.iter().filter(|read| !read.is_beside).count()).unwrap_or(u32::MAX),
            named: folder.folder != own,
            problems: problems(folder),
        };
        Ok(shelf.folders.iter().map(one).collect())
    }
}

fn problems(folder: &ShelvedFolder) -> Vec<String> {
    let unread = folder.reading.problems.iter().map(|problem| match problem.path.as_str() {
        "" => problem.why.clone(),
        path => format!("{path}: {}", problem.why),
    });
    folder.rules_problem.iter().cloned().chain(unread).collect()
}

fn rows_of(shelf: &Shelf, today: NaiveDate) -> Vec<RunbookRow> {
    let rows = |folder: &ShelvedFolder| {
        let marks = folder.marks(today);
        let marked = folder.reading.runbooks.iter().zip(marks.iter()).filter(|(read, _)| !read.is_beside);
        marked.map(|(read, marks)| row(&Shelved { folder, read }, marks.len(), today, String::new())).collect::<Vec<_>>()
    };
    shelf.folders.iter().flat_map(rows).collect()
}

fn row(one: &Shelved<'_>, marks: usize, today: NaiveDate, snippet: String) -> RunbookRow {
    let runbook = &one.read.runbook;
    let days = runbook.front.verified.map(|day| u32::try_from((today - day).num_days().max(0)).unwrap_or(u32::MAX));
    let services = runbook.front.services.join(", ");
    RunbookRow {
        path: one.path(),
        title: runbook.title.clone(),
        of: if services.is_empty() { one.folder.name.clone() } else { services },
        verified_days: days,
        stale: days.is_some_and(|days| days > one.folder.rules.stale_days),
        marks: u32::try_from(marks).unwrap_or(u32::MAX),
        snippet,
    }
}

fn most_marks_first(mut rows: Vec<RunbookRow>) -> Vec<RunbookRow> {
    rows.sort_by(|a, b| (b.stale, b.marks).cmp(&(a.stale, a.marks)).then_with(|| a.title.cmp(&b.title)));
    rows
}

fn counted(runbooks: usize, folders: usize, marked: usize) -> String {
    let of_folders = if folders == 1 { "1 folder".to_owned() } else { format!("{folders} folders") };
    format!("{runbooks} in {of_folders}, {marked} with marks")
}
