//! What follows from words that tell of a security matter, whenever they are said (seed: Escalation Rules).

mod support;

use std::error::Error;

use sitrep_core::event::EventBody;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::{becomes_security, no_security, security_events};
use sitrep_core::team::{Catalogue, SecuritySign};
use sitrep_core::vocabulary::{FindingAbout, ImpactQuestion, Lowering, SecurityReason, Severity, SeverityCause, Status};
use support::Story;

type Result = std::result::Result<(), Box<dyn Error>>;

const CERTAIN: &str = "customer data was leaked";
const LIKELY: &str = "possible data breach";
/// What of it is asked about.
const ASKED: &str = "data breach";
const HARMLESS: &str = "pool restarted";

fn signs() -> std::result::Result<Vec<SecuritySign>, Box<dyn Error>> {
    Ok(Catalogue::built_in()?.security)
}

fn note(text: &str) -> EventBody {
    EventBody::Entry { entry: sitrep_core::vocabulary::EntryKind::Note, text: text.into(), pictures: vec![], attached: None, from: None }
}

/// In a word each.
fn brief(events: &[EventBody]) -> Vec<String> {
    let word = |event: &EventBody| match event {
        EventBody::SecurityFound { because } => format!("found {because:?}"),
        EventBody::SeverityChanged { from, to, cause: SeverityCause::Security, .. } => format!("raised {from} to {to}"),
        EventBody::SeverityChanged { from, to, lowering: Lowering::NeverWas, .. } => format!("never was {from}, but {to}"),
        EventBody::SecurityAsked { words, .. } => format!("asks '{words}'"),
        EventBody::SecurityDenied { words, .. } => format!("denied {words:?}"),
        other => format!("{other:?}"),
    };
    events.iter().map(word).collect()
}

fn follows(incident: &Incident, new: &[&EventBody]) -> std::result::Result<Vec<String>, Box<dyn Error>> {
    Ok(brief(&security_events(incident, &signs()?, new)))
}

#[test]
fn certain_words_make_it_a_p0_and_likely_ones_ask_by_whatever_they_are_said() -> Result {
    let incident = Story::declared(Severity::P2).fold().ok_or("no declaration")?;
    let said: [fn(&str) -> EventBody; 5] = [
        note,
        |text| EventBody::EntryAmended { text: text.into() },
        |text| EventBody::TitleChanged { from: "Payments failing".into(), to: text.into() },
        |text| EventBody::FindingAdded { about: FindingAbout::ALL[0], text: text.into(), onset: None },
        |text| EventBody::ImpactAnswered { question: ImpactQuestion::What, answer: text.into() },
    ];
    for say in said {
        assert_eq!(follows(&incident, &[&say(CERTAIN)])?, [&format!("found Word(\"{CERTAIN}\")"), "raised P2 to P0"]);
        assert_eq!(follows(&incident, &[&say(LIKELY)])?, [format!("asks '{ASKED}'")]);
        assert_eq!(follows(&incident, &[&say(HARMLESS)])?, [""; 0]);
    }
    assert_eq!(follows(&incident, &[&note(LIKELY), &note(CERTAIN)])?.len(), 2, "the gravest counts");
    assert_eq!(
        follows(
            &incident,
            &[&EventBody::StatusChanged { from: Status::Investigating, to: Status::Identified, reason: Some(CERTAIN.into()) }]
        )?,
        [""; 0]
    );
    Ok(())
}

#[test]
fn nothing_is_asked_or_raised_twice() -> Result {
    let asked = Story::declared(Severity::P2).then(1, EventBody::SecurityAsked { words: ASKED.into(), of: "data breach".into() });
    assert_eq!(follows(&asked.fold().ok_or("none")?, &[&note(LIKELY)])?, [""; 0], "it is asked already");
    assert_eq!(follows(&asked.fold().ok_or("none")?, &[&note(CERTAIN)])?.len(), 2, "what is certain needs no answer");

    let denied = asked.then(2, EventBody::SecurityDenied { words: Some(ASKED.into()), reason: None });
    assert_eq!(follows(&denied.fold().ok_or("none")?, &[&note(LIKELY)])?, [""; 0], "a person said no");

    let found = Story::declared(Severity::P2).then(1, EventBody::SecurityFound { because: SecurityReason::Stated });
    assert_eq!(follows(&found.fold().ok_or("none")?, &[&note(CERTAIN)])?, [""; 0], "it is one already");
    Ok(())
}

#[test]
fn what_ended_is_asked_about_and_not_raised() -> Result {
    let over = Story::declared(Severity::P2).status(1, Status::Investigating, Status::Resolved);
    assert_eq!(follows(&over.fold().ok_or("none")?, &[&note(CERTAIN)])?, [format!("asks '{CERTAIN}'")]);
    Ok(())
}

#[test]
fn a_p0_is_not_raised_to_what_it_is() -> Result {
    let p0 = Story::declared(Severity::P0).fold().ok_or("none")?;
    assert_eq!(brief(&becomes_security(&p0, SecurityReason::Stated)), ["found Stated"]);
    let p1 = Story::declared(Severity::P1).fold().ok_or("none")?;
    assert_eq!(brief(&becomes_security(&p1, SecurityReason::Stated)), ["found Stated", "raised P1 to P0"]);
    Ok(())
}

#[test]
fn once_it_is_none_what_the_rule_raised_goes_back() -> Result {
    let raised = |story: Story| -> std::result::Result<Story, Box<dyn Error>> {
        let incident = story.fold().ok_or("none")?;
        let events = becomes_security(&incident, SecurityReason::Word("leak".into()));
        Ok(events.into_iter().fold(story, |story, event| story.then(1, event)))
    };
    let no = |story: &Story| -> std::result::Result<Vec<String>, Box<dyn Error>> {
        Ok(brief(&no_security(&story.fold().ok_or("none")?, Some("a drill".into()))))
    };
    assert_eq!(no(&raised(Story::declared(Severity::P2))?)?, ["denied Some(\"leak\")", "never was P0, but P2"]);
    assert_eq!(no(&raised(Story::declared(Severity::P0))?)?, ["denied Some(\"leak\")"], "it was a P0 without the rule");

    let by_a_person = EventBody::SeverityChanged {
        from: Severity::P2,
        to: Severity::P0,
        cause: SeverityCause::Assessment,
        reason: None,
        lowering: Lowering::default(),
    };
    let both = raised(Story::declared(Severity::P2).then(0, by_a_person))?;
    assert_eq!(no(&both)?, ["denied Some(\"leak\")"], "a person had raised it");

    let denied_before = raised(Story::declared(Severity::P2))?
        .then(2, EventBody::SecurityDenied { words: Some("leak".into()), reason: None })
        .then(3, EventBody::SecurityAsked { words: "breach".into(), of: "breach".into() });
    assert_eq!(no(&denied_before)?, ["denied Some(\"breach\")"], "somebody left it a P0 when the first was denied");

    let asked = Story::declared(Severity::P2).then(1, EventBody::SecurityAsked { words: "leak".into(), of: "breach".into() });
    assert_eq!(no(&asked)?, ["denied Some(\"leak\")"], "a question that is answered with no changes nothing");
    Ok(())
}

#[test]
fn what_the_rule_made_a_p0_as_it_was_declared_goes_back_to_what_it_was_taken_for() -> Result {
    for (assessed, then) in [(Some(Severity::P2), vec!["never was P0, but P2"]), (None, vec![])] {
        let mut story = Story::declared_with(Severity::P0, Some(SecurityReason::Word("leak".into())));
        if let Some(EventBody::Declared { assessed: taken_for, .. }) = story.events.first_mut().map(|event| &mut event.body) {
            *taken_for = assessed;
        }
        let said = brief(&no_security(&story.fold().ok_or("none")?, Some("a drill".into())));
        assert_eq!(said[1..], then, "{assessed:?}");
    }
    Ok(())
}
