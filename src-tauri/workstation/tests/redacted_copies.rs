//! No original of a redacted copy is in any byte of it, whatever its form; and the copy that is not redacted has them.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

mod pdf;
mod support;

use std::fs;
use std::io::Read;

use flate2::read::ZlibDecoder;
use sitrep_core::event::CommandRun;
use sitrep_core::paper::Png;
use sitrep_core::redaction::{OtherWord, RedactionChoices};
use sitrep_core::vocabulary::{
    ChangeKind, CommandOutcome, EntryKind, EvidenceSide, FindingAbout, ImpactQuestion, MomentMarker, ReviewField, Role, RunStepState,
    UpdateField, UpdateFormat, UpdateKind,
};
use sitrep_workstation::acts::{
    ActionInput, AlertInput, ChangeInput, ChannelInput, EvidenceInput, FindingInput, HypothesisInput, LongText, MitigationInput,
    TicketInput, WhyInput,
};
use sitrep_workstation::export::{BoxInPicture, Exported, PictureChoice, RedactedInput};
use sitrep_workstation::{Error, Existing, ExportFormat, NewEntry};
use support::{Bench, start};

/// What must not leave, by what it is.
struct Originals {
    title: &'static str,
    person: &'static str,
    full_name: &'static str,
    family_name: &'static str,
    host: &'static str,
    address: &'static str,
    mail: &'static str,
    customer: &'static str,
    secret: String,
}

impl Originals {
    fn plain() -> Self {
        Self {
            title: "Payments failing for Nordlicht GmbH",
            person: "@annika",
            full_name: "Annika Lindqvist",
            family_name: "Lindqvist",
            host: "pay-7f.eu-1.internal",
            address: "10.4.12.8",
            mail: "a.lindqvist@acme.example",
            customer: "Nordlicht GmbH",
            secret: format!("ghp_{}", "Ab3dEf6hIj9lMn2pQr5tUv8xYz1bCd4fGh7j"),
        }
    }

    fn of_other_scripts() -> Self {
        Self {
            title: "Zahlungen für Müller & Söhne AG hängen",
            person: "@zoë.günther",
            full_name: "Zoë Günther",
            family_name: "Günther",
            host: "db-müll-1.corp.internal",
            address: "192.168.17.23",
            mail: "zoe@straße.example",
            customer: "Müller & Söhne AG",
            secret: format!("sk_live_{}", "51Habcdefghijklmnopqrstuv"),
        }
    }

    fn that_are_words() -> Self {
        Self {
            title: "Blue Harbour Ltd cannot log in",
            person: "@will.turner",
            full_name: "Will Turner",
            family_name: "Turner",
            host: "web-prod-12",
            address: "172.16.9.1",
            mail: "will@harbour.example",
            customer: "Blue Harbour Ltd",
            secret: format!("xoxb-{}", "123456789012-abcdefABCDEF123456"),
        }
    }

    /// What is looked for in the bytes of a copy. Names that are words stand for themselves elsewhere.
    fn looked_for(&self) -> Vec<String> {
        let host = self.host;
        let plain = [self.person, self.full_name, self.family_name, host, self.address, self.mail, self.customer, &self.secret];
        let written = [host.replace('.', "%2E"), host.replace('.', "\\."), host.replace('.', "&#46;"), self.customer.replace('&', "&amp;")];
        let without_form = self.customer.rsplit_once(' ').map(|(name, _)| name.to_owned());
        plain.map(str::to_owned).into_iter().chain(written).chain(without_form).collect()
    }

    fn words(&self) -> String {
        let Self { person, full_name, family_name, host, address, mail, customer, secret, .. } = self;
        format!(
            "asked {person}: {full_name} ({mail}), or Ms {family_name}, saw {host} and http://{address}:8080/x fail for {customer}; token {secret}"
        )
    }
}

/// An incident that tells them in every field that takes words.
fn told_everywhere(bench: &Bench, originals: &Originals) -> String {
    let room = &bench.room;
    let words = originals.words();
    let handle = bench.declare(&format!("P1 {}", originals.title)).expect("it is declared");
    room.assign_role(&handle, Role::TechnicalLead, Some(originals.person)).expect("a role");
    room.assign_role(&handle, Role::IncidentCommander, Some("@boris")).expect("a role");
    for question in ImpactQuestion::ALL {
        if question != ImpactQuestion::When {
            room.answer_impact(&handle, question, &words).expect("an answer");
        }
    }
    room.reason_severity(&handle, &words).expect("a reason");
    let channel = ChannelInput { name: Some("#war-room".to_owned()), link: None, bridge: Some(words.clone()) };
    room.name_channel(&handle, &channel).expect("a channel");
    room.note_ticket(&handle, &TicketInput { number: Some("OPS-77".to_owned()), assignee: Some(originals.person.to_owned()) })
        .expect("a ticket");
    entries(bench, &handle, originals);
    investigation(bench, &handle, originals);
    update(bench, &handle, &words);
    runbook(bench, &handle, &words);
    alert(bench, &handle, originals);
    review(bench, &handle, originals);
    room.schedule_review(&handle, "tomorrow 15:00", originals.person).expect("a review");
    handle
}

fn entries(bench: &Bench, handle: &str, originals: &Originals) {
    let (room, words) = (&bench.room, originals.words());
    let first = room.log(Some(handle), EntryKind::Note, &format!("first {words}"), None).expect("an entry").id;
    room.amend_entry(handle, first, &format!("edited {words}"), None).expect("an edit");
    room.log(Some(handle), EntryKind::Decision, &format!("decided {words}"), None).expect("a decision");
    let undone = room.log(Some(handle), EntryKind::Note, &format!("undone {words}"), None).expect("an entry").id;
    room.remove_entry(handle, undone).expect("undone");
    let picture = room.keep_pixels(40, 30, vec![200; 40 * 30 * 4]).expect("a picture");
    let text = format!("screenshot of {}", originals.host);
    room.log_entry(Some(handle), &NewEntry { kind: EntryKind::Note, text: &text, pictures: &[picture.id] }, None).expect("a picture");
    let dump = format!("line one\n{words}\n{{\"host\":\"{}\"}}\nlast", originals.host);
    let name = format!("{}.log", originals.host);
    let entry = NewEntry { kind: EntryKind::Note, text: "dump", pictures: &[] };
    room.log_with_text(Some(handle), &entry, LongText { name: &name, text: &dump }, None).expect("a text");
    let run = CommandRun {
        command: format!("ssh {} --token {}", originals.host, originals.secret),
        started_at: start(),
        millis: 12,
        outcome: CommandOutcome::NotStarted(words.clone()),
        kept: vec![words],
    };
    room.record_command(handle, run, 10).expect("a command");
}

fn investigation(bench: &Bench, handle: &str, originals: &Originals) {
    let (room, words) = (&bench.room, originals.words());
    let finding = FindingInput { about: FindingAbout::Errors, text: words.clone(), onset: None, at: None };
    room.add_finding(handle, &finding).expect("a finding");
    let change = ChangeInput {
        change: ChangeKind::Deploy,
        summary: words.clone(),
        at: "-1m".to_owned(),
        reference: None,
        repository: Some(originals.host.to_owned()),
        by: Some(originals.full_name.to_owned()),
        suspect: true,
    };
    room.note_change(handle, &change).expect("a change");
    let hypothesis = HypothesisInput {
        statement: words.clone(),
        how_to_test: Some(words.clone()),
        who: Some(originals.person.to_owned()),
        minutes: None,
    };
    room.add_hypothesis(handle, &hypothesis).expect("a hypothesis");
    let id = room.hypotheses(handle).expect("they are read").first().expect("one").id;
    room.add_evidence(handle, id, &EvidenceInput { side: EvidenceSide::For, text: words.clone(), source: None }).expect("evidence");
    let mitigation = MitigationInput { action: words, ..MitigationInput::default() };
    room.add_mitigation(handle, &mitigation).expect("a mitigation");
}

fn update(bench: &Bench, handle: &str, words: &str) {
    for format in [UpdateFormat::Markdown, UpdateFormat::Html] {
        let mut input = bench.room.compose_input(handle, Some(UpdateKind::Initial.word()), None).expect("an update");
        (input.anyway, input.format) = (true, format);
        input.edits.insert(UpdateField::Impact, words.to_owned());
        bench.room.record_update(&bench.room.ready_update(&input).expect("it is ready")).expect("it is sent");
    }
}

fn runbook(bench: &Bench, handle: &str, words: &str) {
    let folder = bench.folder.path().join("config/runbooks");
    fs::create_dir_all(&folder).expect("a folder");
    let text = format!("# Errors high\n\n## Steps\n\n### 1. Look\n{words}\n\n### 2. Done\nNothing.\n");
    fs::write(folder.join("errors-high.md"), text).expect("a runbook");
    let run = bench.room.begin_runbook(handle, "errors-high").expect("a run");
    bench.room.move_runbook_step(handle, run, 1, RunStepState::Done, Some(words)).expect("a step");
}

fn alert(bench: &Bench, handle: &str, originals: &Originals) {
    let Originals { host, customer, .. } = originals;
    let text = format!(
        r#"{{"version": "4", "groupKey": "{{}}", "truncatedAlerts": 0, "status": "firing", "receiver": "sitrep", "groupLabels": {{}},
            "commonLabels": {{}}, "commonAnnotations": {{}}, "externalURL": "https://alertmanager.example", "alerts": [
            {{"status": "firing", "labels": {{"alertname": "ErrorsHigh", "instance": "{host}", "customer": "{customer}"}},
              "annotations": {{"summary": "errors on {host}"}}, "startsAt": "2026-11-23T13:52:00Z", "endsAt": "0001-01-01T00:00:00Z",
              "generatorURL": "https://{host}/graph", "fingerprint": "a1"}}]}}"#
    );
    bench.room.add_alerts(handle, &AlertInput { text, ..AlertInput::default() }).expect("an alert");
}

fn review(bench: &Bench, handle: &str, originals: &Originals) {
    let (room, words) = (&bench.room, originals.words());
    let fields = [
        ReviewField::Summary,
        ReviewField::RootCause,
        ReviewField::UsersAffected,
        ReviewField::RevenueImpact,
        ReviewField::DataImpact,
        ReviewField::WentWell,
        ReviewField::CouldImprove,
        ReviewField::Lucky,
        ReviewField::Thanks,
        ReviewField::Problem,
    ];
    for field in fields {
        room.edit_review(handle, &field, &format!("- {words}\n- and `{}`", originals.host)).expect("a part");
    }
    for field in [ReviewField::Author, ReviewField::Owner] {
        room.edit_review(handle, &field, originals.person).expect("a part");
    }
    let top = room.add_why(handle, &WhyInput { text: words.clone(), under: None, after: None }).expect("a why");
    room.add_why(handle, &WhyInput { text: words.clone(), under: Some(top), after: None }).expect("a why");
    let action =
        ActionInput { text: words.clone(), owner: Some(originals.person.to_owned()), due: "2w".to_owned(), ..ActionInput::default() };
    room.add_action(handle, &action).expect("an action");
    room.add_idea(handle, &words).expect("an idea");
    for row in room.timeline(Some(handle)).expect("it is read") {
        room.choose_line(handle, row.id, true).expect("a line");
        room.mark_line(handle, row.id, Some(MomentMarker::KeyMoment), Some(&words)).expect("a mark");
    }
}

/// The text in small letters, and what is packed in it.
fn all_bytes(copy: &Exported) -> Vec<u8> {
    match copy {
        Exported::Text(text) => all_of_text(text),
        Exported::Pdf(printed) => pdf::all_of(&printed.pdf),
    }
}

fn all_of_text(copy: &str) -> Vec<u8> {
    let mut bytes = copy.to_lowercase().into_bytes();
    let packed = copy.split("data:image/png;base64,").skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned());
    let in_json = copy.split("\"png\":\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned());
    for picture in packed.chain(in_json) {
        let png = Png::try_from(picture).expect("a picture is a PNG");
        let at = png.bytes().windows(4).position(|window| window == b"IDAT").expect("it has pixels");
        let mut pixels = Vec::new();
        ZlibDecoder::new(&png.bytes()[at + 4..]).read_to_end(&mut pixels).expect("they unpack");
        bytes.extend(png.bytes().iter().chain(&pixels));
    }
    bytes
}

fn found<'a>(bytes: &[u8], words: &'a [String]) -> Vec<&'a str> {
    let stands = |word: &&'a String| bytes.windows(word.len()).any(|window| window == word.to_lowercase().as_bytes());
    words.iter().filter(stands).map(String::as_str).collect()
}

fn told(originals: &Originals) -> (Bench, String) {
    let bench = Bench::new().expect("a workstation");
    bench.room.keep_secrets();
    bench.room.print_with(pdf::program());
    let handle = told_everywhere(&bench, originals);
    (bench, handle)
}

fn check(originals: &Originals) {
    let (bench, handle) = told(originals);
    let looked_for = originals.looked_for();
    let pictures = bench.room.timeline_pictures(&handle).expect("they are read");
    let boxes = vec![BoxInPicture { left: 1, top: 1, width: 5, height: 5 }];
    let pictures = pictures.into_iter().map(|shown| PictureChoice { picture: shown.picture.id, boxes: boxes.clone() }).collect();
    let with_pictures = RedactedInput { words: RedactionChoices::default(), pictures };
    for format in ExportFormat::ALL {
        for input in [&RedactedInput::default(), &with_pictures] {
            let copy = bench.room.export(&handle, format, Some(input)).expect("a copy");
            let left = found(&all_bytes(&copy), &looked_for);
            assert!(left.is_empty(), "{left:?} in {format:?}: {}", around(&all_bytes(&copy), left[0]));
        }
        let whole = bench.room.export(&handle, format, None).expect("it is handed on");
        let there = found(&all_bytes(&whole), &looked_for);
        let fewest = if format == ExportFormat::Calendar { 1 } else { 4 };
        assert!(there.len() >= fewest, "{format:?} has {there:?} where nothing is left out");
    }
    let json = words(&bench, &handle, ExportFormat::Json);
    assert!(json.contains(&originals.secret), "what is taken in again is whole");
}

/// What is handed on in a form that is words.
fn words(bench: &Bench, handle: &str, format: ExportFormat) -> String {
    let exported = bench.room.export(handle, format, None).expect("it is handed on");
    String::from_utf8(exported.bytes().to_vec()).expect("it is words")
}

/// What stands around words, to see where they are from.
fn around(copy: &[u8], words: &str) -> String {
    let copy = String::from_utf8_lossy(copy);
    let at = copy.to_lowercase().find(&words.to_lowercase()).unwrap_or_default();
    copy.to_lowercase().chars().skip(copy[..at].chars().count().saturating_sub(120)).take(300).collect()
}

#[test]
fn no_original_is_in_any_byte_of_a_redacted_copy() {
    check(&Originals::plain());
}

#[test]
fn names_of_every_script_are_in_none() {
    check(&Originals::of_other_scripts());
}

#[test]
fn names_that_are_words_are_in_none() {
    check(&Originals::that_are_words());
}

#[test]
fn a_copy_reads_the_same_person_as_the_same_role_and_tells_what_becomes_what() {
    let (bench, handle) = told(&Originals::plain());

    let preview = bench.room.redacted_copy(&handle, ExportFormat::Markdown, &RedactedInput::default()).expect("a preview");

    let row = |original: &str| preview.rows.iter().find(|row| row.originals.iter().any(|known| known == original));
    let person = row("@annika").expect("she is there");
    assert_eq!((person.replacement.as_str(), person.taken, person.may_stay), ("the Technical Lead", true, true));
    assert!(person.count > 10, "{person:?}");
    let secret = row("ghp_…").expect("of a secret the beginning is shown");
    assert!(!secret.may_stay);
    assert_eq!(preview.still, None);
    assert!(preview.copy.contains("the Technical Lead") && !preview.copy.to_lowercase().contains("annika"));
    assert_eq!(preview.pictures.len(), 1);
    assert!(!preview.pictures[0].given);
}

#[test]
fn where_an_original_still_stands_nothing_is_written() {
    let (bench, handle) = told(&Originals::plain());
    let file = bench.folder.path().join("copy.json");
    let other = OtherWord { word: "10.4.12.8".to_owned(), with: "next to pay-7f.eu-1.internal".to_owned() };
    let input = RedactedInput { words: RedactionChoices { replace: vec![other], ..RedactionChoices::default() }, pictures: vec![] };

    let refused = bench.room.save_export(&handle, ExportFormat::Json, Some(&input), &file, Existing::Stays).expect_err("it tells a host");

    assert_eq!(
        (refused.code(), refused.to_string().as_str()),
        ("still_in_copy", "“pay-7f.eu-1.internal” is still in the copy. Not saved.")
    );
    assert!(!file.exists());
    let named = bench.folder.path().join("annika.html");
    let refused = bench.room.save_export(&handle, ExportFormat::Html, Some(&RedactedInput::default()), &named, Existing::Stays);
    assert_eq!(refused.expect_err("its name tells").to_string(), "“@annika” is still in the file’s name. Not saved.");
    assert!(!named.exists());
}

#[test]
fn a_file_appears_whole_and_never_over_another() {
    let (bench, handle) = told(&Originals::plain());
    let file = bench.folder.path().join("copy.json");
    let save = |existing| bench.room.save_export(&handle, ExportFormat::Json, Some(&RedactedInput::default()), &file, existing);

    let saved = save(Existing::Stays).expect("it is saved");

    assert!(saved.originals.is_some_and(|count| count > 5) && saved.bytes as u64 == fs::metadata(&file).expect("it is there").len());
    fs::write(&file, "mine").expect("somebody writes there");
    assert!(matches!(save(Existing::Stays), Err(Error::FileExists(_))));
    assert_eq!(fs::read_to_string(&file).expect("it is read"), "mine");
    save(Existing::GivesWay).expect("it gives way");
    assert!(fs::read_to_string(&file).expect("it is read").starts_with("{\"sitrep\":\"incident\",\"version\":1,\"redacted\":true"));
}

#[test]
fn a_copy_is_kept_beside_the_reviews_under_a_name_that_tells_nothing() {
    let bench = Bench::new().expect("a workstation");
    let handle = bench.declare("P1 Nordlicht GmbH cannot pay").expect("it is declared");
    let keep = || bench.room.keep_redacted_copy(&handle, ExportFormat::Html, &RedactedInput::default()).expect("it is kept").file;

    let (first, second) = (keep(), keep());

    assert!(first.ends_with("-customer-1-cannot-pay-redacted.html"), "{first}");
    assert!(second.ends_with("-customer-1-cannot-pay-redacted-2.html"), "{second}");
}

#[test]
fn a_page_asks_for_nothing_outside_and_shows_the_course() {
    let (bench, handle) = told(&Originals::plain());

    let page = words(&bench, &handle, ExportFormat::Html);

    for shown in ["<svg", "=\"var(--text-", "data:image/png;base64,"] {
        assert!(page.contains(shown), "{shown}");
    }
    for outside in ["src=\"http", "<script", "@import", "url(http", "<link"] {
        assert!(!page.contains(outside), "{outside}");
    }
    let markdown = words(&bench, &handle, ExportFormat::Markdown);
    assert!(markdown.contains("## Course (UTC)") && !markdown.contains("<svg"));
}

#[test]
fn the_whole_incident_holds_each_event_to_the_byte() {
    let (bench, handle) = told(&Originals::plain());

    let text = words(&bench, &handle, ExportFormat::Json);

    let file: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let events = file["events"].as_array().expect("events");
    assert_eq!((&file["sitrep"], &file["version"], &file["redacted"]), (&"incident".into(), &1.into(), &false.into()));
    assert_eq!(file["incident"]["handle"], handle.as_str());
    assert!(events.len() > 40, "{}", events.len());
    let indexes: Vec<i64> = events.iter().filter_map(|event| event["device_index"].as_i64()).collect();
    assert!(indexes.windows(2).all(|pair| pair[0] < pair[1]), "each of its device by its number: {indexes:?}");
    assert_eq!(file["texts"].as_array().map(Vec::len), Some(2), "the dump, and the runbook's");
    assert_eq!(file["pictures"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_timeline_runs_nothing_in_a_spreadsheet() {
    let bench = Bench::new().expect("a workstation");
    let handle = bench.declare("P2 Search slow").expect("it is declared");
    bench.room.log(Some(&handle), EntryKind::Note, "=HYPERLINK(\"http://x\")", None).expect("an entry");

    let csv = words(&bench, &handle, ExportFormat::Csv);

    assert!(csv.starts_with("occurred_at,recorded_at,author,kind,text\r\n"));
    assert!(csv.contains(",\"'=HYPERLINK(\"\"http://x\"\")\"\r\n"), "{csv}");
    assert_eq!(bench.room.export(&handle, ExportFormat::Calendar, None).expect_err("no time yet").code(), "not_scheduled");
}
