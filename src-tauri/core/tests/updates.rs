//! Updates and other messages, to the letter (seed: Communication Templates).

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;

use sitrep_core::event::{EventBody, UpdateHead, UpdateSent};
use sitrep_core::incident::Incident;
use sitrep_core::messages::{CommanderSaid, Field, Message, MessageEdits, TemplateSet, compose};
use sitrep_core::vocabulary::{
    EvidenceSide, HypothesisState, ImpactQuestion, MitigationState, Role, Severity, Status, UpdateField, UpdateFormat, UpdateKind,
};
use support::{Story, at, team};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const TEMPLATES: [&str; 9] = ["initial", "status", "resolution", "customer", "page", "topic", "assessment", "handoff", "review-invitation"];

fn story(severity: Severity) -> Story {
    let answer = |question, answer: &str| EventBody::ImpactAnswered { question, answer: answer.into() };
    let hypothesis = |statement: &str| EventBody::HypothesisAdded { statement: statement.into(), how_to_test: None, who: None };
    Story::declared(severity)
        .then(2, answer(ImpactQuestion::Who, "All users who pay by card"))
        .then(2, answer(ImpactQuestion::What, "Card payments return an error"))
        .then(3, EventBody::RoleChanged { role: Role::IncidentCommander, from: None, to: Some("@ana".into()) })
        .note(9, "502s on card payments only")
        .then(10, hypothesis("v313 cut the connection pool"))
        .then(11, hypothesis("the payment provider is down"))
        .amending(
            15,
            6,
            EventBody::HypothesisMoved {
                statement: "the payment provider is down".into(),
                from: HypothesisState::Open,
                to: HypothesisState::RuledOut,
                because: Some("its status page is green and test calls pass".into()),
            },
        )
        .then(24, status(Status::Investigating, Status::Identified, "v313 cut the connection pool"))
        .then(
            28,
            EventBody::MitigationAdded {
                action: "Roll payments-api back to v312".into(),
                state: MitigationState::Started,
                catalogue: None,
                service: None,
            },
        )
        .amending(
            34,
            9,
            EventBody::MitigationMoved {
                action: "Roll payments-api back to v312".into(),
                from: MitigationState::Started,
                to: MitigationState::Done,
                effect: Some("errors fall".into()),
                helped: None,
            },
        )
        .then(36, status(Status::Identified, Status::Monitoring, "Rolled back payments-api to v312"))
        .amending(37, 5, evidence(EvidenceSide::For, "20 of 20 connections used"))
        .amending(37, 5, evidence(EvidenceSide::Against, "the pod on v312 waits, too"))
        .amending(37, 5, EventBody::HypothesisAssigned { statement: "v313 cut the connection pool".into(), who: Some("@raj".into()) })
}

fn evidence(side: EvidenceSide, text: &str) -> EventBody {
    EventBody::EvidenceAdded { statement: "v313 cut the connection pool".into(), side, text: text.into(), source: None }
}

fn status(from: Status, to: Status, reason: &str) -> EventBody {
    EventBody::StatusChanged { from, to, reason: Some(reason.into()) }
}

fn message(story: &Story, template: &str, asked: &MessageEdits) -> Result<Message> {
    let (incident, set) = (folded(story)?, TemplateSet::with(&[])?);
    let template = set.get(template, &incident).ok_or("no such template")?;
    Ok(compose(&incident, &story.recent(template.audience), &team()?, template, asked, at(42))?)
}

fn folded(story: &Story) -> Result<Incident> {
    story.fold().ok_or_else(|| "no declaration".into())
}

fn fields(story: &Story, kind: UpdateKind) -> Result<Vec<Field>> {
    Ok(message(story, kind.word(), &MessageEdits::default())?.fields)
}

fn field(story: &Story, kind: UpdateKind, wanted: UpdateField) -> Result<Field> {
    fields(story, kind)?.into_iter().find(|field| field.field == wanted).ok_or_else(|| "no such field".into())
}

/// Each form of a message under its name.
fn all_forms(story: &Story, template: &str) -> Result<String> {
    let message = message(story, template, &MessageEdits::default())?;
    let mut out = String::new();
    for format in UpdateFormat::ALL {
        let written = message.document.write(format, &[]);
        writeln!(out, "=== {format}")?;
        if format == UpdateFormat::Html {
            writeln!(out, "Subject: {}", message.subject)?;
        }
        writeln!(out, "{}", written.html.clone().unwrap_or_else(|| written.text()))?;
    }
    Ok(out)
}

#[test]
fn every_template_in_every_form_at_every_severity() -> Result {
    for template in TEMPLATES {
        for severity in Severity::ALL {
            let text = all_forms(&story(severity), template)?;
            insta::assert_snapshot!(format!("{template}-{severity}"), text);
        }
    }
    Ok(())
}

#[test]
fn an_incident_without_any_data_reads_well() -> Result {
    for template in TEMPLATES {
        for severity in Severity::ALL {
            let story = Story::declared(severity);
            let text = all_forms(&story, template)?;
            assert!(!text.contains(['[', ']', '‹', '›', '{', '}']), "{text}");
            let message = message(&story, template, &MessageEdits::default())?;
            for format in UpdateFormat::ALL {
                let text = message.document.write(format, &[]).text();
                assert!(!text.contains("\n\n\n"), "{text}");
                let lines: Vec<&str> = text.lines().collect();
                for (index, line) in lines.iter().enumerate() {
                    let bare = line.trim_end().trim_end_matches(['*', ' ']);
                    let below = lines.get(index + 1).copied().unwrap_or_default();
                    assert!(!bare.ends_with(':') || below.starts_with(['-', '•']), "an empty heading in {text}");
                }
            }
        }
        insta::assert_snapshot!(format!("{template}-without-data"), all_forms(&Story::declared(Severity::P1), template)?);
    }
    Ok(())
}

#[test]
fn what_is_not_known_is_asked_for() -> Result {
    let empty = Story::declared(Severity::P1);
    let missing = |kind| -> Result<Vec<UpdateField>> {
        Ok(fields(&empty, kind)?.into_iter().filter(Field::is_missing).map(|field| field.field).collect())
    };
    assert_eq!(missing(UpdateKind::Initial)?, [UpdateField::Impact, UpdateField::IncidentCommander]);
    assert_eq!(missing(UpdateKind::Status)?, [UpdateField::CurrentState]);
    assert_eq!(missing(UpdateKind::Resolution)?, [UpdateField::RootCause, UpdateField::Resolution, UpdateField::CustomerImpact]);
    assert_eq!(missing(UpdateKind::Customer)?, [UpdateField::UserImpact]);
    Ok(())
}

fn sent(fields: &[(UpdateField, &str)], edited: &[UpdateField]) -> EventBody {
    EventBody::UpdateSent(UpdateSent {
        head: UpdateHead {
            update: Some(UpdateKind::Status),
            fields: fields.iter().map(|(field, text)| (*field, (*text).to_owned())).collect(),
            edited: edited.iter().copied().collect::<BTreeSet<_>>(),
            ..UpdateHead::default()
        },
        ..UpdateSent::default()
    })
}

#[test]
fn actions_are_those_since_the_last_update() -> Result {
    let fields = [(UpdateField::CurrentState, "Cards fail"), (UpdateField::NextSteps, "Roll back")];
    let before = Story::declared(Severity::P1).note(5, "before").then(10, sent(&fields, &[]));
    let value = |story: &Story, wanted| -> Result<String> { Ok(field(story, UpdateKind::Status, wanted)?.value) };
    assert_eq!(value(&before, UpdateField::CurrentState)?, "Cards fail");
    assert_eq!(value(&before, UpdateField::ActionsTaken)?, "None since the update of 14:10 UTC");
    assert_eq!(value(&before, UpdateField::NextSteps)?, "Roll back");
    let after = before.note(12, "restarted the pool").note(13, "later");
    assert_eq!(value(&after, UpdateField::ActionsTaken)?, "14:12 restarted the pool");
    assert_eq!(value(&after, UpdateField::CurrentState)?, "later");
    let backdated = EventBody::Entry {
        entry: sitrep_core::vocabulary::EntryKind::Note,
        text: "rolled back the flag".into(),
        pictures: vec![],
        attached: None,
        from: None,
    };
    let told_late = after.recorded(8, 14, None, backdated);
    assert_eq!(value(&told_late, UpdateField::ActionsTaken)?, "14:08 rolled back the flag\n14:12 restarted the pool");
    let only_shown = told_late.pictured(14, "", &["0a"]);
    assert_eq!(value(&only_shown, UpdateField::CurrentState)?, "later", "a picture without words says nothing in a message");
    assert_eq!(value(&only_shown, UpdateField::ActionsTaken)?, "14:08 rolled back the flag\n14:12 restarted the pool");
    Ok(())
}

#[test]
fn mitigations_and_hypotheses_are_never_typed_again() -> Result {
    let of = |wanted| field(&story(Severity::P1), UpdateKind::Status, wanted);
    assert_eq!(of(UpdateField::ActionsTaken)?.value, "14:34 Done: Roll payments-api back to v312 (errors fall)");
    assert_eq!(of(UpdateField::NextSteps)?.value, "Test whether v313 cut the connection pool");
    let confirmed = story(Severity::P1).amending(
        38,
        5,
        EventBody::HypothesisMoved {
            statement: "v313 cut the connection pool".into(),
            from: HypothesisState::Open,
            to: HypothesisState::Confirmed,
            because: None,
        },
    );
    let of = |wanted| field(&confirmed, UpdateKind::Resolution, wanted);
    assert_eq!(of(UpdateField::RootCause)?.value, "v313 cut the connection pool");
    assert_eq!(of(UpdateField::Resolution)?.value, "Roll payments-api back to v312 (errors fall)");
    Ok(())
}

#[test]
fn what_was_edited_in_one_update_is_the_start_of_the_next() -> Result {
    let said = [(UpdateField::CurrentState, "Half of all payments work")];
    let story = Story::declared(Severity::P1).then(10, sent(&said, &[UpdateField::CurrentState])).note(12, "a third works");
    let state = field(&story, UpdateKind::Status, UpdateField::CurrentState)?;
    assert_eq!(state.value, "Half of all payments work");
    assert_eq!(state.newer.as_deref(), Some("a third works"), "what is newer is offered");
    assert_eq!(state.source.as_deref(), Some("as you wrote it last"));
    let same = Story::declared(Severity::P1).then(10, sent(&said, &[UpdateField::CurrentState])).note(12, "Half of all payments work");
    assert_eq!(field(&same, UpdateKind::Status, UpdateField::CurrentState)?.newer, None, "it says the same");
    let facts = Story::declared(Severity::P1).then(10, sent(&said, &[])).note(12, "a third works");
    assert_eq!(field(&facts, UpdateKind::Status, UpdateField::CurrentState)?.value, "a third works");
    Ok(())
}

#[test]
fn what_was_carried_over_is_marked_once_facts_moved() -> Result {
    let said = [(UpdateField::CurrentState, "Half of all payments work"), (UpdateField::NextSteps, "Roll back")];
    let sent = Story::declared(Severity::P1).then(10, sent(&said, &[UpdateField::CurrentState]));
    let outdated = |story: &Story, wanted| -> Result<_> { Ok(field(story, UpdateKind::Status, wanted)?.outdated_from) };
    assert_eq!(outdated(&sent, UpdateField::CurrentState)?, None, "nothing happened since");

    let noted = Story { ..sent }.note(12, "a third works");
    assert_eq!(outdated(&noted, UpdateField::CurrentState)?, Some(at(10)));
    assert_eq!(outdated(&noted, UpdateField::NextSteps)?, None, "an entry is no step");

    let between = noted.clone().then(13, support::sent(UpdateKind::Initial)).status(14, Status::Investigating, Status::Identified);
    assert_eq!(outdated(&between, UpdateField::CurrentState)?, Some(at(10)), "also where the last update did not have it");

    let moved = noted.then(13, status(Status::Investigating, Status::Identified, "v313"));
    assert_eq!(outdated(&moved, UpdateField::CurrentState)?, Some(at(10)));
    Ok(())
}

#[test]
fn each_field_is_older_than_the_facts_that_it_tells() -> Result {
    let moved: [(&str, EventBody); 5] = [
        ("status", status(Status::Investigating, Status::Identified, "v313")),
        ("role", EventBody::RoleChanged { role: Role::IncidentCommander, from: None, to: Some("@bo".into()) }),
        ("triage", EventBody::ImpactAnswered { question: ImpactQuestion::Who, answer: "EU customers".into() }),
        ("mitigation", tried("Roll back")),
        ("hypothesis", EventBody::HypothesisAdded { statement: "v313".into(), how_to_test: None, who: None }),
    ];
    for (kind, wanted, told_by) in [
        (UpdateKind::Initial, UpdateField::Impact, "status triage"),
        (UpdateKind::Initial, UpdateField::IncidentCommander, "role"),
        (UpdateKind::Status, UpdateField::CurrentState, "status triage mitigation hypothesis"),
        (UpdateKind::Status, UpdateField::NextSteps, "status mitigation hypothesis"),
        (UpdateKind::Resolution, UpdateField::RootCause, "status hypothesis"),
        (UpdateKind::Resolution, UpdateField::Resolution, "status mitigation"),
    ] {
        let written = Story::declared(Severity::P1).then(10, sent(&[(wanted, "@ana wrote this")], &[wanted]));
        let outdated: Vec<&str> = moved
            .iter()
            .filter(|(_, body)| {
                let story = written.clone().then(12, body.clone());
                field(&story, kind, wanted).is_ok_and(|field| field.outdated_from == Some(at(10)))
            })
            .map(|(name, _)| *name)
            .collect();
        assert_eq!(outdated.join(" "), told_by, "{wanted:?}");

        let other_words = MessageEdits { edits: BTreeMap::from([(wanted, "in my words".to_owned())]), ..MessageEdits::default() };
        let story = written.then(12, moved[0].1.clone());
        let typed = message(&story, kind.word(), &other_words)?.fields.into_iter().find(|field| field.field == wanted);
        assert_eq!(typed.and_then(|field| field.outdated_from), None, "{wanted:?}: what is typed now is of now");
    }
    Ok(())
}

#[test]
fn what_only_the_last_update_said_is_offered_anew_from_the_facts() -> Result {
    let said = [(UpdateField::CurrentState, "Half of all payments work")];
    let story = Story::declared(Severity::P1)
        .then(2, EventBody::ImpactAnswered { question: ImpactQuestion::Who, answer: "All users".into() })
        .then(10, sent(&said, &[]))
        .then(12, tried("Roll back"))
        .amending(13, 3, came_of_it("Roll back", "none"))
        .then(14, sent(&said, &[]))
        .status(20, Status::Investigating, Status::Identified);
    let state = field(&story, UpdateKind::Status, UpdateField::CurrentState)?;
    assert_eq!((state.value.as_str(), state.source.as_deref()), ("Half of all payments work", Some("from the last update")));
    assert_eq!(state.outdated_from, Some(at(14)));
    assert_eq!(state.newer.as_deref(), Some("All users"));
    Ok(())
}

#[test]
fn what_went_elsewhere_is_no_last_update() -> Result {
    let to = |update, template: &str| {
        let EventBody::UpdateSent(mut sent) = sent(&[(UpdateField::CurrentState, "as told elsewhere")], &[UpdateField::CurrentState])
        else {
            return None;
        };
        (sent.head.update, sent.head.template) = (update, Some(template.to_owned()));
        Some(EventBody::UpdateSent(sent))
    };
    for (update, template) in [(None, "page"), (Some(UpdateKind::Customer), "customer")] {
        let story = Story::declared(Severity::P1).then(10, to(update, template).ok_or("no update")?).note(12, "a third works");
        assert_eq!(field(&story, UpdateKind::Status, UpdateField::CurrentState)?.value, "a third works", "{template}");
    }
    Ok(())
}

#[test]
fn a_name_is_one_line_and_a_story_may_be_several() -> Result {
    let lines = |kind| -> Result<Vec<(UpdateField, bool)>> {
        Ok(fields(&story(Severity::P1), kind)?.iter().map(|field| (field.field, field.is_multiline())).collect())
    };
    use UpdateField::{ActionsTaken, CurrentState, CustomerStatus, Impact, IncidentCommander, NextSteps, ServiceName, UserImpact};
    assert_eq!(lines(UpdateKind::Initial)?, [(Impact, true), (IncidentCommander, false)]);
    assert_eq!(lines(UpdateKind::Status)?, [(CurrentState, true), (ActionsTaken, true), (NextSteps, true)]);
    assert_eq!(lines(UpdateKind::Customer)?, [(ServiceName, false), (UserImpact, false), (CustomerStatus, false)]);
    Ok(())
}

#[test]
fn who_commands_is_who_has_the_role_or_gets_it() -> Result {
    let given = |person: &str| CommanderSaid::Given(person.to_owned());
    let nobody = Story::declared(Severity::P1);
    let role = EventBody::RoleChanged { role: Role::IncidentCommander, from: None, to: Some("@li-wei".into()) };
    let li = nobody.clone().then(5, role);
    let said_before = nobody.clone().then(4, sent(&[(UpdateField::IncidentCommander, "@ana")], &[]));
    for (story, words, wanted) in [
        (&nobody, "", CommanderSaid::AsTheRole),
        (&nobody, "nobody yet", CommanderSaid::AsTheRole),
        (&nobody, "@ana", given("@ana")),
        (&nobody, "Ana Lopez", CommanderSaid::Otherwise),
        (&said_before, "@ana", CommanderSaid::Otherwise),
        (&said_before, "@bo", given("@bo")),
        (&li, "@Li-Wei", CommanderSaid::AsTheRole),
        (&li, "Li Wei", CommanderSaid::AsTheRole),
        (&li, "@li-wei, then @bo", CommanderSaid::AsTheRole),
        (&li, "@bo", given("@bo")),
        (&li, "nobody yet", CommanderSaid::Otherwise),
        (&li, "", CommanderSaid::Otherwise),
    ] {
        assert_eq!(CommanderSaid::read(&folded(story)?, words), wanted, "{words}");
    }
    Ok(())
}

#[test]
fn a_commander_beside_the_role_is_marked_with_who_has_it() -> Result {
    let marked = |story: &Story, words: &str| -> Result<Vec<(UpdateField, Option<String>)>> {
        let edits = UpdateField::ALL.map(|field| (field, words.to_owned())).into_iter().collect();
        let message = message(story, "initial", &MessageEdits { edits, ..MessageEdits::default() })?;
        Ok(message.fields.into_iter().filter(|field| field.beside_role).map(|field| (field.field, field.newer)).collect())
    };
    let role = EventBody::RoleChanged { role: Role::IncidentCommander, from: None, to: Some("@li".into()) };
    let li = Story::declared(Severity::P1).then(5, role.clone());
    assert_eq!(marked(&li, "@ana or @bo")?, [(UpdateField::IncidentCommander, Some("@li".to_owned()))]);
    assert_eq!(marked(&li, "@li")?, []);
    let said = [(UpdateField::IncidentCommander, "@ana")];
    let carried = Story::declared(Severity::P1).then(4, sent(&said, &[UpdateField::IncidentCommander])).then(5, role);
    let carried = field(&carried, UpdateKind::Initial, UpdateField::IncidentCommander)?;
    assert_eq!((carried.outdated_from, carried.beside_role, carried.newer.as_deref()), (Some(at(4)), false, Some("@li")), "once is enough");
    Ok(())
}

#[test]
fn after_the_end_nothing_says_that_it_goes_on() -> Result {
    let story = story(Severity::P1)
        .then(39, EventBody::ImpactAnswered { question: ImpactQuestion::Worse, answer: "Error rate trending up".into() })
        .status(40, Status::Monitoring, Status::Resolved);
    let text = |template| -> Result<String> {
        Ok(message(&story, template, &MessageEdits::default())?.document.write(UpdateFormat::Plain, &[]).text())
    };
    assert!(!text("resolution")?.contains("trending up"), "the all-clear carries nothing of triage");
    let customers = text("customer")?;
    assert!(customers.contains("is resolved") && !customers.contains("working") && !customers.contains("updates every"), "{customers}");
    Ok(())
}

#[test]
fn what_was_recorded_late_is_told_in_the_next_update() -> Result {
    let mitigation =
        EventBody::MitigationAdded { action: "Rolled back".into(), state: MitigationState::Done, catalogue: None, service: None };
    let story = Story::declared(Severity::P1).then(10, sent(&[], &[])).recorded(5, 12, None, mitigation);
    assert_eq!(field(&story, UpdateKind::Status, UpdateField::ActionsTaken)?.value, "14:05 Done: Rolled back");
    Ok(())
}

#[test]
fn what_says_the_same_for_two_updates_is_stale() -> Result {
    let said = [(UpdateField::NextSteps, "Find the cause"), (UpdateField::CurrentState, "Cards fail")];
    let once = Story::declared(Severity::P1).then(10, sent(&said, &[]));
    assert_eq!(field(&once, UpdateKind::Status, UpdateField::NextSteps)?.stale_since, None);
    let twice = once.then(20, sent(&said, &[]));
    assert_eq!(field(&twice, UpdateKind::Status, UpdateField::NextSteps)?.stale_since, Some(at(10)));
    let moved = twice.note(25, "a third works");
    assert_eq!(field(&moved, UpdateKind::Status, UpdateField::CurrentState)?.stale_since, None);

    let initial = || {
        let mut body = sent(&[(UpdateField::Impact, "Cards fail")], &[UpdateField::Impact]);
        if let EventBody::UpdateSent(message) = &mut body {
            message.head.update = Some(UpdateKind::Initial);
        }
        body
    };
    let twice = Story::declared(Severity::P1).then(10, initial()).then(20, initial());
    let impact = field(&twice, UpdateKind::Initial, UpdateField::Impact)?;
    assert_eq!((impact.value.as_str(), impact.stale_since), ("Cards fail", None), "an impact may stay as it is");
    Ok(())
}

#[test]
fn an_edit_stands_above_what_the_incident_says() -> Result {
    let edits = BTreeMap::from([(UpdateField::CurrentState, "Half of all payments work".to_owned())]);
    let message = message(&story(Severity::P1), "status", &MessageEdits { edits, ..MessageEdits::default() })?;
    let text = message.document.write(UpdateFormat::Plain, &[]).text();
    assert!(text.contains("Current state: Half of all payments work\n"), "{text}");
    Ok(())
}

#[test]
fn a_long_silence_does_not_make_an_endless_update() -> Result {
    let story = (1..=40).fold(Story::declared(Severity::P1), |story, minute| story.note(minute, "restarted a pod"));
    let actions = field(&story, UpdateKind::Status, UpdateField::ActionsTaken)?;
    let lines: Vec<_> = actions.value.lines().collect();
    assert_eq!((lines.len(), lines[0], lines[12]), (13, "28 earlier, on the timeline", "14:40 restarted a pod"));
    Ok(())
}

fn decision(text: &str) -> EventBody {
    EventBody::Entry {
        entry: sitrep_core::vocabulary::EntryKind::Decision,
        text: text.into(),
        pictures: vec![],
        attached: None,
        from: None,
    }
}

fn tried(action: &str) -> EventBody {
    EventBody::MitigationAdded { action: action.into(), state: MitigationState::Started, catalogue: None, service: None }
}

fn came_of_it(action: &str, effect: &str) -> EventBody {
    let (from, to) = (MitigationState::Started, MitigationState::Done);
    EventBody::MitigationMoved { action: action.into(), from, to, effect: Some(effect.into()), helped: None }
}

#[test]
fn what_fixed_it_is_what_worked_not_what_was_tried_last() -> Result {
    let story = Story::declared(Severity::P1)
        .then(10, tried("Roll back"))
        .then(12, tried("Restart the pods"))
        .amending(14, 1, came_of_it("Roll back", "errors fall to none"))
        .amending(16, 2, came_of_it("Restart the pods", "No change at all"));
    assert_eq!(field(&story, UpdateKind::Resolution, UpdateField::Resolution)?.value, "Roll back (errors fall to none)");
    for unclear in ["sin efecto", "barely helped", "keine Wirkung", "p99 is 180 ms"] {
        let story = story.clone().amending(18, 2, came_of_it("Restart the pods", unclear));
        assert_eq!(field(&story, UpdateKind::Resolution, UpdateField::Resolution)?.value, "Roll back (errors fall to none)", "{unclear}");
        let alone = Story::declared(Severity::P1).then(10, tried("Restart")).amending(14, 1, came_of_it("Restart", unclear));
        let resolution = field(&alone, UpdateKind::Resolution, UpdateField::Resolution)?;
        assert_eq!(resolution.value, format!("Restart ({unclear})"));
        assert_eq!(resolution.source.as_deref(), Some("the last mitigation that is done"), "{unclear}");
    }
    Ok(())
}

#[test]
fn what_was_done_before_it_was_reopened_did_not_fix_it() -> Result {
    let ended = Story::declared(Severity::P1)
        .then(8, status(Status::Investigating, Status::Identified, "v313 cut the pool"))
        .then(10, tried("Roll back"))
        .then(16, status(Status::Identified, Status::Monitoring, "rolled back"))
        .amending(40, 2, came_of_it("Roll back", "errors fall to none"))
        .status(40, Status::Monitoring, Status::Resolved);
    let reopened_to = |to| ended.clone().status(40, Status::Resolved, to);
    let reopened = reopened_to(Status::Investigating);
    let told = |story: &Story, wanted| -> Result<String> { Ok(field(story, UpdateKind::Resolution, wanted)?.value) };
    assert_eq!(told(&reopened, UpdateField::Resolution)?, "");
    assert_eq!(told(&reopened, UpdateField::RootCause)?, "");

    for (to, cause) in [(Status::Monitoring, "v313 cut the pool"), (Status::Mitigating, "v313 cut the pool"), (Status::Identified, "")] {
        let reopened = reopened_to(to);
        assert_eq!((told(&reopened, UpdateField::Resolution)?.as_str(), told(&reopened, UpdateField::RootCause)?.as_str()), ("", cause));
    }

    let fixed = reopened.then(45, tried("Fail over")).amending(48, 7, came_of_it("Fail over", "errors gone"));
    assert_eq!(told(&fixed, UpdateField::Resolution)?, "Fail over (errors gone)");
    Ok(())
}

#[test]
fn why_it_was_undone_is_no_effect_of_doing_it_again() -> Result {
    let moved = |from, to, effect: Option<&str>| EventBody::MitigationMoved {
        action: "Roll back".into(),
        from,
        to,
        effect: effect.map(Into::into),
        helped: None,
    };
    use MitigationState::{Done, RolledBack, Started};
    let seen_early = Story::declared(Severity::P1)
        .then(10, tried("Roll back"))
        .amending(14, 1, moved(Started, Started, Some("errors fall")))
        .amending(16, 1, moved(Started, Done, None));
    assert_eq!(field(&seen_early, UpdateKind::Resolution, UpdateField::Resolution)?.value, "Roll back (errors fall)");
    let story = Story::declared(Severity::P1)
        .then(10, tried("Roll back"))
        .amending(14, 1, moved(Started, Done, Some("errors fall")))
        .amending(16, 1, moved(Done, RolledBack, Some("errors fell by themselves")))
        .amending(18, 1, moved(RolledBack, Done, None));
    let resolution = field(&story, UpdateKind::Resolution, UpdateField::Resolution)?;
    assert_eq!((resolution.value.as_str(), resolution.source.as_deref()), ("Roll back", Some("the last mitigation that is done")));
    Ok(())
}

#[test]
fn whether_it_helped_is_what_somebody_said_whatever_the_words_for_it() -> Result {
    let judged = |action: &str, helped| {
        let done = MitigationState::Done;
        EventBody::MitigationMoved { action: action.into(), from: done, to: done, effect: None, helped: Some(helped) }
    };
    let tried_both = Story::declared(Severity::P1)
        .then(10, tried("Roll back"))
        .then(12, tried("Restart the pods"))
        .amending(14, 1, came_of_it("Roll back", "keine Wirkung"))
        .amending(16, 2, came_of_it("Restart the pods", "no change in latency, errors gone"));
    let said = tried_both.amending(17, 1, judged("Roll back", false)).amending(18, 2, judged("Restart the pods", true));
    let resolution = |story: &Story| -> Result<String> { Ok(field(story, UpdateKind::Resolution, UpdateField::Resolution)?.value) };
    assert_eq!(resolution(&said)?, "Restart the pods (no change in latency, errors gone)");
    let neither = said.amending(19, 2, judged("Restart the pods", false));
    assert_ne!(resolution(&neither)?, "Restart the pods (no change in latency, errors gone)");
    assert_ne!(resolution(&neither)?, "Roll back (keine Wirkung)");
    let texts: Vec<String> = neither.rows().into_iter().map(|row| row.text).collect();
    assert_eq!(
        texts[5..],
        ["Mitigation did not help: Roll back", "Mitigation helped: Restart the pods", "Mitigation did not help: Restart the pods"]
    );
    Ok(())
}

#[test]
fn the_current_state_is_the_newest_of_the_work() -> Result {
    let state = |story: &Story| -> Result<String> { Ok(field(story, UpdateKind::Status, UpdateField::CurrentState)?.value) };
    let entry = |text: &str| EventBody::Entry {
        entry: sitrep_core::vocabulary::EntryKind::Note,
        text: text.into(),
        pictures: vec![],
        attached: None,
        from: None,
    };
    let seen = Story::declared(Severity::P1).note(10, "502s on card payments only");

    assert_eq!(state(&seen.clone().recorded(12, 17, None, entry("a third works")))?, "a third works", "five minutes late is of now");
    let removed = seen.clone().note(12, "wrong one").amending(13, 2, EventBody::EntryRemoved);
    assert_eq!(state(&removed)?, "502s on card payments only", "what was undone tells nothing");

    let backfilled = seen.recorded(12, 18, None, entry("Alert fired"));
    assert_eq!(state(&backfilled)?, "502s on card payments only", "what was filled in later is history");

    let payload = format!("{{\"alerts\": [{}]}}", "{\"status\": \"firing\"}, ".repeat(1400));
    let pasted = backfilled.note(22, &payload);
    assert_eq!(state(&pasted)?, "502s on card payments only", "data is no state");
    assert_eq!(field(&pasted, UpdateKind::Status, UpdateField::ActionsTaken)?.value, "None yet", "what was seen is no action");

    let long = pasted.note(24, &"half of all payments work again ".repeat(40));
    let shown = state(&long)?;
    assert!(shown.starts_with("half of all payments") && shown.ends_with(" …") && shown.len() < 220, "{shown}");

    let acted = long.then(26, tried("Roll back"));
    assert_eq!(state(&acted)?, shown, "what was done is among the actions");
    let helped = acted.clone().amending(28, acted.events.len() - 1, came_of_it("Roll back", "errors fall to none"));
    assert_eq!(state(&helped)?, "errors fall to none");
    let undone = EventBody::MitigationMoved {
        action: "Roll back".into(),
        from: MitigationState::Done,
        to: MitigationState::RolledBack,
        effect: Some("it broke the export".into()),
        helped: None,
    };
    assert_eq!(state(&helped.clone().amending(29, acted.events.len() - 1, undone))?, shown, "why it was undone is no effect of it");
    let decided = helped.then(30, decision("no failover"));
    assert_eq!(state(&decided)?, "errors fall to none", "a decision is no state");
    Ok(())
}

#[test]
fn a_time_of_another_day_shows_its_date() -> Result {
    let story = Story::declared(Severity::P1).then(-900, sent(&[], &[]));
    let actions = field(&story, UpdateKind::Status, UpdateField::ActionsTaken)?.value;
    assert_eq!(actions, "None since the update of 2026-11-22 23:00 UTC");
    Ok(())
}

#[test]
fn what_was_done_is_told_once_and_a_decision_says_that_it_is_one() -> Result {
    let story = Story::declared(Severity::P1)
        .note(2, "Alert fires: error rate > 5 %")
        .then(10, tried("Roll payments-api back to v312"))
        .note(11, "rolled back to v312")
        .then(12, decision("no failover"))
        .note(13, "paged the DBA");
    let actions = field(&story, UpdateKind::Status, UpdateField::ActionsTaken)?.value;
    assert_eq!(actions, "14:10 Started: Roll payments-api back to v312\n14:12 Decision: no failover\n14:13 paged the DBA");
    assert_eq!(field(&story, UpdateKind::Status, UpdateField::CurrentState)?.value, "Alert fires: error rate > 5 %");
    Ok(())
}

#[test]
fn what_could_reduce_the_impact_is_told_by_the_update_as_by_the_next_step() -> Result {
    let suspect = EventBody::ChangeNoted {
        change: sitrep_core::vocabulary::ChangeKind::Deploy,
        summary: "v313".into(),
        at: support::at(-15),
        reference: None,
        repository: None,
        by: None,
        suspect: true,
    };
    let proposed =
        EventBody::MitigationAdded { action: "Drain eu-1".into(), state: MitigationState::Proposed, catalogue: None, service: None };
    let story = Story::declared(Severity::P1).note(2, "502s").then(5, suspect);
    let next = |story: &Story| -> Result<String> { Ok(field(story, UpdateKind::Status, UpdateField::NextSteps)?.value) };
    assert_eq!(next(&story)?, "Mitigate the suspect deploy: v313");
    assert_eq!(next(&story.clone().then(6, tried("Roll back")))?, "See whether it helps: Roll back");
    assert_eq!(next(&story.then(6, proposed))?, "Start: Drain eu-1");
    Ok(())
}

#[test]
fn a_status_text_after_the_end_names_no_next_update() -> Result {
    let ended = story(Severity::P1).status(60, Status::Monitoring, Status::Resolved);
    let text = all_forms(&ended, UpdateKind::Status.word())?;
    assert!(!text.contains("Next update"), "{text}");
    Ok(())
}

#[test]
fn a_p2_needs_no_commander_to_be_alerted_of() -> Result {
    let missing = |severity| -> Result<bool> {
        Ok(field(&Story::declared(severity), UpdateKind::Initial, UpdateField::IncidentCommander)?.is_missing())
    };
    assert_eq!((missing(Severity::P1)?, missing(Severity::P2)?), (true, false));
    assert_eq!(
        field(&Story::declared(Severity::P2), UpdateKind::Initial, UpdateField::IncidentCommander)?.value,
        "None, a P2 asks for none"
    );
    Ok(())
}
