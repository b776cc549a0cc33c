//! The four templates, to the letter (seed: Communication Templates).

mod support;

use std::collections::BTreeMap;
use std::error::Error;

use sitrep_core::comms::{fields, render};
use sitrep_core::event::EventBody;
use sitrep_core::impact::ImpactQuestion;
use sitrep_core::role::Role;
use sitrep_core::severity::Severity;
use sitrep_core::status::Status;
use sitrep_core::update::{UpdateField, UpdateFormat, UpdateKind};
use support::{Story, at, policy};

type Result = std::result::Result<(), Box<dyn Error>>;

fn story() -> Story {
    Story::declared(Severity::P1)
        .then(2, EventBody::ImpactAnswered { question: ImpactQuestion::Who, answer: "All users who pay by card".into() })
        .then(2, EventBody::ImpactAnswered { question: ImpactQuestion::What, answer: "Card payments return an error".into() })
        .then(3, EventBody::RoleChanged { role: Role::IncidentCommander, from: None, to: Some("@ana".into()) })
        .note(9, "502s on card payments only")
        .then(
            24,
            EventBody::StatusChanged {
                from: Status::Investigating,
                to: Status::Identified,
                reason: Some("v313 cut the connection pool".into()),
            },
        )
        .note(28, "rolled back payments-api to v312")
        .then(
            36,
            EventBody::StatusChanged {
                from: Status::Identified,
                to: Status::Monitoring,
                reason: Some("Rolled back payments-api to v312".into()),
            },
        )
}

fn text(story: &Story, kind: UpdateKind, format: UpdateFormat) -> std::result::Result<String, Box<dyn Error>> {
    let incident = story.fold().ok_or("no declaration")?;
    let fields = fields(&incident, kind, &BTreeMap::new());
    Ok(render(&incident, &policy()?, kind, format, &fields, at(42))?)
}

#[test]
fn the_templates_read_like_the_seeds() -> Result {
    for kind in UpdateKind::ALL {
        for format in UpdateFormat::ALL {
            insta::assert_snapshot!(format!("{}-{}", kind.word(), format.label().to_lowercase()), text(&story(), kind, format)?);
        }
    }
    Ok(())
}

#[test]
fn an_incident_without_any_data_shows_what_is_missing_and_no_bracket() -> Result {
    let empty = Story::declared(Severity::P1);
    for kind in UpdateKind::ALL {
        for format in UpdateFormat::ALL {
            let text = text(&empty, kind, format)?;
            assert!(!text.contains(['[', ']']), "{text}");
            assert!(!text.contains("\n\n\n"), "{text}");
        }
    }
    let incident = empty.fold().ok_or("no declaration")?;
    let missing = |kind| -> Vec<UpdateField> {
        fields(&incident, kind, &BTreeMap::new()).into_iter().filter(|field| field.is_missing()).map(|field| field.field).collect()
    };
    assert_eq!(missing(UpdateKind::Initial), [UpdateField::Impact, UpdateField::IncidentCommander]);
    assert_eq!(missing(UpdateKind::Status), [UpdateField::CurrentState]);
    assert_eq!(missing(UpdateKind::Resolution), [UpdateField::RootCause, UpdateField::Resolution, UpdateField::CustomerImpact]);
    assert_eq!(missing(UpdateKind::Customer), [UpdateField::UserImpact]);
    Ok(())
}

#[test]
fn actions_are_those_since_the_last_update() -> Result {
    let sent = EventBody::UpdateSent {
        update: UpdateKind::Status,
        format: UpdateFormat::Plain,
        text: "text".into(),
        fields: BTreeMap::from([(UpdateField::CurrentState, "Cards fail".to_owned()), (UpdateField::NextSteps, "Roll back".to_owned())]),
    };
    let before = Story::declared(Severity::P1).note(5, "before").then(10, sent);
    let value = |story: &Story, wanted| -> std::result::Result<String, Box<dyn Error>> {
        let incident = story.fold().ok_or("no declaration")?;
        let found = fields(&incident, UpdateKind::Status, &BTreeMap::new()).into_iter().find(|field| field.field == wanted);
        Ok(found.map(|field| field.value).unwrap_or_default())
    };
    assert_eq!(value(&before, UpdateField::CurrentState)?, "Cards fail");
    assert_eq!(value(&before, UpdateField::ActionsTaken)?, "None since the update of 14:10 UTC");
    assert_eq!(value(&before, UpdateField::NextSteps)?, "Roll back");
    let after = before.note(12, "after").note(13, "later");
    assert_eq!(value(&after, UpdateField::ActionsTaken)?, "14:12 after\n14:13 later");
    assert_eq!(value(&after, UpdateField::CurrentState)?, "later");
    let backdated = EventBody::Entry { entry: sitrep_core::event::EntryKind::Note, text: "known late".into() };
    let told_late = after.recorded(8, 14, None, backdated);
    assert_eq!(value(&told_late, UpdateField::ActionsTaken)?, "14:08 known late\n14:12 after\n14:13 later");
    Ok(())
}

#[test]
fn an_edit_stands_above_what_the_incident_says() -> Result {
    let incident = story().fold().ok_or("no declaration")?;
    let edits = BTreeMap::from([(UpdateField::CurrentState, "Half of all payments work".to_owned())]);
    let fields = fields(&incident, UpdateKind::Status, &edits);
    let text = render(&incident, &policy()?, UpdateKind::Status, UpdateFormat::Plain, &fields, at(42))?;
    assert!(text.contains("Current state: Half of all payments work\n"), "{text}");
    Ok(())
}

#[test]
fn a_long_silence_does_not_make_an_endless_update() -> Result {
    let story = (1..=40).fold(Story::declared(Severity::P1), |story, minute| story.note(minute, "seen"));
    let incident = story.fold().ok_or("no declaration")?;
    let fields = fields(&incident, UpdateKind::Status, &BTreeMap::new());
    let actions = fields.iter().find(|field| field.field == UpdateField::ActionsTaken).ok_or("no actions")?;
    let lines: Vec<_> = actions.value.lines().collect();
    assert_eq!((lines.len(), lines[0], lines[12]), (13, "28 earlier, on the timeline", "14:40 seen"));
    Ok(())
}
