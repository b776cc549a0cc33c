//! Editing a team's files: looked at while typed, saved whole, never over what somebody else wrote, set aside instead of deleted.

mod support;

use std::fs;

use sitrep_core::vocabulary::UpdateFormat;
use sitrep_workstation::Workstation;
use sitrep_workstation::editing::{TeamFileInput, TeamFileLook, TeamFileSave, TeamFileText};
use sitrep_workstation::messages::ComposeInput;
use support::{Bench, Result, folders};

const STATUS: &str = "templates/status.j2";

fn look(room: &Workstation, name: &str, text: &str) -> Result<TeamFileLook> {
    Ok(room.look_at_team_file(&TeamFileInput { name: name.to_owned(), text: text.to_owned(), ..TeamFileInput::default() })?)
}

fn save(room: &Workstation, opened: &TeamFileText, text: &str, anyway: bool) -> Result<TeamFileText> {
    Ok(room.save_team_file(&TeamFileSave { name: opened.name.clone(), text: text.to_owned(), stamp: opened.stamp.clone(), anyway })?)
}

fn said(look: &TeamFileLook) -> String {
    look.render.iter().flat_map(|render| &render.pieces).map(|piece| piece.text.as_str()).collect()
}

fn update(room: &Workstation, handle: &str) -> Result<String> {
    let input = ComposeInput { handle: handle.to_owned(), template: "status".to_owned(), anyway: true, ..ComposeInput::default() };
    Ok(room.ready_update(&input)?.message.text)
}

#[test]
fn every_file_is_listed_with_where_it_comes_from() -> Result {
    let bench = Bench::new()?;
    let config = folders(bench.folder.path()).config;
    fs::create_dir_all(config.join("templates"))?;
    fs::write(config.join(STATUS), "Now: {{ title }}\n")?;
    fs::write(config.join("templates/bridge.j2"), "{{ titel }}\n")?;
    fs::write(config.join("services.toml"), "[[service]]\nname = 3\n")?;
    let files = bench.room.team_files()?;
    let told = |name: &str| files.iter().find(|file| file.name == name).map(|file| (file.origin.as_str(), file.problem.as_deref()));
    assert_eq!(told("templates/initial.j2"), Some(("built in", None)));
    assert_eq!(told(STATUS), Some(("yours, over the built-in one", None)));
    let (origin, problem) = told("templates/bridge.j2").ok_or("not listed")?;
    assert!(origin == "yours" && problem.is_some_and(|problem| problem.starts_with("line 1: there is no variable 'titel'")), "{problem:?}");
    assert!(told("services.toml").and_then(|(_, problem)| problem).is_some_and(|problem| problem.starts_with("line 2, service[0].name")));
    assert_eq!(told("policy.toml"), Some(("not written yet", None)));
    assert_eq!(files.iter().filter(|file| file.name == STATUS).count(), 1);
    Ok(())
}

#[test]
fn a_template_renders_while_it_is_typed_and_says_line_and_reason() -> Result {
    let bench = Bench::new()?;
    bench.declare("P1 Payments failing")?;
    let good = look(&bench.room, STATUS, "**Now:** {{ title }}\n")?;
    assert_eq!((said(&good).as_str(), good.problem.as_ref()), ("*Now:* Payments failing", None));
    assert_eq!(good.filled_from.as_deref(), Some("Filled from P1 Payments failing."));
    let title = good.variables.iter().find(|variable| variable.name == "title").ok_or("no title")?;
    assert_eq!(title.value, "Payments failing");
    assert!(good.variables.iter().any(|variable| variable.name == "next_steps"), "a field that the template does not use yet");

    for (text, line, part) in [("a\nb\n{{ titel }}\n", 3, "'titel'"), ("a\n{% if %}\n", 2, ""), ("+++\nlabel = 3\n+++\n", 2, "")] {
        let bad = look(&bench.room, STATUS, text)?;
        let problem = bad.problem.ok_or("no problem")?;
        assert!(
            problem.line == Some(line) && problem.text.starts_with(&format!("line {line}: ")) && problem.text.contains(part),
            "{problem:?}"
        );
        assert!(problem.meanwhile.contains("built-in") && bad.render.is_none() && !bad.variables.is_empty());
    }
    let mail = TeamFileInput { name: STATUS.to_owned(), text: "{{ title }}".to_owned(), format: UpdateFormat::Html, handle: None };
    assert!(bench.room.look_at_team_file(&mail)?.render.is_some_and(|render| render.formatted && render.subject.is_some()));
    Ok(())
}

#[test]
fn without_an_incident_it_is_filled_from_the_practice_incident() -> Result {
    let bench = Bench::new()?;
    let look = look(&bench.room, STATUS, "{{ title }}, {{ duration }}")?;
    assert_eq!(said(&look), "Payments failing at checkout, 23 min since start");
    assert!(look.filled_from.is_some_and(|words| words.contains("practice")));
    assert!(bench.room.list()?.is_empty(), "nothing of it is recorded");
    Ok(())
}

#[test]
fn a_saved_template_is_used_and_a_broken_one_blocks_nothing() -> Result {
    let bench = Bench::new()?;
    let handle = bench.declare("P1 Payments failing")?;
    let room = &bench.room;
    let opened = room.team_file(STATUS)?;
    assert!(opened.built_in && opened.stamp.is_none() && opened.text.contains("INCIDENT UPDATE"), "{opened:?}");
    let built_in = update(room, &handle)?;

    let refused = save(room, &opened, "{{ titel }}", false).err().ok_or("saved")?.to_string();
    assert!(refused.contains("line 1: there is no variable 'titel'"), "{refused}");
    assert!(room.team_file(STATUS)?.stamp.is_none());
    let broken = save(room, &opened, "{{ titel }}", true)?;
    assert_eq!(update(room, &handle)?, built_in, "the built-in one holds");
    let mended = save(room, &broken, "Now: {{ title }}", false)?;
    assert_eq!(update(room, &handle)?, "Now: Payments failing");
    assert_eq!(fs::read_to_string(&mended.path)?, "Now: {{ title }}");
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&mended.path)?.permissions()) & 0o777, 0o600);
    Ok(())
}

#[test]
fn what_somebody_else_wrote_is_never_overwritten() -> Result {
    let bench = Bench::new()?;
    let room = &bench.room;
    let opened = room.team_file("services.toml")?;
    let saved = save(room, &opened, "[[service]]\nname = \"payments-api\"\n", false)?;
    assert_eq!(room.services().services[0].name, "payments-api");
    for (name, act) in [("an older state", &opened), ("one that is gone", &TeamFileText { stamp: Some("1-1".to_owned()), ..saved.clone() })]
    {
        let refused = save(room, act, "", true).err().ok_or("saved")?.to_string();
        assert!(refused.contains("changed elsewhere since you opened it"), "{name}: {refused}");
        assert!(room.set_team_file_aside("services.toml", act.stamp.as_deref()).is_err(), "{name}");
    }
    assert_eq!(room.team_file("services.toml")?, saved);
    let bad = look(room, "services.toml", "\n[[service]]\nname = 3\n")?.problem.ok_or("no problem")?;
    assert!(bad.line == Some(3) && bad.text.contains("service[0].name") && bad.meanwhile.contains("last good"), "{bad:?}");
    assert!(look(room, "guard.toml", "[[rule]]\n")?.problem.is_some() && look(room, "policy.toml", "[severity.P9]\n")?.problem.is_some());
    Ok(())
}

#[test]
fn the_words_of_security_are_edited_like_every_other_file() -> Result {
    let bench = Bench::new()?;
    let room = &bench.room;
    let opened = room.team_file("catalogue.toml")?;
    let own: String =
        opened.text.lines().filter_map(|line| line.strip_prefix("# ")).filter(|line| !line.ends_with(':')).collect::<Vec<_>>().join("\n");
    assert_eq!(look(room, "catalogue.toml", &own)?.problem, None, "what it starts from is good once its signs are taken away: {own}");
    save(room, &opened, &own, false)?;
    let handle = bench.declare("P2 The vault unsealed by itself")?;
    assert!(room.incident_screen(&handle)?.security_question.is_some_and(|asked| asked.text.contains("vault unsealed")));

    let bad = look(room, "catalogue.toml", "[[security]]\nid = 3\n")?.problem.ok_or("no problem")?;
    assert!(bad.text.contains("security"), "{bad:?}");
    Ok(())
}

#[test]
fn the_checks_of_runbooks_and_the_mappings_of_alerts_are_edited_like_every_other_file() -> Result {
    let bench = Bench::new()?;
    let room = &bench.room;
    for (name, bad, says) in [
        ("runbooks.toml", "stale_days = 30\noff = [", "line 2"),
        ("runbooks.toml", "off = [\"no-such-rule\"]\n", "off[0]"),
        ("alerts.toml", "[[source]]\nname = \"Ours\"\nwhen = \"((\"\ntitle = \"t\"\n", "line 3"),
    ] {
        let opened = room.team_file(name)?;
        let own: Vec<&str> = opened.text.lines().filter_map(|line| line.strip_prefix("# ")).filter(|line| !line.ends_with(':')).collect();
        let own = own.join("\n");
        assert!(opened.stamp.is_some() || own.contains(" = "), "{own}");
        assert_eq!(look(room, name, &own)?.problem, None, "what it starts from is good: {own}");
        let problem = look(room, name, bad)?.problem.ok_or("no problem")?;
        assert!(problem.text.contains(says), "{problem:?}");
        save(room, &opened, bad, true)?;
        let told = room.team_files()?.into_iter().find(|row| row.name == name).and_then(|row| row.problem).ok_or("not told")?;
        assert!(told.contains(says), "{told}");
    }
    Ok(())
}

#[test]
fn a_file_is_set_aside_and_not_deleted() -> Result {
    let bench = Bench::new()?;
    let room = &bench.room;
    let built_in = room.team_file(STATUS)?;
    for (text, aside) in [("first", "status.j2.old"), ("second", "status.j2.old2")] {
        let opened = room.team_file(STATUS)?;
        let saved = save(room, &opened, text, false)?;
        assert_eq!(room.set_team_file_aside(STATUS, saved.stamp.as_deref())?, built_in);
        assert_eq!(fs::read_to_string(folders(bench.folder.path()).config.join("templates").join(aside))?, text);
    }
    assert_eq!(room.set_team_file_aside(STATUS, None)?, built_in, "nothing is there to set aside");
    Ok(())
}

#[test]
fn a_name_is_a_word_and_never_a_path() -> Result {
    let bench = Bench::new()?;
    for name in ["templates/../../x.j2", "../policy.toml", "templates/Bridge.j2", "", "templates/.j2", "/etc/passwd"] {
        assert!(bench.room.team_file(name).is_err(), "{name}");
    }
    let added = bench.room.team_file("bridge-notice")?;
    assert_eq!((added.name.as_str(), added.built_in), ("templates/bridge-notice.j2", false));
    assert!(look(&bench.room, &added.name, &added.text)?.problem.is_none(), "what a new one starts from is good");
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() -> Result {
    let bench = Bench::new()?;
    let config = folders(bench.folder.path()).config;
    fs::create_dir_all(&config)?;
    let elsewhere = bench.folder.path().join("ours.toml");
    fs::write(&elsewhere, "")?;
    std::os::unix::fs::symlink(&elsewhere, config.join("policy.toml"))?;
    let opened = bench.room.team_file("policy.toml")?;
    save(&bench.room, &opened, "[severity.P1]\nupdate_every_minutes = 20\n", false)?;
    assert!(fs::symlink_metadata(config.join("policy.toml"))?.is_symlink());
    assert!(fs::read_to_string(&elsewhere)?.contains("20"));
    assert!(bench.room.policy_view()?.values.iter().any(|value| value.own), "followed at once");
    Ok(())
}
