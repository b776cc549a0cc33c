//! The search for the cause and what is done against it, from the terminal.

use std::fs;
use std::path::Path;
use std::process::Command;

use sitrep_tests::desktop::Desktop;
use sitrep_tests::{Failure, Outcome};

#[test]
fn a_change_becomes_a_confirmed_hypothesis_with_its_evidence() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    say(&desktop, &["finding", "add", "errors", "502s on cards", "--onset", "-1m"])?;
    say(&desktop, &["change", "add", "deploy", "v314", "--at", "-5m"])?;
    say(&desktop, &["change", "suspect", "1", "--hypothesis"])?;
    say(&desktop, &["hypothesis", "evidence", "for", "1", "errors began with it"])?;
    say(&desktop, &["hypothesis", "evidence", "against", "1", "one region had no deploy"])?;
    say(&desktop, &["log", "pool", "wait", "up", "to", "4.1", "s"])?;
    say(&desktop, &["hypothesis", "evidence", "for", "1", "--entry", "pool wait"])?;
    assert!(desktop.timeline_has(&handle, "Evidence for 'v314 of")? && desktop.timeline_has(&handle, "': pool wait up to 4.1 s")?);
    say(&desktop, &["hypothesis", "assign", "1", "@li"])?;
    say(&desktop, &["hypothesis", "confirmed", "1", "--because", "gone after the rollback"])?;
    let hypothesis = desktop.json(&["hypothesis", "list"])?[0].clone();
    assert_eq!((&hypothesis["state"], &hypothesis["who"]), (&"confirmed".into(), &"@li".into()), "{hypothesis}");
    for words in ["Errors: 502s on cards", "Suspect: v314", "Evidence for", "Evidence against", "@li tests", "Confirmed: v314"] {
        assert!(desktop.timeline_has(&handle, words)?, "{words}");
    }
    say(&desktop, &["finding", "remove", "1"])?;
    assert_eq!(desktop.json(&["finding", "list"])?.as_array().map(Vec::len), Some(0));
    Ok(())
}

#[test]
fn steps_checks_and_lines_by_hand_are_kept() -> Outcome {
    let desktop = Desktop::start()?;
    let handle = desktop.declare("P1 Payments failing")?;
    say(&desktop, &["step", "start", "logs"])?;
    let refused = desktop.sitrep(&["step", "skip", "dashboards"])?.answer()?;
    assert_ne!(refused.code, 0, "a step is left out for a reason");
    say(&desktop, &["step", "skip", "dashboards", "--reason", "there are none"])?;
    say(&desktop, &["check", "fix", "error-rate"])?;
    say(&desktop, &["check", "line", "7"])?;
    let by_fact = desktop.sitrep(&["check", "line", "1"])?.answer()?;
    assert_eq!(by_fact.code, 1, "{}", by_fact.err);
    for words in
        ["Examine logs, in progress", "Check dashboards, skipped: there are none", "Error rate returning", "Investigation following"]
    {
        assert!(desktop.timeline_has(&handle, words)?, "{words}");
    }
    Ok(())
}

#[test]
fn what_changed_before_the_onset_is_read_from_the_services_repositories() -> Outcome {
    let desktop = Desktop::start()?;
    let repository = desktop.folder().join("src/payments");
    fs::create_dir_all(&repository)?;
    git(&repository, &["init", "-q", "-b", "main"], 0)?;
    git(&repository, &["commit", "-q", "--allow-empty", "-m", "Long before"], 60 * 24)?;
    git(&repository, &["commit", "-q", "--allow-empty", "-m", "Read the card's country | \"new\""], 30)?;
    let config = desktop.folder().join("config/sitrep");
    fs::create_dir_all(&config)?;
    let services = format!("[[service]]\nname = \"payments\"\nrepositories = [{:?}]\n", repository.display().to_string());
    fs::write(config.join("services.toml"), services)?;
    desktop.sitrep(&["declare", "P1 Payments failing", "--service", "payments", "--started", "-10m"])?.done()?;
    let changes = desktop.json(&["changes", "--hours", "2"])?;
    let rows = changes["repositories"][0]["changes"].as_array().ok_or_else(|| Failure::new(format!("no rows in {changes}")))?;
    let subjects: Vec<_> = rows.iter().map(|row| row["subject"].as_str().unwrap_or_default()).collect();
    assert_eq!(subjects, ["Read the card's country | \"new\""], "{changes}");
    assert_eq!(rows[0]["nearest_before_onset"], true, "{changes}");

    // A hook of git's that runs this has variables set that name its own repository.
    let elsewhere = desktop.folder().join("elsewhere");
    fs::create_dir_all(&elsewhere)?;
    git(&elsewhere, &["init", "-q", "-b", "main"], 0)?;
    git(&elsewhere, &["commit", "-q", "--allow-empty", "-m", "Of another repository"], 30)?;
    let mut hooked = desktop.sitrep(&["changes", "--hours", "2"])?.into_command();
    let told = hooked.env("GIT_DIR", elsewhere.join(".git")).env("GIT_WORK_TREE", &elsewhere).output()?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.contains("Read the card's country") && !told.contains("Of another repository"), "{told}");

    fs::remove_dir_all(&repository)?;
    let gone = desktop.sitrep(&["changes"])?.answer()?;
    assert!(gone.out.contains("there is no folder"), "{} {}", gone.out, gone.err);
    Ok(())
}

#[test]
fn what_one_remote_does_not_give_hinders_no_other() -> Outcome {
    let desktop = Desktop::start()?;
    let at = |name: &str| desktop.folder().join(name);
    for name in ["origin", "lonely"] {
        fs::create_dir_all(at(name))?;
        git(&at(name), &["init", "-q", "-b", "main"], 0)?;
        git(&at(name), &["commit", "-q", "--allow-empty", "-m", "Lonely change"], 40)?;
    }
    git(desktop.folder(), &["clone", "-q", "origin", "clone"], 0)?;
    git(&at("origin"), &["commit", "-q", "--allow-empty", "-m", "Pushed since"], 30)?;
    git(&at("lonely"), &["remote", "add", "origin", "nowhere"], 0)?;
    desktop.sitrep(&["declare", "P1 Payments failing", "--started", "-10m"])?.done()?;
    let both = [at("lonely"), at("clone")].map(|path| path.display().to_string());
    let words = ["changes", "--fetch", "--repository", &both[0], "--repository", &both[1]];
    let told = desktop.sitrep(&words)?.done()?.out;
    for part in ["Nothing was fetched", "Lonely change", "Pushed since", "fetched just now"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    Ok(())
}

#[test]
fn a_backstage_catalogue_becomes_services() -> Outcome {
    let desktop = Desktop::start()?;
    let config = desktop.folder().join("config/sitrep");
    fs::create_dir_all(&config)?;
    fs::write(config.join("services.toml"), "# ours\n[[service]]\nname = \"search\"\n")?;
    let catalogue = desktop.folder().join("catalog-info.yaml");
    fs::write(
        &catalogue,
        "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: payments-api\n  title: Payments\nspec:\n  owner: team-pay\n",
    )?;
    let path = catalogue.display().to_string();
    let shown = desktop.sitrep(&["services", "import", &path])?.done()?.out;
    assert!(shown.contains("name = \"payments-api\""), "{shown}");
    assert!(!fs::read_to_string(config.join("services.toml"))?.contains("payments-api"), "it is only shown");
    desktop.sitrep(&["services", "import", &path, "--append"])?.done()?;
    let kept = fs::read_to_string(config.join("services.toml"))?;
    assert!(kept.starts_with("# ours\n") && kept.contains("payments-api"), "{kept}");
    assert!(desktop.sitrep(&["services", "list"])?.done()?.out.contains("payments-api"));
    Ok(())
}

fn say(desktop: &Desktop, words: &[&str]) -> Outcome {
    desktop.sitrep(words)?.done().map(|_| ())
}

/// Runs git with a clock some minutes ago.
fn git(folder: &Path, words: &[&str], minutes_ago: i64) -> Outcome {
    let at = (chrono::Utc::now() - chrono::TimeDelta::minutes(minutes_ago)).to_rfc3339();
    let mut command = Command::new("git");
    command.current_dir(folder).args(["-c", "user.name=Bo", "-c", "user.email=bo@example.com", "-c", "commit.gpgsign=false"]).args(words);
    let done = command.env("GIT_COMMITTER_DATE", &at).env("GIT_AUTHOR_DATE", &at).output()?;
    if done.status.success() { Ok(()) } else { Err(Failure::new(String::from_utf8_lossy(&done.stderr).into_owned())) }
}
