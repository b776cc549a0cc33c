//! The parts of a review: what is written, what is offered, and what is still to be written.

use crate::incident::Incident;
use crate::team::ReviewSections;
use crate::vocabulary::{ReviewField, UpdateField, UpdateKind};

/// The parts that a review is not complete without, each with the section that it belongs to.
const NEEDED: [(ReviewField, &str); 7] = [
    (ReviewField::Summary, "Summary"),
    (ReviewField::UsersAffected, "Impact"),
    (ReviewField::RevenueImpact, "Impact"),
    (ReviewField::DataImpact, "Impact"),
    (ReviewField::RootCause, "Root Cause"),
    (ReviewField::WentWell, "Lessons Learned"),
    (ReviewField::CouldImprove, "Lessons Learned"),
];

impl Incident {
    /// What the review says in a part: what somebody wrote there, or said of it in the resolution notice.
    #[must_use]
    pub fn review_text(&self, field: &ReviewField) -> Option<&str> {
        if self.review.parts.contains_key(field) { self.review.text(field) } else { self.told_in_notice(field) }
    }

    /// What the resolution notice said of it.
    fn told_in_notice(&self, field: &ReviewField) -> Option<&str> {
        let told = match field {
            ReviewField::UsersAffected => UpdateField::CustomerImpact,
            ReviewField::RootCause => UpdateField::RootCause,
            _ => return None,
        };
        let notice = self.sent_updates().find(|sent| sent.message.update == Some(UpdateKind::Resolution))?;
        notice.message.fields.get(&told).map(String::as_str)
    }
}

/// The sections that somebody has still to write, in their order.
#[must_use]
pub fn still_to_write(incident: &Incident, own: &ReviewSections) -> Vec<String> {
    let mut open: Vec<String> = Vec::new();
    let mut note = |section: &str| {
        if open.last().is_none_or(|last| last != section) {
            open.push(section.to_owned());
        }
    };
    for (field, section) in NEEDED {
        if field == ReviewField::WentWell && incident.review.whys().is_empty() {
            note("Five Whys");
        }
        if incident.review_text(&field).is_none() {
            note(section);
        }
    }
    for section in own.iter().filter(|section| !section.optional && incident.review.text(&section.field()).is_none()) {
        note(&section.title);
    }
    open
}
