//! What was seen of an incident and suspected in it.

use crate::event::AlertTaken;
use crate::incident::Incident;
use crate::text::divided_name;
use crate::vocabulary::{HypothesisState, ImpactQuestion};

/// The texts that tell what an incident was like: its title, its alerts, what is broken, what was found, and what may be the cause or is it.
pub(super) fn symptoms(incident: &Incident) -> Vec<String> {
    symptoms_but(incident, |_| false)
}

/// As [`symptoms`], without what some alerts say.
pub(super) fn symptoms_but(incident: &Incident, is_told: impl Fn(&AlertTaken) -> bool) -> Vec<String> {
    let alerts = incident.alerts.iter().map(|taken| &taken.alert).filter(|alert| !is_told(alert));
    let of_alerts =
        alerts.flat_map(|alert| [Some(alert.title.clone()), alert.summary.clone(), alert.name.as_deref().map(divided_name)]).flatten();
    let broken = incident.impact.get(&ImpactQuestion::What).cloned();
    let found = incident.findings.iter().map(|finding| finding.text.clone());
    let suspected = incident.hypotheses.iter().filter(|one| one.state != HypothesisState::RuledOut).map(|one| one.statement.clone());
    [incident.title.clone()].into_iter().chain(of_alerts).chain(broken).chain(found).chain(suspected).collect()
}
