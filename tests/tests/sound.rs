//! The sound of a P0 is played by a program of the desktop's, and where there is none that is said.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use sitrep_tests::Outcome;
use sitrep_tests::app::App;
use sitrep_tests::desktop::Desktop;
use sitrep_tests::wait::until;

/// A player that writes down what it was asked for and then does as `ending` says.
fn player(folder: &Path, name: &str, ending: &str) -> Outcome {
    let file = folder.join(name);
    fs::write(&file, format!("#!/bin/sh\necho \"{name} $*\" >> \"${{0%/*}}/played\"\n{ending}\n"))?;
    Ok(fs::set_permissions(&file, fs::Permissions::from_mode(0o755))?)
}

fn played(folder: &Path) -> String {
    fs::read_to_string(folder.join("played")).unwrap_or_default()
}

fn with_players(desktop: &Desktop, players: &Path) -> Outcome<App> {
    let path = format!("{}:{}", players.display(), std::env::var("PATH").unwrap_or_default());
    let theme = players.join("sounds/freedesktop/stereo");
    fs::create_dir_all(&theme)?;
    fs::write(theme.join("alarm-clock-elapsed.oga"), "")?;
    App::open_with(desktop, &[("PATH", &path), ("XDG_DATA_DIRS", &format!("{}:/usr/local/share:/usr/share", players.display()))])
}

#[test]
fn it_is_off_until_asked_for_and_can_be_tried() -> Outcome {
    let desktop = Desktop::start()?;
    let players = tempfile::tempdir()?;
    player(players.path(), "canberra-gtk-play", "exit 0")?;
    let app = with_players(&desktop, players.path())?;
    app.click("settings-button")?;
    app.until_script("it to be off", "return document.querySelector(`[data-testid='p0-sound-off'] input`)?.checked === true")?;
    app.click("p0-sound-on")?;
    until("the setting to be kept", || {
        Ok(desktop.database()?.query_row("SELECT value FROM settings WHERE name = 'p0_sound'", [], |row| row.get::<_, String>(0))? == "on")
    })?;
    app.click("play-sound")?;
    until("the sound", || Ok(played(players.path()) == "canberra-gtk-play -i alarm-clock-elapsed\n"))?;
    assert!(!app.shows("refusal")?);
    Ok(())
}

#[test]
fn a_player_that_refuses_is_followed_by_the_next() -> Outcome {
    let desktop = Desktop::start()?;
    let players = tempfile::tempdir()?;
    player(players.path(), "canberra-gtk-play", "exit 1")?;
    player(players.path(), "pw-play", "exit 0")?;
    let app = with_players(&desktop, players.path())?;
    app.click("settings-button")?;
    app.click("play-sound")?;
    until("the second player", || Ok(played(players.path()).contains("pw-play") && played(players.path()).contains("elapsed.oga")))
}

#[test]
fn when_no_player_can_that_is_said() -> Outcome {
    let desktop = Desktop::start()?;
    let players = tempfile::tempdir()?;
    for name in ["canberra-gtk-play", "pw-play", "paplay"] {
        player(players.path(), name, "exit 1")?;
    }
    let app = with_players(&desktop, players.path())?;
    app.click("settings-button")?;
    app.click("play-sound")?;
    app.wait_for_text("refusal", "No sound was played")?;
    assert_eq!(played(players.path()).lines().count(), 3, "each was tried once: {}", played(players.path()));
    Ok(())
}
