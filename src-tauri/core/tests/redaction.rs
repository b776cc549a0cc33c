//! A redaction: what becomes what, however it is written, and whether any of it still stands in a copy.

#![allow(clippy::expect_used, reason = "what was expected is what a test tells")]

use std::io::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use serde_json::json;
use sitrep_core::event::{Event, EventBody};
use sitrep_core::guard::Guard;
use sitrep_core::incident::Incident;
use sitrep_core::paper::{Block, Drawing, Fact, Level, LinkTarget, Paper, Picture, Table, Words};
use sitrep_core::redaction::{ChoiceRefusal, CopyForm, OtherWord, Redaction, RedactionChoices, RedactionKind, RedactionSource};
use sitrep_core::vocabulary::{EntryKind, EventId, IncidentId, Role, Severity};
use uuid::Uuid;

const SECRET: &str = "ghp_abcdefghijklmnopqrstuvwxyz0123456789";

fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_442_400 + minutes * 60, 0).unwrap_or_default()
}

/// The events of an incident, each by an author.
fn events(bodies: Vec<(&str, EventBody)>) -> Vec<Event> {
    let event = |(at_minute, (author, body)): (i64, (&str, EventBody))| Event {
        id: EventId(Uuid::from_u128(at_minute.unsigned_abs().into())),
        incident: IncidentId(Uuid::from_u128(7)),
        occurred_at: at(at_minute),
        recorded_at: at(at_minute),
        author: author.to_owned(),
        device: "laptop".to_owned(),
        amends: None,
        body,
    };
    (1..).zip(bodies).map(event).collect()
}

fn declared(title: &str) -> EventBody {
    let (handle, title, services) = (format!("2026-11-23-{}", sitrep_core::text::handle::slug(title)), title.to_owned(), vec![]);
    EventBody::Declared { handle, title, severity: Severity::P1, assessed: None, started_at: at(0), security: None, services }
}

fn note(text: &str) -> EventBody {
    EventBody::Entry { entry: EntryKind::Note, text: text.to_owned(), pictures: vec![], attached: None, from: None }
}

fn role(role: Role, person: &str) -> EventBody {
    EventBody::RoleChanged { role, from: None, to: Some(person.to_owned()) }
}

fn redaction_of(bodies: Vec<(&str, EventBody)>, choices: &RedactionChoices) -> Result<Redaction, ChoiceRefusal> {
    let events = events(bodies);
    let incident = Incident::fold(&events).expect("it was declared");
    let guard = Guard::built_in().expect("the rules read");
    Redaction::of(&RedactionSource { incident: &incident, events: &events, texts: &[] }, &guard, choices)
}

fn story() -> Vec<(&'static str, EventBody)> {
    vec![
        ("@ana", declared("Payments failing for Nordlicht GmbH")),
        ("@ana", role(Role::IncidentCommander, "@ana")),
        ("@ana", role(Role::TechnicalLead, "@raj.patel")),
        ("@ana", role(Role::Scribe, "@scribe")),
        ("@raj.patel", note("pool wait on pay-7f.eu-1.internal and 10.4.12.8 is flat, says Ana Ruiz")),
        ("@kai", note("Nordlicht GmbH reported it to kai@acme.example, call +49 30 1234567")),
        ("@kai", role(Role::TechnicalLead, "@will")),
        ("@will", note(&format!("{}{SECRET}", "token "))),
        ("@ana", note("see OPS-12 and #pay-war-room, asked @zoë and @李雷")),
    ]
}

fn redaction() -> Redaction {
    redaction_of(story(), &RedactionChoices::default()).expect("nothing was chosen")
}

fn replace(word: &str, with: &str) -> RedactionChoices {
    RedactionChoices { replace: vec![OtherWord { word: word.to_owned(), with: with.to_owned() }], ..RedactionChoices::default() }
}

fn keep(word: &str) -> RedactionChoices {
    RedactionChoices { keep: vec![word.to_owned()], ..RedactionChoices::default() }
}

#[test]
fn each_original_becomes_one_thing() {
    let redaction = redaction();
    let told: Vec<String> =
        redaction.items().iter().map(|item| format!("{:?} {} -> {}", item.kind, item.originals.join(", "), item.replacement)).collect();

    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_person_is_the_same_words_however_they_are_named() {
    let redaction = redaction();
    for name in ["@raj.patel", "raj.patel", "Raj Patel", "raj", "RAJ", "raj_patel", "`@raj.patel`", "&#64;raj&period;patel", "rаj"] {
        let told = redaction.text(&format!("then {name} did it"));
        assert!(told.contains("a second Technical Lead") && !told.to_lowercase().contains("raj"), "{name}: {told}");
    }
    for other in ["rajah", "trajectory", "raja.patelson"] {
        assert_eq!(redaction.text(other), other);
    }
}

#[test]
fn words_that_are_names_too_stay_words() {
    let redaction = redaction();
    assert_eq!(redaction.text("it will fail, said Will and @will"), "it will fail, said the Technical Lead and the Technical Lead");
    assert_eq!(redaction.text("Will it? the scribe wrote, and @scribe"), "Will it? the scribe wrote, and the Scribe");
}

#[test]
fn names_of_every_script_go() {
    let redaction = redaction();
    let told = redaction.text("李雷重启了, Zoë and zoë");
    assert!(!told.contains("李雷") && !told.to_lowercase().contains("zoë"), "{told}");
}

#[test]
fn a_sentence_begins_with_a_capital_and_a_field_does_not() {
    let redaction = redaction();
    assert_eq!(redaction.text("@ana rolled back. Ana watched."), "The Incident Commander rolled back. The Incident Commander watched.");
    assert_eq!(redaction.text("@ana"), "the Incident Commander");
}

#[test]
fn hosts_and_customers_are_found_in_every_spelling() {
    let redaction = redaction();
    for text in [
        "http://pay-7f.eu-1.internal:8080/x",
        "PAY-7F.EU-1.INTERNAL",
        "pay_7f_eu_1_internal.log",
        "pay%2D7f.eu%2D1.internal",
        "pay\\-7f.eu\\-1.internal",
        "{\\\"host\\\":\\\"pay-7f.eu-1.internal\\\"}",
        "pay-7f.\u{200b}eu-1.internal",
        &format!("x {} y", STANDARD.encode("host=pay-7f.eu-1.internal")),
    ] {
        let told = redaction.text(text);
        assert!(told.contains("ost 1"), "{text}: {told}");
        assert_eq!(redaction.still_in(told.as_bytes(), CopyForm::Other), None, "{text}: {told}");
    }
    assert_eq!(redaction.text("told Nordlicht and nordlicht-gmbh"), "told customer 1 and customer 1");
    assert_eq!(redaction.text("2026-11-23-payments-failing"), "2026-11-23-payments-failing", "the handle tells nothing of it");
}

#[test]
fn a_handle_that_tells_becomes_another() {
    let redaction = redaction_of(vec![("@ana", declared("Nordlicht GmbH cannot pay"))], &RedactionChoices::default()).expect("no choices");
    assert_eq!(redaction.text("#incident-2026-11-23-nordlicht-gmbh-cannot-pay"), "#incident-2026-11-23-customer-1-cannot-pay");
}

#[test]
fn a_person_may_leave_what_is_no_secret_or_give_another_word() {
    let kept = redaction_of(story(), &keep("10.4.12.8")).expect("an address may stay");
    assert_eq!(kept.text("at 10.4.12.8 by @ana"), "at 10.4.12.8 by the Incident Commander");
    let other = redaction_of(story(), &replace("Ana Ruiz", "our lead")).expect("another word");
    assert_eq!(other.text("asked @ana"), "asked our lead");
    let own = redaction_of(story(), &replace("Project Falcon", "a project")).expect("a word of one's own");
    assert_eq!(own.text("for project-falcon"), "for a project");
    assert_eq!(redaction_of(story(), &keep(SECRET)).err(), Some(ChoiceRefusal::SecretStays));
    assert_eq!(redaction_of(story(), &keep("nobody")).err(), Some(ChoiceRefusal::UnknownWord("nobody".to_owned())));
    assert_eq!(redaction_of(story(), &replace("@ana", " ")).err(), Some(ChoiceRefusal::Blank));
}

#[test]
fn json_keeps_what_names_data_and_loses_the_rest() {
    let redaction = redaction();
    let value = json!({"id": "019ab001-0000-7000-8000-000000000001", "at": "2026-11-23T14:00:00Z", "by": "@kai", "Nordlicht GmbH": ["10.4.12.8", 7]});

    let told = redaction.json(value);

    let expected = json!({"id": "019ab001-0000-7000-8000-000000000001", "at": "2026-11-23T14:00:00Z", "by": "a responder", "customer 1": ["address 1", 7]});
    assert_eq!(told, expected);
}

#[test]
fn a_paper_loses_them_in_every_part() {
    let redaction = redaction();
    let target = LinkTarget::try_from("https://pay-7f.eu-1.internal/x").expect("a page");
    let split = Words::default().strong("Ana").plain(" Ruiz").plain(", ").link("the page", target).code("10.4.12.8");
    let drawing = Drawing {
        file_name: "ana.svg".to_owned(),
        svg: "<svg><text x=\"1\">@ana &amp; kai</text></svg>".to_owned(),
        alternative: "by @kai".into(),
    };
    let picture = Picture { file_name: "pay-7f.eu-1.internal.png".to_owned(), alternative: "of Nordlicht GmbH".into() };
    let blocks = vec![
        Block::heading(Level::Section, "On 10.4.12.8"),
        Block::Paragraph { words: split },
        Block::Verbatim { text: SECRET.into() },
        Block::Facts { facts: vec![Fact::new("kai", "@ana")] },
        Block::Table(Table::new(["raj.patel"], vec![vec!["OPS-12".into()]]).with_caption("@zoë")),
        Block::Picture(picture),
        Block::Drawing(drawing),
    ];
    let paper = Paper { title: "Nordlicht GmbH".into(), language: "en".into(), author: Some("@ana".into()), written_at: at(0), blocks };

    let told = serde_json::to_string(&redaction.paper(&paper)).expect("it is written");

    assert_eq!(redaction.still_in(told.as_bytes(), CopyForm::Other), None, "{told}");
    assert!(redaction.still_in(serde_json::to_string(&paper).expect("it is written").as_bytes(), CopyForm::Other).is_some());
    assert!(
        told.contains(">the Incident Commander &amp; a responder<") || told.contains(">The Incident Commander &amp; a responder<"),
        "{told}"
    );
}

fn packed(text: &str) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).expect("it is packed");
    encoder.finish().expect("it is packed")
}

fn png(chunk: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).expect("it is short").to_be_bytes();
    [b"\x89PNG\r\n\x1a\n".as_slice(), &length, chunk, data, &[0; 4]].concat()
}

#[test]
fn what_still_stands_in_a_copy_is_found_however_it_is_packed() {
    let redaction = redaction();
    let host = "pay-7f.eu-1.internal";
    let copies: Vec<(&str, Vec<u8>)> = vec![
        ("plain", host.into()),
        ("in capitals", host.to_uppercase().into()),
        ("percent codes", "pay%2d7f%2eeu%2d1%2einternal".into()),
        ("entities", "pay&#45;7f.eu&hyphen;1.internal".into()),
        ("json", "{\"x\":\"\\u0070ay-7f.eu-1.internal\"}".into()),
        ("base64", STANDARD.encode(format!("at {host}, seen")).into()),
        ("a packed picture's words", png(b"zTXt", &[b"Comment\0\0".as_slice(), &packed(host)].concat())),
        ("a picture's words", png(b"tEXt", format!("Comment\0{host}").as_bytes())),
        ("a picture's pixels", png(b"IDAT", &packed(host))),
        (
            "a picture in a page",
            format!(
                "<img src=\"data:image/png;base64,{}\">",
                STANDARD.encode(png(b"tEXt", format!("Comment\0 taken at the place {host}").as_bytes()))
            )
            .into(),
        ),
        ("behind a picture", [png(b"IEND", b""), host.into()].concat()),
        ("a PDF", [b"%PDF-1.7\nstream\n".as_slice(), &packed(host), b"\nendstream"].concat()),
    ];
    for (how, copy) in copies {
        let still = redaction.still_in(&copy, CopyForm::Other).map(|still| still.original);
        assert_eq!(still.as_deref(), Some(host), "{how}");
    }
    assert_eq!(
        redaction.still_in(SECRET.as_bytes(), CopyForm::Other).map(|still| still.to_string()).as_deref(),
        Some("“ghp_…” is still in the copy")
    );
    let folded = "SUMMARY:about pay-7f.eu-1.int\r\n ernal";
    assert!(redaction.still_in(folded.as_bytes(), CopyForm::Calendar).is_some());
    assert_eq!(redaction.still_in(b"<li class=\"x\">nothing</li>", CopyForm::Html), None);
}

#[test]
fn the_marks_of_a_page_are_nobody() {
    let redaction = redaction_of(vec![("@li", declared("Slow"))], &RedactionChoices::default()).expect("no choices");
    assert_eq!(redaction.still_in(b"<style>li { }</style><li>x</li>", CopyForm::Html), None);
    for page in ["<li>by li</li>", "<p title=\"li\">x</p>", "<!-- li --><p></p>"] {
        assert!(redaction.still_in(page.as_bytes(), CopyForm::Html).is_some(), "{page}");
    }
    assert_eq!(redaction.items().first().map(|item| item.kind), Some(RedactionKind::Person));
}

#[test]
fn what_a_pdf_is_made_of_is_nobody_and_its_strings_are_read() {
    let redaction = redaction_of(vec![("@li", declared("Slow"))], &RedactionChoices::default()).expect("no choices");
    let pdf = |object: &str, stream: &str| format!("%PDF-1.7\n<</Li {object}>>\nstream\n{stream}\nendstream");
    let of_marks = pdf("(x)", "/Li BMC (x) Tj");
    assert_eq!(redaction.still_in(of_marks.as_bytes(), CopyForm::Pdf), None);
    let by_chance = [b"%PDF-1.7\nstream\n\xff\xfe\x80(@li)\xff".as_slice(), b"\nendstream"].concat();
    assert_eq!(redaction.still_in(&by_chance, CopyForm::Pdf), None, "what is packed has short words by chance");
    let packet = pdf("(x)", "<?xpacket?><rdf:li>x</rdf:li>");
    assert_eq!(redaction.still_in(packet.as_bytes(), CopyForm::Pdf), None);
    let (titled, wide, drawn) = (pdf("(by li)", ""), pdf("<FEFF004C0069>", ""), pdf("", "/Span <</Alt (by li)>> BDC"));
    for told in [titled, wide, drawn, pdf("", "<?xpacket?><rdf:li>by li</rdf:li>")] {
        assert!(redaction.still_in(told.as_bytes(), CopyForm::Pdf).is_some(), "{told}");
    }
}
