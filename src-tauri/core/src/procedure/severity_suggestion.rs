//! 'When in doubt, over-classify' (seed: Escalation Rules): which severity the impact answers point to, and which one what is said
//! reads like.

use crate::incident::Incident;
use crate::signs::{SeverityWords, severity};
use crate::team::{Policy, SeveritySign};
use crate::vocabulary::{ImpactQuestion, Severity};

/// A severity that the answers point to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Suggestion {
    pub(super) severity: Severity,
    /// Which answers point there, in words.
    pub(super) because: String,
}

/// A severity that is higher than the one in force, and why it may be that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Which.
    pub severity: Severity,
    /// Why, in a sentence.
    pub why: String,
}

/// The severity that the impact answers point to (seed: Severity Levels), as far as they were picked from the usual ones.
///
/// Damaged data and everybody without the whole service are a P0; many people, or the whole service for some, a P1; a feature
/// for some a P2; internal only a P3. Getting worse points one higher. Answers are coarse: they point to nothing lower than what is in
/// force, since a lowering is a person's to say.
fn suggest_severity(incident: &Incident) -> Option<Suggestion> {
    let answered = |question: ImpactQuestion| incident.impact.get(&question).map(String::as_str).unwrap_or_default();
    let is = |question: ImpactQuestion, choice: usize| question.choices().get(choice).copied() == question.usual_answer(answered(question));
    let (everyone, some, internal) = (is(ImpactQuestion::Who, 0), is(ImpactQuestion::Who, 1), is(ImpactQuestion::Who, 2));
    let (feature, whole, data) = (is(ImpactQuestion::What, 0), is(ImpactQuestion::What, 1), is(ImpactQuestion::What, 2));
    let worse = is(ImpactQuestion::Worse, 0);
    let severity = match () {
        () if data || (everyone && whole) => Severity::P0,
        () if everyone || (some && whole) => Severity::P1,
        () if some || (feature && !internal) || (internal && whole) => Severity::P2,
        () if internal => Severity::P3,
        () => return None,
    };
    let raised = severity.worse().filter(|_| worse);
    let questions = [ImpactQuestion::Who, ImpactQuestion::What].into_iter().chain(raised.map(|_| ImpactQuestion::Worse));
    let words: Vec<&str> = questions.map(answered).filter(|answer| !answer.is_empty()).collect();
    let severity = raised.unwrap_or(severity);
    (!incident.severity.is_worse_than(severity)).then(|| Suggestion { severity, because: words.join(", ").to_lowercase() })
}

/// A suggested severity in the policy's own wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedSuggestion {
    /// Which.
    pub severity: Severity,
    /// The row's name: `Major Degradation`.
    pub name: String,
    /// The row's description, which it matches.
    pub description: String,
    /// Why: `The answers (all users, a specific feature) point to P1: Core functionality severely impaired. …`
    pub why: String,
}

/// The severity to choose, with its reason: a security matter is P0 whatever is answered; else what the answers point to.
#[must_use]
pub fn explain_severity(incident: &Incident, policy: &Policy) -> Option<ExplainedSuggestion> {
    let explain = |severity: Severity, why: String| {
        let row = policy.of(severity);
        ExplainedSuggestion { severity, name: row.name.clone(), description: row.description.clone(), why }
    };
    if let Some(security) = &incident.security {
        return Some(explain(Severity::P0, security.explain()));
    }
    suggest_severity(incident).map(|found| explain(found.severity, explain_suggestion(&found, policy)))
}

/// Which answers point where, and what that row says.
fn explain_suggestion(found: &Suggestion, policy: &Policy) -> String {
    format!("The answers ({}) point to {}: {}", found.because, found.severity, policy.of(found.severity).description)
}

/// The suggestion, where it is higher than the severity and nobody has written down why that one was chosen all the same.
pub(super) fn higher_suggestion(incident: &Incident) -> Option<Suggestion> {
    let higher = |suggestion: &Suggestion| suggestion.severity.is_worse_than(incident.severity);
    suggest_severity(incident).filter(|suggestion| incident.is_active() && incident.severity_reasoning.is_none() && higher(suggestion))
}

/// What speaks for a higher severity than the one in force, the worst first: the answers, or words that read like an example of it.
/// Nothing once somebody has written down why that one was chosen all the same.
#[must_use]
pub fn doubt(incident: &Incident, policy: &Policy, signs: &[SeveritySign]) -> Option<Doubt> {
    if !incident.is_active() || incident.severity_reasoning.is_some() || incident.is_unassessed() {
        return None;
    }
    let answered = higher_suggestion(incident).map(|found| Doubt { severity: found.severity, why: explain_suggestion(&found, policy) });
    let said = std::iter::once(&incident.title).chain(incident.impact.values());
    let read = said.filter_map(|text| higher_by_words(text, Some(incident.severity), signs));
    answered.into_iter().chain(read).min_by_key(|doubt| doubt.severity)
}

/// What in a text reads like an example of a higher severity than the one given, or of any where none is (seed: Severity Levels).
#[must_use]
pub fn higher_by_words(text: &str, than: Option<Severity>, signs: &[SeveritySign]) -> Option<Doubt> {
    let SeverityWords { words, severity, like } = severity::worst(signs, text)?;
    let why = if words.eq_ignore_ascii_case(&like) {
        format!("'{words}' is an example of a {severity}.")
    } else {
        format!("'{words}' reads like an example of a {severity}: {like}.")
    };
    than.is_none_or(|than| severity.is_worse_than(than)).then_some(Doubt { severity, why })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{Event, EventBody};
    use crate::vocabulary::{EventId, IncidentId};
    use chrono::DateTime;
    use uuid::Uuid;

    fn incident(severity: Severity, answers: &[(ImpactQuestion, &str)]) -> Option<Incident> {
        let declared = EventBody::Declared {
            handle: "h".into(),
            title: "t".into(),
            severity,
            assessed: None,
            started_at: DateTime::UNIX_EPOCH,
            security: None,
            services: vec![],
        };
        let answered =
            answers.iter().map(|(question, answer)| EventBody::ImpactAnswered { question: *question, answer: (*answer).to_owned() });
        let event = |(number, body)| Event {
            id: EventId(Uuid::from_u128(number)),
            incident: IncidentId(Uuid::nil()),
            occurred_at: DateTime::UNIX_EPOCH,
            recorded_at: DateTime::UNIX_EPOCH,
            author: "@ana".into(),
            device: "laptop".into(),
            amends: None,
            body,
        };
        let events: Vec<Event> = (0..).zip(std::iter::once(declared).chain(answered)).map(event).collect();
        Incident::fold(&events)
    }

    #[test]
    fn the_answers_point_to_a_severity() {
        use ImpactQuestion::{What, Who, Worse};
        for (answers, expected) in [
            (vec![(What, "Data integrity")], Some(Severity::P0)),
            (vec![(Who, "All users"), (What, "The entire service")], Some(Severity::P0)),
            (vec![(Who, "All users"), (What, "A specific feature")], Some(Severity::P1)),
            (vec![(Who, "A subset of users"), (What, "The entire service")], Some(Severity::P1)),
            (vec![(Who, "A subset of users"), (What, "A specific feature")], Some(Severity::P2)),
            (vec![(Who, "A subset of users"), (What, "A specific feature"), (Worse, "Error rate trending up")], Some(Severity::P1)),
            (vec![(Who, "A subset of users"), (Worse, "Recovering")], Some(Severity::P2)),
            (vec![(Who, "Internal only"), (What, "A specific feature")], Some(Severity::P3)),
            (vec![(Who, "all users"), (What, "entire service")], Some(Severity::P0)),
            (vec![(Who, "three customers in Ohio")], None),
        ] {
            let found = incident(Severity::P3, &answers).and_then(|incident| suggest_severity(&incident)).map(|found| found.severity);
            assert_eq!(found, expected, "{answers:?}");
        }
    }

    #[test]
    fn only_a_higher_one_is_offered_and_only_while_nobody_has_decided() {
        let answers = [(ImpactQuestion::Who, "All users")];
        let doubted =
            |severity| incident(severity, &answers).and_then(|incident| higher_suggestion(&incident)).map(|higher| higher.severity);
        assert_eq!((doubted(Severity::P2), doubted(Severity::P1), doubted(Severity::P0)), (Some(Severity::P1), None, None));
        let mut decided = incident(Severity::P2, &answers).expect("it is declared");
        decided.severity_reasoning = Some("one page only".into());
        assert_eq!(higher_suggestion(&decided), None);
    }
}
