//! What a runbook should say and does not.
//!
//! Start with [`check`]. Always true: a mark says what is wrong, why it matters and how to mend it; a mend that is exact changes nothing but its own lines.
//! Not here: what a text means (`reading`), where files are (the caller says which exist).

mod around;
mod commands;
mod edits;
mod fences;
mod links;
mod mark;
mod page;
mod patch;
mod practices;
mod report;
mod rules;
mod sarif;
mod steps;

use crate::folder::is_beside;
use crate::model::Runbook;

pub use around::{Around, KnownAlert};
pub use edits::{Edit, apply};
pub use mark::{Mark, Mend, Rule};
pub use patch::{patch, unified};
pub use practices::{PRACTICES, Practice};
pub use report::{Finding, as_text, findings};
pub use rules::{Exception, Rules, RulesError};
pub use sarif::sarif;

/// The marks of a runbook, by line. `text` is what it was read from.
#[must_use]
pub fn check(runbook: &Runbook, text: &str, around: &Around<'_>, rules: &Rules) -> Vec<Mark> {
    let read = crate::markdown::as_read(text);
    let lines: Vec<&str> = read.split('\n').collect();
    let mut marks = fences::marks(runbook, &lines);
    marks.extend(links::marks(runbook, &lines, around));
    if !is_beside(around.path, runbook) {
        marks.extend(page::marks(runbook, &lines, around, rules));
        marks.extend(steps::marks(runbook, &lines, rules));
        marks.extend(commands::marks(runbook, &lines));
    }
    if text_has_other_ends(text) {
        marks.iter_mut().for_each(|mark| mark.mend.edits.clear());
    }
    let off = rules.off_for(around.path);
    marks.retain(|mark| !off.contains(&mark.rule));
    marks.sort_by_key(|mark| (mark.line, mark.rule));
    marks
}

/// Whether its lines end as no patch knows them: in a return alone.
fn text_has_other_ends(text: &str) -> bool {
    text.contains('\r') && !text.contains('\n')
}
