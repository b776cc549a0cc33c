//! Messages before they are copied: what the guard finds in them, and that one key mends it.

mod support;

use std::collections::BTreeMap;
use std::error::Error;
use std::sync::LazyLock;

use proptest::prelude::*;
use sitrep_core::event::EventBody;
use sitrep_core::guard::Guard;
use sitrep_core::incident::Incident;
use sitrep_core::messages::{Fix, GuardFinding, Message, MessageEdits, Recent, TemplateSet, compose, guard_message};
use sitrep_core::team::{Services, Team};
use sitrep_core::vocabulary::{HitGroup, Role, Severity, Status, UpdateField, UpdateFormat, UpdateKind, VerificationCheck};
use support::{Story, at, team};

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const SERVICES: &str = "[[service]]\nname = \"Checkout\"\ncustomer_name = \"Online shop\"\naliases = [\"chk\"]\n";

struct Desk {
    set: TemplateSet,
    guard: Guard,
    team: Team,
}

impl Desk {
    fn new(templates: &[(&str, &str)]) -> Result<Self> {
        let services = Services::parse(SERVICES)?;
        let files: Vec<_> = templates.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        Ok(Self {
            set: TemplateSet::with(&files)?,
            guard: Guard::with("", &services)?,
            team: Team { services: services.into(), ..team()? },
        })
    }

    fn look(&self, incident: &Incident, template: &str, asked: &MessageEdits) -> Result<(Message, Vec<GuardFinding>)> {
        let template = self.set.get(template, incident).ok_or("no such template")?;
        let message = compose(incident, &Recent::default(), &self.team, template, asked, at(42))?;
        let found = guard_message(&self.guard, &message, incident, &self.team, template, at(42));
        Ok((message, found))
    }

    /// Presses the key for the first thing that one key mends, until there is none; answers with the text and what is left.
    fn fixed(&self, incident: &Incident, template: &str, mut asked: MessageEdits) -> Result<(String, Vec<GuardFinding>)> {
        for _ in 0..60 {
            let (message, found) = self.look(incident, template, &asked)?;
            let next = found.iter().find_map(|found| match &found.fix {
                Fix::Rewrite(_) => None,
                fix => Some(fix.clone()),
            });
            match next {
                Some(Fix::Replace(words)) => asked.replaced.extend(words),
                Some(_) => asked.names_next_update = true,
                None => return Ok((message.document.write(UpdateFormat::Plain, &[]).text(), found)),
            }
        }
        Err("the key was pressed sixty times and there is still something".into())
    }
}

fn rules(found: &[GuardFinding]) -> Vec<&str> {
    found.iter().map(|found| found.hit.rule.as_str()).collect()
}

fn says(field: UpdateField, text: &str) -> MessageEdits {
    MessageEdits { edits: BTreeMap::from([(field, text.to_owned())]), ..MessageEdits::default() }
}

#[test]
fn what_was_found_has_its_place_in_the_words_and_none_in_a_subject() -> Result {
    let incident = Story::declared(Severity::P1).fold().ok_or("no declaration")?;
    let key = "AKIAUJZDEGXDNCF32EPF";
    let desk = Desk::new(&[("mine", &format!("+++\nsubject = \"{key}\"\n+++\nwith {key}"))])?;
    let (message, found) = desk.look(&incident, "mine", &MessageEdits::default())?;
    let places: Vec<_> = found.iter().filter(|found| found.hit.found == key).map(|found| found.place(&message)).collect();
    assert_eq!(places, [Some("with ".len().."with ".len() + key.len()), None]);
    Ok(())
}

#[test]
fn customers_read_of_the_service_by_their_own_name() -> Result {
    let incident = Story::declared(Severity::P1).fold().ok_or("no declaration")?;
    let (message, found) = Desk::new(&[])?.look(&incident, "customer", &MessageEdits::default())?;
    assert!(message.document.words().starts_with("Online shop Status Update"), "{}", message.document.words());
    assert_eq!(rules(&found), Vec::<&str>::new());
    let own_name = says(UpdateField::ServiceName, "chk");
    let (_, found) = Desk::new(&[])?.look(&incident, "customer", &own_name)?;
    assert!(rules(&found).contains(&"service-name"), "{found:?}");
    Ok(())
}

#[test]
fn a_service_that_customers_have_no_name_for_asks_for_one() -> Result {
    let incident = Story::declared(Severity::P1).fold().ok_or("no declaration")?;
    let services = Services::parse("[[service]]\nname = \"Checkout\"\n")?;
    let desk = Desk { team: Team { services: services.into(), ..team()? }, ..Desk::new(&[])? };
    let (message, _) = desk.look(&incident, "customer", &MessageEdits::default())?;
    let field = message.fields.iter().find(|field| field.field == UpdateField::ServiceName).ok_or("no such field")?;
    assert!(field.value.is_empty() && !message.document.words().contains("Checkout"), "{}", message.document.words());
    Ok(())
}

#[test]
fn people_who_are_known_are_known_to_the_guard() -> Result {
    let story = Story::declared(Severity::P1).then(1, EventBody::RoleChanged { role: Role::Scribe, from: None, to: Some("@ana".into()) });
    let incident = story.fold().ok_or("no declaration")?;
    let asked = says(UpdateField::CustomerStatus, "ana is restarting it");
    let desk = Desk::new(&[])?;
    assert_eq!(rules(&desk.look(&incident, "customer", &asked)?.1), ["person"]);
    let (text, left) = desk.fixed(&incident, "customer", asked)?;
    assert!(text.contains("Current status: our team is restarting it") && left.is_empty(), "{text}");
    Ok(())
}

#[test]
fn resolved_is_claimed_only_once_it_is_verified() -> Result {
    let desk = Desk::new(&[])?;
    let early = Story::declared(Severity::P1).fold().ok_or("no declaration")?;
    let (_, found) = desk.look(&early, "resolution", &MessageEdits::default())?;
    assert!(found.iter().any(|found| found.hit.group == HitGroup::Claim), "{found:?}");
    let (text, left) = desk.fixed(&early, "resolution", MessageEdits::default())?;
    assert!(!text.contains("RESOLVED") && left.is_empty(), "the template's own words are mended, too: {text}");
    let monitoring = EventBody::StatusChanged { from: Status::Investigating, to: Status::Monitoring, reason: None };
    let mut story = Story::declared(Severity::P1).then(1, monitoring);
    for check in VerificationCheck::TICKED {
        story = story.then(2, EventBody::VerificationChecked { check, done: true });
    }
    let verified = story.fold().ok_or("no declaration")?;
    assert_eq!(rules(&desk.look(&verified, "resolution", &MessageEdits::default())?.1), Vec::<&str>::new());
    Ok(())
}

#[test]
fn an_update_that_names_no_next_one_gets_a_last_line() -> Result {
    let own = "+++\naudience = \"customers\"\nupdate = \"customer\"\n+++\nWe look into it.\n";
    let desk = Desk::new(&[("customer", own)])?;
    let incident = Story::declared(Severity::P1).fold().ok_or("no declaration")?;
    let (_, found) = desk.look(&incident, "customer", &MessageEdits::default())?;
    assert_eq!(found.iter().map(|found| &found.fix).collect::<Vec<_>>(), [&Fix::NameNextUpdate]);
    let (text, left) = desk.fixed(&incident, "customer", MessageEdits::default())?;
    assert!(text.starts_with("We look into it.\n\nNext update by ") && left.is_empty(), "{text}");
    Ok(())
}

#[test]
fn what_only_a_person_can_say_otherwise_names_its_field() -> Result {
    let incident = Story::declared(Severity::P1).fold().ok_or("no declaration")?;
    let asked = says(UpdateField::UserImpact, "users, as we should have noticed");
    let (_, found) = Desk::new(&[])?.look(&incident, "customer", &asked)?;
    let fixes: Vec<_> = found.iter().map(|found| &found.fix).collect();
    assert!(fixes.contains(&&Fix::Rewrite(Some(UpdateField::UserImpact))), "{found:?}");
    Ok(())
}

/// The corpus without its comments.
fn secrets() -> Vec<String> {
    let lines = include_str!("guard/secrets.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(|(_, text)| text.replace("{}", "")).collect()
}

static DESK: LazyLock<std::result::Result<Desk, String>> = LazyLock::new(|| Desk::new(&[]).map_err(|error| error.to_string()));

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn one_key_after_the_other_mends_whatever_was_typed(picked in prop::collection::vec(0..60_usize, 1..4), kind in 0..4_usize, lines in any::<bool>()) {
        let corpus = secrets();
        let text: Vec<&str> = picked.iter().filter_map(|at| corpus.get(at % corpus.len())).map(String::as_str).collect();
        let text = text.join(if lines { "\n" } else { " and " });
        let kind = UpdateKind::ALL[kind];
        let story = Story::declared(Severity::P1).then(1, EventBody::TitleChanged { from: String::new(), to: text.clone() });
        let incident = story.fold().ok_or_else(|| TestCaseError::fail("no declaration"))?;
        let edits = UpdateField::ALL.map(|field| (field, text.clone())).into();
        let desk = DESK.as_ref().map_err(|error| TestCaseError::fail(error.clone()))?;
        let fixed = desk.fixed(&incident, kind.word(), MessageEdits { edits, ..MessageEdits::default() });
        let (words, left) = fixed.map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(left.is_empty(), "{left:?} in {words}");
    }
}
