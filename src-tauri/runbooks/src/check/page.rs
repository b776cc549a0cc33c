//! What a runbook says of itself.

use super::around::Around;
use super::mark::{Mark, Mend, Rule, Spot};
use super::rules::Rules;
use crate::finding::{is_alert_name, same_words, url_leads_to};
use crate::model::Runbook;
use crate::reading::written_date;

pub fn marks(runbook: &Runbook, lines: &[&str], around: &Around<'_>, rules: &Rules) -> Vec<Mark> {
    [stale(runbook, lines, around, rules), no_version(runbook), no_alert(runbook, around), no_steps(runbook)]
        .into_iter()
        .flatten()
        .collect()
}

/// Marks of the whole stand at its title.
fn at_title(runbook: &Runbook) -> Spot {
    let title = runbook.titled_by.and_then(|at| runbook.blocks.get(at as usize)).or_else(|| runbook.blocks.first());
    let letters = runbook.title.chars().count().min(200);
    Spot { line: title.map_or(1, |block| block.lines.from), column: 1, end_column: u32::try_from(letters).unwrap_or(200).saturating_add(1) }
}

fn stale(runbook: &Runbook, lines: &[&str], around: &Around<'_>, rules: &Rules) -> Option<Mark> {
    let verified = runbook.front.verified?;
    let days = around.today.signed_duration_since(verified).num_days();
    let is_old = days > i64::from(rules.stale_days);
    let line = runbook.front.verified_line.unwrap_or(1);
    let written = lines.get(line.saturating_sub(1) as usize).and_then(|line| written_date(line)).unwrap_or_default();
    let spot = Spot::part(lines, line, written);
    let why = format!("The limit is {}. Old steps mislead.", rules.stale_days);
    is_old.then(|| {
        spot.mark(Rule::Stale, format!("Not verified for {days} days"), why, Mend::by_hand("A run that goes well offers the new date"))
    })
}

fn no_version(runbook: &Runbook) -> Option<Mark> {
    let front = &runbook.front;
    let message = match (&front.version, front.verified) {
        (_, Some(_)) => return None,
        (Some(_), None) => "It does not say when it was last verified",
        (None, None) => "It has neither a version nor a date",
    };
    let mend = Mend::by_hand("Add version: and verified: to its front matter, or run it: a run that goes well offers the date");
    Some(at_title(runbook).mark(Rule::NoVersion, message, "Nobody knows whether it still holds.", mend))
}

fn no_alert(runbook: &Runbook, around: &Around<'_>) -> Option<Mark> {
    let file = around.path.rsplit('/').next().unwrap_or_default().split(".md").next().unwrap_or_default();
    let named_after_one = is_alert_name(&runbook.title) || is_alert_name(file);
    let links = |url: &Option<String>| url.as_deref().is_some_and(|url| url_leads_to(url, around.path));
    let linked = around.alerts.iter().any(|alert| links(&alert.runbook_url) || same_words(&alert.name, &runbook.title));
    let is_missing = runbook.front.alerts.is_empty() && !named_after_one && !linked;
    let mend = Mend::by_hand("Name its alert in the front matter (alerts: [SearchIndexStale]), or link to it from the alert's runbook_url");
    is_missing.then(|| at_title(runbook).mark(Rule::NoAlert, "No alert leads to it", "From an alert it should be one click.", mend))
}

fn no_steps(runbook: &Runbook) -> Option<Mark> {
    let mend = Mend::by_hand("Put what is done under a heading Steps, a heading a step");
    runbook.steps.is_empty().then(|| {
        at_title(runbook).mark(Rule::VagueStep, "No step is found in it", "Under stress nobody reads a text to find what to do.", mend)
    })
}
