//! The procedure's own lists (`fixtures/seed`) are found in the built-in data, each line of them.

mod support;

use sitrep_core::filling::Values;
use sitrep_core::incident::Incident;
use sitrep_core::procedure::checklist;
use sitrep_core::team::{Catalogue, Policy, Service};
use sitrep_core::vocabulary::{ImpactQuestion, Role, Severity, VerificationCheck};
use support::{Story, at};

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The lines of a list, without capitals and full stops, which are a matter of where they stand.
fn plain(lines: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<String> {
    lines.into_iter().map(|line| line.as_ref().trim().trim_end_matches('.').to_lowercase()).collect()
}

macro_rules! seed {
    ($name:literal) => {
        plain(include_str!(concat!("fixtures/seed/", $name, ".txt")).lines())
    };
}

#[test]
fn the_ten_mitigations_and_the_seven_hypotheses() -> Result {
    let catalogue = Catalogue::built_in()?;
    let mitigations = catalogue.mitigations.iter();
    let told = mitigations.map(|one| format!("{} | {} | {} | {}", one.action, one.when, one.how, one.risk));
    assert_eq!(plain(told), seed!("mitigations"));
    let told = catalogue.hypotheses.iter().map(|one| format!("{} | {}", one.hypothesis, one.test));
    assert_eq!(plain(told), seed!("hypotheses"));
    assert_eq!((catalogue.mitigations.len(), catalogue.hypotheses.len()), (10, 7));
    Ok(())
}

#[test]
fn what_to_look_for_and_what_to_ask() -> Result {
    let catalogue = Catalogue::built_in()?;
    let signs = catalogue.signs.iter().map(|sign| format!("{} ({})", sign.sign, sign.question));
    assert_eq!(plain(signs), seed!("dashboard_signs"));
    assert_eq!(plain(catalogue.log_signs.iter().map(|sign| &sign.sign)), seed!("log_signs"));
    assert_eq!(plain(catalogue.deploy_questions.iter().map(|one| &one.question)), seed!("deploy_questions"));
    let asked = ImpactQuestion::ALL.map(|question| format!("{} ({})", question.prompt(), question.hint()));
    assert_eq!(without_articles(plain(asked)), without_articles(seed!("impact_questions")));
    Ok(())
}

/// On screen the answers are whole phrases, with articles and an 'or'.
fn without_articles(lines: Vec<String>) -> Vec<String> {
    let bare =
        |line: String| line.replace('(', "( ").split(' ').filter(|word| !["a", "the", "or"].contains(word)).collect::<Vec<_>>().join(" ");
    lines.into_iter().map(bare).collect()
}

#[test]
fn the_checklist_and_the_checks() -> Result {
    let incident = Incident::fold(&Story::declared(Severity::P1).events).ok_or("no incident")?;
    let policy = Policy::built_in()?;
    let lines = checklist(&incident, &policy, at(0));
    assert_eq!(plain(lines.iter().map(|line| &line.label)), seed!("checklist"));
    let quiet = |severity| policy.duties(&[severity]).quiet().map(|quiet| quiet.num_minutes());
    let minutes = [Severity::P0, Severity::P1, Severity::P2].map(quiet);
    assert_eq!(minutes, [Some(15), Some(15), Some(30)]);
    let fifth = "Monitor for at least 15 minutes (P0/P1) or 30 minutes (P2) before declaring resolved";
    let checks = VerificationCheck::TICKED.map(VerificationCheck::label).into_iter().chain([fifth]);
    assert_eq!(plain(checks), seed!("verification"));
    Ok(())
}

#[test]
fn the_roles_and_who_to_notify() -> Result {
    let policy = Policy::built_in()?;
    let roles = Role::ALL.map(|role| {
        let short = if role == Role::IncidentCommander { " (IC)" } else { "" };
        format!("{}{short} | {}", role.label(), policy.responsibility(role))
    });
    assert_eq!(plain(roles), seed!("roles"));
    let notify = Severity::ALL.map(|severity| format!("{severity} | {}", policy.duties(&[severity]).notify().join(", ")));
    assert_eq!(plain(notify), seed!("notify"));
    Ok(())
}

#[test]
fn the_rollback_is_the_procedures_own() -> Result {
    let service = Service { name: "order-service".to_owned(), ..Service::default() };
    let incident = Incident::fold(&Story::declared(Severity::P1).events).ok_or("no incident")?;
    let values = Values::of(&incident, Some(&service), at(20));
    let catalogue = Catalogue::built_in()?;
    let steps = catalogue.mitigation("rollback").ok_or("no rollback")?.filled(Some(&service), &values);
    let told = steps.into_iter().flat_map(|step| [Some(format!("# {}", step.say)), step.command]).flatten();
    let of_day = |line: String| line.replace("2024-03-15", "2026-11-23");
    // What the procedure says of adapting it is what `example` says.
    let seed = seed!("rollback").into_iter().map(of_day).filter(|line| !line.contains("adapt to") && !line.starts_with("# example"));
    assert_eq!(plain(told), seed.collect::<Vec<_>>());
    Ok(())
}
