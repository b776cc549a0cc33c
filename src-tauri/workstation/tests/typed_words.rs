//! What a person types, at each door: what shows nothing is refused as nothing, and what is hidden in words is not kept.

mod support;

use chrono::TimeDelta;
use sitrep_core::text::DeclarationError;
use sitrep_core::vocabulary::{
    ChangeKind, EntryKind, EvidenceSide, FindingAbout, ImpactQuestion, Lowering, MitigationState, Role, Severity, Status,
};
use sitrep_workstation::acts::{
    ActionInput, ChangeInput, ConfirmedLine, DeclareInput, EvidenceInput, FindingInput, HypothesisInput, MitigationInput, MitigationMove,
    QuickAim,
};
use sitrep_workstation::{Error, SettingsChange, Workstation};
use support::{Bench, Result};

type Act = Box<dyn Fn(&Workstation, &str, &str) -> std::result::Result<(), Error>>;

fn open_at(handle: &str) -> QuickAim {
    QuickAim::Open { handle: handle.to_owned() }
}

/// Every act that takes words it cannot do without, given the handle and the words.
fn acts() -> Vec<(&'static str, Act)> {
    fn act<T>(
        name: &'static str,
        act: impl Fn(&Workstation, &str, &str) -> std::result::Result<T, Error> + 'static,
    ) -> (&'static str, Act) {
        (name, Box::new(move |room, handle, words| act(room, handle, words).map(|_| ())))
    }
    vec![
        act("declare", |room, _, words| room.declare(&DeclareInput { line: format!("P2 {words}"), ..DeclareInput::default() })),
        act("log", |room, handle, words| room.log(Some(handle), EntryKind::Note, words, None)),
        act("quick entry", |room, handle, words| room.submit_quick_entry(words, &open_at(handle), &[])),
        act("quick decision", |room, handle, words| room.submit_quick_entry(&format!("/decision {words}"), &open_at(handle), &[])),
        act("quick hypothesis", |room, handle, words| room.submit_quick_entry(&format!("/hypothesis {words}"), &open_at(handle), &[])),
        act("quick mitigation", |room, handle, words| room.submit_quick_entry(&format!("/mitigation {words}"), &open_at(handle), &[])),
        act("title", |room, handle, words| room.set_title(handle, words)),
        act("impact", |room, handle, words| room.answer_impact(handle, ImpactQuestion::Who, words)),
        act("reasoning", |room, handle, words| room.reason_severity(handle, words)),
        act("lowering", |room, handle, words| room.set_severity(handle, Severity::P3, Some(words), Some(Lowering::GotBetter))),
        act("early resolution", |room, handle, words| room.resolve(handle, Some(words))),
        act("time-box", |room, handle, words| room.set_timebox(handle, TimeDelta::minutes(5), words)),
        act("hypothesis", |room, handle, words| {
            room.add_hypothesis(handle, &HypothesisInput { statement: words.to_owned(), ..HypothesisInput::default() })
        }),
        act("evidence", |room, handle, words| {
            let id = room.find_hypothesis(handle, "the pool")?.id;
            room.add_evidence(handle, id, &EvidenceInput { side: EvidenceSide::For, text: words.to_owned(), source: None })
        }),
        act("mitigation", |room, handle, words| {
            room.add_mitigation(handle, &MitigationInput { action: words.to_owned(), ..MitigationInput::default() })
        }),
        act("undone mitigation", |room, handle, words| {
            let undone = MitigationMove { effect: Some(words.to_owned()), ..MitigationMove::to(MitigationState::RolledBack) };
            room.move_mitigation(handle, "roll", &undone)
        }),
        act("finding", |room, handle, words| {
            let about = FindingAbout::ALL[0];
            room.add_finding(handle, &FindingInput { about, text: words.to_owned(), onset: None, at: None })
        }),
        act("change", |room, handle, words| {
            let (change, summary, at) = (ChangeKind::Deploy, words.to_owned(), "-5m".to_owned());
            room.note_change(handle, &ChangeInput { change, summary, at, reference: None, repository: None, by: None, suspect: false })
        }),
        act("action item", |room, handle, words| {
            room.add_action(handle, &ActionInput { text: words.to_owned(), owner: None, priority: None, due: "2w".to_owned(), kind: None })
        }),
        act("transcript", |room, handle, words| {
            let line = ConfirmedLine { at: support::start(), author: None, text: words.to_owned() };
            room.record_transcript(handle, &[line])
        }),
        act("your name", |room, _, words| {
            room.change_settings(&SettingsChange { author: Some(words.to_owned()), ..SettingsChange::default() })
        }),
    ]
}

#[test]
fn what_shows_nothing_is_refused_as_nothing_is() -> Result {
    for blank in
        ["", " ", "\u{200b}", "\u{202e}", "\u{3164}", "\u{2800}", "\u{ad}", "\u{e0041}", "\0", "\u{1b}[31m", "\u{301}", "\u{2068}\u{2069}"]
    {
        let bench = Bench::new()?;
        let handle = bench.declare("P1 Payments failing")?;
        bench.room.add_hypothesis(&handle, &HypothesisInput { statement: "the pool is small".into(), ..HypothesisInput::default() })?;
        bench.room.add_mitigation(&handle, &MitigationInput { action: "Roll back".into(), ..MitigationInput::default() })?;
        let before = bench.room.timeline(Some(&handle))?.len();

        for (name, act) in acts() {
            assert!(act(&bench.room, &handle, blank).is_err(), "{name} took {blank:?}");
        }

        assert_eq!(bench.room.timeline(Some(&handle))?.len(), before, "{blank:?}");
        assert_eq!(bench.room.list()?.len(), 1, "{blank:?}");
        assert!(!bench.room.preview_quick_entry(blank, &open_at(&handle), |help| format!("{help:?}"))?.ready, "{blank:?}");
        let test = bench.room.find_hypothesis(&handle, "the pool")?.id;
        let named: [std::result::Result<(), Error>; 3] = [
            bench.room.assign_role(&handle, Role::Scribe, Some(blank)),
            bench.room.assign_hypothesis(&handle, test, Some(blank)),
            bench.room.add_action(
                &handle,
                &ActionInput { text: "Alert".into(), owner: Some(blank.into()), priority: None, due: "2w".into(), kind: None },
            ),
        ];
        assert!(named.iter().all(std::result::Result::is_err), "{blank:?}: {named:?}");
        assert_eq!(bench.room.find(Some(&handle))?.summary.roles.scribe, None, "{blank:?}");
    }
    Ok(())
}

#[test]
fn what_is_hidden_in_words_is_neither_kept_nor_shown() -> Result {
    let hidden = "be\u{202e}fore \u{1b}[31mred\u{1b}[0m\0 tag\u{e0041}ged \u{2067}and after";
    let seen = "before red tagged and after";
    let long = "long ".repeat(2_000);
    for (typed, kept) in [(hidden, seen), (long.as_str(), long.trim_end())] {
        for (name, act) in acts() {
            let bench = Bench::new()?;
            let handle = bench.declare("P1 Payments failing")?;
            bench.room.add_hypothesis(&handle, &HypothesisInput { statement: "the pool is small".into(), ..HypothesisInput::default() })?;
            bench.room.add_mitigation(&handle, &MitigationInput { action: "Roll back".into(), ..MitigationInput::default() })?;

            match act(&bench.room, &handle, typed) {
                Err(Error::Declaration(DeclarationError::LongTitle(_))) if typed == long => continue,
                done => done.unwrap_or_else(|error| panic!("{name}: {error}")),
            }

            let mut shown: Vec<String> = Vec::new();
            for incident in bench.room.list()? {
                shown.push(serde_json::to_string(&incident.summary)?);
                for row in bench.room.timeline(Some(&incident.summary.handle))? {
                    shown.extend([row.text.clone(), row.author.clone()]);
                }
                shown.push(bench.room.review_document(&incident.summary.handle)?);
            }
            shown.push(bench.room.settings()?.author);
            let whole = shown.join("\n");
            let at_name = kept.replace(' ', "-");
            assert!(whole.contains(kept) || whole.contains(&at_name), "{name} lost words: {whole:.400}");
            assert!(!whole.contains(['\u{202e}', '\u{1b}', '\0', '\u{e0041}', '\u{2067}']), "{name} kept what nobody saw");
            assert!(!whole.contains("\\u001b") && !whole.contains("\\u0000"), "{name}");
        }
    }
    Ok(())
}

#[test]
fn a_status_with_a_reason_that_shows_nothing_has_none() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;

    bench.room.set_status(&handle, Status::Identified, Some("\u{200b}"))?;

    let rows = bench.room.timeline(Some(&handle))?;
    let line = rows.last().map(|row| row.text.clone()).unwrap_or_default();
    assert!(!line.contains('\u{200b}'), "{line:?}");
    Ok(())
}

#[test]
fn words_for_nobody_get_no_role() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    for nobody in ["nobody yet", "TBD, asking", "no one", "@here"] {
        let refused = bench.room.assign_role(&handle, Role::IncidentCommander, Some(nobody));
        assert!(matches!(refused, Err(Error::NamesNobody(_))), "{nobody}: {refused:?}");
        let refused = bench.room.submit_quick_entry(&format!("/role commander {nobody}"), &open_at(&handle), &[]);
        assert!(refused.is_err(), "{nobody}: {refused:?}");
    }
    assert_eq!(bench.room.find(Some(&handle))?.summary.roles.incident_commander, None);
    Ok(())
}
