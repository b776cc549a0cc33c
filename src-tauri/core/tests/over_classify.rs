//! When in doubt, over-classify (seed: Escalation Rules; Severity Levels, Examples).

mod support;

use std::error::Error;

use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::{doubt, explain_severity, higher_by_words};
use sitrep_core::team::{Catalogue, Policy};
use sitrep_core::vocabulary::{ImpactQuestion, Severity};
use support::{Story, start};

/// The examples of the severity table, each with its severity.
fn examples(policy: &Policy) -> Vec<(Severity, String)> {
    let all: Vec<_> = Severity::ALL
        .into_iter()
        .flat_map(|severity| policy.of(severity).examples.clone().into_iter().map(move |one| (severity, one)))
        .collect();
    assert_eq!(all.len(), 12);
    all
}

/// Each way to answer who, what and whether it gets worse from the usual answers, or not at all.
fn answers() -> Vec<Vec<(ImpactQuestion, &'static str)>> {
    let picks = |question: ImpactQuestion| {
        let none = std::iter::once(None);
        none.chain(question.choices().iter().map(move |choice| Some((question, *choice)))).collect::<Vec<_>>()
    };
    let mut all = Vec::new();
    for who in picks(ImpactQuestion::Who) {
        for what in picks(ImpactQuestion::What) {
            for worse in picks(ImpactQuestion::Worse) {
                all.push([who, what, worse].into_iter().flatten().collect());
            }
        }
    }
    assert_eq!(all.len(), 64);
    all
}

fn incident(severity: Severity, title: &str, answers: &[(ImpactQuestion, &str)]) -> Result<Incident, Box<dyn Error>> {
    let declared = EventBody::Declared {
        handle: "h".into(),
        title: title.into(),
        severity,
        assessed: None,
        started_at: start(),
        security: None,
        services: vec![],
    };
    let answered = |story: Story, (question, answer): &(ImpactQuestion, &str)| {
        story.then(1, EventBody::ImpactAnswered { question: *question, answer: (*answer).to_owned() })
    };
    Ok(answers.iter().fold(Story::default().then(0, declared), answered).fold().ok_or("no declaration")?)
}

#[test]
fn an_example_of_the_table_is_never_suggested_to_be_less_whatever_is_answered() -> Result<(), Box<dyn Error>> {
    let (policy, signs) = (Policy::built_in()?, Catalogue::built_in()?.severity);
    for (severity, example) in examples(&policy) {
        for answers in answers() {
            let incident = incident(severity, &example, &answers)?;
            let lower = |found: Severity| severity.is_worse_than(found);
            let suggested = explain_severity(&incident, &policy).map(|found| found.severity);
            assert!(suggested.is_none_or(|found| !lower(found)), "{severity} {example}, {answers:?}: {suggested:?}");
            let doubted = doubt(&incident, &policy, &signs).map(|found| found.severity);
            assert!(doubted.is_none_or(|found| found.is_worse_than(severity)), "{severity} {example}, {answers:?}: {doubted:?}");
        }
    }
    Ok(())
}

#[test]
fn an_example_of_a_higher_row_is_offered_that_row_whatever_is_answered() -> Result<(), Box<dyn Error>> {
    let (policy, signs) = (Policy::built_in()?, Catalogue::built_in()?.severity);
    for (severity, example) in examples(&policy) {
        for declared in Severity::ALL.into_iter().filter(|declared| severity.is_worse_than(*declared)) {
            for answers in answers() {
                let found = doubt(&incident(declared, &example, &answers)?, &policy, &signs).ok_or(format!("{declared} {example}"))?;
                assert!(!severity.is_worse_than(found.severity), "{declared} {example}, {answers:?}: {found:?}");
            }
        }
    }
    Ok(())
}

#[test]
fn words_that_read_like_an_example_are_known_and_others_are_not() -> Result<(), Box<dyn Error>> {
    let signs = Catalogue::built_in()?.severity;
    for (text, severity) in [
        ("Payments failing at checkout", Some(Severity::P1)),
        ("Checkout is broken since the deploy", Some(Severity::P1)),
        ("card charges time out", Some(Severity::P1)),
        ("nobody can log in: users cannot log in", Some(Severity::P1)),
        ("login fails for half of them", Some(Severity::P1)),
        ("ETL stuck since midnight", Some(Severity::P1)),
        ("everything is down", Some(Severity::P0)),
        ("Website unreachable", Some(Severity::P0)),
        ("orders table corrupted by the migration", Some(Severity::P0)),
        ("possible data loss in billing", Some(Severity::P0)),
        ("Search is down", Some(Severity::P2)),
        ("pages are slow in EU", Some(Severity::P2)),
        ("occasional timeouts on export", Some(Severity::P2)),
        ("No data corruption seen", None),
        ("payments work again", None),
        ("Logo blurry on the login page", None),
        ("Typo in the payments help", None),
        ("minor data inconsistency", None),
        ("P99 latency", None),
    ] {
        assert_eq!(higher_by_words(text, None, &signs).map(|found| found.severity), severity, "{text}");
    }
    Ok(())
}

#[test]
fn an_offer_says_what_it_read_and_is_over_once_somebody_wrote_down_why() -> Result<(), Box<dyn Error>> {
    let (policy, signs) = (Policy::built_in()?, Catalogue::built_in()?.severity);
    let mut incident = incident(Severity::P2, "Payments failing", &[])?;
    let found = doubt(&incident, &policy, &signs).ok_or("nothing is offered")?;
    assert_eq!(found.why, "'Payments failing' reads like an example of a P1: Payment processing broken.");
    incident.severity_reasoning = Some("one shop in testing".into());
    assert_eq!(doubt(&incident, &policy, &signs), None);
    Ok(())
}

#[test]
fn a_teams_own_example_counts() -> Result<(), Box<dyn Error>> {
    let own = "[[severity]]\nid = \"till\"\nseverity = \"P0\"\nlike = \"Tills are dark\"\nof = [\"till*\"]\nhappened = [\"dark\"]\n";
    let signs = Catalogue::with(own)?.severity;
    assert_eq!(higher_by_words("The tills went dark", None, &signs).map(|found| found.severity), Some(Severity::P0));
    let refused = Catalogue::with("[[severity]]\nid = \"till\"\nseverity = \"P0\"\nlike = \"Tills are dark\"\n").err();
    assert!(refused.is_some_and(|error| error.reason.contains("names no words")));
    Ok(())
}
