//! Triage and team: how it was detected, who commands and debugs, the channel with its bridge, the ticket of a P3.

mod support;

use sitrep_core::vocabulary::{Detection, FindingAbout, HypothesisState, Role, UpdateFormat, UpdateKind};
use sitrep_workstation::acts::{ChannelInput, DeclareInput, FindingInput, HypothesisInput, TicketInput};
use support::{Bench, Result};

fn lines(bench: &Bench, handle: &str) -> Result<Vec<String>> {
    Ok(bench.room.timeline(Some(handle))?.into_iter().map(|row| row.text).collect())
}

/// What a template says now, as plain text.
fn message(bench: &Bench, handle: &str, template: &str) -> Result<String> {
    let mut input = bench.room.compose_input(handle, Some(template), Some(UpdateFormat::Plain))?;
    input.anyway = true;
    Ok(bench.room.ready_update(&input)?.message.pasted().to_owned())
}

fn finding(about: FindingAbout, text: &str) -> FindingInput {
    FindingInput { about, text: text.to_owned(), onset: None, at: None }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn how_it_was_detected_is_said_once_at_declaration_or_in_triage() -> Result {
    let bench = Bench::new()?;
    let input = DeclareInput { line: "P1 Payments failing".into(), detected: Some(Detection::Alert), ..DeclareInput::default() };
    let handle = bench.room.declare(&input)?.handle;
    assert!(lines(&bench, &handle)?.contains(&"Detected by an alert".to_owned()));
    assert_eq!(bench.room.incident_screen(&handle)?.triage.detected, Some(Detection::Alert));

    let other = bench.declare("P2 Search is slow")?;
    bench.room.note_detection(&other, Detection::User)?;
    bench.room.note_detection(&other, Detection::User)?;

    assert_eq!(
        lines(&bench, &other)?.iter().filter(|line| line.starts_with("Detected")).collect::<Vec<_>>(),
        ["Detected by a user's report"]
    );
    assert_eq!(bench.room.incident_screen(&other)?.next_step.text, "Assess impact: who is affected?", "it is never asked for");
    Ok(())
}

#[test]
fn a_commander_who_debugs_is_told_so_once_and_asked_why_once() -> Result {
    let bench = Bench::new()?;
    let (room, handle) = (&bench.room, bench.declare("P1 Payments failing")?);
    let author = room.settings()?.author;
    room.assign_role(&handle, Role::IncidentCommander, Some(&author))?;
    assert_eq!(room.take_debugging_news(), None);
    assert_eq!(room.explain_debugging(&handle, "alone").err().map(|error| error.code()), Some("nobody_debugs"));

    room.add_finding(&handle, &finding(FindingAbout::Errors, "38 % since 14:00"))?;

    let (_, news) = room.take_debugging_news().ok_or("the door is not told")?;
    assert_eq!(news, format!("{author} commands and logged what was found: 38 % since 14:00. The Incident Commander does not debug."));
    room.add_finding(&handle, &finding(FindingAbout::Latency, "up to 4 s"))?;
    assert_eq!(room.take_debugging_news(), None, "it is said once");
    assert_eq!(room.incident_screen(&handle)?.debugging, Some(news));

    room.explain_debugging(&handle, "nobody else is awake")?;

    assert!(lines(&bench, &handle)?.contains(&format!("{author} commands and debugs: nobody else is awake")));
    room.assign_role(&handle, Role::TechnicalLead, Some(&author))?;
    assert_eq!((room.incident_screen(&handle)?.debugging, room.take_debugging_news()), (None, None), "why was said");
    room.assign_role(&handle, Role::IncidentCommander, Some("@li"))?;
    room.assign_role(&handle, Role::TechnicalLead, Some("@li"))?;
    assert!(room.take_debugging_news().is_some(), "another commander is another matter");
    Ok(())
}

#[test]
fn testing_a_hypothesis_and_holding_every_role_show_it_too() -> Result {
    let bench = Bench::new()?;
    let (room, handle) = (&bench.room, bench.declare("P1 Payments failing")?);
    room.assign_role(&handle, Role::IncidentCommander, Some("@ana"))?;
    let statement = "the pool is exhausted".to_owned();
    room.add_hypothesis(&handle, &HypothesisInput { statement, who: some("@ana"), ..HypothesisInput::default() })?;
    assert_eq!(room.take_debugging_news(), None);
    room.move_hypothesis(&handle, "pool", HypothesisState::Testing, None, None)?;
    assert!(room.take_debugging_news().is_some_and(|(_, news)| news.contains("tests whether the pool is exhausted")));

    let other = bench.declare("P1 Logins failing")?;
    for role in Role::ALL {
        room.assign_role(&other, role, Some("@bo"))?;
    }
    assert!(room.take_debugging_news().is_some());
    assert!(room.incident_screen(&other)?.debugging.is_some_and(|said| said.starts_with("@bo commands and holds all four roles")));
    Ok(())
}

#[test]
fn a_channel_of_another_name_its_link_and_the_bridge_are_in_what_is_sent() -> Result {
    let bench = Bench::new()?;
    let (room, handle) = (&bench.room, bench.declare("P1 Payments failing")?);
    let usual = room.find(Some(&handle))?.summary.channel;
    room.name_channel(&handle, &ChannelInput { name: some("#war-room"), link: some("https://chat.example.com/war-room"), bridge: None })?;
    room.name_channel(&handle, &ChannelInput { bridge: some("+49 30 1234, code 77"), ..ChannelInput::default() })?;

    for template in [UpdateKind::Initial.word(), "page", "assessment"] {
        let text = message(&bench, &handle, template)?;
        for words in ["#war-room", "https://chat.example.com/war-room", "+49 30 1234, code 77"] {
            assert!(text.contains(words), "{template}: {text}");
        }
    }
    let summary = room.find(Some(&handle))?.summary;
    assert_eq!((summary.channel.as_str(), summary.bridge.as_deref()), ("#war-room", Some("+49 30 1234, code 77")));
    room.name_channel(&handle, &ChannelInput { name: some(""), link: some(""), bridge: some("") })?;
    assert_eq!(room.find(Some(&handle))?.summary.channel, usual);
    let text = message(&bench, &handle, UpdateKind::Initial.word())?;
    assert!(text.contains(&usual) && !text.contains("Bridge"), "{text}");
    Ok(())
}

#[test]
fn a_p3_has_a_ticket_and_nobody_is_told_to_join_a_channel() -> Result {
    let bench = Bench::new()?;
    let (room, handle) = (&bench.room, bench.declare("P3 Logo is blurry")?);
    let channel = room.find(Some(&handle))?.summary.channel;
    assert!(room.incident_screen(&handle)?.by_ticket);
    assert!(message(&bench, &handle, "ticket")?.contains("Assigned to: nobody yet"));

    room.note_ticket(&handle, &TicketInput { number: some("OPS-12"), assignee: None })?;
    room.note_ticket(&handle, &TicketInput { number: None, assignee: some("li") })?;

    let ticket = message(&bench, &handle, "ticket")?;
    for words in ["P3: Logo is blurry", "Priority: P3, Minor Issue", "Ticket: OPS-12", "Assigned to: @li"] {
        assert!(ticket.contains(words), "{words}: {ticket}");
    }
    let page = message(&bench, &handle, "page")?;
    assert!(!page.contains(&channel) && !page.contains("Join") && page.contains("OPS-12"), "{page}");
    assert!(lines(&bench, &handle)?.contains(&"Ticket OPS-12, assigned to @li".to_owned()));
    assert!(room.incident_screen(&handle)?.acknowledged, "the assigned engineer is on it");
    let unseen = room.note_ticket(&handle, &TicketInput { number: None, assignee: some("\u{200b}") }).err();
    assert_eq!(unseen.map(|error| error.code()), Some("empty"), "a name in which nothing is seen is no way to name nobody");
    room.note_ticket(&handle, &TicketInput { number: some(""), assignee: some("") })?;
    assert!(lines(&bench, &handle)?.contains(&"No ticket, assigned to nobody".to_owned()));
    Ok(())
}
