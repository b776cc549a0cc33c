//! What a team writes beside the policy: the guard's rules and the services, followed at once, a bad file never.

mod support;

use std::fs;
use std::sync::Arc;

use sitrep_core::guard::Scope;
use sitrep_workstation::Workstation;
use support::{Bench, Result, folders};

const RULE: &str =
    "[[rule]]\nid = \"badge\"\ntitle = \"Badge\"\nwhy = \"It opens the door.\"\ngroup = \"secret\"\npattern = 'BDG[0-9]{4}'\n";

fn found(room: &Workstation, text: &str) -> Vec<String> {
    let scope = Scope { for_customers: true, people: &[], handle: None, verified: false, next_update: None };
    room.guard().scan(text, &scope).into_iter().map(|hit| hit.found).collect()
}

fn bench() -> Result<(Bench, std::path::PathBuf)> {
    let bench = Bench::new()?;
    let config = folders(bench.folder.path()).config;
    fs::create_dir_all(&config)?;
    Ok((bench, config))
}

#[test]
fn a_guard_file_is_followed_at_once_and_a_bad_one_never() -> Result {
    let (bench, config) = bench()?;
    let file = config.join("guard.toml");
    let room = &bench.room;
    assert!(found(room, "BDG1234").is_empty() && room.guard_problem().is_none());
    fs::write(&file, RULE)?;
    assert_eq!(found(room, "BDG1234"), ["BDG1234"]);
    assert!(Arc::ptr_eq(&room.guard(), &room.guard()), "made once");

    fs::write(&file, format!("{RULE}except = ['(']\n"))?;
    assert_eq!(found(room, "BDG1234"), ["BDG1234"], "the last good one stays");
    let problem = room.guard_problem().ok_or("no problem")?;
    assert!(problem.starts_with("line 7, rule.badge.except[0]: is no pattern"), "{problem}");
    fs::write(config.join("services.toml"), "[jargon]\nledger = \"our records\"\n")?;
    assert_eq!(found(room, "the ledger, BDG1234"), ["the ledger", "BDG1234"], "with other services, too");
    let second = bench.second()?;
    assert_eq!(found(&second, "the ledger, BDG1234"), ["the ledger", "BDG1234"], "a new process knows no less");
    assert!(second.guard_problem().is_some());

    fs::remove_file(&file)?;
    assert!(found(room, "BDG1234").is_empty() && room.guard_problem().is_none());
    fs::write(&file, "[[rule]]\n")?;
    assert!(found(&bench.second()?, "BDG1234").is_empty(), "what was taken out is gone for all");
    Ok(())
}

#[test]
fn a_file_of_services_is_followed_at_once_and_a_bad_one_never() -> Result {
    let (bench, config) = bench()?;
    let file = config.join("services.toml");
    let room = &bench.room;
    assert!(room.services().services.is_empty() && room.services_problem().is_none());
    fs::write(&file, "[[service]]\nname = \"payments-api\"\ncustomer_name = \"Payments\"\n")?;
    assert_eq!(room.services().customer_name("payments-api"), Some("Payments"));
    assert_eq!(found(room, "payments-api is down"), ["payments-api"]);

    fs::write(&file, "[[service]]\nname = 3\n")?;
    assert_eq!(found(room, "payments-api is down"), ["payments-api"]);
    let problem = room.services_problem().ok_or("no problem")?;
    assert!(problem.starts_with("line 2, service[0].name: invalid type"), "{problem}");
    assert_eq!(found(&bench.second()?, "payments-api is down"), ["payments-api"], "a new process knows no less");

    fs::remove_file(&file)?;
    assert!(room.services().services.is_empty() && room.services_problem().is_none() && found(room, "payments-api is down").is_empty());
    Ok(())
}

#[test]
fn what_the_team_switched_off_is_said_beside_the_text() -> Result {
    let (bench, config) = bench()?;
    let handle = bench.declare("P1 Payments failing")?;
    let input = bench.room.compose_input(&handle, None, None)?;
    assert_eq!(bench.room.compose_update(&input)?.not_looked_for, None);
    fs::write(config.join("guard.toml"), "[[rule]]\nid = \"password\"\noff = true\n")?;
    let said = bench.room.compose_update(&input)?.not_looked_for;
    assert_eq!(said.as_deref(), Some("Not looked for, as guard.toml says: Password (password)."));
    Ok(())
}
