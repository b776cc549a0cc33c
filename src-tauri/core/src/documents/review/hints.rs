//! What stands in a review where nobody has written yet, and whether it still does in one that was saved.

use crate::vocabulary::ReviewField;

const SUMMARY: &str = "2-3 sentences: what happened, the impact, and the resolution.";
const CAUSE: &str = "Detailed technical explanation of what went wrong and why. Name systems and roles, not people.";
const USERS: &str = "who and how many, or none";
const REVENUE: &str = "revenue lost, SLA missed, or none";
const DATA: &str = "data lost, wrong or exposed, or none";
const WENT_WELL: &str = "e.g., quick detection, rapid team assembly";
const COULD_IMPROVE: &str = "e.g., rollback automation, test coverage";

/// What stood there to begin with in reviews that an earlier version saved.
const EARLIER: [(&str, &str); 2] = [
    ("Impact", "_Users affected, duration, revenue/SLA impact, data impact._"),
    ("Lessons Learned", "- What went well:\n- What could improve:"),
];

/// What a part is to say, in the seed's words.
#[must_use]
pub fn hint(field: &ReviewField) -> &'static str {
    match field {
        ReviewField::Summary => SUMMARY,
        ReviewField::RootCause => CAUSE,
        ReviewField::UsersAffected => USERS,
        ReviewField::RevenueImpact => REVENUE,
        ReviewField::DataImpact => DATA,
        ReviewField::WentWell => WENT_WELL,
        ReviewField::CouldImprove => COULD_IMPROVE,
        ReviewField::Lucky => "e.g., it was a quiet hour, somebody happened to look",
        ReviewField::Thanks => "who reported it, shared a mistake or named a risk",
        ReviewField::ShortSummary => "what others may read: what happened, impact, cause, what changes",
        ReviewField::Problem => "what was seen from outside",
        ReviewField::Author => "who writes it, as @name",
        ReviewField::Owner => "who sees that it is finished, as @name",
        ReviewField::Own(_) => "",
    }
}

/// The sections of a saved review that nobody has written yet: they hold what stood there to begin with.
#[must_use]
pub fn unwritten_sections(review: &str) -> Vec<&'static str> {
    let review = review.replace("\r\n", "\n");
    let first_why = review.lines().find(|line| line.starts_with("1. **Why**"));
    let earlier = |section: &str| EARLIER.iter().any(|(of, hint)| *of == section && review.contains(hint));
    let any = |hints: &[&str]| hints.iter().any(|hint| review.contains(&format!("_{hint}_")));
    let sections = [
        ("Summary", any(&[SUMMARY])),
        ("Impact", any(&[USERS, REVENUE, DATA]) || earlier("Impact")),
        ("Root Cause", any(&[CAUSE])),
        ("Five Whys", first_why.is_some_and(|line| line.trim_end().ends_with("->"))),
        ("Lessons Learned", any(&[WENT_WELL, COULD_IMPROVE]) || earlier("Lessons Learned")),
    ];
    sections.into_iter().filter_map(|(section, is_unwritten)| is_unwritten.then_some(section)).collect()
}
