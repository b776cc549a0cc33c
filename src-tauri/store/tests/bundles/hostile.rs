//! What is damaged, or was never written by a Sitrep, is refused whole, with the reason.

use proptest::prelude::*;
use serde_json::{Value, json};
use sitrep_core::bundle::LineFault;
use sitrep_core::event::EventBody;
use sitrep_core::vocabulary::IncidentId;
use sitrep_store::{BundleFault, BundleRefusal, Contradiction};

use super::support::bundle::{Laptop, Written};
use super::support::declare;
use super::union::note;

fn declared() -> (Laptop, IncidentId) {
    let mut laptop = Laptop::new();
    let id = declare(&mut laptop.store, "2026-11-23-payments").expect("it is declared").id;
    (laptop, id)
}

/// A bundle with a declaration and two entries.
fn a_bundle() -> Written {
    let (mut one, id) = declared();
    note(&mut one, id, "first");
    note(&mut one, id, "second");
    Written::of(&one.export())
}

fn fault(bytes: &[u8]) -> BundleFault {
    match Laptop::new().refusal(bytes) {
        BundleRefusal::Malformed { fault, .. } => fault,
        other => panic!("{other}"),
    }
}

#[test]
fn one_that_is_cut_short_anywhere_is_refused() {
    let bundle = a_bundle().bytes();
    let mut here = Laptop::new();
    for part in 0..50 {
        let cut = &bundle[..bundle.len() * part / 50];

        let refused = here.refusal(cut);

        assert!(matches!(refused, BundleRefusal::CutShort | BundleRefusal::NotOurs), "{part}/50: {refused}");
    }
    assert_eq!(here.refusal(&bundle[..bundle.len() - 1]), BundleRefusal::CutShort);
    assert_eq!(here.refusal(&[&bundle[..], b"\n"].concat()), BundleRefusal::CutShort, "and so is one that goes on");
}

#[test]
fn a_bit_that_is_another_is_found_wherever_it_is() {
    let bundle = a_bundle().bytes();
    let mut here = Laptop::new();
    for at in (0..bundle.len()).step_by(7).chain(bundle.len() - 80..bundle.len()) {
        let mut other = bundle.clone();
        other[at] ^= 1 << (at % 8);

        let refused = here.refusal(&other);

        let is_damage =
            matches!(refused, BundleRefusal::Damaged | BundleRefusal::CutShort | BundleRefusal::NotOurs | BundleRefusal::Newer { .. });
        assert!(is_damage, "byte {at}: {refused}");
    }
}

#[test]
fn what_is_no_bundle_is_said_to_be_none() {
    let mut here = Laptop::new();
    assert_eq!(here.refusal(b""), BundleRefusal::NotOurs);
    assert_eq!(here.refusal(b"Dear Ana,\n"), BundleRefusal::NotOurs);
    assert_eq!(here.refusal(b"sitrep-bundle one\n"), BundleRefusal::NotOurs);
    assert_eq!(here.refusal(b"sitrep-bundle 2\nwhatever it will be"), BundleRefusal::Newer { found: 2, known: 1 });
    assert_eq!(here.refusal(&std::fs::read(here.file("sitrep.db")).expect("the database")), BundleRefusal::Backup);
    assert_eq!(here.refusal(&Written { lines: vec![b"sitrep-bundle 0".to_vec()] }.bytes()), BundleRefusal::NotOurs);
}

#[test]
fn practice_does_not_go_among_what_is_real() {
    let mut here = Laptop::new();
    assert_eq!(here.refusal(&a_bundle().with_head(|head| head["practice"] = true.into())), BundleRefusal::Practice);
}

#[test]
fn a_head_that_says_something_else_than_what_follows_is_refused() {
    for what in ["events", "incidents", "texts", "pictures", "clocks"] {
        for count in [0, 2, 7] {
            let other = a_bundle().with_head(|head| head["holds"][what] = count.into());
            if Written::of(&other).lines == a_bundle().lines || head_is_right(&other, what, count) {
                continue;
            }
            assert!(matches!(fault(&other), BundleFault::Count | BundleFault::Ends), "{what} {count}");
        }
        assert_eq!(fault(&a_bundle().with_head(|head| head["holds"][what] = (1_u64 << 60).into())), BundleFault::TooMany, "{what}");
    }
    assert!(matches!(fault(&a_bundle().with_head(|head| head["note"] = "hello".into())), BundleFault::Line(LineFault::Unread(_))));
}

fn head_is_right(bundle: &[u8], what: &str, count: u64) -> bool {
    let head: Value = serde_json::from_slice(&Written::of(bundle).lines[1]).expect("the head");
    let right: Value = serde_json::from_slice(&a_bundle().lines[1]).expect("the head");
    head["holds"][what] == right["holds"][what] && right["holds"][what] == json!(count)
}

/// What is wrong with one event, and what is said of it.
fn wrong_events() -> Vec<(&'static str, Value, LineFault)> {
    vec![
        ("id", "../../etc/passwd".into(), LineFault::Unread(String::new())),
        ("id", "00000000-0000-0000-0000-000000000000".into(), LineFault::Id),
        ("id", "ffffffff-ffff-7fff-bfff-ffffffffffff".into(), LineFault::Id),
        ("id", "019aaaaa-0000-4000-8000-000000000001".into(), LineFault::Id),
        ("incident", "019aaaaa-0000-4000-8000-000000000001".into(), LineFault::Id),
        ("amends", "019aaaaa-0000-4000-8000-000000000001".into(), LineFault::Id),
        ("device", "my laptop".into(), LineFault::Unread(String::new())),
        ("device_index", 0.into(), LineFault::Number),
        ("device_index", (-3).into(), LineFault::Number),
        ("device_index", i64::MAX.into(), LineFault::Number),
        ("occurred_at", i64::MAX.into(), LineFault::Time),
        ("recorded_at", i64::MIN.into(), LineFault::Time),
        ("occurred_at", json!(1.5), LineFault::Unread(String::new())),
        ("author", "".into(), LineFault::Author),
        ("author", "a".repeat(2_000).into(), LineFault::Author),
        ("kind", "".into(), LineFault::Kind),
        ("kind", "entry\u{1b}[2J".into(), LineFault::Kind),
        ("kind", "k".repeat(80).into(), LineFault::Kind),
        ("version", 0.into(), LineFault::Kind),
        ("body", "no JSON".into(), LineFault::Body),
        ("body", format!("{}1{}", "[".repeat(500), "]".repeat(500)).into(), LineFault::Body),
        ("body", format!("\"{}\"", "a".repeat(12_000_000)).into(), LineFault::TooLong),
        ("note", "hello".into(), LineFault::Unread(String::new())),
    ]
}

#[test]
fn an_event_that_no_sitrep_records_is_refused() {
    for (field, value, expected) in wrong_events() {
        let bundle = a_bundle().changing(1, |event| event[field] = value.clone());
        let told = format!("{field}: {}", value.to_string().chars().take(80).collect::<String>());

        let BundleFault::Line(found) = fault(&bundle) else { panic!("{told}") };

        assert!(found == expected || matches!((&found, expected), (LineFault::Unread(_), LineFault::Unread(_))), "{told}: {found}");
    }
}

#[test]
fn a_body_that_would_lead_somewhere_else_is_refused() {
    let with = |kind: &str, body: Value| {
        a_bundle().changing(1, |event| {
            event["kind"] = kind.into();
            event["body"] = body.to_string().into();
        })
    };
    let declared = |change: &dyn Fn(&mut Value)| {
        a_bundle().changing(0, |event| {
            let mut body: Value = serde_json::from_str(event["body"].as_str().expect("its body")).expect("its body");
            change(&mut body);
            event["body"] = body.to_string().into();
        })
    };
    for handle in ["../../../home/ana/.ssh/authorized_keys", "", "a b", "A", "payments/../x"] {
        assert_eq!(fault(&declared(&|body| body["handle"] = handle.into())), BundleFault::Line(LineFault::Handle), "{handle}");
    }
    assert_eq!(fault(&declared(&|body| body["severity"] = "P9".into())), BundleFault::Line(LineFault::Declaration));
    assert_eq!(fault(&declared(&|body| body["started_at"] = "+262142-12-31T23:59:59Z".into())), BundleFault::Line(LineFault::Time));
    assert_eq!(fault(&with("clock_set", json!({ "millis": i64::MIN }))), BundleFault::Line(LineFault::Clock));
    assert_eq!(fault(&with("clock_set", json!({ "millis": i64::MAX }))), BundleFault::Line(LineFault::Clock));
    let far = json!({ "text": "later", "until": "+99999-01-01T00:00:00Z" });
    assert_eq!(fault(&with("timebox_set", far)), BundleFault::Line(LineFault::Time));
}

#[test]
fn events_that_contradict_each_other_are_refused() {
    let with = |change: &dyn Fn(&mut Vec<Value>)| {
        let written = a_bundle();
        let mut events = written.events();
        change(&mut events);
        written.with_events(&events).bytes()
    };
    let other = "019aaaaa-0000-7000-8000-00000000000f";

    assert_eq!(fault(&with(&|events| events.swap(1, 2))), BundleFault::Order);
    assert_eq!(fault(&with(&|events| events[2] = events[1].clone())), BundleFault::Order, "twice");
    assert_eq!(fault(&with(&|events| events[2]["device_index"] = events[1]["device_index"].clone())), BundleFault::SameNumber);
    let twice = |events: &mut Vec<Value>| {
        events[2]["kind"] = "declared".into();
        events[2]["body"] = events[0]["body"].clone();
    };
    assert_eq!(fault(&with(&twice)), BundleFault::DeclaredTwice);
    // Two incidents, of which one has an event of the other's id.
    let one_id = |events: &mut Vec<Value>| {
        events.truncate(2);
        let mut declared = events[0].clone();
        declared["incident"] = "ffffffff-ffff-7fff-bfff-ffffffffffff".replace("ffffffff-ffff", "0fffffff-ffff").into();
        declared["device_index"] = 9.into();
        events.push(declared);
    };
    assert_eq!(fault(&with(&one_id)), BundleFault::SameId);
    let alone = |events: &mut Vec<Value>| {
        events.remove(0);
    };
    assert!(matches!(Laptop::new().refusal(&with(&alone)), BundleRefusal::Contradicts(Contradiction::Undeclared(_))));
    let amended_by_two = |events: &mut Vec<Value>| {
        let mut more = events.clone();
        for (at, event) in more.iter_mut().enumerate() {
            event["incident"] = "0fffffff-ffff-7fff-bfff-ffffffffffff".into();
            event["id"] = format!("0fffffff-0000-7000-8000-00000000000{at}").into();
            event["device_index"] = (10 + at).into();
        }
        events[1]["amends"] = other.into();
        more[1]["amends"] = other.into();
        events.extend(more);
    };
    assert_eq!(fault(&with(&amended_by_two)), BundleFault::Elsewhere);
}

#[test]
fn what_contradicts_what_is_here_is_refused() {
    let (mut one, id) = declared();
    note(&mut one, id, "first");
    let bundle = Written::of(&one.export());
    let mut here = Laptop::new();
    here.hear(&one);
    let contradiction = |here: &mut Laptop, bytes: &[u8]| match here.refusal(bytes) {
        BundleRefusal::Contradicts(contradiction) => contradiction,
        other => panic!("{other}"),
    };
    let changes: [(&str, Value); 7] = [
        ("author", "@li".into()),
        ("occurred_at", 5.into()),
        ("recorded_at", 5.into()),
        ("device", "00000000-0000-4000-8000-000000000001".into()),
        ("device_index", 77.into()),
        ("version", 2.into()),
        ("body", r#"{"entry":"note","text":"something else"}"#.into()),
    ];
    for (field, value) in changes {
        let other = bundle.changing(1, |event| event[field] = value.clone());
        assert!(matches!(contradiction(&mut here, &other), Contradiction::Event(_)), "{field}");
    }
    let another_id = bundle.changing(1, |event| event["id"] = "0aaaaaaa-0000-7000-8000-00000000000f".into());
    assert!(matches!(contradiction(&mut here, &another_id), Contradiction::Number { index: 2, .. }));
    let another_declaration = bundle.changing(0, |event| {
        event["id"] = "00000000-0001-7000-8000-00000000000f".into();
        event["device"] = "00000000-0000-4000-8000-000000000001".into();
    });
    assert!(matches!(contradiction(&mut here, &another_declaration), Contradiction::Declaration(_)));
}

/// An event of one incident that amends one of another, whichever of the two comes first.
#[test]
fn an_event_amends_nothing_of_another_incident() {
    let (mut one, id) = declared();
    note(&mut one, id, "first");
    let first = one.export();
    let target = Written::of(&first).events()[1]["id"].clone();
    let (mut two, other) = (Laptop::new(), "2026-11-24-search");
    let other = declare(&mut two.store, other).expect("it is declared").id;
    note(&mut two, other, "second");
    let second = Written::of(&two.export()).changing(1, |event| event["amends"] = target.clone());

    for [before, after] in [[&first, &second], [&second, &first]] {
        let mut here = Laptop::new();
        here.import(before).expect("it is taken in");
        assert!(matches!(here.refusal(after), BundleRefusal::Contradicts(Contradiction::Amends(_))));
    }
}

#[test]
fn a_line_without_an_end_is_not_read_to_its_end() {
    let mut written = a_bundle();
    written.lines[2] = vec![b' '; 25_000_000];
    assert_eq!(fault(&written.bytes()), BundleFault::TooLong);
    let many = Written { lines: std::iter::once(b"sitrep-bundle 1".to_vec()).chain((0..1_000_000).map(|_| b"{}".to_vec())).collect() };
    assert!(matches!(fault(&many.bytes()), BundleFault::Line(LineFault::Unread(_))));
}

#[test]
fn words_that_only_look_like_a_strange_time_travel() {
    let (mut one, id) = declared();
    note(&mut one, id, "+262142-12-31T23:59:59Z");
    let mut here = Laptop::new();

    here.hear(&one);

    assert_eq!(here.states(), one.states());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Laptop::new().import(&bytes).is_err());
    }

    #[test]
    fn no_lines_make_it_panic(lines in prop::collection::vec("[ -~]{0,60}", 0..6)) {
        let lines = std::iter::once("sitrep-bundle 1".to_owned()).chain(lines).map(String::into_bytes).collect();
        let written = Written { lines };
        prop_assert!(Laptop::new().import(&written.bytes()).is_err());
    }
}

/// A value as nobody expects it.
fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        Just(json!(u64::MAX)),
        Just(json!(1e300)),
        "[a-zA-Z0-9+:./ -]{0,30}".prop_map(Value::from),
        prop::sample::select(vec!["9999-12-31T23:59:59.999Z", "0000-01-01T00:00:00Z", "9999-12-31", "P0", "Resolved", "@ana"])
            .prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
    ]
}

/// Puts a value in place of one within another, or leaves that out.
fn replace(value: &mut Value, path: &[usize], with: Option<&Value>) {
    let (Some((first, rest)), true) = (path.split_first(), value.is_object() || value.is_array()) else {
        if let Some(with) = with {
            *value = with.clone();
        }
        return;
    };
    match value {
        Value::Object(all) if !all.is_empty() => {
            let key = all.keys().nth(first % all.len()).expect("a key").clone();
            if rest.is_empty() && with.is_none() {
                all.remove(&key);
            } else {
                replace(&mut all[&key], rest, with);
            }
        }
        Value::Array(all) if !all.is_empty() => {
            let at = first % all.len();
            replace(&mut all[at], rest, with);
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    /// Events of all kinds with something in them that nobody would write: they are refused, or they are read and panic nobody.
    #[test]
    fn no_event_makes_anybody_panic(
        which in any::<usize>(),
        changes in prop::collection::vec((prop::collection::vec(0..9_usize, 1..4), prop::option::of(any_value())), 1..4),
        at in prop::sample::select(vec![-62_167_219_200_000_i64, 0, 1_795_442_400_000, 253_402_300_799_999]),
    ) {
        let written = a_bundle();
        let mut events = written.events();
        let bodies = bodies();
        let (kind, mut body) = bodies[which % bodies.len()].clone();
        for (path, value) in &changes {
            replace(&mut body, path, value.as_ref());
        }
        let target = events[1]["id"].clone();
        events[2]["kind"] = kind.into();
        events[2]["body"] = body.to_string().into();
        events[2]["occurred_at"] = at.into();
        events[2]["amends"] = target;
        let mut here = Laptop::new();

        if here.import(&written.with_events(&events).bytes()).is_ok() {
            here.states();
            super::look_at_everything(&here);
        }
    }
}

#[test]
fn the_bodies_that_are_changed_are_read_before_that() {
    let bodies = bodies().into_iter();
    let is_read = |kind: &str, body: &Value| !matches!(EventBody::read(kind, 1, &body.to_string()), EventBody::FromNewer { .. });
    assert_eq!(bodies.filter(|(kind, body)| !is_read(kind, body)).collect::<Vec<_>>(), []);
}

/// A body of each kind.
fn bodies() -> Vec<(&'static str, Value)> {
    let time = "2026-11-23T14:00:00Z";
    let id = "019aaaaa-0000-7000-8000-000000000001";
    vec![
        ("withdrawn", json!({ "reason": "none" })),
        ("brought_back", Value::Null),
        ("entry", json!({ "entry": "decision", "text": "rolled back", "pictures": [{ "id": "a".repeat(64), "width": 1, "height": 1 }] })),
        ("entry_amended", json!({ "text": "edited" })),
        ("entry_removed", Value::Null),
        ("entry_restored", Value::Null),
        ("finding_removed", Value::Null),
        ("title_changed", json!({ "from": "a", "to": "b" })),
        ("start_changed", json!({ "from": time, "to": time })),
        ("status_changed", json!({ "from": "Investigating", "to": "Resolved", "reason": null })),
        ("status_changed", json!({ "from": "Resolved", "to": "Monitoring", "reason": "back" })),
        ("severity_changed", json!({ "from": "P1", "to": "P2", "cause": "assessment", "reason": null, "lowering": "got_better" })),
        ("severity_reasoned", json!({ "severity": "P1", "reasoning": "all users" })),
        ("security_asked", json!({ "words": "leak", "of": "data breach" })),
        ("security_denied", json!({ "words": "leak", "reason": null })),
        ("role_changed", json!({ "role": "scribe", "from": null, "to": "@li" })),
        ("debugging_explained", json!({ "person": "@ana", "reason": "alone" })),
        ("impact_answered", json!({ "question": "who", "answer": "all" })),
        ("detected", json!({ "by": "alert" })),
        ("notified", json!({ "who": "CTO", "done": true })),
        ("acknowledged", Value::Null),
        ("channel_named", json!({ "name": "#x", "link": "https://x", "bridge": null })),
        ("ticket_noted", json!({ "number": "OPS-1", "assignee": "@li" })),
        ("channel_opened", Value::Null),
        ("update_sent", json!({ "update": "status", "format": "slack", "text": "we look", "words": "we look" })),
        ("update_taken_back", Value::Null),
        ("snoozed", json!({ "key": "a/update/x", "deadline": "update", "audience": null, "until": time, "reason": null })),
        ("escalation_stopped", json!({ "reason": "known" })),
        ("escalation_resumed", Value::Null),
        ("timebox_set", json!({ "text": "back", "until": time })),
        ("timebox_closed", Value::Null),
        ("verification_checked", json!({ "check": "latency", "done": true })),
        ("check_evidence_added", json!({ "check": "latency", "text": "0.2", "source": id })),
        ("stayed_quiet", Value::Null),
        ("review_scheduled", json!({ "at": time, "with": ["@ana"] })),
        ("review_published", Value::Null),
        ("review_completed", json!({ "written": "here" })),
        ("review_reopened", json!({ "reason": "more" })),
        ("action_added", json!({ "text": "do", "owner": "@li", "priority": "high", "due": "2026-12-01" })),
        ("action_assigned", json!({ "text": "do", "owner": null })),
        ("action_closed", json!({ "text": "do", "outcome": "done" })),
        ("finding_added", json!({ "about": "new_error", "text": "500s", "onset": time })),
        ("change_noted", json!({ "change": "deploy", "summary": "v314", "at": time, "suspect": true })),
        ("change_marked", json!({ "summary": "v314", "suspect": false })),
        ("deploy_question_answered", json!({ "id": "config", "question": "Config?", "answer": "no" })),
        ("step_moved", json!({ "step": "logs", "to": "done", "reason": null })),
        ("hypothesis_added", json!({ "statement": "the pool" })),
        ("hypothesis_assigned", json!({ "statement": "the pool", "who": "@li" })),
        ("evidence_added", json!({ "statement": "the pool", "side": "for", "text": "20 of 20", "source": id })),
        ("hypothesis_moved", json!({ "statement": "the pool", "from": "open", "to": "confirmed", "because": null })),
        ("mitigation_added", json!({ "action": "roll back", "state": "started", "catalogue": "rollback", "service": null })),
        ("mitigation_moved", json!({ "action": "roll back", "from": "started", "to": "done", "effect": "ok", "helped": true })),
        ("command_run", json!({ "command": "make", "started_at": time, "millis": 3, "outcome": { "exit": 0 }, "kept": [] })),
        ("checklist_ticked", json!({ "line": "timeline_recorded", "done": true })),
        ("clock_set", json!({ "millis": -3_600_000 })),
        ("clock_set", json!({ "millis": 3_000_000_000_000_i64 })),
        ("alert_recovered", json!({ "title": "high", "at": time })),
        ("policy_changed", json!({ "changes": [] })),
    ]
}
