//! What was written is found and marked, and an incident is told what earlier ones taught.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod support;

use std::collections::BTreeMap;
use std::fs;

use chrono::Days;
use sitrep_core::event::{AlertTaken, EventBody, RunMove, RunbookBegun};
use sitrep_core::vocabulary::{
    ActionOutcome, ActionPriority, AttachedText, AttachedTextId, EntryKind, EventId, FindingAbout, MitigationState, RunEnd, RunStepState,
    Severity, Status,
};
use sitrep_store::{NewEvent, Store, StoreError};
use sitrep_workstation::acts::ActionInput;
use sitrep_workstation::screens::{SearchHit, SearchInput, SearchResults, SearchState, SimilarIncident, SimilarReason};
use support::{Bench, Result, start};

fn words(words: &str) -> SearchInput {
    SearchInput { words: words.to_owned(), ..SearchInput::default() }
}

fn hits(results: &SearchResults) -> Vec<&SearchHit> {
    results.incidents.iter().flat_map(|incident| &incident.hits).collect()
}

/// The text of a hit with what was asked for in brackets.
fn marked(hit: &SearchHit) -> String {
    let mark = |(at, letter): (usize, char)| {
        let opens = if hit.hits.iter().any(|[from, _]| *from as usize == at) { "[" } else { "" };
        let closes = if hit.hits.iter().any(|[_, to]| *to as usize == at + 1) { "]" } else { "" };
        format!("{opens}{letter}{closes}")
    };
    hit.text.chars().enumerate().map(mark).collect()
}

#[test]
fn hits_are_marked_and_stand_with_their_incident() -> Result {
    let bench = Bench::new()?;
    let first = bench.declare("P1 Café pool failing")?;
    bench.room.log(Some(&first), EntryKind::Note, "Pools of the 本番データベース wait", None)?;
    bench.clock.set_minutes(60);
    let second = bench.declare("P3 Mail late")?;
    for number in 0..5 {
        bench.room.log(Some(&second), EntryKind::Note, &format!("the relay pool has {number} hosts"), None)?;
    }

    let found = bench.room.search(&words("pool"))?;

    assert_eq!((found.in_words.as_str(), found.hits_total, found.is_all), ("7 hits in 2 incidents", 7, true));
    assert_eq!(
        found.incidents.iter().map(|found| (found.handle.as_str(), found.hits_total)).collect::<Vec<_>>(),
        [(second.as_str(), 5), (first.as_str(), 2)]
    );
    assert_eq!(
        hits(&found).into_iter().map(marked).collect::<Vec<_>>(),
        [
            "the relay [pool] has 0 hosts",
            "the relay [pool] has 1 hosts",
            "the relay [pool] has 2 hosts",
            "Declared P1: Café [pool] failing",
            "[Pool]s of the 本番データベース wait",
        ]
    );
    assert_eq!(bench.room.search_hits("pool", &second)?.len(), 5, "more on request");
    assert_eq!(hits(&bench.room.search(&words("データ cafe"))?).len(), 0, "all words have to be in one line");
    assert_eq!(
        hits(&bench.room.search(&words("ﾃﾞｰﾀ"))?).into_iter().map(marked).collect::<Vec<_>>(),
        ["Pools of the 本番[データ]ベース wait"]
    );
    assert_eq!(bench.room.search(&words(""))?.in_words, "2 incidents");
    Ok(())
}

#[test]
fn of_what_is_long_the_part_is_shown_that_was_asked_for() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let long = format!("{} the needle {}", "hay ".repeat(400), "straw ".repeat(400));
    bench.room.log(Some(&handle), EntryKind::Note, &long, None)?;

    let found = bench.room.search(&words("needle"))?;

    let hit = hits(&found).first().copied().expect("it is found");
    assert!(hit.text.chars().count() < 260 && hit.text.starts_with('…') && hit.text.ends_with('…'), "{}", hit.text);
    assert!(marked(hit).contains("the [needle] straw"), "{}", marked(hit));
    Ok(())
}

#[test]
fn filters_read_as_people_write_them() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let asked = |change: fn(&mut SearchInput)| {
        let mut input = words("payments");
        change(&mut input);
        bench.room.search(&input).map(|found| (found.hits_total, found.without_filters))
    };
    assert_eq!(asked(|input| input.severities = Some(vec![Severity::P1]))?, (1, 0));
    assert_eq!(asked(|input| input.severities = Some(vec![Severity::P2]))?, (0, 1));
    assert_eq!(asked(|input| input.severities = Some(vec![]))?, (1, 0), "none chosen is any");
    assert_eq!(asked(|input| input.from = Some("2026-11-23".into()))?, (1, 0));
    assert_eq!(asked(|input| input.from = Some("1h".into()))?, (1, 0));
    assert_eq!(asked(|input| input.to = Some("2026-10".into()))?, (0, 1));
    assert_eq!(asked(|input| input.from = Some(" ".into()))?, (1, 0));
    assert_eq!(asked(|input| input.from = Some("soon".into())).err().map(|error| error.code()), Some("bad_search_range"));
    assert_eq!(asked(|input| input.states = Some(vec![SearchState::Active]))?, (1, 0));
    assert_eq!(asked(|input| input.states = Some(vec![SearchState::Resolved, SearchState::Withdrawn]))?, (0, 1));
    assert_eq!(asked(|input| input.people = Some(vec!["nobody".into()]))?, (0, 1));
    bench.room.withdraw(&handle, Some("by mistake"))?;
    assert_eq!(asked(|input| input.states = Some(vec![SearchState::Withdrawn]))?, (1, 0));
    assert_eq!(asked(|_| {})?, (1, 0), "words are found in what was none, too");
    assert_eq!(bench.room.search(&words(""))?.incidents_total, 0, "which no list has");
    Ok(())
}

#[test]
fn what_lies_behind_a_figure_is_searched_alone() -> Result {
    let bench = Bench::new()?;
    let (first, second) = (bench.declare("P1 Payments failing")?, bench.declare("P2 Payments slow")?);
    let among = |handles: &[&str], typed: &str| {
        let handles = Some(handles.iter().map(|handle| (*handle).to_owned()).collect());
        let found = bench.room.search(&SearchInput { handles, ..words(typed) })?;
        Ok::<_, sitrep_workstation::Error>(found.incidents.into_iter().map(|found| found.handle).collect::<Vec<_>>())
    };

    assert_eq!(among(&[&first], "payments")?, [first.as_str()]);
    assert_eq!(among(&[&second, "gone"], "")?, [second.as_str()]);
    assert_eq!(among(&["gone"], "payments")?, [""; 0], "one that is not there is none, and not any");
    Ok(())
}

#[test]
fn the_history_knows_what_to_filter_by_and_what_became_of_an_incident() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.room.assign_role(&handle, sitrep_core::vocabulary::Role::Scribe, Some("Bo"))?;

    let glance = bench.room.incident_glance(&handle)?;
    assert_eq!((glance.line.as_str(), glance.cause, glance.open), ("Investigating for 0 min", None, None));
    assert!(bench.room.history_filters()?.people.contains(&"@bo".to_owned()));

    bench.clock.set_minutes(86);
    bench.room.resolve(&handle, Some("checked by hand"))?;
    bench
        .room
        .add_action(&handle, &ActionInput { text: "Alert on pool wait".into(), due: "2026-11-27".into(), ..ActionInput::default() })?;
    let glance = bench.room.incident_glance(&handle)?;
    assert_eq!(glance.line, "Resolved 23 Nov, 1 h 26, review in 2 d");
    assert_eq!(glance.open.as_deref(), Some("1 action item, next due 27 Nov"));
    Ok(())
}

#[test]
fn signs_alone_are_looked_for_and_nothing_is_answered_by_nothing() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    bench.room.log(Some(&handle), EntryKind::Note, "C++ worker: a -> b", None)?;
    for typed in ["++", "->", "C++", ":", "-> ++"] {
        let found = bench.room.search(&words(typed))?;
        assert!(hits(&found).iter().any(|hit| hit.text == "C++ worker: a -> b") && !found.newest_alone, "{typed}: {found:?}");
    }
    let nothing = bench.room.search(&words("=>"))?;
    assert_eq!((nothing.in_words.as_str(), nothing.hits_total), ("0 hits in 0 incidents", 0));
    Ok(())
}

#[test]
fn what_another_process_recorded_is_found_at_once() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    assert_eq!(bench.room.search(&words("rolled"))?.hits_total, 0);
    bench.second()?.log(Some(&handle), EntryKind::Note, "rolled back", None)?;
    assert_eq!(bench.room.search(&words("rolled"))?.hits_total, 1);
    Ok(())
}

#[test]
fn a_redacted_word_is_in_no_byte_of_the_folder_though_it_was_searched() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let id = bench.room.log(Some(&handle), EntryKind::Note, "the phrase is quetzalcoatl", None)?.id;
    assert_eq!(bench.room.search(&words("quetzalcoatl"))?.hits_total, 1);

    bench.room.redact_entry(&handle, id, Some("quetzalcoatl"))?;

    assert_eq!(bench.room.search(&words("quetzalcoatl"))?.hits_total, 0);
    assert_eq!(bench.room.search(&words("redacted"))?.hits_total, 1);
    for file in fs::read_dir(&bench.room.folders().data)? {
        let path = file?.path();
        let has_it = path.is_file() && fs::read(&path)?.windows(12).any(|bytes| bytes == b"quetzalcoatl");
        assert!(!has_it, "{}", path.display());
    }
    Ok(())
}

/// Records events of an incident as they come from elsewhere.
fn append(bench: &Bench, handle: &str, news: Vec<NewEvent>) -> Result<Vec<EventId>> {
    let mut store = Store::open(&bench.room.folders().data)?;
    let id = store.with_handle(handle)?.ok_or("no such incident")?.id;
    Ok(store.append(id, "@ana", sitrep_workstation::Clock::now(&*bench.clock), |_| Ok::<_, StoreError>(news))?.ids)
}

fn amending(id: EventId, body: EventBody) -> NewEvent {
    NewEvent { occurred_at: None, amends: Some(id), body }
}

fn alert(name: &str) -> NewEvent {
    let alert = AlertTaken {
        source: "Alertmanager".into(),
        name: Some(name.into()),
        title: format!("{name} fires"),
        summary: None,
        service: None,
        started_at: None,
        fingerprint: None,
        labels: BTreeMap::new(),
        links: vec![],
    };
    EventBody::AlertTaken(Box::new(alert)).into()
}

fn finding(text: &str) -> NewEvent {
    EventBody::FindingAdded { about: FindingAbout::NewError, text: text.into(), onset: None }.into()
}

/// Declares an incident of a service.
fn declare(bench: &Bench, line: &str, service: &str) -> Result<String> {
    let input = sitrep_workstation::acts::DeclareInput { line: line.into(), services: vec![service.into()], ..Default::default() };
    Ok(bench.room.declare(&input)?.handle)
}

/// Payments fail, a runbook and a rollback end it, and one action item of two is done.
fn taught(bench: &Bench) -> Result<String> {
    let handle = declare(bench, "P1 Payments failing at checkout", "payments-api")?;
    let text = AttachedText { id: AttachedTextId(bench.room.find(Some(&handle))?.id.0), name: "errors.md".into(), lines: 3 };
    let begun = RunbookBegun {
        title: "Payment errors high".into(),
        path: "runbooks/errors.md".into(),
        version: None,
        steps: vec!["Roll back".into()],
        text,
    };
    let rollback = || "Roll back payments-api".to_owned();
    let started = EventBody::MitigationAdded { action: rollback(), state: MitigationState::Started, catalogue: None, service: None };
    let ids = append(
        bench,
        &handle,
        vec![alert("PaymentPoolWait"), finding("pool wait is up to 4.1 s"), EventBody::RunbookBegun(begun).into(), started.into()],
    )?;
    let [_, _, run, mitigation] = ids.as_slice() else { return Err("four events".into()) };
    let moved = |moved| amending(*run, EventBody::RunbookMoved { runbook: "Payment errors high".into(), moved });
    let step = RunMove::Step { number: 1, step: "Roll back".into(), changes: true, to: RunStepState::Done, note: None };
    let helped = EventBody::MitigationMoved {
        action: rollback(),
        from: MitigationState::Started,
        to: MitigationState::Done,
        effect: None,
        helped: Some(true),
    };
    let resolved = EventBody::StatusChanged { from: Status::Investigating, to: Status::Resolved, reason: None };
    append(
        bench,
        &handle,
        vec![moved(step), moved(RunMove::Ended { how: RunEnd::Finished, note: None }), amending(*mitigation, helped), resolved.into()],
    )?;
    let due = (start() + Days::new(4)).date_naive();
    let item = |text: &str| EventBody::ActionAdded {
        text: text.into(),
        owner: Some("@kai".into()),
        priority: ActionPriority::default(),
        due: Some(due),
        kind: None,
        from: None,
    };
    let items = append(bench, &handle, vec![item("Alert when pool wait passes 200 ms").into(), item("Raise the pool").into()])?;
    let done = EventBody::ActionClosed { text: "Raise the pool".into(), outcome: ActionOutcome::Done };
    append(bench, &handle, vec![amending(items[1], done)])?;
    Ok(handle)
}

#[test]
fn an_earlier_incident_that_is_like_this_one_is_told_with_what_it_taught() -> Result {
    let bench = Bench::new()?;
    let earlier = taught(&bench)?;
    let unlike = declare(&bench, "P2 Card emails late", "mail")?;
    append(&bench, &unlike, vec![finding("the relay waits")])?;
    bench.clock.set_minutes(9 * 24 * 60);
    let this = declare(&bench, "P1 Checkout timing out", "payments-api")?;
    append(&bench, &this, vec![alert("PaymentPoolWait"), finding("Pool wait again")])?;

    let similar = bench.room.similar(&this)?;

    let [SimilarIncident { handle, because, reasons, fixed_by, runbook, not_done, ago, .. }] = similar.as_slice() else {
        return Err(format!("one is like it: {similar:?}").into());
    };
    assert_eq!((handle, ago.as_str()), (&earlier, "9 d"));
    assert!(because.starts_with("Same service, same alert, “Pool wait"), "{because}");
    assert_eq!(reasons[0], SimilarReason::Service { service: "payments-api".into() });
    assert_eq!(reasons[1], SimilarReason::Alert { alert: "PaymentPoolWait".into() });
    assert_eq!(fixed_by.as_deref(), Some("Roll back payments-api"));
    assert_eq!(runbook.as_ref().map(|run| (run.title.as_str(), run.went.as_str())), Some(("Payment errors high", "went well")));
    let left: Vec<(&str, Option<&str>, &str, bool)> =
        not_done.iter().map(|action| (action.text.as_str(), action.owner.as_deref(), action.due.as_str(), action.late)).collect();
    assert_eq!(left, [("Alert when pool wait passes 200 ms", Some("@kai"), "5 d late", true)]);
    assert_eq!(bench.room.similar(&earlier)?, [], "a later one is none that was seen before");
    Ok(())
}

#[test]
fn one_thing_in_common_is_not_enough_and_three_are_shown_at_most() -> Result {
    let bench = Bench::new()?;
    for number in 0..20 {
        declare(
            &bench,
            &format!("P3 Other matter {}", "abcdefghijklmnopqrst".get(number..number + 1).unwrap_or_default().repeat(5)),
            "search",
        )?;
    }
    let mut all = Vec::new();
    for (number, found) in
        ["zebra crossing", "zebra crossing", "zebra crossing", "zebra crossing", "nothing of the kind"].iter().enumerate()
    {
        bench.clock.set_minutes(i64::try_from(number + 1)? * 60);
        let handle = declare(&bench, &format!("P2 Trouble number {number}"), "mail")?;
        append(&bench, &handle, vec![finding(found)])?;
        all.push(handle);
    }
    bench.clock.set_minutes(600);
    let this = declare(&bench, "P2 Other thing", "mail")?;
    append(&bench, &this, vec![finding("a zebra crossing")])?;

    let similar = bench.room.similar(&this)?;

    let handles: Vec<&str> = similar.iter().map(|one| one.handle.as_str()).collect();
    assert_eq!(handles, [all[3].as_str(), all[2].as_str(), all[1].as_str()], "the newest of those that are as much alike");
    let withdrawn = bench.room.withdraw(&all[3], Some("it was none"))?;
    drop(withdrawn);
    assert!(bench.room.similar(&this)?.iter().all(|one| one.handle != all[3]));
    Ok(())
}

#[test]
fn an_action_item_is_told_by_when_it_is_due() -> Result {
    let bench = Bench::new()?;
    let earlier = declare(&bench, "P2 Zebra crossing closed", "mail")?;
    for due in ["today", "3d"] {
        bench.room.add_action(&earlier, &ActionInput { text: format!("By {due}"), due: due.into(), ..ActionInput::default() })?;
    }
    bench.clock.set_minutes(1);
    let this = declare(&bench, "P2 Zebra crossing shut", "mail")?;
    let similar = bench.room.similar(&this)?;
    let due: Vec<&str> = similar.iter().flat_map(|one| &one.not_done).map(|action| action.due.as_str()).collect();
    assert_eq!(due, ["due today", "due in 3 d"]);
    assert_eq!(similar[0].ago, "1 min");
    Ok(())
}
