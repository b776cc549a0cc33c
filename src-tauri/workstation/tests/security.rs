//! The security rule at the doors: whenever it is said, by whichever act.

mod support;

use sitrep_core::vocabulary::{EntryKind, FindingAbout, ImpactQuestion, Lowering, Severity};
use sitrep_workstation::Workstation;
use sitrep_workstation::acts::{DeclareInput, FindingInput};
use support::{Bench, Result};

fn lines(room: &Workstation, handle: &str) -> Result<String> {
    Ok(room.timeline(Some(handle))?.into_iter().map(|row| row.text).collect::<Vec<_>>().join("\n"))
}

fn severity(room: &Workstation, handle: &str) -> Result<Severity> {
    Ok(room.find(Some(handle))?.summary.severity)
}

fn question(room: &Workstation, handle: &str) -> Result<Option<String>> {
    Ok(room.incident_screen(handle)?.security_question.map(|asked| asked.text))
}

#[test]
fn certain_words_make_it_a_p0_whenever_they_come() -> Result {
    let says = "customer data was leaked";
    for act in 0..6 {
        let bench = Bench::new()?;
        let room = &bench.room;
        let handle = if act == 0 {
            room.declare(&DeclareInput { line: "P3 Export slow".into(), impact: Some(says.into()), ..DeclareInput::default() })?.handle
        } else {
            bench.declare("P3 Export slow")?
        };
        let mut told = None;
        match act {
            0 => {}
            1 => drop(room.log(Some(&handle), EntryKind::Note, says, None)?),
            2 => room.set_title(&handle, says)?,
            3 => room.answer_impact(&handle, ImpactQuestion::What, says)?,
            4 => room.add_finding(&handle, &FindingInput { about: FindingAbout::ALL[0], text: says.into(), onset: None, at: None })?,
            _ => told = room.submit_quick_entry(says, &room.aim_quick_entry(Some(&handle))?, &[])?.security,
        }

        assert_eq!(severity(room, &handle)?, Severity::P0, "act {act}");
        assert!(lines(room, &handle)?.contains("'customer data was leaked'"), "act {act}: {}", lines(room, &handle)?);
        let news = told.or_else(|| room.take_security_news()).ok_or("the door is not told")?;
        assert!(news.certain, "act {act}");

        room.decide_security(&handle, false, Some("it was made-up data"))?;
        let now = room.find(Some(&handle))?.summary;
        assert_eq!((now.severity, now.peak_severity), (Severity::P3, Some(Severity::P3)), "act {act}: back to what it was taken for");
        assert!(lines(room, &handle)?.contains("it was made-up data"), "act {act}");
    }
    Ok(())
}

#[test]
fn what_was_declared_a_security_matter_goes_back_to_what_it_was_taken_for() -> Result {
    let stated = DeclareInput { security: true, ..DeclareInput::default() };
    for (input, taken_for) in [
        (DeclareInput { line: "P2 Customer data breach".into(), ..DeclareInput::default() }, Severity::P2),
        (DeclareInput { line: "P2 Odd logins".into(), ..stated.clone() }, Severity::P2),
        (DeclareInput { line: "Customer data breach".into(), severity: Some(Severity::P1), ..DeclareInput::default() }, Severity::P1),
        (DeclareInput { line: "P0 Customer data breach".into(), ..DeclareInput::default() }, Severity::P0),
        (DeclareInput { line: "Customer data breach".into(), ..DeclareInput::default() }, Severity::P0),
    ] {
        let bench = Bench::new()?;
        let handle = bench.room.declare(&input)?.handle;
        assert_eq!(severity(&bench.room, &handle)?, Severity::P0, "{}", input.line);

        bench.room.decide_security(&handle, false, Some("it was a drill"))?;

        assert_eq!(severity(&bench.room, &handle)?, taken_for, "{}", input.line);
    }
    Ok(())
}

#[test]
fn an_edit_that_says_it_counts_as_an_entry_does() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P2 Export slow")?;
    let entry = bench.room.log(Some(&handle), EntryKind::Note, "a note", None)?;

    bench.room.amend_entry(&handle, entry.id, "AWS keys leaked on GitHub", None)?;

    assert_eq!(severity(&bench.room, &handle)?, Severity::P0);
    Ok(())
}

#[test]
fn likely_words_ask_once_and_no_is_enough() -> Result {
    let bench = Bench::new()?;
    let (room, handle) = (&bench.room, bench.declare("P2 Login slow")?);
    room.log(Some(&handle), EntryKind::Note, "Suspicious logins from two countries", None)?;
    assert_eq!(severity(room, &handle)?, Severity::P2);
    assert!(question(room, &handle)?.is_some_and(|asked| asked.contains("Suspicious logins")));

    room.decide_security(&handle, false, None)?;
    assert_eq!(question(room, &handle)?, None);
    room.log(Some(&handle), EntryKind::Note, "more suspicious logins", None)?;

    assert_eq!(question(room, &handle)?, None, "the same words ask no more");
    assert_eq!(severity(room, &handle)?, Severity::P2);
    room.log(Some(&handle), EntryKind::Note, "phishing mail found, too", None)?;
    assert!(question(room, &handle)?.is_some_and(|asked| asked.contains("phishing")), "other words do");
    room.decide_security(&handle, true, None)?;
    assert_eq!((severity(room, &handle)?, question(room, &handle)?), (Severity::P0, None));
    Ok(())
}

#[test]
fn taking_it_back_needs_a_reason_and_stays_so() -> Result {
    let bench = Bench::new()?;
    let (room, handle) = (&bench.room, bench.declare("P2 Export slow")?);
    room.log(Some(&handle), EntryKind::Note, "customer data was leaked", None)?;

    assert_eq!(room.decide_security(&handle, false, Some("\u{200b}")).map_err(|error| error.code()), Err("reason_needed"));
    room.decide_security(&handle, false, Some("it was a test file"))?;

    assert_eq!(severity(room, &handle)?, Severity::P2, "what the rule had raised is as it was");
    assert!(
        lines(room, &handle)?.contains("No security matter ('customer data was leaked'): it was a test file"),
        "{}",
        lines(room, &handle)?
    );
    room.log(Some(&handle), EntryKind::Note, "as said, customer data was leaked", None)?;
    assert_eq!((severity(room, &handle)?, question(room, &handle)?), (Severity::P2, None));
    Ok(())
}

#[test]
fn what_is_no_security_matter_asks_nothing() -> Result {
    let bench = Bench::new()?;
    let (room, handle) = (&bench.room, bench.declare("P2 Hacker News is hugging us")?);
    for words in ["no data breach", "ruled out a breach", "token bucket is empty", "key value store leaks memory"] {
        room.log(Some(&handle), EntryKind::Note, words, None)?;
    }

    assert_eq!((severity(room, &handle)?, question(room, &handle)?), (Severity::P2, None));
    assert_eq!(room.take_security_news(), None);
    Ok(())
}

#[test]
fn taking_a_security_matter_back_is_an_act_of_its_own() -> Result {
    let bench = Bench::new()?;
    let (room, handle) = (&bench.room, bench.declare("P2 Customer data breach")?);
    assert_eq!(severity(room, &handle)?, Severity::P0);

    let refused = room.set_severity(&handle, Severity::P2, Some("got better"), Some(Lowering::GotBetter)).err();
    assert_eq!((refused.map(|error| error.code()), severity(room, &handle)?), (Some("security_is_p0"), Severity::P0));
    assert!(!lines(room, &handle)?.contains("No security matter"));

    room.decide_security(&handle, false, Some("test data only"))?;

    assert!(lines(room, &handle)?.contains("No security matter ('Customer data breach'): test data only"));
    room.log(Some(&handle), EntryKind::Note, "the customer data breach was none", None)?;
    assert_eq!(severity(room, &handle)?, Severity::P2);
    Ok(())
}

#[test]
fn a_declaration_that_may_be_one_asks() -> Result {
    let bench = Bench::new()?;
    let input = DeclareInput { line: "P2 Possible data breach".into(), ..DeclareInput::default() };
    assert_eq!(bench.room.preview_declaration(&input, |help| format!("{help:?}"))?.severity, Some(Severity::P2));

    let handle = bench.room.declare(&input)?.handle;

    assert!(question(&bench.room, &handle)?.is_some_and(|asked| asked.contains("data breach")));
    assert!(bench.room.take_security_news().is_some_and(|news| !news.certain));
    Ok(())
}

#[test]
fn quick_entry_is_told_what_its_words_tell_of_security_and_only_then() -> Result {
    let bench = Bench::new()?;
    let handle = bench.room.declare(&DeclareInput { line: "P2 Export is slow".into(), ..DeclareInput::default() })?.handle;
    let aim = bench.room.aim_quick_entry(Some(&handle))?;
    let submit = |line: &str| bench.room.submit_quick_entry(line, &aim, &[]);

    bench.room.log(Some(&handle), EntryKind::Note, "is a breach possible?", None)?;
    bench.room.decide_security(&handle, false, None)?;
    assert_eq!(submit("queue is long")?.security, None, "that was asked in the window");
    let asked = submit("customer data may have leaked")?.security.ok_or("nothing is asked")?;
    assert_eq!((asked.handle.as_str(), asked.certain), (handle.as_str(), false));
    assert_eq!(submit("customer data may have leaked, says ana")?.security, None, "it is asked once");
    Ok(())
}

#[test]
fn what_the_rule_alone_called_a_p0_is_to_be_assessed_once_it_is_none() -> Result {
    let first_step = |line: &str| -> Result<String> {
        let bench = Bench::new()?;
        let (room, handle) = (&bench.room, bench.declare(line)?);
        room.decide_security(&handle, false, Some("a drill"))?;
        assert_eq!(severity(room, &handle)?, Severity::P0, "{line}");
        let step = room.incident_screen(&handle)?.next_step.text;
        room.reason_severity(&handle, "checkout is down")?;
        assert_ne!(room.incident_screen(&handle)?.next_step.text, "Say how bad it is", "{line}");
        Ok(step)
    };
    assert_eq!(first_step("Customer data breach")?, "Say how bad it is");
    assert_eq!(first_step("P0 Customer data breach")?, "Assess impact: who is affected?", "somebody said P0");
    Ok(())
}

#[test]
fn no_to_a_few_words_says_nothing_of_graver_ones() -> Result {
    let bench = Bench::new()?;
    let room = &bench.room;
    let log = |handle: &str, text: &str| room.log(Some(handle), EntryKind::Note, text, None).map(|_| ());

    let denied = bench.declare("P2 Export is slow")?;
    log(&denied, "is this a breach?")?;
    room.decide_security(&denied, false, None)?;
    log(&denied, "confirmed: customer data breach, 40k records dumped")?;
    assert_eq!(severity(room, &denied)?, Severity::P0);

    let open = bench.declare("P2 Search is slow")?;
    log(&open, "maybe a breach")?;
    log(&open, "customer data breach confirmed")?;
    assert_eq!(severity(room, &open)?, Severity::P0, "also while the first question waits");
    Ok(())
}

#[test]
fn each_question_waits_for_its_own_answer() -> Result {
    let bench = Bench::new()?;
    let (room, handle) = (&bench.room, bench.declare("P2 Export is slow")?);
    room.log(Some(&handle), EntryKind::Note, "phishing mail reported", None)?;
    room.log(Some(&handle), EntryKind::Note, "perhaps an unauthorised login", None)?;
    let asked = |part: &str| -> Result<bool> { Ok(question(room, &handle)?.is_some_and(|asked| asked.contains(part))) };
    assert!(asked("phishing")?, "{:?}", question(room, &handle)?);

    room.answer_security(&handle, false, None, Some("phishing"))?;
    assert!(asked("unauthorised login")?, "no to the one is no answer to the other: {:?}", question(room, &handle)?);
    let late = room.answer_security(&handle, false, None, Some("phishing")).err().ok_or("a late press answered another question")?;
    assert_eq!(late.to_string(), "Nothing was recorded: that was answered meanwhile, and it asks about 'unauthorised login' now.");
    assert!(asked("unauthorised login")?);
    room.answer_security(&handle, true, None, Some("unauthorised login"))?;
    assert_eq!((severity(room, &handle)?, question(room, &handle)?), (Severity::P0, None));
    Ok(())
}
