//! A team's `catalogue.toml` over the built-in lists, the commands of a mitigation, and what is proposed.

mod support;

use sitrep_core::filling::Values;
use sitrep_core::incident::Incident;
use sitrep_core::team::{Catalogue, Clue, KnownClues, Services, TeamFileError};
use sitrep_core::vocabulary::Severity;
use support::{Story, at};

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

fn proposed(catalogue: &Catalogue, clues: &[Clue], hypotheses: &[&str]) -> Vec<(String, String)> {
    let known =
        KnownClues { clues: clues.iter().copied().collect(), hypotheses: hypotheses.iter().map(|words| (*words).to_owned()).collect() };
    catalogue.propose(&known).into_iter().map(|proposal| (proposal.id, proposal.because)).collect()
}

#[test]
fn what_is_known_speaks_for_mitigations() -> std::result::Result<(), TeamFileError> {
    let catalogue = Catalogue::built_in()?;
    for (clues, hypotheses, expected) in [
        (vec![], vec![], vec![]),
        (vec![Clue::SuspectDeploy], vec![], vec!["rollback"]),
        (vec![Clue::Traffic], vec![], vec!["horizontal_scaling", "traffic_shedding"]),
        (vec![Clue::Resources], vec![], vec!["horizontal_scaling", "traffic_shedding"]),
        (vec![Clue::Memory], vec![], vec!["restart"]),
        (vec![], vec!["External dependency is down"], vec!["circuit_breaker"]),
        (vec![], vec!["Database is overloaded"], vec!["database_failover"]),
        (vec![], vec!["Memory leak"], vec!["restart"]),
        (vec![], vec!["the connection pool is too small"], vec!["database_failover"]),
        (vec![], vec!["v313 was deployed with a memory leak"], vec!["rollback", "restart"]),
        (vec![], vec!["predeployed forms"], vec![]),
        (vec![Clue::DataCorruption], vec!["it is the moon"], vec![]),
    ] {
        let told: Vec<String> = proposed(&catalogue, &clues, &hypotheses).into_iter().map(|(id, _)| id).collect();
        assert_eq!(told, expected, "{clues:?} {hypotheses:?}");
    }
    let both = proposed(&catalogue, &[Clue::Resources], &["Traffic spike overwhelmed the service"]);
    assert_eq!(both[0].1, "traffic is not as usual, resources run out");
    Ok(())
}

#[test]
fn a_service_has_commands_of_its_own() -> Result {
    let services = Services::parse(
        "[[service]]\nname = \"pay\"\nrollback = \"undo {service}\"\nrepositories = [{ path = \"/src/pay\", branch = \"release\" }]\n",
    )?;
    let incident = Incident::fold(&Story::declared(Severity::P0).events).ok_or("no incident")?;
    let catalogue = Catalogue::built_in()?;
    let steps = |action: &str, service| {
        let filled = catalogue.mitigation(action).map(|action| action.filled(service, &Values::of(&incident, service, at(5))));
        filled.ok_or("no such action")
    };
    let own = steps("Rollback", services.find("pay"))?;
    let commands: Vec<_> = own.iter().map(|step| (step.command.as_deref().unwrap_or_default(), step.example)).collect();
    assert_eq!(
        commands,
        [
            ("git log --oneline -10 origin/release", false),
            ("git tag -a incident-rollback-2026-11-23 -m \"Rolling back due to P0 incident\"", false),
            ("undo pay", false),
            ("kubectl rollout status deployment/pay", true),
            ("", false),
        ]
    );
    assert_eq!(own[0].folder.as_deref(), Some("/src/pay"));
    assert_eq!(own[4].folder, None);
    let unknown = steps("restart", None)?;
    assert_eq!(unknown[0].command.as_deref(), Some("kubectl rollout restart deployment/Checkout"));
    assert_eq!(steps("hotfix", services.find("pay"))?[0].command, None, "nothing to deploy with");
    Ok(())
}

#[test]
fn a_team_adds_changes_and_switches_off() -> std::result::Result<(), TeamFileError> {
    let catalogue = Catalogue::with(
        "[[mitigation]]\nid = \"cache_clear\"\nhow = \"purge.sh\"\n\n[[mitigation]]\nid = \"dns_redirect\"\noff = true\n\n[[mitigation]]\nid = \"drain\"\naction = \"Drain a cell\"\nwhen = \"One cell fails\"\nhow = \"cellctl drain\"\nrisk = \"Less capacity\"\nproposed_for = [\"memory\"]\nsteps = [{ say = \"Drain it\", run = \"cellctl drain {service}\" }]\n\n[[hypothesis]]\nid = \"moon\"\nhypothesis = \"It is the moon\"\ntest = \"Look up.\"\n\n[[log_sign]]\nid = \"new_errors\"\noff = true\n",
    )?;
    let built_in = Catalogue::built_in()?;
    let cache = catalogue.mitigation("cache_clear").map(|action| (action.how.as_str(), action.risk.as_str()));
    assert_eq!(cache, Some(("purge.sh", "Temporary increase in origin load after flush")));
    assert!(catalogue.mitigation("dns_redirect").is_none());
    assert_eq!(catalogue.mitigations.last().map(|action| action.id.as_str()), Some("drain"));
    assert_eq!(proposed(&catalogue, &[Clue::Memory], &[]).len(), 2);
    assert_eq!((catalogue.hypotheses.len(), catalogue.log_signs.len()), (8, 3));
    assert_eq!(catalogue.signs, built_in.signs);
    Ok(())
}

#[test]
fn a_bad_file_says_line_key_and_reason() {
    for (text, line, key, part) in [
        ("[[mitigation]]\nid = ", Some(2), None, ""),
        ("[[mitigation]]\naction = \"X\"", Some(1), Some("mitigation[0]"), "needs an id"),
        ("[[mitigation]]\nid = \"x\"\naction = \"X\"", Some(1), Some("mitigation.x"), "missing field"),
        ("[[mitigation]]\nid = \"restart\"\n\nrisk = 3", Some(4), Some("mitigation.restart.risk"), "invalid type"),
        ("[[mitigation]]\nid = \"restart\"\noff = \"yes\"", Some(3), Some("mitigation.restart.off"), "true or false"),
        (
            "[[mitigation]]\nid = \"restart\"\nproposed_for = [\"moon\"]",
            Some(3),
            Some("mitigation.restart.proposed_for[0]"),
            "unknown variant",
        ),
        (
            "[[mitigation]]\nid = \"restart\"\nsteps = [{ say = \"a\", run = \"b '{service}'\" }]",
            Some(3),
            Some("mitigation.restart.steps[0].run"),
            "quotes",
        ),
        ("[[hypothesis]]\nid = \"memory_leak\"\ncolour = 1", Some(3), Some("hypothesis.memory_leak.colour"), "unknown field"),
        ("[[song]]\nid = \"x\"", Some(1), Some("song"), "unknown field"),
    ] {
        let said = Catalogue::with(text).err();
        let found = said.as_ref().map(|error| (error.line, error.key.as_deref(), error.reason.contains(part)));
        assert_eq!(found, Some((line, key, true)), "{text}: {said:?}");
    }
}
