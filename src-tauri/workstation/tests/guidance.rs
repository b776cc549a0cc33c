//! What leads through an incident: links, queries, actions and commands from the team's files, followed at once.

mod support;

use std::fs;
use std::path::PathBuf;

use sitrep_core::vocabulary::MitigationState;
use sitrep_workstation::Error;
use sitrep_workstation::acts::{DeclareInput, HypothesisInput, MitigationInput, MitigationMove};
use support::{Bench, Result, folders};

const SERVICES: &str = "[[service]]\nname = \"payments-api\"\naliases = [\"pay\"]\nrollback = \"deployctl undo {service}\"\nlogs = { platform = \"datadog\" }\n[[service.dashboards]]\ntitle = \"Overview\"\nurl = \"https://grafana.example/d/pay?from={from}&to={to}\"\n";

fn bench(services: &[&str]) -> Result<(Bench, PathBuf, String)> {
    let bench = Bench::new()?;
    let config = folders(bench.folder.path()).config;
    fs::create_dir_all(&config)?;
    let services = services.iter().map(|name| (*name).to_owned()).collect();
    let input = DeclareInput { line: "P1 Payments failing".to_owned(), services, ..DeclareInput::default() };
    let handle = bench.room.declare(&input)?.handle;
    Ok((bench, config, handle))
}

#[test]
fn the_services_of_an_incident_give_links_queries_and_commands() -> Result {
    let (bench, config, handle) = bench(&["pay", "payments-api", "search"])?;
    let room = &bench.room;
    assert!(room.dashboards(&handle)?.links.is_empty());
    fs::write(config.join("services.toml"), SERVICES)?;
    let dashboards = room.dashboards(&handle)?;
    assert_eq!(dashboards.links[0].url, "https://grafana.example/d/pay?from=1795440600000&to=1795442400000");
    assert_eq!((dashboards.links.len(), dashboards.signs.len()), (1, 4));
    assert!(dashboards.from.starts_with("13:30"), "{}", dashboards.from);

    let queries = room.log_queries(&handle)?;
    assert_eq!(queries.queries[0].query, "service:payments-api status:error");
    let of_search: Vec<_> = queries.queries.iter().filter(|query| query.service == "search").collect();
    assert_eq!((queries.queries.len(), of_search.len(), queries.signs.len()), (7, 6, 4));

    let filled = room.filled_commands(&handle, "rollback")?;
    let command = |service: usize| filled[service].steps[2].command.as_deref();
    assert_eq!((command(0), command(1)), (Some("deployctl undo payments-api"), Some("kubectl rollout undo deployment/search")));
    assert!(matches!(room.filled_commands(&handle, "prayer"), Err(Error::UnknownMitigation { .. })));
    Ok(())
}

#[test]
fn without_a_service_the_place_stands_open() -> Result {
    let (bench, _, handle) = bench(&[])?;
    let filled = bench.room.filled_commands(&handle, "Restart")?;
    assert_eq!(filled[0].steps[0].command.as_deref(), Some("kubectl rollout restart deployment/SERVICE"));
    assert_eq!(bench.room.log_queries(&handle)?.queries.len(), 6);
    Ok(())
}

#[test]
fn a_hypothesis_speaks_for_an_action_until_it_is_ruled_out() -> Result {
    use sitrep_core::vocabulary::HypothesisState;
    let (bench, _, handle) = bench(&[])?;
    let room = &bench.room;
    let starters = room.hypothesis_starters()?;
    assert_eq!((starters.len(), room.investigation(&handle)?.questions.len()), (7, 3));
    room.add_hypothesis(&handle, &HypothesisInput { statement: starters[0].hypothesis.clone(), ..HypothesisInput::default() })?;
    let because = || -> Result<Vec<_>> {
        let all = room.mitigation_catalogue(&handle)?;
        assert_eq!(all.len(), 10);
        Ok(all.into_iter().filter_map(|choice| Some((choice.action.id, choice.because?))).collect())
    };
    assert_eq!(because()?, [("rollback".to_owned(), "a recent deploy is suspected".to_owned())]);
    room.move_hypothesis(&handle, "", HypothesisState::RuledOut, None, None)?;
    assert!(because()?.is_empty());
    Ok(())
}

#[test]
fn a_catalogue_file_is_followed_at_once_and_a_bad_one_never() -> Result {
    let (bench, config, _) = bench(&[])?;
    let (room, file) = (&bench.room, config.join("catalogue.toml"));
    let count = || room.catalogue().mitigations.len();
    assert_eq!((count(), room.catalogue_problem()), (10, None));
    fs::write(&file, "[[mitigation]]\nid = \"dns_redirect\"\noff = true\n")?;
    assert_eq!(count(), 9);
    fs::write(&file, "[[mitigation]]\nid = \"restart\"\nrisk = 3\n")?;
    assert_eq!(count(), 9, "the last good one stays");
    let problem = room.catalogue_problem().ok_or("no problem")?;
    assert!(problem.starts_with("line 3, mitigation.restart.risk: invalid type"), "{problem}");
    assert_eq!(bench.second()?.catalogue().mitigations.len(), 10, "a new process never saw a good one");
    fs::remove_file(&file)?;
    assert_eq!((count(), room.catalogue_problem()), (10, None));
    Ok(())
}

#[test]
fn imported_services_are_added_only_when_the_whole_is_good() -> Result {
    let (bench, config, _) = bench(&[])?;
    let room = &bench.room;
    let catalogue = bench.folder.path().join("catalog-info.yaml");
    fs::write(&catalogue, "kind: Component\nmetadata:\n  name: ledger\n  title: Pay\nspec:\n  owner: group:default/books\n")?;
    fs::write(config.join("services.toml"), format!("# Ours.\n{SERVICES}"))?;
    let imported = room.import_services(&catalogue)?;
    assert_eq!(imported.toml, "[[service]]\nname = \"ledger\"\nowners = [\"books\"]\n", "the title is an alias of another");
    assert_eq!(fs::read_to_string(config.join("services.toml"))?, format!("# Ours.\n{SERVICES}"), "reading writes nothing");

    let path = room.append_services(&imported.toml)?;
    assert_eq!(fs::read_to_string(&path)?, format!("# Ours.\n{SERVICES}\n{}", imported.toml));
    assert_eq!((room.services().services.len(), room.check_services(None)?), (2, 2));
    let again = room.append_services(&imported.toml);
    assert!(matches!(&again, Err(Error::BadTeamFile { reason, .. }) if reason.contains("twice")), "{again:?}");
    assert_eq!(room.check_services(Some(&path))?, 2);
    assert!(room.import_services(&config.join("none.yaml")).is_err() && room.check_services(Some(&config.join("none.toml"))).is_err());
    Ok(())
}

#[test]
fn a_service_says_who_and_what_helps() -> Result {
    let (bench, config, handle) = bench(&["search", "payments-api", "mail"])?;
    let room = &bench.room;
    assert!(room.service_help(&handle)?.is_empty());
    let services = "[[service]]\nname = \"search\"\nrunbooks = [\"search.md\"]\n[[service]]\nname = \"mail\"\n[[service]]\nname = \"payments-api\"\nowners = [\"team-pay\"]\ncontacts = [{ who = \"Database on call\", how = \"+49 30 901820\" }]\nrunbooks = [\"https://wiki.example/{service}\"]\ndepends_on = [\"search\"]\n";
    fs::write(config.join("services.toml"), services)?;
    let help = room.service_help(&handle)?;
    assert_eq!(help.iter().map(|one| one.service.as_str()).collect::<Vec<_>>(), ["search", "payments-api"], "nothing is known of mail");
    assert_eq!(help[0].runbooks[0].location, config.join("runbooks/search.md").display().to_string());
    assert_eq!((help[1].contacts[0].how.as_str(), help[1].owners.as_slice()), ("+49 30 901820", ["team-pay".to_owned()].as_slice()));
    assert_eq!(help[1].depends_on, ["search"]);
    assert_eq!(room.runbook_link(&handle, 1)?, "https://wiki.example/payments-api");
    for none in [0, 2] {
        assert!(matches!(room.runbook_link(&handle, none), Err(Error::UnknownLink)), "{none} is no link");
    }
    Ok(())
}

#[test]
fn what_is_typed_is_matched_to_the_catalogue() -> Result {
    let (bench, _, handle) = bench(&[])?;
    let room = &bench.room;
    let mitigation = |action: &str, catalogue: Option<&str>| MitigationInput {
        action: action.to_owned(),
        catalogue: catalogue.map(str::to_owned),
        ..MitigationInput::default()
    };
    for (typed, id) in [("Cache clear", Some("cache_clear")), ("roll back to v312", Some("rollback")), ("asked the provider", None)] {
        room.add_mitigation(&handle, &mitigation(typed, None))?;
        assert_eq!(room.mitigations(&handle)?.uses.last().and_then(|one| one.catalogue.clone()).as_deref(), id, "{typed}");
    }
    let refused = room.add_mitigation(&handle, &mitigation("undo it", Some("rolback"))).err().ok_or("it was taken")?;
    assert!(refused.to_string().contains("the nearest is 'rollback'"), "{refused}");
    assert_eq!(room.mitigations(&handle)?.uses.len(), 3);

    let statement = "database is overloaded".to_owned();
    room.add_hypothesis(&handle, &HypothesisInput { statement, ..HypothesisInput::default() })?;
    let found = room.hypotheses(&handle)?;
    let how = found.into_iter().find_map(|one| one.how_to_test);
    assert_eq!(how.as_deref(), Some("Check connection pool, slow query log, lock contention."));
    Ok(())
}

#[test]
fn a_hotfix_that_was_used_owes_its_review_and_an_example_says_that_it_is_one() -> Result {
    let (bench, _, handle) = bench(&["payments-api"])?;
    let room = &bench.room;
    room.add_mitigation(&handle, &MitigationInput { action: "Hotfix for the null".to_owned(), ..MitigationInput::default() })?;
    room.move_mitigation(&handle, "Hotfix", &MitigationMove::to(MitigationState::Done))?;
    room.move_mitigation(
        &handle,
        "Hotfix",
        &MitigationMove { effect: Some("errors fall".into()), ..MitigationMove::to(MitigationState::Done) },
    )?;
    let actions: Vec<String> = room.incident_screen(&handle)?.actions.into_iter().map(|action| action.text).collect();
    assert_eq!(actions, ["Review the hotfix: Hotfix for the null"]);
    assert!(room.filled_commands(&handle, "restart")?[0].steps[0].example);
    Ok(())
}

#[test]
fn the_search_begins_with_the_overview() -> Result {
    let (bench, config, handle) = bench(&["pay", "shop"])?;
    let dashboard = |title: &str, overview: bool| {
        format!(
            "[[service.dashboards]]\ntitle = \"{title}\"\nurl = \"https://grafana.example/d/x\"\n{}",
            if overview { "overview = true\n" } else { "" }
        )
    };
    let pay = [dashboard("Errors", false), dashboard("Service overview", false)].concat();
    let shop = [dashboard("Overview of all", false), dashboard("Golden signals", true)].concat();
    fs::write(config.join("services.toml"), format!("[[service]]\nname = \"pay\"\n{pay}[[service]]\nname = \"shop\"\n{shop}"))?;
    let links = bench.room.dashboards(&handle)?.links;
    let told: Vec<(&str, bool)> = links.iter().map(|link| (link.title.as_str(), link.overview)).collect();
    assert_eq!(told, [("Service overview", true), ("Errors", false), ("Golden signals", true), ("Overview of all", false)]);
    Ok(())
}

#[test]
fn the_histories_of_changes_open_with_the_time_range() -> Result {
    let (bench, config, handle) = bench(&["pay"])?;
    let histories = "changes = [{ title = \"Pipeline\", url = \"https://ci.example/pay?since={from:iso}\" }, { title = \"Terraform\", url = \"https://tf.example/runs\" }]\n[[service.dashboards]]";
    fs::write(config.join("services.toml"), SERVICES.replace("[[service.dashboards]]", histories))?;
    let shown = bench.room.dashboards(&handle)?.histories;
    assert_eq!(shown.iter().map(|link| link.title.as_str()).collect::<Vec<_>>(), ["Pipeline", "Terraform"]);
    assert_eq!(bench.room.history_link(&handle, 0)?, "https://ci.example/pay?since=2026-11-23T13%3A30%3A00Z");
    assert_eq!(bench.room.history_link(&handle, 2).map_err(|error| error.code()), Err("unknown_link"));
    Ok(())
}
