//! What a heading says that follows.

use super::plain::plain;
use crate::vocabulary::ReviewField;

/// What stands under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Section {
    /// What stands before the first one.
    Head,
    /// A part of the review.
    Part(ReviewField),
    Timeline,
    /// What is told of a timeline's key moments, below it.
    Moments,
    Impact,
    Whys,
    Actions,
    Lessons,
    /// One that a review has not got.
    Other,
}

/// The words that headings begin with; the first that fits counts.
const HEADINGS: [(&str, Section); 40] = {
    use Section::{Actions, Impact, Lessons, Moments, Part, Timeline, Whys};
    [
        ("summary", Part(ReviewField::Summary)),
        ("executive summary", Part(ReviewField::Summary)),
        ("overview", Part(ReviewField::Summary)),
        ("tl;dr", Part(ReviewField::Summary)),
        ("what happened", Part(ReviewField::Summary)),
        ("short summary", Part(ReviewField::ShortSummary)),
        ("timeline", Timeline),
        ("incident timeline", Timeline),
        ("chronology", Timeline),
        ("key moments", Moments),
        ("users affected", Part(ReviewField::UsersAffected)),
        ("revenue", Part(ReviewField::RevenueImpact)),
        ("sla impact", Part(ReviewField::RevenueImpact)),
        ("data impact", Part(ReviewField::DataImpact)),
        ("impact", Impact),
        ("customer impact", Impact),
        ("user impact", Impact),
        ("root cause", Part(ReviewField::RootCause)),
        ("cause", Part(ReviewField::RootCause)),
        ("contributing", Part(ReviewField::RootCause)),
        ("five whys", Whys),
        ("5 whys", Whys),
        ("the five whys", Whys),
        ("whys", Whys),
        ("action", Actions),
        ("follow-up", Actions),
        ("follow up", Actions),
        ("next steps", Actions),
        ("remediation", Actions),
        ("what went well", Part(ReviewField::WentWell)),
        ("went well", Part(ReviewField::WentWell)),
        ("what could improve", Part(ReviewField::CouldImprove)),
        ("what could be improved", Part(ReviewField::CouldImprove)),
        ("what went wrong", Part(ReviewField::CouldImprove)),
        ("what went poorly", Part(ReviewField::CouldImprove)),
        ("where we", Part(ReviewField::Lucky)),
        ("thanks", Part(ReviewField::Thanks)),
        ("lessons", Lessons),
        ("learnings", Lessons),
        ("retrospective", Lessons),
    ]
};

/// How deep a heading is, and its words.
pub(super) fn heading(line: &str) -> Option<(usize, String)> {
    let line = line.trim();
    let depth = line.len() - line.trim_start_matches('#').len();
    let words = line.get(depth..).filter(|words| (1..=6).contains(&depth) && words.starts_with([' ', '\t']))?;
    Some((depth, plain(words.trim_end_matches('#'))))
}

/// What a heading announces.
pub(super) fn section(title: &str) -> Option<Section> {
    let title = title.to_lowercase();
    let words = title.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    HEADINGS.into_iter().find(|(begins, _)| words.starts_with(begins)).map(|(_, section)| section)
}

/// The part of the review that a label names: `Users affected`, `What went well`.
pub(super) fn labelled_part(label: &str) -> Option<ReviewField> {
    match section(label) {
        Some(Section::Part(field)) => Some(field),
        _ => None,
    }
}
