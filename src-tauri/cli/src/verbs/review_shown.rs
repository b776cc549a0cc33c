//! The review as the command line shows it.

use sitrep_workstation::screens::{ReviewPart, ReviewScreen, ReviewStatus, ReviewWhy};

use crate::command_line::CommandLine;
use crate::output::{Refusal, joined};

/// Answers with the review as it stands.
pub fn answer_with_review(cli: &CommandLine, handle: &str) -> Result<(), Refusal> {
    let review = cli.workstation.review_screen(handle).map_err(Refusal::Untold)?;
    cli.answer(&review, || words(handle, &review))
}

fn words(handle: &str, review: &ReviewScreen) -> String {
    let status = match review.status {
        ReviewStatus::Drafting => "drafting",
        ReviewStatus::InReview => "in review",
        ReviewStatus::Complete => "complete",
    };
    let head = format!("Review of {handle}, {status}, {} of {} entries", review.lines_chosen, review.lines_total);
    let open = (!review.open.is_empty()).then(|| format!("Still to write: {}", review.open.join(", ")));
    let parts = review.parts.iter().map(part);
    let whys = (!review.whys.is_empty()).then(|| format!("Five whys:\n{}", joined(review.whys.iter().enumerate().map(why))));
    let ideas =
        (!review.ideas.is_empty()).then(|| format!("Ideas:\n{}", joined(review.ideas.iter().map(|idea| format!("  {}", idea.text)))));
    joined([Some(head), open].into_iter().flatten().chain(parts).chain(whys).chain(ideas))
}

/// `root_cause: The pool was capped at 20`.
fn part(part: &ReviewPart) -> String {
    let word = String::from(part.field.clone());
    match (&part.offer, part.text.is_empty()) {
        (_, false) => format!("{word}: {}", part.text),
        (Some(offer), true) => format!("{word}: (offered) {offer}"),
        (None, true) => format!("{word}: -"),
    }
}

/// `  2. did validation throw? -> Null value`, as deep as it stands.
fn why((at, why): (usize, &ReviewWhy)) -> String {
    let root = if why.root_cause { " [root cause]" } else { "" };
    format!("{}{}. {}{root}", "  ".repeat(why.depth), at + 1, why.text)
}
