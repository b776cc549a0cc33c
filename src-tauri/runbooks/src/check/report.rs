//! Marks for a script and for a terminal.

use std::fmt::Write as _;

use serde::Serialize;

use super::mark::{Mark, Rule};

/// One mark, for a script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The file's path, as it is told.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// Which rule.
    pub rule: Rule,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub mend: String,
}

/// The marks of files, for a script.
#[must_use]
pub fn findings(files: &[(String, Vec<Mark>)]) -> Vec<Finding> {
    let each = files.iter().flat_map(|(file, marks)| marks.iter().map(move |mark| (file, mark)));
    each.map(|(file, mark)| Finding {
        file: file.clone(),
        line: mark.line,
        rule: mark.rule,
        message: mark.message.clone(),
        mend: mark.mend.words.clone(),
    })
    .collect()
}

/// The marks of files, for a terminal: `search/index-stale.md:14: Step 1 says nothing to expect (no-expected)`, why, and the mend.
#[must_use]
pub fn as_text(files: &[(String, Vec<Mark>)]) -> String {
    let mut page = String::new();
    for (file, mark) in files.iter().flat_map(|(file, marks)| marks.iter().map(move |mark| (file, mark))) {
        // Writing to a text does not fail.
        let _ = writeln!(page, "{file}:{}: {} ({})\n    {}\n    {}", mark.line, mark.message, mark.rule.code(), mark.why, mark.mend.words);
    }
    page
}
